import type { Brief } from './briefs.ts';
import { Candidates } from './candidates.ts';
import type { Relation } from './compare.ts';
import type { DedupOptions } from './options.ts';
import type { Texts, Told } from './texts.ts';
import type { Unit } from './units.ts';

/** A unit's place in a work. */
export interface Seat {
  unit: number;
  /** The unit that it is a plain copy of: itself, the head, or another filling. */
  copyOf: number;
}

export interface Member extends Seat {
  /** How it stands to the work's head. */
  to: Told;
}

/** Units that are one work, around the unit that the others were compared with. */
export interface Work {
  head: number;
  /** Without the head. */
  members: Member[];
}

/** A work as it was gathered: of each member how it stands to the head, in a word. */
export interface Gathered {
  head: number;
  members: Seat[];
  relations: Relation[];
}

/** A gathered work with all that is known of how its members stand to the head. */
export function worked({ head, members, relations }: Gathered, texts: Texts): Work {
  const told = members.map((m, i) => ({ ...m, to: { ...texts.compare(m.unit, head), relation: relations[i]! } }));
  return { head, members: told };
}

/**
 * Fillings of one work (templates, versions, excerpts) that are entered beside its head, so that their own copies find
 * them. A bound, since a form may have thousands. Wrong case: the copies of the fifth filling count as fillings each.
 */
const FILLINGS = 4;
/** Texts shorter than this (folded) are copies of each other only if they are equal: a stub shares its all with anything. */
const SHORTEST = 20;

/** A candidate below this share of the estimate of one that held is not looked at any more. */
const CLEARLY = 0.9;

const STRENGTH: Record<Relation, number> = {
  exact: 5,
  near: 5,
  contains: 4,
  contained: 4,
  version: 3,
  template: 3,
  derived: 1,
  different: 0,
};

interface Scored {
  other: number;
  to: Brief;
}

function strongest(x: Scored, y: Scored): number {
  return STRENGTH[y.to.relation] - STRENGTH[x.to.relation] || y.to.jaccard - x.to.jaccard || x.other - y.other;
}

function enter(work: Gathered, member: Seat, relation: Relation): void {
  work.members.push(member);
  work.relations.push(relation);
}

/**
 * Gathers units into works. Units come longest first; each is compared with the representatives of works that it
 * resembles and joins the one that it stands closest to, or becomes a representative. Membership is decided against the
 * representative alone, never through a third text, so that likeness does not chain.
 */
export class Works {
  readonly #units: readonly Unit[];
  readonly #texts: Texts;
  readonly #o: DedupOptions;
  readonly #index: Candidates;
  readonly #works = new Map<number, Gathered>();
  /** For each unit the head of its work. */
  readonly #headOf: Int32Array;
  readonly #copyOf: Int32Array;
  /** Works whose head may be derived from another, with what it may be derived from. */
  readonly #maybe = new Map<number, Scored[]>();

  constructor(units: readonly Unit[], texts: Texts, o: DedupOptions) {
    this.#units = units;
    this.#texts = texts;
    this.#o = o;
    this.#index = new Candidates(
      units.map((u) => u.sketch),
      o,
    );
    this.#headOf = new Int32Array(units.length).fill(-1);
    this.#copyOf = Int32Array.from(units, (_, i) => i);
  }

  /** The works, in order of their heads. */
  gather(): Gathered[] {
    for (let unit = 0; unit < this.#units.length; unit++) this.#place(unit);
    for (const [head, from] of this.#maybe) this.#derive(head, from);
    return [...this.#works.values()];
  }

  #place(unit: number): void {
    if (this.#units[unit]!.sketch.length < SHORTEST) {
      this.#found(unit);
      return;
    }
    const found = this.#verify(unit).sort(strongest);
    const sources: Scored[] = found.filter((s) => s.to.relation === 'derived');
    for (const s of found) {
      if (STRENGTH[s.to.relation] <= STRENGTH.derived) break;
      const head = this.#headOf[s.other]!;
      const to = found.find((k) => k.other === head)?.to ?? this.#texts.brief(unit, head);
      if (STRENGTH[to.relation] > STRENGTH.derived) {
        this.#join(unit, s, head, to);
        return;
      }
      if (to.relation === 'derived') sources.push({ other: head, to });
    }
    this.#found(unit);
    this.#index.add(unit, true);
    if (sources.length) this.#maybe.set(unit, sources);
  }

  /** Compares a unit with its candidates, best first, until one holds and those that remain are clearly farther off. */
  #verify(unit: number): Scored[] {
    const out: Scored[] = [];
    let enough = 0;
    for (const c of this.#index.find(unit)) {
      if (c.estimate < enough) break;
      const to = this.#texts.brief(unit, c.unit);
      out.push({ other: c.unit, to });
      if (STRENGTH[to.relation] > STRENGTH.derived) enough = Math.max(enough, CLEARLY * c.estimate);
    }
    return out;
  }

  #found(unit: number): void {
    this.#headOf[unit] = unit;
    this.#works.set(unit, { head: unit, members: [], relations: [] });
  }

  /** Joins the work of `head`, to which the unit stands as `to` says, as a copy or a filling of `s.other`. */
  #join(unit: number, s: Scored, head: number, to: Brief): void {
    const copy = STRENGTH[s.to.relation] === STRENGTH.near;
    this.#copyOf[unit] = copy ? s.other : to.relation === 'near' ? head : unit;
    this.#headOf[unit] = head;
    const work = this.#works.get(head)!;
    enter(work, { unit, copyOf: this.#copyOf[unit]! }, to.relation);
    const fillings = work.members.filter((m) => m.copyOf === m.unit).length;
    if (this.#copyOf[unit] === unit && fillings <= FILLINGS) this.#index.add(unit, false);
  }

  #size(work: Gathered): number {
    return work.members.reduce(
      (n, m) => n + this.#units[m.unit]!.members.length,
      this.#units[work.head]!.members.length,
    );
  }

  /**
   * Joins a work with the one that its head is derived from, unless what they share is common property. The smaller
   * joins the larger: a single rewritten text, be it longer, must not make copies of the original `derived` all round.
   */
  #derive(head: number, sources: readonly Scored[]): void {
    const work = this.#works.get(head);
    if (!work) return;
    for (const s of sources) {
      const source = this.#headOf[s.other]!;
      if (source === head) continue;
      const to = source === s.other ? s.to : this.#texts.brief(head, source);
      if (to.relation !== 'derived' || this.#index.distinctive(head, source) < this.#o.derived / 2) continue;
      const other = this.#works.get(source)!;
      if (this.#size(work) > this.#size(other)) this.#absorb(other, work, this.#texts.brief(source, head));
      else this.#absorb(work, other, to);
      return;
    }
  }

  #absorb(work: Gathered, into: Gathered, to: Brief): void {
    this.#works.delete(work.head);
    this.#headOf[work.head] = into.head;
    enter(into, { unit: work.head, copyOf: work.head }, to.relation);
    for (const m of work.members) {
      const { relation } = this.#texts.brief(m.unit, into.head);
      // What is a copy or a filling of a derived text is derived with it, even where it falls short of the floor itself.
      this.#headOf[m.unit] = into.head;
      enter(into, m, relation === 'different' ? 'derived' : relation);
    }
  }
}
