import { type Comparison, comparePrepared } from './compare.ts';
import type { DedupOptions } from './options.ts';
import { type Prepared, prepare } from './prepare.ts';

/** Prepared texts kept in memory, in characters: some 100 MB with their key sets. */
const KEPT = 8_000_000;

/** Prepares texts on demand and keeps the ones used last. A cache only: what it returns does not depend on its state. */
export class Texts {
  readonly #text: (unit: number) => string;
  readonly #o: DedupOptions;
  readonly #kept = new Map<number, Prepared>();
  #size = 0;

  constructor(text: (unit: number) => string, o: DedupOptions) {
    this.#text = text;
    this.#o = o;
  }

  #get(unit: number): Prepared {
    let found = this.#kept.get(unit);
    if (found) this.#kept.delete(unit);
    else {
      found = prepare(this.#text(unit), this.#o.shingle);
      this.#size += found.codes.length;
    }
    this.#kept.set(unit, found);
    for (const [old, { codes }] of this.#kept) {
      if (this.#size <= KEPT || old === unit) break;
      this.#kept.delete(old);
      this.#size -= codes.length;
    }
    return found;
  }

  /** How the first unit stands to the second. */
  compare(unit: number, other: number): Comparison {
    return comparePrepared(this.#get(unit), this.#get(other), this.#o);
  }
}
