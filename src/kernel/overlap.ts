import { BASE_1, BASE_2, first, power, second, shingleCount } from './shingles.ts';

/** Sizes of two texts' shingle sets, and of what they share. */
export interface Overlap {
  a: number;
  b: number;
  shared: number;
}

/**
 * A hash table with open addressing that is never cleared: each use counts on from the last, so what older uses left is
 * told by its number. `slots` hold the number of a shingle, whose key (both lanes) is in `ranks` and `lows`; `first` is,
 * for each of the first text, the number of the first shingle with its key, `seen` whether the second text has it.
 * Kept between calls, since allocating them would take as long as a pair of articles does.
 */
interface Table {
  slots: Int32Array;
  ranks: Int32Array;
  lows: Int32Array;
  first: Int32Array;
  seen: Uint8Array;
}

const tableOf = (slots: number): Table => ({
  slots: new Int32Array(slots),
  ranks: new Int32Array(slots >> 1),
  lows: new Int32Array(slots >> 1),
  first: new Int32Array(slots >> 1),
  seen: new Uint8Array(slots >> 1),
});

let table = tableOf(1 << 12);
/** Numbers that were given out in it. */
let used = 0;
/** Slots that are kept: a pair of texts with 120,000 characters each. A larger pair has a table of its own. */
const KEPT = 1 << 19;

/** The table to use, and the number from which this use counts. */
function tableFor(slots: number): { held: Table; base: number } {
  if (slots > table.slots.length || used > 2 ** 30) {
    const held = tableOf(slots);
    if (slots > KEPT) return { held, base: 0 };
    table = held;
    used = 0;
  }
  const base = used;
  used += slots >> 1;
  return { held: table, base };
}

/**
 * The exact sizes of the shingle sets of two texts and of their intersection: hashed, never sorted. The keys are those of
 * `shingleKeys`, with the same chance of a collision. Where the second text goes on like the first it is compared, not
 * hashed: nothing is looked up for it.
 *
 * @param a UTF-16 units of a folded text
 * @param n units in a shingle
 */
export function overlap(a: Uint16Array, b: Uint16Array, n: number): Overlap {
  // No more of the table than this pair needs: what was grown for a long one would spread a short one over the cache.
  let slots = 1 << 8;
  while (slots < 2 * (a.length + b.length) + 2) slots *= 2;
  const { held, base } = tableFor(slots);
  const inA = enter(a, n, held, slots - 1, base);
  return { a: inA, ...meet(a, b, n, held, slots - 1, base) };
}

/** Enters the shingles of the first text, numbered from 0 and kept as `base + 1 +` their number. @returns how many differ */
function enter(codes: Uint16Array, n: number, held: Table, mask: number, base: number): number {
  const { slots, ranks, lows, first: firsts, seen } = held;
  const count = shingleCount(codes.length, n);
  const width = Math.min(n, codes.length);
  const [drop1, drop2] = [power(BASE_1, n), power(BASE_2, n)];
  let [h1, h2, gone1, gone2, distinct] = [0, 0, 0, 0, 0];
  for (let i = 0; i < width - 1; i++) {
    h1 = (Math.imul(h1, BASE_1) + codes[i]! + 1) | 0;
    h2 = (Math.imul(h2, BASE_2) + codes[i]! + 1) | 0;
  }
  for (let k = 0; k < count; k++) {
    const c = codes[k + width - 1]! + 1;
    h1 = (Math.imul(h1, BASE_1) + c - gone1) | 0;
    h2 = (Math.imul(h2, BASE_2) + c - gone2) | 0;
    gone1 = Math.imul(codes[k]! + 1, drop1);
    gone2 = Math.imul(codes[k]! + 1, drop2);
    const rank = first(h1);
    const low = second(h2, rank);
    let slot = rank & mask;
    let at = slots[slot]! - base;
    while (at > 0 && (ranks[at - 1] !== rank || lows[at - 1] !== low)) {
      slot = (slot + 1) & mask;
      at = slots[slot]! - base;
    }
    ranks[k] = rank;
    lows[k] = low;
    seen[k] = 0;
    if (at <= 0) {
      slots[slot] = base + 1 + k;
      firsts[k] = k;
      distinct++;
    } else firsts[k] = at - 1;
  }
  return distinct;
}

/** Counts the distinct shingles of the second text, and those that the first has too. */
function meet(
  a: Uint16Array,
  b: Uint16Array,
  n: number,
  held: Table,
  mask: number,
  base: number,
): Pick<Overlap, 'b' | 'shared'> {
  const { slots, ranks, lows, first: firsts, seen } = held;
  const [countA, countB] = [shingleCount(a.length, n), shingleCount(b.length, n)];
  const width = Math.min(n, b.length);
  const [drop1, drop2] = [power(BASE_1, n), power(BASE_2, n)];
  /** Shingles of the second text alone are numbered behind those of the first. */
  let next = countA;
  let shared = 0;
  /** The shingle of the first text that the one before was; negative where it was none. */
  let was = -2;
  /** The window that the lanes hold. */
  let hashed = -2;
  let [h1, h2] = [0, 0];
  for (let k = 0; k < countB; k++) {
    if (was >= 0 && was + 1 < countA && a[was + n] === b[k + n - 1]) was++;
    else {
      if (hashed === k - 1) {
        const c = b[k + n - 1]! + 1;
        const out = b[k - 1]! + 1;
        h1 = (Math.imul(h1, BASE_1) + c - Math.imul(out, drop1)) | 0;
        h2 = (Math.imul(h2, BASE_2) + c - Math.imul(out, drop2)) | 0;
      } else {
        h1 = 0;
        h2 = 0;
        for (let i = k; i < k + width; i++) {
          h1 = (Math.imul(h1, BASE_1) + b[i]! + 1) | 0;
          h2 = (Math.imul(h2, BASE_2) + b[i]! + 1) | 0;
        }
      }
      hashed = k;
      const rank = first(h1);
      const low = second(h2, rank);
      let slot = rank & mask;
      let at = slots[slot]! - base;
      while (at > 0 && (ranks[at - 1] !== rank || lows[at - 1] !== low)) {
        slot = (slot + 1) & mask;
        at = slots[slot]! - base;
      }
      if (at <= 0) {
        ranks[next] = rank;
        lows[next] = low;
        slots[slot] = base + 1 + next++;
      }
      was = at > 0 && at <= countA ? at - 1 : -2;
    }
    if (was < 0) continue;
    const one = firsts[was]!;
    shared += 1 - seen[one]!;
    seen[one] = 1;
  }
  return { b: next - countA + shared, shared };
}
