import type { Span } from '../../../../pipeline/types.ts';
import type { Slogan } from '../../types.ts';

/** “1234”, 1+2+3, 一二三四: a formula whose numerals count up, one for each member. Others (6211, 1355) say shares and times. */
const ROWS = '1234567 2345678 一二三四五六七';
const isRow = (numerals: string): boolean => numerals.length > 2 && ROWS.includes(numerals) && !numerals.includes(' ');
/** How far behind a formula its members are looked for: behind it in its sentence or in brackets, a line or two. */
const REACH = 300;
const DIGITS = '一二三四五六七八九';
/** Heads, shares and spans of time are told for their own sake; so is what ends in its count (新建泵站1个). */
const NUMERAL = /([1-9][0-9.]*|[一二两三四五六七八九])(?=[个项条大张支套类种本把道][\p{Script=Han}“]{2})/u;

const digitOf = (numeral: string): number =>
  /^[0-9]/u.test(numeral) ? Number(numeral) : numeral === '两' ? 2 : DIGITS.indexOf(numeral) + 1;

/** The members of a formula where each has the formula's own numeral at its place; else none. */
function rowOf({ text, expansion }: Slogan): readonly string[] {
  const numerals = text.replaceAll('+', '');
  if (expansion === null || numerals.length !== expansion.length || !isRow(numerals)) return [];
  const own = expansion.every((member, i) => {
    const first = NUMERAL.exec(member)?.[1];
    return first !== undefined && digitOf(first) === digitOf(numerals[i]!);
  });
  return own ? expansion : [];
}

/**
 * Where the members of such formulas stand: “123”工作法（建强1个堡垒，用好2支队伍，抓实3项制度）. Their numerals are the formula's and count nothing
 * that was done.
 */
export function speltOut(text: string, slogans: readonly Slogan[]): Span[] {
  const out: Span[] = [];
  for (const slogan of slogans) {
    const members = rowOf(slogan);
    if (members.length === 0) continue;
    for (const mention of slogan.mentions) {
      const behind = text.slice(mention.end, mention.end + REACH);
      for (const member of members) {
        const at = behind.indexOf(member);
        if (at >= 0) out.push([mention.end + at, mention.end + at + member.length]);
      }
    }
  }
  return out;
}
