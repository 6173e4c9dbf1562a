import {
  ARABIC,
  BIG,
  COUNT_NOUN,
  DIGIT,
  isSurplus,
  kindAt,
  MINUS,
  NONE,
  SMALL,
  SOME,
  valueAt,
  ZERO,
} from './numbers-tables.ts';

/** A number as it stands in a text. Half-open UTF-16 range, without unit and approximators. */
export interface NumberMention {
  start: number;
  end: number;
  /** With multipliers worked out; of `百分之三十` it is 30. The lower one of a pair (三四十). */
  value: number;
  /** The upper one of a pair: 三四十 is 30 to 40. */
  max?: number;
  /** `share`: a 百分之, 千分之 or 万分之 stands in front; `base` is then its denominator. */
  form: 'plain' | 'fraction' | 'share';
  base?: number;
  /** Where the numeral itself starts: behind 百分之. */
  numeral: number;
  /** A 几, 余 or 多 stands inside: 十几万, 500余万, 数百. */
  surplus: boolean;
  /** Written with Arabic digits. */
  arabic: boolean;
  /** The last multiplier (1, 10, … 1e12): `万` in 3.5万. */
  unit: number;
}

export interface NumberOptions {
  /**
   * Read what transcripts and tables write: digits set apart by blanks (三 百 五), exponents (2e5, 2^5), k and M,
   * dozens (两打). Off for articles, where `3 5` are two cells and 5G is no five thousand million.
   */
  loose?: boolean;
}

/** Blanks that may be skipped between two parts of a number: more is a new column. */
const MAX_BLANKS = 8;

function skip(text: string, i: number, loose: boolean): number {
  if (!loose) return i;
  let at = i;
  while (at - i < MAX_BLANKS && (text[at] === ' ' || text[at] === '\u3000' || text[at] === '\t')) at++;
  return at;
}

const isComma = (c: string | undefined): boolean => c === ',' || c === '，';
const isDot = (c: string | undefined): boolean => c === '.' || c === '．';
const digit = (text: string, i: number): boolean => kindAt(text, i) === ARABIC;

/** End of a run of Arabic digits. */
function digitsEnd(text: string, i: number): number {
  let at = i;
  while (digit(text, at)) at++;
  return at;
}

/** True where `,ddd` stands at `i` and no further digit: 1,234 but not 2009,2010. */
const groupAt = (text: string, i: number): boolean =>
  isComma(text[i]) && digit(text, i + 1) && digit(text, i + 2) && digit(text, i + 3) && !digit(text, i + 4);

interface Literal {
  end: number;
  value: number;
  decimal: boolean;
}

