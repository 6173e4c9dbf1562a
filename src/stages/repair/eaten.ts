import { ASCII, asciiOf, eatenOf } from './choices.ts';
import { type Evidence, endsSentence } from './evidence.ts';
import type { Lattice } from './lattice.ts';
import { copyOf, NONE, PRICE, past, type Reading } from './reading.ts';
import { Shortlist } from './shortlist.ts';
import { UNPAIRED } from './signs.ts';

/**
 * A lead byte without its trail takes a byte below 40 along: `?` stands for both, and for the character whose trail byte
 * it was. What the language says of both together decides, or nothing does.
 */

const DIGIT = 0x30;

const TAG = /<?\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,300})?\/?>/y;
const ENTITY = /&?(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|nbsp|amp|lt|gt|quot|ldquo|rdquo|middot);/y;
/** What a sign costs before a digit: there another digit was eaten. Known wrong without: 帶來的2022 is read 帶來的,022. */
const IN_NUMBER = 5;
/** The same before the rest of a year, which is no number of its own: 022年. */
const IN_YEAR = 9;
/** Characters that are followed, of some hundred with the same lead byte: each goes with some twenty signs. */
const ENDS = 16;

/** The pending character with any trail byte, and the single byte behind it; `at` is behind the mark. */
export function readEaten(lattice: Lattice, r: Reading, at: number): void {
  const tag = markupEnd(lattice.text, at);
  const likely = new Shortlist(ENDS);
  const candidates = eatenOf(r.pending, lattice.evidence);
  const costs = lattice.costsOf(r, candidates, 'end', PRICE.end);
  for (const [i, unit] of candidates.units.entries())
    if (!isStop(unit) || !isStop(r.step?.unit ?? 0)) likely.add(costs[i]!, unit);
  for (const [i, unit] of likely.units.entries()) {
    if (likely.costs[i]! > lattice.mostAt(at)) break;
    const end = lattice.emit(r, unit, at, 'end', 0, PRICE.end);
    if (!end) continue;
    if (tag < 0) readSign(lattice, end, at);
    else {
      const opened = copyOf(end);
      opened.text += lattice.text[tag - 1] === '>' ? '<' : '&';
      lattice.put(overMarkup(opened, lattice.text, tag));
    }
  }
}

/** Known wrong without: 經驗。《*》 is read 經驗。。 and a line break. */
function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b;
}

/** A reading that goes on behind markup, which says nothing to the language model. */
export function overMarkup(r: Reading, text: string, end: number): Reading {
  const over = past(r, text, end);
  over.kind = 'plain';
  over.intrusions = NONE;
  return over;
}

function readSign(lattice: Lattice, end: Reading, at: number): void {
  const singles = singlesBehind(lattice.evidence, end.step!.unit);
  const next = lattice.text.charCodeAt(at);
  const first = firstOfYear(lattice.text, at);
  const digit = (next >= 0x30 && next <= 0x39) || next === 0x2e;
  const year = opensYear(lattice.text, at);
  const number = first || isMeasured(lattice.text, at) ? IN_YEAR : digit && !year ? IN_NUMBER : 0;
  const bracket = closesUnopened(lattice.text, at) ? UNPAIRED : 0;
  const heading = year || opensLine(lattice.text, at) ? BEFORE_HEADING : 0;
  const costs = lattice.costsOf(end, asciiOf(lattice.evidence), 'end', number);
  for (const [i, sign] of ASCII.entries()) {
    const price = singles[sign]! + (sign === OPEN_BRACKET ? 0 : bracket) + (sign === LINE_END ? 0 : heading);
    if (costs[i]! + price <= lattice.mostAt(at)) lattice.put(lattice.emit(end, sign, at, 'end', 0, price + number));
  }
  lattice.put(lattice.emit(end, first || DIGIT, at, first ? 'end' : 'open', 0, singles[DIGIT]! + heading));
}

/** What single bytes cost behind a character, as the page has them. */
function singlesBehind({ behindHan, behindStop, behindSign }: Evidence, unit: number): Float32Array {
  if (unit >= 0x3400) return behindHan;
  return endsSentence(unit) ? behindStop : behindSign;
}

const LINE_END = 0x0a;
/** What any sign but a line end costs before the number of a heading. */
const BEFORE_HEADING = 6;
const HEADING =
  /(?:第?[一二三四五六七八九十]{1,3}[、章节節条條]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d))/y;

/** Whether the number of a heading stands at `at`. Known wrong without: 滿意。” and a line end before (二) is read 滿意。”0(二). */
function opensLine(text: string, at: number): boolean {
  HEADING.lastIndex = at;
  return HEADING.test(text);
}

const WHOLE_YEAR = /(?:19|20)\d{2} ?[年-]/y;

/** Whether a whole year stands at `at`: no digit was before it. Known wrong without: 松了。” and a line end before 2021年 stays open. */
function opensYear(text: string, at: number): boolean {
  WHOLE_YEAR.lastIndex = at;
  return WHOLE_YEAR.test(text);
}

const MEASURED = /月(?:\d{1,2}[日号號]|[的份初末底]|[上中下]旬)|[%％℃]|日[，,]|[岁歲]/y;

/**
 * Whether a digit must have been eaten before `at`: what stands there follows a number only. Known wrong without: 踏實了。”3月14日 is
 * read 踏實了。” and a line end.
 */
function isMeasured(text: string, at: number): boolean {
  MEASURED.lastIndex = at;
  return MEASURED.test(text);
}

const OPEN_BRACKET = 0x28;
/** Characters behind an eaten sign that are looked through for the end of a bracket, and those that a mere number has: 12). */
const BRACKET_REACH = 40;
const LISTED = 3;

/**
 * Whether a bracket ends behind `at` that does not begin there: what was eaten began it. Known wrong without: 很難。”(《論畫》)
 * is read 很難。” and a line break. What is left of a gloss (?zhèn)) ends in a letter.
 */
function closesUnopened(text: string, at: number): boolean {
  let open = 0;
  for (let i = at; i < text.length && i < at + BRACKET_REACH; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) return false;
    if (unit === OPEN_BRACKET || unit === 0xff08) open++;
    if ((unit === 0x29 || unit === 0xff09) && text.charCodeAt(i - 1) >= 0x2000 && open-- === 0) return i - at > LISTED;
  }
  return false;
}

const YEAR = /[09]\d{2}(?= ?年)/y;

/** The digit that a year has lost: 022年 was 2022年, 998年 1998年; 0 where no year stands. */
function firstOfYear(text: string, at: number): number {
  YEAR.lastIndex = at;
  if (!YEAR.test(text)) return 0;
  return text[at] === '0' ? DIGIT + 2 : DIGIT + 1;
}

/** The end of a tag or an entity at `at`, whose first sign a mark may have taken with it; -1 where there is none. */
export function markupEnd(text: string, at: number): number {
  TAG.lastIndex = at;
  if (TAG.test(text)) return TAG.lastIndex;
  ENTITY.lastIndex = at;
  return ENTITY.test(text) ? ENTITY.lastIndex : -1;
}
