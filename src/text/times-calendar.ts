import { FIRST_LUNAR_DAY, FIRST_LUNAR_YEAR, LUNAR_YEARS } from './lunar-table.ts';

/**
 * Civil time as milliseconds, computed as if it were UTC: a reading of the clock on the wall, without a zone.
 * Nothing here looks at the machine's clock or zone.
 */
export type Civil = number;

/** Half-open; an end that is null is open, or not known. */
export interface Interval {
  from: Civil | null;
  to: Civil | null;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Month from 1; out-of-range parts roll over (month 13 is the next January). */
export function civil(y: number, m = 1, d = 1, h = 0, min = 0, s = 0): Civil {
  // To Date.UTC years of two digits are those of the last century.
  if (y >= 100) return Date.UTC(y, m - 1, d, h, min, s);
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  date.setUTCHours(h, min, s);
  return date.getTime();
}

export interface Parts {
  y: number;
  m: number;
  d: number;
  /** 0 Sunday. */
  weekday: number;
}

export function parts(t: Civil): Parts {
  const date = new Date(t);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate(), weekday: date.getUTCDay() };
}

/** The last second of a year: the base of who looks back on the whole of it. */
export const isYearsEnd = (t: Civil): boolean => t === civil(parts(t).y + 1) - SECOND;

export const yearOf = (y: number): Interval => ({ from: civil(y), to: civil(y + 1) });
export const monthOf = (y: number, m: number, n = 1): Interval => ({ from: civil(y, m), to: civil(y, m + n) });
export const dayOf = (y: number, m: number, d: number): Interval => ({ from: civil(y, m, d), to: civil(y, m, d + 1) });
export const daysIn = (y: number, m: number): number => parts(civil(y, m + 1, 0)).d;

/** `t` moved by whole months; the day is clipped to the month's length. */
export function addMonths(t: Civil, n: number): Civil {
  const { y, m, d } = parts(t);
  const first = civil(y, m + n);
  const p = parts(first);
  return civil(p.y, p.m, Math.min(d, daysIn(p.y, p.m))) + (t % DAY < 0 ? (t % DAY) + DAY : t % DAY);
}

/** Monday 00:00 of the week of `t`. */
export function mondayOf(t: Civil): Civil {
  const p = parts(t);
  return civil(p.y, p.m, p.d - ((p.weekday + 6) % 7));
}

/** `2020-03-01T08:30:00.000Z` */
export const fullIso = (t: Civil): string => new Date(t).toISOString();

/** `2020-03-01`, or `2020-03-01T08:30:00` where the time of day matters. */
export function iso(t: Civil | null): string | null {
  if (t === null || !Number.isFinite(t)) return null;
  const full = fullIso(t);
  return t % DAY === 0 ? full.slice(0, 10) : full.slice(0, 19);
}

/** Reads `2021`, `2021-06`, `2021-06-14`, `2021-06-14T01:06:40`; null for anything else. */
export function parseBase(base: string | null): Civil | null {
  const m = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?)?)?/u.exec(base ?? '');
  if (!m) return null;
  const [y, mo, d, h, mi, s] = m.slice(1).map((x) => (x === undefined ? undefined : Number(x)));
  return civil(y!, mo ?? 1, d ?? 1, h ?? 0, mi ?? 0, s ?? 0);
}

/** The day on which each year of the table begins. */
const lunarStarts: readonly Civil[] = (() => {
  let at = FIRST_LUNAR_DAY;
  return LUNAR_YEARS.map((months) => {
    const start = at;
    at += DAY * months.reduce((sum, m) => sum + m.days, 0);
    return start;
  });
})();

/**
 * The day of the lunar year that begins in `y`.
 *
 * @returns null where the year has no such day (a leap month it lacks, a thirtieth), or is not between 1900 and 2100
 */
export function lunarDay(y: number, month: number, day: number, leap = false): Civil | null {
  let at = lunarStarts[y - FIRST_LUNAR_YEAR];
  if (at === undefined) return null;
  for (const m of LUNAR_YEARS[y - FIRST_LUNAR_YEAR]!) {
    if (m.month === month && m.leap === leap) return day >= 1 && day <= m.days ? at + (day - 1) * DAY : null;
    at += m.days * DAY;
  }
  return null;
}
