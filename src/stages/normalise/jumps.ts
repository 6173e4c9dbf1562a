import type { Edit } from '../../text/edits.ts';
import { endsSentence } from './shape.ts';

/**
 * (下转第三版) ⏎ 第03版:综合新闻 ⏎ (上接第一版): where a paper's article goes on on another page, with what the page prints over it.
 * Nothing else stands between: where the rest of the page does, the halves are too far apart to be told for those of one article.
 */
const JUMP =
  /[（(]下转第? ?[^\n（）()]{1,8}版[^\n（）()]{0,10}[）)][ \t\u3000]{0,20}\n(?:[^\n。]{0,40}\n){0,6}?[ \t\u3000]{0,20}[（(]上接第? ?[^\n（）()]{1,8}版[^\n（）()]{0,10}[）)][ \t\u3000]{0,20}\n?/gu;

/** Takes out such jumps; a sentence that one had cut in two is joined again. */
export function findJumps(text: string): Edit[] {
  let done = 0;
  return [...text.matchAll(JUMP)].map(({ 0: jump, index }) => {
    let start = index;
    while (start > done && /\s/.test(text[start - 1]!)) start--;
    done = index + jump.length;
    const insert = start && endsSentence(text.slice(Math.max(0, start - 8), start)) ? '\n' : '';
    return { start, end: done, insert, rule: 'normalise/page-number' };
  });
}
