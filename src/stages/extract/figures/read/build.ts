import { charSet } from '../../../../text/char-set.ts';
import { ending, oneOf } from '../../../../text/ending.ts';
import type { NumberMention, NumberOptions } from '../../../../text/numbers.ts';
import type { Approximator, BoundSign } from '../../../../text/numbers-bounds.ts';
import { moneyBefore, type Unit } from '../../../../text/units.ts';
import { type Body, betweenEnd, bodyAt, rangeEnd, SHARES, scaled } from './bodies.ts';
import { after, before, type Candidate } from './candidates.ts';

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

/** 最高10分, 最高可达30万元; 最高奖励… 5万元 touch only at the number; of lengths 最高 is a measure, no bound. */
const MOST = /最[高低](?:可达|可贷|可|达|为)?$/u;

function most(text: string, at: number, kind: Candidate['kind']): Approximator | null {
  if (kind !== 'score' && kind !== 'money') return null;
  const word = MOST.exec(text.slice(Math.max(0, at - 4), at))?.[0];
  return word ? { start: at - word.length, end: at, sign: word[1] === '高' ? '<=' : '>=', word } : null;
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

/**
 * The money that stands in front of the number: a sign (￥500, US$30) whatever stands behind, a name (人民币500) where the number
 * has no unit of its own.
 */
function moneyOf(text: string, n: NumberMention, unit: Unit | null): Unit | null {
  const money = moneyBefore(text, n.start);
  return money && (!unit || /[￥¥$＄€£￡]$/u.test(money.text)) ? money : null;
}

/** 负百分之三 */
function negative(text: string, n: NumberMention): Approximator | null {
  const minus = n.form === 'share' && /[负負]/u.test(text[n.start - 1] ?? '');
  if (!minus || /\p{Script=Han}/u.test(text[n.start - 2] ?? '')) return null;
  return { start: n.start - 1, end: n.start, sign: '=', word: '负' };
}

/** What touches the number itself and is part of how the figure is said. */
function touching(text: string, n: NumberMention, unit: Unit | null, kind: Candidate['kind']): Approximator | null {
  const at = n.start;
  const lead = most(text, at, kind) ?? running(text, at, kind) ?? doubled(text, at, unit);
  return lead ?? belowZero(text, at, unit) ?? negative(text, n);
}

/** 占比30%高, 同比5%: no comparison with the number. */
const NO_COMPARISON = /[占同环对配评可相性正无好其分之百倍均]$/u;

/** 比30%高, 比三十大: the verb of a comparison behind the number bounds it. */
function comparedWith(text: string, head: number, end: number): { front: Approximator; end: number } | null {
  const at = text[head - 1] === ' ' ? head - 2 : head - 1;
  if (text[at] !== '比' || NO_COMPARISON.test(text[at - 1] ?? '')) return null;
  const m = /^ ?[要还更]?([大高多长重小低少短轻])(?![于出])/u.exec(text.slice(end, end + 4));
  if (!m) return null;
  // 一年比一年高: no amount of years.
  const said = text.slice(head, end);
  if (text.slice(at - said.length, at) === said) return null;
  const sign = '大高多长重'.includes(m[1]!) ? '>' : '<';
  return { front: { start: at, end: head, sign, word: '比' }, end: end + m[0].length };
}

/** The unit with what is written on to it, and the period of a rate: 3元/吨, 500元每月. */
function rated(text: string, main: Body, sign: Unit | null): { unit: Unit | null; end: number; per: string | null } {
  const wide = widened(text, main.unit ?? sign, main.end);
  const slash = wide.unit ? PER_SLASH.exec(text.slice(wide.end, wide.end + 4)) : null;
  return slash ? { ...wide, end: wide.end + slash[0].length, per: slash[1]! } : wide;
}

/** The candidate that starts with the number `n`. */
export function build(text: string, n: NumberMention, options: NumberOptions): Candidate {
  const first = bodyAt(text, n, options);
  const second = n.form === 'fraction' ? null : rangeEnd(text, first, n.start, options);
  const last = second ?? first;
  const ranged = second && (last.n.max ?? last.n.value) > scaled(first.n, last.n);
  const main = ranged ? last : first;
  const sign = n.arabic ? moneyOf(text, n, main.unit) : null;
  const head = sign?.start ?? n.start;
  const { unit, end: unitEnd, per } = rated(text, main, sign);
  const kind: Candidate['kind'] = unit?.kind ?? (n.form === 'share' ? 'percent' : 'none');
  const end = ranged ? betweenEnd(text, unitEnd) : unitEnd;
  const compared = comparedWith(text, head, end);
  const tail = after(text, end, kind) ?? nearly(text, end, n.form === 'fraction' || unit?.text === '成');
  const behind = compared ? { end: compared.end, sign: compared.front.sign } : tail;
  const front =
    before(text, head) ?? exceeding(text, head, unit) ?? touching(text, n, unit, kind) ?? compared?.front ?? null;
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
    ...amounts(front?.word === '零下' || front?.word === '负', n, low, high),
    unit: unit ? named(unit) : (SHARES[n.base ?? 0] ?? ''),
    code: unit?.code ?? null,
    numerals: ranged ? [first.n, last.n] : [first.n],
    kind,
    bound,
    arabic: n.arabic,
    scale: main.n.unit,
    marked: bound !== '=' || high !== undefined || front !== null,
    per,
    rule: ranged ? 'range' : pair ? 'pair' : n.form === 'plain' ? 'number' : n.form,
  };
}
