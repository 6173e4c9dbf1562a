/**
 * Hashing of shingles: the hot loops of near-duplicate detection, on typed arrays only.
 *
 * A key is a 53-bit integer held in a double, so that keys can be sorted natively and compared exactly: 32 bits of rank,
 * by which sketches choose, over 21 bits of another lane. Each lane is a polynomial (odd multipliers, so different windows
 * of up to two units never collide within a lane) mixed by a bijection. For sets of m keys the chance that any two
 * different shingles share a key is below m² / 2⁵⁴: 6 · 10⁻⁹ for two articles of 5,000 characters each.
 */

export const BASE_1 = 0x01000193;
export const BASE_2 = 0x9e3779b1 | 0;
/** Bits of the second lane in a key. */
export const LOW = 2 ** 21;

/** Windows are looked at in blocks: so many may wait for their second lane. */
const BLOCK = 4096;
const ranks = new Int32Array(BLOCK + 1);
const places = new Int32Array(BLOCK + 1);

/** One more than the largest key. Keys are uniform below it: a share 1/s of them lies below `KEY_SPACE / s`. */
export const KEY_SPACE = 2 ** 53;

/** MurmurHash3's finaliser for 32 bits (Appleby), a bijection. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The first lane of a key, as an int32: half of `mix`, and a bijection too. Every window of every text goes through it. */
export function first(h1: number): number {
  const h = Math.imul(h1 ^ (h1 >>> 15), 0x85ebca6b);
  return h ^ (h >>> 13);
}

/** The second lane of a key: its upper 21 bits count, those that the multiplication mixes best. */
export const second = (h2: number, rank: number): number => Math.imul(h2 ^ (h2 >>> 15) ^ rank, 0xc2b2ae35) >>> 11;

/** A power in 32 bits, as the lanes are multiplied. */
export function power(base: number, exponent: number): number {
  let p = 1;
  for (let i = 0; i < exponent; i++) p = Math.imul(p, base);
  return p;
}

/** How many keys `shingleKeys` writes. A text shorter than a shingle is one shingle; an empty text has none. */
export function shingleCount(length: number, n: number): number {
  return length === 0 ? 0 : Math.max(1, length - n + 1);
}

/**
 * Writes the keys of the windows of `n` units that are below `limit` into `out`, in text order; all by default.
 *
 * Only the first lane rolls. Most windows are given up by its rank alone, and the second lane is worked out for the few
 * that are kept.
 *
 * @param codes UTF-16 units of the folded text
 * @param out room for all that are below: at most `shingleCount(codes.length, n)` keys
 * @returns the number of keys written
 */
export function shingleKeys(codes: Uint16Array, n: number, out: Float64Array, limit = KEY_SPACE): number {
  const count = shingleCount(codes.length, n);
  const width = Math.min(n, codes.length);
  const half = Math.ceil(limit / LOW / 2);
  const drop = power(BASE_1, n);
  let kept = 0;
  let h1 = 0;
  for (let i = 0; i < width - 1; i++) h1 = (Math.imul(h1, BASE_1) + codes[i]! + 1) | 0;
  let gone = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    let low = 0;
    for (let k = from; k < to; k++) {
      h1 = (Math.imul(h1, BASE_1) + codes[k + width - 1]! + 1 - gone) | 0;
      gone = Math.imul(codes[k]! + 1, drop);
      const rank = first(h1);
      // Written in any case and kept where the rank is below: a branch would be guessed wrong every few windows.
      ranks[low] = rank;
      places[low] = k;
      low += ((rank >>> 1) - half) >>> 31;
    }
    for (let i = 0; i < low; i++) {
      const at = places[i]!;
      const rank = ranks[i]!;
      let h2 = 0;
      for (let j = at; j < at + width; j++) h2 = (Math.imul(h2, BASE_2) + codes[j]! + 1) | 0;
      const key = (rank >>> 0) * LOW + second(h2, rank);
      if (key < limit) out[kept++] = key;
    }
  }
  return kept;
}

/** A 128-bit fingerprint of a whole text, as hex: equal texts, equal prints; different texts collide with 2⁻¹²⁸ or so. */
export function fingerprint(codes: Uint16Array): string {
  let a = codes.length | 0;
  let b = ~a;
  let c = 0x2f72b421;
  let d = 0x38b34ae5;
  for (let i = 0; i < codes.length; i++) {
    const unit = codes[i]!;
    a = Math.imul(a ^ unit, 0x01000193);
    b = (Math.imul(b, 0x9e3779b1) + unit) | 0;
    c = Math.imul((c << 13) | (c >>> 19), 5) ^ Math.imul(unit, 0xcc9e2d51);
    d = (Math.imul(d ^ (d >>> 15), 0x2c1b3c6d) + unit) | 0;
  }
  return [mix(a), mix(b ^ a), mix(c), mix(d ^ c)].map((h) => (h >>> 0).toString(16).padStart(8, '0')).join('');
}
