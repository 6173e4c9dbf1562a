import type { Doc } from '../../pipeline/types.ts';
import { anchorsIn, anchorsOf } from './anchors.ts';
import { type Comparison, comparePrepared } from './compare.ts';
import type { Difference } from './differences.ts';
import { type Match, matches } from './matches.ts';
import type { DedupOptions } from './options.ts';
import { type Prepared, placeOf, prepare } from './prepare.ts';

/** One side of a difference: UTF-16 offsets in the document's text, and what stands there. */
interface Piece {
  start: number;
  end: number;
  text: string;
}

/** A difference as it stands in the two texts, with a few characters of what they share on either side. */
interface AlignedDifference extends Pick<Difference, 'kind' | 'slot' | 'masked'> {
  left: string;
  a: Piece;
  b: Piece;
  right: string;
}

/** A comparison whose differences point into the texts themselves, not into the folded ones. */
export interface AlignedComparison extends Omit<Comparison, 'differences'> {
  differences: AlignedDifference[];
}

/** Characters of context on either side. */
const AROUND = 8;

function piece(t: Prepared, from: number, to: number): Piece {
  const [start, end] = placeOf(t, from, to);
  return { start, end, text: t.text.slice(start, end) };
}

/** The passages that two texts share, in the order of the first; offsets in code points. */
export function sharedPassages(a: Doc, b: Doc, o: DedupOptions): Match[] {
  const [x, y] = [prepare(a.text, o.shingle), prepare(b.text, o.shingle)];
  return matches(x, y, anchorsIn(anchorsOf(x.codes)), anchorsIn(anchorsOf(y.codes)));
}

/** Compares two documents: how `a` stands to `b`, by which rule, and the differences as they can be shown. */
export function compareAligned(a: Doc, b: Doc, o: DedupOptions): AlignedComparison {
  const [x, y] = [prepare(a.text, o.shingle), prepare(b.text, o.shingle)];
  const { differences, ...rest } = comparePrepared(x, y, o);
  return {
    ...rest,
    differences: differences.map(({ kind, slot, masked, aStart, aEnd, bStart, bEnd }) => {
      const [p, q] = [piece(x, aStart, aEnd), piece(y, bStart, bEnd)];
      return {
        kind,
        ...(slot === undefined ? {} : { slot, masked: masked === true }),
        left: a.text.slice(Math.max(0, p.start - AROUND), p.start),
        a: p,
        b: q,
        right: a.text.slice(p.end, p.end + AROUND),
      };
    }),
  };
}
