import { numberAt } from '../../../text/numbers.ts';
import type { BoundSign } from '../../../text/numbers-bounds.ts';
import { after, before, type Candidate } from './candidates.ts';

/** More than half and its like: the only halves that count something. */
const HALF = /一半(?:以上|左右|以下)|(?:超过?|近|逾|过)一?半数?(?=[的以。，,；;]|$)|半数以上/gu;

export function halves(text: string): Candidate[] {
  return [...text.matchAll(HALF)].map((m) => {
    const over = /以上|超|逾|过/u.test(m[0]);
    const bound: BoundSign = /以上/u.test(m[0])
      ? '>='
      : over
        ? '>'
        : /近/u.test(m[0])
          ? '<~'
          : /下/u.test(m[0])
            ? '<='
            : '~';
    return {
      start: m.index,
      end: m.index + m[0].length,
      number: m.index,
      unitEnd: m.index + m[0].length,
      value: 0.5,
      unit: '',
      kind: 'times' as const,
      bound,
      arabic: false,
      scale: 1,
      marked: true,
      per: null,
      rule: 'half',
    };
  });
}

/** 一个半小时, 两个半月: the half stands inside the unit; 半年以上: a half alone counts where it is bounded. */
const HALF_UNIT =
  /([一二两三四五六七八九十]|[0-9]{1,2})个半(小时|月|钟头|星期|学时)|(?<![一二两三四五六七八九十0-9上下前后大多小每])半个?(年|月|天|小时|学期)(?=多|以上|以内|以下|左右)/gu;

export function halfUnits(text: string): Candidate[] {
  return [...text.matchAll(HALF_UNIT)].map((m) => {
    const unit = m[2] ? (m[2] === '月' || m[2] === '星期' ? `个${m[2]}` : m[2]) : m[3]!;
    const whole = m[1] ? (numberAt(m[1], 0)?.value ?? 0) : 0;
    const end = m.index + m[0].length;
    const more = text[end] === '多' ? end + 1 : end;
    const behind = after(text, more, 'duration');
    const front = before(text, m.index);
    return {
      start: front?.start ?? m.index,
      end: behind?.end ?? more,
      number: m.index,
      unitEnd: more,
      value: whole + 0.5,
      unit,
      kind: 'duration',
      bound: front?.sign ?? behind?.sign ?? (more > end ? '>~' : '='),
      arabic: false,
      scale: 1,
      marked: true,
      per: null,
      rule: 'half',
    } as const;
  });
}
