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

const isFigure = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) ||
  c === 0x2e ||
  c === 0x2c ||
  c === 0x25 ||
  c === 0x2d ||
  c === 0x78 ||
  c === 0x2a ||
  c === 0xd7;

/**
 * Folded units with every run of figures and masking signs (`x` `*` `×`) made one nought: what candidates are looked for
 * in, so that a table in which each figure changed, or is masked, is still found.
 */
export function blind(codes: Uint16Array): Uint16Array {
  const out = new Uint16Array(codes.length);
  let n = 0;
  for (let i = 0; i < codes.length; i++) {
    if (!isFigure(codes[i]!)) out[n++] = codes[i]!;
    else if (i === 0 || !isFigure(codes[i - 1]!)) out[n++] = 0x30;
  }
  return out.slice(0, n);
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
