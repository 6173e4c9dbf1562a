import { isDigit, isDot, type Literal, literal, type Plain, plain, runLength, skip } from './numbers-parse.ts';
import { BIG, DIGIT, kindAt, MINUS, NONE, SMALL, valueAt } from './numbers-tables.ts';

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
   * dozens (两打). An option of the extract stage; off by default, where `3 5` are two cells and 5G is no five thousand million.
   */
  loose?: boolean;
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
const exact = (x: number): number => (Number.isInteger(x) && Math.abs(x) < 1e15 ? x : Number(x.toPrecision(15)));

const mention = (start: number, n: Plain): NumberMention => ({
  start,
  end: n.end,
  value: exact(n.spread ? n.value - n.spread : n.value),
  max: n.spread ? exact(n.value) : undefined,
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
  if (!n.arabic || (text[n.end] !== '/' && text[n.end] !== '／') || !isDigit(text, n.end + 1)) return null;
  const d = literal(text, n.end + 1, loose);
  return d.value && !d.decimal && !/[/／]/u.test(text[d.end] ?? '') ? d : null;
}

/** 三又四分之一, 1 3/5 (loose): a whole number and a fraction. */
function mixed(text: string, start: number, n: Plain, loose: boolean): NumberMention | null {
  const and = skip(text, n.end, loose);
  const wants = text[and] === '又';
  if (!wants && !(loose && n.arabic && and > n.end && isDigit(text, and))) return null;
  const from = wants ? skip(text, and + 1, loose) : and;
  const part = plain(text, from, loose);
  const rest = part && simple(text, from, part, loose);
  if (!rest) return null;
  return { ...rest, start, numeral: start, value: n.value < 0 ? n.value - rest.value : n.value + rest.value };
}

/** Goes on from a number to the fraction it may be part of: 三分之二, 三又四分之一, 3/5. */
function fraction(text: string, start: number, n: Plain, loose: boolean): NumberMention | null {
  return simple(text, start, n, loose) ?? mixed(text, start, n, loose);
}

/** 三分之二, 3/5 */
function simple(text: string, start: number, n: Plain, loose: boolean): NumberMention | null {
  const behind = partsEnd(text, n.end, loose);
  if (behind >= 0) {
    const top = signed(text, skip(text, behind, loose), loose);
    if (top && n.value)
      return { ...mention(start, top), start, numeral: start, value: top.value / n.value, form: 'fraction' };
    return null;
  }
  const bottom = slash(text, n, loose);
  if (bottom) return { ...mention(start, { ...n, end: bottom.end }), value: n.value / bottom.value, form: 'fraction' };
  return null;
}

/** A minus sign counts where no digit and no word but one of measure stands before it: -5, 增长-3.2%, but not 2-3 and 减负40万元. */
function minusAt(text: string, i: number): boolean {
  const before = text[i - 1] ?? '';
  if (/[负負]/u.test(text[i]!)) return !/\p{Script=Han}/u.test(before) || /[为是达至到约在]/u.test(before);
  return i === 0 || /[\s（(，,、：:=＝长为达是至到率降幅速约在由从拔温]/u.test(before);
}

/**
 * Reads the number that starts at `i`, or null.
 *
 * @param i UTF-16 offset of its first character (of the 百 in 百分之三).
 */
export function numberAt(text: string, i: number, options: NumberOptions = {}): NumberMention | null {
  const loose = options.loose ?? false;
  const kind = kindAt(text, i);
  const point = loose && isDot(text[i]) && isDigit(text, i + 1);
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
  if (!loose || !isDigit(text, from + 1)) return null;
  const n = literal(text, from, loose);
  return { end: n.end, value: minus ? -n.value : n.value, spread: 0, surplus: false, arabic: true, unit: 1 };
}

/** 达到.5%, 增长 .3个百分点: what stood before the point is lost, and the rest is no number. */
function lostWhole(text: string, i: number): boolean {
  if (!isDigit(text, i) || !isDot(text[i - 1]) || /[0-9A-Za-z]/.test(text[i - 2] ?? '')) return false;
  return /^[0-9]{1,2}(?:[%％‰万亿]|个?百分点)/u.test(text.slice(i, i + 6));
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
    if (!options.loose && lostWhole(text, i)) {
      while (isDigit(text, i)) i++;
      continue;
    }
    const n = numberAt(text, i, options);
    if (n) out.push(n);
    i = n ? n.end : past(text, i);
  }
  return out;
}
