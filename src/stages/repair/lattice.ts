import { assignedUnit, isLead, isUnassignedPair, pairOf } from '../../text/gbk.ts';
import { characterCost, grow, isSimpleOnly, type Step, simpleForm } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import { glossAt, isCut, isLost } from './marks.ts';

/**
 * A reading of the seen text up to some offset: which original would have been turned into it.
 *
 * `pending` is the heart of it. While it is 0 the seen characters are the original ones. Otherwise the decoder was one
 * byte late: `pending` is the lead byte of the next original character, taken from the end of the last seen pair.
 */
export interface Reading {
  readonly prev: Reading | null;
  /** What stands in the original for `[from, to)` of the seen text; '' where the seen text has more than the original. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly pending: number;
  /** Language model after `text`. */
  readonly step: Step | null;
  /** What the damage itself costs. */
  readonly penalty: number;
  readonly cost: number;
  /** By how much the best reading that differs was dearer, when it was given up here. */
  /** Nothing but seen characters: kept to the end, whatever it costs. */
  readonly literal: boolean;
  /** Inside quotation marks. */
  readonly quoted: boolean;
  rival: number;
  rivalText: string;
}

export type Kind = 'plain' | 'cut' | 'gloss' | 'late' | 'pair' | 'end' | 'open';

/** What the search may use of the document. */
export interface Evidence {
  /** Characters that are glossed elsewhere in the document, each with its reading: `關guān`. */
  glossed: ReadonlySet<string>;
  /** How often two characters follow each other in the document, as nats off the price. */
  bonus(first: number, second: number): number;
}

/** Prices of the steps of the channel, in nats. */
const PRICE = {
  cut: 3,
  gloss: 1,
  /** The gloss stands on a character that is not glossed anywhere else and is not even a traditional form. */
  oddGloss: 6,
  unglossed: 2,
  end: 2,
  /** A pair that was dropped: one in eight falls into the user-defined area. */
  pair: 3,
  /** A simplified form: the page was traditional when it was encoded. */
  simple: 4,
  folded: 3,
  eaten: 1,
  open: 16,
  repeated: 6,
};

/** Nats above which a character is too rare to be looked for in a dropped pair. */
const RARE = 16;
/** How many readings of a place are searched for dropped pairs: it is a thousand times the work. */
const DROPS = 60;
/** How many originals of a dropped pair are tried. */
const CANDIDATES = 60;
const BEAM = 160;
const SLACK = 38;
/** Seen characters that a search may look at. In step again after 8 characters on average; e⁻¹⁵ of the runs are longer. */
const WINDOW = 160;
/** Plain characters behind the last doubtful one that must be read before the search may stop: the longest word. */
const TAIL = 4;

const TAG = /\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,300})?\/?>/y;
const ENTITY = /(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|nbsp|amp|lt|gt|quot|ldquo|rdquo|middot);/y;

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Pairs of bytes that a seen character may stand for: its own, and the full-width one when widths were folded. */
function pairsOf(unit: number): number[] {
  if (unit === 0x20) return [0xa1a1];
  if (unit > 0x20 && unit < 0x7f) return [0xa300 | (unit | 0x80)];
  const pair = pairOf(unit);
  return pair ? [pair] : [];
}

/** The readings of one stretch of a text, grown from left to right and pruned at each offset. */
export class Lattice {
  readonly #text: string;
  readonly #evidence: Evidence;
  readonly #drops: boolean;
  readonly #limit: number;
  readonly #buckets: (Map<string, Reading> | undefined)[] = [];
  readonly #start: number;
  readonly #dropCache = new Map<number, [number, number, number][]>();
  /** Behind the last place where readings differ. */
  #doubt = 0;

  constructor(text: string, start: number, site: number, evidence: Evidence, drops: boolean) {
    this.#text = text;
    this.#evidence = evidence;
    this.#drops = drops;
    this.#start = start;
    this.#limit = Math.min(text.length, site + WINDOW);
    this.#doubt = site + 1;
  }

