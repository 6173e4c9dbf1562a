import type { Json, Memo } from '../../pipeline/types.ts';
import type { Hunk } from '../../text/align.ts';
import type { Anchors } from './anchors.ts';
import { type Brief, Briefs } from './briefs.ts';
import { type Comparison, comparePrepared } from './compare.ts';
import { type Match, matches, mayMatch } from './matches.ts';
import type { DedupOptions } from './options.ts';
import { lanesOf } from './pairs.ts';
import type { Prepared } from './prepare.ts';
import { SharedMatches } from './shared-matches.ts';
import { LARGE, Shelf } from './shelf.ts';

/** What the decision keeps of a comparison: everything but what the differences are. */
export interface Told extends Omit<Comparison, 'differences'> {
  /** Where two copies of one text differ; empty for all other relations. */
  differences: Hunk[];
}

/** Prepared texts kept in memory, in characters: some 96 MB, six bytes a character. */
const KEPT = 16_000_000;

/** One text: only between these may one heal the other, and only of these it matters later where they differ. */
export const ONE_TEXT: ReadonlySet<string> = new Set(['exact', 'near', 'contained', 'contains']);

/** The texts to compare: their fingerprints and anchors, and how to get them. */
interface TextSource {
  raw(unit: number): string;
  anchors(unit: number): Anchors;
  text(unit: number): string;
  /** Number of units, and folded characters of all of them. */
  count: number;
  length: number;
}

/** What the briefs are remembered under, and the passages of all pairs. */
const BRIEFS = 'pairs briefs';
const PASSAGES = 'pairs passages';
/** Before the fingerprint, what the edits are remembered under that heal a text. */
export const HEALED = 'heal ';
/** Digits of half a fingerprint. */
const HALF = 16;

/**
 * Compares texts, remembering what was compared before and keeping the texts used last. Caches only: what it returns does
 * not depend on their state.
 */
export class Texts {
  readonly #source: TextSource;
  readonly #o: DedupOptions;
  readonly #memo: Pick<Memo, 'get' | 'set'>;
  readonly #shelf: Shelf;
  readonly #briefs: Briefs;
  readonly #matches: SharedMatches;
  /** Of each unit's fingerprint. */
  readonly #lanes: Uint32Array;
  readonly #asked = new Uint32Array(4);

  constructor(source: TextSource, o: DedupOptions, memo?: Memo) {
    this.#source = source;
    this.#o = o;
    // What is one work is looked up again when it is told.
    this.#memo = memo ?? new Map<string, Json>();
    this.#shelf = new Shelf(Math.min(KEPT, LARGE * source.length), o.shingle);
    this.#briefs = new Briefs(memo?.bytes(BRIEFS));
    this.#matches = new SharedMatches(memo?.bytes(PASSAGES));
    this.#lanes = new Uint32Array(2 * source.count);
    for (let u = 0; u < source.count; u++) this.#lanes.set(lanesOf(source.raw(u)), 2 * u);
  }

