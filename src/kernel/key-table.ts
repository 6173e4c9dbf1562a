/**
 * A map from keys (53-bit integers in doubles) to numbers with open addressing, for one use after the other: emptied by a
 * new stamp, so that small uses cost no more than what they hold. A `Map` of doubles makes an object of each.
 */
export class KeyTable {
  #keys = new Float64Array(0);
  #values = new Int32Array(0);
  #stamps = new Int32Array(0);
  #stamp = 0;

  /** Empties it and makes room for so many keys. */
  reset(size: number): void {
    let slots = Math.max(256, this.#keys.length);
    while (slots < 2 * size) slots *= 2;
    if (slots > this.#keys.length || this.#stamp === 2 ** 31 - 1) {
      this.#keys = new Float64Array(slots);
      this.#values = new Int32Array(slots);
      this.#stamps = new Int32Array(slots);
      this.#stamp = 0;
    }
    this.#stamp++;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key | 0, 0x9e3779b1) >>> 8) & mask;
    while (this.#stamps[slot] === this.#stamp && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** Enters a key, unless it is there: the first value stays. */
  add(key: number, value: number): void {
    const slot = this.#slot(key);
    if (this.#stamps[slot] === this.#stamp) return;
    this.#stamps[slot] = this.#stamp;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  /** The value of a key, or -1: values are to be none below 0. */
  get(key: number): number {
    const slot = this.#slot(key);
    return this.#stamps[slot] === this.#stamp ? this.#values[slot]! : -1;
  }
}
