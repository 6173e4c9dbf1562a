import { assignedUnit, isLead, pairOf } from '../../text/gbk.ts';
import { simpleForm } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import { startsOf } from './choices.ts';
import { markupEnd, overMarkup } from './eaten.ts';
import type { Evidence } from './evidence.ts';
import { readHalfBlank } from './half-blank.ts';
import { type Lattice, pairsOf } from './lattice.ts';
import { type GlossMark, glossAt, isCut, isHalfBlank, isLost } from './marks.ts';
import { PRICE, past, type Reading } from './reading.ts';

/** How a reading that is in step with the original goes on: as seen, or with the start of a shift. */
export function readInStep(lattice: Lattice, r: Reading, at: number): void {
  const unit = lattice.text.charCodeAt(at);
  const markup = unit === 0x3c ? markupEnd(lattice.text, at) : -1;
  if (markup > 0) {
    lattice.put(overMarkup(r, lattice.text, markup));
    return;
  }
  const plain = lattice.emit(r, unit, at + 1, 'plain');
  if (plain) lattice.put(passGloss(lattice, plain));
  if (isHalfBlank(lattice.text, at)) readHalfBlank(lattice, r, at);
  if (!isLost(unit)) return;
  readCut(lattice, r, at);
  const gloss = glossAt(lattice.text, at + 1, false);
  if (gloss) readAcross(lattice, r, at, gloss);
}

/** A gloss on the character just read is noise to the model: it is passed over, and stays for the gloss pass to judge. */
function passGloss(lattice: Lattice, r: Reading): Reading {
  const gloss = glossAt(lattice.text, r.to, true);
  if (!gloss || !readingOf(r.text, gloss.reading)) return r;
  return past(r, lattice.text, gloss.end);
}

/** An orphaned lead byte, then punctuation read at an odd place. */
function readCut(lattice: Lattice, r: Reading, at: number): void {
  let price: number = lattice.evidence.damaged ? PRICE.cutDamaged : PRICE.cut;
  for (let next = at + 1; next < at + 3 && next < lattice.text.length; next++) {
    const unit = lattice.text.charCodeAt(next);
    if (isCut(unit)) for (const pair of pairsOf(unit)) readOrphan(lattice, r, next + 1, pair, price);
    if (!isLost(unit)) return;
    readTorn(lattice, r, next + 1, price);
    // Or the mark was doubled on its way: `??！`.
    price += PRICE.repeated;
  }
}

const BEHIND_LEAD = [{ at: 1, insert: '' }];
const AROUND_TRAIL = [
  { at: 1, insert: '' },
  { at: 2, insert: '' },
];

function readOrphan(lattice: Lattice, r: Reading, to: number, pair: number, price: number): void {
  lattice.putAll(r, startsOf(pair >> 8, lattice.evidence), to, 'cut', pair & 0xff, price, BEHIND_LEAD);
}

/** Two cuts: before the trail byte of a character, which made a pair with what follows, and behind it (淡薄； → 淡??;). */
function readTorn(lattice: Lattice, r: Reading, to: number, price: number): void {
  const sign = lattice.text.charCodeAt(to);
  if (!isCut(sign)) return;
  for (const pair of pairsOf(sign)) {
    const trail = pair >> 8 === 0xa3 ? 0xa1 : 0xa3;
    if (!isCut(assignedUnit((trail << 8) | (pair >> 8)))) continue;
    lattice.putAll(r, startsOf(trail, lattice.evidence), to, 'end', 0, price + PRICE.end, AROUND_TRAIL);
  }
}

/** A gloss that stood across two characters: behind the lead byte of the second, which took the bracket with it. */
function readAcross(lattice: Lattice, r: Reading, at: number, gloss: GlossMark): void {
  if (at <= lattice.start) return;
  const insert = bracketed(lattice.text.slice(at + 1, gloss.end));
  // The first of the two may have a gloss of its own: 創(chuàng)?guó).
  const first = r.kind === 'plain' && r.text.length > 1 ? r.prev! : r;
  for (const pair of pairsOf(first.text.charCodeAt(first.text.length - 1))) {
    const trail = pair & 0xff;
    if (!isLead(trail)) continue;
    for (const unit of unitsRead(trail, gloss.reading)) {
      const price = glossPrice(lattice.evidence, unit);
      lattice.put(lattice.pass(r, gloss.end, 'gloss', pairOf(unit) & 0xff, price, [{ at: 1, insert }]));
    }
  }
}

/** Characters by lead byte and reading: a page asks for the same few again and again. */
const read = new Map<string, readonly number[]>();
const MOST_READ = 10_000;

/** The characters with a given lead byte that have a reading. */
export function unitsRead(lead: number, reading: string): readonly number[] {
  const key = `${lead} ${reading}`;
  let units = read.get(key);
  if (!units) {
    units = [];
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const unit = assignedUnit((lead << 8) | trail);
      if (unit && readingOf(String.fromCharCode(unit), reading)) units = [...units, unit];
    }
    if (read.size >= MOST_READ) read.clear();
    read.set(key, units);
  }
  return units;
}

/** What is left of a gloss, with the bracket that it must have had. */
export function bracketed(rest: string): string {
  return /^[(（]/.test(rest) ? rest : `(${rest}`;
}

/** What it costs that the converter glossed a character. */
export function glossPrice(evidence: Evidence, unit: number): number {
  if (evidence.glossed.has(String.fromCharCode(unit))) return PRICE.gloss;
  return PRICE.gloss + PRICE.unglossed + (simpleForm(unit) === unit ? PRICE.oddGloss : 0);
}
