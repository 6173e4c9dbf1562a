import { explain, figuresAreRests, GLOSS, LOST } from './damage.ts';
import type { Difference } from './differences.ts';
import type { Prepared } from './prepare.ts';

/** A place that is damaged in one of two copies and whole in the other. */
export interface Remedy {
  /** The copy that is damaged. */
  side: 'a' | 'b';
  /** Folded units of the damaged copy around which the place lies: behind unit `from - 1`, before unit `to`. */
  from: number;
  to: number;
  /** Offsets of the place in the damaged copy's text, and what stands there. */
  start: number;
  end: number;
  seen: string;
  /** What the other copy has. */
  insert: string;
}

/** Longer places are not local any more: an author may have rewritten them. */
const LONGEST_SEEN = 64;
const LONGEST_WHOLE = 32;
/** A lost run stands for at most so many characters a mark (a decoder may mark each byte, or a pair once). */
const PER_MARK = 3;
/** Question marks stand for one or two pairs; what is longer an author may have put there. */
const BEHIND_MARK = 2;
/** What a witness may bring in: text, figures, and the marks of prose. */
const PROSE = /^[\p{Script=Han}\d,，。、；：:“”‘’《》（）.%—·]+$/u;
const HAN = /^\p{Script=Han}+$/u;
const HIDDEN = /[?？�\ue000-\uf8ff*×□○XxＸ某]/u;
/** Symbol fonts' bullets live in this part of the private-use area: an author's, not damage. */
const BULLET = /[\uf020-\uf0ff]/u;
const LOST_RUN = /[�\ue000-\uf8ff]+[?？]*/gu;
/** Words by which a question is one. Wrong case of the other kind: a lost place behind such a word stays open. */
const ASKS = /[吗呢吧么谁哪几怎何啥否]|什么|为何|多少|是不是|能不能|有没有|要不要/u;
const CLAUSE_BEFORE = 24;

/**
 * A full stop inside quotation marks ends a quoted sentence; a quoted word has none. Where a witness shows “六。”任务, its
 * own repair went astray.
 */
const STOPPED_WORD = /[“‘][^“”‘’。]{0,3}。[”’]/u;

interface Gap {
  start: number;
  end: number;
}

/** What stands between the units around a difference, punctuation and all. Null at the ends of a text: nothing vouches. */
function gapOf(t: Prepared, from: number, to: number): Gap | null {
  if (from === 0 || to >= t.codes.length) return null;
  return { start: t.at[from - 1]! + 1, end: t.at[to]! };
}

/** Cuts off what both gaps begin and end with. */
function narrow(x: string, y: string): { head: number; tail: number } {
  let head = 0;
  const most = Math.min(x.length, y.length);
  while (head < most && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < most - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail++;
  return { head, tail };
}

/** The lost runs of `seen` can be filled so that it becomes `whole`: nothing else of it differs. */
function fills(seen: string, whole: string): boolean {
  if (BULLET.test(seen)) return false;
  const marks = seen.match(LOST_RUN);
  if (!marks) return false;
  const kept = seen.split(LOST_RUN);
  if (!whole.startsWith(kept[0]!) || !whole.endsWith(kept.at(-1)!)) return false;
  let at = 0;
  for (const piece of kept) {
    const found = whole.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const filled = whole.length - kept.join('').length;
  return filled > 0 && filled <= PER_MARK * marks.join('').length;
}

/** A question mark in the middle of a clause that asks nothing, where the other copy has a word. */
function standsForWord(seen: string, whole: string, before: string, after: string): boolean {
  if (!/^[?？]{1,2}$/u.test(seen) || !HAN.test(whole) || whole.length > BEHIND_MARK) return false;
  if (!/\p{Script=Han}$/u.test(before) || !/^\p{Script=Han}/u.test(after)) return false;
  const clause = before
    .slice(-CLAUSE_BEFORE)
    .split(/[，。；！？?,;!\n]/u)
    .at(-1)!;
  return !ASKS.test(clause + whole);
}

/** The converter's damage, run forward from `whole`, gives all of `seen`: its ideographs and its glosses. */
function followsFrom(seen: string, whole: string, before: string, after: string): boolean {
  // A slip of one character is what most differences are: that needs no tables.
  if (!GLOSS.test(seen) && (seen.match(/\p{Script=Han}/gu)?.length ?? 0) < 2) return false;
  const e = explain(seen, (before.at(-1) ?? '') + whole + (after[0] ?? ''));
  return e.total > 0 && e.offStep + e.glosses + e.kept === e.total && (e.glosses > 0 || e.offStep >= 2);
}

function remedy(
  x: Prepared,
  from: number,
  to: number,
  y: Prepared,
  yFrom: number,
  yTo: number,
): Omit<Remedy, 'side'> | null {
  const [gap, other] = [gapOf(x, from, to), gapOf(y, yFrom, yTo)];
  if (!gap || !other || gap.end - gap.start > 2 * LONGEST_SEEN || other.end - other.start > 2 * LONGEST_SEEN)
    return null;
  const [has, had] = [x.text.slice(gap.start, gap.end), y.text.slice(other.start, other.end)];
  const { head, tail } = narrow(has, had);
  const seen = has.slice(head, has.length - tail);
  const insert = had.slice(head, had.length - tail);
  if (!seen || seen.length > LONGEST_SEEN || insert.length > LONGEST_WHOLE || seen.includes('\n')) return null;
  if (!PROSE.test(insert) || HIDDEN.test(insert) || !figuresAreRests(seen, insert)) return null;
  const start = gap.start + head;
  const end = gap.end - tail;
  const before = x.text.slice(Math.max(0, start - CLAUSE_BEFORE), start);
  const after = x.text.slice(end, end + 2);
  if (STOPPED_WORD.test(before + insert + after)) return null;
  const sure = LOST.test(seen)
    ? fills(seen, insert)
    : standsForWord(seen, insert, before, after) || followsFrom(seen, insert, before, after);
  return sure ? { from, to, start, end, seen, insert } : null;
}

/** Places of two copies of one text where damage shows in one and the other is whole. */
export function remedies(a: Prepared, b: Prepared, list: readonly Difference[]): Remedy[] {
  const found: Remedy[] = [];
  for (const d of list) {
    if (d.kind === 'slot' || d.kind === 'moved' || d.kind === 'edge') continue;
    if (d.aEnd - d.aStart > LONGEST_SEEN || d.bEnd - d.bStart > LONGEST_SEEN) continue;
    const inA = remedy(a, d.aStart, d.aEnd, b, d.bStart, d.bEnd);
    if (inA) found.push({ side: 'a', ...inA });
    const inB = inA ? null : remedy(b, d.bStart, d.bEnd, a, d.aStart, d.aEnd);
    if (inB) found.push({ side: 'b', ...inB });
  }
  return found;
}
