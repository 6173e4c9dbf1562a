/** The months that a table is about, by the headline of its article. */
import { firstOf, lastOf } from '../bases.ts';
import type { Interval } from '../types.ts';
import { yearNamed } from '../year-named.ts';

/** What a period brought: 主要经济指标, 完成情况, 月报. */
const REPORTS = /主要(?:经济|预期|统计)?指标|(?:完成|运行|执行|进展)情况|[月季快年]报|统计公报|通报/u;
/** Whether an article reports what a period brought. */
export const isReport = (title: string | null): boolean => title !== null && REPORTS.test(title);

const months = (year: number, from: number, until: number): Interval => ({
  start: firstOf(year, from),
  end: lastOf(year, until).slice(0, 10),
});

/** The months that the headline looks back on (2023年1-6月主要经济指标); null where it names none, or looks ahead. */
export function monthsOf(title: string | null): Interval | null {
  const of = isReport(title) ? yearNamed(`${title}公报`) : null;
  return of?.back ? months(of.year, of.from, of.until) : null;
}

const MONTH = /((?:19|20)[0-9]{2})年(1[0-2]|[1-9])月(?!-|—|至)/u;

/**
 * What 本月, 上月 and 去年同期 are at the head of a column: counted from the month of the headline (信访工作月报表（2023年5月）).
 *
 * @param read as read from the day of the article, which may be of the next month; null for 去年同期, which is no whole year
 */
export function passingMonth(time: string, title: string | null, read: Interval | null): Interval | null {
  const m = MONTH.exec(title ?? '');
  const same = /同[期月]$/u.test(time);
  if (!m) return same ? null : read;
  const [year, month] = [Number(m[1]), Number(m[2])];
  if (same) return months(year - 1, month, month);
  if (/^[本当]月$/u.test(time)) return months(year, month, month);
  return time === '上月'
    ? months(month > 1 ? year : year - 1, month > 1 ? month - 1 : 12, month > 1 ? month - 1 : 12)
    : read;
}
