import { daysIn } from './times-calendar.ts';
import { type Clock, chineseTime, type Zone, zoneAt } from './zones.ts';

/**
 * Absolute dates as header lines, bylines and signatures write them, turned into ISO 8601.
 *
 * Only dates with a four-digit year are read: 08-04-18 and 4月18日 say too little without a year to go by.
 */

export interface DateMention {
  /** UTF-16, half-open. */
  start: number;
  end: number;
  /** `2016-12-23T10:02:42`, `2016-12-23T10:02`, `2016-12-23` or, where no day is given, `2016-12`: in China, where a zone is given. */
  iso: string;
  /** The time of day as it is written, and its zone; null where none is given. */
  clock: Clock | null;
  zone: Zone | null;
}

const CLOCK = String.raw`(?:[T\s]{0,3}(?<h>\d{1,2})[:：时](?<mi>\d{2})(?:[:：分](?<s>\d{2})秒?|分)?)?`;
const HAN_DIGIT = '[〇○零OＯo一二三四五六七八九]';
const HAN = '[一二三四五六七八九十]{1,3}';
const FORMS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\d.])(?<y>(?:19|20)\d{2})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?!\d|\.\d)${CLOCK}`,
    'g',
  ),
  new RegExp(
    String.raw`(?<!\d)(?<y>(?:19|20)\d{2})\s?年\s?(?<m>\d{1,2})\s?月(?:\s?(?<d>\d{1,2})\s?[日号])?${CLOCK}`,
    'g',
  ),
  new RegExp(`(?<y>[一二]${HAN_DIGIT}{3})年(?<m>${HAN})月(?:(?<d>${HAN})[日号])?`, 'g'),
];

const DIGIT = '零一二三四五六七八九';

/** 二〇一六 → 2016: digits read one by one; ○ and the letter O stand for zero on scraped pages. */
function hanYear(s: string): number {
  return Number([...s].map((c) => Math.max(0, DIGIT.indexOf(c))).join(''));
}

/** 二十七 → 27. NaN where the characters make no number. */
function hanCount(s: string): number {
  const m = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(s);
  if (!m || (m[1] && !m[2] && m[3])) return Number.NaN;
  const tens = m[2] ? (m[1] ? DIGIT.indexOf(m[1]) : 1) : 0;
  const ones = m[3] ? DIGIT.indexOf(m[3]) : m[2] ? 0 : DIGIT.indexOf(m[1]!);
  return tens * 10 + ones;
}

const two = (n: number): string => String(n).padStart(2, '0');

type Match = RegExpExecArray;
type Groups = Record<string, string | undefined>;

/** A day that there was, by its parts as they are written; `2016-12` without a day. */
function dayOf({ y, m, d }: Groups): { iso: string; parts: [y: number, m: number, d: number] | null } | null {
  const numeral = (s: string): number => (/^\d/.test(s) ? Number(s) : hanCount(s));
  const year = /^\d/.test(y!) ? Number(y) : hanYear(y!);
  const month = numeral(m!);
  if (!(year >= 1900 && year < 2100 && month >= 1 && month <= 12)) return null;
  if (d === undefined) return { iso: `${year}-${two(month)}`, parts: null };
  const day = numeral(d);
  if (!(day >= 1 && day <= daysIn(year, month))) return null;
  return { iso: `${year}-${two(month)}-${two(day)}`, parts: [year, month, day] };
}

/** The time of day, or null where none is given or there is no such time. */
function clockOf([y, m, d]: [y: number, m: number, d: number], { h, mi, s }: Groups): Clock | null {
  if (h === undefined || Number(h) > 23 || Number(mi) > 59) return null;
  return { y, m, d, h: Number(h), mi: Number(mi), s: Number(s) < 60 ? Number(s) : null };
}

/** A match of a form as a date; null for an impossible one. */
function mentionOf(m: Match, text: string, numeric: boolean): DateMention | null {
  const day = dayOf(m.groups!);
  if (!day) return null;
  const clock = day.parts && clockOf(day.parts, m.groups!);
  const end = m.index + m[0].trimEnd().length;
  const zone = clock && zoneAt(text, end, numeric);
  const iso = clock ? chineseTime(clock, zone) : day.iso;
  return { start: m.index, end: zone?.end ?? end, iso, clock, zone };
}

/** Whether figures behind this stamp are its zone: with a T it is one that programs write, as is 08:05:00 +0800. */
const isPrograms = (m: Match, text: string): boolean =>
  m[0].includes('T') ||
  (m.groups!.s !== undefined &&
    /^\s[+-]\d{4}(?!\d)/.test(text.slice(m.index + m[0].length, m.index + m[0].length + 8)));

/** Dates of what forms matched, in order, none inside another. @param numeric whether figures behind it are its zone */
export function mentionsOf(matches: Iterable<Match>, text: string, numeric: (m: Match) => boolean): DateMention[] {
  const found: DateMention[] = [];
  for (const m of matches) {
    const date = mentionOf(m, text, numeric(m));
    if (date) found.push(date);
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((d, i) => !i || d.start >= found[i - 1]!.end);
}

/** All absolute dates of a text, in order, none inside another. Impossible ones (2月30日, month 13) are left out. */
export function findDates(text: string): DateMention[] {
  if (!/\d{4}|年/.test(text)) return [];
  const matches = FORMS.flatMap((form) => [...text.matchAll(form)]);
  return mentionsOf(matches, text, (m) => isPrograms(m, text));
}

/** The ISO date of a line that holds a date and nothing else but brackets and where a speech was held; null for any other line. */
export function dateLine(line: string): string | null {
  if (line.length > 64) return null;
  const held = /^[（(]?\s?(.{8,20}?日)\s?在[\p{Script=Han}\d（）()“”、]{4,44}上[）)]?$/u.exec(line);
  // (2021年1月15日在某某市第五届人民代表大会第六次会议上)
  if (held) return dateLine(held[1]!);
  // (2021年5月10日,根据录音整理)
  const noted = /^[（(](.{8,24}?)[,，；; ] ?(?:根?据?(?:录音|记录)整理|节选|摘要|有删节)[）)]$/u.exec(line);
  if (noted) return dateLine(noted[1]!);
  if (line.length > 40) return null;
  const [date, more] = findDates(line);
  if (!date || more) return null;
  const rest = (line.slice(0, date.start) + line.slice(date.end)).replace(/[\s()（）[\]【】〔〕]/g, '');
  return rest === '' || /^星期[一二三四五六日天]$/.test(rest) ? date.iso : null;
}
