/**
 * From which day the times of an article are counted. A relative time is resolved against the article's own date, but what a document
 * says of the year that its headline names (2022年…统计公报, issued in March 2023: 全年, 年末) lies in that year, and so does what a
 * section says of the year of its heading (一、2023年工作回顾).
 */
import { daysIn } from '../../text/times-calendar.ts';
import type { TimeBase } from '../../text/times-origins.ts';
import type { Point } from './types.ts';
import { type Naming, yearNamed, yearOpened, yearTold } from './year-named.ts';

/** A longer heading is a sentence that names a year by the way. */
const HEADING_MAX = 30;

const two = (n: number): string => String(n).padStart(2, '0');
/** First day of a month, and the last moment of one; month 13 is the January after. */
export const firstOf = (year: number, month: number): string =>
  `${month > 12 ? year + 1 : year}-${two(((month - 1) % 12) + 1)}-01`;
export const lastOf = (year: number, month: number): string =>
  `${year}-${two(month)}-${two(daysIn(year, month))}T23:59:59`;

/** The day from which one counts who writes of a year: its last if he looks back, else its first. */
const dayIn = ({ year, back, from, until }: Naming): string => (back ? lastOf(year, until) : firstOf(year, from));

/** 2020年和“十三五”工作回顾, 过去五年: what stands below is of more than a year. */
const LONGER = /十[一二三四五六]?五|[两二三四五几][年载]|本届|上届|以来|时期/u;

/** The months of a year that a heading is about, if it is about no longer stretch. */
const aboutOf = ({ year, back, from, until }: Naming, heading: string): Pick<TimeBase, 'about'> =>
  LONGER.test(heading) ? {} : { about: { from: firstOf(year, from), to: lastOf(year, until).slice(0, 10), back } };

const isOf = (year: number, date: string | null): boolean => date?.startsWith(`${year}`) === true;

/**
 * 今年 in a section on the year before the article's date, or on the one after it, is that year, unless the section also says 去年, or
 * 明年: then a speaker looks back, or ahead.
 */
function nowIn(section: string, of: Naming, date: string | null): string | null {
  // Who calls the year that he looks back on 去年 writes in the next.
  if (!date && of.back && section.includes('去年') && !/今年|本年/u.test(section)) return firstOf(of.year + 1, 1);
  // Nobody plans a year that is over: the page was put up later.
  if (date && !of.back && Number(date.slice(0, 4)) > of.year) return dayIn(of);
  if (!date || !isOf(of.back ? of.year + 1 : of.year - 1, date)) return date ?? dayIn(of);
  return /今年|本年/u.test(section) && !(of.back ? /去年/u : /明年/u).test(section) ? dayIn(of) : date;
}

/** Sections that look ahead in a document that looks back. */
const NEXT = /下一?步|下一年|今后|打算|展望|思路|努力方向|明年|来年|整改措施|改进措施|工作(?:计划|安排)/u;
/** 下步打算：明年，…: the section says itself that it is about the year after. */
const OPENS_WITH_NEXT = /^[^，,；;]{0,20}[：:。\n]\s*(?:明年|来年|下一年度?|下年度)[，,我全将要计]/u;
const OPENING = 40;

/** From here on who writes in a year thinks of the one after. */
const YEAR_IS_OVER = 12;

/**
 * Where what looks ahead in a look back begins, or null where that is the article's own day. What is left of a year after a look back
 * on its first half lies in it; after one on the whole year it lies in the next, unless that was written with months of it to come.
 */
function nextIn({ year, until }: Naming, published: string | null): string | null {
  if (until < 12) return isOf(year, published) ? null : firstOf(year, until + 1);
  if (isOf(year + 1, published)) return published;
  if (isOf(year, published) && Number(published!.slice(5, 7)) < YEAR_IS_OVER) return null;
  return firstOf(year + 1, 1);
}

/** Reports on a year, given at its turn. */
const REPORT = /工作报告|述职|述廉|(?:工作|年度|年终|全年)总结/u;
const TURN = { last: 12, first: 3 } as const;

/** The year that 过去一年 means in a report of its last month or of the first months after it; undefined for other documents. */
function pastOf(title: string | null, published: string | null): string | undefined {
  const [year, month] = (published ?? '').split('-').map(Number);
  if (!year || !month || !REPORT.test(title ?? '')) return undefined;
  return month >= TURN.last ? lastOf(year, 12) : month <= TURN.first ? lastOf(year - 1, 12) : undefined;
}

/** The years that the document and its day name. */
interface Whole {
  date: string | null;
  /** Where what looks ahead begins. */
  next: string | null;
  /** Only its year is known. */
  undated: boolean;
}

/**
 * @param published the article's own date, ISO 8601, or null
 * @returns stretches in order; each reaches to the next, the first from the beginning
 */
export function basesOf(
  text: string,
  points: readonly Pick<Point, 'heading' | 'role' | 'start' | 'end'>[],
  { title, published }: { title: string | null; published: string | null },
): TimeBase[] {
  const headline = yearNamed(title) ?? (/(?:19|20)[0-9]{2}/u.test(title ?? '') ? null : yearOpened(text));
  const date = headline && !isOf(headline.year, published) ? dayIn(headline) : published;
  const undated = date !== published;
  const whole: Whole = { date, next: headline?.back ? nextIn(headline, published) : null, undated };
  const past = pastOf(title, date);
  const own = { year: date, now: date, undated, ...(past && { past }) };
  const bases: TimeBase[] = [{ start: 0, ...own }];
  let reached = 0;
  for (const p of points) {
    if (p.start < reached || p.heading.length > HEADING_MAX) continue;
    const base = baseOf(p, text, whole);
    if (!base) continue;
    bases.push({ start: p.start, ...base }, { start: p.end, ...own });
    reached = p.end;
  }
  return bases;
}

/** The base of a section that has one of its own. */
function baseOf(
  p: Pick<Point, 'heading' | 'role' | 'start' | 'end'>,
  text: string,
  { date, next, undated }: Whole,
): Omit<TimeBase, 'start'> | null {
  const of = yearNamed(p.heading);
  const section = (): string => text.slice(p.start, p.end);
  if (of && isOf(of.year, date)) return { year: date, now: date, undated, ...aboutOf(of, p.heading) };
  if (of) return { year: dayIn(of), now: nowIn(section(), of, date), undated: true, ...aboutOf(of, p.heading) };
  const told = yearTold(p.heading, date);
  if (told) return { year: dayIn(told), now: date, undated: true, ...aboutOf(told, p.heading) };
  const ahead = p.role === 'proposal' || NEXT.test(p.heading);
  if (ahead && date !== null && OPENS_WITH_NEXT.test(text.slice(p.start, Math.min(p.end, p.start + OPENING))))
    return { year: firstOf(Number(date.slice(0, 4)) + 1, 1), now: date, undated: true };
  if (!next || !ahead) return null;
  // Who says 明年 still writes in the year that ends.
  return { year: next, now: /明年|来年/u.test(section()) ? date : next, undated: true };
}

/** The one that holds at an offset, by bisection. */
export function baseAt(bases: readonly TimeBase[], offset: number): TimeBase {
  let lo = 0;
  let hi = bases.length - 1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (bases[mid]!.start <= offset) lo = mid;
    else hi = mid - 1;
  }
  return bases[lo]!;
}
