import { simpleForm, type Witness } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import type { Candidates } from './choices.ts';
import { glossAt, isCut, isLost } from './marks.ts';

/** What a document says about itself. */
export interface Evidence {
  /** Characters that are glossed somewhere in the document: they are then glossed wherever they stand. */
  readonly glossed: ReadonlySet<string>;
  /** UTF-16 units of {@link glossed}: 1 where the unit is one. */
  readonly isGlossed: Uint8Array;
  /** Characters that stand in the undamaged parts: 1 where the unit does. */
  readonly seen: Uint8Array;
  /** Signs behind a lost byte: those that the converter may have cut at here. */
  readonly cuts: ReadonlySet<number>;
  /** What a given single byte below 40 costs behind a Chinese character, as the page has them; at 30 any digit. */
  readonly behindHan: Float32Array;
  /** The same behind a sign of two bytes. */
  readonly behindSign: Float32Array;
  /** The page has glosses: a mark on it is more likely damage than a question. */
  readonly damaged: boolean;
  /** Which characters follow which in the undamaged parts. */
  readonly witness: Witness;
  /** Candidates for what was lost, as far as they were asked for: by what can be tried on any page. */
  readonly chosen: Map<object, Candidates>;
}

/** Characters of a document that are counted: a table of this size says little about more. */
const COUNTED = 1 << 19;
/** Characters behind a mark that are not counted: as they stand there, they may be the damage itself. */
const DOUBTFUL = 24;
/** Shares of what the document's own pairs and triples say. A page repeats its names, and most of all its phrases. */
const BY_PAIR = 0.25;
const BY_TRIPLE = 0.5;
/** What a sequence that was met n times counts: one that was met once may be chance. */
const DISCOUNT = 0.6;

/** What a single byte counts that the page does not have. */
const UNSEEN = 0.05;

/** Counts of sequences by a hash of 32 bits, with open addressing. */
class Counts {
  /** The upper bits of a hash, and in the low byte the count; the lower bits tell the place. */
  readonly #slots: Int32Array;
  /** Upper bits of the sequence looked up last. */
  #tag = 0;
  constructor(slots: number) {
    this.#slots = new Int32Array(slots);
  }
  #slot(two: number, one: number, unit: number): number {
    let h = Math.imul(unit, 0x9e3779b1) ^ Math.imul(one + 0x10001, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15) ^ Math.imul(two, 0xc2b2ae35), 0x27d4eb2f);
    h ^= h >>> 13;
    this.#tag = h & ~MOST;
    const mask = this.#slots.length - 1;
    let slot = h & mask;
    while (this.#slots[slot] && (this.#slots[slot]! & ~MOST) !== this.#tag) slot = (slot + 1) & mask;
    return slot;
  }
  /** @returns whether it is the first of its kind */
  add(two: number, one: number, unit: number): boolean {
    const slot = this.#slot(two, one, unit);
    const known = this.#slots[slot]!;
    if (!known) this.#slots[slot] = this.#tag | 1;
    else if ((known & MOST) < MOST) this.#slots[slot] = known + 1;
    return !known;
  }
  get(two: number, one: number, unit: number): number {
    return this.#slots[this.#slot(two, one, unit)]! & MOST;
  }
}

/** The most that is counted of one sequence: a byte. */
const MOST = 255;

/** What a document says about itself: which characters are glossed in it, and which characters follow which. */
export function gatherEvidence(text: string): Evidence {
  const length = Math.min(text.length, COUNTED);
  let slots = 1 << 12;
  while (slots < length * 1.25) slots <<= 1;
  const pairs = new Counts(slots);
  const triples = new Counts(slots);
  const singles = new Uint32Array(0x10000);
  const glossed = new Set<string>();
  const cuts = new Set<number>();
  const seen = new Uint8Array(0x10000);
  const behindHan = new Float32Array(0x40);
  const behindSign = new Float32Array(0x40);
  const behind = new Map<number, number[]>();
  let two = 0;
  let one = 0;
  let doubtful = -1;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit === 0x28 || unit === 0xff08) && i) {
      const gloss = glossAt(text, i, true);
      if (gloss && readingOf(text[i - 1]!, gloss.reading)) {
        glossed.add(text[i - 1]!);
        i = gloss.end - 1;
        continue;
      }
    }
    if (isLost(unit)) {
      const next = text.charCodeAt(i + 1);
      if (isCut(next)) cuts.add(simpleSign(next));
      doubtful = i + DOUBTFUL;
    }
    if (unit === 0x0a) doubtful = i - 1;
    if (unit < 0x40 && one >= 0x80)
      (one >= 0x3400 ? behindHan : behindSign)[unit >= 0x30 && unit <= 0x39 ? 0x30 : unit]!++;
    const simple = simpleForm(unit);
    if (i > doubtful) seen[unit] = 1;
    if (i > doubtful && one) {
      singles[one]!++;
      if (pairs.add(0, one, simple)) addTo(behind, one, simple);
      if (two) triples.add(two, one, simple);
    }
    two = i > doubtful ? one : 0;
    one = i > doubtful ? simple : 0;
  }
  const isGlossed = new Uint8Array(0x10000);
  for (const char of glossed) isGlossed[char.charCodeAt(0)] = 1;
  const cost = (a: number, b: number, unit: number): number => {
    const met = pairs.get(0, b, unit);
    if (!met || !singles[b]) return Number.POSITIVE_INFINITY;
    let share = (BY_PAIR * (met - DISCOUNT)) / singles[b]!;
    const whole = triples.get(a, b, unit);
    if (whole) share += (BY_TRIPLE * (whole - DISCOUNT)) / pairs.get(0, a, b);
    return -Math.log(share);
  };
  return {
    glossed,
    isGlossed,
    seen,
    cuts,
    behindHan: priced(behindHan),
    behindSign: priced(behindSign),
    damaged: glossed.size > 1,
    witness: { cost, behind: (one) => behind.get(one) ?? [] },
    chosen: new Map(),
  };
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Counts as prices: −ln of the share of each. */
function priced(counts: Float32Array): Float32Array {
  const all = counts.reduce((sum, n) => sum + n, 1);
  return counts.map((n) => -Math.log((n + UNSEEN) / all));
}

/** A sign in the width that it had before widths were folded. */
export function simpleSign(unit: number): number {
  return unit > 0x20 && unit < 0x7f ? unit + 0xfee0 : unit;
}
