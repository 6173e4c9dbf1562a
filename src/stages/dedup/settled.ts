import { hash } from 'node:crypto';
import type { Corpus, Edit, Json } from '../../pipeline/types.ts';
import { recentre, seatsAround } from './canonical.ts';
import type { Relation } from './compare.ts';
import type { DedupOptions } from './options.ts';
import type { Texts, Told } from './texts.ts';
import type { Unit } from './units.ts';
import { healing } from './witnesses.ts';
import { type Gathered, type Seat, worked } from './works.ts';

/** What works are settled from. */
interface Ground {
  units: readonly Unit[];
  texts: Texts;
  corpus: Corpus;
  o: DedupOptions;
}

/** A member of a settled work, with its relation where that is not what the comparison says. */
export interface Settling extends Seat {
  relation?: Relation;
}

/** Of a settled work what the rest of the corpus must know; units as places in the gathered work, its head 0. */
interface Outline {
  head: number;
  derived: number[];
  healed: [uid: string, edits: Edit[]][];
}

/** Of a work that is one text. */
const ALONE: Outline = { head: 0, derived: [], healed: [] };

/**
 * A work with the article that stands for it and what its copies heal. All follows from the gathered work, so an earlier
 * run's outline of one that is the same serves; how a member stands is looked up only where it is asked for.
 */
export class SettledWork {
  /** Stands for the gathered work: its texts, what is known of its articles, how they were found to belong together. */
  readonly digest: string;
  readonly #gathered: Gathered;
  readonly #ground: Ground;
  #outline: Outline | null = null;
  #healed: Map<string, Edit[]> | null = null;

  constructor(gathered: Gathered, ground: Ground) {
    this.#gathered = gathered;
    this.#ground = ground;
    this.digest = digestOf(gathered, ground.units);
  }

  get memoKey(): string {
    return `work ${this.digest}`;
  }

  /** The unit that stands for it. */
  get head(): number {
    return this.#unitAt(this.#known().head);
  }

  /** The unit that stands for it, and those that are derived from that one. */
  get standing(): number[] {
    const { head, derived } = this.#known();
    return [head, ...derived].map((place) => this.#unitAt(place));
  }

  #unitAt(place: number): number {
    const { head, members } = this.#gathered;
    return place ? members[place - 1]!.unit : head;
  }

  /** The other units, as they stand around that one. */
  get seats(): Settling[] {
    const { members, relations } = this.#gathered;
    // Seen from another unit than it was gathered around, a member is what the comparison says.
    if (this.#known().head) return seatsAround(this.head, this.#gathered);
    return members.map(({ unit, copyOf }, i) => ({ unit, copyOf, relation: relations[i]! }));
  }

  /** How a member stands to the unit that stands for the work. */
  told({ unit, relation }: Settling): Told {
    const to = this.#ground.texts.compare(unit, this.head);
    return relation ? { ...to, relation } : to;
  }

  /** Edits by which its copies heal each other, by uid. */
  get healed(): ReadonlyMap<string, readonly Edit[]> {
    this.#healed ??= new Map(this.#known().healed);
    return this.#healed;
  }

  #known(): Outline {
    if (this.#outline) return this.#outline;
    if (!this.#gathered.members.length) return ALONE;
    const { memo } = this.#ground.corpus;
    const known = memo?.get(this.memoKey) as unknown as Outline | undefined;
    this.#outline = known ?? this.#draw();
    if (!known) memo?.set(this.memoKey, this.#outline as unknown as Json);
    return this.#outline;
  }

  #draw(): Outline {
    const { units, texts, corpus, o } = this.#ground;
    const work = recentre(worked(this.#gathered, texts), units, texts);
    const places = new Map([this.#gathered.head, ...this.#gathered.members.map((m) => m.unit)].map((u, i) => [u, i]));
    return {
      head: places.get(work.head)!,
      derived: work.members.flatMap((m) => (m.to.relation === 'derived' ? [places.get(m.unit)!] : [])),
      healed: [...healing(work, units, texts, corpus, o.shingle)],
    };
  }
}

/** The articles of a unit: what is told of them depends on this of their sketches, and on nothing else that no text holds. */
function identityOf({ members }: Unit): string {
  return members
    .map(({ uid, sketch: { raw, evidence: e } }) =>
      [uid, raw, e.hidden, e.date, e.origin, e.titled, e.owned].join('\t'),
    )
    .join('\n');
}

function digestOf({ head, members, relations }: Gathered, units: readonly Unit[]): string {
  const places = new Map([head, ...members.map((m) => m.unit)].map((u, i) => [u, i]));
  const parts = [identityOf(units[head]!)];
  members.forEach((m, i) => {
    parts.push(`${places.get(m.copyOf)} ${relations[i]}`, identityOf(units[m.unit]!));
  });
  return digest(parts.join('\n\n'));
}

/** 128 bits of SHA-256. */
export const digest = (text: string): string => hash('sha256', text).slice(0, 32);
