import { sortUnique } from '../../kernel/sets.ts';
import { shingleCount, shingleKeys } from '../../kernel/shingles.ts';
import { fold } from '../../text/fold.ts';

/** A text made ready for comparison. */
export interface Prepared {
  text: string;
  /** Folded units and where each stood in `text`. */
  codes: Uint16Array;
  at: Int32Array;
  /** Distinct shingle keys, ascending: the full set, not a sketch. */
  keys: Float64Array;
}

/** The distinct shingle keys of folded units, ascending. */
export function keySet(codes: Uint16Array, shingle: number): Float64Array {
  const keys = new Float64Array(shingleCount(codes.length, shingle));
  return sortUnique(keys, shingleKeys(codes, shingle, keys));
}

export function prepare(text: string, shingle: number): Prepared {
  const { codes, at } = fold(text);
  return { text, codes, at, keys: keySet(codes, shingle) };
}