  /** @returns the cheapest reading, with `to` where it is safe to go on; null when there is none. */
  search(): Reading | null {
    this.#put({ ...ROOT, from: this.#start, to: this.#start, quoted: isQuoted(this.#text, this.#start) });
    let best: Reading | null = null;
    for (let at = this.#start; at <= this.#limit; at++) {
      const bucket = this.#buckets[at - this.#start];
      if (!bucket) continue;
      const readings = this.#prune(bucket);
      this.#buckets[at - this.#start] = undefined;
      const last = at === this.#text.length || at === this.#limit || this.#settled(readings, at);
      const whole = readings.some((r) => !r.pending);
      if (last || whole) best = whole ? this.#cheapest(readings, at) : best;
      if (last) break;
      for (const [rank, r] of readings.entries()) this.#expand(r, at, rank);
    }
    return best;
  }

  /** Only readings in step with the original are whole. */
  #cheapest(readings: Reading[], at: number): Reading | null {
    const whole = readings.filter((r) => !r.pending);
    if (!whole.length) return null;
    const quoted = mustBeQuoted(this.#text, at);
    const judged = whole.map((r) => (r.quoted === quoted ? r : { ...r, cost: r.cost + UNPAIRED }));
    const best = judged.reduce((least, r) => (r.cost < least.cost ? r : least));
    for (const r of judged) if (r !== best) note(best, r);
    return best;
  }

  /** In step everywhere, nothing doubtful near, and no later reading on its way. */
  #settled(readings: Reading[], at: number): boolean {
    if (at < this.#doubt + TAIL || readings.some((r) => r.pending)) return false;
    for (let i = at + 1 - this.#start; i < this.#buckets.length; i++) if (this.#buckets[i]) return false;
    return true;
  }

  #prune(bucket: Map<string, Reading>): Reading[] {
    const readings = [...bucket.values()].sort((a, b) => a.cost - b.cost);
    const least = readings[0]!.cost;
    return readings.filter((r, i) => r.literal || (i < BEAM && r.cost <= least + SLACK));
  }

  #put(r: Reading): void {
    const i = r.to - this.#start;
    this.#buckets[i] ??= new Map();
    const bucket = this.#buckets[i];
    const key = `${r.pending},${r.step?.unit},${r.step?.prev?.unit},${r.step?.prev?.prev?.unit},${r.quoted}`;
    const old = bucket.get(key);
    if (!old) bucket.set(key, r);
    else if (r.cost < old.cost) {
      note(r, old);
      bucket.set(key, r);
    } else note(old, r);
    if (r.kind !== 'plain' && r.to > this.#doubt) this.#doubt = r.to;
  }

