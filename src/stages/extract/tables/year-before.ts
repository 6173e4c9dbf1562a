/** The months that 上年同期 and 上月 mean at the head of a column, by the headline of the article. */
import { firstOf, lastOf } from '../bases.ts';
import type { Interval } from '../types.ts';
import { yearNamed } from '../year-named.ts';

/** 去年同期, 上年同月; 上月. */
const SAME = /^[上去]年同[期月]$/u;
const LAST = '上月';
/** A single month: 信访工作月报表（2023年5月）. */
const MONTH = /((?:19|20)[0-9]{2})年(1[0-2]|[1-9])月(?!-|—|至)/u;

const months = (year: number, from: number, until: number): Interval => ({
  start: firstOf(year, from),
  end: lastOf(year, until).slice(0, 10),
});
const monthBefore = (year: number, month: number): Interval =>
  month > 1 ? months(year, month - 1, month - 1) : months(year - 1, 12, 12);

/**
 * The interval of a time that is the month before, or the same stretch of the year before: what is read from the day of an article is of
 * the month in which it was put up, and 去年同期 a whole year, which no table means. That is null where the headline names no stretch.
 *
 * @param sums the table holds what came together since the year began: 去年同期 did so too
 * @returns `read` for any other time
 */
export function yearBefore(
  time: string | null,
  title: string | null,
  read: Interval | null,
  sums: boolean,
): Interval | null {
  if (time === null || !(SAME.test(time) || time === LAST)) return read;
  const month = MONTH.exec(title ?? '');
  if (time === LAST) return month ? monthBefore(Number(month[1]), Number(month[2])) : read;
  // Any headline that names a year looks back on it, where a column says 同期.
  const of = month
    ? { year: Number(month[1]), from: sums ? 1 : Number(month[2]), until: Number(month[2]) }
    : yearNamed(title && `${title}公报`);
  return of && months(of.year - 1, of.from, of.until);
}
