import { charSet } from './char-set.ts';
import {
  ARABIC,
  BIG,
  COUNT_NOUN,
  DIGIT,
  isSurplus,
  kindAt,
  NONE,
  SMALL,
  SOME,
  TENS,
  valueAt,
  ZERO,
} from './numbers-tables.ts';

/** Longest number in tokens (九千九百九十九万亿… has 30): what goes on beyond is noise, and must not be read over and over. */
const MAX_TOKENS = 48;

/** Blanks that may be skipped between two parts of a number: more is a new column. */
const MAX_BLANKS = 8;

/** Where the text goes on behind blanks; at `i` itself unless loose. */
export function skip(text: string, i: number, loose: boolean): number {
  if (!loose) return i;
  let at = i;
  while (at - i < MAX_BLANKS && (text[at] === ' ' || text[at] === '\u3000' || text[at] === '\t')) at++;
  return at;
}

const isComma = (c: string | undefined): boolean => c === ',' || c === '，';
export const isDot = (c: string | undefined): boolean => c === '.' || c === '．';
export const isDigit = (text: string, i: number): boolean => kindAt(text, i) === ARABIC;

/** End of a run of Arabic digits. */
function digitsEnd(text: string, i: number): number {
  let at = i;
  while (isDigit(text, at)) at++;
  return at;
}

/** True where `,ddd` stands at `i` and no further digit: 1,234 but not 2009,2010. */
const groupAt = (text: string, i: number): boolean =>
  isComma(text[i]) && isDigit(text, i + 1) && isDigit(text, i + 2) && isDigit(text, i + 3) && !isDigit(text, i + 4);

