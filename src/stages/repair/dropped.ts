import { isLead, pairOf } from '../../text/gbk.ts';
import { grownCosts } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import {
  type Candidates,
  type Leads,
  leadsBehind,
  middlesOf,
  openers,
  orphansOf,
  secondsOf,
  signsOf,
} from './choices.ts';
import { readEaten } from './eaten.ts';
import { bracketed, glossPrice } from './in-step.ts';
import { FOLLOWED, type Lattice, pairsOf } from './lattice.ts';
import { type GlossMark, glossAt, isCut, isLost } from './marks.ts';
import { ending, PRICE, type Reading } from './reading.ts';
import { Shortlist } from './shortlist.ts';

/**
 * Pairs that GBK assigns nothing are dropped without a mark. While one byte late, such a pair is the trail byte of one
 * character and the lead byte of the next, so both are searched for: some 1500 pairs, of which the likeliest are tried.
 */

/** How many first characters are tried for a dropped pair, and how many second ones in all. */
const FIRSTS = 6;
const SECONDS = 8;
/** The same where two pairs were dropped one behind the other. */
const FIRSTS_DEEP = 3;
const DEEP_RANK = 3;
const MIDDLES = 6;
/** Nats by which a first character may be dearer than a reading that is already one character further. */
const HOPELESS = 5;
/**
 * By so many more where the second ends its word, which gets cheap only then. Known wrong without: 的生活態度 is read 的深態度.
 */
const WORD_SAVES = 5;
/** Nats by which a first character may be dearer than the cheapest: its word may still be open. */
const WORSE = 8;

/**
 * The first characters that a dropped pair can have ended, likeliest first and no dearer than `most`, each with the lead bytes
 * that may have followed.
 */
function firsts(lattice: Lattice, r: Reading, at: number, most: number): [reading: Reading, leads: Leads][] {
  const likely = likeliest(lattice, r, openers(r.pending, lattice.evidence), FIRSTS);
  return emitAll(lattice, r, at, likely, Math.min(most, (likely.costs[0] ?? 0) + WORSE));
}

function likeliest(lattice: Lattice, r: Reading, candidates: Candidates, count: number): Shortlist {
  return new Shortlist(count).addAll(candidates.units, lattice.costsOf(r, candidates, 'pair', PRICE.pair));
}

/** Makes readings of the characters on a list that are no dearer than `most`. */
function emitAll(
  lattice: Lattice,
  r: Reading,
  at: number,
  { costs, units }: Shortlist,
  most: number,
): [Reading, Leads][] {
  const out: [Reading, Leads][] = [];
  for (let i = 0; i < units.length && costs[i]! <= most; i++) {
    const reading = lattice.emit(r, units[i]!, at, 'pair', 0, PRICE.pair);
    if (reading) out.push([reading, leadsBehind(units[i]!)]);
  }
  return out;
}

/** A pair that vanished between the pending byte and what is seen next. */
export function readDropped(lattice: Lattice, r: Reading, at: number, rank: number): void {
  const most = lattice.leastAt(at + 1) + HOPELESS;
  const lost = isLost(lattice.text.charCodeAt(at));
  if (!lost && r.cost + PRICE.pair > most + WORD_SAVES) return;
  const all = firsts(lattice, r, at, lost ? Number.POSITIVE_INFINITY : most + WORD_SAVES);
  if (lost) readDroppedAtMark(lattice, all, at);
  for (const [one, leads] of all)
    if (one.cost <= most + WORD_SAVES) readSecond(lattice, one, leads, at, one.cost > most);
  if (rank >= DEEP_RANK) return;
  const hopeful = all.filter(([{ cost }]) => cost <= most).slice(0, FIRSTS_DEEP);
  for (const [one, leads] of hopeful)
    if (!lattice.deep) lattice.passedOver.push({ one, leads, at, most, kept: lattice.mostAt(at + 1) });
    else
      for (const [two, next] of middles(lattice, one, leads, at, most)) {
        readSecond(lattice, two, next, at, false);
        readSignBetween(lattice, two, next, at);
      }
}

/** Signs of which both bytes can have been dropped behind two other pairs. */
const BETWEEN = [...'，。、'].map((c) => c.charCodeAt(0));

/** A third dropped pair behind a whole word: that of a sign. Known wrong without: 人民政府，縣 is read 人民政府縣. */
function readSignBetween(lattice: Lattice, two: Reading, leads: Leads, at: number): void {
  if (two.step!.length < 2) return;
  for (const sign of BETWEEN) {
    const next = leads.includes(pairOf(sign) >> 8) && leadsBehind(sign);
    const three = next && lattice.emit(two, sign, at, 'pair', 0, PRICE.pair);
    if (three) readSecond(lattice, three, next, at, false);
  }
}

