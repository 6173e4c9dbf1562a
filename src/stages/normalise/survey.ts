/** One look at each character tells which passes have anything to do: each pass by itself takes as long as this. */
import { charSet } from '../../text/char-set.ts';
import type { Edit } from '../../text/edits.ts';
import { utf16 } from '../../text/utf16.ts';
import { isChinese } from '../../text/width.ts';
import { OTHER_QUOTES } from './quotes.ts';
import { isDigit, isMark, isSpace, mayCut } from './space.ts';
import { isForm } from './width.ts';

/** What a text may hold, a bit each: a pass that needs a bit which is not set surely finds nothing. */
export const BREAKS = 1;
export const WIDTH = 2;
export const INDENTS = 4;
export const PAGE_NUMBERS = 8;
export const SPACE = 16;
export const CUTS = 32;
export const PUNCTUATION = 64;
export const FIGURES = 128;
export const DOUBLED = 256;
export const QUOTES = 512;
export const ITEMS = 1024;

/** Kinds of characters. */
const K_SPACE = 1;
const K_BREAK = 2;
const K_ASCII_MARK = 3;
const K_BRACKET = 4;
const K_FORM = 5;
const K_OPEN_QUOTE = 6;
const K_CLOSE_QUOTE = 7;
const K_OTHER_QUOTE = 8;
/** ，、；： and 。, which may stand doubled. */
const K_STOP = 9;
const K_END = 10;
/** ！？ end sentences too, and may stand in rows. */
const K_SHOUT = 11;
const K_DASH = 12;
const K_PAGE = 13;
const K_LATIN_PAGE = 14;
const K_EDITION = 15;

let kinds: Uint8Array | undefined;
let isAny: Uint8Array | undefined;

function kindOf(unit: number): number {
  const char = String.fromCharCode(unit);
  if (isSpace(unit)) return K_SPACE;
  if ('\r\v\f\u2028\u2029'.includes(char)) return K_BREAK;
  if (',;:?!'.includes(char)) return K_ASCII_MARK;
  if ('()'.includes(char)) return K_BRACKET;
  if (char === '“') return K_OPEN_QUOTE;
  if (char === '”') return K_CLOSE_QUOTE;
  if (OTHER_QUOTES.includes(char)) return K_OTHER_QUOTE;
  if ('，、；：'.includes(char)) return K_STOP;
  if (char === '。') return K_END;
  if ('！？'.includes(char)) return K_SHOUT;
  if ('-—–·'.includes(char)) return K_DASH;
  if (char === '页') return K_PAGE;
  if (char === '版') return K_EDITION;
  if ('Pp'.includes(char)) return K_LATIN_PAGE;
  return isForm(char) ? K_FORM : 0;
}

/** What a text may hold: never too little, seldom too much. */
export function survey(text: string): number {
  return surveyUnits(utf16(text), 0, text.length);
}

/** What the lines that edits touched may hold now; nothing else can be other than before. `text` is what the edits made. */
export function surveyEdited(text: string, edits: readonly Edit[]): number {
  const units = utf16(text);
  let seen = 0;
  let shift = 0;
  let done = 0;
  for (const { start, end, insert } of edits) {
    const at = start + shift;
    shift += insert.length - (end - start);
    if (at + insert.length < done) continue;
    // With the breaks around them: whether one stands beside a space is asked of the break.
    const from = Math.max(done, text.lastIndexOf('\n', at - 2));
    const stop = text.indexOf('\n', at + insert.length + 1);
    done = stop < 0 ? text.length : stop + 1;
    seen |= surveyUnits(units, Math.max(0, from), done);
  }
  return seen;
}

/** Offsets of characters of some kind, block by block: which they are cannot be foreseen, so that asking at each would cost most. */
const BLOCK = 4096;
const places = new Int32Array(BLOCK);

function surveyUnits(units: Uint16Array, from: number, to: number): number {
  kinds ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(unit));
  isAny ??= kinds.map((kind) => Math.min(kind, 1));
  const table = kinds;
  const any = isAny;
  let seen = 0;
  let open = 0;
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(to, start + BLOCK);
    let n = 0;
    for (let i = start; i < end; i++) {
      places[n] = i;
      n += any[units[i]!]!;
    }
    for (let p = 0; p < n; p++) {
      const i = places[p]!;
      const kind = table[units[i]!]!;
      if (kind === K_STOP) {
        // Han follows.
        const next = i + 1 < units.length ? units[i + 1]! : 0;
        if (next < 0x4e00 || next > 0x9fff) seen |= atStop(units, i);
      } else if (kind === K_OPEN_QUOTE) {
        seen |= open * QUOTES;
        open = 1;
      } else if (kind === K_CLOSE_QUOTE) {
        seen |= (1 - open) * QUOTES;
        open = 0;
      } else {
        if (units[i] === 0x0a) open = 0;
        seen |= atRare(units, i, kind);
      }
    }
  }
  return seen;
}

function atStop(units: Uint16Array, i: number): number {
  const next = unitAt(units, i + 1);
  const kind = kinds![next]!;
  if (kind === K_STOP || kind === K_END) return DOUBLED;
  return isDigit(next) && isDigit(unitAt(units, i - 1)) ? FIGURES : 0;
}