const narrow = (s: string): string =>
  s.replace(/[０-９．－＋]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** Reads `1,234.5` at `i`, where an Arabic digit (or, loose, a decimal point) stands. */
function literal(text: string, i: number, loose: boolean): Literal {
  let at = digitsEnd(text, i);
  if (at - i <= 3 && at > i) while (groupAt(text, at)) at += 4;
  const whole = at;
  if (isDot(text[at]) && digit(text, at + 1) && (at > i || loose)) at = digitsEnd(text, at + 1);
  let value = Number(narrow(text.slice(i, at).replace(/[,，]/gu, '')));
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
interface Plain {
  end: number;
  value: number;
  /** value − the lower one of a pair. */
  spread: number;
  surplus: boolean;
  arabic: boolean;
  unit: number;
}

/** Length of the run of Chinese digits and zeros at `i`, at most 13. */
function runLength(text: string, i: number): number {
  let n = 0;
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
    if (sum.tokens && !sum.zero && next !== SMALL && next !== BIG) return -1;
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
  if (kind === SMALL || kind === BIG) {
    if (!mayMultiply(sum, text, at)) return -1;
    if (kind === SMALL) sum.small(valueAt(text, at));
    else sum.big(valueAt(text, at));
    return at + 1;
  }
  if (isSurplus(c) && (sum.tokens || sum.current !== null)) return surplus(text, at, sum, loose);
  if ((c === '点' || c === '點') && !sum.arabic && (sum.tokens || sum.current !== null || sum.zero)) {
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

/** Reads a number without sign at `i`, or null. */
function plain(text: string, i: number, loose: boolean): Plain | null {
  const sum = new Sum();
  let end = i;
  const first = kindAt(text, i);
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
  for (;;) {
    const at = skip(text, end, loose);
    const next = token(text, at, sum, loose);
    if (next < 0) break;
    end = next;
  }
  if (end === i || (sum.tokens === 0 && sum.current === null && !sum.zero)) return null;
  const value = sum.value();
  return { end, value, spread: sum.spread, surplus: sum.surplus, arabic: sum.arabic, unit: sum.unit };
}

/** 分之 at `i`, blanks allowed in between when loose: its end, or -1. */
function partsEnd(text: string, i: number, loose: boolean): number {
  const fen = skip(text, i, loose);
  if (text[fen] !== '分') return -1;
  const zhi = skip(text, fen + 1, loose);
  return text[zhi] === '之' ? zhi + 1 : -1;
}

function signEnd(text: string, i: number, loose: boolean): number {
  return kindAt(text, i) === MINUS ? skip(text, i + 1, loose) : i;
}

function signed(text: string, i: number, loose: boolean): (Plain & { start: number }) | null {
  const at = signEnd(text, i, loose);
  const n = plain(text, at, loose);
  if (!n) return null;
  return { ...n, start: i, value: at > i ? -n.value : n.value };
}

/** 18.6亿 is 1860000000, not 1860000000.0000002. */
const exact = (x: number): number => Number(x.toPrecision(15));

const mention = (start: number, n: Plain): NumberMention => ({
  start,
  end: n.end,
  value: exact(n.spread ? n.value - n.spread : n.value),
  ...(n.spread ? { max: exact(n.value) } : {}),
  form: 'plain',
  numeral: start,
  surplus: n.surplus,
  arabic: n.arabic,
  unit: n.unit,
});

/** 百分之三十, 千分之五, 百万分之一: a bare multiplier (or a product of them) in front of 分之. */
function share(text: string, i: number, loose: boolean): NumberMention | null {
  let base = 1;
  let at = i;
  for (let k = 0; k < 4; k++) {
    const kind = kindAt(text, at);
    if (kind !== SMALL && kind !== BIG) break;
    base *= valueAt(text, at);
    at = skip(text, at + 1, loose);
  }
  if (base < 100) return null;
  const behind = partsEnd(text, at, loose);
  if (behind < 0) return null;
  const numeral = skip(text, behind, loose);
  // 百分之百: the numeral may itself be a bare multiplier.
  const whole = kindAt(text, numeral) === SMALL && valueAt(text, numeral) === 100 && runLength(text, numeral + 1) === 0;
  const n = whole
    ? { end: numeral + 1, value: 100, spread: 0, surplus: false, arabic: false, unit: 100 }
    : signed(text, numeral, loose);
  if (!n) return null;
  const out = mention(i, suffixed(text, n, loose));
  return { ...out, form: 'share', base, numeral };
}

/** k, M, 打: multipliers of loose writing. */
function suffixed<N extends Plain>(text: string, n: N, loose: boolean): N {
  if (!loose) return n;
  const at = skip(text, n.end, loose);
  const c = text[at] ?? '';
  const scale = c === '打' ? 12 : n.arabic ? ({ k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 }[c] ?? 0) : 0;
  if (!scale || (scale > 12 && /[A-Za-z]/u.test(text[at + 1] ?? ''))) return n;
  return { ...n, end: at + 1, value: n.value * scale, unit: scale };
}

/** The denominator of `a/b`, in Arabic digits: its end and value; null where the slash is a date's (2019/04/19). */
function slash(text: string, n: Plain, loose: boolean): Literal | null {
  if (!n.arabic || (text[n.end] !== '/' && text[n.end] !== '／') || !digit(text, n.end + 1)) return null;
  const d = literal(text, n.end + 1, loose);
  return d.value && !d.decimal && !/[/／]/u.test(text[d.end] ?? '') ? d : null;
}

/** Goes on from a number to the fraction it may be part of: 三分之二, 三又四分之一, 3/5. */
function fraction(text: string, start: number, n: Plain, loose: boolean): NumberMention | null {
  const behind = partsEnd(text, n.end, loose);
  if (behind >= 0) {
    const top = signed(text, skip(text, behind, loose), loose);
    if (top && n.value)
      return { ...mention(start, top), start, numeral: start, value: top.value / n.value, form: 'fraction' };
    return null;
  }
  const bottom = slash(text, n, loose);
  if (bottom) return { ...mention(start, { ...n, end: bottom.end }), value: n.value / bottom.value, form: 'fraction' };
  const and = skip(text, n.end, loose);
  const wants = text[and] === '又';
  if (!wants && !(loose && n.arabic && and > n.end && digit(text, and))) return null;
  const from = wants ? skip(text, and + 1, loose) : and;
  const part = plain(text, from, loose);
  const rest = part && fraction(text, from, part, false || loose);
  if (!rest || rest.form !== 'fraction') return null;
  return { ...rest, start, numeral: start, value: n.value < 0 ? n.value - rest.value : n.value + rest.value };
}

/** A minus sign counts where no word or digit stands before it: -5, 负五, but not 2-3 and 负责. */
function minusAt(text: string, i: number): boolean {
  if (/[负負]/u.test(text[i]!)) return true;
  return i === 0 || /[\s（(，,、：:=＝]/u.test(text[i - 1]!);
}

/**
 * Reads the number that starts at `i`, or null.
 *
 * @param i UTF-16 offset of its first character (of the 百 in 百分之三).
 */
export function numberAt(text: string, i: number, options: NumberOptions = {}): NumberMention | null {
  const loose = options.loose ?? false;
  const kind = kindAt(text, i);
  const point = loose && isDot(text[i]) && digit(text, i + 1);
  if (kind === NONE && !point) return null;
  if (kind === MINUS && !minusAt(text, i)) return null;
  if (kind === SMALL || kind === BIG) {
    const part = share(text, i, loose);
    if (part) return part;
  }
  const n = point || (kind === MINUS && isDot(text[i + 1])) ? pointed(text, i, loose) : signed(text, i, loose);
  if (!n) return null;
  return fraction(text, i, n, loose) ?? mention(i, suffixed(text, n, loose));
}

/** .5 and -.5 */
function pointed(text: string, i: number, loose: boolean): Plain | null {
  const minus = kindAt(text, i) === MINUS;
  const from = minus ? i + 1 : i;
  if (!loose || !digit(text, from + 1)) return null;
  const n = literal(text, from, loose);
  return { end: n.end, value: minus ? -n.value : n.value, spread: 0, surplus: false, arabic: true, unit: 1 };
}

/** Steps over what cannot start a number together with its like (the rest of 九九, of 1.2.3). */
function past(text: string, i: number): number {
  let at = i + 1;
  if (kindAt(text, i) === DIGIT) while (kindAt(text, at) === DIGIT) at++;
  return at;
}

/**
 * Finds the numbers of a text in one pass, left to right, in every writing: 1.2万, 一千二百, 三分之二, 百分之三十, 3亿5000万,
 * 十几万, 三四十, 二〇一九. Lone digits inside words (四川, 统一) are found too: whether a number *means* a number is for
 * the caller, who knows what stands around it.
 */
export function findNumbers(text: string, options: NumberOptions = {}): NumberMention[] {
  const out: NumberMention[] = [];
  for (let i = 0; i < text.length; ) {
    const kind = kindAt(text, i);
    if (kind === NONE && !(options.loose && isDot(text[i]))) {
      i++;
      continue;
    }
    const n = numberAt(text, i, options);
    if (n) out.push(n);
    i = n ? n.end : past(text, i);
  }
  return out;
}
