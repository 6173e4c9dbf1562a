import type { Match } from './matches.ts';
import { joinBytes, LANES, Pairs, splitBytes } from './pairs.ts';

const NONE: readonly Match[] = [];
/** Numbers of a match. */
const NUMBERS = 7;

/** The passages that pairs of texts share. Most pairs that are met share none. */
export class SharedMatches {
  readonly #pairs: Pairs;
  /** Where the numbers of each pair's matches begin; one more than there are pairs. */
  #starts: Uint32Array;
  #numbers: Int32Array;

  /** @param packed what {@link pack} gave */
  constructor(packed?: Uint8Array) {
    const { count, buffer, start } = packed ? splitBytes(packed) : { count: 0, buffer: new ArrayBuffer(12), start: 8 };
    this.#starts = new Uint32Array(buffer, start, count + 1);
    this.#pairs = new Pairs(new Uint32Array(buffer, start + 4 * (count + 1), LANES * count));
    this.#numbers = new Int32Array(buffer, start + 4 * (count + 1 + LANES * count));
  }

  /** @param pair {@link LANES} lanes */
  get(pair: Uint32Array): readonly Match[] | undefined {
    const number = this.#pairs.find(pair);
    if (number < 0) return undefined;
    if (this.#starts[number] === this.#starts[number + 1]) return NONE;
    const found: Match[] = [];
    const all = this.#numbers;
    for (let i = this.#starts[number]!; i < this.#starts[number + 1]!; i += NUMBERS) {
      const [a, b, length, aStart] = [all[i]!, all[i + 1]!, all[i + 2]!, all[i + 3]!];
      found.push({ a, b, length, aStart, aEnd: all[i + 4]!, bStart: all[i + 5]!, bEnd: all[i + 6]! });
    }
    return found;
  }

  add(pair: Uint32Array, matches: readonly Match[]): void {
    if (this.#pairs.find(pair) >= 0) return;
    const number = this.#pairs.add(pair);
    const end = this.#starts[number]! + NUMBERS * matches.length;
    this.#starts = roomFor(this.#starts, number + 2);
    this.#numbers = roomFor(this.#numbers, end);
    let at = this.#starts[number]!;
    for (const m of matches)
      for (const x of [m.a, m.b, m.length, m.aStart, m.aEnd, m.bStart, m.bEnd]) this.#numbers[at++] = x;
    this.#starts[number + 1] = end;
  }

  /** The matches as bytes; null where they are those that were unpacked. See {@link Pairs.kept}. */
  pack(): Uint8Array | null {
    const kept = this.#pairs.kept();
    if (!kept) return null;
    const starts = new Uint32Array(kept.length + 1);
    for (const [i, number] of kept.entries())
      starts[i + 1] = starts[i]! + this.#starts[number + 1]! - this.#starts[number]!;
    const numbers = new Int32Array(starts[kept.length]!);
    for (const [i, number] of kept.entries())
      numbers.set(this.#numbers.subarray(this.#starts[number]!, this.#starts[number + 1]!), starts[i]!);
    return joinBytes(kept.length, [starts, this.#pairs.lanes(kept), numbers]);
  }
}

/** The same array, or one of twice the size where it has no room for so many. */
function roomFor<T extends Uint32Array | Int32Array>(array: T, size: number): T {
  if (size <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(2 * size);
  larger.set(array);
  return larger;
}
