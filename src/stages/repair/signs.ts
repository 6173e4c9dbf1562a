import type { Edit } from '../../text/edits.ts';
import { isHan } from '../../text/hanzi.ts';
import type { Step } from '../../text/language.ts';
import { glossAt, isCut, isLost } from './marks.ts';
import type { Kind, Reading } from './reading.ts';

export const OPEN_QUOTE = 0x201c;
export const CLOSE_QUOTE = 0x201d;

const LINE_END = 0x0a;

/** Quotation marks come in pairs; in running text hardly one in a thousand lacks its partner. */
export const UNPAIRED = 10;

/** What a quotation mark or a line end costs in a reading: much, where a pair is left open by it or was never opened. */
export function quoteCost(unit: number, prev: Reading): number {
  if (unit === CLOSE_QUOTE) return prev.quoted ? termCost(prev) : UNPAIRED;
  // A line end, too: known wrong without: “三農夜校”, is read “三農夜校。 and a line end.
  if (unit === OPEN_QUOTE || unit === LINE_END) return prev.quoted ? UNPAIRED : 0;
  if (unit === CLOSE_TITLE && !isOpened(prev, OPEN_TITLE, CLOSE_TITLE)) return UNPAIRED;
  return 0;
}

const OPEN_TITLE = 0x300a;
const CLOSE_TITLE = 0x300b;
/** Characters of a title that are looked through; what was read begins later than that, so a short way back tells nothing. */
const TITLE_REACH = 40;

/** Whether `opener` is open, as far as one can see. */
export function isOpened(prev: Reading, opener: number, closer: number): boolean {
  let step = prev.step;
  for (let n = 0; step && n < TITLE_REACH; n++) {
    if (step.unit === opener) return true;
    if (step.unit === closer || step.unit === 0x3002 || step.unit === 0x0a) return false;
    step = step.prev;
  }
  return step === null;
}

/** Characters in a quoted term, at most. */
const TERM = 9;
/** A full stop at the end of a quoted term inside a sentence. Known wrong without: 登录“雲嶺醫保”小程序 is read 醫。”. */
const STOP_IN_TERM = 9;

/** What it costs that a quotation ends behind a full stop: those of a few characters that no clause opens are terms. */
function termCost(prev: Reading): number {
  if (prev.step?.unit !== 0x3002) return 0;
  let step: Step | null = prev.step.prev;
  for (let n = 0; step && n < TERM && step.unit !== OPEN_QUOTE; n++) {
    if (step.unit < 0x3400) return 0;
    step = step.prev;
  }
  if (step?.unit !== OPEN_QUOTE) return 0;
  const before = step.prev?.unit ?? 0x0a;
  // A sign before the quotation, of full width too, lets a sentence follow: 他說：“馬上去。”
  return isHan(before) ? STOP_IN_TERM : 0;
}

/** Ideographic spaces indent paragraphs. Known wrong without: 大呼隆 is read 大呼 and a space. */
export function blankCost(unit: number, prev: Reading, kind: Kind): number {
  if (unit !== 0x3000 || kind === 'plain') return 0;
  return prev.step === null || BLANK.has(prev.step.unit) ? 0 : 8;
}

const BLANK = new Set([0x3000, 0x0a, 0x20, 0xa0]);

/** Characters that are looked through for the partner of a quotation mark. */
const QUOTE_REACH = 200;

/**
 * Whether a quotation is open at `at`: looks back to the last mark on the line, in what was repaired so far. Known wrong without: a
 * ”, and a line end, that a mark took along made what followed a quotation, and the “ of the next line impossible.
 *
 * @param edits those found so far, in order, all before `at`
 */
export function isQuoted(text: string, at: number, edits: readonly Edit[] = []): boolean {
  const from = at - QUOTE_REACH;
  let end = at;
  for (let n = edits.length - 1; n >= 0 && edits[n]!.end > from; n--) {
    const { start, end: behind, insert } = edits[n]!;
    const known = lastMark(text, behind, end) ?? lastMark(insert, 0, insert.length);
    if (known !== null) return known;
    end = start;
  }
  return lastMark(text, Math.max(0, from), end) ?? false;
}

/** Whether the last mark in `[from, to)` opens a quotation; a line end closes all; null where there is none. */
function lastMark(text: string, from: number, to: number): boolean | null {
  for (let i = to - 1; i >= from; i--) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN_QUOTE) return true;
    if (unit === CLOSE_QUOTE || unit === LINE_END) return false;
  }
  return null;
}

/**
 * Whether a quotation must be open at `at`, from the next mark on the line; null where more damage stands before that: it may
 * hide the mark that opens one.
 */
export function mustBeQuoted(text: string, at: number): boolean | null {
  for (let i = at; i < text.length && i < at + QUOTE_REACH; i++) {
    const unit = text.charCodeAt(i);
    if (unit === CLOSE_QUOTE) return true;
    if (unit === OPEN_QUOTE || unit === 0x0a) return false;
    if (isLost(unit) && (isCut(text.charCodeAt(i + 1)) || glossAt(text, i + 1, false))) return null;
  }
  return false;
}
