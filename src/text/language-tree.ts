/**
 * The tree of words of the language model: a branch for each beginning of a word.
 *
 * Branches are numbered level by level, so that those that go on from one branch have consecutive numbers, in the order of
 * their characters: looked up in few places of memory, and listed without any look-up. A hash table of the same words is
 * scattered over so much memory that waiting for it was a third of all work on damaged text.
 */
export interface Tree {
  /** Branch that a character opens, 0 where no word begins with it. */
  roots: Uint16Array;
  /** The first branch that goes on from a branch; they end where those of the next branch begin. */
  from: Int32Array;
  /** The last character of each branch. */
  units: Uint16Array;
  /** Of the word that ends at a branch: cost in steps (0: none ends there), and number in the table (-1: none). */
  costs: Uint8Array;
  numbers: Int32Array;
}

/** The branch behind `branch` that a character in simplified form leads to; 0 when no word goes on like this. */
export function childOf({ from, units }: Tree, branch: number, unit: number): number {
  const end = from[branch + 1]!;
  let low = from[branch]!;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (units[middle]! < unit) low = middle + 1;
    else high = middle;
  }
  return low < end && units[low] === unit ? low : 0;
}

/** Whether longer words go on from a branch. */
export function goesOn({ from }: Tree, branch: number): boolean {
  return from[branch]! < from[branch + 1]!;
}

/** Grows a tree word by word, in any order; {@link TreeBuilder.build} then numbers its branches. */
export class TreeBuilder {
  /** By provisional number of a branch; 0 is the root. */
  readonly #units: Uint16Array;
  readonly #parents: Int32Array;
  readonly #costs: Uint8Array;
  readonly #numbers: Int32Array;
  #size = 1;
  /** Branches by a hash of parent and character. */
  readonly #slots: Int32Array;

  /** @param letters of all words together, at most */
  constructor(letters: number) {
    this.#units = new Uint16Array(letters + 1);
    this.#parents = new Int32Array(letters + 1);
    this.#costs = new Uint8Array(letters + 1);
    this.#numbers = new Int32Array(letters + 1).fill(-1);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(letters + 1)));
  }

  /** Adds the word `words.slice(at, at + length)`; the last one of two that are the same counts. */
  add(words: string, at: number, length: number, cost: number, number: number): void {
    let branch = 0;
    for (let i = at; i < at + length; i++) branch = this.#child(branch, words.charCodeAt(i));
    this.#costs[branch] = cost;
    this.#numbers[branch] = number;
  }

  #child(parent: number, unit: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(Math.imul(parent, 0x9e3779b1) ^ unit, 0x85ebca6b) >>> 7;
    for (slot &= mask; slots[slot]; slot = (slot + 1) & mask) {
      const branch = slots[slot]!;
      if (this.#parents[branch] === parent && this.#units[branch] === unit) return branch;
    }
    const branch = this.#size++;
    this.#units[branch] = unit;
    this.#parents[branch] = parent;
    slots[slot] = branch;
    return branch;
  }

  build(): Tree {
    const size = this.#size;
    const all = new Int32Array(size - 1);
    for (let i = 0; i < all.length; i++) all[i] = i + 1;
    const children = sorted(sorted(all, this.#units, 0x10000), this.#parents, size);
    const first = countsBelow(children, this.#parents, size);
    const tree: Tree = {
      roots: new Uint16Array(0x10000),
      from: new Int32Array(size + 1),
      units: new Uint16Array(size),
      costs: new Uint8Array(size),
      numbers: new Int32Array(size),
    };
    // The root comes first; behind it each branch queues the ones that go on from it.
    const queue = new Int32Array(size);
    let end = 1;
    for (let i = 0; i < size; i++) {
      const branch = queue[i]!;
      tree.from[i] = end;
      tree.units[i] = this.#units[branch]!;
      tree.costs[i] = this.#costs[branch]!;
      tree.numbers[i] = this.#numbers[branch]!;
      for (let k = first[branch]!; k < first[branch + 1]!; k++) queue[end++] = children[k]!;
    }
    tree.from[size] = end;
    for (let branch = 1; branch < tree.from[1]!; branch++) tree.roots[tree.units[branch]!] = branch;
    return tree;
  }
}

type Keys = Uint16Array | Int32Array;

/** How many branches have a key below 0, 1, 2 … */
function countsBelow(branches: Int32Array, keys: Keys, most: number): Int32Array {
  const below = new Int32Array(most + 1);
  for (let i = 0; i < branches.length; i++) below[keys[branches[i]!]! + 1]!++;
  for (let key = 0; key < most; key++) below[key + 1]! += below[key]!;
  return below;
}

/** Branches in the order of their keys, those with the same key in the order given. */
function sorted(branches: Int32Array, keys: Keys, most: number): Int32Array {
  const next = countsBelow(branches, keys, most);
  const out = new Int32Array(branches.length);
  for (let i = 0; i < branches.length; i++) out[next[keys[branches[i]!]!]!++] = branches[i]!;
  return out;
}
