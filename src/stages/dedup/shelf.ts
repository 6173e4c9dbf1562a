import { foldView } from '../../text/fold.ts';
import { Prepared, prepare } from './prepare.ts';

/** A text longer than this part of the whole is not kept: a shelf so many times as large as its texts keeps them all. */
export const LARGE = 8;

/**
 * Prepared texts in one stretch of memory, the oldest overwritten by the newest. An array of its own for each text is
 * memory outside of the heap, which makes the engine collect the whole heap ever so often: the larger the corpus the dearer.
 */
export class Shelf {
  readonly #codes: Uint16Array;
  readonly #at: Int32Array;
  /** By unit, the oldest first. */
  readonly #kept = new Map<number, Prepared>();
  readonly #shingle: number;
  #end = 0;

  /** @param size in characters: six bytes each, taken up as they are needed */
  constructor(size: number, shingle: number) {
    this.#codes = new Uint16Array(size);
    this.#at = new Int32Array(size);
    this.#shingle = shingle;
  }

  /**
   * The prepared text of a unit. It may be overwritten by the next that is not there yet; see {@link both}.
   *
   * @param text where it is not there
   */
  get(unit: number, text: (unit: number) => string): Prepared {
    const known = this.#kept.get(unit);
    if (known) return known;
    const whole = text(unit);
    const folded = foldView(whole);
    const { length } = folded.codes;
    // What would push out too much of the rest stands by itself.
    if (length === 0 || length > this.#codes.length / LARGE) return prepare(whole, this.#shingle);
    const start = this.#makeRoom(length);
    this.#codes.set(folded.codes, start);
    this.#at.set(folded.at, start);
    const [codes, at] = [this.#codes.subarray(start, this.#end), this.#at.subarray(start, this.#end)];
    const made = new Prepared(whole, this.#shingle, { codes, at });
    this.#kept.set(unit, made);
    return made;
  }

  /** Two texts that hold until the next call. */
  both(unit: number, other: number, text: (unit: number) => string): [Prepared, Prepared] {
    const [a, b] = [this.get(unit, text), this.get(other, text)];
    // The second may have been put over the first.
    const holds = a.codes.buffer !== this.#codes.buffer || this.#kept.get(unit) === a;
    return [holds ? a : this.get(unit, text), b];
  }

  /** @returns where so many characters may be put: what stood there is forgotten */
  #makeRoom(length: number): number {
    if (this.#end + length > this.#codes.length) {
      this.#forget(this.#end, this.#codes.length);
      this.#end = 0;
    }
    const start = this.#end;
    this.#end += length;
    this.#forget(start, this.#end);
    return start;
  }

  /** Forgets what begins in a stretch. The oldest begins first behind the newest. */
  #forget(from: number, to: number): void {
    for (const [unit, { codes }] of this.#kept) {
      const start = codes.byteOffset / codes.BYTES_PER_ELEMENT;
      if (start < from || start >= to) return;
      this.#kept.delete(unit);
    }
  }
}
