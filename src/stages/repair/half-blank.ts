import { pairOf } from '../../text/gbk.ts';
import { damage } from './channel.ts';
import type { Lattice } from './lattice.ts';
import { PRICE, type Reading } from './reading.ts';

/**
 * White space of two bytes each, cut inside where a bracket follows: `　　（一）加` is A1A1 A1|A1A3 A8…, and is seen as ` 。ㄒ唬┘`. The
 * half that is left over goes with the white space when a site trims its lines, so no mark is seen.
 */
export function readHalfBlank(lattice: Lattice, r: Reading, at: number): void {
  const { text } = lattice;
  const blank = lattice.emit(r, BLANK, at + 1, 'cut', LEAD, PRICE.cut, BEHIND_LEAD);
  if (!blank) return;
  const next = text.charCodeAt(at + 1);
  if (pairOf(next) >> 8 === TRAIL) lattice.put(blank);
  // （ before a digit, which is in step again: the second half of the bracket went without a trace.
  else if (next < 0x40 && isClosed(text, at + 1))
    lattice.put(lattice.emit(blank, BRACKET, at + 1, 'end', 0, -EXPECTED, BEHIND_BRACKET));
  for (const { number, seen } of numbered())
    if (text.startsWith(seen, at) && (seen.length > 1 || pairOf(next) >> 8 === CLOSING_TRAIL))
      lattice.put(readNumber(lattice, blank, number, at + seen.length));
}

const BLANK = 0x3000;
const BRACKET = 0xff08;
/** The bytes of an opening bracket; a closing one starts with the same. */
const LEAD = 0xa3;
const TRAIL = 0xa8;
const CLOSING_TRAIL = 0xa9;
const BEHIND_LEAD = [{ at: 1, insert: '' }];
const BEHIND_BRACKET = [{ at: 2, insert: '' }];

/** Whether a reading that is one byte late became so at white space that was cut. */
export function isBehindBlank(r: Reading): boolean {
  for (let p: Reading | null = r; p?.pending; p = p.prev) if (p.kind === 'cut') return p.text === '\u3000';
  return false;
}

/** Characters in brackets that are looked through for their end. */
const INSIDE = 40;

/** Whether a bracket is closed on this line that was not opened on it. */
function isClosed(text: string, from: number): boolean {
  return /^[^()（）\n]*[)）]/.test(text.slice(from, from + INSIDE));
}

/**
 * The numbers that a heading has, and what is seen of them. They are tried whole: pairs that vanish on the way are no guess here, as
 * `（二）` always loses the same one. Known wrong without: （二）完善 is read （订完善.
 */
function numbered(): readonly { number: string; seen: string }[] {
  list ??= ['', '十', '二十']
    .flatMap((tens) => [...'一二三四五六七八九', ''].map((one) => tens + one))
    .filter((number) => number)
    .map((number) => ({ number, seen: damage(`\u3000（${number}）`, BEHIND_LEAD, '', '')! }));
  return list;
}

let list: { number: string; seen: string }[] | undefined;

function readNumber(lattice: Lattice, blank: Reading, number: string, to: number): Reading | null {
  let r = lattice.emit(blank, BRACKET, blank.to, 'late', LEAD);
  for (const digit of number.slice(0, -1)) r = r && lattice.emit(r, digit.charCodeAt(0), blank.to, 'late', LEAD);
  return r && lattice.emit(r, number.charCodeAt(number.length - 1), to, 'late', LEAD, -EXPECTED);
}

/**
 * Nats by which a number or a date in brackets is likelier at the start of a line than within running text, which is what the language
 * model was made of.
 */
const EXPECTED = 16;
