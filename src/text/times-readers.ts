import { numberAt } from './numbers.ts';
import { ARABIC, kindAt } from './numbers-tables.ts';
import type { Matcher } from './sticky.ts';

/** What a time expression says, part by part; what it does not say is undefined. */
export interface Fields {
  year?: number;
  /** Years from the base's. */
  yearShift?: number;
  /** Last year of 2018—2020年. */
  yearEnd?: number;
  /** Decade or century: its first year, and how many years it lasts. */
  era?: readonly [number, number];
  half?: 1 | 2;
  quarter?: number;
  quarterEnd?: number;
  /** Quarters from the base's. */
  quarterShift?: number;
  /** Years of schooling from the base's, or the year in which one begins; half years of schooling from the base's. */
  schoolShift?: number;
  schoolYear?: number;
  termShift?: number;
  month?: number;
  monthEnd?: number;
  monthShift?: number;
  week?: number;
  weekShift?: number;
  /** Saturday and Sunday of a week. */
  weekend?: boolean;
  /** 1 Monday … 7 Sunday. */
  weekday?: number;
  /** `week` counts weekdays: 第二个星期日 is the second Sunday. */
  nthWeekday?: boolean;
  day?: number;
  dayEnd?: number;
  dayShift?: number;
  /** The n-th day or month of a year. */
  nthDay?: number;
  /** 初 中 末 旬, season, holiday: `part` says which. */
  part?: string;
  /** The days off around a feast. */
  vacation?: boolean;
  lunar?: boolean;
  leap?: boolean;
  daypart?: string;
  clock?: readonly [number, number | null, number | null];
  /** Last hour of 9—11时. */
  hourEnd?: number;
}

type Read = (text: string, i: number, f: Fields) => number;

/** A reader tries to read one part of an expression at `i` into `f`: where it ends, or -1. */
export interface Reader extends Read {
  /** Every character that the part may begin with. */
  readonly starts: string;
}

/** A reader of what one of the patterns matches. */
export const reader = (patterns: readonly Matcher[], read: Read): Reader =>
  Object.assign(read, { starts: patterns.map(({ starts }) => starts).join('') });

/** Regular expressions of a digit, Arabic and Chinese. */
export const A = '[0-9０-９]';
export const C = '[〇○零一二两三四五六七八九十廿卅]';
/** What {@link A} matches, and what both match. */
export const ARABICS = '0123456789０１２３４５６７８９';
export const NUMERALS = `${ARABICS}〇○零一二两三四五六七八九十廿卅`;

const narrow = (s: string): string => s.replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** A short numeral: Arabic, 二〇一九, 十二, 廿一; NaN where it is none. */
export function small(s: string): number {
  if (!s) return Number.NaN;
  if (kindAt(s, 0) === ARABIC) return Number(narrow(s));
  const plain = s.replace(/○/gu, '〇').replace(/廿/gu, '二十').replace(/卅/gu, '三十');
  if (!/十/u.test(plain) && plain.length > 1) {
    let value = 0;
    for (const c of plain) value = value * 10 + '〇一二三四五六七八九'.indexOf(c === '零' ? '〇' : c);
    return value;
  }
  const n = numberAt(plain, 0);
  return n && n.end === plain.length ? n.value : Number.NaN;
}

export const between = (n: number, lo: number, hi: number): boolean => n >= lo && n <= hi;

/** Words for a regular expression, none hidden behind a shorter one. */
export const longest = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
