import type { NumberMention } from './numbers.ts';
import { kindAt, NONE, SOME } from './numbers-tables.ts';
import { segment } from './segment.ts';

/** Characters either side that decide how the words around a numeral are cut. */
const WINDOW = 8;

/** Financial digits that are words of their own when they stand alone: 陆地, 伍 (a family name), 拾到. */
const FINANCIAL = /^[壹贰貳叁肆伍陆陸柒捌玖拾佰仟两兩俩]$/u;

/** 到五, 至三: joins the number to another one. */
const joins = (text: string, i: number): boolean =>
  /[到至]/u.test(text[i] ?? '') && kindAt(text, i + 1) !== NONE && kindAt(text, i + 1) !== SOME;

/**
 * True where a short Chinese numeral is no number but part of a word: 四川, 统一, 十足, 万众一心; or an adverb (一看就懂).
 *
 * Decided by how the words fall: the numeral must be a word of its own, or the front of a numeral word (一折, 三名).
 * Longer numerals (三百, 十二) are always numbers.
 */
export function isPartOfWord(text: string, n: NumberMention): boolean {
  if (n.arabic || n.form !== 'plain' || n.end - n.start > 1) return false;
  const c = text[n.start]!;
  if (FINANCIAL.test(c) && !/[两兩俩]/u.test(c)) return true;
  const from = Math.max(0, n.start - WINDOW);
  const words = segment(text.slice(from, n.end + WINDOW));
  const at = n.start - from;
  const k = words.findIndex((w) => w.end > at);
  const word = words[k];
  if (!word) return false;
  // 一看就懂, but 一到五
  if (word.text.length === 1)
    return c === '一' && words[k + 1]?.tag === 'v' && /^.$/u.test(words[k + 1]!.text) && !joins(text, n.end);
  return !(word.start === at && /^(?:m|mq|t|q)$/u.test(word.tag));
}
