import type { Edit } from '../../text/edits.ts';
import { halfWidth } from '../../text/width.ts';

const RULE = 'normalise/width';
/** Not ，：；？！（）, which are Chinese punctuation, nor ［］｛｝～, which stay full width wherever they stand. */
const FORMS =
  /[\uff03-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff3a\uff3c\uff3f\uff41-\uff5a\uff5c\uff61-\uff64]/g;
/** 1．2016年 stays: 1.2016年 would be a decimal. */
const NUMBERED = /(?:^|[\n\s])[0-9\uff10-\uff19]{1,2}$/;
/** Half-width katakana block's punctuation. */
const SMALL: Record<string, string> = { '｡': '。', '｢': '「', '｣': '」', '､': '、' };

/**
 * Full-width letters, digits and % become half-width; other full-width signs only beside a letter or digit (５＋１, Ａ／Ｂ, １．５),
 * so that 大／中／小 and Chinese punctuation stay.
 */
export function findWidth(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: char, index } of text.matchAll(FORMS)) {
    const insert = SMALL[char] ?? plain(text, char, index);
    if (insert) edits.push({ start: index, end: index + 1, insert, rule: RULE });
  }
  return edits;
}

/** Whether a character is one that may have a half-width form here. */
export function isForm(char: string): boolean {
  return char.search(FORMS) === 0;
}

function plain(text: string, char: string, index: number): string {
  const ascii = String.fromCharCode(halfWidth(char.charCodeAt(0)));
  if (/[0-9A-Za-z%]/.test(ascii)) return ascii;
  if (ascii === '.' && isAlnum(text[index + 1]) && NUMBERED.test(text.slice(Math.max(0, index - 3), index))) return '';
  return isAlnum(text[index - 1]) || (isAlnum(text[index + 1]) && ascii !== '.') ? ascii : '';
}

function isAlnum(char: string | undefined): boolean {
  return char !== undefined && /[0-9A-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(char);
}
