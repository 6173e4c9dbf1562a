import type { Article } from './expand.ts';
import { ledBy } from './heads.ts';
import type { Members } from './members.ts';
import { DIGIT, type Part } from './numerals.ts';

/** As far behind a formula of figures as its members are looked for in its paragraph, and as its headings stand. */
const REACH = { paragraph: 400, headings: 2500 };
/** Longer pieces tell more than the member. */
const PIECE_MAX = 30;

/** 50%, 五成 and 5个 all stand for 5. */
const COUNT = /(\d{1,2})(?=[%％]|\p{Script=Han})|([一二两三四五六七八九])(?=[成个支项条张本间座处批大级步道])/u;

/** The figures of a formula of figures (“532”), or null for any other. */
function figuresOf(parts: readonly Part[]): string | null {
  return parts.length > 1 && parts.every((p) => p.count === 1 && /^[1-9]0?$/u.test(p.key))
    ? parts.map((p) => p.key).join('')
    : null;
}

/** What a piece counts as the formula writes it; empty where it counts nothing. */
function countIn(piece: string): string {
  const m = COUNT.exec(piece);
  if (!m) return '';
  if (m[2]) return `${DIGIT[m[2]]!}`;
  const share = /^[%％]/u.test(piece.slice(m.index + m[0].length)) && m[1]!.endsWith('0');
  return share ? m[1]!.slice(0, -1) : m[1]!;
}

/**
 * The members of a formula of figures, by their counts: “532”比例, 50%…、30%…、20%…; “1530”, 即…1分钟、…5分钟、…30分钟: side by side, the
 * counts make up the formula. They stand in its paragraph, or are the headings behind it.
 *
 * @param close the end of the mention with its quotation marks
 */
export function byDigits(a: Article, close: number, parts: readonly Part[]): Members | null {
  const figures = figuresOf(parts);
  if (!figures) return null;
  const paragraph = a.text.slice(close, close + REACH.paragraph).split('\n', 1)[0]!;
  const headings = a.points.filter((p) => p.start >= close && p.start < close + REACH.headings);
  const list =
    runOf(paragraph.split(/[、，,；;。：:（）()]/u), figures) ??
    runOf(
      headings.filter((p) => p.parent === headings[0]!.parent).map((p) => p.heading),
      figures,
    );
  return list && { list, complete: true };
}

/** 建强一个核心，让组织有人管: where all headings go on so, the clause with the count is the member. */
function withoutReasons(headings: string[]): string[] {
  const first = headings.map((h) => /^[^，,]*(?=[，,])/u.exec(h)?.[0] ?? '');
  return first.every((h) => countIn(h) !== '') ? first : headings;
}

/** The pieces side by side whose counts make up the figures. */
function runOf(pieces: readonly string[], figures: string): string[] | null {
  const counts = pieces.map((s) => (s.length > PIECE_MAX || s.includes('“') ? '' : countIn(s)));
  for (let from = 0; from < pieces.length; from++) {
    let made = '';
    let to = from;
    while (to < pieces.length && counts[to] !== '' && made.length < figures.length) made += counts[to++];
    if (made === figures && to - from > 1)
      return ledBy(
        withoutReasons(withoutRest(pieces.slice(from, to).map((s) => s.replace(/^(?:即|其中|也就是)/u, '')))),
      );
  }
  return null;
}

/** 放学前30分钟|的提醒 behind 放学前5分钟: where all others end with one measure, the last does as well. */
function withoutRest(list: string[]): string[] {
  const ends = list.slice(0, -1).map((s) => /\d(\p{Script=Han}{1,2})$/u.exec(s)?.[1]);
  const last = ends[0] && ends.every((e) => e === ends[0]) ? list.at(-1)!.indexOf(ends[0]) : -1;
  return last < 0 ? list : [...list.slice(0, -1), list.at(-1)!.slice(0, last + ends[0]!.length)];
}
