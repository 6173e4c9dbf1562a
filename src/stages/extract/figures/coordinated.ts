/**
 * The whole coordinated phrase where several things changed by several figures: 起数、死亡人数分别下降8%、10%; 火灾事故2起,受伤3人,
 * 同比分别下降40%、25%.
 */
import { ending } from '../../../text/ending.ts';
import type { Near } from './in-front.ts';
import type { Surroundings } from './surroundings.ts';

/** As far back as the first of the things may stand. */
const REACH = 48;
/** A clause that says only by how much each of them changed. */
const EACH_CHANGED = ending(
  /^\s*(?:(?:同比|环比|同期|比[^，,]{1,6}|较[^，,]{1,6})?分别(?:同比|环比|比[^，,]{1,6}|较[^，,]{1,6})?)(?:增长|下降|提高|降低|减少|上升|增加|上涨|下跌|提升|增|降)(?:了|约|近)?$/u,
);

/** Where what a figure before counts begins, in front of it. */
function nameStart(s: Surroundings, figure: Near): number {
  const at = figure.end - figure.text.length;
  const from = Math.max(s.sentenceStart, at - REACH);
  const found = figure.indicator ? s.text.slice(from, at).lastIndexOf(figure.indicator) : -1;
  return found < 0 ? -1 : from + found;
}

/** One more figure and no third: 下降40%|、25%. */
const ONE_MORE =
  /^[、和及与](?:约|近|超)?[0-9一二两三四五六七八九十.]{1,8}(?:[%％‰]|[\p{Script=Han}]{1,4})(?:以上|左右)?(?=$|[，,；;。])/u;

/** Both things of the two figures before a clause that says by how much each of them changed, or null. */
export function bothChanged(s: Surroundings, near: Near | null, earlier: Near | null): string | null {
  if (!near || !earlier || near.indicator === earlier.indicator || !EACH_CHANGED.test(s.clause)) return null;
  if (!ONE_MORE.test(s.rest)) return null;
  if (earlier.end <= s.sentenceStart || /[，,].*[，,]/u.test(s.text.slice(near.end, s.clauseStart))) return null;
  const from = nameStart(s, earlier);
  const last = nameStart(s, near);
  return from < 0 || last <= from ? null : s.text.slice(from, last + near.indicator!.length);
}

/** 生产安全事故起数、|死亡人数|分别下降8%: the name with those that are joined to it in its clause. */
export function joinedNames(name: string, at: number, s: Surroundings): string {
  const head = s.text.slice(s.clauseStart, at);
  const between = s.text.slice(at + name.length, s.clauseStart + s.clause.length);
  if (!/[、和及与]$/u.test(head) || !/^[\p{Script=Han}0-9]{0,10}分别/u.test(between) || /[0-9]/u.test(head))
    return name;
  const row = /(?:[\p{Script=Han}“”（）()]{2,14}[、和及与]){1,4}$/u.exec(head);
  return row ? row[0] + name : name;
}
