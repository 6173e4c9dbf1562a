import { classifyLine, type LineKind } from '../../text/boilerplate.ts';
import { gluedFarmTail } from '../../text/boilerplate-farm.ts';
import type { FoundMeta } from '../../text/boilerplate-fields.ts';
import { bareText } from '../../text/boilerplate-fold.ts';
import { isParagraph } from '../../text/boilerplate-headlines.ts';
import { tellsOfFields } from '../../text/boilerplate-honest.ts';
import { isPosted } from '../../text/boilerplate-stamps.ts';
import { inlineTail } from '../../text/boilerplate-tails.ts';
import { closedAt, isAttachment, isDownloads, isWall } from './closed.ts';
import { type Line, stays } from './cuts.ts';
import { FILE_NAME } from './window.ts';

const RULE: Partial<Record<LineKind, string>> = {
  tail: 'tail',
  footer: 'footer',
  copyright: 'copyright',
  related: 'related',
  share: 'chrome',
  chrome: 'chrome',
  breadcrumb: 'breadcrumb',
  'farm-tail': 'farm-tail',
  'farm-lead': 'farm-tail',
  spam: 'spam',
  header: 'tail',
};
/** The rule of what no rule is known of that stands where the article is over: the site's own lines, or its links. */
const below = (kind: LineKind): string => RULE[kind] ?? (kind === 'contact' || kind === 'owner' ? 'footer' : 'related');
/** Kinds that are boilerplate only in the company of others. */
const WEAK = new Set<LineKind>([
  'contact',
  'owner',
  'headline',
  'byline',
  'date',
  'toc',
  'header',
  'chrome',
  'breadcrumb',
]);
/** Kinds below which no text goes on. */
const CLOSES = new Set<LineKind>(['related', 'footer', 'copyright', 'share', 'farm-tail']);
/** Kinds that make their neighbours below and above the site's own. */
const SITE = new Set<LineKind>(['footer', 'copyright']);

/** Marks what stands below the text: who edited, the site's own lines, links. Never goes above `from`. */
export function stripTail(all: readonly Line[], from: number): FoundMeta {
  const meta: FoundMeta = {};
  const closed = closedAt(all, from);
  let offered = false;
  for (const l of all.slice(closed)) {
    offered ||= isDownloads(l);
    if (!stays(l) || (isAttachment(l) && !(offered && FILE_NAME.test(l.text))) || isWall(l)) continue;
    l.rule = below(l.kind);
    // What looks like names there is links.
    if (l.kind === 'byline' || l.kind === 'date') continue;
    for (const [key, v] of Object.entries(l.meta)) (meta as Record<string, unknown>)[key] ??= v;
  }
  const lines = all.slice(0, closed);
  const again = linesAbove(all, from);
  const end = textEnd(lines, from, again, all);
  const above = lines.slice(0, end).findLastIndex((l) => l.kind !== 'blank');
  if (above > from && (isTally(all, above) || isReplier(all, above))) all[above]!.rule = 'chrome';
  const zone = lines.slice(end).filter((l) => l.kind !== 'blank');
  const site = zone.some((l) => SITE.has(l.kind));
  let related = false;
  zone.forEach((line, k) => {
    if (!stays(line)) return;
    // What stands below 责任编辑, a copyright line or 分享到 without a sentence in it is links too.
    if (CLOSES.has(line.kind) || (line.kind === 'tail' && line.meta.editor)) related = true;
    const rule = ruleOf(line, zone, k, site, related) ?? (again.has(bareText(line.text)) ? 'tail' : null);
    if (!rule) return;
    line.rule = rule;
    if (rule === 'related') return;
    for (const [key, v] of Object.entries(line.meta)) (meta as Record<string, unknown>)[key] ??= v;
  });
  const last = lines.slice(from, end).findLast((l) => stays(l) && !isWall(l));
  if (last) Object.assign(meta, { ...inline(last), ...meta });
  return meta;
}

function ruleOf(line: Line, zone: readonly Line[], k: number, site: boolean, related: boolean): string | null {
  const rule = RULE[line.kind];
  switch (line.kind) {
    case 'contact':
      return site ? 'footer' : null;
    case 'owner':
      return site || !/[:：]/u.test(line.text) || zone.slice(k).some((l) => l.kind === 'contact') ? 'footer' : null;
    case 'headline':
    case 'toc':
      return related ? 'related' : null;
    case 'body':
      return related && line.text.length <= 60 && !isParagraph(line.text) && !isAttachment(line) ? 'related' : null;
    case 'byline':
      return signsInBrackets(line) ? 'byline' : related ? 'related' : null;
    case 'date':
      // An organ's name and a date under a document sign it; among links they are links.
      return related ? 'related' : null;
    default:
      return rule ?? null;
  }
}

/** Shortest line that its coming again proves to be the page's. */
const LEAST = 6;

/** What stands above the text and is none of it, but for its headline: where it comes again below, it is no text there either. */
const linesAbove = (lines: readonly Line[], from: number): ReadonlySet<string> =>
  new Set(
    lines
      .slice(0, from)
      .filter((l) => l.rule !== null && l.rule !== 'headline' && l.rule !== 'byline')
      .map((l) => bareText(l.text))
      .filter((s) => s.length >= LEAST),
  );

/**
 * Index behind the last line of text: what follows it is tail through and through.
 *
 * @param again lines of the page's head, bare
 * @param all the lines with those below the mark where the article has ended
 */
