import { charSet } from '../../../../text/char-set.ts';
import { ending, oneOf } from '../../../../text/ending.ts';
import { findNumbers, type NumberMention, numberAt } from '../../../../text/numbers.ts';
import {
  type Approximator,
  approximatorAfter,
  approximatorBefore,
  BETWEEN,
  type BoundSign,
  joinEnd,
} from '../../../../text/numbers-bounds.ts';
import { isPartOfWord } from '../../../../text/numbers-words.ts';
import { quantityAt, remainder, type Unit, type UnitKind, unitAt } from '../../../../text/units.ts';
import { discounts } from './discounts.ts';
import { habits } from './habits.ts';
import { halfUnits, halves } from './halves.ts';
import { bareMultipliers, beyond, medals, multipliers } from './multipliers.ts';
import { ratios, zeros } from './ratios.ts';

/** A number with its unit and approximators, before it is decided whether it says anything. */
export interface Candidate {
  start: number;
  end: number;
  /** Where the number itself starts: behind the approximators. */
  number: number;
  /** End of the unit, before 以上 and its like. */
  unitEnd: number;
  value: number;
  max?: number;
  unit: string;
  kind: UnitKind | 'none';
  bound: BoundSign;
  arabic: boolean;
  /** Last multiplier of the number: 1e4 for 53万. */
  scale: number;
  /** An approximator, a range or a pair: something that only a real quantity has. */
  marked: boolean;
  per: string | null;
  rule: string;
}

/** Characters in front of a one-character approximator that make it part of a word: 附近, 节约, 赶超. */
const WORDS_BEFORE: Readonly<Record<string, RegExp>> = {
  近: /[附最临靠就邻远亲贴]$/u,
  约: /[节预合条契制公签履违简隐]$/u,
  超: /[赶反]$/u,
};

export function before(text: string, at: number): Approximator | null {
  const found = approximatorBefore(text, at);
  if (!found || /^(?:合计|等于|高出|低出|[=＝])$/u.test(found.word)) return null;
  // 累计为|2216户低保对象代缴
  if (found.word === '累计' && text[at - 1] === '为') return null;
  const guard = WORDS_BEFORE[found.word];
  return guard?.test(text.slice(Math.max(0, found.start - 1), found.start)) ? null : found;
}

/** 上下 and 前后 are approximators at the end of a phrase only: 100人上下, but not 12个上下联动的平台. */
export function after(text: string, at: number, kind: Candidate['kind']): Approximator | null {
  const found = approximatorAfter(text, at);
  if (found) {
    const loose = found.word === '上下' || found.word === '前后';
    return loose && /[\p{Script=Han}]/u.test(text[found.end] ?? '') && text[found.end] !== '的' ? null : found;
  }
  if (kind === 'times' && text.startsWith('还多', at)) return { start: at, end: at + 2, sign: '>~', word: '还多' };
  const within = kind === 'duration' || (kind === 'measure' && /[米里]/u.test(text[at - 1]!));
  if (within && text[at] === '内' && !/[容部涵外设需地]/u.test(text[at + 1] ?? '')) {
    return { start: at, end: at + 1, sign: '<=', word: '内' };
  }
  return null;
}

interface Body {
  n: NumberMention;
  unit: Unit | null;
  /** 余, 多, 几, 来 between number and unit, or behind the unit. */
  surplus: BoundSign | null;
  end: number;
}

const SHARES: Readonly<Record<number, string>> = { 100: '%', 1000: '‰', 10000: '‱' };

/** Units that may have a half behind them (三米半), and those that may have a 多 (5年多). */
const HALVED = oneOf('duration measure money times');
const EXCEEDED = oneOf('duration measure money age times percent');