  #both(unit: number, other: number): [Prepared, Prepared] {
    return this.#shelf.both(unit, other, (u) => this.#source.text(u));
  }

  /** Half of each fingerprint: 128 bits for the pair. */
  #pair(unit: number, other: number): string {
    return this.#source.raw(unit).slice(0, HALF) + this.#source.raw(other).slice(0, HALF);
  }

  /** The same as lanes. Valid until the next call. */
  #lanesOf(unit: number, other: number): Uint32Array {
    const [lanes, asked] = [this.#lanes, this.#asked];
    asked[0] = lanes[2 * unit]!;
    asked[1] = lanes[2 * unit + 1]!;
    asked[2] = lanes[2 * other]!;
    asked[3] = lanes[2 * other + 1]!;
    return asked;
  }

  /** The passages that two units share, in the order of the first. */
  matches(unit: number, other: number): readonly Match[] {
    const asked = this.#lanesOf(unit, other);
    const known = this.#matches.get(asked);
    if (known) return known;
    const anchors = [this.#source.anchors(unit), this.#source.anchors(other)] as const;
    const found = mayMatch(...anchors) ? matches(...this.#both(unit, other), ...anchors) : [];
    this.#matches.add(asked, found);
    return found;
  }

  /** The little of {@link compare} that decides whether two units are one work: looked up for every pair that is met. */
  brief(unit: number, other: number): Brief {
    const asked = this.#lanesOf(unit, other);
    const known = this.#briefs.get(asked);
    if (known) return known;
    const { relation, masked } = this.compare(unit, other);
    const brief = { relation, jaccard: masked.jaccard };
    this.#briefs.add(asked, brief);
    return brief;
  }

  /**
   * Remembers briefs and passages, once all have been asked for; what is remembered of texts that are gone may be forgotten.
   *
   * @param others keys that the stage has besides those of texts
   */
  keep(memo: Memo, others: ReadonlySet<string>): void {
    const [briefs, passages] = [this.#briefs.pack(), this.#matches.pack()];
    if (briefs) memo.setBytes(BRIEFS, briefs);
    if (passages) memo.setBytes(PASSAGES, passages);
    const halves = new Set<string>();
    for (let u = 0; u < this.#source.count; u++) halves.add(this.#source.raw(u).slice(0, HALF));
    memo.keep((key) => {
      if (key === BRIEFS || key === PASSAGES || others.has(key)) return true;
      const [first, second] = fingerprintsIn(key);
      return halves.has(first) && halves.has(second ?? first);
    });
  }

  /** How the first unit stands to the second. */
  compare(unit: number, other: number): Told {
    const key = this.#pair(unit, other);
    const known = this.#memo.get(key);
    if (known !== undefined) return unpack(known as unknown as Packed);
    const { differences, ...rest } = comparePrepared(...this.#both(unit, other), this.#o);
    const places = ONE_TEXT.has(rest.relation)
      ? differences.map(({ aStart, aEnd, bStart, bEnd }) => ({ aStart, aEnd, bStart, bEnd }))
      : [];
    const told: Told = { ...rest, differences: places };
    // Whoever is no kin is told by the brief alone.
    if (told.relation !== 'different') this.#memo.set(key, pack(told));
    return told;
  }
}

/** Halves of the fingerprints that a key is made of. */
function fingerprintsIn(key: string): [first: string, second?: string] {
  if (key.startsWith(HEALED)) return [key.slice(HEALED.length, HEALED.length + HALF)];
  return [key.slice(0, HALF), key.slice(HALF)];
}

/** A comparison as it is remembered: short, since there are some for every article. */
type Packed = [
  head: [relation: string, rule: string, ...scores: number[]],
  slotCount: number,
  slots: Told['slots'],
  differences: number[],
  remedies: Told['remedies'],
];

function pack(t: Told): Json {
  const { jaccard, containment, covered, masked: m } = t;
  const packed: Packed = [
    [t.relation, t.rule, jaccard, containment, covered, m.jaccard, m.containment, m.covered],
    t.slotCount,
    t.slots,
    t.differences.flatMap((d) => [d.aStart, d.aEnd, d.bStart, d.bEnd]),
    t.remedies,
  ];
  return packed as unknown as Json;
}

function unpack([[relation, rule, ...s], slotCount, slots, places, remedies]: Packed): Told {
  const differences: Hunk[] = [];
  for (let i = 0; i < places.length; i += 4)
    differences.push({
      aStart: places[i]!,
      aEnd: places[i + 1]!,
      bStart: places[i + 2]!,
      bEnd: places[i + 3]!,
    });
  return {
    relation: relation as Told['relation'],
    rule,
    jaccard: s[0]!,
    containment: s[1]!,
    covered: s[2]!,
    masked: { jaccard: s[3]!, containment: s[4]!, covered: s[5]! },
    slotCount,
    slots,
    differences,
    remedies,
  };
}
