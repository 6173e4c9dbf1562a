import type { Interval } from './times-calendar.ts';
import * as cal from './times-calendar.ts';
import { feast, vacation, weekdayOf } from './times-feasts.ts';
import type { Fields } from './times-readers.ts';
import * as table from './times-tables.ts';

/** An interval, and whether its ends are only roughly known. */
export interface Resolved extends Interval {
  blur: boolean;
}

const NOTHING: Resolved = { from: null, to: null, blur: true };

/** Beginning, middle and end of a year, by month and length in months. */
const YEAR_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 2],
  中: [6, 2],
  底: [11, 2],
  末: [11, 2],
  终: [11, 2],
  暑假: [7, 2],
  寒假: [1, 2],
};

/** First days of the seasons (立春, 立夏, 立秋, 立冬), to a day or so. */
const SEASONS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  春: [2, 4, 5, 5],
  夏: [5, 5, 8, 7],
  秋: [8, 7, 11, 7],
  冬: [11, 7, 14, 4],
};

/** First and last day of a part of a month; 0 is its last day. */
const MONTH_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 0],
  上中旬: [1, 20],
  中下旬: [11, 0],
  初: [1, 5],
  月初: [1, 5],
  月中: [11, 20],
  底: [25, 0],
  末: [25, 0],
  上半月: [1, 15],
  下半月: [16, 0],
  月底: [25, 0],
  月末: [25, 0],
};

const DECADE_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  初: [0, 0.2],
  初期: [0, 0.3],
  前期: [0, 0.3],
  早期: [0, 0.3],
  中: [0.3, 0.7],
  中期: [0.3, 0.7],
  中叶: [0.3, 0.7],
  后期: [0.7, 1],
  末: [0.8, 1],
  末期: [0.7, 1],
  晚期: [0.7, 1],
};

/** The year a set of fields speaks of, null where neither they nor the base say. */
function yearIn(f: Fields, base: number | null): number | null {
  if (f.year !== undefined) return f.year;
  if (base === null) return null;
  return cal.parts(base).y + (f.yearShift ?? 0);
}

function eraOf(f: Fields): Resolved {
  const [start, years] = f.era!;
  const [a, b] = f.part ? (DECADE_PARTS[f.part] ?? [0, 1]) : [0, 1];
  return { from: cal.civil(start + Math.round(a * years)), to: cal.civil(start + Math.round(b * years)), blur: true };
}

/** A year of schooling runs from September to August, its terms from September to January and from February to August. */
function schoolOf(f: Fields, base: number | null): Resolved {
  if (f.schoolYear !== undefined) return { ...cal.monthOf(f.schoolYear, 9, 12), blur: false };
  if (base === null) return NOTHING;
  const { y, m } = cal.parts(base);
  if (f.schoolShift !== undefined) return { ...cal.monthOf((m >= 9 ? y : y - 1) + f.schoolShift, 9, 12), blur: false };
  // Terms counted one by one: spring 2021 is 4042, autumn 2021 is 4043.
  const term = (m === 1 ? (y - 1) * 2 + 1 : y * 2 + (m >= 9 ? 1 : 0)) + f.termShift!;
  const year = Math.floor(term / 2);
  return { ...(term % 2 ? cal.monthOf(year, 9, 5) : cal.monthOf(year, 2, 7)), blur: true };
}

/** A holiday, a season or a part of the year `y`. */
function namedPart(name: string, y: number): Resolved | null {
  const day = feast(name, y);
  if (day) return day;
  const season = SEASONS[name[0]!];
  if (season && /^.[季天]$/u.test(name)) {
    return { from: cal.civil(y, season[0], season[1]), to: cal.civil(y, season[2], season[3]), blur: false };
  }
  const piece = YEAR_PARTS[name] ?? YEAR_PARTS[name.replace(/^[年岁]/u, '')];
  return piece ? { ...cal.monthOf(y, piece[0], piece[1]), blur: true } : null;
}

