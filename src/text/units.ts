import { findNumbers, type NumberMention, type NumberOptions, numberAt } from './numbers.ts';
import type { UnitKind } from './units-table.ts';
import * as table from './units-table.ts';

export type { UnitKind } from './units-table.ts';

/** A unit as it stands behind a number. */
export interface Unit {
  /** As written. */
  text: string;
  start: number;
  end: number;
  kind: UnitKind;
  /** ISO 4217 for money, the international symbol for measures. */
  code: string | null;
}

interface Entry {
  kind: UnitKind;
  code: string | null;
}

function build(): Map<string, Entry> {
  const map = new Map<string, Entry>();
  const add = (list: readonly string[], kind: UnitKind): void => {
    for (const unit of list) map.set(unit, { kind, code: null });
  };
  for (const [unit, code] of Object.entries(table.MEASURES)) map.set(unit, { kind: 'measure', code });
  for (const [unit, code] of Object.entries(table.MONEY)) map.set(unit, { kind: 'money', code });
  add(table.THINGS, 'thing');
  add(table.EVENTS, 'event');
  add(table.PEOPLE, 'people');
  add(table.DURATIONS, 'duration');
  add(table.AGES, 'age');
  add(table.SCORES, 'score');
  add(table.TIMES, 'times');
  add(table.PERCENTS, 'percent');
  return map;
}

const UNITS = build();
const LONGEST = Math.max(...[...UNITS.keys()].map((u) => u.length));
/** 成 as a tenth: 九成员, 三成立 are none. */
const CHENG = '立员為为果本功绩績就长長套人年效熟交活片批千百天语語';

/** True where the unit of one character at `i` is the start of a word of its own: 方面, 部门. */
function startsWord(text: string, i: number): boolean {
  const next = text[i + 1];
  if (next === undefined) return false;
  if (text[i] === '成') return CHENG.includes(next);
  if (text[i] === '项') return next === '目' && text[i + 2] !== '标';
  return table.UNIT_WORDS[text[i]!]?.includes(next) ?? false;
}

/** 三块 is money where nothing is counted by it: 一块蛋糕 is a piece. */
function isMoneyPiece(text: string, at: number): boolean {
  return text[at] === '块' && !/[\p{Script=Han}“「]/u.test(text[at + 1] ?? '');
}

/** Reads the longest unit that starts at `i`, or null. Bounded by the longest unit of the table. */
export function unitAt(text: string, i: number): Unit | null {
  for (let n = Math.min(LONGEST, text.length - i); n > 0; n--) {
    const unit = text.slice(i, i + n);
    const entry = UNITS.get(unit);
    if (!entry || (n === 1 && startsWord(text, i))) continue;
    if (n === 1 && isMoneyPiece(text, i)) return { text: unit, start: i, end: i + 1, kind: 'money', code: 'CNY' };
    // Latin symbols end where the word ends: 5kg, but not 5kgb.
    if (/[A-Za-z]$/u.test(unit) && /[A-Za-z0-9]/u.test(text[i + n] ?? '')) continue;
    return { text: unit, start: i, end: i + n, ...entry };
  }
  return null;
}

/** A number with a unit of money or measure. */
export interface Quantity {
  start: number;
  end: number;
  /** Null for the bare name of a currency. */
  value: number | null;
  max?: number;
  unit: Unit;
}

/** Units that begin with 千 or 兆: the number before them gives its last multiplier back (一百千瓦 is 100 kW). */
function withPrefix(text: string, n: NumberMention): { n: NumberMention; unit: Unit } | null {
  const at = n.end - 1;
  if (!/[千兆]/u.test(text[at]!) || at <= n.start) return null;
  const unit = unitAt(text, at);
  if (!unit || unit.text.length < 2 || (unit.kind !== 'measure' && unit.kind !== 'money')) return null;
  const head = numberAt(text.slice(0, at), n.start);
  return head && head.end === at ? { n: head, unit } : null;
}

function skipBlanks(text: string, i: number): number {
  let at = i;
  while (at - i < 4 && (text[at] === ' ' || text[at] === '\u3000')) at++;
  return at;
}

/**
 * The unit behind a number, blanks allowed; takes 千 back from the number where it belongs to the unit.
 *
 * @returns the number as it is to be read then, and the unit; null where no unit follows.
 */
export function quantityAt(text: string, n: NumberMention): { n: NumberMention; unit: Unit } | null {
  const prefixed = withPrefix(text, n);
  if (prefixed) return prefixed;
  const unit = unitAt(text, skipBlanks(text, n.end));
  return unit && { n, unit };
}

/** Money and measures of a text: 36.57亿元, 两米半, 一百千瓦, 1200亿美元. */
export function findQuantities(text: string, kinds: readonly UnitKind[], options: NumberOptions = {}): Quantity[] {
  const out: Quantity[] = [];
  for (const found of findNumbers(text, options)) {
    const hit = quantityAt(text, found);
    if (!hit || !kinds.includes(hit.unit.kind)) continue;
    const { n, unit } = hit;
    let end = unit.end;
    let value = n.value;
    if (text[end] === '半' && !/[年月天日夜途数]/u.test(text[end + 1] ?? '')) {
      value += value < 0 ? -0.5 : 0.5;
      end++;
    }
    if (unit.code === 'CNY' && text.startsWith('人民币', end)) end += 3;
    out.push({ start: n.start, end, value, ...(n.max === undefined ? {} : { max: n.max }), unit });
  }
  return out;
}
