/**
 * From which day the times of an article are counted. A relative time is resolved against the article's own date, but what a document
 * says of the year that its headline names (2022年…统计公报, issued in March 2023: 全年, 年末) lies in that year, and so does what a
 * section says of the year of its heading (一、2023年工作回顾).
 */
import type { TimeBase } from '../../text/times-origins.ts';
import type { Point } from './types.ts';

/** Nouns of a look back on a year, and of a look ahead. */
const BACK =
  '公报|总结|小结|述职|述廉|年报|年度报告|决算|回顾|综述|盘点|大事记|自查|自评|(?:工作|任务|目标|计划|预算|整改|收支|完成|落实|执行|推进|建设|进展|开展|履职|运行|发展|考核)情况';
const AHEAD =
  '要点|计划|安排|打算|思路|展望|规划|部署|方案|责任[书状]|草案|(?:工作|重点|目标|主要|年度|发展|预期)(?:任务|目标|工作)';
const HAS_BACK = new RegExp(BACK, 'u');
const HAS_AHEAD = new RegExp(AHEAD, 'u');
const YEAR = /(?<![0-9][—–~～至到-]?)((?:19|20)[0-9]{2})(?=年(?!代|前|以|来|起|至|[0-9一二三四五六七八九十]))/gu;
/** A longer heading is a sentence that names a year by the way. */
const HEADING_MAX = 30;

interface Naming {
  year: number;
  /** It looks back on that year, else ahead to it. */
  back: boolean;
}

/** The one year that a headline or heading is about. */
function naming(text: string | null): Naming | null {
  const years = new Set(text?.match(YEAR));
  if (!text || years.size !== 1) return null;
  const back = HAS_BACK.test(text);
  return back === HAS_AHEAD.test(text) ? null : { year: Number([...years][0]), back };
}

/** The day from which one counts who writes of a year: its last if he looks back, else its first. */
const dayIn = ({ year, back }: Naming): string => (back ? `${year}-12-31T23:59:59` : `${year}-01-01`);

const isOf = (year: number, date: string | null): boolean => date?.startsWith(`${year}`) === true;

/**
 * 今年 in a section on the year before the article's date, or on the one after it, is that year, unless the section also says 去年, or
 * 明年: then a speaker looks back, or ahead.
 */
function nowIn(section: string, of: Naming, date: string | null): string | null {
  if (!date || !isOf(of.back ? of.year + 1 : of.year - 1, date)) return date ?? dayIn(of);
  return /今年|本年/u.test(section) && !(of.back ? /去年/u : /明年/u).test(section) ? dayIn(of) : date;
}

/** Sections that look ahead in a document that looks back. */
const NEXT = /下一?步|下一年|今后|打算|展望|思路|努力方向|明年|来年|整改措施|改进措施|工作(?:计划|安排)/u;

/** The section of a look back on a year that looks ahead lies in the year after it: on the article's own day, if that is in it. */
function nextIn({ year }: Naming, published: string | null): string | null {
  return isOf(year + 1, published) ? published : `${year + 1}-01-01`;
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
  const headline = naming(title);
  const whole = headline && !isOf(headline.year, published) ? dayIn(headline) : published;
  const undated = whole !== published;
  const bases: TimeBase[] = [{ start: 0, year: whole, now: whole, undated }];
  let reached = 0;
  for (const p of points) {
    if (p.start < reached || p.heading.length > HEADING_MAX) continue;
    const base = baseOf(p, text, whole, headline?.back ? nextIn(headline, published) : null);
    if (!base) continue;
    bases.push({ start: p.start, ...base }, { start: p.end, year: whole, now: whole, undated });
    reached = p.end;
  }
  return bases;
}

/**
 * The base of a section that has one of its own.
 *
 * @param whole that of the document. @param next that of what looks ahead, in a document that looks back
 */
function baseOf(
  p: Pick<Point, 'heading' | 'role' | 'start' | 'end'>,
  text: string,
  whole: string | null,
  next: string | null,
): Omit<TimeBase, 'start'> | null {
  const of = naming(p.heading);
  const section = (): string => text.slice(p.start, p.end);
  if (of) return isOf(of.year, whole) ? null : { year: dayIn(of), now: nowIn(section(), of, whole), undated: true };
  if (!next || !(p.role === 'proposal' || NEXT.test(p.heading))) return null;
  // Who says 明年 still writes in the year that ends.
  return { year: next, now: /明年|来年/u.test(section()) ? whole : next, undated: true };
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
