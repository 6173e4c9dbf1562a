import { BASE_1, BASE_2, first, power, second, shingleCount } from './shingles.ts';

/** Sizes of two texts' shingle sets, and of what they share. */
export interface Overlap {
  a: number;
  b: number;
  shared: number;
}

/** Slots that are kept from use to use: a pair of texts with 120,000 characters each. */
const KEPT = 1 << 19;
const LEAST = 1 << 12;

/**
 * The shingles of one text, to hold others against. The keys are those of `shingleKeys`, with the same chance of a
 * collision; sizes are exact.
 *
 * A hash table with open addressing, never cleared: each use counts on from the last, so that what older uses left is told
 * by its number. `#slots` hold numbers of shingles, whose keys (both lanes) are in `#ranks` and `#lows`. It is made to be
 * used again, since allocating takes as long as a pair of articles does.
 */
export class ShingleSet {
  #slots = new Int32Array(LEAST);
  #ranks = new Int32Array(LEAST >> 1);
  #lows = new Int32Array(LEAST >> 1);
  /** For each shingle of the entered text the first one with its key, and whether the other text has that. */
  #firsts = new Int32Array(LEAST >> 1);
  #seen = new Uint8Array(LEAST >> 1);
  /** What this use's numbers count from, and how many it has given out. */
  #base = 0;
  #given = 0;
  /** No more of the table is used than a pair needs: what was grown for a long one would spread a short one over the cache. */
  #mask = LEAST - 1;
  #codes: Uint16Array = new Uint16Array(0);
  #n = 0;
  #count = 0;
  #distinct = 0;

  /**
   * Enters a text in place of the one before.
   *
   * @param codes UTF-16 units of a folded text; they must not change while they are in use
   * @param n units in a shingle
   * @param room shingles of other texts that there is to be room for
   */
  enter(codes: Uint16Array, n: number, room = codes.length): void {
    this.#codes = codes;
    this.#n = n;
    this.#count = shingleCount(codes.length, n);
    this.#makeRoom(this.#count + room);
    this.#distinct = this.#enterAll();
    this.#given = this.#count;
  }

  #makeRoom(numbers: number): void {
    let slots = 1 << 8;
    while (slots < 2 * numbers + 2) slots *= 2;
    const held = this.#slots.length;
    this.#base += this.#given;
    if (slots > held || (held > KEPT && slots <= KEPT) || this.#base + numbers > 2 ** 31 - 2) {
      const made = Math.max(slots, LEAST);
      this.#slots = new Int32Array(made);
      this.#ranks = new Int32Array(made >> 1);
      this.#lows = new Int32Array(made >> 1);
      this.#firsts = new Int32Array(made >> 1);
      this.#seen = new Uint8Array(made >> 1);
      this.#base = 0;
    }
    this.#mask = slots - 1;
  }

  /** @returns how many shingles differ */
  #enterAll(): number {
    const [slots, ranks, lows, firsts] = [this.#slots, this.#ranks, this.#lows, this.#firsts] as const;
    const [codes, n, mask, base, count] = [this.#codes, this.#n, this.#mask, this.#base, this.#count] as const;
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
      if (at <= 0) {
        slots[slot] = base + 1 + k;
        firsts[k] = k;
        distinct++;
      } else firsts[k] = at - 1;
    }
    return distinct;
  }

  /**
   * Sizes of the entered text's set (`a`), of another's (`b`), and of what they share. Where the other text goes on like
   * the entered one it is compared, not hashed: nothing is looked up for it.
   */
  with(b: Uint16Array): Overlap {
    const countB = shingleCount(b.length, this.#n);
    const needed = this.#given + countB;
    if (needed > this.#ranks.length || 2 * needed > this.#mask + 1) this.enter(this.#codes, this.#n, countB);
    this.#seen.fill(0, 0, this.#count);
    return this.#meet(b, countB);
  }

  #meet(b: Uint16Array, countB: number): Overlap {
    const [slots, ranks, lows, firsts, seen] = [
      this.#slots,
      this.#ranks,
      this.#lows,
      this.#firsts,
      this.#seen,
    ] as const;
    const [a, n, mask, base, countA] = [this.#codes, this.#n, this.#mask, this.#base, this.#count] as const;
    const width = Math.min(n, b.length);
    const [drop1, drop2] = [power(BASE_1, n), power(BASE_2, n)];
    /** Shingles that the entered text has not are numbered behind those of texts before this one. */
    const known = this.#given;
    let next = known;
    let shared = 0;
    /** The shingle of the entered text that the one before was; negative where it was none. */
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
        // New, or known from another text only.
        if (at <= 0 || (at > countA && at <= known)) {
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
    this.#given = next;
    return { a: this.#distinct, b: next - known + shared, shared };
  }
}

const kept = new ShingleSet();

/**
 * The exact sizes of the shingle sets of two texts and of their intersection.
 *
 * @param a UTF-16 units of a folded text
 * @param n units in a shingle
 */
export function overlap(a: Uint16Array, b: Uint16Array, n: number): Overlap {
  kept.enter(a, n, shingleCount(b.length, n));
  return kept.with(b);
}
