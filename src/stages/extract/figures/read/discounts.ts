import type { NumberOptions } from '../../../../text/numbers.ts';
import { after, before, type Candidate } from './candidates.ts';

/** 打八折, 七五折, 8.5折, 三点一折, 半折. */
const DISCOUNT =
  /(打)?([一二两兩三四五六七八九](?:[点點][一二三四五六七八九]|[一二三四五六七八九])?|[0-9０-９](?:[.．][0-9０-９])?|[1-9][0-9]|(?<!对)半)折(?![一-龥]?[扣旧合叠腾线断页磨服桌耳])/gu;
/** 7 2 折: the same in a text whose digits are set apart. */
const APART = /()(?<![0-9.])([1-9] ?[0-9]?) ?折(?![一-龥]?[扣旧合叠腾线断页磨服桌耳])/gu;
/** What makes a 折 of a number a tenth of a price: 三折 is a scene of an opera as well. */
const PRICED = /(?:打|享受?|优惠|低至|可|按|以|均|一律|全场|票价?|价格?|折扣|统一|最低)(?:[^，,。]{0,4})$/u;
const SOLD = /^(?:优惠|起|销售|出售|供应|购|票|收费|计|价|封顶|以[上下]|左右|特|让利|促销|租|入|补贴|报销)/u;

/** What is said in front of 折, in tenths: 7.5 of 七五, 75 and 7.5; 5 of 半. */
function tenths(said: string): number {
  if (said === '半') return 5;
  const digit = (c: string): string => {
    const chinese = '〇一二三四五六七八九'.indexOf(/[两兩]/u.test(c) ? '二' : c);
    return chinese > 0 ? String(chinese) : /[点點]/u.test(c) ? '.' : c;
  };
  const value = Number([...said.normalize('NFKC').replace(/ /gu, '')].map(digit).join(''));
  return value > 9 ? value / 10 : value;
}

/** Discounts, in tenths of the price as written: 七五折 is 7.5折. Marked where something is said to be sold or paid. */
export function discounts(text: string, options: NumberOptions): Candidate[] {
  const out: Candidate[] = [];
  if (!text.includes('折')) return out;
  for (const m of [...text.matchAll(DISCOUNT), ...(options.loose ? text.matchAll(APART) : [])]) {
    const at = m.index + (m[1]?.length ?? 0);
    const end = m.index + m[0].length;
    const said = m[1] || PRICED.test(text.slice(Math.max(0, at - 8), at)) || SOLD.test(text.slice(end, end + 2));
    const front = before(text, at);
    const behind = after(text, end, 'times');
    out.push({
      start: front?.start ?? m.index,
      end: behind?.end ?? end,
      number: at,
      unitEnd: end,
      value: tenths(m[2]!),
      unit: '折',
      kind: 'times',
      bound: front?.sign ?? behind?.sign ?? '=',
      arabic: /[0-9]/u.test(m[2]!),
      scale: 1,
      marked: Boolean(said),
      per: null,
      rule: 'discount',
    });
  }
  return out;
}
