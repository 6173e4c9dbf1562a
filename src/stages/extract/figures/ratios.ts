import { ending } from '../../../text/ending.ts';
import { findNumbers } from '../../../text/numbers.ts';
import type { Candidate } from './candidates.ts';

/** Signs of a ratio: ∶ is one everywhere, a colon only between two plain numbers (no clock, no score of a table). */
const RATIO =
  /(?<![0-9０-９.．:：∶/])([0-9０-９]{1,5}(?:[.．][0-9０-９]{1,4})?)[∶:：]([0-9０-９]{1,5}(?:[.．][0-9０-９]{1,4})?)(?![0-9０-９.．:：∶/年月日时])/gu;
/** What makes a ratio of two numbers with a colon between them: 8:30 and 2:1 (a result of a match) look alike. */
const SAID = ending(/(?:比|比例|比重|占比|配比|配备|按|倍)[^，,。；;\n]{0,8}$/u);

const read = (s: string): number => findNumbers(s)[0]?.value ?? 0;

/**
 * Ratios: 城乡收入比缩小到1.98∶1, 师生比1:15. The value is the quotient; of three and more parts no one number says it.
 */
export function ratios(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const m of text.matchAll(RATIO)) {
    const [whole, a, b] = m as unknown as [string, string, string];
    const before = text.slice(Math.max(0, m.index - 20), m.index);
    if (!read(b) || (!whole.includes('∶') && !SAID.test(before))) continue;
    // 1∶500地形图: the scale of a map.
    if (/^[\p{Script=Han}]{0,4}图/u.test(text.slice(m.index + whole.length, m.index + whole.length + 5))) continue;
    out.push({
      start: m.index,
      end: m.index + whole.length,
      number: m.index,
      unitEnd: m.index + whole.length,
      value: Number((read(a) / read(b)).toPrecision(12)),
      unit: '',
      kind: 'times',
      bound: '=',
      arabic: true,
      scale: 1,
      marked: true,
      per: null,
      rule: 'ratio',
    });
  }
  return out;
}

/** 贫困发生率降为零, 脱管漏管为零: nothing left of what is measured. Elsewhere 零 is part of words (零距离, 零星). */
const ZERO = /(?<=[^成变化作][为至到]|归)零(?=$|[，,。；;、！\n）)])/gu;

export function zeros(text: string): Candidate[] {
  return [...text.matchAll(ZERO)].map((m) => ({
    start: m.index,
    end: m.index + 1,
    number: m.index,
    unitEnd: m.index + 1,
    value: 0,
    unit: '',
    kind: 'times',
    bound: '=',
    arabic: false,
    scale: 1,
    marked: true,
    per: null,
    rule: 'zero',
  }));
}
