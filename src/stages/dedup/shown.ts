import type { Difference } from './differences.ts';

/** Where something stands: a half-open UTF-16 range of a document's text. */
export interface Span {
  start: number;
  end: number;
}

/** One side of a difference, and what stands there. */
interface Piece extends Span {
  text: string;
}

/** A difference as it stands in the two texts, with a few characters of what they share on either side. */
export interface AlignedDifference extends Pick<Difference, 'kind' | 'slot' | 'masked'> {
  left: string;
  a: Piece;
  b: Piece;
  right: string;
}

/** Characters of context on either side. */
const AROUND = 8;

/** How a difference stands in the two texts. */
export function shown(a: string, b: string, p: Span, q: Span): Pick<AlignedDifference, 'left' | 'a' | 'b' | 'right'> {
  return {
    left: a.slice(Math.max(0, p.start - AROUND), p.start),
    a: { start: p.start, end: p.end, text: a.slice(p.start, p.end) },
    b: { start: q.start, end: q.end, text: b.slice(q.start, q.end) },
    right: a.slice(p.end, p.end + AROUND),
  };
}
