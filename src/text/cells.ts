/** No key begins so: two characters are not both U+FFFF, and other numbers are not negative. */
const FREE = -1;

/** Numbers that one entry takes: the key, the value, and one that makes it a quarter of a line of the processor's cache. */
const WIDTH = 4;

/**
 * Whole numbers by keys of two whole numbers of 32 bits each: a hash table with open addressing. A look-up goes to one place of memory,
 * where a Map of strings goes to five: going there is most of what look-ups of words and features cost.
 */
export class Cells {
  readonly #mask: number;
  readonly #none: number;
  readonly #cells: Int32Array;

  /** @param most there must be no more keys than this. @param none the value of all others. */
  constructor(most: number, none: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = size - 1;
    this.#none = none;
    this.#cells = new Int32Array(WIDTH * size).fill(FREE);
  }

  /** Where a key is, or the free place that it would have. */
  #at(first: number, second: number): number {
    const cells = this.#cells;
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const found = cells[WIDTH * at];
      if (found === FREE || (found === first && cells[WIDTH * at + 1] === second)) return WIDTH * at;
      at = (at + 1) & this.#mask;
    }
  }

  get(first: number, second: number): number {
    const at = this.#at(first, second);
    return this.#cells[at] === FREE ? this.#none : this.#cells[at + 2]!;
  }

  set(first: number, second: number, value: number): void {
    const at = this.#at(first, second);
    this.#cells[at] = first;
    this.#cells[at + 1] = second;
    this.#cells[at + 2] = value;
  }

  clear(): void {
    this.#cells.fill(FREE);
  }
}

/** Two characters of a text as one number; nought for what stands behind the end. */
export const twoAt = (text: string, i: number, end: number): number =>
  ((i < end ? text.charCodeAt(i) : 0) << 16) | (i + 1 < end ? text.charCodeAt(i + 1) : 0);
