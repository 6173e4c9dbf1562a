import { charSet } from '../../../../text/char-set.ts';
import { ending, oneOf } from '../../../../text/ending.ts';
import { type NumberMention, type NumberOptions, numberAt } from '../../../../text/numbers.ts';
import { BETWEEN, type BoundSign, joinEnd } from '../../../../text/numbers-bounds.ts';
import { isPartOfWord } from '../../../../text/numbers-words.ts';
import { bitAt, letterAt, quantityAt, remainder, type Unit, unitAt } from '../../../../text/units.ts';

/** A number with its unit. */
export interface Body {
  n: NumberMention;
  unit: Unit | null;
  /** 余, 多, 几, 来 between number and unit, or behind the unit. */
  surplus: BoundSign | null;
  end: number;
}

/** The sign of a share by its denominator. */
export const SHARES: Readonly<Record<number, string>> = { 100: '%', 1000: '‰', 10000: '‱' };

/** Units that may have a half behind them (三米半), and those that may have a 多 (5年多). */
const HALVED = oneOf('duration measure money times');
const EXCEEDED = oneOf('duration measure money age times percent');

/** 七成五, 三成半: what stands behind the tenths; blanks within where digits may be set apart. */
const TENTH = /^(?:([一二三四五六七八九])(?![一二三四五六七八九十百]?[\p{Script=Han}])|半(?!的?[数天年]))/u;
const TENTH_APART = /^[ \u3000]{0,2}([一二三四五六七八九])(?![一二三四五六七八九十百]?[\p{Script=Han}])/u;

/** The number with its unit: 20多名, 3万余元, 5年多. */
export function bodyAt(text: string, n: NumberMention, options: NumberOptions): Body {
  if (n.form === 'share') return { n, unit: null, surplus: null, end: n.end };
  // 860 余户
  const at = n.arabic && text[n.end] === ' ' && BETWEEN.has(text[n.end + 1] ?? '') ? n.end + 1 : n.end;
  const sign = BETWEEN.get(text[at] ?? '');
  if (sign) {
    const unit = unitAt(text, at + 1);
    if (unit) return { n, unit, surplus: sign, end: unit.end };
    if (at === n.end && text[at] !== '来') return { n, unit: null, surplus: sign, end: n.end + 1 };
  }
  // 一个多月, 两个多小时
  const rough = text[n.end] === '个' ? /^个多(月|小时|星期|学期|世纪)/u.exec(text.slice(n.end, n.end + 4)) : null;
  if (rough) {
    const end = n.end + rough[0].length;
    const name = rough[1] === '月' || rough[1] === '星期' || rough[1] === '学期' ? `个${rough[1]}` : rough[1]!;
    return { n, unit: { text: name, start: n.end, end, kind: 'duration', code: null }, surplus: '>~', end };
  }
  const bit = bitAt(text, n);
  if (bit) return { n, unit: bit, surplus: null, end: bit.end };
  const hit = quantityAt(text, n);
  const letter = !hit && options.loose ? letterAt(text, n) : null;
  if (letter) return { n, unit: letter, surplus: null, end: letter.end };
  if (!hit) return { n, unit: null, surplus: null, end: n.end };
  const unit = hit.unit.text === '元钱' ? { ...hit.unit, text: '元', end: hit.unit.end - 1 } : hit.unit;
  const tenth = unit.text === '成' ? tenthAt(text, unit.end, options) : null;
  if (tenth) return { n: { ...hit.n, value: hit.n.value + tenth.value }, unit, surplus: null, end: tenth.end };
  const rest = remainder(text, unit, hit.n.value);
  if (rest.end > unit.end) return { n: { ...hit.n, value: rest.value }, unit, surplus: null, end: rest.end };
  if (text[unit.end] === '半' && HALVED.test(unit.kind) && !/[年月天日夜途数价]/u.test(text[unit.end + 1] ?? '')) {
    return { n: { ...hit.n, value: hit.n.value + 0.5 }, unit, surplus: null, end: unit.end + 1 };
  }
  const more =
    text[unit.end] === '多' && EXCEEDED.test(unit.kind) && !/[少元样种次个了0-9]/u.test(text[unit.end + 1] ?? '');
  return { n: hit.n, unit, surplus: more ? '>~' : null, end: more ? unit.end + 1 : unit.end };
}

