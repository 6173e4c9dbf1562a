/** 64 bits of each of two fingerprints. */
export const LANES = 4;

/**
 * Numbers pairs of texts by the fingerprints of both, in typed arrays: what is remembered of the comparisons of a corpus is
 * kept beside it, at the pair's number. Every text was compared with some, and a row of a database for each of these is
 * dearer to look up than all else that is done with it.
 */
export class Pairs {
  #size = 0;
  #lanes: Uint32Array = new Uint32Array(0);
  /** Asked for, or added. */
  #used = new Uint8Array(0);
  #added = false;
  /** 1 + number of a pair; 0 where the slot is free. */
  #slots = new Uint32Array(0);

  /** @param lanes of the pairs that are known, {@link LANES} each, in the order of their numbers */
  constructor(lanes: Uint32Array = new Uint32Array(0)) {
    this.#size = lanes.length / LANES;
    this.#lanes = lanes;
    this.#grow(Math.max(1024, this.#size + (this.#size >> 3)));
  }

  get size(): number {
    return this.#size;
  }

  #grow(capacity: number): void {
    const [lanes, used] = [this.#lanes, this.#used];
    this.#lanes = new Uint32Array(LANES * capacity);
    this.#lanes.set(lanes);
    this.#used = new Uint8Array(capacity);
    this.#used.set(used);
    let slots = 16;
    while (slots < 2 * capacity) slots *= 2;
    this.#slots = new Uint32Array(slots);
    for (let i = 0; i < this.#size; i++) {
      const at = LANES * i;
      const all = this.#lanes;
      const slot = this.#slot(all[at]!, all[at + 1]!, all[at + 2]!, all[at + 3]!);
      if (this.#slots[slot] === 0) this.#slots[slot] = i + 1;
    }
  }

  /** Where a pair is, or would be put. */
  #slot(a: number, b: number, c: number, d: number): number {
    const [slots, all] = [this.#slots, this.#lanes];
    const mask = slots.length - 1;
    let slot = (Math.imul(a ^ Math.imul(c, 0x85ebca6b), 0x9e3779b1) >>> 4) & mask;
    for (;;) {
      const entry = slots[slot]!;
      if (entry === 0) return slot;
      const of = LANES * (entry - 1);
      if (all[of] === a && all[of + 1] === b && all[of + 2] === c && all[of + 3] === d) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** @returns the number of a pair, or -1 */
  find(pair: Uint32Array): number {
    const number = this.#slots[this.#slot(pair[0]!, pair[1]!, pair[2]!, pair[3]!)]! - 1;
    if (number >= 0) this.#used[number] = 1;
    return number;
  }

  /** @returns the number of a pair that is not known yet */
  add(pair: Uint32Array): number {
    if (LANES * this.#size === this.#lanes.length) this.#grow(2 * this.#size);
    this.#lanes.set(pair, LANES * this.#size);
    this.#used[this.#size] = 1;
    this.#slots[this.#slot(pair[0]!, pair[1]!, pair[2]!, pair[3]!)] = this.#size + 1;
    this.#added = true;
    return this.#size++;
  }

  /**
   * Numbers of the pairs that are to be remembered: all, or without those that nobody asked for once they are more than
   * the rest. Null where all is as it was.
   */
  kept(): Uint32Array | null {
    const used = this.#used.subarray(0, this.#size).reduce((n, u) => n + u, 0);
    const all = this.#size <= 2 * used;
    if (all && !this.#added) return null;
    const numbers = new Uint32Array(all ? this.#size : used);
    let n = 0;
    for (let i = 0; i < this.#size; i++) if (all || this.#used[i]) numbers[n++] = i;
    return numbers;
  }

  lanes(numbers: Uint32Array): Uint32Array {
    const out = new Uint32Array(LANES * numbers.length);
    for (let i = 0; i < numbers.length; i++)
      for (let k = 0; k < LANES; k++) out[LANES * i + k] = this.#lanes[LANES * numbers[i]! + k]!;
    return out;
  }
}

/** Puts arrays one behind the other, wide elements first, so that each can be looked at where it lies. */
export function joinBytes(
  count: number,
  arrays: readonly (Uint32Array | Float64Array | Int32Array | Uint8Array)[],
): Uint8Array {
  const head = new Uint8Array(Float64Array.of(count).buffer);
  return Buffer.concat([head, ...arrays.map((a) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength))]);
}

/** Bytes at an address where numbers may be looked at, and the count that {@link joinBytes} put before them. */
export function splitBytes(packed: Uint8Array): { count: number; buffer: ArrayBuffer; start: number } {
  const bytes = new Uint8Array(packed);
  return { count: new Float64Array(bytes.buffer, 0, 1)[0]!, buffer: bytes.buffer, start: 8 };
}

/** The lanes of a fingerprint's first 64 bits. */
export function lanesOf(fingerprint: string): [number, number] {
  return [Number.parseInt(fingerprint.slice(0, 8), 16), Number.parseInt(fingerprint.slice(8, 16), 16)];
}