/** The number with its unit: 20多名, 3万余元, 5年多. */
function body(text: string, n: NumberMention): Body {
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
  const hit = quantityAt(text, n);
  if (!hit) return { n, unit: null, surplus: null, end: n.end };
  const unit = hit.unit.text === '元钱' ? { ...hit.unit, text: '元', end: hit.unit.end - 1 } : hit.unit;
  const tenth =
    unit.text === '成'
      ? /^(?:([一二三四五六七八九])(?![一二三四五六七八九十百]?[\p{Script=Han}])|半(?!的?[数天年]))/u.exec(
          text.slice(unit.end, unit.end + 3),
        )
      : null;
  if (tenth) {
    const more = tenth[1] ? numberAt(tenth[1], 0)!.value / 10 : 0.5;
    return { n: { ...hit.n, value: hit.n.value + more }, unit, surplus: null, end: unit.end + 1 };
  }
  const rest = remainder(text, unit, hit.n.value);
  if (rest.end > unit.end) return { n: { ...hit.n, value: rest.value }, unit, surplus: null, end: rest.end };
  if (text[unit.end] === '半' && HALVED.test(unit.kind) && !/[年月天日夜途数价]/u.test(text[unit.end + 1] ?? '')) {
    return { n: { ...hit.n, value: hit.n.value + 0.5 }, unit, surplus: null, end: unit.end + 1 };
  }
  const more =
    text[unit.end] === '多' && EXCEEDED.test(unit.kind) && !/[少元样种次个了0-9]/u.test(text[unit.end + 1] ?? '');
  return { n: hit.n, unit, surplus: more ? '>~' : null, end: more ? unit.end + 1 : unit.end };
}

/** Change, not range: 由45%到60%, 从5家到20家 are two figures. */
const FROM = ending(/[由从]$/u);

