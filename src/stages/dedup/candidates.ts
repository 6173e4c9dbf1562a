import { lowerBound, sortUnique } from '../../kernel/sets.ts';
import { KEY_SPACE } from '../../kernel/shingles.ts';
import type { DedupOptions } from './options.ts';
import type { Sketch } from './sketch.ts';

export interface Candidate {
  unit: number;
  /** Estimated containment of the text in question. */
  estimate: number;
  /** Shared shingles that the estimate rests on. */
  votes: number;
}

/**
 * From this share of its sketch on an article is all formula, and formulas have to find it its kin. Wrong case: the
 * excerpt of a form that fills a fifth of it with words of its own.
 */
const ALL_FORMULA = 0.8;
/**
 * What formulas find must be found whole, else 5,000 notices that share two thirds of printed text are verified against
 * each other. Wrong case: a badly typed copy of one of them, if the text of its own is no longer than a sentence.
 */
const FORMULA_FLOOR = 0.7;
/** Of the few shingles that are no formulas, so many must agree: one in five is chance where there are five. */
const FEW_FLOOR = 0.5;
/** So many of its shingles must be its own below the common limit for an estimate; fewer, and chance decides. */
const ENOUGH = 8;

/**
 * An inverted index from shingle keys to the units that represent works, in typed arrays.
 *
 * Only representatives are entered, so 5,000 copies of one article make one posting; a posting holds at most `formula`
 * units, so a phrase that everyone uses costs no more than that. Both bounds make a look-up linear in the sketch.
 */
export class Candidates {
  readonly #sketches: readonly Sketch[];
  readonly #o: DedupOptions;
  /** Keys that at least two sketches hold, ascending. */
  readonly #keys: Float64Array;
  /** Where each key's posting begins; how many units it holds; how many works have the key. */
  readonly #start: Uint32Array;
  readonly #fill: Uint32Array;
  readonly #works: Uint32Array;
  readonly #posted: Uint32Array;
  readonly #votes: Uint32Array;

  constructor(sketches: readonly Sketch[], o: DedupOptions) {
    this.#sketches = sketches;
    this.#o = o;
    const { keys, counts } = sharedKeys(sketches);
    this.#keys = keys;
    this.#start = new Uint32Array(keys.length + 1);
    for (let i = 0; i < keys.length; i++) this.#start[i + 1] = this.#start[i]! + Math.min(counts[i]!, o.formula);
    this.#fill = new Uint32Array(keys.length);
    this.#works = new Uint32Array(keys.length);
    this.#posted = new Uint32Array(this.#start[keys.length]!);
    this.#votes = new Uint32Array(sketches.length);
  }

