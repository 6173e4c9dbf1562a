import * as cal from './times-calendar.ts';
import type { Resolved } from './times-resolve.ts';
import { solarTerm } from './times-solar.ts';
import * as table from './times-tables.ts';

/** Names that say a feast by themselves. */
export const FEASTS: readonly string[] = [
  ...Object.keys(table.HOLIDAYS),
  ...Object.keys(table.LUNAR),
  ...Object.keys(table.WEEKDAYS),
  ...table.TERMS,
  '除夕夜',
  '除夕',
  '大年三十',
];

const single = (t: number | null): Resolved | null => (t === null ? null : { from: t, to: t + cal.DAY, blur: false });

/** The day of a feast in the year `y`, or null where the name is none. */
export function feast(name: string, y: number): Resolved | null {
  const solar = table.HOLIDAYS[name] ?? table.QUOTED[name];
  if (/^清明/u.test(name)) return single(solarTerm(y, '清明'));
  if (solar) return single(cal.civil(y, solar[0], solar[1]));
  if (/^(?:除夕|大年三十)/u.test(name)) {
    const spring = cal.lunarDay(y, 1, 1);
    return single(spring === null ? null : spring - cal.DAY);
  }
  const lunar = table.LUNAR[name];
  if (lunar) return single(cal.lunarDay(y, lunar[0], lunar[1]));
  const nth = table.WEEKDAYS[name];
  if (nth) return single(weekdayOf(y, nth[0], nth[1], nth[2]));
  return single(solarTerm(y, name));
}

/** The n-th day of a month that is a given weekday (1 Monday … 7 Sunday). */
export function weekdayOf(y: number, month: number, n: number, weekday: number): number {
  const first = cal.civil(y, month);
  const ahead = (weekday - ((cal.parts(first).weekday + 6) % 7) - 1 + 7) % 7;
  return first + (ahead + 7 * (n - 1)) * cal.DAY;
}

/** 国庆假期, 春节期间: seven days since 1999, the spring festival's from its eve on; of May five since 2020; three of the others. */
export function vacation(name: string, y: number): Resolved | null {
  const day = feast(name, y);
  if (day === null || day.from === null) return null;
  const from = /^春节/u.test(name) ? day.from - cal.DAY : day.from;
  const days = /^(?:春节|国庆|十一)/u.test(name) ? 7 : /^(?:五一|劳动节)/u.test(name) && y >= 2020 ? 5 : 3;
  return { from, to: from + days * cal.DAY, blur: true };
}