/** The second number of a range whose first one ends at `at`; null where none follows. */
function rangeEnd(text: string, first: Body, start: number): Body | null {
  // 3000元以上至5000元, 10人（含）—50人
  const inner = /^(?:以上|（[不]?含）|\([不]?含\))(?=[至到—\-－–~～])/u.exec(text.slice(first.end, first.end + 6));
  const at = joinEnd(text, first.end + (inner ? inner[0].length : 0));
  // 统一到二次创业: the first digit may be the end of a word.
  if (at < 0) return null;
  const rest = text.slice(at, at + 40);
  const n = numberAt(rest, 0);
  if (!n || n.value < 0 || isPartOfWord(text, first.n)) return null;
  const second = body(text, { ...n, start: at, end: at + n.end, numeral: at + n.numeral });
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
function scaled(a: NumberMention, b: NumberMention): number {
  return a.unit === 1 && b.unit >= 1e4 && a.value < b.value / b.unit ? a.value * b.unit : a.value;
}

/** 收入过8万元: more than that, behind a measure. */
const EXCEEDING = ending(
  /(?:收入|产值|[总数金税余存]额|[售营]额|规模|营收|税收|利润|投资|人口|产量|总量|面积|存款|余额|资产|销量|交易量|客流|游客|[人户村]均|率)过$/u,
);
function exceeding(text: string, at: number, unit: Unit | null): Approximator | null {
  if (!unit || text[at - 1] !== '过' || !EXCEEDING.test(text.slice(Math.max(0, at - 8), at))) return null;
  return { start: at - 1, end: at, sign: '>', word: '过' };
}

/** 连续5年, 连续三届: belongs to the figure, but bounds nothing. */
function running(text: string, at: number, kind: Candidate['kind']): Approximator | null {
  if ((kind !== 'duration' && kind !== 'event') || !text.startsWith('连续', at - 2)) return null;
  return { start: at - 2, end: at, sign: '=', word: '连续' };
}

/** 500元每月; 每周5天|每天7小时 begins anew. */
const PER_SLASH =
  /^(?:\/|／|每(?=(?:年|月|季度|周|天|日|小时)(?![0-9一二两三四五六七八九十])))(年|月|季度|周|天|日|小时)/u;
/** 件(次), 台(套): two counting words for one count. */
const TWIN = /^(?:[（(](?:[次套件人辆台个户家份批册场篇项张封块处座支条段只头株]|人次|件次)[）)]){1,2}/u;
/** 4.6批次/千人, 3元/吨, 500元/人·月: a rate whose divisor is no time; it belongs to the unit. */
const PER_UNIT =
  /^[/／](?:[千万]?人|十万人|百[人户]|万件|户|亩|公顷|平方米|平方公里|立方米|吨|公斤|千克|斤|升|次|件|个|台|辆|套|公里|千瓦时|度|课时|学时|人次)(?:[·・•./／](?:年|月|天|日))?/u;
const widens = charSet('（(/／');
/** 四分之一强, 三成弱: a little more, a little less. */
const NEARLY: Readonly<Record<string, BoundSign>> = { 强: '>~', 弱: '<~' };

/** The unit with what is written on to it, and the period that a rate of two divisors names. */
function widened(text: string, unit: Unit | null, end: number): { unit: Unit | null; end: number; per: string | null } {
  if (!unit || end !== unit.end || !widens(text.charCodeAt(end))) return { unit, end, per: null };
  const more = (TWIN.exec(text.slice(end, end + 8)) ?? PER_UNIT.exec(text.slice(end, end + 8)))?.[0];
  if (!more) return { unit, end, per: null };
  const per = /[·・•./／](年|月|天|日)$/u.exec(more.slice(1))?.[1] ?? null;
  const wide = { ...unit, text: unit.text + more, end: end + more.length };
  return { unit: wide, end: wide.end, per };
}

function nearly(text: string, at: number, part: boolean): Approximator | null {
  const sign = part ? NEARLY[text[at] ?? ''] : undefined;
  return sign && !/^.[化制烈大项]/u.test(text.slice(at, at + 2))
    ? { start: at, end: at + 1, sign, word: text[at]! }
    : null;
}

/** 最高10分, 最高奖励… 5万元 touch only at the number; of lengths 最高 is a measure, no bound. */
function most(text: string, at: number, kind: Candidate['kind']): Approximator | null {
  if (kind !== 'score' && kind !== 'money') return null;
  const word = text.slice(Math.max(0, at - 2), at);
  if (word !== '最高' && word !== '最低') return null;
  return { start: at - 2, end: at, sign: word === '最高' ? '<=' : '>=', word };
}

/** 翻一番, 翻了两番: the verb is part of how the figure is said. */
function doubled(text: string, at: number, unit: Unit | null): Approximator | null {
  if (unit?.text !== '番') return null;
  const word = text[at - 1] === '了' ? '翻了' : '翻';
  return text.startsWith(word, at - word.length) ? { start: at - word.length, end: at, sign: '=', word } : null;
}

/** 低于5.5%的预期目标: with what something is compared, not a bound of it. */
const COMPARED = oneOf('低于 高于 超过 优于 好于 高出 低出');
const STANDARD = /^的(?:年度|年初|预期|全国|全省|全市|全县|考核)*(?:目标|平均|标准|任务|计划|要求)/u;

/** 零下18摄氏度 */
function belowZero(text: string, at: number, unit: Unit | null): Approximator | null {
  if (!/^°/u.test(unit?.code ?? '') || !text.startsWith('零下', at - 2)) return null;
  return { start: at - 2, end: at, sign: '=', word: '零下' };
}

/** The value or the ends of the range: minus below zero, and parts of what has no sign of its own (百万分之一). */
function amounts(
  below: boolean,
  n: NumberMention,
  low: number,
  high: number | undefined,
): { value: number; max?: number } {
  if (below) return high === undefined ? { value: -low } : { value: -high, max: -low };
  const parts = n.form === 'share' && !SHARES[n.base!] ? n.base! : 1;
  return { value: low / parts, max: high === undefined ? undefined : high / parts };
}

/** The unit as it is called: the 整 of 壹佰万元整 only closes the amount. */
const named = (unit: Unit): string => (unit.kind === 'money' ? unit.text.replace(/整$/u, '') : unit.text);

const isMoneySign = charSet('￥¥$＄€£￡');

/** ￥500, US$30: the sign of money in front of the number stands for its unit. */
function moneySign(text: string, at: number): Unit | null {
  if (!isMoneySign(text.charCodeAt(at - 1))) return null;
  const sign = /(?:US|HK|NT|RMB)?.$/u.exec(text.slice(Math.max(0, at - 4), at))![0];
  return { text: sign, start: at - sign.length, end: at, kind: 'money', code: null };
}

/** What touches the number itself and is part of how the figure is said. */
const touching = (text: string, at: number, unit: Unit | null, kind: Candidate['kind']): Approximator | null =>
  most(text, at, kind) ?? running(text, at, kind) ?? doubled(text, at, unit) ?? belowZero(text, at, unit);

/** Where a range ends that goes up to `end`: behind its 之间 or 间, but for 间接, 间隔. */
function betweenEnd(text: string, end: number): number {
  const behind = text.slice(end, end + 2);
  if (!/^之?间/u.test(behind) || /^间[接隔]/u.test(behind)) return end;
  return end + (behind[0] === '之' ? 2 : 1);
}

/** Builds the candidate that starts with the number `n`. */
function build(text: string, n: NumberMention): Candidate {
  const first = body(text, n);
  const second = n.form === 'fraction' ? null : rangeEnd(text, first, n.start);
  const last = second ?? first;
  const ranged = second && (last.n.max ?? last.n.value) > scaled(first.n, last.n);
  const main = ranged ? last : first;
  const sign = n.arabic ? moneySign(text, n.start) : null;
  const head = sign?.start ?? n.start;
  const { unit, end: wide, per: divided } = widened(text, main.unit ?? sign, main.end);
  const kind: Candidate['kind'] = unit?.kind ?? (n.form === 'share' ? 'percent' : 'none');
  let end = wide;
  let per = divided;
  const slash = unit ? PER_SLASH.exec(text.slice(end, end + 4)) : null;
  if (slash) {
    end += slash[0].length;
    per = slash[1]!;
  }
  const unitEnd = end;
  if (ranged) end = betweenEnd(text, end);
  const behind = after(text, end, kind) ?? nearly(text, end, n.form === 'fraction' || unit?.text === '成');
  const front = before(text, head) ?? exceeding(text, head, unit) ?? touching(text, n.start, unit, kind);
  const against = front !== null && COMPARED.test(front.word) && STANDARD.test(text.slice(end, end + 12));
  const surplus = main.surplus ?? first.surplus ?? (n.surplus || main.n.surplus ? '>~' : null);
  const pair = !ranged && n.max !== undefined;
  const bound = front && !against && front.sign !== '=' ? front.sign : (behind?.sign ?? surplus ?? (pair ? '~' : '='));
  const low = ranged ? scaled(first.n, last.n) : first.n.value;
  const high = ranged ? (last.n.max ?? last.n.value) : first.n.max;
  return {
    start: (against ? null : front?.start) ?? head,
    end: behind?.end ?? end,
    number: head,
    unitEnd,
    ...amounts(front?.word === '零下', n, low, high),
    unit: unit ? named(unit) : (SHARES[n.base ?? 0] ?? ''),
    kind,
    bound,
    arabic: n.arabic,
    scale: main.n.unit,
    marked: bound !== '=' || high !== undefined || front !== null,
    per,
    rule: ranged ? 'range' : pair ? 'pair' : n.form === 'plain' ? 'number' : n.form,
  };
}

/** 分别回落|2.4和1.6个百分点: how far in front 分别 stands. */
const APIECE = 24;
const SHARED = oneOf('percent money measure times people thing event');

/** Numbers joined to the next one, whose unit they share: 分别回落2.4|和1.6个百分点. */
function sharing(text: string, found: Candidate[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const [c, next] = [found[i]!, found[i + 1]!];
    // 高2.6个|和1.1个百分点: parts of a thing are no count.
    const parts = c.unit === '个' && !Number.isInteger(c.value) && next.unit === '个百分点';
    if (parts && next.start <= c.end + 1) found[i] = { ...c, unit: next.unit, kind: next.kind };
    if (c.kind !== 'none' || !c.arabic || c.rule !== 'number' || next.start !== c.end + 1) continue;
    if (!/[和、与及]/u.test(text[c.end]!) || !SHARED.test(next.kind)) continue;
    if (!text.slice(Math.max(0, c.start - APIECE), c.start).includes('分别')) continue;
    found[i] = { ...c, value: c.scale === 1 ? c.value * next.scale : c.value, unit: next.unit, kind: next.kind };
  }
}

/** Every number of the text as a candidate, in order, without overlaps. */
export function candidates(text: string): Candidate[] {
  // The more special reading first: of two that cover the same ground the first stays.
  const all = [...zeros(text), ...ratios(text), ...habits(text)];
  // The 零 of 零下 is no number.
  for (const n of findNumbers(text)) if (!text.startsWith('零下', n.start)) all.push(build(text, n));
  all.push(
    ...bareMultipliers(text),
    ...multipliers(text),
    ...beyond(text),
    ...medals(text),
    ...halves(text),
    ...halfUnits(text),
    ...discounts(text),
  );
  all.sort((a, b) => a.number - b.number || b.end - a.end);
  const out: Candidate[] = [];
  let end = -1;
  for (const c of all) {
    if (c.number < end) continue;
    // The approximator of the second of two figures may touch the first: 20人以上不少于3次.
    out.push(c.start < end ? { ...c, start: c.number } : c);
    end = c.end;
  }
  sharing(text, out);
  return out;
}
