import { type Cut, isJunk } from './boilerplate-farm.ts';

/** Tokens of one or two ASCII characters with a space between them, as forums paint them against copying. */
const RUN = '[!-~！]{1,2}(?: {1,2}[!-~]{1,2}){4,40}';
/** At the start of a paragraph, before its first word, bracket or number. */
const HEAD = new RegExp(String.raw`^${RUN} {0,2}(?=[\p{Script=Han}“《（【]|[0-9]{1,2}、)`, 'u');
/**
 * Behind its last sentence. What stands between is white space, or a mark that belongs to the junk; behind it the forum may
 * name itself (本文来自某某论坛).
 */
const END = new RegExp(
  String.raw`(?<=[。！？…”）\p{Script=Han}])[！，；：]? {0,2}${RUN}(?:本文来自\p{Script=Han}{2,12})?$`,
  'u',
);
/** Longest run looked at. */
const REACH = 140;
const SYMBOL = /[@#$%^&*~`|\\{}[\]<>_+="'?!;:/,.()-]/g;

/** Letters, figures and symbols by turns. A list of grades or of options has no symbols, a formula few letters. */
function isPainted(run: string): boolean {
  const symbols = new Set(run.match(SYMBOL));
  return symbols.size >= 2 && /[A-Za-z]/.test(run) && /\d/.test(run) && (run.match(/[A-Za-z]/g)?.length ?? 0) >= 3;
}

/**
 * Junk at the start and the end of paragraphs of a page where a line of nothing else, or another such paragraph, shows that the
 * forum paints it: weaker runs than `findInjected` takes anywhere.
 */
export function paintedEnds(lines: readonly string[]): Map<number, Cut[]> {
  const cuts = new Map<number, Cut[]>();
  const sure = lines.some((s) => s.length <= REACH && /^[!-~]/.test(s) && !/\p{Script=Han}/u.test(s) && isJunk(s));
  lines.forEach((s, i) => {
    if (!/\p{Script=Han}/u.test(s)) return;
    const head = HEAD.exec(s.slice(0, REACH))?.[0];
    const tail = s.slice(-REACH);
    const end = END.exec(tail);
    const found: Cut[] = [];
    if (head && isPainted(head)) found.push({ start: 0, end: head.length, rule: 'junk' });
    if (end && isPainted(end[0])) {
      // Where no line is sure, a mark before the run may close the sentence.
      const mark = !sure && /^[！，；：]/u.test(end[0]) ? 1 : 0;
      found.push({ start: s.length - tail.length + end.index + mark, end: s.length, rule: 'junk' });
    }
    if (found.length) cuts.set(i, found);
  });
  return sure || cuts.size > 1 ? cuts : new Map();
}
