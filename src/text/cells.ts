/** No key begins so: two characters are not both U+FFFF, and other numbers are not negative. */
const FREE = -1;

/**
 * Numbers by keys of two whole numbers of 32 bits each: a hash table with open addressing, in three arrays. A look-up goes to one or
 * two places of memory, where a Map of strings goes to five; those of words and features are most of what extraction waits for.
 */
export class Cells {
  readonly #mask: number;
  readonly #none: number;
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #values: Float64Array;

  /** @param most there must be no more keys than this. @param none the value of all others. */
  constructor(most: number, none: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = size - 1;
    this.#none = none;
    this.#first = new Int32Array(size).fill(FREE);
    this.#second = new Int32Array(size);
    this.#values = new Float64Array(size).fill(none);
  }

  /** Where a key is, or the free place that it would have. */
  #at(first: number, second: number): number {
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#first[at] !== FREE && (this.#first[at] !== first || this.#second[at] !== second))
      at = (at + 1) & this.#mask;
    return at;
  }

  get(first: number, second: number): number {
    return this.#values[this.#at(first, second)]!;
  }

  set(first: number, second: number, value: number): void {
    const at = this.#at(first, second);
    this.#first[at] = first;
    this.#second[at] = second;
    this.#values[at] = value;
  }

  clear(): void {
    this.#first.fill(FREE);
    this.#values.fill(this.#none);
  }
}

/** Two characters of a text as one number; nought for what stands behind the end. */
export const twoAt = (text: string, i: number, end: number): number =>
  ((i < end ? text.charCodeAt(i) : 0) << 16) | (i + 1 < end ? text.charCodeAt(i + 1) : 0);
