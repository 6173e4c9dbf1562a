import type { Json, Memo } from '../../pipeline/types.ts';
import type { Hunk } from '../../text/align.ts';
import { type Comparison, comparePrepared } from './compare.ts';
import type { DedupOptions } from './options.ts';
import { type Prepared, prepare } from './prepare.ts';

/** What the decision keeps of a comparison: everything but what the differences are. */
export interface Told extends Omit<Comparison, 'differences'> {
  /** Where two copies of one text differ; empty for all other relations. */
  differences: Hunk[];
}

/** Prepared texts kept in memory, in characters: some 64 MB, four bytes a character. */
const KEPT = 16_000_000;

/** One text: only between these may one heal the other, and only of these it matters later where they differ. */
export const ONE_TEXT: ReadonlySet<string> = new Set(['exact', 'near', 'contained', 'contains']);

/** A text to compare: its fingerprint, and how to get it. */
export interface TextSource {
  raw(unit: number): string;
  text(unit: number): string;
}

/**
 * Compares texts, remembering what was compared before and keeping the texts used last. Caches only: what it returns does
 * not depend on their state.
 */
export class Texts {
  readonly #source: TextSource;
  readonly #o: DedupOptions;
  readonly #memo: Memo | undefined;
  readonly #kept = new Map<number, Prepared>();
  #size = 0;

  constructor(source: TextSource, o: DedupOptions, memo?: Memo) {
    this.#source = source;
    this.#o = o;
    this.#memo = memo;
  }

  #get(unit: number): Prepared {
    let found = this.#kept.get(unit);
    if (found) this.#kept.delete(unit);
    else {
      found = prepare(this.#source.text(unit), this.#o.shingle);
      this.#size += found.codes.length;
    }
    this.#kept.set(unit, found);
    for (const [old, { codes }] of this.#kept) {
      if (this.#size <= KEPT || old === unit) break;
      this.#kept.delete(old);
      this.#size -= codes.length;
    }
    return found;
  }

  /** How the first unit stands to the second. */
  compare(unit: number, other: number): Told {
    // Half of each fingerprint: 128 bits for the pair.
    const key = this.#source.raw(unit).slice(0, 16) + this.#source.raw(other).slice(0, 16);
    const known = this.#memo?.get(key);
    if (known !== undefined) return unpack(known as unknown as Packed);
    const { differences, ...rest } = comparePrepared(this.#get(unit), this.#get(other), this.#o);
    const places = ONE_TEXT.has(rest.relation)
      ? differences.map(({ aStart, aEnd, bStart, bEnd }) => ({ aStart, aEnd, bStart, bEnd }))
      : [];
    const told: Told = { ...rest, differences: places };
    this.#memo?.set(key, pack(told));
    return told;
  }
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
