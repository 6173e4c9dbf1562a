import { charSet } from './char-set.ts';
import { type NumberMention, numberAt } from './numbers.ts';
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
/** Length of the longest unit that begins with a character. */
const LONGEST = new Uint8Array(0x10000);
for (const u of UNITS.keys()) LONGEST[u.charCodeAt(0)] = Math.max(LONGEST[u.charCodeAt(0)]!, u.length);
/** 成 as a tenth: 九成员, 三成立 are none. */
const CHENG = '立员為为果本功绩績就长長套人年效熟交活片批千百天语語';

const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const isLatin = charSet(LATIN);
const isLatinOrDigit = charSet(`${LATIN}0123456789`);

const GRADE = /^[为是](?:优|良|好|中|差|合格|不合|基本|及格|不及|达标|不达|先进|一[等类级般]|[二三四]等|较)/u;

const MAN_MADE = /^(?:因素|原因|破坏|造成|失误|纵火|火灾|干预|干扰|操作|操纵|影响|事故)/u;

/** True where the unit of one character at `i` is the start of a word of its own: 方面, 部门. */
function startsWord(text: string, i: number): boolean {
  const next = text[i + 1];
  if (next === undefined) return false;
  if (text[i] === '成') return CHENG.includes(next);
  // 80分为良好: 分 is a unit in front of a grade.
  if (text[i] === '分' && (GRADE.test(text.slice(i + 1, i + 5)) || text.startsWith('为止', i + 1))) return false;
  // 23人为大专学历, but 3个人为因素
  if (text[i] === '人' && next === '为') return MAN_MADE.test(text.slice(i + 2, i + 4));
  // 13家|乡镇卫生院; 离家乡
  if (text[i] === '家' && next === '乡') return text[i + 2] !== '镇' && text[i + 2] !== '村';
  // 12名|单亲职工, but 名单
  if (text[i] === '名' && next === '单') return text[i + 2] !== '亲' && text[i + 2] !== '身';
  if (text[i] === '项') return next === '目' && text[i + 2] !== '标';
  return table.UNIT_WORDS[text[i]!]?.includes(next) ?? false;
}

/** 三块 is money where nothing is counted by it: 一块蛋糕 is a piece. */
function isMoneyPiece(text: string, at: number): boolean {
  if (text[at] !== '块') return false;
  // 三块五毛, 两块五
  if (/^块[一二三四五六七八九](?:[毛角]|$|[^\p{Script=Han}])/u.test(text.slice(at, at + 3))) return true;
  return !/[\p{Script=Han}“「]/u.test(text[at + 1] ?? '');
}

/** Reads the longest unit that starts at `i`, or null. Bounded by the longest unit of the table. */
export function unitAt(text: string, i: number): Unit | null {
  if (i >= text.length) return null;
  for (let n = Math.min(LONGEST[text.charCodeAt(i)]!, text.length - i); n > 0; n--) {
    const unit = text.slice(i, i + n);
    const entry = UNITS.get(unit);
    if (!entry || (n === 1 && startsWord(text, i))) continue;
    // 86.3分|升至93.8分
    if (unit === '分升' && table.UNIT_WORDS.升!.includes(text[i + n] ?? ' ')) continue;
    if (n === 1 && isMoneyPiece(text, i)) return { text: unit, start: i, end: i + 1, kind: 'money', code: 'CNY' };
    // Latin symbols end where the word ends: 5kg, but not 5kgb.
    if (isLatin(text.charCodeAt(i + n - 1)) && isLatinOrDigit(text.charCodeAt(i + n))) continue;
    return { text: unit, start: i, end: i + n, ...entry };
  }
  return null;
}

/** Units that begin with 千, 兆 or 百: the number before them gives its last multipliers back (一百千瓦 is 100 kW, 4千兆赫 4 GHz). */
function withPrefix(text: string, n: NumberMention): { n: NumberMention; unit: Unit } | null {
  for (const k of [2, 1]) {
    const at = n.end - k;
    if (at <= n.start || !isPrefix(text.charCodeAt(at))) continue;
    if (!/^(?:[千兆]兆|[千兆]|百(?=帕))/u.test(text.slice(at, at + 2))) continue;
    const unit = unitAt(text, at);
    if (!unit || unit.text.length <= k || (unit.kind !== 'measure' && unit.kind !== 'money')) continue;
    const head = numberAt(text.slice(0, at), n.start);
    if (head && head.end === at) return { n: head, unit };
  }
  return null;
}

const isPrefix = charSet('千兆百');

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

