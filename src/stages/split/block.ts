import { bareText } from '../../text/boilerplate-fold.ts';
import { isSubtitle } from '../../text/boilerplate-headlines.ts';
import { cleanTitle } from '../../text/boilerplate-titles.ts';
import { asWritten, type Line } from './lines.ts';

/** Kinds that lines of an article's head have. */
export const HEAD = new Set<Line['kind']>([
  'headline',
  'header',
  'byline',
  'date',
  'number',
  'salutation',
  'breadcrumb',
  'chrome',
  'dateline',
]);

/** The lines that may be the head of an article. */
export interface Block {
  /** First line that belongs to the new article. */
  start: number;
  /** First line after the head. */
  end: number;
  titles: string[];
  lines: Line[];
  /** Does the headline stand there twice? */
  twice: boolean;
  /** Lines before `start` that sign or date the article before. */
  signed: boolean;
}

/** The run of head lines from `i`, and the headline it holds. */
export function blockAt(lines: readonly Line[], i: number, to: number): Block {
  let end = i;
  while (end < to && (HEAD.has(lines[end]!.kind) || underHeadline(lines, end))) end++;
  let start = i;
  // An organ's name and a date without a headline above them sign the article before.
  while (start < end && ['byline', 'date', 'salutation', 'dateline'].includes(lines[start]!.kind)) start++;
  const run = lines.slice(start, end);
  const heads = run
    .map((l, k) => ({ k, title: l.kind === 'headline' ? l.raw : l.kind === 'header' ? headlineOf(l) : '' }))
    .filter((h) => h.title);
  // A list of links above a headline is not part of it.
  const close = heads.filter((h, x) => x >= heads.length - 3 || h.k === 0 || run[h.k]!.kind === 'header');
  const titles: string[] = [];
  const held = close.length > 3 ? close.slice(-1) : close;
  for (const { title } of held)
    if (!titles.some((t) => bareText(cleanTitle(t)) === bareText(cleanTitle(title)))) titles.push(title);
  return { start, end, titles, lines: run, twice: held.length > titles.length, signed: start > i };
}

/** ——某某市乡镇干部队伍建设调研, 作者:张三 2021-03-09: a subtitle or who wrote, right below the headline. */
const underHeadline = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]?.kind === 'headline' &&
  (isSubtitle(lines[i]!.text) || isAuthored(lines[i]!) || NOBODY.test(lines[i]!.text));

/** 作者:, 作者:佚名: a label whose field is empty. */
const NOBODY = /^(?:作者|来源|编辑|发布人|上传者)\s?[:：]\s?(?:佚名|未知|不详|网络|admin|匿名)?$/iu;

/** A line that labels its author looks like a tail wherever it stands. */
export const isAuthored = (l: Line): boolean => l.kind === 'tail' && l.meta.author !== undefined;

/** The headline before the fields of a header line: 某某责任状 发布日期:… */
function headlineOf(l: Line): string {
  const { prefix } = l;
  return prefix.length >= 5 && prefix.length <= 64 && !/[。;:]/.test(prefix) ? asWritten(l, prefix) : '';
}

/** The first two paragraphs of body from a line on. */
export function paragraphs(lines: readonly Line[], from: number, to: number): string[] {
  const out: string[] = [];
  for (let i = from; i < Math.min(to, from + 8) && out.length < 2; i++)
    if (lines[i]!.kind === 'body') out.push(lines[i]!.text);
  return out;
}