  #emit(prev: Reading, unit: number, to: number, kind: Kind, pending: number, price: number): Reading {
    const step = grow(prev.step, unit);
    const simple = kind !== 'plain' && isSimpleOnly(unit) ? PRICE.simple : 0;
    const bonus = prev.step ? this.#evidence.bonus(prev.step.unit, step.unit) : 0;
    const penalty = prev.penalty + price + simple + quoteCost(unit, prev) + blankCost(unit, prev, kind) - bonus;
    const text = String.fromCharCode(unit);
    const r: Reading = {
      prev,
      text,
      from: prev.to,
      to,
      kind,
      pending,
      step,
      penalty,
      cost: step.cost + penalty,
      literal: prev.literal && kind === 'plain',
      quoted: unit === OPEN_QUOTE || (prev.quoted && unit !== CLOSE_QUOTE && unit !== 0x0a),
      rival: Number.POSITIVE_INFINITY,
      rivalText: '',
    };
    return r;
  }

  #expand(r: Reading, at: number, rank: number): void {
    if (r.pending) this.#late(r, at, this.#drops && rank < DROPS);
    else this.#inStep(r, at);
  }

  // ---- in step -------------------------------------------------------------------------------------------------------

  #inStep(r: Reading, at: number): void {
    const unit = this.#text.charCodeAt(at);
    this.#put(this.#afterGloss(this.#emit(r, unit, at + 1, 'plain', 0, 0)));
    if (!isLost(unit)) return;
    this.#cut(r, at);
    const gloss = glossAt(this.#text, at + 1, false);
    if (gloss) this.#across(r, at, gloss);
  }

  /** A gloss on the character just read is noise to the model: it is passed over, and stays for the gloss pass to judge. */
  #afterGloss(r: Reading): Reading {
    const gloss = glossAt(this.#text, r.to, true);
    if (!gloss || !r.text || !readingOf(r.text, gloss.reading)) return r;
    return {
      ...r,
      prev: r,
      text: r.kind === 'plain' ? this.#text.slice(r.to, gloss.end) : '',
      from: r.to,
      to: gloss.end,
    };
  }

  /** An orphaned lead byte, then punctuation read at an odd place. */
  #cut(r: Reading, at: number): void {
    let next = at + 1;
    let price = PRICE.cut;
    // A mark may be doubled on its way: `??！`.
    for (let again = 0; again < 2 && next < this.#text.length; again++) {
      const unit = this.#text.charCodeAt(next);
      if (isCut(unit)) for (const pair of pairsOf(unit)) this.#orphan(r, next + 1, pair, price);
      if (!isLost(unit)) return;
      this.#torn(r, next + 1, price);
      next++;
      price += PRICE.repeated;
    }
  }

  /** Two cuts: before the trail byte of a character, which made a pair with what follows, and behind it. */
  #torn(r: Reading, to: number, price: number): void {
    for (const pair of pairsOf(this.#text.charCodeAt(to))) {
      const trail = pair >> 8 === 0xa3 ? 0xa1 : pair >> 8 === 0xa1 ? 0xa3 : 0;
      if (!trail || !isCut(this.#text.charCodeAt(to)) || !isCut(assignedUnit((trail << 8) | (pair >> 8)))) continue;
      for (let lead = 0x81; lead <= 0xfe; lead++) {
        const unit = assignedUnit((lead << 8) | trail);
        if (unit) this.#put(this.#emit(r, unit, to, 'end', 0, price + PRICE.end));
      }
    }
  }

  #orphan(r: Reading, to: number, pair: number, price: number): void {
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const unit = assignedUnit((lead << 8) | (pair >> 8));
      if (unit) this.#put(this.#emit(r, unit, to, 'cut', pair & 0xff, price));
    }
  }

  /** A gloss that stood across two characters: behind the lead byte of the second. */
  #across(r: Reading, at: number, gloss: { reading: string; end: number }): void {
    if (at <= this.#start || r.to - r.from !== 1) return;
    for (const pair of pairsOf(this.#text.charCodeAt(at - 1))) {
      if (!isLead(pair & 0xff)) continue;
      for (let lead = 0x81; lead <= 0xfe; lead++) {
        const unit = assignedUnit(((pair & 0xff) << 8) | lead);
        if (unit && this.#fits(unit, gloss.reading))
          this.#put(this.#mark(r, gloss.end, 'gloss', lead, this.#glossPrice(unit, gloss.reading)));
      }
    }
  }

  /** Reads a piece of the seen text that says nothing of its own. */
  #mark(r: Reading, to: number, kind: Kind, pending: number, price: number): Reading {
    const penalty = r.penalty + price;
    return {
      ...r,
      prev: r,
      text: '',
      from: r.to,
      to,
      kind,
      pending,
      penalty,
      cost: r.cost + price,
      literal: false,
      rival: Number.POSITIVE_INFINITY,
      rivalText: '',
    };
  }

  #fits(unit: number, reading: string): boolean {
    return readingOf(String.fromCharCode(unit), reading) !== null;
  }

  #glossPrice(unit: number, reading: string): number {
    const char = String.fromCharCode(unit);
    if (this.#evidence.glossed.has(char)) return PRICE.gloss;
    return PRICE.gloss + PRICE.unglossed + (simpleForm(unit) === unit ? PRICE.oddGloss : 0) + (reading ? 0 : 1);
  }

  // ---- one byte late -------------------------------------------------------------------------------------------------

  #late(r: Reading, at: number, drops: boolean): void {
    const unit = this.#text.charCodeAt(at);
    if (isLost(unit)) this.#lateLost(r, at);
    if (unit >= 0x40 && unit < 0x7f) this.#close(r, unit, at + 1, 'end', 0);
    // Byte 80 is a euro sign to most decoders.
    if (unit === 0x20ac) this.#close(r, 0x80, at + 1, 'end', 0);
    for (const pair of pairsOf(unit)) this.#shifted(r, at + 1, pair, unit < 0x80 ? PRICE.folded : 0);
    if (drops) this.#dropped(r, at);
  }

  /** The pending byte and `trail` are a character; the rest is in step again. */
  #close(r: Reading, trail: number, to: number, kind: Kind, price: number): void {
    const unit = assignedUnit((r.pending << 8) | trail);
    if (!unit) return;
    this.#put(this.#skipGloss(this.#emit(r, unit, to, kind, 0, price), String.fromCharCode(unit)));
  }

  /** A seen pair: its first byte ends the pending character, its second opens the next. */
  #shifted(r: Reading, to: number, pair: number, price: number): void {
    const unit = assignedUnit((r.pending << 8) | (pair >> 8));
    if (!unit) return;
    if (!isLead(pair & 0xff)) {
      // The character ends before a letter of the original, which became the trail byte of what is seen.
      if ((pair & 0xff) < 0x80) {
        const last = this.#emit(r, unit, to - 1, 'end', 0, price);
        this.#put(this.#emit({ ...last, to: to - 1 }, pair & 0xff, to, 'end', 0, 0));
      }
      return;
    }
    const seen = this.#text[to - 1]!;
    this.#put(this.#skipGloss(this.#emit(r, unit, to, 'late', pair & 0xff, price), seen));
  }

  /** Passes over a gloss on `char`, as the tool that worked on bytes saw it. */
  #skipGloss(r: Reading, char: string): Reading {
    const gloss = glossAt(this.#text, r.to, true);
    return gloss && readingOf(char, gloss.reading) ? { ...r, to: gloss.end } : r;
  }

  #lateLost(r: Reading, at: number): void {
    const next = this.#text.charCodeAt(at + 1);
    const gloss = glossAt(this.#text, at + 1, false);
    // A gloss on the pending character: its trail byte took the bracket with it.
    if (gloss)
      for (const trail of trails())
        if (trail >= 0x81 && this.#fits(assignedUnit((r.pending << 8) | trail), gloss.reading))
          this.#close(
            r,
            trail,
            gloss.end,
            'end',
            this.#glossPrice(assignedUnit((r.pending << 8) | trail), gloss.reading),
          );
    const ends = at + 1 >= this.#text.length || isCut(next) || next === 0x0a || next === 0x0d;
    if (ends) for (const trail of trails()) if (trail >= 0x80) this.#close(r, trail, at + 1, 'end', PRICE.end);
    // The mark ate a byte below 40 that can be told from what follows it.
    const eaten = ends ? '' : this.#eaten(at + 1);
    if (eaten)
      for (const trail of trails())
        if (trail >= 0x81) {
          const unit = assignedUnit((r.pending << 8) | trail);
          if (!unit) continue;
          const closed = this.#emit(r, unit, at + 1, 'end', 0, PRICE.end + PRICE.eaten);
          this.#put({ ...closed, text: closed.text + eaten });
        }
    if (this.#drops && ends) this.#droppedSign(r, at);
    if (this.#drops && gloss) this.#droppedGloss(r, at, gloss);
    if (this.#drops && !ends && !eaten) this.#droppedMark(r, at);
    this.#put(this.#mark(r, at + 1, 'open', 0, PRICE.open));
  }

  /** A dropped pair, then the orphaned trail byte of a sign: `化”。`, where AFA1 was dropped and B1 stayed alone. */
  #droppedSign(r: Reading, at: number): void {
    for (const [trail, leads] of droppable()) {
      const first = assignedUnit((r.pending << 8) | trail);
      if (!first || isSimpleOnly(first) || characterCost(first) > RARE || !leads.includes(0xa1)) continue;
      const one = this.#emit(r, first, at, 'pair', 0, PRICE.pair);
      for (let byte = 0xa2; byte <= 0xbf; byte++)
        this.#put(this.#emit(one, assignedUnit(0xa100 | byte), at + 1, 'end', 0, PRICE.end));
    }
  }

  /** A dropped pair, then a glossed character whose trail byte took the bracket with it. */
  #droppedGloss(r: Reading, at: number, gloss: { reading: string; end: number }): void {
    for (const char of this.#evidence.glossed) {
      const pair = pairOf(char.charCodeAt(0));
      if ((pair & 0xff) < 0x81 || readingOf(char, gloss.reading) === null) continue;
      for (const [trail, leads] of droppable()) {
        const first = assignedUnit((r.pending << 8) | trail);
        if (!first || isSimpleOnly(first) || characterCost(first) > RARE || !leads.includes(pair >> 8)) continue;
        const one = this.#emit(r, first, at, 'pair', 0, PRICE.pair);
        this.#put(this.#emit(one, char.charCodeAt(0), gloss.end, 'end', 0, PRICE.gloss));
      }
    }
  }

  #eaten(at: number): string {
    if (matchesAt(TAG, this.#text, at)) return '<';
    if (matchesAt(ENTITY, this.#text, at)) return '&';
    return '';
  }

  // ---- pairs that GBK assigns nothing ----------------------------------------------------------------------------------

  /** A pair that vanished between the pending byte and what is seen next. */
  #dropped(r: Reading, at: number): void {
    const next = this.#text.charCodeAt(at);
    for (const [first, second, pair] of this.#candidates(r.pending, at)) {
      const one = this.#emit(r, first, at, 'pair', 0, PRICE.pair);
      const trail = pair & 0xff;
      if (next < 0x80)
        this.#put(this.#skipGloss(this.#emit(one, second, at + 1, 'end', 0, 0), String.fromCharCode(second)));
      else if (isLead(trail))
        this.#put(this.#skipGloss(this.#emit(one, second, at + 1, 'late', trail, 0), this.#text[at]!));
    }
  }

  /** The commonest two characters that a dropped pair and the next seen one can have been part of. */
  #candidates(pending: number, at: number): [first: number, second: number, pair: number][] {
    const key = (at << 8) | pending;
    const known = this.#dropCache.get(key);
    if (known) return known;
    const next = this.#text.charCodeAt(at);
    const seen = next >= 0x40 && next < 0x7f ? [next << 8] : pairsOf(next);
    const found: { cost: number; of: [number, number, number] }[] = [];
    for (const [trail, leads] of droppable()) {
      const first = assignedUnit((pending << 8) | trail);
      if (!first || isSimpleOnly(first) || characterCost(first) > RARE) continue;
      const step = grow(null, first);
      for (const lead of leads)
        for (const pair of seen) {
          const second = assignedUnit((lead << 8) | (pair >> 8));
          if (!second || characterCost(second) > RARE || isSimpleOnly(second)) continue;
          found.push({ cost: grow(step, second).cost, of: [first, second, pair] });
        }
    }
    const best = found
      .sort((a, b) => a.cost - b.cost)
      .slice(0, CANDIDATES)
      .map((f) => f.of);
    this.#dropCache.set(key, best);
    return best;
  }

  /** The same, where the decoder left one mark for the pair. */
  #droppedMark(r: Reading, at: number): void {
    for (const [trail, leads] of droppable()) {
      const first = assignedUnit((r.pending << 8) | trail);
      if (first && characterCost(first) <= RARE)
        for (const lead of leads) this.#put(this.#emit(r, first, at + 1, 'pair', lead, PRICE.pair));
    }
  }
}

