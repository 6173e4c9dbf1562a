import { assignedUnit, isLead, pairOf, unassignedAcross } from '../../text/gbk.ts';
import { characterCost, grow, isSimpleOnly } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import { type Lattice, pairsOf } from './lattice.ts';
import type { GlossMark } from './marks.ts';
import { PRICE, type Reading } from './reading.ts';

/**
 * Pairs that GBK assigns nothing are dropped without a mark. While one byte late, such a pair is the trail byte of one
 * character and the lead byte of the next, so both are searched for: some 1500 pairs, of which the commonest are tried.
 */

/** How many originals are tried for a dropped pair and the seen one behind it. */
const CANDIDATES = 50;
/** Nats above which a character is too rare to be made up. */
const RARE = 16;

/** The first characters that a dropped pair can have ended, each with the lead bytes that may have followed. */
function* firsts(pending: number): Generator<[unit: number, leads: readonly number[]]> {
  for (const [trail, leads] of unassignedAcross()) {
    const unit = assignedUnit((pending << 8) | trail);
    if (unit && !isSimpleOnly(unit) && characterCost(unit) <= RARE) yield [unit, leads];
  }
}

/** A pair that vanished between the pending byte and what is seen next. */
export function readDropped(lattice: Lattice, r: Reading, at: number): void {
  const single = lattice.text.charCodeAt(at) < 0x80;
  for (const [first, second, byte] of candidates(lattice, r.pending, at)) {
    const one = lattice.emit(r, first, at, 'pair', 0, PRICE.pair);
    const two = lattice.emit(one, second, at + 1, single ? 'end' : 'late', single ? 0 : byte);
    const char = single ? String.fromCharCode(second) : lattice.text[at]!;
    lattice.put(lattice.withGloss(two, char, single ? 2 : 3));
  }
}

/** The commonest two characters that a dropped pair and the next seen one can have been part of. */
function candidates(lattice: Lattice, pending: number, at: number): readonly (readonly [number, number, number])[] {
  const key = (at - lattice.start) * 256 + pending;
  const known = lattice.dropped.get(key);
  if (known) return known;
  const next = lattice.text.charCodeAt(at);
  const seen = next >= 0x40 && next < 0x7f ? [next << 8] : pairsOf(next).filter((pair) => isLead(pair & 0xff));
  const found: { cost: number; of: [number, number, number] }[] = [];
  for (const [first, leads] of firsts(pending)) {
    const step = grow(null, first);
    for (const lead of leads)
      for (const pair of seen) {
        const second = assignedUnit((lead << 8) | (pair >> 8));
        if (second && !isSimpleOnly(second) && characterCost(second) <= RARE)
          found.push({ cost: grow(step, second).cost, of: [first, second, pair & 0xff] });
      }
  }
  const best = found
    .sort((a, b) => a.cost - b.cost)
    .slice(0, CANDIDATES)
    .map((f) => f.of);
  lattice.dropped.set(key, best);
  return best;
}

const BEHIND = [{ at: 2, insert: '' }];

/** A dropped pair, then the orphaned trail byte of a sign: `化”。`, where AFA1 was dropped and B1 stayed alone. */
export function readDroppedSign(lattice: Lattice, r: Reading, at: number): void {
  for (const [first, leads] of firsts(r.pending)) {
    if (!leads.includes(0xa1)) continue;
    const one = lattice.emit(r, first, at, 'pair', 0, PRICE.pair);
    for (let byte = 0xa2; byte <= 0xbf; byte++)
      lattice.put(lattice.emit(one, assignedUnit(0xa100 | byte), at + 1, 'end', 0, PRICE.end, BEHIND));
  }
}

/** A dropped pair, then a glossed character whose trail byte took the bracket with it. */
export function readDroppedGloss(lattice: Lattice, r: Reading, at: number, gloss: GlossMark): void {
  const insert = `(${lattice.text.slice(at + 1, gloss.end)}`;
  for (const char of lattice.evidence.glossed) {
    const pair = pairOf(char.charCodeAt(0));
    if (!isLead(pair & 0xff) || !readingOf(char, gloss.reading)) continue;
    for (const [first, leads] of firsts(r.pending)) {
      if (!leads.includes(pair >> 8)) continue;
      const one = lattice.emit(r, first, at, 'pair', 0, PRICE.pair);
      lattice.put(lattice.emit(one, char.charCodeAt(0), gloss.end, 'end', 0, PRICE.gloss, [{ at: 2, insert }]));
    }
  }
}

/** A pair for which the decoder left a mark. */
export function readDroppedMark(lattice: Lattice, r: Reading, at: number): void {
  for (const [first, leads] of firsts(r.pending))
    for (const lead of leads) lattice.put(lattice.emit(r, first, at + 1, 'pair', lead, PRICE.pair));
}
