/** How often characters stand behind one another in a document. */

/** What a sequence that was met n times counts: one that was met once may be chance. */
const DISCOUNT = 0.6;
/** Shares of what the document's own pairs and triples say. A page repeats its names, and most of all its phrases. */
const BY_PAIR = 0.25;
const BY_TRIPLE = 0.5;
/** The most that is counted of one sequence: a byte. */
const MOST = 255;

/** Bits of a filter before the table of pairs, for each of its slots. */
const FILTER = 4;

/** Hash of the last two characters of a sequence; {@link sequenceHash} takes in the one before them. */
function pairHash(one: number, unit: number): number {
  const h = Math.imul(unit, 0x9e3779b1) ^ Math.imul(one + 0x10001, 0x85ebca6b);
  return h ^ (h >>> 15);
}

function sequenceHash(two: number, pair: number): number {
  const h = Math.imul(pair ^ Math.imul(two, 0xc2b2ae35), 0x27d4eb2f);
  return h ^ (h >>> 13);
}

/**
 * The place of a sequence in a table of open addressing. A slot holds the upper bits of the hash, and in the low byte the count;
 * the lower bits of the hash tell the place.
 */
function slotOf(slots: Int32Array, hash: number): number {
  const tag = hash & ~MOST;
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (let entry = slots[slot]!; entry && (entry & ~MOST) !== tag; entry = slots[slot]!) slot = (slot + 1) & mask;
  return slot;
}

/** Counts a sequence; @returns whether it is the first of its kind. */
function add(slots: Int32Array, hash: number): boolean {
  const slot = slotOf(slots, hash);
  const known = slots[slot]!;
  if (!known) slots[slot] = (hash & ~MOST) | 1;
  else if ((known & MOST) < MOST) slots[slot] = known + 1;
  return !known;
}

function get(slots: Int32Array, hash: number): number {
  return slots[slotOf(slots, hash)]! & MOST;
}

/** Counts of the pairs and triples of a text, in simplified form. */
export class Counts {
  readonly #pairs: Int32Array;
  readonly #triples: Int32Array;
  /**
   * A bit for each hash of a pair, told by the part of it that a slot keeps. Most that is asked for was not met: a search would wait
   * for the table, which is larger than the processor's nearest caches.
   */
  readonly #filter: Uint8Array;
  readonly #shift: number;
  readonly #singles = new Uint32Array(0x10000);
  /** Of each character the Chinese ones met behind it: the last, and by number the one met before that; 0 ends the row. */
  readonly #last = new Int32Array(0x10000);
  readonly #before: Int32Array;
  readonly #units: Uint16Array;
  #size = 0;
  readonly #rows = new Map<number, readonly number[]>();

  /** @param length of the text */
  constructor(length: number) {
    let slots = 1 << 12;
    while (slots < length * 1.25) slots <<= 1;
    this.#pairs = new Int32Array(slots);
    this.#triples = new Int32Array(slots);
    this.#filter = new Uint8Array((slots * FILTER) / 8);
    this.#shift = Math.clz32(slots * FILTER) + 1;
    this.#before = new Int32Array(length + 1);
    this.#units = new Uint16Array(length + 1);
  }

  /** Counts `unit` behind `one`, and behind `two` and `one` where there is a `two` (not 0). */
  add(two: number, one: number, unit: number): void {
    this.#singles[one]!++;
    const pair = pairHash(one, unit);
    const hash = sequenceHash(0, pair);
    const first = add(this.#pairs, hash);
    if (first) this.#filter[hash >>> (this.#shift + 3)]! |= 1 << ((hash >>> this.#shift) & 7);
    // Of what follows only Chinese characters are asked for.
    if (unit < 0x3400) return;
    if (first) {
      this.#units[++this.#size] = unit;
      this.#before[this.#size] = this.#last[one]!;
      this.#last[one] = this.#size;
    }
    if (two) add(this.#triples, sequenceHash(two, pair));
  }

  /** Cost of `unit` behind `two` and `one`, in nats; infinite where it was not met behind `one`. */
  cost(two: number, one: number, unit: number): number {
    const pair = pairHash(one, unit);
    const hash = sequenceHash(0, pair);
    if (!(this.#filter[hash >>> (this.#shift + 3)]! & (1 << ((hash >>> this.#shift) & 7))))
      return Number.POSITIVE_INFINITY;
    const met = get(this.#pairs, hash);
    if (!met || !this.#singles[one]) return Number.POSITIVE_INFINITY;
    let share = (BY_PAIR * (met - DISCOUNT)) / this.#singles[one]!;
    const whole = get(this.#triples, sequenceHash(two, pair));
    if (whole) share += (BY_TRIPLE * (whole - DISCOUNT)) / get(this.#pairs, sequenceHash(0, pairHash(two, one)));
    return -Math.log(share);
  }

  /** The Chinese characters met behind `one`, each once. */
  behind(one: number): readonly number[] {
    let row = this.#rows.get(one);
    if (!row) {
      const units: number[] = [];
      for (let n = this.#last[one]!; n; n = this.#before[n]!) units.push(this.#units[n]!);
      row = units;
      this.#rows.set(one, row);
    }
    return row;
  }
}
