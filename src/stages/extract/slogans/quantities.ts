import { segment } from '../../../text/segment.ts';
import { phraseEnd } from '../figures/noun-phrases.ts';
import type { Members } from './members.ts';
import type { Part } from './numerals.ts';

/** How far behind a code the quantities are looked for that its terms stand for. */
const REACH = 90;
/** The first of them stands in one of the first clauses. */
const NEAR = 16;
/** A measure word, then the thing that is counted. */
const MEASURE = '[名个位支家套项条张本间座处所批人只台组队类份]';
const COUNTS: Record<string, string> = {
  1: '[1一]',
  2: '[2两二]',
  3: '[3三]',
  4: '[4四]',
  5: '[5五]',
  6: '[6六]',
  7: '[7七]',
  8: '[8八]',
  9: '[9九]',
};
const MANY = '(?:若干|多|数|一批|[NnXx])';

/**
 * “1+2+N”, 一名队长带两名队员，再配若干名志愿者: each term of a code is a quantity of the sentence, in their order.
 *
 * @param behind what stands behind the formula
 */
export function quantities(behind: string, parts: readonly Part[]): Members | null {
  if (parts.length < 2 || !parts.every((p) => p.count === 1 && /^(?:[1-9]|[NXＮＸ])$/iu.test(p.key))) return null;
  const window = /^[^。！？\n]*/u.exec(behind.slice(0, REACH))![0];
  const list: string[] = [];
  let at = 0;
  for (const { key } of parts) {
    const m = new RegExp(
      `(?<![0-9一二两三四五六七八九十])${COUNTS[key] ?? MANY}${MEASURE}(?=\\p{Script=Han})`,
      'u',
    ).exec(window.slice(at));
    if (!m || (list.length === 0 && m.index > NEAR)) return null;
    const from = at + m.index;
    const words = segment(window.slice(from + m[0].length));
    const end = phraseEnd(words, 0);
    if (!end) return null;
    at = from + m[0].length + words[end - 1]!.end;
    list.push(window.slice(from, at));
  }
  return { list, complete: true };
}
