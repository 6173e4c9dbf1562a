import { sortUnique } from '../../kernel/sets.ts';
import { shingleCount, shingleKeys } from '../../kernel/shingles.ts';
import { type Folded, fold, unfold } from '../../text/fold.ts';

/** A text made ready for comparison. What few comparisons ask for is made when it is asked for. */
export class Prepared {
  readonly text: string;
  readonly shingle: number;
  /** Folded units. */
  readonly codes: Uint16Array;
  /** For each folded unit where it stood in `text`. */
  readonly at: Int32Array;
  #keys: Float64Array | null = null;
  #folded: string | null = null;

  constructor(text: string, shingle: number, { codes, at }: Folded) {
    this.text = text;
    this.shingle = shingle;
    this.codes = codes;
    this.at = at;
  }

  /** The folded units as a string. */
  get folded(): string {
    this.#folded ??= unfold(this.codes);
    return this.#folded;
  }

  /** Distinct shingle keys, ascending: the full set, not a sketch. */
  get keys(): Float64Array {
    this.#keys ??= keySet(this.codes, this.shingle);
    return this.#keys;
  }
}

/** Digits, the marks that numbers hold (`.` `,` `%` `-`), and masking signs (`x` `*` `×`): all below 256. */
const FIGURE = Uint8Array.from({ length: 256 }, (_, c) =>
  '0123456789.,%-x*\u00d7'.includes(String.fromCharCode(c)) ? 1 : 0,
);

/** Writes the blind form of folded units (see {@link blind}) into `out`, without branches. @returns how many */
export function blindInto(codes: Uint16Array, out: Uint16Array): number {
  const { length } = codes;
  let n = 0;
  let before = 0;
  for (let i = 0; i < length; i++) {
    const c = codes[i]!;
    const figure = FIGURE[Math.min(c, 255)]!;
    out[n] = c ^ ((c ^ 0x30) & -figure);
    n += 1 - (figure & before);
    before = figure;
  }
  return n;
}

/**
 * Folded units with every run of figures and masking signs (`x` `*` `×`) made one nought: what candidates are looked for
 * in, so that a table in which each figure changed, or is masked, is still found.
 */
export function blind(codes: Uint16Array): Uint16Array {
  const out = new Uint16Array(codes.length);
  return out.subarray(0, blindInto(codes, out));
}

/** The distinct shingle keys of folded units, ascending. */
export function keySet(codes: Uint16Array, shingle: number): Float64Array {
  const keys = new Float64Array(shingleCount(codes.length, shingle));
  return sortUnique(keys, shingleKeys(codes, shingle, keys));
}

export const prepare = (text: string, shingle: number): Prepared => new Prepared(text, shingle, fold(text));

/** Where folded units `[start, end)` stand in the text; an empty stretch stands behind the unit before it. */
export function placeOf(t: Prepared, start: number, end: number): [start: number, end: number] {
  if (end > start) return [t.at[start]!, t.at[end - 1]! + 1];
  const at = start > 0 ? t.at[start - 1]! + 1 : 0;
  return [at, at];
}