function monthPart(y: number, m: number, name: string): Resolved | null {
  const piece = MONTH_PARTS[name];
  if (!piece) return null;
  const last = piece[1] || cal.daysIn(y, m);
  return { from: cal.civil(y, m, piece[0]), to: cal.civil(y, m, last + 1), blur: true };
}

/** The n-th week of a month: its first Monday begins the first. */
function weekOfMonth(y: number, m: number, n: number): Resolved {
  const first = cal.mondayOf(cal.civil(y, m, 7));
  return { from: first + (n - 1) * 7 * cal.DAY, to: first + n * 7 * cal.DAY, blur: false };
}

const sure = (i: Interval): Resolved => ({ ...i, blur: false });

/** Nothing is said but a clock, so that it is one of the base's day. */
const isBareClock = (f: Fields): boolean =>
  f.clock !== undefined &&
  f.month === undefined &&
  f.day === undefined &&
  f.weekday === undefined &&
  f.weekShift === undefined &&
  f.part === undefined &&
  f.year === undefined &&
  f.nthDay === undefined;

/** 昨天, 今晚, 下午3点: counted from the base's day. */
function dayFrom(f: Fields, base: number): Resolved {
  const p = cal.parts(base);
  return sure(cal.dayOf(p.y, p.m, p.d + (f.dayShift ?? 0)));
}

/** 上周, 下周三, 周五: counted from the base's week. */
function weekFrom(f: Fields, base: number): Resolved {
  const monday = cal.mondayOf(base) + (f.weekShift ?? 0) * 7 * cal.DAY;
  if (f.weekend) return { from: monday + 5 * cal.DAY, to: monday + 7 * cal.DAY, blur: true };
  if (f.weekday === undefined) return { from: monday, to: monday + 7 * cal.DAY, blur: true };
  const t = monday + (f.weekday - 1) * cal.DAY;
  return { from: t, to: t + cal.DAY, blur: false };
}

/** 本季度, 上季度末: counted from the base's quarter. */
function quarterFrom(f: Fields, base: number): Resolved {
  const { y, m } = cal.parts(base);
  const all = y * 4 + Math.floor((m - 1) / 3) + f.quarterShift!;
  return quarterOf(f, Math.floor(all / 4), (all % 4) + 1);
}

function quarterOf(f: Fields, y: number, quarter: number): Resolved {
  // 二季度末: the end of its last month
  if (f.part && MONTH_PARTS[f.part])
    return monthPart(y, f.part.includes('初') ? quarter * 3 - 2 : quarter * 3, f.part)!;
  return sure(cal.monthOf(y, quarter * 3 - 2, 3 * ((f.quarterEnd ?? quarter) - quarter + 1)));
}

/** What a year without a month or day says: a part of it, a week, or all of it. */
function yearOf(f: Fields, y: number, base: number | null): Resolved {
  if (f.part) {
    const off = f.vacation ? vacation(f.part, y) : null;
    if (off) return off;
    const named = namedPart(f.part, y);
    if (named) return named;
    return base === null ? NOTHING : (monthPart(y, cal.parts(base).m, f.part) ?? NOTHING);
  }
  return f.week === undefined ? sure(cal.yearOf(y)) : weekOfMonth(y, 1, f.week);
}

/** The calendar part, without the clock. */
function dateOf(f: Fields, base: number | null): Resolved {
  if (f.era) return eraOf(f);
  if (f.schoolYear !== undefined || f.schoolShift !== undefined || f.termShift !== undefined) return schoolOf(f, base);
  if (f.dayShift !== undefined || isBareClock(f) || isBareDaypart(f)) return base === null ? NOTHING : dayFrom(f, base);
  if (f.weekShift !== undefined || (f.weekday !== undefined && f.month === undefined))
    return base === null ? NOTHING : weekFrom(f, base);
  if (f.quarterShift !== undefined) return base === null ? NOTHING : quarterFrom(f, base);
  const y = yearIn(f, base);
  if (y === null) return NOTHING;
  if (f.nthDay !== undefined) return sure(cal.dayOf(y, 1, f.nthDay));
  if (f.yearEnd !== undefined) return sure({ from: cal.civil(y), to: cal.civil(f.yearEnd + 1) });
  if (f.half) return sure(cal.monthOf(y, f.half === 1 ? 1 : 7, 6));
  if (f.quarter !== undefined) return quarterOf(f, y, f.quarter);
  if (f.month === undefined && f.monthShift === undefined && f.day === undefined) return yearOf(f, y, base);
  return monthOf(f, y, base);
}

