import { sticky } from './sticky.ts';
import type { Civil } from './times-calendar.ts';
import * as cal from './times-calendar.ts';
import type { Fields } from './times-readers.ts';

/** From which days times are counted in a stretch of a text. ISO 8601, or null where nothing is known. */
export interface TimeBase {
  /** Where it begins; it reaches to the next one. */
  start: number;
  /** Of what leaves its year open: 全年, 6月底, 上年. */
  year: string | null;
  /** Of what is said from the writer's day: 今年, 去年, 近三年, 目前. */
  now: string | null;
  /** Of 过去一年 and 五年来 in a report on a year that is over, or all but over: its last second. */
  past?: string;
  /** Only the year is known: 周六, 夜间, 今天 are no day of it. */
  undated?: boolean;
  /** First and last day of what the stretch is about, where its heading says so; whether it looks back on them. */
  about?: { from: string; to: string; back: boolean };
}

/** Words that are said from the writer's day. */
const FROM_NOW = sticky(
  '[今明去昨后现]|前[年天日]|目前|当[前下]|[最新将临晚]?近|过去|未来|这|即|迄|刚|来年|下一?年|(?:[1-9]|[一两二三四五六七八九十])年(?:以|之)?内',
  '今明去昨后现前目当最新将临晚近过未这即迄刚来下123456789一两二三四五六七八九十',
);

/** 过去一年 in a look back on a year that is over is that year, not the twelve months before the day of the speech. */
const LOOKED_BACK = sticky('过去的?[一两二三四五1-5]年|这一年|[一两二三四五]年来', '过这一两二三四五');
const isOver = (base: Civil | null): boolean => base !== null && cal.isYearsEnd(base);

interface Origin {
  base: Civil | null;
  undated: boolean;
}

/** Whether it takes the writer's day to know it. */
export const isOfDay = (f: Fields): boolean =>
  f.month === undefined &&
  (f.clock ?? f.daypart ?? f.weekday ?? f.dayShift ?? f.weekShift ?? f.weekend) !== undefined &&
  f.week === undefined;

/**
 * The base of the expression at `i` of what is read, which stands at `offset` of the text. To be asked in the order of the text.
 */
export function originsOf(
  base: string | null | readonly TimeBase[],
): (read: string, i: number, offset: number) => Origin {
  if (base === null || typeof base === 'string') {
    const origin = { base: cal.parseBase(base), undated: false };
    return () => origin;
  }
  const bases = base.map(({ start, year, now, past, undated = false }) => ({
    start,
    past: past === undefined ? null : { base: cal.parseBase(past), undated },
    year: { base: cal.parseBase(year), undated },
    now: { base: cal.parseBase(now), undated },
  }));
  let at = 0;
  return (read, i, offset) => {
    while (at + 1 < bases.length && bases[at + 1]!.start <= offset) at++;
    const { year, now, past } = bases[at]!;
    if (past && LOOKED_BACK(read, i)) return past;
    if (year.base === now.base || !FROM_NOW(read, i)) return year;
    return isOver(year.base) && LOOKED_BACK(read, i) ? year : now;
  };
}
