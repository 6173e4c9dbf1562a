import { BASE_1, BASE_2, first, power, second, shingleCount } from './shingles.ts';

/** Sizes of two texts' shingle sets, and of what they share. */
export interface Overlap {
  a: number;
  b: number;
  shared: number;
}

/** Whose a shingle in the table is. */
const IN_A = 1;
const IN_B = 2;
const IN_BOTH = 3;

/**
 * A hash table with open addressing that is never cleared: each use has a stamp of its own. Kept between calls, since a
 * pair of articles fills a few thousand slots and allocating them would take as long.
 */
let table = { rank: new Int32Array(0), low: new Int32Array(0), state: new Int32Array(0) };
let stamp = 0;
/** Slots that are kept: a pair of texts with 120,000 characters each. A larger pair has a table of its own. */
const KEPT = 1 << 19;

function tableFor(size: number): typeof table {
  let slots = 1 << 12;
  while (slots < 2 * size) slots *= 2;
  if (slots <= table.rank.length && stamp < 2 ** 28) return table;
  const made = { rank: new Int32Array(slots), low: new Int32Array(slots), state: new Int32Array(slots) };
  if (slots <= KEPT) {
    table = made;
    stamp = 0;
  }
  return made;
}

/**
 * The exact sizes of the shingle sets of two texts and of their intersection: hashed, never sorted. The keys are those of
 * `shingleKeys`, with the same chance of a collision.
 *
 * @param a UTF-16 units of a folded text
 * @param n units in a shingle
 */
export function overlap(a: Uint16Array, b: Uint16Array, n: number): Overlap {
  const used = tableFor(a.length + b.length);
  const fresh = 4 * ++stamp;
  const found = { a: 0, b: 0, shared: 0 };
  enter(a, n, used, fresh, IN_A, found);
  enter(b, n, used, fresh, IN_B, found);
  return found;
}

function enter(codes: Uint16Array, n: number, used: typeof table, fresh: number, side: 1 | 2, found: Overlap): void {
  const { rank: ranks, low: lows, state } = used;
  const mask = ranks.length - 1;
  const count = shingleCount(codes.length, n);
  const width = Math.min(n, codes.length);
  const [drop1, drop2] = [power(BASE_1, n), power(BASE_2, n)];
  let [h1, h2, gone1, gone2, distinct, shared] = [0, 0, 0, 0, 0, 0];
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
    while (state[slot]! >= fresh && (ranks[slot] !== rank || lows[slot] !== low)) slot = (slot + 1) & mask;
    const was = state[slot]! - fresh;
    if (was < 0) {
      ranks[slot] = rank;
      lows[slot] = low;
      state[slot] = fresh + side;
      distinct++;
    } else if (side === IN_B && was === IN_A) {
      state[slot] = fresh + IN_BOTH;
      distinct++;
      shared++;
    }
  }
  if (side === IN_A) found.a = distinct;
  else {
    found.b = distinct;
    found.shared = shared;
  }
}
