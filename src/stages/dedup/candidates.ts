import { lowerBound } from '../../kernel/sets.ts';
import { ALONE, type SharedKeys, sharedKeys } from '../../kernel/shared.ts';
import { KEY_SPACE } from '../../kernel/shingles.ts';
import type { DedupOptions } from './options.ts';
import type { Bottom } from './sketch.ts';

interface Candidate {
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

/** Numbers that are kept of a key, and where they are behind the first. */
const FIELDS = 4;
const FILL = 1;
const WORKS = 2;
const END = 3;

/**
 * An inverted index from shingle keys to the units that represent works, in typed arrays.
 *
 * Only representatives are entered, so 5,000 copies of one article make one posting; a posting holds at most `formula`
 * units, so a phrase that everyone uses costs no more than that. Both bounds make a look-up linear in the sketch.
 */
export class Candidates {
  readonly #sketches: readonly Bottom[];
  readonly #o: DedupOptions;
  /** The keys that at least two sketches hold, by number, for each unit. */
  readonly #shared: SharedKeys;
  /** First key that each unit's sketch leaves out, and the least of them. */
  readonly #limits: Float64Array;
  readonly #leastLimit: number;
  /**
   * For each key, next to each other since keys are met in no order: where its posting begins, how many units it holds, how
   * many works have the key, where its posting must end ({@link FIELDS}).
   */
  readonly #keys: Uint32Array;
  readonly #posted: Uint32Array;
  /** Of the look-up under way: shared keys of each unit, and which units have any. */
  readonly #votes: Uint32Array;
  readonly #touched: Uint32Array;

  constructor(sketches: readonly Bottom[], o: DedupOptions) {
    this.#sketches = sketches;
    this.#o = o;
    this.#shared = sharedKeys(sketches.map((s) => s.keys));
    this.#limits = Float64Array.from(sketches, (s) => s.limit);
    this.#leastLimit = this.#limits.reduce((least, limit) => Math.min(least, limit), KEY_SPACE);
    const { counts } = this.#shared;
    this.#keys = new Uint32Array(FIELDS * counts.length);
    let end = 0;
    for (let i = 0; i < counts.length; i++) {
      this.#keys[FIELDS * i] = end;
      end += Math.min(counts[i]!, o.formula);
      this.#keys[FIELDS * i + END] = end;
    }
    this.#posted = new Uint32Array(end);
    this.#votes = new Uint32Array(sketches.length);
    this.#touched = new Uint32Array(sketches.length);
  }

  /** Enters a unit as one that others may be copies of; `work` where it is a work of its own, not a filling of one. */
  add(unit: number, work: boolean): void {
    const { ids, starts } = this.#shared;
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const k = ids[i]!;
      if (k === ALONE) continue;
      const key = FIELDS * k;
      if (work) this.#keys[key + WORKS]!++;
      const at = this.#keys[key]! + this.#keys[key + FILL]!;
      if (at < this.#keys[key + END]!) {
        this.#posted[at] = unit;
        this.#keys[key + FILL]!++;
      }
    }
  }

