import { charSet, WHITE_SPACE } from '../../../../text/char-set.ts';
import { isSpace } from './item.ts';

const STOPS = '。;；:：!！?？';
const isStop = charSet(STOPS);
const CLOSER: Record<string, string> = { '“': '”', '《': '》', '(': ')', '（': '）', '「': '」', '〈': '〉', '‘': '’' };
/** All that a heading may end at, or that its end depends on. */
const matters = charSet([...STOPS, ...Object.keys(CLOSER), ...WHITE_SPACE]);
/** A quotation that runs longer is a sentence someone said; a full stop inside it ends the heading all the same. */
const QUOTE_LIMIT = 40;

/**
 * Where the heading that begins at `from` ends: before the first 。;:!? or at `lineEnd`, where its line ends or the next item
 * of an enumeration begins.
 *
 * Stops inside a short pair of quotation marks or brackets do not count (《谁来养老?》问答), nor does the colon of a time
 * of day. A heading and the paragraph it heads may have been joined with nothing but a space between them.
 */
export function headingEnd(text: string, from: number, lineEnd: number): number {
  let i = from;
  while (i < lineEnd) {
    const code = text.charCodeAt(i);
    if (!matters(code)) {
      i++;
      continue;
    }
    const close = CLOSER[text[i]!];
    if (close) {
      const at = text.slice(i + 1, Math.min(lineEnd, i + 1 + QUOTE_LIMIT)).indexOf(close);
      if (at >= 0) {
        i += at + 2;
        continue;
      }
    }
    if (isStop(code) && !isClock(text, i) && !asks(text, from, i)) break;
    if (isSpace(code) && joined(text, from, i, lineEnd)) break;
    i++;
  }
  return trimEnd(text, from, i);
}

function isClock(text: string, i: number): boolean {
  const digit = (c: string | undefined) => c !== undefined && c >= '0' && c <= '9';
  return (text[i] === ':' || text[i] === '：') && digit(text[i - 1]) && digit(text[i + 1]);
}

/** 问:什么是… — the colon behind 问 opens the question that is the heading. */
function asks(text: string, from: number, i: number): boolean {
  return (text[i] === ':' || text[i] === '：') && i === from + 1 && text[from] === '问';
}

/** Shorter headings are couplets with a space for a comma (强化意识 落实责任); longer ones end at the space. */
const JOINED_MIN = 14;
/** What follows the space must be a paragraph, not a second half of the heading. */
const JOINED_BODY = 30;

function joined(text: string, from: number, at: number, lineEnd: number): boolean {
  if (at - from < JOINED_MIN || lineEnd - at < JOINED_BODY) return false;
  let after = at + 1;
  while (after < lineEnd && isSpace(text.charCodeAt(after))) after++;
  return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(after));
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Steps back over white space and commas. */
function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (isSpace(text.charCodeAt(end - 1)) || ',，、'.includes(text[end - 1]!))) end--;
  return end;
}