/** A place where a search did not look for a second dropped pair, behind the first character of a first one. */
export interface PassedOver {
  one: Reading;
  leads: Leads;
  at: number;
  /** How dear the character between the two pairs may be. */
  most: number;
  /** How dear the character behind it may be. */
  kept: number;
}

/** Whether a deep search would follow anything that a search has passed over; otherwise it would end as that one did. */
export function hasMore(lattice: Lattice): boolean {
  return lattice.passedOver.some(({ one, leads, at, most, kept }) =>
    middles(lattice, one, leads, at, most).some(([two, next]) =>
      endsSeen(lattice.text, at).some(
        (pair) => seconds(lattice, two, next, pair, false).costs[0]! + two.penalty <= kept,
      ),
    ),
  );
}

/** The likeliest characters behind a first one of which both bytes were dropped. */
function middles(lattice: Lattice, one: Reading, leads: Leads, at: number, most: number): [Reading, Leads][] {
  return emitAll(lattice, one, at, likeliest(lattice, one, middlesOf(leads, lattice.evidence), MIDDLES), most);
}

/** Pairs of bytes that what is seen may stand for, if its first byte ends a character and the second opens one; 0 for no byte. */
function endsSeen(text: string, at: number): readonly number[] {
  const unit = text.charCodeAt(at);
  if (unit >= 0x80) return pairsOf(unit).filter((pair) => isLead(pair & 0xff));
  return unit < 0x40 || unit === 0x7f ? [] : [unit << 8];
}

/** The likeliest characters that the second byte of a dropped pair opened; `words`: inside a word only. */
function seconds(lattice: Lattice, one: Reading, leads: Leads, pair: number, words: boolean): Shortlist {
  const { units, characters } = secondsOf(pair >> 8, leads, lattice.evidence);
  return new Shortlist(SECONDS).addAll(units, grownCosts(one.step, characters, lattice.evidence.witness, words));
}

/** The character that the second byte of the dropped pair opened, and that what is seen next ends. */
function readSecond(lattice: Lattice, one: Reading, leads: Leads, at: number, words: boolean): void {
  const inWord = one.step!.open.length > 0;
  for (const pair of endsSeen(lattice.text, at)) {
    if (!words) emitSeconds(lattice, one, seconds(lattice, one, leads, pair, false), pair, at);
    // What goes on with a word is dear until the word ends: it is not measured against what stands alone.
    if (inWord) emitSeconds(lattice, one, seconds(lattice, one, leads, pair, true), pair, at);
  }
}

function emitSeconds(lattice: Lattice, one: Reading, { units, costs }: Shortlist, pair: number, at: number): void {
  const pending = pair & 0xff;
  for (let i = 0; i < units.length && costs[i]! + one.penalty <= lattice.mostAt(at + 1); i++) {
    const two = lattice.emit(one, units[i]!, at + 1, pending ? 'late' : 'end', pending);
    const char = pending ? lattice.text[at]! : String.fromCharCode(units[i]!);
    lattice.put(lattice.withGloss(two, char, pending ? 3 : 2));
  }
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
  if (!cut && !gloss) readDroppedEaten(lattice, all, at);
}

/**
 * A dropped pair, then the orphaned trail byte of a character: `化”。`, where AFA1 was dropped and B1 stayed alone;
 * `汽車、`, where FBDC was and 87 stayed: nothing but the word tells that character.
 */
function readDroppedEnd(lattice: Lattice, all: [Reading, Leads][], at: number): void {
  for (const [one, leads] of all) {
    // Signs are dear where they stand, and save what follows: each is followed up.
    if (leads.includes(0xa1)) lattice.putAll(one, signsOf(lattice.evidence), at + 1, 'end', 0, PRICE.end, BEHIND);
    const candidates = orphansOf(leads, lattice.evidence);
    const costs = lattice.costsOf(one, candidates, 'end', PRICE.end, true);
    const likely = new Shortlist(SECONDS).addAll(candidates.units, costs);
    for (const unit of likely.units) lattice.put(lattice.emit(one, unit, at + 1, 'end', 0, PRICE.end, BEHIND));
  }
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

/** Lead bytes of the signs of Chinese text. */
const SIGN_LEADS = [0xa1, 0xa3];

/** A dropped pair, then a sign whose trail byte took a single byte along: `名。` and a line break, where FBA1 was dropped. */
function readDroppedEaten(lattice: Lattice, all: [Reading, Leads][], at: number): void {
  for (const [one, leads] of all)
    for (const pending of SIGN_LEADS) if (leads.includes(pending)) readEaten(lattice, { ...one, pending }, at + 1);
}

/** A pair for which the decoder left a mark. */
function readDroppedMark(lattice: Lattice, all: [Reading, Leads][], at: number): void {
  for (const [one, leads] of all) for (const lead of leads.slice(0, FOLLOWED)) lattice.put(ending(one, at + 1, lead));
}