const ROOT: Reading = {
  prev: null,
  text: '',
  from: 0,
  to: 0,
  kind: 'plain',
  pending: 0,
  step: null,
  penalty: 0,
  cost: 0,
  literal: true,
  quoted: false,
  rival: Number.POSITIVE_INFINITY,
  rivalText: '',
};

const OPEN_QUOTE = 0x201c;
const CLOSE_QUOTE = 0x201d;

/** Quotation marks come in pairs; in running text one in two hundred lacks its partner. */
const UNPAIRED = 6;

function quoteCost(unit: number, prev: Reading): number {
  if (unit === CLOSE_QUOTE) return prev.quoted ? 0 : UNPAIRED;
  if (unit === OPEN_QUOTE) return prev.quoted ? UNPAIRED : 0;
  return 0;
}

/** Ideographic spaces indent paragraphs. Known wrong without: 大呼隆 is read 大呼 and a space. */
function blankCost(unit: number, prev: Reading, kind: Kind): number {
  if (unit !== 0x3000 || kind === 'plain') return 0;
  return prev.step === null || prev.step.unit === 0x3000 || prev.step.unit === 0x0a ? 0 : 8;
}

/** Characters that are looked through for the partner of a quotation mark. */
const QUOTE_REACH = 200;

/** Whether a quotation is open at `at`: looks back to the last mark on the line. */
function isQuoted(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - QUOTE_REACH; i--) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN_QUOTE) return true;
    if (unit === CLOSE_QUOTE || unit === 0x0a) return false;
  }
  return false;
}

