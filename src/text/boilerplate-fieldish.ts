import type { ClassifiedLine, LineKind } from './boilerplate.ts';
import { markCells } from './boilerplate-cells.ts';
import type { FoundMeta } from './boilerplate-fields.ts';
import { fold } from './boilerplate-fold.ts';
import { isLetterhead, isMasthead, isParagraph } from './boilerplate-headlines.ts';
import { isSiteSentence } from './boilerplate-page-talk.ts';
import { saysSomething } from './boilerplate-says.ts';
import { findDates } from './dates.ts';
import { lineMarker } from './markers.ts';

/** Words that label what a site knows of a page. */
const KNOWN =
  /来源|出处|稿源|作者|撰稿|供稿|编辑|责编|录入|上传|发布|发表|更新|时间|日期|点击|浏览|阅读|访问|查看|人气|热度|评论|回复|字体|字号|大小|格式|页数|下载|收藏|打印|分享|栏目|分类|类别|标签|投稿|推荐度|views?|hits|source|author|date/giu;
const READS =
  /(?:点击|浏览|阅读|访问|查看|人气|已阅|views?|hits|pv)(?:量|率|数|次数|人次|人数)?(?:已?有|过)?[ :\]）)([【]{0,3}(\d[\d,]{0,11}(?:\.\d)?[wWkK万千]?)?|(?<![\d:.-])(\d[\d,]{0,11}(?:\.\d)?[wWkK万千]?) ?(?:人次|次|人|℃)?(?:点击|浏览|阅读|访问|查看|看过)/iu;
/** 21-03-08, 03-08 09:15: dates without a century or a year; they tell what the line is, not when it was. Not 1.2万份. */
const SHORT_DATE = /(?<![\d.-])(?:\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}|(?![\d.-]|[万亿%‰倍元吨米公个人]))/u;
const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?/u;
/** Meetings, persons and forms have labelled lines, too. */
const FORM =
  /会议|地点|参加|出席|主持|列席|记录|姓名|性别|民族|单位名称|填报|项目名称|负责人|联系|电话|地址|报名|截止|起止|期限|编制|签订|有效期|[上下]午|晚上|\d{1,2} ?时/u;
/** A line of fields is not longer. */
const MAX = 120;
/** 2022年6月底, 3月1日起: when something was so, not when a page was put up. */
const SPAN = /^(?:底|末|初|以来|以前|之前|前|以后|之后|后|起|止|至|到|[上中下]旬)/u;
/** What stands between two commas and is a clause: 全县共有护林员412人. Fields may be parted by commas as well (来源:某报,作者:某某). */
const CLAUSE = /\p{Script=Han}{5}/u;
const hasClauses = (s: string): boolean =>
  s.split(/,(?!\d{3})/u).filter((part) => CLAUSE.test(part) && !part.includes(':') && part.search(KNOWN) < 0).length >
  1;

/**
 * Does the line look like fields, whatever they are called and however they are set apart: two words of that kind, a time of
 * day, a number of reads? Only for what stands between the top of a page and its first sentence: anywhere else it proves
 * nothing. Null where it does not; else what can be read for certain.
 */
export function fieldish(line: string): FoundMeta | null {
  if (line.length > MAX) return null;
  const s = fold(line).trim();
  if (s.length < 8 || /[。;!?“”]/.test(s) || FORM.test(s)) return null;
  const words = new Set([...s.matchAll(KNOWN)].map((m) => m[0])).size;
  if (hasClauses(s) || saysSomething(s)) return null;
  const [date] = findDates(s).filter((d) => !SPAN.test(s.slice(d.end)));
  const day = date !== undefined || SHORT_DATE.test(s);
  const reads = READS.exec(s);
  const parts = s.split(/[|┊︱∣│]| {2,}|[\]】)] ?[[【(]/u).length;
  const sure =
    (day && CLOCK.test(s)) || (day && (words > 0 || parts > 1)) || (reads && (words > 1 || day)) || words >= 3;
  if (!sure) return null;
  const meta: FoundMeta = {};
  if (date) meta.published = date.iso;
  const n = reads?.[1] ?? reads?.[2];
  if (n)
    meta.views = Math.round(
      Number(/[\d.]+/.exec(n.replaceAll(',', ''))![0]) * (/[wW万]$/.test(n) ? 10_000 : /[kK千]$/.test(n) ? 1000 : 1),
    );
  const origin = /(?:来源|出处|稿源)[ :：]+([\p{Script=Han}A-Za-z·]{2,20})/u.exec(s)?.[1];
  if (origin) meta.origin = origin;
  return meta;
}

