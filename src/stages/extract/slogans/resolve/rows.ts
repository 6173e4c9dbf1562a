import { type CharTest, charSet } from '../../../../text/char-set.ts';
import type { Level, Piece } from './pieces.ts';
import type { Promising } from './promising.ts';
import type { Run, Span } from './stretches.ts';

/** Longer stretches are no members. */
export const LONGEST = 42;
const UNITS = 48;

const ORDINAL =
  /^(?:[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,2}(?:是|要|、)|[第头][一二三四五六七八九十](?:步|关|条|类|是|[本道张支]|[个项批句](?=[是，]))?[是为，,、：:]?|[先再]说|首先|其次|再次|再者|最后|其[一二三四五六七八九]|[还再]有一(?:[条本道张支]|[个项批股](?=是))|另?一[个条项](?=是))[，,：:、是要]?(?:叫做?|就?是(?=.{2}))?[ 　]*/u;
const beginsOrdinal = charSet('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳（(0123456789一二三四五六七八九十第头首其再最先还另');
const JOINT = /以及|[和与及]/gu;

/** Where a stretch begins behind what only tells it apart from its fellows. */
export function told(text: string, s: Span): Span {
  if (!beginsOrdinal(text.charCodeAt(s.start))) return s;
  const m = ORDINAL.exec(text.slice(s.start, Math.min(s.end, s.start + 12)));
  return m && m[0].length < s.end - s.start ? { start: s.start + m[0].length, end: s.end } : s;
}

const until = (text: string, s: Span, marks: RegExp): Span => {
  const at = marks.exec(text.slice(s.start, s.end))?.index ?? -1;
  return at > 0 ? { start: s.start, end: s.start + at } : s;
};
const lastOf = (text: string, s: Span): Span => {
  const at = Math.max(...[...'，,；;：:'].map((c) => text.slice(s.start, s.end).lastIndexOf(c)));
  return at >= 0 ? { start: s.start + at + 1, end: s.end } : s;
};

/** The ways in which the units of a level may be members. */
const TAKES: Readonly<Record<Level, readonly Run['take'][]>> = {
  item: ['whole'],
  clause: ['whole'],
  part: ['whole', 'head', 'tail'],
  sentence: ['whole', 'head', 'first', 'tail'],
  line: ['head', 'first'],
};

/** What is taken of a unit for a member: all of it, its beginning up to a mark, or what stands behind its last comma. */
export function taken(text: string, unit: Piece, take: Run['take']): Span {
  const s = told(text, unit);
  if (take === 'head') return until(text, s, /[，,：:；;。！？—]/u);
  if (take === 'first') return until(text, s, /[，,：:；;。！？、—]/u);
  return take === 'tail' ? lastOf(text, s) : s;
}

/** Where rows are looked for. */
interface Stretch {
  side: Run['side'];
  from?: 'bracket' | 'quoted';
  skipped?: number;
  /** How many members are looked for, and whether the formula has several parts. */
  count: number;
  several: boolean;
}

/** Marks that may part the members of one list at each level; one kind of them, unless the formula has several parts. */
const PARTING: Readonly<Record<Level, CharTest>> = {
  item: charSet('、，,；;—+＋'),
  clause: charSet('，,；;'),
  part: charSet('；;。！？!?'),
  sentence: charSet('。！？!?'),
  line: charSet('\n'),
};

/**
 * The mark that parts so many units, `mixed` where there are several kinds: each part of a formula may have its own, and sentences end
 * in several. Null where these are no marks of one list.
 */
function innerOf(units: readonly Piece[], from: number, count: number, level: Level, several: boolean): string | null {
  const isParting = PARTING[level];
  let inner = '';
  for (let k = from + 1; k < from + count; k++) {
    const mark = units[k]!.before;
    if (!isParting(mark.charCodeAt(0))) return null;
    if (inner === '') inner = mark;
    else if (mark !== inner) inner = 'mixed';
  }
  return inner !== 'mixed' || several || level === 'part' || level === 'sentence' ? inner : null;
}

/** Whether a list goes on beyond its units: then it is longer than the formula counts. */
function goesOn(units: readonly Piece[], from: number, count: number, joined: boolean): boolean {
  if (units[from]!.before !== '、' && units[from + count - 1]!.after !== '、') return false;
  for (let k = from + 1; k < from + count && !joined; k++) if (units[k]!.before === '、') return true;
  return joined;
}

/** Adds every row of n units of a level, with the last two parted by a word too; not those that can be none of the best any more. */
export function rows(text: string, units: readonly Piece[], level: Level, stretch: Stretch, best: Promising): void {
  const fine = level === 'item' || level === 'clause';
  for (let i = 0; i + stretch.count <= units.length && i < UNITS; i++) {
    rowsAt(text, units, i, level, false, stretch, best);
    if (fine) rowsAt(text, units, i, level, true, stretch, best);
  }
}

function rowsAt(
  text: string,
  units: readonly Piece[],
  i: number,
  level: Level,
  joined: boolean,
  stretch: Stretch,
  best: Promising,
): void {
  const count = stretch.count - (joined ? 1 : 0);
  const inner = innerOf(units, i, count, level, stretch.several);
  if (inner === null) return;
  if (level === 'item' && goesOn(units, i, count, joined)) return;
  const from = stretch.from ?? level;
  const skipped = (stretch.side === 'before' ? units.length - i - count : i) + (stretch.skipped ?? 0);
  if (!best.may(from, inner, skipped, units, i, count)) return;
  const own = units.slice(i, i + count);
  if (level === 'clause' && !own.some((u) => text.slice(u.start, u.end).includes('、'))) return;
  const { before } = own[0]!;
  const { after } = own.at(-1)!;
  const about: About = { from, side: stretch.side, skipped, before, after, inner, joined };
  if (joined) joinedRows(text, own, level, about, best);
  else takenRows(text, own, level, about, best);
}

type About = Omit<Run, 'spans' | 'take' | 'told'>;

/** 甲、乙和丙: the last unit holds two members. */
function joinedRows(text: string, own: readonly Piece[], level: Level, about: About, best: Promising): void {
  const last = own.at(-1)!;
  for (const m of text.slice(last.start, last.end).matchAll(JOINT)) {
    const [end, start] = [last.start + m.index, last.start + m.index + m[0].length];
    if (end === last.start || start === last.end) continue;
    takenRows(text, [...own.slice(0, -1), { ...last, end }, { ...last, start }], level, about, best);
  }
}

function takenRows(text: string, own: readonly Piece[], level: Level, about: About, best: Promising): void {
  const isTold = own.every((u) => told(text, u) !== u);
  for (const take of TAKES[level]) {
    const spans = own.map((u) => taken(text, u, take));
    if (spans.every((s) => s.end - s.start <= LONGEST && s.end > s.start))
      best.add({ ...about, spans, take, told: isTold });
  }
}