function textEnd(lines: readonly Line[], from: number, again: ReadonlySet<string>, all: readonly Line[]): number {
  let end = lines.length;
  let firm = lines.length;
  for (let i = lines.length - 1; i >= from; i--) {
    const line = lines[i]!;
    if (line.kind === 'blank' || line.rule !== null) continue;
    const marker = line.kind === 'related';
    if (RULE[line.kind] && !WEAK.has(line.kind)) firm = i;
    else if (!WEAK.has(line.kind)) {
      // Titles under 相关阅读 may look like text; a paragraph never does.
      const links = line.kind === 'body' && line.text.length <= 60 && !isParagraph(line.text);
      if (!links) break;
    }
    if (!marker) continue;
    firm = i;
  }
  for (end = firm; end > from; end--) {
    const line = lines[end - 1]!;
    const fits = weakAbove(line, lines.slice(end, end + 3)) || isLone(line, all.slice(end, end + 3));
    if (!fits && !again.has(bareText(line.text))) break;
  }
  return end;
}

/** 0, below it 喜欢: how often a button was pressed, between the last paragraph and the button. In a table it would be a cell. */
function isTally(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  const below = lines.slice(at + 1).find((l) => l.kind !== 'blank');
  const above = lines.slice(0, Math.max(at, 0)).findLast((l) => l.kind !== 'blank');
  return (
    /^\d{1,6}$/.test(text) &&
    below?.kind === 'chrome' &&
    /喜欢|赞|分享|收藏|评论|在看|转发/u.test(below.text) &&
    above?.kind === 'body' &&
    isParagraph(above.text)
  );
}

/** Longest name that the writer of a reply goes by. */
const LONGEST_NAME = 12;

/** 老郑, below it 发表于 2021-5-10 09:02: who replied to the text. */
function isReplier(lines: readonly Line[], at: number): boolean {
  const below = lines.slice(at + 1).find((l) => l.kind !== 'blank');
  const { text } = lines[at]!;
  return text.length <= LONGEST_NAME && /^[\p{L}\p{N}_·-]+$/u.test(text) && below !== undefined && isPosted(below.text);
}

/** Chrome and header lines right above a tail belong to it; headlines, dates and names may sign the text. */
function weakAbove(line: Line, below: readonly Line[]): boolean {
  if (line.kind === 'blank') return true;
  if (line.kind === 'chrome' || line.kind === 'breadcrumb' || signsInBrackets(line)) return true;
  return (line.kind === 'contact' || line.kind === 'owner') && below.some((l) => SITE.has(l.kind));
}

/** 技术支持, with nothing else on the line, above the site's own lines. Who is called (联系电话:…) may be the text's last word. */
const isLone = (line: Line, below: readonly Line[]): boolean =>
  line.kind === 'owner' && !/[:：]/u.test(line.text) && below.some((l) => SITE.has(l.kind));

/** (张某某), 〔记者 李某〕 on a line of its own below the text: who wrote it. An organ in brackets may be part of a signature. */
function signsInBrackets(line: Line): boolean {
  return line.kind === 'byline' && line.form !== 'org' && /^[(（【[〔].*[)）】\]〕]$/u.test(line.text);
}

/** A site's foot that a page without line breaks glues to its last sentence is not longer. */
const FOOT = 200;

/** Where the site's foot begins behind the last sentence: …予以鼓励。【打印】【关闭】主办:某某局 某ICP备… 0 where there is none. */
function gluedFoot(text: string): number {
  const from = Math.max(0, text.length - FOOT);
  const said = /^.*[。！？!?]["”』」）)]?/u.exec(text.slice(from));
  if (!said) return 0;
  const rest = text.slice(from + said[0].length).trim();
  const { kind } = classifyLine(rest);
  const sure = kind === 'footer' || kind === 'copyright' || kind === 'chrome';
  return sure && !/[,，;；]/u.test(rest) && !tellsOfFields(rest) && SIGNS.filter((sign) => sign.test(rest)).length > 1
    ? from + said[0].length
    : 0;
}

/**
 * What a site's foot is made of. One alone may be what a paragraph speaks of: 五是做好收尾。【打印】功能由信息中心负责维护, 京ICP备…号要放在
 * 首页底部.
 */
const SIGNS = [
  /ICP备\s?\d{5,}/iu,
  /版权所有(?![者人权归、])|©/u,
  /[【[](?:打印|关闭|收藏|返回)[^】\]]{0,6}[】\]]\s*[【[]/u,
  /主办(?:单位)?[:：]|技术支持[:：]|联系电话[:：]/u,
  /公安备案|公网安备/u,
];

/** (完)(责任编辑:…) at the end of the last paragraph, or a farm's sign-off. */
function inline(last: Line): FoundMeta {
  const text = last.text;
  if (last.kind !== 'body') return {};
  const farm = gluedFarmTail(text);
  if (farm) last.cuts.push({ start: farm, end: text.length, rule: 'farm-tail' });
  if (farm) return {};
  const foot = gluedFoot(text);
  if (foot) last.cuts.push({ start: foot, end: text.length, rule: 'footer' });
  if (foot) return {};
  const tail = inlineTail(text);
  if (!tail || tail.start === 0) return {};
  last.cuts.push({ start: tail.start, end: text.length, rule: tail.rule });
  return tail.meta;
}