  /** The entered units that a unit resembles most, best first; units compare by number where estimates are equal. */
  find(unit: number): Candidate[] {
    const formulas = this.#formulas(unit);
    // Formulas are left out of the estimate too, as long as there is enough else to go by.
    const few = this.#isAllFormula(unit, formulas);
    const found = this.#vote(unit, formulas, few ? FEW_FLOOR : this.#o.candidate);
    if (few) {
      const known = new Set(found.map((c) => c.unit));
      found.push(...this.#vote(unit, null, FORMULA_FLOOR).filter((c) => !known.has(c.unit)));
    }
    if (found.length > 1) found.sort((x, y) => y.estimate - x.estimate || y.votes - x.votes || x.unit - y.unit);
    return found.length > this.#o.candidates ? found.slice(0, this.#o.candidates) : found;
  }

  /** The keys of a unit that are formulas by now, ascending. */
  #formulas(unit: number): number[] {
    const { ids, starts } = this.#shared;
    const { keys } = this.#sketches[unit]!;
    const [all, first, most] = [this.#keys, starts[unit]!, this.#o.formula] as const;
    const found: number[] = [];
    for (let i = 0; i < keys.length; i++) {
      const k = ids[first + i]!;
      if (k !== ALONE && all[FIELDS * k + FILL]! >= most) found.push(keys[i]!);
    }
    return found;
  }

  /** Whether a unit has too little beside formulas to be found by it, in a text of any length. */
  #isAllFormula(unit: number, formulas: readonly number[]): boolean {
    const { keys } = this.#sketches[unit]!;
    if (formulas.length >= ALL_FORMULA * keys.length) return true;
    const share = KEY_SPACE / this.#o.scale;
    return lowerBound(keys, share) - below(formulas, share) < ENOUGH;
  }

  /**
   * The entered units that share keys with a unit, with the share of its keys that each has, where it reaches `floor`.
   *
   * @param skipped formulas: they do not vote and do not count. Null where they do.
   */
  #vote(unit: number, skipped: readonly number[] | null, floor: number): Candidate[] {
    const touched = this.#count(unit, skipped !== null);
    const { keys } = this.#sketches[unit]!;
    /** How many keys of the unit a sketch with this limit could hold at all. */
    const comparable = (limit: number): number =>
      Math.max(1, lowerBound(keys, limit) - (skipped ? below(skipped, limit) : 0));
    const least = floor * comparable(this.#leastLimit);
    const [counts, units] = [this.#votes, this.#touched];
    const found: Candidate[] = [];
    for (let i = 0; i < touched; i++) {
      const other = units[i]!;
      const votes = counts[other]!;
      counts[other] = 0;
      // Most share a key or two: they are given up before anything is looked up for them.
      if (votes < least) continue;
      const estimate = votes / comparable(this.#limits[other]!);
      if (estimate >= floor) found.push({ unit: other, estimate, votes });
    }
    return found;
  }

  /** Counts the keys that entered units share with a unit into `votes`. @returns how many units have any */
  #count(unit: number, skipFormulas: boolean): number {
    // The hot loop: plain locals, and nothing but counting.
    const { ids, starts } = this.#shared;
    const [keys, posted, counts, touched] = [this.#keys, this.#posted, this.#votes, this.#touched] as const;
    const most = skipFormulas ? this.#o.formula : this.#o.formula + 1;
    let n = 0;
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const k = ids[i]!;
      if (k === ALONE) continue;
      const size = keys[FIELDS * k + FILL]!;
      if (size >= most) continue;
      const from = keys[FIELDS * k]!;
      for (let at = from; at < from + size; at++) {
        const other = posted[at]!;
        const votes = counts[other]!;
        if (votes === 0) touched[n++] = other;
        counts[other] = votes + 1;
      }
    }
    return n;
  }

  /** Of the keys of `unit` that few works have, the share that `other` has too: what they have in common beyond forms. */
  distinctive(unit: number, other: number): number {
    const { ids, starts } = this.#shared;
    const mine = this.#sketches[unit]!.keys;
    const { keys, limit } = this.#sketches[other]!;
    let total = 0;
    let shared = 0;
    for (let i = 0; i < mine.length; i++) {
      const key = mine[i]!;
      const k = ids[starts[unit]! + i]!;
      if (key >= limit || (k !== ALONE && this.#keys[FIELDS * k + WORKS]! > this.#o.common)) continue;
      total++;
      if (keys[lowerBound(keys, key)] === key) shared++;
    }
    return total ? shared / total : 0;
  }
}

/** How many of some ascending numbers are below `limit`. */
function below(ascending: readonly number[], limit: number): number {
  let lo = 0;
  let hi = ascending.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (ascending[mid]! < limit) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
