import { ending } from '../../../../text/ending.ts';
import { findNumbers } from '../../../../text/numbers.ts';
import { after, before, type Candidate } from './candidates.ts';

/** Signs of a ratio: ∶ is one everywhere, a colon only between two plain numbers (no clock, no score of a table). */
const RATIO =
  /(?<![0-9０-９.．:：∶/])([0-9０-９]{1,5}(?:[.．][0-9０-９]{1,4})?)[∶:：]([0-9０-９]{1,5}(?:[.．][0-9０-９]{1,4})?)(?![0-9０-９.．:：∶/年月日时])/gu;
/** What makes a ratio of two numbers with a colon between them: 8:30 and 2:1 (a result of a match) look alike. */
const SAID = ending(/(?:比|比例|比重|占比|配比|配备|按|倍)[^，,。；;\n]{0,8}$/u);

const read = (s: string): number => findNumbers(s)[0]?.value ?? 0;

/** 一比八, 3比1: the score of a match looks alike, so that it must be told to be a ratio. */
const FIRST = /(?:[一二三四五六七八九十]{1,3}|[0-9]{1,4}(?:\.[0-9]{1,2})?)$/u;
const SECOND = /^(?:[一二三四五六七八九十]{1,3}|[0-9]{1,4}(?:\.[0-9]{1,2})?)(?![一-龥]?[赢胜负分])/u;
const TOLD = ending(
  /(?:比例|之比|比|配比|[^评对相]比率|按照?|以)(?:约|大约|不低于|不高于|不少于|不超过)?[为是达到]{0,2}$/u,
);

/**
 * Ratios: 城乡收入比缩小到1.98∶1, 师生比1:15. The value is the quotient; of three and more parts no one number says it.
 */
export function ratios(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const m of text.matchAll(RATIO)) {
    const [whole, a, b] = m as unknown as [string, string, string];
    const ahead = text.slice(Math.max(0, m.index - 20), m.index);
    if (!read(b) || (!whole.includes('∶') && !SAID.test(ahead))) continue;
    const end = m.index + whole.length;
    // 1∶500地形图: the scale of a map.
    if (!/^[\p{Script=Han}]{0,4}图/u.test(text.slice(end, end + 5)))
      out.push(ratio(text, m.index, end, read(a) / read(b)));
  }
  for (let at = text.indexOf('比'); at >= 0; at = text.indexOf('比', at + 1)) worded(text, at, out);
  return out;
}

/** The ratio whose 比 stands at `at`, if it is one. */
function worded(text: string, at: number, out: Candidate[]): void {
  const b = SECOND.exec(text.slice(at + 1, at + 10));
  const a = b && FIRST.exec(text.slice(Math.max(0, at - 7), at));
  if (!a || !b || !read(b[0])) return;
  const [start, end] = [at - a[0].length, at + 1 + b[0].length];
  const told =
    TOLD.test(text.slice(Math.max(0, start - 12), start)) || /^的?(?:比例|比率|配比)/u.test(text.slice(end, end + 3));
  if (told) out.push(ratio(text, start, end, read(a[0]) / read(b[0])));
}

/** A ratio with the words that bound it: 不低于1∶3, 1∶0.6以上. */
function ratio(text: string, start: number, end: number, value: number): Candidate {
  const front = before(text, start);
  const behind = after(text, end, 'times');
  return {
    start: front?.start ?? start,
    end: behind?.end ?? end,
    number: start,
    unitEnd: end,
    value: Number(value.toPrecision(12)),
    unit: '',
    kind: 'times',
    bound: front && front.sign !== '=' ? front.sign : (behind?.sign ?? '='),
    arabic: true,
    scale: 1,
    marked: true,
    per: null,
    rule: 'ratio',
  };
}

/** 贫困发生率降为零, 脱管漏管为零: nothing left of what is measured. Elsewhere 零 is part of words (零距离, 零星). */
const ZERO = /(?<=[^成变化作整][为至到]|归)零(?=$|[，,。；;、！\n）)])/gu;

/** A quantity that one word says, without a numeral. */
const word = (m: RegExpExecArray, said: Pick<Candidate, 'value' | 'unit' | 'kind' | 'marked' | 'rule'>): Candidate => {
  const end = m.index + m[0].length;
  return {
    start: m.index,
    end,
    number: m.index,
    unitEnd: end,
    bound: '=',
    arabic: false,
    scale: 1,
    per: null,
    ...said,
  };
};

/** Each 零 that says that nothing is left. */
export const zeros = (text: string): Candidate[] =>
  [...text.matchAll(ZERO)].map((m) => word(m, { value: 0, unit: '', kind: 'times', marked: true, rule: 'zero' }));

/** What a 百分百 is the share of, in front of it: 办结率达到百分百; 百分百的热情 is a manner of speaking. */
const MEASURED = ending(/(?:[率比度]|达到?|升[到至为]|[高降低]到|占了?)$/u);

/** Each 百分百, marked where it is the share of something. */
export function wholes(text: string): Candidate[] {
  if (!text.includes('百分百')) return [];
  return [...text.matchAll(/百分百(?!货)/gu)].map((m) => {
    const marked = MEASURED.test(text.slice(Math.max(0, m.index - 4), m.index));
    return word(m, { value: 100, unit: '%', kind: 'percent', marked, rule: 'whole' });
  });
}