const isSpace = (c: string | undefined): boolean => c === ' ' || c === '\u00a0' || c === '\u2009';
/** What may stand in front of a number whose thousands are set apart: a word, no other number and no end of a date (3月 120人). */
const OPENS_GROUPS = /[\p{Script=Han}（(：:≥≤>＞]/u;
const CLOSES_COUNT = charSet('第年月日号章条款表图页卷期版室栋楼');

/** The character in front of a number, behind one blank. */
const wordBefore = (text: string, i: number): string => text[isSpace(text[i - 1]) ? i - 2 : i - 1] ?? '';

/** True where ` ddd` stands at `i` and no further digit. */
const spacedAt = (text: string, i: number): boolean =>
  isSpace(text[i]) && isDigit(text, i + 1) && isDigit(text, i + 2) && isDigit(text, i + 3) && !isDigit(text, i + 4);

/**
 * End of a number whose thousands are set apart by blanks (1 200米), which begins at `i` and whose first group ends at `at`;
 * `at` where it is none: a word must touch it on both sides, since cells of a table stand apart.
 */
function spaced(text: string, i: number, at: number): number {
  const before = wordBefore(text, i);
  if (text[i] === '0' || at - i > 3 || !spacedAt(text, at)) return at;
  if (!OPENS_GROUPS.test(before) || CLOSES_COUNT(before.charCodeAt(0))) return at;
  let end = at;
  while (end - at < 16 && spacedAt(text, end)) end += 4;
  return /^(?:[%％]|(?![年月日])\p{Script=Han}|[ \u00a0][余多万亿])/u.test(text.slice(end, end + 2)) ? end : at;
}

/**
 * Scrapers leave blanks between digits and what multiplies them (3.6 亿元, 860 余万元): where the next part is, behind one
 * blank; `i` elsewhere. 千 and 兆 begin units (5 千克), and 万 names (2023 万科).
 */
const MULTIPLIED = /^[余多几]?[万亿萬億](?![达科象国圣向众物维])/u;
const bridged = (text: string, i: number): number =>
  isSpace(text[i]) && MULTIPLIED.test(text.slice(i + 1, i + 4)) ? i + 1 : i;

export interface Literal {
  end: number;
  value: number;
  decimal: boolean;
}

const narrow = (s: string): string =>
  s.replace(/[０-９．－＋]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** Digits as `Number` reads them: most are already. */
const plainDigits = (s: string): string => (/[^0-9.]/u.test(s) ? narrow(s.replace(/[,， \u00a0\u2009]/gu, '')) : s);

/** End of `98. 5` where a sign or multiplier touches it, else `at`, where its point stands. */
function splitDecimal(text: string, i: number, at: number): number {
  const end = digitsEnd(text, at + 2);
  return !CLOSES_COUNT(wordBefore(text, i).charCodeAt(0)) && /[%％‰万亿]/u.test(text[end] ?? '') ? end : at;
}

/** Reads `1,234.5` at `i`, where an Arabic digit (or, loose, a decimal point) stands. */
export function literal(text: string, i: number, loose: boolean): Literal {
  let at = digitsEnd(text, i);
  if (at - i <= 3 && at > i) while (groupAt(text, at)) at += 4;
  if (!loose && isSpace(text[at])) at = spaced(text, i, at);
  const whole = at;
  // 为98. 5%: a blank that a scraper left behind the point.
  if (
    !loose &&
    text[at] === '.' &&
    isSpace(text[at + 1]) &&
    isDigit(text, at + 2) &&
    /\p{Script=Han}/u.test(wordBefore(text, i))
  )
    at = splitDecimal(text, i, at);
  else if (isDot(text[at]) && isDigit(text, at + 1) && (at > i || loose)) at = digitsEnd(text, at + 1);
  let value = Number(plainDigits(text.slice(i, at)));
  const decimal = at > whole;
  if (loose) {
    const power = /^(?:[eE]|\^)([+\-－＋]?)([0-9０-９]{1,3})(?![0-9０-９])/u.exec(text.slice(at, at + 6));
    if (power) {
      const n = Number(narrow(power[1]! + power[2]!));
      value = text[at] === '^' ? value ** n : value * 10 ** n;
      at += power[0].length;
    }
  }
  return { end: at, value, decimal };
}

/** A number without sign, fraction or percent. */
export interface Plain {
  end: number;
  value: number;
  /** value − the lower one of a pair. */
  spread: number;
  surplus: boolean;
  arabic: boolean;
  unit: number;
}

const isLiang = charSet('两兩');
const isAmount = charSet('二三四五六七八九');

/** Length of the run of Chinese digits and zeros at `i`, at most 13. */
export function runLength(text: string, i: number): number {
  let n = 0;
  // 二两 is two 两 (ounces); 一两 one or two.
  if (isLiang(text.charCodeAt(i + 1)) && isAmount(text.charCodeAt(i))) return 1;
  while (n < 13 && (kindAt(text, i + n) === DIGIT || kindAt(text, i + n) === ZERO)) n++;
  return n;
}

/** 三四, 七八, and 三五: two digits that mean "three or four". 九十 and 一二 (一二产业) are told apart by what follows. */
function isPair(a: number, b: number): boolean {
  return b === a + 1 || (a === 3 && b === 5);
}

/** 二〇一九, 一九九八: digits read one by one. */
function digitString(text: string, i: number, n: number): Plain {
  let value = 0;
  for (let k = i; k < i + n; k++) value = value * 10 + valueAt(text, k);
  return { end: i + n, value, spread: 0, surplus: false, arabic: false, unit: 1 };
}

/**
 * The sum that is being built. `total` holds closed 万 and 亿 sections, `section` the open one, `current` a digit that
 * waits for its multiplier.
 */
class Sum {
  total = 0;
  section = 0;
  current: number | null = null;
  /** What stands behind 点, until a multiplier takes it. */
  fraction = 0;
  lastSmall = Number.POSITIVE_INFINITY;
  lastBig = Number.POSITIVE_INFINITY;
  spread = 0;
  /** Multiplier that the spread still waits for: 1 after the digit, then what follows. */
  spreadOpen = false;
  unit = 1;
  zero = false;
  tokens = 0;
  surplus = false;
  arabic = false;

  small(m: number): void {
    this.section += (this.current ?? 1) * m;
    if (this.spreadOpen && this.current !== null) this.spread *= m;
    this.current = null;
    this.lastSmall = m;
    this.unit = m;
    this.zero = false;
    this.tokens++;
  }

  /** 廿, 卅: false where the tens of this section are already taken. */
  tens(value: number): boolean {
    if (this.current !== null || this.lastSmall <= 10 || this.fraction) return false;
    this.section += value;
    this.lastSmall = 10;
    this.unit = 10;
    this.zero = false;
    this.tokens++;
    return true;
  }

  big(m: number): void {
    const sum = this.section + (this.current ?? 0) + this.fraction;
    if (sum === 0) this.total *= m;
    else if (m > this.lastBig) this.total = (this.total + sum) * m;
    else this.total += sum * m;
    if (this.spreadOpen) this.spread *= m;
    this.spreadOpen = false;
    this.section = 0;
    this.current = null;
    this.fraction = 0;
    this.lastBig = m;
    this.lastSmall = Number.POSITIVE_INFINITY;
    this.unit = m;
    this.zero = false;
    this.tokens++;
  }

  /** 四百五 is 450: a last digit takes the place below the last multiplier, unless a 零 says otherwise. */
  value(): number {
    let last = this.current ?? 0;
    if (last && !this.zero && this.tokens && !this.arabic && last < 10 && this.unit >= 100) last *= this.unit / 10;
    return this.total + this.section + last + this.fraction;
  }
}

/** A multiplier that closes `sum` is at `at`: may it? 五十千 and 三万五万 are two numbers. */
function mayMultiply(sum: Sum, text: string, at: number): boolean {
  const kind = kindAt(text, at);
  const m = valueAt(text, at);
  if (kind === SMALL) {
    if (m >= sum.lastSmall) return false;
    if (sum.current !== null) return true;
    // 十 alone is ten; 百三 is 130, but 百姓, 千方百计 are words.
    if (sum.section && !sum.zero) return false;
    return m === 10 || (sum.tokens === 0 && runLength(text, at + 1) === 1);
  }
  if (sum.tokens === 0 && sum.current === null) return false;
  return sum.section + (sum.current ?? 0) + sum.fraction === 0 || m !== sum.lastBig;
}

/** Reads Chinese decimals behind 点; null where it is no decimal point (三点三十分). */
function decimals(text: string, i: number, loose: boolean): { end: number; value: number } | null {
  let at = skip(text, i, loose);
  let value = 0;
  let scale = 0.1;
  let end = i;
  while ((kindAt(text, at) === DIGIT && !/[两兩俩倆]/u.test(text[at]!)) || kindAt(text, at) === ZERO) {
    value += valueAt(text, at) * scale;
    scale /= 10;
    end = at + 1;
    at = skip(text, end, loose);
  }
  if (end === i || kindAt(text, end) === SMALL) return null;
  const places = Math.round(-Math.log10(scale * 10)) || 0;
  return { end, value: Number(value.toFixed(Math.max(places, 1))) };
}

/** One token of a number: returns where it ends, or -1 where the number is over before it. */
function token(text: string, at: number, sum: Sum, loose: boolean): number {
  const kind = kindAt(text, at);
  const c = text[at];
  if (kind === ARABIC) {
    if (sum.current !== null) return -1;
    const lit = literal(text, at, loose);
    const next = kindAt(text, skip(text, lit.end, loose));
    if (sum.tokens && !sum.zero && next !== SMALL && next !== BIG) {
      // 3万5, as it is said
      if (!loose || !sum.arabic || lit.end > at + 1 || next !== NONE || sum.unit < 100 || sum.fraction) return -1;
      sum.fraction = (lit.value * sum.unit) / 10;
      return lit.end;
    }
    sum.current = lit.value;
    sum.arabic = true;
    return lit.end;
  }
  if (kind === DIGIT) {
    if (sum.current !== null || sum.fraction) return -1;
    const n = runLength(text, at);
    if (n > 2) return -1;
    // 三十两 is thirty 两 (ounces): 两 counts hundreds and more only, once the number has begun.
    if (sum.tokens && /[两兩俩倆]/u.test(text[at]!) && !/[百佰千仟万萬亿億]/u.test(text[at + 1] ?? '')) return -1;
    sum.current = valueAt(text, at);
    if (n === 2 && kindAt(text, at + 1) === DIGIT) {
      const next = valueAt(text, at + 1);
      if (!isPair(sum.current, next) || sum.spread) return -1;
      sum.spread = next - sum.current;
      sum.spreadOpen = true;
      sum.current = next;
      return at + 2;
    }
    return at + 1;
  }
  if (kind === ZERO) {
    if (sum.current !== null) return -1;
    sum.zero = true;
    return at + 1;
  }
  if (kind === TENS) return sum.tens(valueAt(text, at)) ? at + 1 : -1;
  if (kind === SMALL || kind === BIG) {
    if (!mayMultiply(sum, text, at)) return -1;
    if (kind === SMALL) sum.small(valueAt(text, at));
    else sum.big(valueAt(text, at));
    return at + 1;
  }
  if (isSurplus(c) && (sum.tokens || sum.current !== null)) return surplus(text, at, sum, loose);
  if ((c === '点' || c === '點') && !sum.arabic && !sum.fraction && (sum.tokens || sum.current !== null || sum.zero)) {
    const tail = decimals(text, at + 1, loose);
    if (!tail) return -1;
    sum.fraction = tail.value;
    return tail.end;
  }
  return -1;
}

/** 几, 余, 多 inside a number: only before a multiplier (十几万, 一百几十). */
function surplus(text: string, at: number, sum: Sum, loose: boolean): number {
  const next = skip(text, at + 1, loose);
  const kind = kindAt(text, next);
  if (kind === BIG && mayMultiply(sum, text, next)) {
    sum.surplus = true;
    return at + 1;
  }
  if (kind === SMALL && /[几幾]/u.test(text[at]!) && sum.current === null && valueAt(text, next) < sum.lastSmall) {
    sum.surplus = true;
    return next + 1;
  }
  return -1;
}

const goesOn = charSet('余餘多点點');

/** True where nothing goes on with a number: most numbers of an article have one token, and need no sum. */
const isOver = (text: string, i: number): boolean =>
  kindAt(text, i) === NONE && !goesOn(text.charCodeAt(i)) && bridged(text, i) === i;

/** Reads a number without sign at `i`, or null. */
export function plain(text: string, i: number, loose: boolean): Plain | null {
  const first = kindAt(text, i);
  // 两年零3个月: the zero only joins.
  if (first === ZERO && kindAt(text, i + 1) === ARABIC) return null;
  if (!loose && first === ARABIC) {
    const n = literal(text, i, loose);
    if (isOver(text, n.end)) return { end: n.end, value: n.value, spread: 0, surplus: false, arabic: true, unit: 1 };
  }
  if (!loose && first === DIGIT && isOver(text, i + 1)) return digitString(text, i, 1);
  const sum = new Sum();
  let end = i;
  if (first === DIGIT || first === ZERO) {
    const n = runLength(text, i);
    const zeros = n > 1 && /[零〇]/u.test(text.slice(i + 1, i + n));
    if (n > 2 || (zeros && n === 2 && first === DIGIT)) return digitString(text, i, n);
  } else if (first === SOME) {
    const next = kindAt(text, i + 1);
    if (next !== SMALL && next !== BIG) return null;
    if (/[数數]/u.test(text[i]!) && i > 0 && COUNT_NOUN.test(text[i - 1]!)) return null;
    sum.current = 1;
    sum.surplus = true;
    end = i + 1;
  }
  for (let n = 0; n < MAX_TOKENS; n++) {
    const at = loose ? skip(text, end, loose) : sum.arabic ? bridged(text, end) : end;
    const next = token(text, at, sum, loose);
    if (next < 0) break;
    end = next;
  }
  if (end === i || (sum.tokens === 0 && sum.current === null && !sum.zero)) return null;
  const value = sum.value();
  return { end, value, spread: sum.spread, surplus: sum.surplus, arabic: sum.arabic, unit: sum.unit };
}
