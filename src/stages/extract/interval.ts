import type { TimeMention } from '../../text/times.ts';
import * as cal from '../../text/times-calendar.ts';
import type { Interval } from './types.ts';

/** The day before the half-open end: an interval of the export names its first and its last day. */
function lastDay(to: string): string | null {
  const t = cal.parseBase(to);
  if (t === null) return null;
  return cal.iso(t % cal.DAY === 0 ? t - cal.DAY : Math.floor(t / cal.DAY) * cal.DAY);
}

/**
 * First and last day of a time expression, both included; an end that is open is null. Null where neither the text nor
 * the article's date says when it is (8月 in an article without a date).
 */
export function intervalOf(time: TimeMention | null): Interval | null {
  if (!time || (time.from === null && time.to === null)) return null;
  return {
    start: time.from === null ? null : time.from.slice(0, 10),
    end: time.to === null ? null : lastDay(time.to),
  };
}
