import { findNumbers, type NumberMention, type NumberOptions } from './numbers.ts';

/** A proportion, in percent: 三成 is 30, 千分之五 is 0.5. Half-open UTF-16 range with its sign or word. */
interface PercentMention {
  start: number;
  end: number;
  value: number;
  max?: number;
}

/** Words that start with 成: 九成员, 三成立 are no tenths. */
const CHENG_WORD = /^成[立员為为果本功绩績就长長套人年分效熟交活片批千百天语員]/u;

/**
 * Reads the tenths word (成, 折) behind a number: 七成, 七成六, 75折.
 *
 * @returns where it ends and the percentage, or null.
 */
function tenthsAt(text: string, n: NumberMention, loose = false): { end: number; value: number } | null {
  const at = loose ? blanks(text, n.end) : n.end;
  const word = text[at];
  if ((word !== '成' && word !== '折') || n.form !== 'plain' || n.value < 0) return null;
  if (CHENG_WORD.test(text.slice(at, at + 2)) || (word === '折' && /^折[扣旧合叠腾线断]/u.test(text.slice(at, at + 2))))
    return null;
  const whole = n.value > 10 ? n.value : n.value * 10;
  if (whole > 100) return null;
  const more = /^[ \u3000]{0,2}([一二三四五六七八九])(?![一二三四五六七八九十百千万成个名人])/u.exec(
    text.slice(at + 1, at + 5),
  );
  if (word === '成' && text[at + 1] === '半') return { end: at + 2, value: round(whole + 5) };
  if (!more || word === '折') return { end: at + 1, value: round(whole) };
  return { end: at + 1 + more[0].length, value: round(whole + '一二三四五六七八九'.indexOf(more[1]!) + 1) };
}

const round = (x: number): number => Number(x.toPrecision(12));

function blanks(text: string, i: number): number {
  let at = i;
  while (at - i < 8 && /[ \u3000]/u.test(text[at] ?? '')) at++;
  return at;
}

/** Ranges of addresses: the % in them escapes a byte. */
function addresses(text: string): [number, number][] {
  const out: [number, number][] = [];
  for (const m of text.matchAll(/https?:\/\/[!-~]+/gu)) out.push([m.index, m.index + m[0].length]);
  return out;
}

/**
 * Finds the proportions of a text: 30%, 百分之三十, 千分之五, 2.4个百分点, 七成, 75折.
 * A range (5-20%) gives its last number, the one with the sign.
 */
export function findPercents(text: string, options: NumberOptions = {}): PercentMention[] {
  const loose = options.loose ?? false;
  const masked = addresses(text);
  const out: PercentMention[] = [];
  let last: NumberMention | null = null;
  for (const n of findNumbers(text, options)) {
    if (masked.some(([a, b]) => n.start >= a && n.start < b)) continue;
    const hit = n.form === 'share' ? shared(text, n) : signed(text, n, last, loose);
    last = n;
    if (!hit) continue;
    out.push({ ...hit, value: round(hit.value), ...(n.max !== undefined ? { max: n.max } : {}) });
  }
  for (const m of text.matchAll(/(?<!对)半折|(?<![一二两三四五六七八九十几])半成(?![立果功员品])/gu)) {
    out.push({ start: m.index, end: m.index + 2, value: m[0] === '半成' ? 5 : 50 });
  }
  // 七五折: the digits of a discount side by side are no number.
  for (const m of text.matchAll(
    /(?<![一二三四五六七八九十])([一二三四五六七八九])([一二三四五六七八九])折(?![扣旧合叠腾线断])/gu,
  )) {
    const value = [m[1]!, m[2]!].reduce((v, c) => v * 10 + '一二三四五六七八九'.indexOf(c) + 1, 0);
    if (!out.some((p) => p.end === m.index + 3)) out.push({ start: m.index, end: m.index + 3, value });
  }
  for (const m of text.matchAll(/百分百/gu)) out.push({ start: m.index, end: m.index + 3, value: 100 });
  return out.sort((a, b) => a.start - b.start);
}

/** 百分之三, 负百分之三 */
function shared(text: string, n: NumberMention): PercentMention {
  const minus = /[负負]/u.test(text[n.start - 1] ?? '') && !/\p{Script=Han}/u.test(text[n.start - 2] ?? '');
  const value = (n.value * 100) / n.base!;
  return minus ? { start: n.start - 1, end: n.end, value: -value } : { start: n.start, end: n.end, value };
}

/** A number with the sign or word of a proportion behind it. */
function signed(text: string, n: NumberMention, last: NumberMention | null, loose: boolean): PercentMention | null {
  const at = loose ? blanks(text, n.end) : n.end;
  if (text[at] === '‰') return { start: n.start, end: at + 1, value: n.value / 10 };
  const sign = /^(?:[%％﹪]|[个個]?百分[点點])/u.exec(text.slice(at, at + 4));
  if (sign) return { start: n.start, end: at + sign[0].length, value: n.value };
  const tenths = tenthsAt(text, n, loose);
  if (!tenths) return null;
  // 7 2 折: the digits of a discount set apart.
  if (loose && last && last.value < 10 && n.value < 10 && text[at] === '折' && blanks(text, last.end) === n.start) {
    return { start: last.start, end: tenths.end, value: last.value * 10 + n.value };
  }
  return { start: n.start, end: tenths.end, value: tenths.value };
}
