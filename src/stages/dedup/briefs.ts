import type { Relation } from './compare.ts';

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

/** 64 bits of each of two fingerprints. */
const LANES = 4;
/** Bytes of a brief as it is kept: lanes, Jaccard, relation. */
const PACKED = 4 * LANES + 8 + 1;

/**
 * Briefs of all comparisons of a corpus, by the fingerprints of both texts, in typed arrays: every text of it was compared
 * with some, and a row of a database for each of these is dearer to look up than all else that is done with it.
 */
export class Briefs {
  #size = 0;
  #lanes = new Uint32Array(0);
  #jaccards = new Float64Array(0);
  /** Place of the relation among {@link RELATIONS}. */
  #relations = new Uint8Array(0);
  /** Asked for, or added. */
  #used = new Uint8Array(0);
  #added = false;
  /** 1 + number of an entry; 0 where the slot is free. */
  #slots = new Uint32Array(0);

  /** @param packed what {@link pack} gave */
  constructor(packed?: Uint8Array) {
    const count = packed ? Math.floor(packed.length / PACKED) : 0;
    this.#grow(Math.max(1024, 2 * count));
    if (!packed) return;
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    for (let i = 0; i < count; i++) {
      const at = i * PACKED;
      for (let k = 0; k < LANES; k++) this.#lanes[LANES * i + k] = view.getUint32(at + 4 * k, true);
      this.#jaccards[i] = view.getFloat64(at + 4 * LANES, true);
      this.#relations[i] = view.getUint8(at + PACKED - 1);
      this.#slots[this.#slot(this.#lanes, LANES * i)] = ++this.#size;
    }
  }

  #grow(capacity: number): void {
    const [lanes, jaccards, relations, used] = [this.#lanes, this.#jaccards, this.#relations, this.#used];
    this.#lanes = new Uint32Array(LANES * capacity);
    this.#lanes.set(lanes);
    this.#jaccards = new Float64Array(capacity);
    this.#jaccards.set(jaccards);
    this.#relations = new Uint8Array(capacity);
    this.#relations.set(relations);
    this.#used = new Uint8Array(capacity);
    this.#used.set(used);
    let slots = 16;
    while (slots < 2 * capacity) slots *= 2;
    this.#slots = new Uint32Array(slots);
    for (let i = 0; i < this.#size; i++) this.#slots[this.#slot(this.#lanes, LANES * i)] = i + 1;
  }

  /** Where a pair is, or would be put. */
  #slot(lanes: Uint32Array, at: number): number {
    const mask = this.#slots.length - 1;
    const [a, b, c, d] = [lanes[at]!, lanes[at + 1]!, lanes[at + 2]!, lanes[at + 3]!];
    let slot = (Math.imul(a ^ Math.imul(c, 0x85ebca6b), 0x9e3779b1) >>> 4) & mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry === 0) return slot;
      const of = LANES * (entry - 1);
      const all = this.#lanes;
      if (all[of] === a && all[of + 1] === b && all[of + 2] === c && all[of + 3] === d) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** @param pair {@link LANES} lanes */
  get(pair: Uint32Array): Brief | undefined {
    const entry = this.#slots[this.#slot(pair, 0)]!;
    if (entry === 0) return undefined;
    this.#used[entry - 1] = 1;
    return { relation: RELATIONS[this.#relations[entry - 1]!]!, jaccard: this.#jaccards[entry - 1]! };
  }

  add(pair: Uint32Array, { relation, jaccard }: Brief): void {
    if (this.#size === this.#jaccards.length) this.#grow(2 * this.#size);
    const slot = this.#slot(pair, 0);
    if (this.#slots[slot] !== 0) return;
    this.#lanes.set(pair, LANES * this.#size);
    this.#jaccards[this.#size] = jaccard;
    this.#relations[this.#size] = RELATIONS.indexOf(relation);
    this.#used[this.#size] = 1;
    this.#slots[slot] = ++this.#size;
    this.#added = true;
  }

  /** The briefs as bytes, without those that were not asked for once they are more than the rest; null where all is as it was. */
  pack(): Uint8Array | null {
    const used = this.#used.subarray(0, this.#size).reduce((n, u) => n + u, 0);
    const all = this.#size <= 2 * used;
    if (all && !this.#added) return null;
    const packed = new Uint8Array(PACKED * (all ? this.#size : used));
    const view = new DataView(packed.buffer);
    let at = 0;
    for (let i = 0; i < this.#size; i++) {
      if (!all && !this.#used[i]) continue;
      for (let k = 0; k < LANES; k++) view.setUint32(at + 4 * k, this.#lanes[LANES * i + k]!, true);
      view.setFloat64(at + 4 * LANES, this.#jaccards[i]!, true);
      view.setUint8(at + PACKED - 1, this.#relations[i]!);
      at += PACKED;
    }
    return packed;
  }
}

/** The lanes of a fingerprint's first 64 bits. */
export function lanesOf(fingerprint: string): [number, number] {
  return [Number.parseInt(fingerprint.slice(0, 8), 16), Number.parseInt(fingerprint.slice(8, 16), 16)];
}
