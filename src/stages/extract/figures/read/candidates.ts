import type { NumberMention } from '../../../../text/numbers.ts';
import {
  type Approximator,
  approximatorAfter,
  approximatorBefore,
  type BoundSign,
} from '../../../../text/numbers-bounds.ts';
import type { UnitKind } from '../../../../text/units.ts';

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
  /** ISO 4217 for money, the international symbol for measures; none where the unit has neither. */
  code?: string | null;
  /** The numbers themselves, two of a range, without unit and approximators; none of what is no numeral (零, 过半, 2:1). */
  numerals?: readonly NumberMention[];
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
