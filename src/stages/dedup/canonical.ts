import type { Texts } from './texts.ts';
import type { Unit } from './units.ts';
import type { Member, Work } from './works.ts';

/** Share of the longest text's shingles (leads aside) from which a copy is complete. */
const COMPLETE = 0.98;
/** Share of the longest text's length from which another filling is complete. */
const FULL_LENGTH = 0.8;

interface Choice {
  unit: number;
  /** Documents that are plain copies of one another with it. */
  copies: number;
}

const size = (units: readonly Unit[], list: readonly number[]): number =>
  list.reduce((n, u) => n + units[u]!.members.length, 0);

/** Groups of plain copies in a work: the unit that each copies → all of them. */
function copyGroups(work: Work): Map<number, number[]> {
  const groups = new Map<number, number[]>([[work.head, [work.head]]]);
  for (const m of work.members) {
    const list = groups.get(m.copyOf);
    if (list) list.push(m.unit);
    else groups.set(m.copyOf, [m.unit]);
  }
  return groups;
}

/**
 * Better first, by what can be seen of the copies: fewest hidden words; then the text with most copies (so that most
 * pairs of a work are told by their relation to it); then a source before a farm, dated before undated, longer before
 * shorter. `unit` settles the rest: units are in an order of their own that no input order changes.
 */
function better(units: readonly Unit[], x: Choice, y: Choice): number {
  const [a, b] = [units[x.unit]!.sketch, units[y.unit]!.sketch];
  return (
    a.evidence.hidden - b.evidence.hidden ||
    y.copies - x.copies ||
    b.evidence.origin - a.evidence.origin ||
    Number(b.evidence.dated) - Number(a.evidence.dated) ||
    b.length - a.length ||
    x.unit - y.unit
  );
}

/** Whether a member may be canonical: it must lack nothing that the head has. */
function isComplete(m: Member, units: readonly Unit[], head: number): boolean {
  if (m.to.relation === 'near' || m.to.relation === 'contains') return m.to.masked.covered >= COMPLETE;
  const share = units[m.unit]!.sketch.length / units[head]!.sketch.length;
  return (m.to.relation === 'version' || m.to.relation === 'template') && share >= FULL_LENGTH;
}

/**
 * The unit that should stand for the work, and the work seen from there. All members are compared with it anew; if it
 * does not hold them all, the longest text stays at the head.
 */
export function recentre(work: Work, units: readonly Unit[], texts: Texts): Work {
  const groups = copyGroups(work);
  const copiesOf = (unit: number, copyOf: number): Choice => ({
    unit,
    copies: size(units, groups.get(copyOf) ?? [unit]),
  });
  const choices = [copiesOf(work.head, work.head)];
  for (const m of work.members) if (isComplete(m, units, work.head)) choices.push(copiesOf(m.unit, m.copyOf));
  choices.sort((x, y) => better(units, x, y));
  const best = choices[0]!.unit;
  if (best === work.head) return work;
  const others = [{ unit: work.head, copyOf: work.head }, ...work.members.filter((m) => m.unit !== best)];
  const members: Member[] = [];
  for (const { unit, copyOf } of others) {
    const to = texts.compare(unit, best);
    if (to.relation === 'different' || to.relation === 'contains') return work;
    members.push({ unit, to, copyOf });
  }
  return { head: best, members };
}

/** Why this unit is the canonical one, in words. */
export function reasonsFor(work: Work, units: readonly Unit[]): string[] {
  const unit = units[work.head]!;
  const { evidence, length } = unit.sketch;
  const rest = work.members.map((m) => units[m.unit]!.sketch);
  const reasons: string[] = [];
  if (rest.every((s) => s.length <= length)) reasons.push('longest');
  if (rest.some((s) => s.evidence.hidden > evidence.hidden))
    reasons.push(evidence.hidden ? 'hides fewer words' : 'hides no word');
  const copies = size(units, copyGroups(work).get(work.head)!);
  if (copies > 1) reasons.push(`${copies} copies`);
  if (evidence.origin > 0) reasons.push('from the source');
  if (evidence.dated) reasons.push('dated');
  if (unit.members.length > 1) reasons.push('first of equal copies by place');
  return reasons;
}