const isBareDaypart = (f: Fields): boolean => f.daypart !== undefined && Object.keys(f).length === 1;

function lunarOf(f: Fields, y: number): Resolved {
  const from = cal.lunarDay(y, f.month!, f.day ?? 1, f.leap);
  if (from === null) return NOTHING;
  if (f.day !== undefined) return { from, to: from + cal.DAY, blur: false };
  const next = cal.lunarDay(y, (f.month! % 12) + 1, 1) ?? from + 30 * cal.DAY;
  return { from, to: next > from ? Math.min(next, from + 30 * cal.DAY) : from + 30 * cal.DAY, blur: false };
}

function monthOf(f: Fields, year: number, base: number | null): Resolved {
  if (f.lunar && f.month !== undefined) return lunarOf(f, year);
  let m = f.month;
  let y = year;
  if (m === undefined) {
    if (base === null) return NOTHING;
    const p = cal.parts(cal.addMonths(cal.civil(year, cal.parts(base).m), f.monthShift ?? 0));
    y = p.y;
    m = p.m;
  }
  if (f.day !== undefined) {
    const last = f.dayEnd ?? f.day;
    return { from: cal.civil(y, m, f.day), to: cal.civil(y, m, last + 1), blur: false };
  }
  if (f.week !== undefined) {
    if (f.nthWeekday) {
      const t = weekdayOf(y, m, f.week, f.weekday!);
      return { from: t, to: t + cal.DAY, blur: false };
    }
    const w = weekOfMonth(y, m, f.week);
    if (f.weekday === undefined) return w;
    const t = w.from! + (f.weekday - 1) * cal.DAY;
    return { from: t, to: t + cal.DAY, blur: false };
  }
  if (f.part) return monthPart(y, m, f.part) ?? { ...cal.monthOf(y, m), blur: true };
  return { ...cal.monthOf(y, m, (f.monthEnd ?? m) - m + 1), blur: false };
}

/** Hours named with a part of the day: 下午3点 is 15:00, 夜里12点 the next midnight. */
function hourOf(hour: number, part: string | undefined): number {
  if (!part) return hour;
  if (/^(?:下午|午后|傍晚)/u.test(part)) return hour < 12 ? hour + 12 : hour;
  if (/^(?:晚|夜|半夜|深夜)/u.test(part)) return hour >= 5 && hour <= 12 ? hour + 12 : hour;
  if (part === '中午') return hour < 3 ? hour + 12 : hour;
  return hour;
}

/**
 * The interval that the parts of an expression mean.
 *
 * @param base the article's own date as civil time; null where it is not known: then only what the text says resolves.
 */
export function resolve(f: Fields, base: number | null): Resolved {
  const date = dateOf(f, base);
  if (date.from === null) return date;
  if (f.clock) {
    const [h, m, s] = f.clock;
    const from = date.from + hourOf(h, f.daypart) * cal.HOUR + (m ?? 0) * cal.MINUTE + (s ?? 0) * cal.SECOND;
    if (f.hourEnd !== undefined) {
      return { from, to: date.from + hourOf(f.hourEnd, f.daypart) * cal.HOUR, blur: false };
    }
    return { from, to: from + (s !== null ? cal.SECOND : m !== null ? cal.MINUTE : cal.HOUR), blur: false };
  }
  const hours = f.daypart ? table.DAYPARTS[f.daypart] : undefined;
  if (!hours) return date;
  return { from: date.from + hours[0] * cal.HOUR, to: date.from + hours[1] * cal.HOUR, blur: true };
}
