import type { Edit } from '../../text/edits.ts';
import { isChinese } from '../../text/width.ts';
import { findPunctuation } from './punctuation.ts';
import { findQuotes, OTHER_QUOTES } from './quotes.ts';
import { findSpace, isMark, isSpace } from './space.ts';
import { findWidth, isForm } from './width.ts';

/** What a character may be to the passes that look at single characters. */
const SPACE = 1;
const ASCII_MARK = 2;
const BRACKET = 3;
const FORM = 4;
const OPEN_QUOTE = 5;
const CLOSE_QUOTE = 6;
const OTHER_QUOTE = 7;

let classes: Uint8Array | undefined;

function classOf(unit: number): number {
  const char = String.fromCharCode(unit);
  if (isSpace(unit)) return SPACE;
  if (',;:?!'.includes(char)) return ASCII_MARK;
  if (char === '(' || char === ')') return BRACKET;
  if (char === '“') return OPEN_QUOTE;
  if (char === '”') return CLOSE_QUOTE;
  if (OTHER_QUOTES.includes(char)) return OTHER_QUOTE;
  return isForm(char) ? FORM : 0;
}

/**
 * The passes that surely find nothing in a text, told by one look at each character. Most texts are in order after the first round,
 * and each of these passes by itself takes as long as this.
 */
export function idlePasses(text: string): ((text: string) => Edit[])[] {
  classes ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(unit));
  const table = classes;
  let space = false;
  let punctuation = false;
  let width = false;
  let quotes = false;
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const kind = table[text.charCodeAt(i)]!;
    if (!kind) continue;
    if (kind === SPACE) {
      const isBreak = text.charCodeAt(i) === 0x0a;
      if (isBreak) open = false;
      space ||= isLoose(text, i, isBreak);
    } else if (kind === ASCII_MARK) punctuation ||= mayBeChinese(text, i);
    else if (kind === BRACKET) punctuation = true;
    else if (kind === FORM) width = true;
    else if (kind === OTHER_QUOTE) quotes = true;
    else {
      quotes ||= open !== (kind === CLOSE_QUOTE);
      open = !open;
    }
  }
  const idle: ((text: string) => Edit[])[] = [];
  if (!space) idle.push(findSpace);
  if (!punctuation) idle.push(findPunctuation);
  if (!width) idle.push(findWidth);
  if (!quotes) idle.push(findQuotes);
  return idle;
}

/** White space other than a line break, or a space between two words, alone and inside the text. */
function isLoose(text: string, i: number, isBreak: boolean): boolean {
  if (i === 0 || i === text.length - 1 || (!isBreak && text[i] !== ' ')) return true;
  const before = text.charCodeAt(i - 1);
  const after = text.charCodeAt(i + 1);
  return isSpace(before) || isSpace(after) || (!isBreak && (isMark(before) || isMark(after)));
}

/** The company in which a half-width mark may have to become Chinese: wider than what `findPunctuation` asks for. */
function mayBeChinese(text: string, i: number): boolean {
  const after = text.charCodeAt(i + 1);
  const before = text.charCodeAt(i - 1);
  return i + 1 === text.length || after === 0x0a || before === 0x20 || isChinese(before) || isChinese(after);
}