  /** Calls `visit` with the number of each shared key of a unit. Both lists ascend, so each search starts at the last. */
  #each(unit: number, visit: (key: number) => void): void {
    let from = 0;
    for (const key of this.#sketches[unit]!.keys) {
      from = lowerBound(this.#keys, key, from);
      if (this.#keys[from] === key) visit(from);
    }
  }

  /** Enters a unit as one that others may be copies of; `work` where it is a work of its own, not a filling of one. */
  add(unit: number, work: boolean): void {
    this.#each(unit, (k) => {
      if (work) this.#works[k]!++;
      const at = this.#start[k]! + this.#fill[k]!;
      if (at < this.#start[k + 1]!) {
        this.#posted[at] = unit;
        this.#fill[k]!++;
      }
    });
  }

  /** The entered units that a unit resembles most, best first; units compare by number where estimates are equal. */
  find(unit: number): Candidate[] {
    const plain: number[] = [];
    const formulas: number[] = [];
    this.#each(unit, (k) => (this.#fill[k]! >= this.#o.formula ? formulas : plain).push(k));
    // Formulas are left out of the estimate too, as long as there is enough else to go by.
    const skipped = Float64Array.from(formulas, (k) => this.#keys[k]!);
    const few = this.#isAllFormula(unit, formulas);
    const found = this.#vote(unit, plain, skipped, few ? FEW_FLOOR : this.#o.candidate);
    if (few) {
      const known = new Set(found.map((c) => c.unit));
      const whole = this.#vote(unit, plain.concat(formulas), new Float64Array(), FORMULA_FLOOR);
      found.push(...whole.filter((c) => !known.has(c.unit)));
    }
    found.sort((x, y) => y.estimate - x.estimate || y.votes - x.votes || x.unit - y.unit);
    return found.slice(0, this.#o.candidates);
  }

  /** The units in the postings of `keys`, with the share of them that each has, where it reaches `floor`. */
  #vote(unit: number, keys: readonly number[], skipped: Float64Array, floor: number): Candidate[] {
    // The hot loop: plain locals, and nothing but counting.
    const [start, fill, posted, counts] = [this.#start, this.#fill, this.#posted, this.#votes];
    const touched: number[] = [];
    for (const k of keys) {
      const end = start[k]! + fill[k]!;
      for (let at = start[k]!; at < end; at++) {
        const other = posted[at]!;
        const votes = counts[other]!;
        if (votes === 0) touched.push(other);
        counts[other] = votes + 1;
      }
    }
    const found: Candidate[] = [];
    for (const other of touched) {
      const votes = counts[other]!;
      counts[other] = 0;
      const estimate = votes / this.#comparable(unit, other, skipped);
      if (estimate >= floor) found.push({ unit: other, estimate, votes });
    }
    return found;
  }

  /** Whether a unit has too little beside formulas to be found by it, in a text of any length. */
  #isAllFormula(unit: number, formulas: readonly number[]): boolean {
    const { keys } = this.#sketches[unit]!;
    if (formulas.length >= ALL_FORMULA * keys.length) return true;
    const share = KEY_SPACE / this.#o.scale;
    const own = formulas.reduce((n, k) => (this.#keys[k]! < share ? n - 1 : n), lowerBound(keys, share));
    return own < ENOUGH;
  }

  /** How many keys of `unit`'s sketch the other's sketch could hold at all. */
  #comparable(unit: number, other: number, skipped: Float64Array): number {
    const { limit } = this.#sketches[other]!;
    return Math.max(1, lowerBound(this.#sketches[unit]!.keys, limit) - lowerBound(skipped, limit));
  }

  /** Of the keys of `unit` that few works have, the share that `other` has too: what they have in common beyond forms. */
  distinctive(unit: number, other: number): number {
    const { keys, limit } = this.#sketches[other]!;
    const common = new Set<number>();
    let total = 0;
    let shared = 0;
    this.#each(unit, (k) => {
      if (this.#works[k]! > this.#o.common) common.add(this.#keys[k]!);
    });
    for (const key of this.#sketches[unit]!.keys) {
      if (key >= limit || common.has(key)) continue;
      total++;
      if (keys[lowerBound(keys, key)] === key) shared++;
    }
    return total ? shared / total : 0;
  }
}

/** Keys that at least two sketches hold, ascending, and how many hold each. */
function sharedKeys(sketches: readonly Sketch[]): { keys: Float64Array; counts: Uint32Array } {
  const total = sketches.reduce((sum, s) => sum + s.keys.length, 0);
  const all = new Float64Array(total);
  let at = 0;
  for (const s of sketches) {
    all.set(s.keys, at);
    at += s.keys.length;
  }
  all.sort();
  const keys = new Float64Array(total >> 1);
  const counts = new Uint32Array(total >> 1);
  let kept = 0;
  for (let i = 0; i < total; ) {
    let end = i + 1;
    while (end < total && all[end] === all[i]) end++;
    if (end - i > 1) {
      keys[kept] = all[i]!;
      counts[kept++] = end - i;
    }
    i = end;
  }
  return { keys: sortUnique(keys, kept).slice(), counts: counts.slice(0, kept) };
}
