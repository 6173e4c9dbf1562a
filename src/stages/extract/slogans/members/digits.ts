import { segment } from '../../../../text/segment.ts';
import { phraseEnd } from '../../figures/noun-phrases.ts';
import { countOf, DIGIT, type Part } from '../numerals.ts';
import type { Article } from './expand.ts';
import { ledBy } from './heads.ts';
import { type Members, pieces } from './members.ts';

/** As far behind a formula of figures as its members are looked for in its paragraph, and as its headings stand. */
const REACH = { paragraph: 400, headings: 2500, lines: 6000 };
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
  const paragraphs = a.text.slice(close, close + REACH.paragraph);
  const paragraph = paragraphs.split('\n', 1)[0]!;
  const headings = a.points.filter((p) => p.start >= close && p.start < close + REACH.headings);
  const list =
    runOf(paragraph.split(/[、，,；;。：:（）()]/u), figures) ??
    runOf(
      headings.filter((p) => p.parent === headings[0]!.parent).map((p) => p.heading),
      figures,
    );
  const found = list ?? quotedList(paragraphs, figures) ?? byLines(a.text.slice(close, close + REACH.lines), figures);
  return found && { list: found, complete: true };
}

/** “支部牵头、三方联动、四张清单”: a quoted list whose terms begin with the numerals of the code; what leads it need not count. */
function quotedList(behind: string, figures: string): string[] | null {
  for (const [, quoted] of behind.matchAll(/“([^“”\n]{8,60})”/gu)) {
    const list = pieces(quoted!, '、，,；;');
    const counts = (m: string, i: number): boolean => new RegExp(`^${countOf(figures[i]!)}`, 'u').test(m);
    if (list.length === figures.length && list.every((m, i) => counts(m, i) || (i === 0 && figures[i] === '1')))
      return list;
  }
  return null;
}

/** What a line may begin with before what it counts: （一）, 筑牢, “1”就是. */
const LEAD = '(?:[（(]?[一二三四五六七八九\\d]{1,2}[）)、.．]\\s?)?(?:“\\d”[：:])?[^，,。；;：:\\n]{0,6}?';
/** What counts the terms of a code: 一个核心, 两支队伍, 四项机制. */
const UNIT = '[个根支本项级条张大面道套股块座类笔]';

/** “1234”, over the lines 一、建强“一个核心”, 二、两支队伍扛得起, …: each term begins a line of its own, in their order. */
function byLines(behind: string, figures: string): string[] | null {
  const list: string[] = [];
  const lines = behind.split('\n').slice(1);
  let k = 0;
  for (const figure of figures) {
    const term = new RegExp(`^${LEAD}(“?)(${countOf(figure)}${UNIT}\\p{Script=Han}{2,10})`, 'u');
    const found = lines.slice(k).findIndex((line) => term.test(line));
    if (found < 0) return null;
    const [, quoted, phrase] = term.exec(lines[k + found]!)!;
    list.push(quoted ? phrase! : withoutSaying(phrase!));
    k += found + 1;
  }
  return list.length > 2 ? list : null;
}

/** 四项行动|落得下: the thing that is counted, without what is said of it. */
function withoutSaying(phrase: string): string {
  const told = /\p{Script=Han}得\p{Script=Han}{1,3}$/u.exec(phrase);
  if (told && told.index > 2) return phrase.slice(0, told.index);
  const words = segment(phrase.slice(2));
  const end = phraseEnd(words, 0);
  return end ? phrase.slice(0, 2 + words[end - 1]!.end) : phrase;
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
