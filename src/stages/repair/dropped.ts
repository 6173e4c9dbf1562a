import { assignedUnit, isLead, pairOf, unassignedAcross } from '../../text/gbk.ts';
import { characterCost, grownCost, isOddForm } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import { bracketed, glossPrice } from './in-step.ts';
import { type Lattice, pairsOf } from './lattice.ts';
import { type GlossMark, glossAt, isCut, isLost } from './marks.ts';
import { PRICE, type Reading } from './reading.ts';
import { Shortlist } from './shortlist.ts';

/**
 * Pairs that GBK assigns nothing are dropped without a mark. While one byte late, such a pair is the trail byte of one
 * character and the lead byte of the next, so both are searched for: some 1500 pairs, of which the likeliest are tried.
 */

/** How many first characters are tried for a dropped pair, and how many second ones in all. */
const FIRSTS = 6;
const SECONDS = 8;
/** How many second characters are looked at. */
const COMMONEST = 28;
/** The same where two pairs were dropped one behind the other. */
const FIRSTS_DEEP = 3;
const DEEP_RANK = 3;
const MIDDLES = 6;
/** Nats above which a character is too rare to be made up. */
const RARE = 15;
/** Nats above which a character is too rare to be made up whole. */
const COMMON = 10.5;
/**
 * Nats by which a first character may be dearer than a reading that is already one character further: a word that it opens
 * gets cheap only with its second. Known wrong at 5: 的生活態度 is read 的深態度.
 */
const HOPELESS = 10;
/** Nats by which a first character may be dearer than the cheapest: its word may still be open. */
const WORSE = 8;

type Leads = readonly number[];

/** The first characters that a dropped pair can have ended, likeliest first, each with the lead bytes that may have followed. */
function firsts(lattice: Lattice, r: Reading, at: number): [reading: Reading, leads: Leads][] {
  const likely = new Shortlist<Leads>(FIRSTS);
  const { common, rest } = charactersBefore().get(r.pending)!;
  for (const [unit, leads] of common) likely.add(lattice.costOf(r, unit, 'pair', PRICE.pair), unit, leads);
  for (const [unit, leads] of rest)
    if (lattice.evidence.seen[unit]) likely.add(lattice.costOf(r, unit, 'pair', PRICE.pair), unit, leads);
  const most = (likely.costs[0] ?? 0) + WORSE;
  return emitAll(lattice, r, at, likely).filter(([{ cost }]) => cost <= most);
}

/** Makes readings of the characters on a list. */
function emitAll(lattice: Lattice, r: Reading, at: number, likely: Shortlist<Leads>): [Reading, Leads][] {
  const out: [Reading, Leads][] = [];
  for (let i = 0; i < likely.costs.length; i++) {
    const reading = lattice.emit(r, likely.units[i]!, at, 'pair', 0, PRICE.pair);
    if (reading) out.push([reading, likely.more[i]!]);
  }
  return out;
}

/** A pair that vanished between the pending byte and what is seen next. */
export function readDropped(lattice: Lattice, r: Reading, at: number, rank: number): void {
  const most = lattice.leastAt(at + 1) + HOPELESS;
  const lost = isLost(lattice.text.charCodeAt(at));
  if (!lost && r.cost + PRICE.pair > most) return;
  const all = firsts(lattice, r, at);
  if (lost) readDroppedAtMark(lattice, all, at);
  const hopeful = all.filter(([{ cost }]) => cost <= most);
  for (const [one, leads] of hopeful) readSecond(lattice, one, leads, at);
  if (!lattice.deep || rank >= DEEP_RANK) return;
  for (const [one, leads] of hopeful.slice(0, FIRSTS_DEEP))
    for (const [two, next] of middles(lattice, one, leads, at))
      if (two.cost <= most) readSecond(lattice, two, next, at);
}

interface Choice {
  common: (readonly [unit: number, leads: Leads])[];
  /** Rarer ones, which are thought of only where the page itself has them. */
  rest: (readonly [unit: number, leads: Leads])[];
}
type ByLead = ReadonlyMap<number, Choice>;

/** Characters whose trail byte a dropped pair can have opened with, by their lead byte. */
function charactersOf(rarest: number): ByLead {
  const found = new Map<number, Choice>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const choice: Choice = { common: [], rest: [] };
    for (const [trail, leads] of unassignedAcross()) {
      const unit = assignedUnit((lead << 8) | trail);
      if (!unit) continue;
      const list = !isOddForm(unit) && characterCost(unit) <= rarest ? choice.common : choice.rest;
      list.push([unit, leads]);
    }
    found.set(lead, choice);
  }
  return found;
}

let before: ByLead | undefined;
let between: ByLead | undefined;

function charactersBefore(): ByLead {
  before ??= charactersOf(RARE);
  return before;
}

/** Common characters that two dropped pairs can have taken whole. */
function charactersBetween(): ByLead {
  between ??= charactersOf(COMMON);
  return between;
}

/** The likeliest characters behind a first one of which both bytes were dropped. */
function middles(lattice: Lattice, one: Reading, leads: Leads, at: number): [Reading, Leads][] {
  const likely = new Shortlist<Leads>(MIDDLES);
  for (const lead of leads) {
    const { common, rest } = charactersBetween().get(lead)!;
    for (const [unit, next] of common) likely.add(lattice.costOf(one, unit, 'pair', PRICE.pair), unit, next);
    for (const [unit, next] of rest)
      if (lattice.evidence.seen[unit]) likely.add(lattice.costOf(one, unit, 'pair', PRICE.pair), unit, next);
  }
  return emitAll(lattice, one, at, likely);
}