const PARTS: Readonly<Record<string, number>> = { 角: 0.1, 毛: 0.1, 分: 0.01 };
const PART = /^([0-9]|[一二三四五六七八九])(角|毛|分)(?![之别类子析])/u;
/** 两块五, 1米8, 三丈二: one or two digits behind the unit, and no unit of their own. */
const TAIL = /^([一二三四五六七八九0-9]{1,2})(?![0-9一二三四五六七八九十百千万亿.．点\p{Script=Han}])/u;
const TAILED: readonly string[] = ['块', '毛', '米', '丈', '尺', '斤'];

const digits = (s: string): number =>
  Number([...s].map((c) => ('一二三四五六七八九'.indexOf(c) + 1 || c).toString()).join(''));

/**
 * What goes on behind a unit of money or length and adds to it: 3元|5角8分, 三块|五毛钱, 1米|8.
 *
 * @returns where it ends and the value with it.
 */
export function remainder(text: string, unit: Unit, value: number): { end: number; value: number } {
  let end = unit.end;
  let sum = value;
  if (unit.code === 'CNY' && /^[元块圆]/u.test(unit.text)) {
    let below = 1;
    for (let k = 0; k < 2; k++) {
      const m = PART.exec(text.slice(end, end + 3));
      const worth = m ? PARTS[m[2]!]! : 1;
      if (!m || worth >= below) break;
      sum += digits(m[1]!) * worth;
      below = worth;
      end += m[0].length;
    }
    if (end > unit.end) return { end: text[end] === '钱' ? end + 1 : end, value: Number(sum.toFixed(2)) };
  }
  const tail = TAILED.includes(unit.text) && Number.isInteger(value) ? TAIL.exec(text.slice(end, end + 3)) : null;
  if (!tail) return { end, value };
  return { end: end + tail[0].length, value: Number((sum + digits(tail[1]!) / 10 ** tail[1]!.length).toFixed(2)) };
}

const LONGEST_BEFORE = Math.max(...Object.keys(table.MONEY_BEFORE).map((w) => w.length));
const endsMoney = charSet([' ', ...Object.keys(table.MONEY_BEFORE).map((w) => w.at(-1)!)]);

/** ￥100, US$ 30, 人民币500: the money that stands in front of the number at `at`, or null; its end is `at`, behind blanks. */
export function moneyBefore(text: string, at: number): Unit | null {
  if (!endsMoney(text.charCodeAt(at - 1))) return null;
  let end = at;
  while (at - end < 2 && text[end - 1] === ' ') end--;
  for (let k = Math.min(LONGEST_BEFORE, end); k > 0; k--) {
    const word = text.slice(end - k, end);
    const code = table.MONEY_BEFORE[word];
    // 1欧元: the name is the unit of another number.
    if (!code || (/[A-Za-z]/u.test(word[0]!) && isLatin(text.charCodeAt(end - k - 1)))) continue;
    if (/[\p{Script=Han}A-Z]$/u.test(word) && /[0-9万亿]/u.test(text[end - k - 1] ?? '')) continue;
    return { text: word, start: end - k, end: at, kind: 'money', code };
  }
  return null;
}

/** Symbols of one letter, which an article has for other things (5G, 3M). */
const LETTERS: Readonly<Record<string, string>> = {
  m: 'm',
  g: 'g',
  t: 't',
  L: 'L',
  l: 'L',
  W: 'W',
  V: 'V',
  A: 'A',
  N: 'N',
  J: 'J',
};

/** The symbol of one letter behind a number (5 m, 3 g), or null: for texts that are read loosely. */
export function letterAt(text: string, n: NumberMention): Unit | null {
  const at = skipBlanks(text, n.end);
  const code = n.arabic ? LETTERS[text[at] ?? ''] : undefined;
  if (!code || isLatinOrDigit(text.charCodeAt(at + 1)) || /[/²³]/u.test(text[at + 1] ?? '')) return null;
  return { text: text[at]!, start: at, end: at + 1, kind: 'measure', code };
}

/** 64位操作系统, 一个字节有八位: 位 is a bit where the words around speak of storing and coding; else it counts people. */
const BITS = /存储|二进制|字节|比特|编码|处理器|总线|操作系统|加密|内存|芯片|密钥/u;
const BIT_REACH = 12;

/** 位 behind a number where it is a bit, or null. */
export function bitAt(text: string, n: NumberMention): Unit | null {
  if (text[n.end] !== '位' || !BITS.test(text.slice(Math.max(0, n.start - BIT_REACH), n.end + BIT_REACH))) return null;
  return { text: '位', start: n.end, end: n.end + 1, kind: 'measure', code: 'bit' };
}
