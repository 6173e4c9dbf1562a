import { assignedUnit, isLead } from '../../text/gbk.ts';
import { readingOf } from '../../text/readings.ts';
import type { Intrusion } from './channel.ts';
import { endsOf } from './choices.ts';
import { readEaten } from './eaten.ts';
import { isBehindBlank } from './half-blank.ts';
import { bracketed, glossPrice, unitsRead } from './in-step.ts';
import { type Lattice, pairsOf } from './lattice.ts';
import { type GlossMark, glossAt, isCut, isLost } from './marks.ts';
import { PRICE, type Reading } from './reading.ts';
import { isOpened } from './signs.ts';

/** How a reading that is one byte late goes on: the pending lead byte finds its trail byte in what is seen next. */
export function readLate(lattice: Lattice, r: Reading, at: number): void {
  const unit = lattice.text.charCodeAt(at);
  if (isLost(unit)) readLost(lattice, r, at);
  // A single byte below 80 is a trail byte: the rest is in step again.
  if (unit >= 0x40 && unit < 0x7f) close(lattice, r, unit, at + 1);
  // Byte 80 is a euro sign to most decoders.
  if (unit === 0x20ac) close(lattice, r, 0x80, at + 1);
  for (const pair of pairsOf(unit)) readShifted(lattice, r, at + 1, pair, unit < 0x80 ? foldedPrice(unit) : 0);
}

/** The line ends while one byte late: on pages whose white space was trimmed, the half that is missing left nothing behind. */
export function readLineEnd(lattice: Lattice, r: Reading, at: number): void {
  if (!isBehindBlank(r)) return;
  lattice.putAll(r, endsOf(r.pending, lattice.evidence), at, 'end', 0, PRICE.end, BEHIND);
  if (isOpened(r, OPENING, CLOSING)) lattice.put(lattice.emit(r, CLOSING, at, 'end', 0, PRICE.end - PAIRED, BEHIND));
}

const OPENING = 0xff08;
const CLOSING = 0xff09;
/** Nats by which a bracket is likelier at the end of a line where one is open than the model of running text has it. */
const PAIRED = 4;

/** What it costs that a single byte was a full-width character: signs were folded often, digits and letters seldom. */
function foldedPrice(unit: number): number {
  return isAlphanumeric(unit) ? PRICE.foldedLetter : PRICE.folded;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** The pending byte and `trail` are a character, behind which the rest is in step again. */
function close(lattice: Lattice, r: Reading, trail: number, to: number): void {
  const unit = assignedUnit((r.pending << 8) | trail);
  if (!unit) return;
  const char = String.fromCharCode(unit);
  const gloss = glossAt(lattice.text, to, true);
  const glossed = gloss !== null && readingOf(char, gloss.reading) !== null;
  lattice.put(lattice.withGloss(lattice.emit(r, unit, to, 'end', 0, 0, [], glossed), char, 2));
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
    const end = lattice.emit(r, unit, to - 1, 'end', 0, price);
    if (end) lattice.put(lattice.emit(end, byte, to, 'end'));
  }
}

const BEHIND = [{ at: 2, insert: '' }];

/** A mark while one byte late: the trail byte of the pending character is in it. */
function readLost(lattice: Lattice, r: Reading, at: number): void {
  const { text } = lattice;
  const gloss = glossAt(text, at + 1, false);
  if (gloss) readLostGloss(lattice, r, at, gloss);
  const next = text.charCodeAt(at + 1);
  // A strict decoder marks a lone byte so that it cannot be taken for a question, whatever follows.
  const cut = at + 1 >= text.length || isCut(next) || text.charCodeAt(at) === 0xfffd;
  if (cut) lattice.putAll(r, endsOf(r.pending, lattice.evidence), at + 1, 'end', 0, PRICE.end, BEHIND);
  else if (!gloss) readEaten(lattice, r, at + 1);
  lattice.put(lattice.pass(r, at + 1, 'open', 0, PRICE.open));
}

/** A gloss on the pending character, whose trail byte took the bracket with it. */
function readLostGloss(lattice: Lattice, r: Reading, at: number, gloss: GlossMark): void {
  const insert: readonly Intrusion[] = [{ at: 2, insert: bracketed(lattice.text.slice(at + 1, gloss.end)) }];
  for (const unit of unitsRead(r.pending, gloss.reading))
    lattice.put(lattice.emit(r, unit, gloss.end, 'end', 0, glossPrice(lattice.evidence, unit), insert, true));
}
