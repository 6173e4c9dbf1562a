import { ALONE, sharedKeys } from '../../kernel/shared.ts';
import type { Texts } from './texts.ts';
import { byPlace, type Unit } from './units.ts';
import type { Member, Seat, Work } from './works.ts';

/** Share of the longest text's shingles (leads aside) from which a copy is complete. */
const COMPLETE = 0.98;
/** Share of the longest text's length from which another filling is complete. */
const FULL_LENGTH = 0.8;

/** Plain copies of one another. */
interface Group {
  units: number[];
  /** Documents in it. */
  copies: number;
}

/** Of texts that are no copies of each other none is the better for a word more: a 未 may have been put in. */
const AS_LONG = 0.02;

/** A unit that may be canonical. */
interface Choice {
  unit: number;
  group: Group;
  /** Tenths of its shingles that another copy of the group has too: slips and leads of its own are not attested. */
  attested: number;
  /** How much shorter than the work's head the longest of its group is, in steps of {@link AS_LONG}, and which group is first by place. */
  shorter: number;
  place: number;
}

/** A work without how its members stand to its head. */
interface Seats {
  head: number;
  members: readonly Seat[];
}

/** Groups of plain copies in a work, by the unit that the others copy. */
function copyGroups(work: Seats, units: readonly Unit[]): Map<number, Group> {
  const groups = new Map<number, Group>();
  const add = (copyOf: number, unit: number): void => {
    const group = groups.get(copyOf) ?? { units: [], copies: 0 };
    group.units.push(unit);
    group.copies += units[unit]!.members.length;
    groups.set(copyOf, group);
  };
  add(work.head, work.head);
  for (const m of work.members) add(m.copyOf, m.unit);
  return groups;
}

/** For each unit of a group the tenths of its sketch that other units of the group share. */
function attestation(group: Group, units: readonly Unit[]): Map<number, number> {
  if (group.units.length === 1) return new Map([[group.units[0]!, 0]]);
  const { ids, starts } = sharedKeys(group.units.map((u) => units[u]!.sketch.keys));
  const share = (i: number): number => {
    const all = starts[i + 1]! - starts[i]!;
    let shared = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) if (ids[at] !== ALONE) shared++;
    return all ? shared / all : 0;
  };
  return new Map(group.units.map((u, i) => [u, Math.round(10 * share(i))]));
}

/**
 * Better first, by what can be seen of the copies: fewest hidden words; then the text with most copies (so that most
 * pairs of a work are told by their relation to it); then one with a headline; then what other copies attest, what stands unaltered in several
 * places, a source before a farm, dated before undated, longer before shorter, which between different texts takes more than
 * a word; of such as are equally long the first by place. The number of the unit settles the rest:
 * units are in an order of their own, which no input order changes.
 */
function better(units: readonly Unit[], x: Choice, y: Choice): number {
  const [a, b] = [units[x.unit]!, units[y.unit]!];
  const [e, f] = [a.sketch.evidence, b.sketch.evidence];
  return (
    e.hidden - f.hidden ||
    y.group.copies - x.group.copies ||
    f.titled - e.titled ||
    y.attested - x.attested ||
    b.members.length - a.members.length ||
    f.origin - e.origin ||
    Number(f.date !== null) - Number(e.date !== null) ||
    x.shorter - y.shorter ||
    x.place - y.place ||
    b.sketch.length - a.sketch.length ||
    x.unit - y.unit
  );
}

/** Whether a member may be canonical: it must lack nothing that the head has. */
function isComplete(m: Member, units: readonly Unit[], head: number): boolean {
  if (m.to.relation === 'near' || m.to.relation === 'contains') return m.to.masked.covered >= COMPLETE;
  const share = units[m.unit]!.sketch.length / units[head]!.sketch.length;
  return m.to.relation !== 'contained' && share >= FULL_LENGTH;
}

