/** Pairs of words of the language model, by number: what a word costs behind the word before it. */
export interface Pairs {
  /** Costs are whole numbers of steps: so many make a nat. */
  step: number;
  /**
   * Each first word has a small hash table of its own, from its place in `from` to that of the next word (none if it begins no
   * pair): a search asks for one word behind many others, and finds them side by side. A slot holds the second word's number + 1
   * and, in its low byte, the cost in steps.
   */
  slots: Int32Array;
  from: Int32Array;
  /** What a word costs behind one that it was not met behind. */
  unmet: Float32Array;
  /** The second words of one character, as characters; those of a first word as in `slots`. */
  followers: Uint16Array;
  followersFrom: Int32Array;
}

/**
 * Reads the table's pairs: for each first word its number, what others cost behind it, and the second words with what they cost.
 *
 * @param count of words
 * @param singles number of each character that is a word, -1 for others
 */
export function readPairs(packed: string, step: number, count: number, singles: Int32Array): Pairs {
  const bytes = new Bytes(packed);
  // A pair takes two bytes and less than three slots, a row three bytes and two slots more.
  const slots = new Int32Array(2 * bytes.count);
  let size = 0;
  const followers: number[] = [];
  const from = new Int32Array(count + 1);
  const followersFrom = new Int32Array(count + 1);
  const unmet = new Float32Array(count);
  const characters = charactersOf(singles);
  let known = 0;
  const fillTo = (word: number): void => {
    for (; known <= word; known++) {
      from[known] = size;
      followersFrom[known] = followers.length;
    }
  };
  for (let first = 0; !bytes.read; ) {
    first += bytes.int();
    fillTo(first);
    unmet[first] = bytes.int() / step;
    const seconds = bytes.int();
    const begin = size;
    const mask = 2 ** Math.ceil(Math.log2(seconds * 1.5 + 1)) - 1;
    size += mask + 1;
    for (let n = 0, second = 0; n < seconds; n++) {
      second += bytes.int();
      let slot = spread(second) & mask;
      while (slots[begin + slot]) slot = (slot + 1) & mask;
      slots[begin + slot] = ((second + 1) << 8) | bytes.next();
      const units = characters[second];
      if (units) for (const unit of units) followers.push(unit);
    }
  }
  fillTo(count);
  return {
    step,
    slots: slots.slice(0, size),
    from,
    unmet,
    followers: Uint16Array.from(followers),
    followersFrom,
  };
}

/** Bytes in base64, and whole numbers in them: seven bits a byte, the low ones first, the eighth bit set in all but the last. */
class Bytes {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(packed: string) {
    this.#bytes = Buffer.from(packed, 'base64');
  }

  get count(): number {
    return this.#bytes.length;
  }

  /** True where all of them were read. */
  get read(): boolean {
    return this.#at >= this.#bytes.length;
  }

  next(): number {
    return this.#bytes[this.#at++]!;
  }

  int(): number {
    let n = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.next();
      n |= (byte & 127) << shift;
      if (byte < 128) return n;
    }
  }
}

/** Characters by number; digits share one, and so do signs that end a sentence. */
function charactersOf(singles: Int32Array): (number[] | undefined)[] {
  const out: (number[] | undefined)[] = [];
  for (let unit = 0; unit < singles.length; unit++) {
    const number = singles[unit]!;
    if (number < 0) continue;
    out[number] ??= [];
    out[number].push(unit);
  }
  return out;
}

function spread(second: number): number {
  return Math.imul(second, 0x9e3779b1) >>> 14;
}

/** What a word costs behind one that it was not met behind, beside what it costs alone. */
export function unmetBehind({ from, unmet }: Pairs, first: number): number {
  return first >= 0 && from[first]! < from[first + 1]! ? unmet[first]! : 0;
}

/**
 * What word `second`, which costs `alone` by itself, costs behind word `first`; `within`: what it costs among those that
 * share its number.
 */
export function costBehind(pairs: Pairs, first: number, second: number, alone: number, within = 0): number {
  if (first < 0) return alone;
  const { slots } = pairs;
  const begin = pairs.from[first]!;
  const mask = pairs.from[first + 1]! - begin - 1;
  if (mask < 0) return alone;
  if (second >= 0) {
    for (let slot = spread(second) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[begin + slot]!;
      if (entry === 0) break;
      if (entry >> 8 === second + 1) return Math.min((entry & 255) / pairs.step + within, alone);
    }
  }
  return alone + pairs.unmet[first]!;
}