function tenthAt(text: string, at: number, options: NumberOptions): { value: number; end: number } | null {
  const behind = text.slice(at, at + 5);
  const m = TENTH.exec(behind) ?? (options.loose ? TENTH_APART.exec(behind) : null);
  return m && { value: m[1] ? numberAt(m[1], 0)!.value / 10 : 0.5, end: at + m[0].length };
}

/** Change, not range: 由45%到60%, 从5家到20家 are two figures. */
const FROM = ending(/[由从]$/u);

const startsPair = charSet(' \u3000与和');
const PAIR = /^[ \u3000]?[与和][ \u3000]?/u;
/** What is measured lies between two numbers; of things and events 和 makes a list (二组和十组之间). */
const COUNTS = oneOf('thing event people');

/** End of the word between two numbers that a 之间 behind them makes a range of (30与50之间), or -1. */
function pairEnd(text: string, at: number): number {
  if (!startsPair(text.charCodeAt(at))) return -1;
  const m = PAIR.exec(text.slice(at, at + 3));
  return m ? at + m[0].length : -1;
}

/** 10和20间: between them, where no rooms (和3间教室) are counted. */
function roomless(text: string, second: Body, paired: boolean): Body {
  if (!paired || second.unit?.text !== '间' || /[^的\P{Script=Han}]/u.test(text[second.end] ?? '')) return second;
  return { ...second, unit: null, end: second.n.end };
}

/** True where a range that two numbers and a 和 make ends as one. */
const isClosed = (text: string, second: Body): boolean =>
  !(second.unit && COUNTS.test(second.unit.kind)) && betweenEnd(text, second.end) > second.end;

/** Where a range ends that goes up to `end`: behind its 之间 or 间, but for 间接, 间隔. */
export function betweenEnd(text: string, end: number): number {
  const at = text[end] === ' ' ? end + 1 : end;
  const behind = text.slice(at, at + 2);
  if (!/^之?[间間]/u.test(behind) || /^[间間][接隔]/u.test(behind)) return end;
  return at + (behind[0] === '之' ? 2 : 1);
}

/** The second number of a range whose first one ends at `at`; null where none follows. */
export function rangeEnd(text: string, first: Body, start: number, options: NumberOptions): Body | null {
  // 3000元以上至5000元, 10人（含）—50人
  const inner = /^(?:以上|（[不]?含）|\([不]?含\))(?=[至到—\-－–~～])/u.exec(text.slice(first.end, first.end + 6));
  const joined = joinEnd(text, first.end + (inner ? inner[0].length : 0));
  const at = joined < 0 ? pairEnd(text, first.end) : joined;
  // 统一到二次创业: the first digit may be the end of a word.
  if (at < 0) return null;
  const rest = text.slice(at, at + 40);
  const n = numberAt(rest, 0, options);
  if (!n || n.value < 0 || isPartOfWord(text, first.n)) return null;
  const mention = { ...n, start: at, end: at + n.end, numeral: at + n.numeral };
  const second = roomless(text, bodyAt(text, mention, options), joined < 0);
  if (joined < 0 && !isClosed(text, second)) return null;
  if (first.n.form === 'share') return shareEnd(text, first, second, start);
  // 80分至89分为良好: 分为 is no word here.
  if (first.unit && !second.unit && text.startsWith(first.unit.text, second.end)) {
    const unitStart = second.end;
    const end = unitStart + first.unit.text.length;
    return { ...second, unit: { ...first.unit, start: unitStart, end }, end };
  }
  // 上调0.6个百分点至1%: a change and what it led to.
  if (first.unit && first.unit.text !== second.unit?.text) return null;
  if (first.unit && FROM.test(text.slice(Math.max(0, start - 1), start))) return null;
  return second;
}

/** 百分之四十到百分之五十, 百分之八至十二; of 百分之八到十二个 the second counts something else. */
function shareEnd(text: string, first: Body, second: Body, start: number): Body | null {
  if (FROM.test(text.slice(Math.max(0, start - 1), start))) return null;
  if (second.n.form === 'share') return second.n.base === first.n.base ? second : null;
  return second.n.form === 'plain' && !second.unit && !second.n.arabic ? second : null;
}

/** 3—5万元: the first number takes the multiplier of the second. */
export function scaled(a: NumberMention, b: NumberMention): number {
  return a.unit === 1 && b.unit >= 1e4 && a.value < b.value / b.unit ? a.value * b.unit : a.value;
}