/** The character that the second byte of the dropped pair opened, and that what is seen next ends. */
function readSecond(lattice: Lattice, one: Reading, leads: Leads, at: number): void {
  const next = lattice.text.charCodeAt(at);
  const single = next < 0x80;
  if (single && (next < 0x40 || next === 0x7f)) return;
  const seen = single ? [next << 8] : pairsOf(next).filter((pair) => isLead(pair & 0xff));
  for (const pair of seen) {
    const likely = new Shortlist<null>(SECONDS);
    const { common, rest } = secondsOf(pair >> 8, leads);
    for (const unit of common) likely.add(grownCost(one.step, unit, lattice.evidence.witness), unit, null);
    for (const unit of rest)
      if (lattice.evidence.seen[unit]) likely.add(grownCost(one.step, unit, lattice.evidence.witness), unit, null);
    for (const unit of likely.units) {
      const two = lattice.emit(one, unit, at + 1, single ? 'end' : 'late', single ? 0 : pair & 0xff);
      const char = single ? String.fromCharCode(unit) : lattice.text[at]!;
      lattice.put(lattice.withGloss(two, char, single ? 2 : 3));
    }
  }
}

/** By trail byte and by the list of lead bytes, which {@link unassignedAcross} shares: as many lists as there can be. */
const seconds = new Map<number, Map<Leads, Seconds>>();

interface Seconds {
  common: readonly number[];
  rest: readonly number[];
}

/** The characters of one of the lead bytes and a trail byte. */
function secondsOf(trail: number, leads: Leads): Seconds {
  const byLeads = seconds.get(trail) ?? new Map<Leads, Seconds>();
  seconds.set(trail, byLeads);
  const known = byLeads.get(leads);
  if (known) return known;
  const units = leads.map((lead) => assignedUnit((lead << 8) | trail)).filter((unit) => unit);
  const common = units
    .filter((unit) => !isOddForm(unit) && characterCost(unit) <= RARE)
    .sort((a, b) => characterCost(a) - characterCost(b))
    .slice(0, COMMONEST);
  const list = { common, rest: units.filter((unit) => !common.includes(unit)) };
  byLeads.set(leads, list);
  return list;
}

const BEHIND = [{ at: 2, insert: '' }];

/** A pair that vanished before a mark. */
function readDroppedAtMark(lattice: Lattice, all: [Reading, Leads][], at: number): void {
  const { text } = lattice;
  const gloss = glossAt(text, at + 1, false);
  const cut = at + 1 >= text.length || isCut(text.charCodeAt(at + 1));
  if (cut) readDroppedEnd(lattice, all, at);
  if (gloss) readDroppedGloss(lattice, all, at, gloss);
  if (!cut) readDroppedMark(lattice, all, at);
}

/**
 * A dropped pair, then the orphaned trail byte of a character: `化”。`, where AFA1 was dropped and B1 stayed alone;
 * `汽車、`, where FBDC was and 87 stayed.
 */
function readDroppedEnd(lattice: Lattice, all: [Reading, Leads][], at: number): void {
  for (const [one, leads] of all) {
    // Signs are dear where they stand, and save what follows: each is followed up.
    if (leads.includes(0xa1))
      for (let byte = 0xa2; byte <= 0xbf; byte++)
        lattice.put(lattice.emit(one, assignedUnit(0xa100 | byte), at + 1, 'end', 0, PRICE.end, BEHIND));
    const likely = new Shortlist<null>(SECONDS);
    for (const lead of leads)
      for (const unit of orphans().get(lead)!) likely.add(lattice.costOf(one, unit, 'end', PRICE.end), unit, null);
    for (const unit of likely.units) lattice.put(lattice.emit(one, unit, at + 1, 'end', 0, PRICE.end, BEHIND));
  }
}

let alone: ReadonlyMap<number, readonly number[]> | undefined;

/** Common characters of which the trail byte can stay alone before a cut, by their lead byte. */
function orphans(): ReadonlyMap<number, readonly number[]> {
  if (alone) return alone;
  const found = new Map<number, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const units: number[] = [];
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const unit = assignedUnit((lead << 8) | trail);
      if (unit && !isOddForm(unit) && characterCost(unit) <= COMMON) units.push(unit);
    }
    found.set(lead, units);
  }
  alone = found;
  return found;
}

/** A dropped pair, then a glossed character whose trail byte took the bracket with it. */
function readDroppedGloss(lattice: Lattice, all: [Reading, Leads][], at: number, gloss: GlossMark): void {
  const insert = bracketed(lattice.text.slice(at + 1, gloss.end));
  for (const char of lattice.evidence.glossed) {
    const unit = char.charCodeAt(0);
    const pair = pairOf(unit);
    if (!isLead(pair & 0xff) || !readingOf(char, gloss.reading)) continue;
    for (const [one, leads] of all) {
      if (!leads.includes(pair >> 8)) continue;
      const price = glossPrice(lattice.evidence, unit);
      lattice.put(lattice.emit(one, unit, gloss.end, 'end', 0, price, [{ at: 2, insert }], true));
    }
  }
}

/** A pair for which the decoder left a mark. */
function readDroppedMark(lattice: Lattice, all: [Reading, Leads][], at: number): void {
  for (const [one, leads] of all) for (const lead of leads) lattice.put({ ...one, to: at + 1, pending: lead });
}
