import type { MovedHunk } from '../../text/moved.ts';
import { isPlace } from '../../text/slots.ts';
import type { Prepared } from './prepare.ts';

/** Longest name, without what it ends in, and how much of it two names may share by chance. */
const LONGEST = 4;
const SHARED = 2;
/** Units behind a name in which it must end: 镇, 街道. */
const AHEAD = 4;
const HAN = /^\p{Script=Han}+$/u;
/** What goes on behind the head of a document's number, its brackets folded away: 政办发20234号. */
const NUMBER = /^\p{Script=Han}{0,6}(?:19|20)\d{2}\d{1,4}号/u;
/** As much of a text as that can take. */
export const NUMBER_AHEAD = 18;

const letters = (s: string): string => [...s].sort().join('');

/**
 * Makes one difference of a name that was exchanged for one with a character in common: 石柳|镇 → 柳泉|镇 is aligned as a 石 too few
 * and a 泉 too many. A name with two characters in the wrong order is a slip and stays in two.
 */
export function withWholeNames(hunks: readonly MovedHunk[], a: Prepared, b: Prepared): MovedHunk[] {
  const out: MovedHunk[] = [];
  for (let i = 0; i < hunks.length; i++) {
    const [h, next] = [hunks[i]!, hunks[i + 1]];
    const whole = next && { aStart: h.aStart, aEnd: next.aEnd, bStart: h.bStart, bEnd: next.bEnd };
    if (whole && !h.moved && !next.moved && isShift(h, next) && isExchanged(whole, a, b)) {
      out.push(whole);
      i++;
    } else out.push(h);
  }
  return out;
}

/** One side has a character more before what is shared, the other behind it. */
function isShift(h: MovedHunk, next: MovedHunk): boolean {
  const shared = next.aStart - h.aEnd;
  if (shared < 1 || shared > SHARED) return false;
  const empty = (from: number, to: number): boolean => from === to;
  return (
    (empty(h.aStart, h.aEnd) && empty(next.bStart, next.bEnd)) ||
    (empty(h.bStart, h.bEnd) && empty(next.aStart, next.aEnd))
  );
}

function isExchanged({ aStart, aEnd, bStart, bEnd }: MovedHunk, a: Prepared, b: Prepared): boolean {
  if (aEnd - aStart > LONGEST || bEnd - bStart > LONGEST) return false;
  const [from, to] = [a.folded.slice(aStart, aEnd), b.folded.slice(bStart, bEnd)];
  const behind = a.folded.slice(aEnd, aEnd + AHEAD);
  return (
    HAN.test(from) &&
    HAN.test(to) &&
    letters(from) !== letters(to) &&
    isPlace(from, behind) &&
    isPlace(to, b.folded.slice(bEnd, bEnd + AHEAD))
  );
}

/** Whether both stand at the head of a document's number (禾政发〔2022〕4号), where nobody mistypes: another organ's. */
export const headsNumber = (from: string, to: string, behind: string): boolean =>
  from.length <= LONGEST && to.length <= LONGEST && HAN.test(from) && HAN.test(to) && NUMBER.test(behind);
