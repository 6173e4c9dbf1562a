import type { Relation } from './compare.ts';
import { joinBytes, LANES, Pairs, splitBytes } from './pairs.ts';

/** Of a comparison what works are gathered by. */
export interface Brief {
  relation: Relation;
  /** With slots, slips and leads taken out. */
  jaccard: number;
}

const RELATIONS: readonly Relation[] = [
  'exact',
  'near',
  'contained',
  'contains',
  'version',
  'template',
  'derived',
  'different',
];

/** Briefs of all comparisons of a corpus. */
export class Briefs {
  readonly #pairs: Pairs;
  #jaccards: Float64Array;
  /** Place of the relation among {@link RELATIONS}. */
  #relations: Uint8Array;

  /** @param packed what {@link pack} gave */
  constructor(packed?: Uint8Array) {
    const { count, buffer, start } = packed ? splitBytes(packed) : { count: 0, buffer: new ArrayBuffer(8), start: 8 };
    this.#jaccards = new Float64Array(buffer, start, count);
    this.#pairs = new Pairs(new Uint32Array(buffer, start + 8 * count, LANES * count));
    this.#relations = new Uint8Array(buffer, start + (8 + 4 * LANES) * count, count);
  }

  /** @param pair {@link LANES} lanes */
  get(pair: Uint32Array): Brief | undefined {
    const number = this.#pairs.find(pair);
    if (number < 0) return undefined;
    return { relation: RELATIONS[this.#relations[number]!]!, jaccard: this.#jaccards[number]! };
  }

  add(pair: Uint32Array, { relation, jaccard }: Brief): void {
    if (this.#pairs.find(pair) >= 0) return;
    const number = this.#pairs.add(pair);
    if (number >= this.#jaccards.length) this.#grow(2 * Math.max(512, number));
    this.#jaccards[number] = jaccard;
    this.#relations[number] = RELATIONS.indexOf(relation);
  }

  #grow(capacity: number): void {
    const [jaccards, relations] = [this.#jaccards, this.#relations];
    this.#jaccards = new Float64Array(capacity);
    this.#jaccards.set(jaccards);
    this.#relations = new Uint8Array(capacity);
    this.#relations.set(relations);
  }

  /** The briefs as bytes; null where they are those that were unpacked. See {@link Pairs.kept}. */
  pack(): Uint8Array | null {
    const kept = this.#pairs.kept();
    if (!kept) return null;
    const jaccards = Float64Array.from(kept, (number) => this.#jaccards[number]!);
    const relations = Uint8Array.from(kept, (number) => this.#relations[number]!);
    return joinBytes(kept.length, [jaccards, this.#pairs.lanes(kept), relations]);
  }
}
