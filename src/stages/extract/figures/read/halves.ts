import { ending } from '../../../../text/ending.ts';
import { numberAt } from '../../../../text/numbers.ts';
import type { BoundSign } from '../../../../text/numbers-bounds.ts';
import { unitAt } from '../../../../text/units.ts';
import { after, before, type Candidate } from './candidates.ts';

/** More than half and its like: the only halves that count something. */
const HALF =
  /一半(?:以上|左右|以下)|(?<=减少|下降|缩短|压缩|压减|降低|占|占了|仅占|完成)一半(?=[，,。；;、的]|$)|(?:超过?|近|逾|过)一?半数?(?=[的以。，,；;]|$)|半数以上/gu;

/** Halves that count: 一半以上, 过半, with their bound. */
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
            : /^一半[左]/u.test(m[0])
              ? '~'
              : '=';
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

/** 一个半小时, 两个半月: the half stands inside the unit; a half alone (半年, 半个月, 半公里) counts where it is bounded or measures. */
const HALF_UNIT =
  /([一二两三四五六七八九十]|[0-9]{1,2})个半(小时|月|钟头|星期|学时)|(?<![一二两三四五六七八九十0-9上下前后大多小每])半(个)?(年|月|天|小时|学期|星期|世纪|公里|亩|吨|公斤|斤|米|里|升|公顷|块钱|成(?![立果功员品]))/gu;
/** What halves alone are the length of: 延长半年, 为期半个月, 每人半斤. */
const MEASURED = ending(
  /(?:(?:延长|缩短|压缩|压减|缩减|减少|降低|提高|增加|减|降|缩|压|变)[到至为]|延长|缩短|压缩|提前|推迟|延期|延缓|为期|历时|历经|耗时|用时|用了|花了|变成了?|只需|仅需|住了|待了|干了|停了|持续|坚持|施工|封闭|停业|停职|停产|停课|停工|暂停|培训|学习|锻炼|挂职|休养|休息|任期|工期|期限?为?|时间为?|[车路行航]程|每[户人天亩车]|[走跑修窄宽深长]了?)$/u,
);
/** Words that a half begins: 半年报, 半月谈, 半天云. */
const WORD = /^(?:半年[报刊度]|半月[^，,。；;、内以左多]|半天[^，,。；;、内以左多就里]|半斤八|半公)/u;

/** Halves of a unit: 半年, 一个半月, 半吨. Marked where they are bounded or measure something. */
export function halfUnits(text: string): Candidate[] {
  const out: Candidate[] = [];
  if (!text.includes('半')) return out;
  for (const m of text.matchAll(HALF_UNIT)) {
    const name = m[2] ?? m[4]!;
    const counted = /^(?:月|星期|学期)$/u.test(name) && (m[2] !== undefined || m[3] !== undefined);
    const whole = m[1] ? (numberAt(m[1], 0)?.value ?? 0) : 0;
    const known = unitAt(text, m.index + m[0].length - name.length);
    const kind = known && known.text === name ? known.kind : 'duration';
    const end = m.index + m[0].length;
    const more = text[end] === '多' ? end + 1 : end;
    const behind = after(text, more, kind);
    const front = before(text, m.index);
    const measured =
      m[1] || behind || front || more > end || MEASURED.test(text.slice(Math.max(0, m.index - 4), m.index));
    if (!m[1] && WORD.test(text.slice(m.index, m.index + 3))) continue;
    out.push({
      start: front?.start ?? m.index,
      end: behind?.end ?? more,
      number: m.index,
      unitEnd: more,
      value: whole + 0.5,
      unit: counted ? `个${name}` : name,
      code: known?.code ?? null,
      kind,
      bound: front?.sign ?? behind?.sign ?? (more > end ? '>~' : '='),
      arabic: false,
      scale: 1,
      marked: Boolean(measured),
      per: null,
      rule: 'half',
    });
  }
  return out;
}