/** A line of a page with what it looks like. */
interface HeadLine extends ClassifiedLine {
  text: string;
}

/** Does the text begin with this line? */
export function beginsText({ kind, text }: HeadLine): boolean {
  if (kind === 'salutation') return true;
  if (kind !== 'body' || isSiteSentence(text)) return false;
  // A long line without a mark of a sentence is a menu.
  return (isParagraph(text) && /[，。；！？,;!?]/u.test(text)) || lineMarker(text, 0) !== null;
}

/** Lines looked at from the top. */
const REACH = 80;
/** Sentences above a line of fields, in characters, that may be the site's talk. */
const TALK = 300;
const FIELDLESS = new Set<LineKind>(['body', 'headline', 'byline', 'toc', 'owner', 'contact']);

/** Lines between a letterhead and the document's number below it. */
const BELOW_LETTERHEAD = 3;

const BULLETIN = /^[^。，,:：]{2,24}(?:简报|通讯|专报|快报|动态|信息|内参|月报|周报|摘报|反映|交流)$/u;
const PAPER = /^[^。，,:：]{2,20}(?:简报|快报|专报|内参|摘报)$/u;
const ISSUE = /^[[(【]?(?:(?:19|20)\d{2} ?年 ?)?(?:第|总第) ?[\d一二三四五六七八九十]{1,4} ?期/u;

/** 某某例会纪要 as a letterhead: its number and who issued it stand below. */
const MINUTES = /^[^。，,:：]{2,24}(?:纪要|通报|要情|参考)$/u;
/** 某某委员会办公室 2022年8月12日: who issued a bulletin and when. */
const ISSUER =
  /^[\p{Script=Han}()“” ]{4,40}(?:室|委员会|党委|组|局|部|会|府|办|中心|编印|编) {1,8}(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$/u;

/** Does a line say who issued the bulletin, between its number and the headline of its piece? */
function isIssuer(lines: readonly HeadLine[], i: number): boolean {
  if (!ISSUER.test(fold(lines[i]!.text).trim())) return false;
  const above = lines.slice(Math.max(0, i - BELOW_LETTERHEAD), i);
  const below = lines.slice(i + 1, i + 1 + BELOW_LETTERHEAD).find((l) => l.kind !== 'blank');
  return below?.kind === 'headline' && above.some(isIssue);
}

/** 某某镇党委 2023年7月5日, 某某镇人民政府（2023年7月5日） */
const SIGNED =
  /^([\p{Script=Han}]{3,40}(?:办公室|委员会|[党工团]委|支部|党组|局|部|府|办|中心))(?: {1,8}| ?\()((?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)\)?$/u;

/** Whose the text is and of when, in one line between the headline, or the top of all, and the first sentence; null elsewhere. */
function signedOnTop(lines: readonly HeadLine[], i: number): FoundMeta | null {
  const [, org, day] = SIGNED.exec(fold(lines[i]!.text).trim()) ?? [];
  if (!org || !day) return null;
  const above = lines.slice(0, i).findLast((l) => l.kind !== 'blank');
  const below = lines.slice(i + 1, i + 1 + BELOW_LETTERHEAD).find((l) => l.kind !== 'blank');
  if ((above && above.kind !== 'headline') || !below || !beginsText(below)) return null;
  return { org, published: findDates(day)[0]!.iso };
}

const isIssue = (l: HeadLine): boolean => l.kind === 'number' || ISSUE.test(fold(l.text).trim());

/** Longest headline that ends like a sentence. */
const LONGEST_ASKED = 40;

/** 某某乡:支部活动怎么开?, below it 来源:… 时间:…: a headline, though it ends like a sentence. */
function asksOverFields(lines: readonly HeadLine[], i: number): boolean {
  const { kind, text } = lines[i]!;
  const below = lines.slice(i + 1, i + 3).find((l) => l.kind !== 'blank');
  return (
    kind === 'body' &&
    text.length <= LONGEST_ASKED &&
    /^[^。；;！!？?]{5,}[？?！!]$/u.test(text.trim()) &&
    !lineMarker(text, 0) &&
    below?.kind === 'header' &&
    below.prefix === '' &&
    below.meta.published !== undefined
  );
}

/** Does the line stand on top of all, over a headline and its text? */
function isOverOnlyPiece(lines: readonly HeadLine[], i: number): boolean {
  const [headline, text] = lines.slice(i + 1, i + 5).filter((l) => l.kind !== 'blank');
  const first = lines.slice(0, i).every((l) => l.kind === 'blank');
  return first && headline?.kind === 'headline' && text !== undefined && beginsText(text);
}

/** A line over the headline that names who speaks. An organ's 文件 is a letterhead above a document number only. */
function isNameplate(lines: readonly HeadLine[], i: number): boolean {
  const { kind, text } = lines[i]!;
  if (kind !== 'headline' && kind !== 'byline' && kind !== 'body') return false;
  const below = lines.slice(i + 1, i + 1 + BELOW_LETTERHEAD);
  return (
    isMasthead(text) ||
    (isLetterhead(text) && below.some((l) => l.kind === 'number')) ||
    (MINUTES.test(text.trim()) && below.some(isIssue) && below.some((_, k) => isIssuer(lines, i + 1 + k))) ||
    // 某某简报, below it its issue
    (BULLETIN.test(text.trim()) && below.some((l) => ISSUE.test(fold(l.text).trim()))) ||
    // 某某工作简报 on top of all, below it the headline of its only piece
    (PAPER.test(text.trim()) && isOverOnlyPiece(lines, i))
  );
}

/** Days in a list of links above the text, at least, and headlines among them. */
const LIST_DAYS = 3;
const LIST_LINKS = 2;

/** 某某总结 ⏎ 2021-05-15 ⏎ 某某演练活动 ⏎ 2021-05-15 …: links to other pages, each with its day. One headline and its day are the page's own. */
function markDatedLinks(lines: readonly HeadLine[]): void {
  const held = lines.slice(0, REACH).filter((l) => l.kind !== 'blank');
  for (let i = 0; i < held.length; i++) {
    let end = i;
    while (end < held.length && (held[end]!.kind === 'headline' || held[end]!.kind === 'date')) end++;
    const run = held.slice(i, end);
    const links = run.filter((l) => l.kind === 'headline');
    if (run.length - links.length >= LIST_DAYS && links.length >= LIST_LINKS && run.at(-1)!.kind === 'date')
      for (const l of run) Object.assign(l, { kind: 'chrome', meta: {}, prefix: '' });
    i = end;
  }
}

/**
 * Lines of fields that no rule of their words knows, between the top and the first sentence, become headers, and the plates with
 * names of sites and organs chrome.
 */
export function markFields(lines: readonly HeadLine[]): void {
  markCells(lines);
  markDatedLinks(lines);
  let talk = 0;
  for (const [i, l] of lines.slice(0, REACH).entries()) {
    const meta = FIELDLESS.has(l.kind) && !lineMarker(l.text, 0) ? (signedOnTop(lines, i) ?? fieldish(l.text)) : null;
    if (meta) Object.assign(l, { kind: 'header', meta, prefix: '' });
    else if (asksOverFields(lines, i)) Object.assign(l, { kind: 'headline' });
    else if (isIssuer(lines, i)) Object.assign(l, { kind: 'header', meta: fieldish(l.text) ?? {}, prefix: '' });
    else if (isNameplate(lines, i)) Object.assign(l, { kind: 'chrome', meta: {}, prefix: '' });
    else if (beginsText(l)) talk += l.text.length;
    if (talk > TALK) return;
  }
}
