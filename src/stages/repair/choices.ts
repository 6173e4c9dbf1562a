import { assignedUnit, pairOf, unassignedAcross } from '../../text/gbk.ts';
import { type Characters, characterCost, charactersOf, formCost, isOddForm } from '../../text/language.ts';
import type { Evidence } from './evidence.ts';
import { PRICE } from './reading.ts';

/** Which characters can have stood where bytes were lost: the common ones, and rarer ones that the page itself has. */

/** Lead bytes; those that can follow the same trail bytes share one list. */
export type Leads = readonly number[];

/** Characters that are tried at one place. */
export interface Candidates {
  readonly units: readonly number[];
  readonly characters: Characters;
  /** Whether there are signs among them. */
  readonly signs: boolean;
  /** What each costs on this page, whatever stands around it: {@link priceOn}. */
  readonly prices: readonly number[];
}

/** Nats above which a character is too rare to be made up. */
const RARE = 15;
/** Nats above which a character is too rare to be made up whole. */
const COMMON = 10.5;
/** How many second characters are looked at. */
const COMMONEST = 28;

/** Characters that can be tried at a place: some on any page, others only where the page itself has them. */
interface Choices {
  readonly common: readonly number[];
  readonly rest: readonly number[];
}

/** What it costs that a character that is not seen as itself stands on a page; `glossed`: its gloss is accounted for. */
export function priceOn(evidence: Evidence, unit: number, glossed = false): number {
  // Signs only: a Chinese character need not be looked for.
  let price = (unit < 0x3400 || unit > 0x9fff) && evidence.cuts.has(unit) ? PRICE.uncut : 0;
  if (!evidence.seen[unit]) price += Math.max(isOddForm(unit) || isWide(unit) ? PRICE.oddForm : 0, formCost(unit));
  return price + (!glossed && evidence.isGlossed[unit] ? PRICE.missed : 0);
}

/** ０ Ａ ａ: digits and letters of two bytes. Known wrong without: 回憶，“後來 is read 回憶，０後來. */
function isWide(unit: number): boolean {
  return (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a);
}

function chosen(choices: Choices, evidence: Evidence): Candidates {
  let candidates = evidence.chosen.get(choices);
  if (!candidates) {
    const units = choices.common.slice();
    for (const unit of choices.rest) if (evidence.seen[unit]) units.push(unit);
    const prices: number[] = [];
    let signs = false;
    for (const unit of units) {
      prices.push(priceOn(evidence, unit));
      if (unit < 0x3400) signs = true;
    }
    candidates = { units, characters: charactersOf(units), signs, prices };
    evidence.chosen.set(choices, candidates);
  }
  return candidates;
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

function isCommon(unit: number, rarest: number): boolean {
  return !isOddForm(unit) && characterCost(unit) <= rarest;
}

function openersOf(leads: Leads, rarest: number): Choices {
  const common: number[] = [];
  const rest: number[] = [];
  for (const lead of leads)
    for (const trail of unassignedAcross().keys()) {
      const unit = assignedUnit((lead << 8) | trail);
      if (unit) (isCommon(unit, rarest) ? common : rest).push(unit);
    }
  return { common, rest };
}

/** The lead bytes that a pair dropped behind an opener or a middle can have ended with. */
export function leadsBehind(unit: number): Leads {
  return unassignedAcross().get(pairOf(unit) & 0xff)!;
}

const before = remembered((lead: number) => openersOf([lead], RARE));
const between = remembered((leads: Leads) => openersOf(leads, COMMON));

/** Characters with a lead byte whose trail byte a dropped pair can have opened with. */
export function openers(lead: number, evidence: Evidence): Candidates {
  return chosen(before(lead), evidence);
}

/** Common characters that two dropped pairs can have taken whole: one of the lead bytes was in the first of them. */
export function middlesOf(leads: Leads, evidence: Evidence): Candidates {
  return chosen(between(leads), evidence);
}

/** The characters of some pairs of bytes, in their order. */
function unitsOf(pairs: readonly number[]): number[] {
  return pairs.map(assignedUnit).filter((unit) => unit);
}

const byLeads = remembered((leads: Leads) =>
  remembered((trail: number): Choices => {
    const units = unitsOf(leads.map((lead) => (lead << 8) | trail));
    const common = units
      .filter((unit) => isCommon(unit, RARE))
      .sort((a, b) => characterCost(a) - characterCost(b))
      .slice(0, COMMONEST);
    const rest = units.filter((unit) => !common.includes(unit));
    return { common, rest };
  }),
);

/** The characters of one of the lead bytes and a trail byte. */
export function secondsOf(trail: number, leads: Leads, evidence: Evidence): Candidates {
  return chosen(byLeads(leads)(trail), evidence);
}

/** All bytes that lead a pair; as trail bytes, those that are no ASCII. */
const HIGH = Array.from({ length: 0xfe - 0x80 }, (_, i) => 0x81 + i);

function always(units: readonly number[]): Choices {
  return { common: units, rest: [] };
}

const orphans = remembered((leads: Leads) =>
  always(
    unitsOf(leads.flatMap((lead) => HIGH.map((trail) => (lead << 8) | trail))).filter((unit) => isCommon(unit, COMMON)),
  ),
);

/** Common characters with one of the lead bytes whose trail byte can stay alone before a cut. */
export function orphansOf(leads: Leads, evidence: Evidence): Candidates {
  return chosen(orphans(leads), evidence);
}

const signs = remembered((lead: number) =>
  always(unitsOf(HIGH.filter((trail) => trail >= 0xa2 && trail <= 0xbf).map((trail) => (lead << 8) | trail))),
);

/** The signs of Chinese text. */
export function signsOf(evidence: Evidence): Candidates {
  return chosen(signs(0xa1), evidence);
}

const ends = remembered((lead: number) => always(unitsOf([0x80, ...HIGH].map((trail) => (lead << 8) | trail))));

/** Characters with a lead byte of which a cut can have torn off the trail byte. */
export function endsOf(lead: number, evidence: Evidence): Candidates {
  return chosen(ends(lead), evidence);
}

const starts = remembered((trail: number) => always(unitsOf(HIGH.map((lead) => (lead << 8) | trail))));

/** Characters with a trail byte of which a cut can have torn off the lead byte. */
export function startsOf(trail: number, evidence: Evidence): Candidates {
  return chosen(starts(trail), evidence);
}

const likelyEnds = remembered((lead: number) =>
  always(unitsOf(HIGH.map((trail) => (lead << 8) | trail)).filter((unit) => characterCost(unit) <= RARE)),
);

/** Characters with a lead byte whose trail byte can have been lost together with what followed. */
export function eatenOf(lead: number, evidence: Evidence): Candidates {
  return chosen(likelyEnds(lead), evidence);
}

/** Single bytes that stand in Chinese text, except digits: of those nothing tells which. */
export const ASCII = [...' \n,;:!?()".-/*%'].map((c) => c.charCodeAt(0));

const ascii = always(ASCII);

/** Single bytes that a lead byte can have taken along. */
export function asciiOf(evidence: Evidence): Candidates {
  return chosen(ascii, evidence);
}
