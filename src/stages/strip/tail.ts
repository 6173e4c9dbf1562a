import type { LineKind } from '../../text/boilerplate.ts';
import type { FoundMeta } from '../../text/boilerplate-fields.ts';
import { isParagraph } from '../../text/boilerplate-headlines.ts';
import { inlineTail } from '../../text/boilerplate-tails.ts';
import { type Line, stays } from './cuts.ts';

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
/** Kinds that make their neighbours below and above the site's own. */
const SITE = new Set<LineKind>(['footer', 'copyright']);

/** Marks what stands below the text: who edited, the site's own lines, links. Never goes above `from`. */
export function stripTail(all: readonly Line[], from: number): FoundMeta {
  const teasers = teasersAt(all, from);
  for (const l of all.slice(teasers)) if (stays(l)) l.rule = 'related';
  const lines = all.slice(0, teasers);
  const end = textEnd(lines, from);
  const meta: FoundMeta = {};
  const zone = lines.slice(end).filter((l) => l.kind !== 'blank');
  const site = zone.some((l) => SITE.has(l.kind));
  let related = false;
  zone.forEach((line, k) => {
    if (!stays(line)) return;
    // What stands below 责任编辑 without a sentence in it is links too.
    if (line.kind === 'related' || (line.kind === 'tail' && line.meta.editor)) related = true;
    const rule = ruleOf(line, zone, k, site, related);
    if (!rule) return;
    line.rule = rule;
    for (const [key, v] of Object.entries(line.meta)) (meta as Record<string, unknown>)[key] ??= v;
  });
  const last = lines.slice(from, end).findLast(stays);
  if (last) Object.assign(meta, { ...inline(last), ...meta });
  return meta;
}

/** Labels below which a site shows other articles with their first sentences. 相关链接, 延伸阅读 are also sidebars of a report. */
const TEASERS =
  /^[[【(]?(?:相关(?:推荐|文章|阅读)|推荐(?:阅读|文章)|猜你|热门(?:文章|推荐|阅读)|为您推荐|大家都在看|更多(?:文章|推荐))/u;
/** Longest teaser: they break off after a few lines. A paragraph beyond that is text, and the label is left alone. */
const MAX_TEASER = 220;

/** Index of the label of such a block that reaches to the end and is the smaller part of the page; the number of lines if none. */
function teasersAt(lines: readonly Line[], from: number): number {
  const at = lines.findIndex((l, i) => i > from && l.kind === 'related' && l.text.length <= 12 && TEASERS.test(l.text));
  if (at < 0) return lines.length;
  const below = lines.slice(at + 1);
  const size = (part: readonly Line[]): number => part.reduce((n, l) => n + l.text.length, 0);
  const small = below.every((l) => l.text.length <= MAX_TEASER) && size(below) * 2 <= size(lines.slice(from, at));
  return small && lines.slice(from, at).some((l) => l.kind === 'body') ? at : lines.length;
}

function ruleOf(line: Line, zone: readonly Line[], k: number, site: boolean, related: boolean): string | null {
  const rule = RULE[line.kind];
  switch (line.kind) {
    case 'contact':
      return site ? 'footer' : null;
    case 'owner':
      return site || zone.slice(k).some((l) => l.kind === 'contact') ? 'footer' : null;
    case 'headline':
    case 'toc':
      return related ? 'related' : null;
    case 'body':
      return related && line.text.length <= 60 && !isParagraph(line.text) ? 'related' : null;
    case 'byline':
    case 'date':
      // An organ's name and a date under a document sign it; among links they are links.
      return related ? 'related' : null;
    default:
      return rule ?? null;
  }
}

/** Index behind the last line of text: what follows it is tail through and through. */
function textEnd(lines: readonly Line[], from: number): number {
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
  for (end = firm; end > from && weakAbove(lines[end - 1]!, lines.slice(end, end + 3)); end--);
  return end;
}

/** Chrome and header lines right above a tail belong to it; headlines, dates and names may sign the text. */
function weakAbove(line: Line, below: readonly Line[]): boolean {
  if (line.kind === 'blank') return true;
  if (line.kind === 'chrome' || line.kind === 'breadcrumb') return true;
  return (line.kind === 'contact' || line.kind === 'owner') && below.some((l) => SITE.has(l.kind));
}

/** (完)(责任编辑:…) at the end of the last paragraph. */
function inline(last: Line): FoundMeta {
  const text = last.text;
  if (last.kind !== 'body') return {};
  const tail = inlineTail(text);
  if (!tail || tail.start === 0) return {};
  last.cuts.push({ start: tail.start, end: text.length, rule: tail.rule });
  return tail.meta;
}
