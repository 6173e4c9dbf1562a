import { after, before, type Candidate } from './candidates.ts';

/** 打八折, 七五折, 8.5折. */
const DISCOUNT =
  /(打)?([一二三四五六七八九]{1,2}|[0-9](?:\.[0-9])?|[1-9][0-9])折(?![一-龥]?[扣旧合叠腾线断页磨服桌耳])/gu;
/** What makes a 折 of a number a tenth of a price: 三折 is a scene of an opera as well. */
const PRICED = /(?:打|享受?|优惠|低至|可|按|以|均|一律|全场|票价?|价格?|折扣|统一|最低)(?:[^，,。]{0,4})$/u;
const SOLD = /^(?:优惠|起|销售|出售|供应|购|票|收费|计|价|封顶|以[上下]|左右|特|让利|促销|租|入|补贴|报销)/u;

/** Discounts, in tenths of the price as written: 七五折 is 7.5折. */
export function discounts(text: string): Candidate[] {
  const out: Candidate[] = [];
  if (!text.includes('折')) return out;
  for (const m of text.matchAll(DISCOUNT)) {
    const at = m.index + (m[1]?.length ?? 0);
    const end = m.index + m[0].length;
    const said = m[1] || PRICED.test(text.slice(Math.max(0, at - 8), at)) || SOLD.test(text.slice(end, end + 2));
    if (!said) continue;
    const digits = [...m[2]!].map((c) => '一二三四五六七八九'.indexOf(c) + 1 || c).join('');
    const value = Number(digits) > 9 ? Number(digits) / 10 : Number(digits);
    const front = before(text, at);
    const behind = after(text, end, 'times');
    out.push({
      start: front?.start ?? m.index,
      end: behind?.end ?? end,
      number: at,
      unitEnd: end,
      value,
      unit: '折',
      kind: 'times',
      bound: front?.sign ?? behind?.sign ?? '=',
      arabic: /[0-9]/u.test(m[2]!),
      scale: 1,
      marked: true,
      per: null,
      rule: 'discount',
    });
  }
  return out;
}