function choicesOf(work: Work, units: readonly Unit[]): number[] {
  const choices: Choice[] = [];
  const complete = new Set([work.head]);
  for (const m of work.members) if (isComplete(m, units, work.head)) complete.add(m.unit);
  const groups = [...copyGroups(work, units).values()];
  const firsts = groups.map(({ units: of }) => of.map((u) => units[u]!.members[0]!.uid).sort(byPlace)[0]!);
  const places = new Map([...firsts].sort(byPlace).map((uid, i) => [uid, i]));
  const longest = units[work.head]!.sketch.length;
  groups.forEach((group, i) => {
    const length = Math.max(...group.units.map((u) => units[u]!.sketch.length));
    const shorter = Math.floor(Math.max(0, longest - length) / (AS_LONG * longest));
    const attested = attestation(group, units);
    for (const unit of group.units)
      if (complete.has(unit))
        choices.push({ unit, group, attested: attested.get(unit)!, shorter, place: places.get(firsts[i]!)! });
  });
  choices.sort((x, y) => better(units, x, y));
  return choices.map((c) => c.unit);
}

/** So many units are tried, best first: each trial compares the whole work anew. */
const TRIALS = 3;

/** The other units of a work when `best` stands for it, and what they are copies of: a unit's own number, or the one that it copies. */
export function seatsAround(best: number, { head, members }: Seats): Seat[] {
  const copied = members.find((m) => m.unit === best)?.copyOf ?? head;
  const others = [{ unit: head, copyOf: head }, ...members].filter((m) => m.unit !== best);
  return others.map(({ unit, copyOf }) => ({ unit, copyOf: copyOf === copied ? best : copyOf }));
}

/** The work as it looks from `best`, or null where that does not hold all members, or fewer of them firmly. */
function seenFrom(best: number, work: Work, units: readonly Unit[], texts: Texts): Work | null {
  const loose = work.members.filter((m) => m.to.relation === 'derived').length;
  const members: Member[] = [];
  let derived = 0;
  for (const { unit, copyOf } of seatsAround(best, work)) {
    const to = texts.compare(unit, best);
    if (to.relation === 'different' || to.relation === 'contains') return null;
    if (to.relation === 'derived' && ++derived > loose) return null;
    members.push({ unit, to, copyOf });
  }
  const chosen = work.members.find((m) => m.unit === best)!;
  // A derived text takes the place of the head only where more of the work is then told as one text, or where the head is ruined.
  const fits =
    derived < loose || (derived === loose && (chosen.to.relation !== 'derived' || ruined(units[work.head]!)));
  return fits ? { head: best, members } : null;
}

/**
 * Of so many characters one hides a word: then the text stands for no other, however long it is. Mojibake out of which bytes were lost
 * hides one in eight once it is repaired as far as it goes; of the sample's pages the one most masked (XX, *) one in 37.
 */
const RUINED = 10;
const ruined = ({ sketch: { evidence, length } }: Unit): boolean => evidence.hidden * RUINED > length;

/**
 * The work seen from the unit that should stand for it. All members are compared with it anew; if no better unit holds
 * them all, the longest text stays at the head.
 */
export function recentre(work: Work, units: readonly Unit[], texts: Texts): Work {
  if (!work.members.length) return work;
  for (const best of choicesOf(work, units).slice(0, TRIALS)) {
    if (best === work.head) return work;
    const seen = seenFrom(best, work, units, texts);
    if (seen) return seen;
  }
  return work;
}

/** Why this unit is the canonical one, in words. */
export function reasonsFor(work: Seats, units: readonly Unit[]): string[] {
  const unit = units[work.head]!;
  const { evidence, length } = unit.sketch;
  const rest = work.members.map((m) => units[m.unit]!.sketch);
  const reasons: string[] = [];
  if (rest.every((s) => s.length <= length)) reasons.push('longest');
  if (rest.some((s) => s.evidence.hidden > evidence.hidden))
    reasons.push(evidence.hidden ? 'hides fewer words' : 'hides no word');
  const copies = copyGroups(work, units).get(work.head)!.copies;
  if (copies > 1) reasons.push(`${copies} copies`);
  if (evidence.titled && rest.some((s) => !s.evidence.titled)) reasons.push('has a headline');
  if (evidence.origin > 0) reasons.push('from the source');
  if (evidence.date !== null) reasons.push('dated');
  if (unit.members.length > 1) reasons.push('first of equal copies');
  return reasons;
}
