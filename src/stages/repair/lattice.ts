import { pairOf } from '../../text/gbk.ts';
import { growBelow, grownCosts, type Step, type Witness } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import type { Intrusion } from './channel.ts';
import { type Candidates, priceOn } from './choices.ts';
import { type PassedOver, readDropped } from './dropped.ts';
import type { Evidence } from './evidence.ts';
import { readInStep } from './in-step.ts';
import { readLate, readLineEnd } from './late.ts';
import { glossAt } from './marks.ts';
import { copyOf, type Kind, makeReading, NONE, noteRival, type Reading, rootAt } from './reading.ts';
import { Shortlist } from './shortlist.ts';
import { blankCost, CLOSE_QUOTE, mustBeQuoted, OPEN_QUOTE, quoteCost, UNPAIRED } from './signs.ts';

/** How many readings of a place are followed, and how much dearer than the cheapest they may be, in nats. */
const BEAM = 20;
const SLACK = 12;
/**
 * How many are followed besides that are inside quotation marks where the cheapest is not, or the other way round: what a lost
 * mark costs shows only at the end. Known wrong without: “經常化”。 is read “經常化。
 */
const BEAM_QUOTED = 4;
/**
 * How many are followed besides that stand inside a word of three characters and more, which gets cheap only where it ends. Known
 * wrong without: 水汪汪 is read 唆汪.
 */
const BEAM_WORDS = 4;
/** How many of the readings that differ in one character are followed, at most. */
export const FOLLOWED = BEAM + BEAM_QUOTED;
/** Seen characters that a search may look at. In step again after 8 characters on average; e⁻¹⁵ of the runs are longer. */
const WINDOW = 120;
/** Plain characters behind the last doubtful one that must be read before the search may stop: a long word. */
const TAIL = 5;

/** How many readings of a place, and how much dearer than the cheapest, are searched for dropped pairs: 1500 ways each. */
const DROPS = 4;
const DROP_SLACK = 8;

/** Readings that end at one offset, the cheapest of each state. */
interface Bucket {
  least: number;
  readings: Map<number, Reading>;
}

/** Whether two readings go on in the same way: the pending byte, an open quotation, and the characters the model looks at. */
function goesOnAlike(a: Reading, b: Reading): boolean {
  if (a.pending !== b.pending || a.quoted !== b.quoted) return false;
  let one = a.step;
  let other = b.step;
  for (let n = 0; n < LOOKED_AT && one !== other; n++) {
    if ((one ? one.unit : 0) !== (other ? other.unit : 0)) return false;
    one = one ? one.prev : null;
    other = other ? other.prev : null;
  }
  return true;
}

/** Characters back that the model looks at. */
const LOOKED_AT = 3;

/** A key that is the same for readings that go on alike; others may have it too. */
function keyOf({ pending, quoted, step }: Reading): number {
  const one = step ? step.unit : 0;
  const two = step?.prev ? step.prev.unit : 0;
  const three = step?.prev?.prev ? step.prev.prev.unit : 0;
  return (
    (Math.imul(Math.imul(one, 0x9e3779b1) ^ (two << 8) ^ three, 0x85ebca6b) ^ (pending * 2 + (quoted ? 1 : 0))) >>> 4
  );
}

/** By unit; of full length from the start, as an array that grows in leaps is kept as a hash table. */
const single = new Array<number[] | undefined>(0x10000);

/** Pairs of bytes that a seen character may stand for: its own, or the full-width one where widths were folded. */
export function pairsOf(unit: number): readonly number[] {
  const known = single[unit];
  if (known) return known;
  let list: number[] = [];
  if (unit === 0x20) list = [0xa1a1];
  else if (unit > 0x20 && unit < 0x7f) list = [0xa300 | (unit | 0x80)];
  else if (pairOf(unit)) list = [pairOf(unit)];
  single[unit] = list;
  return list;
}