/** 0, which is no character of any kind, beyond the ends. */
function unitAt(units: Uint16Array, i: number): number {
  return i >= 0 && i < units.length ? units[i]! : 0;
}

/** What a character of the rarer kinds may give work to. */
function atRare(units: Uint16Array, i: number, kind: number): number {
  switch (kind) {
    case K_SPACE:
      return atSpace(units, i);
    case K_END:
      return (unitAt(units, i + 1) === 0x3002 ? DOUBLED : 0) | (itemFollows(units, i + 1) ? ITEMS : 0);
    case K_BREAK:
      return BREAKS;
    case K_ASCII_MARK:
      return mayBeChinese(units, i) ? PUNCTUATION : 0;
    case K_BRACKET:
      return PUNCTUATION;
    case K_OTHER_QUOTE:
      return QUOTES;
    case K_FORM:
      return WIDTH | (units[i] === 0xff0d ? atDash(units, i) : 0);
    case K_SHOUT:
      return itemFollows(units, i + 1) ? ITEMS : 0;
    case K_DASH:
      return atDash(units, i);
    case K_PAGE:
      return isPage(units, i) ? PAGE_NUMBERS : 0;
    case K_EDITION:
      // （下转第三版）
      return unitAt(units, i + 1) === 0xff09 || unitAt(units, i + 1) === 0x29 ? PAGE_NUMBERS : 0;
    default:
      return isPageWord(units, i) || isAddress(units, i) ? PAGE_NUMBERS : 0;
  }
}

/** The company in which a half-width mark may have to become Chinese: wider than what `findPunctuation` asks for. */
function mayBeChinese(units: Uint16Array, i: number): boolean {
  const after = unitAt(units, i + 1);
  const before = unitAt(units, i - 1);
  return i + 1 === units.length || after === 0x0a || before === 0x20 || isChinese(before) || isChinese(after);
}

/** A dash, or two, before a number, where no range goes on: `- 2 -`, —2—. */
function atDash(units: Uint16Array, i: number): number {
  const before = unitAt(units, i - 1);
  if (before > 0x20 && before < 0x80 && before !== 0x2d) return 0;
  const next = unitAt(units, i + 1);
  return isDigit(isBlank(next) ? unitAt(units, i + 2) : next) ? PAGE_NUMBERS : 0;
}

/** page, from its p on. */
const isPageWord = (units: Uint16Array, i: number): boolean =>
  unitAt(units, i + 1) === 0x61 && unitAt(units, i + 2) === 0x67;

/** http: or https:, from its p on: a browser prints the address at the foot of a page. */
const isAddress = (units: Uint16Array, i: number): boolean =>
  unitAt(units, unitAt(units, i + 1) === 0x73 ? i + 2 : i + 1) === 0x3a;

/** 第 1 页: blanks one at most. */
function isPage(units: Uint16Array, at: number): boolean {
  let i = at - 1;
  if (isBlank(unitAt(units, i))) i--;
  if (!isDigit(unitAt(units, i))) return false;
  for (let n = 0; n < 4 && isDigit(unitAt(units, i)); n++) i--;
  if (isBlank(unitAt(units, i))) i--;
  return unitAt(units, i) === 0x7b2c;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x3000;
}

/** A number that may open an item, behind the end of a sentence: 。二、 。”（三） 。 4． */
function itemFollows(units: Uint16Array, from: number): boolean {
  let i = from;
  if (unitAt(units, i) === 0x201d || unitAt(units, i) === 0xff09) i++;
  if (unitAt(units, i) === 0x20) i++;
  const unit = unitAt(units, i);
  if (unit === 0x28 || unit === 0xff08) return isNumeral(unitAt(units, i + 1));
  const isOrdinal = isDigit(unit) ? isDigit : isNumeral;
  let n = 0;
  while (n < 3 && isOrdinal(unitAt(units, i + n))) n++;
  const stop = unitAt(units, i + n);
  return n > 0 && (stop === 0x3001 || stop === 0xff0e || stop === 0x2e);
}

const isNumeral = charSet('一二三四五六七八九十');

/** White space other than a line break, or a space between two words, alone and inside the text. */
function atSpace(units: Uint16Array, i: number): number {
  const unit = units[i]!;
  const isBreak = unit === 0x0a;
  const before = unitAt(units, i - 1);
  const after = unitAt(units, i + 1);
  if (isBreak) return i === 0 || i === units.length - 1 || isSpace(before) || isSpace(after) ? SPACE : 0;
  let seen = startsIndent(units, i) ? INDENTS : 0;
  const isLone = unit === 0x20 && i > 0 && i < units.length - 1 && !isSpace(before) && !isSpace(after);
  if (!isLone || isMark(before) || isMark(after)) seen |= SPACE;
  if (unit === 0x20 && mayCut(unitAt(units, i - 2), before, after)) seen |= CUTS;
  return seen;
}

/** A run of white space inside a line that is as long as an indent. Looked at from its start only. */
function startsIndent(units: Uint16Array, at: number): boolean {
  const before = unitAt(units, at - 1);
  if (at === 0 || before === 0x0a || isPadding(before)) return false;
  let wide = 0;
  let i = at;
  for (; isPadding(unitAt(units, i)); i++) if (units[i] === 0x3000) wide++;
  return wide > 1 || i - at >= 4;
}

function isPadding(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x3000;
}
