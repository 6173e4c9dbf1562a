import { assignedUnit, isLead } from '../../text/gbk.ts';
import { readingOf } from '../../text/readings.ts';
import type { Intrusion } from './channel.ts';
import { readDropped, readDroppedGloss, readDroppedMark, readDroppedSign } from './dropped.ts';
import { bracketed, glossPrice } from './in-step.ts';
import { type Lattice, pairsOf } from './lattice.ts';
import { type GlossMark, glossAt, isCut, isLost } from './marks.ts';
import { PRICE, type Reading } from './reading.ts';

/** How a reading that is one byte late goes on: the pending lead byte finds its trail byte in what is seen next. */
export function readLate(lattice: Lattice, r: Reading, at: number, drops: boolean): void {
  const unit = lattice.text.charCodeAt(at);
  if (isLost(unit)) readLost(lattice, r, at);
  // A single byte below 80 is a trail byte: the rest is in step again.
  if (unit >= 0x40 && unit < 0x7f) close(lattice, r, unit, at + 1);
  // Byte 80 is a euro sign to most decoders.
  if (unit === 0x20ac) close(lattice, r, 0x80, at + 1);
  for (const pair of pairsOf(unit)) readShifted(lattice, r, at + 1, pair, unit < 0x80 ? PRICE.folded : 0);
  if (drops) readDropped(lattice, r, at);
}

/** The pending byte and `trail` are a character, behind which the rest is in step again. */
function close(lattice: Lattice, r: Reading, trail: number, to: number): void {
  const unit = assignedUnit((r.pending << 8) | trail);
  if (unit) lattice.put(lattice.withGloss(lattice.emit(r, unit, to, 'end'), String.fromCharCode(unit), 2));
}

/** A seen pair: its first byte ends the pending character, its second opens the next. */
function readShifted(lattice: Lattice, r: Reading, to: number, pair: number, price: number): void {
  const unit = assignedUnit((r.pending << 8) | (pair >> 8));
  const byte = pair & 0xff;
  if (!unit) return;
  if (isLead(byte)) {
    lattice.put(lattice.withGloss(lattice.emit(r, unit, to, 'late', byte, price), lattice.text[to - 1]!, 3));
  } else if (byte < 0x80) {
    // The character ends before a letter of the original, which became the trail byte of what is seen.
    lattice.put(lattice.emit(lattice.emit(r, unit, to - 1, 'end', 0, price), byte, to, 'end'));
  }
}

const BEHIND = [{ at: 2, insert: '' }];

/** A mark while one byte late: the trail byte of the pending character is in it. */
function readLost(lattice: Lattice, r: Reading, at: number): void {
  const { text } = lattice;
  const gloss = glossAt(text, at + 1, false);
  if (gloss) readLostGloss(lattice, r, at, gloss);
  const next = text.charCodeAt(at + 1);
  const ends = at + 1 >= text.length || isCut(next) || next === 0x0a || next === 0x0d;
  const eaten = ends ? '' : eatenAt(text, at + 1);
  if (ends) readEnd(lattice, r, at + 1, '', PRICE.end, BEHIND);
  else if (eaten) readEnd(lattice, r, at + 1, eaten, PRICE.end + PRICE.eaten, []);
  if (lattice.drops) {
    if (ends) readDroppedSign(lattice, r, at);
    if (gloss) readDroppedGloss(lattice, r, at, gloss);
    if (!ends && !eaten) readDroppedMark(lattice, r, at);
  }
  lattice.put(lattice.pass(r, at + 1, 'open', 0, PRICE.open));
}

/** Any character with the pending lead byte, then perhaps a sign that its trail byte took with it. */
function readEnd(lattice: Lattice, r: Reading, to: number, eaten: string, price: number, cut: Intrusion[]): void {
  for (let trail = 0x80; trail <= 0xfe; trail++) {
    const unit = assignedUnit((r.pending << 8) | trail);
    if (!unit) continue;
    const end = lattice.emit(r, unit, to, 'end', 0, price, cut);
    lattice.put(eaten ? { ...end, text: end.text + eaten } : end);
  }
}

/** A gloss on the pending character, whose trail byte took the bracket with it. */
function readLostGloss(lattice: Lattice, r: Reading, at: number, gloss: GlossMark): void {
  const insert = bracketed(lattice.text.slice(at + 1, gloss.end));
  for (let trail = 0x81; trail <= 0xfe; trail++) {
    const unit = assignedUnit((r.pending << 8) | trail);
    if (!unit || !readingOf(String.fromCharCode(unit), gloss.reading)) continue;
    const price = glossPrice(lattice.evidence, unit);
    lattice.put(lattice.emit(r, unit, gloss.end, 'end', 0, price, [{ at: 2, insert }]));
  }
}

const TAG = /\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,300})?\/?>/y;
const ENTITY = /(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|nbsp|amp|lt|gt|quot|ldquo|rdquo|middot);/y;

/** The byte below 40 that a mark took with it, where what follows tells which: the `<` of a tag, the `&` of an entity. */
function eatenAt(text: string, at: number): string {
  TAG.lastIndex = at;
  if (TAG.test(text)) return '<';
  ENTITY.lastIndex = at;
  return ENTITY.test(text) ? '&' : '';
}
