import { findPaywall, gluedFarmTail, isSignOff } from '../../text/boilerplate-farm.ts';
import { endsSentence, isParagraph } from '../../text/boilerplate-headlines.ts';
import { isSiteStatement } from '../../text/boilerplate-page-talk.ts';
import { isPosted } from '../../text/boilerplate-stamps.ts';
import { lineMarker } from '../../text/markers.ts';
import type { Line } from './cuts.ts';

/** Labels that a report puts over a sidebar of its own. */
const SIDEBAR = /^[[【(]?(?:相关(?:链接|资料|报道|新闻)|延伸阅读|扩展阅读|更多报道)/u;
/** A button over the rest of a text. */
export const UNFOLDS = /^[[【(]?(?:点击)?(?:展开|阅读|查看)(?:全文|余下全文|剩余全文|更多)?[\])】]?$/u;
/** Longest paragraph below the mark: teasers and comments break off after a few lines. A longer one is text. */
const MAX_TALK = 220;
/** Share of the text above that paragraphs below the mark may come to. Wrong case: a short notice with ten long teasers. */
const SHARE = 0.5;

/** 附件:… names a part of the document, wherever it stands. */
export const isAttachment = ({ text, kind }: Line): boolean =>
  kind !== 'chrome' && /^附(?:件(?!列表|下载)|表)/u.test(text);

/** 附件下载, 相关附件: over files that the site offers. What the document attaches it names itself. */
export const isDownloads = ({ text, kind }: Line): boolean =>
  kind !== 'body' && /^[[【]?(?:附件下载|下载附件|相关附件|附件列表)[\]】]?\s?[:：]?$/u.test(text);

/** 剩余页未读,继续阅读: what a library shows in place of the rest. The line stays for the rule that tells of the gap. */
export const isWall = ({ text }: Line): boolean =>
  findPaywall(text).some((c) => c.start === 0 && c.end === text.length);

/** 温馨提示: over what a library says of its files. Offices give such hints of their own, and theirs are text. */
const isHint = (lines: readonly Line[], at: number): boolean =>
  /^(?:温馨|友情|特别|重要)提示\s?[:：]?$/u.test(lines[at]!.text) &&
  /本站|本网站|本平台|本文库|文档|下载/u.test(lines.slice(at + 1, at + 4).find((l) => l.kind !== 'blank')?.text ?? '');

/** Who posted, where a forum's stamp says it: 某某 发表于 2021-6-3 09:14 */
const poster = (line: Line): string | null =>
  line.kind === 'header' && isPosted(line.text) ? (line.meta.author?.[0] ?? '') : null;

/** A forum's stamps of others than who posted first, by line: what stands below them is a reply. In one pass. */
function repliesIn(lines: readonly Line[]): number[] {
  const replies: number[] = [];
  let first: string | null = null;
  lines.forEach((line, at) => {
    const who = poster(line);
    if (first === null) first = who;
    else if (who && who !== first) replies.push(at);
  });
  return replies;
}

/** 展开全文 in the midst of a text that a page folds: a sentence, or an item of the outline, goes on right below it. */
function isUnfolding(lines: readonly Line[], at: number): boolean {
  if (!UNFOLDS.test(lines[at]!.text)) return false;
  const next = lines.slice(at + 1).find((l) => l.kind !== 'blank');
  return next !== undefined && (goesOn(next) || (next.kind === 'body' && endsSentence(next.text)));
}

/** Words of use: below a line of these nobody writes on. A drawn line, a classification, an edition may stand inside a text. */
const USED =
  /全文|展开|阅读|下载|打印|关闭|分享|收藏|评论|回复|举报|返回|赞|转发|顶部|喜欢|在看|页|篇|留言|纠错|登录|注册|会员/u;

/**
 * Is the line one below which a page has nothing of the article any more?
 *
 * @param talk characters of sentences below it: where there are any, a mark that texts may have inside them is none
 * @param isReply whether it is the stamp of a reply
 */
function marksEnd(lines: readonly Line[], at: number, talk: number, isReply: boolean): boolean {
  const { kind, text, meta } = lines[at]!;
  if (isWall(lines[at]!)) return true;
  if (talk > 0 && isUnfolding(lines, at)) return false;
  switch (kind) {
    case 'chrome':
      if (talk > 0 && !USED.test(text)) return false;
      // 大, 目录, A alone may be a cell of a table; 打印本页 is not.
      return text.length >= 4 || lines.slice(at + 1, at + 3).some((l) => l.kind === 'chrome');
    case 'header':
      // An organ and its month sign the text.
      if (meta.org !== undefined && meta.published?.length === 7) return false;
      return isReply || (talk === 0 && (meta.published !== undefined || meta.views !== undefined));
    case 'related':
      return !SIDEBAR.test(text);
    case 'footer':
    case 'copyright':
    case 'share':
    case 'farm-tail':
    case 'farm-lead':
    case 'breadcrumb':
    case 'spam':
      return true;
    case 'body':
      // A sign-off behind the text's own last words ends the article behind them.
      return (isSignOff(text) || isHint(lines, at) || isSiteStatement(text)) && gluedFarmTail(text) === null;
    case 'tail':
      return meta.editor !== undefined || /^[[【(〔—–-]{0,4}\s?(?:完|全文完|本文完|end)/iu.test(text);
    default:
      return false;
  }
}

/** Outlines go on below no mark: 一、 and (一) are text. Lists of links are numbered 1. 2. 3. */
const goesOn = (l: Line): boolean => {
  const marker = l.kind === 'body' || l.kind === 'headline' ? lineMarker(l.text, 0) : null;
  return marker !== null && marker.style !== 'arabic' && marker.style !== 'arabic-paren';
};

/** 文件的所有权益归上传用户所有, 本站所有资源…: no text, however much there is of it. */
const ofLibrary = (s: string): boolean =>
  s.length <= MAX_TALK && (/本站(?:的|所有|提供)|本文库|上传(?:者|用户)|权益所有人/u.test(s) || isSiteStatement(s));

/**
 * Where the article has ended for certain: the first such mark below which all that looks like text is short, and the
 * smaller part. What a site says there (teasers, comments, its own advertisements) has sentences like any text; the mark
 * tells them apart. The number of lines where there is none.
 */
export function closedAt(lines: readonly Line[], from: number): number {
  const size = (part: readonly Line[]): number =>
    part.reduce((n, l) => n + (l.text.match(/\p{Script=Han}/gu)?.length ?? 0), 0);
  const isTalk = (l: Line): boolean => l.kind === 'body' && isParagraph(l.text) && !ofLibrary(l.text);
  // From the last line up to the first that no page's end has; what replies say and quote may have anything.
  let earliest = lines.length;
  while (earliest > from && !ends(lines[earliest - 1]!)) earliest--;
  const replies = repliesIn(lines);
  const reply = replies.find((at) => at > from);
  if (reply !== undefined) earliest = Math.min(earliest, reply);
  const isReply = new Set(replies);
  let above = size(lines.slice(from, earliest).filter((l) => l.kind === 'body'));
  let talk = size(lines.slice(earliest).filter(isTalk));
  for (let at = earliest; at < lines.length; at++) {
    const line = lines[at]!;
    if (isTalk(line)) talk -= size([line]);
    if (above > 0 && talk <= SHARE * above && marksEnd(lines, at, talk, isReply.has(at)))
      return isWall(line) ? at + 1 : at;
    if (line.kind === 'body') above += size([line]);
  }
  return lines.length;

  function ends(l: Line): boolean {
    return (isTalk(l) && l.text.length > MAX_TALK) || goesOn(l) || l.kind === 'salutation';
  }
}