/** Whether a quotation must be open at `at`, from the next mark on the line. */
function mustBeQuoted(text: string, at: number): boolean {
  for (let i = at; i < text.length && i < at + QUOTE_REACH; i++) {
    const unit = text.charCodeAt(i);
    if (unit === CLOSE_QUOTE) return true;
    if (unit === OPEN_QUOTE || unit === 0x0a) return false;
  }
  return false;
}

let droppablePairs: Map<number, number[]> | undefined;

/** Pairs that GBK assigns nothing, as they lie across two characters: a trail byte and the leads that may follow it. */
function droppable(): Map<number, number[]> {
  if (droppablePairs) return droppablePairs;
  droppablePairs = new Map();
  for (let trail = 0x81; trail <= 0xfe; trail++) {
    const leads = [];
    for (let lead = 0x81; lead <= 0xfe; lead++) if (isUnassignedPair((trail << 8) | lead)) leads.push(lead);
    if (leads.length) droppablePairs.set(trail, leads);
  }
  return droppablePairs;
}

let trailBytes: number[] | undefined;

function trails(): number[] {
  trailBytes ??= Array.from({ length: 0xbf }, (_, i) => 0x40 + i).filter((b) => b !== 0x7f);
  return trailBytes;
}

/** Keeps on `kept` by how much the reading given up in its favour was dearer, unless it says the same. */
function note(kept: Reading, lost: Reading): void {
  const margin = Math.min(lost.cost - kept.cost, lost.rival + lost.cost - kept.cost);
  if (margin >= kept.rival || margin > 12) return;
  const text = readingText(lost);
  if (text === readingText(kept)) return;
  kept.rival = margin;
  kept.rivalText = text;
}

/** The original text that a reading stands for, from where its search began. */
export function readingText(r: Reading): string {
  return path(r)
    .map((p) => p.text)
    .join('');
}

/** The steps of a reading, in order, the empty root left out. */
export function path(r: Reading): Reading[] {
  const out: Reading[] = [];
  for (let p: Reading | null = r; p?.prev; p = p.prev) out.push(p);
  return out.reverse();
}
