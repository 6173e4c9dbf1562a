import { assignedUnit, unassignedAcross } from '../../text/gbk.ts';
import { characterCost, isOddForm } from '../../text/language.ts';
import type { Evidence } from './evidence.ts';

/** Which characters a dropped pair can have ended or opened: the common ones, and rarer ones that the page itself has. */

/** Lead bytes; those that can follow the same trail bytes share one list. */
export type Leads = readonly number[];

/** A character whose trail byte a dropped pair can have opened with, and the lead bytes that it can have ended with. */
export type Opener = readonly [unit: number, leads: Leads];

/** Nats above which a character is too rare to be made up. */
const RARE = 15;
/** Nats above which a character is too rare to be made up whole. */
const COMMON = 10.5;
/** How many second characters are looked at. */
const COMMONEST = 28;

interface Choice<T> {
  common: readonly T[];
  rest: readonly T[];
  unitOf: (entry: T) => number;
}

/** What a page adds to a choice, by page: the rare characters that stand in it. */
const present = new WeakMap<Evidence, Map<unknown, unknown>>();

function chosen<T>(choice: Choice<T>, evidence: Evidence): readonly T[] {
  let known = present.get(evidence);
  if (!known) {
    known = new Map();
    present.set(evidence, known);
  }
  let list = known.get(choice) as readonly T[] | undefined;
  if (!list) {
    list = [...choice.common, ...choice.rest.filter((entry) => evidence.seen[choice.unitOf(entry)])];
    known.set(choice, list);
  }
  return list;
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

const unitOfOpener = ([unit]: Opener): number => unit;
const sameUnit = (unit: number): number => unit;

function isCommon(unit: number, rarest: number): boolean {
  return !isOddForm(unit) && characterCost(unit) <= rarest;
}

function openersOf(leads: Leads, rarest: number): Choice<Opener> {
  const common: Opener[] = [];
  const rest: Opener[] = [];
  for (const lead of leads)
    for (const [trail, next] of unassignedAcross()) {
      const unit = assignedUnit((lead << 8) | trail);
      if (unit) (isCommon(unit, rarest) ? common : rest).push([unit, next]);
    }
  return { common, rest, unitOf: unitOfOpener };
}

const before = remembered((lead: number) => openersOf([lead], RARE));
const between = remembered((leads: Leads) => openersOf(leads, COMMON));

/** Characters with a lead byte whose trail byte a dropped pair can have opened with. */
export function openers(lead: number, evidence: Evidence): readonly Opener[] {
  return chosen(before(lead), evidence);
}

/** Common characters that two dropped pairs can have taken whole: one of the lead bytes was in the first of them. */
export function middlesOf(leads: Leads, evidence: Evidence): readonly Opener[] {
  return chosen(between(leads), evidence);
}

const byLeads = remembered((leads: Leads) =>
  remembered((trail: number): Choice<number> => {
    const units = leads.map((lead) => assignedUnit((lead << 8) | trail)).filter((unit) => unit);
    const common = units
      .filter((unit) => isCommon(unit, RARE))
      .sort((a, b) => characterCost(a) - characterCost(b))
      .slice(0, COMMONEST);
    return { common, rest: units.filter((unit) => !common.includes(unit)), unitOf: sameUnit };
  }),
);

/** The characters of one of the lead bytes and a trail byte. */
export function secondsOf(trail: number, leads: Leads, evidence: Evidence): readonly number[] {
  return chosen(byLeads(leads)(trail), evidence);
}

/** Common characters with one of the lead bytes whose trail byte can stay alone before a cut. */
export const orphansOf = remembered((leads: Leads): readonly number[] => {
  const units: number[] = [];
  for (const lead of leads)
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const unit = assignedUnit((lead << 8) | trail);
      if (unit && isCommon(unit, COMMON)) units.push(unit);
    }
  return units;
});