/** A place where a search begins. */
export interface Place {
  /** Where the stretch that is read starts. */
  start: number;
  /** Where the damage in it starts. */
  site: number;
  /** Whether a quotation is open at its start. */
  quoted: boolean;
}

/** The readings of one stretch of a text, grown from left to right and pruned at each offset. */
export class Lattice {
  readonly text: string;
  readonly evidence: Evidence;
  /** Where the stretch starts. */
  readonly start: number;
  /** Whether two pairs dropped one behind the other are looked for too. */
  readonly deep: boolean;
  /** Where they were not. */
  readonly passedOver: PassedOver[] = [];
  readonly #limit: number;
  /** Where the damage starts. */
  readonly #site: number;
  /** Whether a quotation is open where the stretch starts. */
  readonly #quoted: boolean;
  readonly #buckets: (Bucket | undefined)[] = [];
  /** Behind the last place where readings differ. */
  #doubt: number;

  constructor(text: string, { start, site, quoted }: Place, evidence: Evidence, deep = false) {
    this.text = text;
    this.evidence = evidence;
    this.deep = deep;
    this.start = start;
    this.#limit = Math.min(text.length, site + WINDOW);
    this.#site = site;
    this.#quoted = quoted;
    this.#doubt = site + 1;
  }

  /** @returns the cheapest reading that is in step at its end; null when there is none. */
  search(): Reading | null {
    this.put(rootAt(this.start, this.#quoted));
    let last: Reading[] = [];
    let end = this.start;
    for (let at = this.start; at <= this.#limit; at++) {
      const bucket = this.#buckets[at - this.start];
      if (!bucket) continue;
      if (at === this.text.length || this.text.charCodeAt(at) === 0x0a)
        for (const r of [...bucket.readings.values()]) if (r.pending) readLineEnd(this, r, at);
      const readings = prune(bucket);
      this.#buckets[at - this.start] = undefined;
      const whole = readings.filter((r) => !r.pending);
      if (whole.length) {
        last = whole;
        end = at;
      }
      if (at === this.text.length || at === this.#limit || this.#settled(readings, at)) break;
      const drops = readings.filter((r, rank) => r.pending && rank < DROPS && r.cost < readings[0]!.cost + DROP_SLACK);
      for (const r of readings)
        if (r.pending) readLate(this, r, at);
        else readInStep(this, r, at);
      // Last, when it is known what they must compare with.
      for (const [rank, r] of drops.entries()) readDropped(this, r, at, rank);
    }
    return this.#cheapest(last, end);
  }

  #cheapest(readings: Reading[], at: number): Reading | null {
    if (!readings.length) return null;
    const quoted = mustBeQuoted(this.text, at);
    const judged = readings.map((r) => (quoted === null || r.quoted === quoted ? r : unpaired(r)));
    const best = judged.reduce((least, r) => (r.cost < least.cost ? r : least));
    for (const r of judged) if (r !== best) noteRival(best, r);
    return best;
  }

  /** In step everywhere, nothing doubtful near, and no reading that ends further on. */
  #settled(readings: Reading[], at: number): boolean {
    if (at < this.#doubt + TAIL || readings.some((r) => r.pending)) return false;
    for (let i = at + 1 - this.start; i < this.#buckets.length; i++) if (this.#buckets[i]) return false;
    return true;
  }

  /** Cost of the cheapest reading found so far that ends at an offset. */
  leastAt(at: number): number {
    return this.#buckets[at - this.start]?.least ?? Number.POSITIVE_INFINITY;
  }

  /** Cost above which no more readings that end at an offset are kept. */
  mostAt(at: number): number {
    return this.leastAt(at) + SLACK;
  }

  /** Keeps readings of the candidates that are not too dear: no more of them than can be followed. */
  putAll(
    prev: Reading,
    candidates: Candidates,
    to: number,
    kind: Kind,
    pending: number,
    price: number,
    intrusions: readonly Intrusion[],
  ): void {
    const { units } = candidates;
    const costs = this.costsOf(prev, candidates, kind, price);
    const dearest = new Shortlist(FOLLOWED).addAll(units, costs).costs.at(-1)!;
    for (let i = 0; i < units.length; i++)
      if (costs[i]! <= Math.min(dearest, this.mostAt(to)))
        this.put(this.emit(prev, units[i]!, to, kind, pending, price, intrusions));
  }

  /** Keeps a reading, unless a cheaper one can go on in the same way. */
  put(r: Reading | null): void {
    if (!r) return;
    if (r.kind !== 'plain' && r.to > this.#doubt) this.#doubt = r.to;
    const i = r.to - this.start;
    let bucket = this.#buckets[i];
    if (!bucket) {
      bucket = { least: Number.POSITIVE_INFINITY, readings: new Map() };
      this.#buckets[i] = bucket;
    }
    if (r.cost < bucket.least) bucket.least = r.cost;
    else if (r.cost > bucket.least + SLACK && !r.literal) return;
    let key = keyOf(r);
    let old = bucket.readings.get(key);
    while (old && !goesOnAlike(old, r)) old = bucket.readings.get(++key);
    if (!old) bucket.readings.set(key, r);
    else if (r.cost < old.cost) {
      bucket.readings.set(key, r);
      setAside(bucket, key, r, old);
    } else setAside(bucket, key, old, r);
  }

  /**
   * A reading that goes on with one character of the original; null when it is dearer than what is kept at `to`.
   * `glossed`: its gloss is accounted for.
   */
  emit(
    prev: Reading,
    unit: number,
    to: number,
    kind: Kind,
    pending = 0,
    price = 0,
    intrusions = NONE,
    glossed = false,
  ): Reading | null {
    const penalty = this.#penalty(prev, unit, kind, price, glossed);
    const literal = prev.literal && kind === 'plain';
    const most = literal ? Number.POSITIVE_INFINITY : this.mostAt(to);
    const step = growBelow(prev.step, unit, this.#witnessOf(to), most - penalty);
    if (!step) return null;
    const cost = step.cost + penalty;
    const drops = prev.drops + (kind === 'pair' ? 1 : 0);
    const quoted = unit === OPEN_QUOTE || (prev.quoted && unit !== CLOSE_QUOTE && unit !== 0x0a);
    const text = charOf(unit);
    return makeReading(prev, text, prev.to, to, kind, pending, step, penalty, cost, intrusions, literal, drops, quoted);
  }

  /**
   * What the page says of a character that ends at `to`. Before the damage nothing: it was counted there itself, so that each
   * character would be cheap alone and no word that goes on into the damage be worth its price. Known wrong without: 落實到日常、 is
   * read 落實到日牛、.
   */
  #witnessOf(to: number): Witness | null {
    return to > this.#site ? this.evidence.witness : null;
  }

  /** What the damage costs when a reading goes on with one character of the original. */
  #penalty(prev: Reading, unit: number, kind: Kind, price: number, glossed: boolean): number {
    const penalty = prev.penalty + price + quoteCost(unit, prev) + blankCost(unit, prev, kind);
    return kind === 'plain' ? penalty : penalty + priceOn(this.evidence, unit, glossed || prev.kind === 'gloss');
  }

  /**
   * Costs of the readings that {@link emit} would make of candidates, in their order; the next call overwrites them.
   * `inWord`: infinite for those that do not go on with a word or end it.
   */
  costsOf(prev: Reading, candidates: Candidates, kind: Kind, price: number, inWord = false): Float64Array {
    const { evidence } = this;
    const { units, prices, signs } = candidates;
    const costs = grownCosts(prev.step, candidates.characters, evidence.witness, inWord);
    const penalty = prev.penalty + price;
    if (!signs && prev.kind !== 'gloss') {
      for (let i = 0; i < units.length; i++) costs[i]! += penalty + prices[i]!;
      return costs;
    }
    for (let i = 0; i < units.length; i++) {
      const sign = signs ? quoteCost(units[i]!, prev) + blankCost(units[i]!, prev, kind) : 0;
      costs[i]! += penalty + sign + (prev.kind === 'gloss' ? priceOn(evidence, units[i]!, true) : prices[i]!);
    }
    return costs;
  }

  /** A reading that goes on with something that is not in the original. */
  pass(r: Reading, to: number, kind: Kind, pending: number, price: number, intrusions = NONE): Reading {
    const { step, drops, quoted } = r;
    const penalty = r.penalty + price;
    return makeReading(r, '', r.to, to, kind, pending, step, penalty, r.cost + price, intrusions, false, drops, quoted);
  }

  /** Takes in a gloss on `char`, which the converter put `behind` bytes after the start of the reading's text. */
  withGloss(r: Reading | null, char: string, behind: number): Reading | null {
    if (!r) return null;
    const gloss = glossAt(this.text, r.to, true);
    if (!gloss || !readingOf(char, gloss.reading)) return r;
    const insert = this.text.slice(r.to, gloss.end);
    const glossed = copyOf(r);
    glossed.to = gloss.end;
    glossed.intrusions = [...r.intrusions, { at: behind, insert }];
    return glossed;
  }
}

/**
 * Gives a reading up for a cheaper one that ends alike, unless a word that is still open began cheaper in it: then it may yet
 * win, and is followed beside the other. Known wrong without: 41.7%。空氣質量 is read 海空氣質量, as 海空 and 質 alone were cheaper than 空氣 and 質.
 */
function setAside(bucket: Bucket, key: number, kept: Reading, lost: Reading): void {
  const other = bucket.readings.get(-key - 1);
  if (openCost(lost) >= openCost(kept)) noteRival(kept, lost);
  else if (!other) bucket.readings.set(-key - 1, lost);
  else if (openCost(lost) < openCost(other)) {
    noteRival(kept, other);
    bucket.readings.set(-key - 1, lost);
  } else noteRival(kept, lost);
}

/** Cost of a reading up to the cheapest beginning of a word that is still open. */
function openCost({ step, penalty }: Reading): number {
  let least = Number.POSITIVE_INFINITY;
  let begun: Step | null = step;
  for (let i = 0; step && i < step.open.length; i++) {
    begun = begun?.prev ?? null;
    if (step.open[i] && begun && begun.cost < least) least = begun.cost;
  }
  return least + penalty;
}

/** A reading whose quotation marks do not come in pairs. */
function unpaired(r: Reading): Reading {
  const dearer = copyOf(r);
  dearer.cost += UNPAIRED;
  return dearer;
}

/** Characters as strings, as far as they were asked for: a search writes each thousands of times. */
const chars = new Array<string | undefined>(0x10000);

function charOf(unit: number): string {
  const known = chars[unit];
  if (known !== undefined) return known;
  const char = String.fromCharCode(unit);
  chars[unit] = char;
  return char;
}

function prune(bucket: Bucket): Reading[] {
  const most = bucket.least + SLACK;
  const out: Reading[] = [];
  for (const r of bucket.readings.values()) if (r.literal || r.cost <= most) out.push(r);
  out.sort((a, b) => a.cost - b.cost);
  if (out.length <= BEAM) return out;
  let quoted = 0;
  let words = 0;
  let places = 0;
  let last: Step | null = null;
  return out.filter((r) => {
    // Readings of one text that differ in the pending byte alone share a place. Known wrong without: 年。 and an eaten line break
    // is read 年“ and a digit, as 。 with each of the bytes that a mark may stand for took all places.
    if (r.step !== last) places++;
    last = r.step;
    if (r.literal || places <= BEAM || (r.quoted !== out[0]!.quoted && quoted++ < BEAM_QUOTED)) return true;
    return (r.step?.open.length ?? 0) > 1 && words++ < BEAM_WORDS;
  });
}
