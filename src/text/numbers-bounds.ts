import { charSet } from './char-set.ts';

/** How exact a number is: the signs of `Figure.bound`. */
export type BoundSign = '=' | '<~' | '>~' | '~' | '>' | '>=' | '<=' | '<';

/** 不得少于, 不能超过, 不应小于: a bound forbidden is the opposite bound. */
const forbidden = (verbs: string): string =>
  verbs
    .split(' ')
    .flatMap((v) => '不得 不能 不应 不应当 不可 不宜 不允许 不准 不许 不会 不要'.split(' ').map((no) => no + v))
    .join(' ');

/** What the words of the tables are in traditional characters. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  于: '於',
  过: '過',
  约: '約',
  达: '達',
  将: '將',
  内: '內',
  满: '滿',
  余: '餘',
};
const traditional = (word: string): string => [...word].map((c) => TRADITIONAL[c] ?? c).join('');

const table = (rows: readonly [BoundSign, string][]): ReadonlyMap<string, BoundSign> =>
  new Map(
    rows.flatMap(([sign, words]) =>
      words.split(' ').flatMap((w): [string, BoundSign][] => [
        [w, sign],
        [traditional(w), sign],
      ]),
    ),
  );

/** Approximators in front of a number. */
const BEFORE = table([
  ['<~', '近 将近 接近 逼近 几近'],
  ['~', '约 大约 大概 约为 约占 约有 大约有 大概有 大约为 大致 平均约 约莫 约合 约计 差不多'],
  ['>', '超 超过 超出 逾 突破 高于 多于 大于 高出 不止 远超 累计超过 累计超 累计逾 累计突破 > ＞'],
  [
    '>=',
    `${forbidden('少于 低于 小于 短于')} 不少于 不低于 不小于 至少 最少 起码 不下 不下于 不亚于 不短于 不早于 高于等于 多于等于 高于或等于 多于或等于 大于等于 大于或等于 大于或者等于 ≥ ≧`,
  ],
  [
    '<=',
    `${forbidden('超过 高于 多于 大于 长于 突破 超出')} 不超过 未超过 未突破 不高于 不多于 不大于 不长于 不超出 至多 最多 不突破 低于等于 少于等于 低于或等于 少于或等于 小于等于 小于或等于 小于或者等于 ≤ ≦`,
  ],
  ['<', '不到 不足 未满 不满 低于 少于 小于 短于 未达 不及 未及 < ＜'],
  ['=', '累计 合计 等于 = ＝'],
]);

/** Approximators behind a number or its unit. */
const AFTER = table([
  ['>=', '以上 及以上 或以上 或更多 或更高 之上 （含）以上 (含)以上'],
  ['<=', '以内 以下 之内 之下 及以下 或以下 或更少 或更低 （含）以下 (含)以下'],
  ['~', '左右 上下 前后'],
  ['>~', '有余 出头'],
  ['>', '开外'],
]);

/** Approximators between a number and its unit, or behind the unit (10米多). */
export const BETWEEN: ReadonlyMap<string, BoundSign> = new Map([
  ['余', '>~'],
  ['餘', '>~'],
  ['多', '>~'],
  ['几', '>~'],
  ['幾', '>~'],
  ['来', '~'],
]);

/** Words that may stand between an approximator and its number: 超过了80, 至少有10, 最多为5. */
const LINKS = ['了', '有', '是', '为', '达', '到'];
const LONGEST = Math.max(...[...BEFORE.keys(), ...AFTER.keys()].map((w) => w.length));
const endsBefore = charSet([...BEFORE.keys()].map((w) => w.at(-1)!));
const startsAfter = charSet([...AFTER.keys()].map((w) => w[0]!));

/** An approximator and where it stands. */
export interface Approximator {
  start: number;
  end: number;
  sign: BoundSign;
  word: string;
}

const blank = (c: string | undefined): boolean => c === ' ' || c === '\u3000';

/**
 * The longest approximator that ends at `end` (blanks and one linking word, 超过了80, allowed in between), or null.
 */
export function approximatorBefore(text: string, end: number): Approximator | null {
  let at = end;
  while (end - at < 4 && blank(text[at - 1])) at--;
  const found = wordBefore(text, at);
  if (found) return found;
  if (!LINKS.includes(text[at - 1] ?? '')) return null;
  const linked = wordBefore(text, at - 1);
  return linked && linked.word.length > 1 ? { ...linked, end: at } : null;
}

function wordBefore(text: string, end: number): Approximator | null {
  if (!endsBefore(text.charCodeAt(end - 1))) return null;
  for (let n = Math.min(LONGEST, end); n > 0; n--) {
    const word = text.slice(end - n, end);
    const sign = BEFORE.get(word);
    if (sign) return { start: end - n, end, sign, word };
  }
  return null;
}

/** The longest approximator that starts at `start` (one blank allowed before it), or null. */
export function approximatorAfter(text: string, start: number): Approximator | null {
  const at = blank(text[start]) ? start + 1 : start;
  if (!startsAfter(text.charCodeAt(at))) return null;
  for (let n = LONGEST; n > 0; n--) {
    const word = text.slice(at, at + n);
    const sign = word.length === n ? AFTER.get(word) : undefined;
    if (sign) return { start: at, end: at + n, sign, word };
  }
  return null;
}

/** What may join the two numbers of a range. */
const JOIN = /^[ \u3000]?(?:至|到|[-－—–―~～〜]{1,2})[ \u3000]?/u;
const startsJoin = charSet(' \u3000至到-－—–―~～〜');

/** End of the sign or word between two numbers of a range (`5-8`, 三至五), or -1. */
export function joinEnd(text: string, i: number): number {
  if (!startsJoin(text.charCodeAt(i))) return -1;
  const m = JOIN.exec(text.slice(i, i + 4));
  return m ? i + m[0].length : -1;
}
