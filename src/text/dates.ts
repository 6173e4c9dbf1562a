/**
 * Absolute dates as header lines, bylines and signatures write them, turned into ISO 8601.
 *
 * Only dates with a four-digit year are read: 08-04-18 and 4月18日 say too little without a year to go by.
 */

interface DateMention {
  /** UTF-16, half-open. */
  start: number;
  end: number;
  /** `2016-12-23T10:02:42`, `2016-12-23T10:02`, `2016-12-23` or, where no day is given, `2016-12`. */
  iso: string;
  /** True where a time of day is given. */
  clock: boolean;
}

const CLOCK = String.raw`(?:[T\s]{0,3}(?<h>\d{1,2})[:：时](?<mi>\d{2})(?:分|[:：](?<s>\d{2}))?)?`;
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

function read(groups: Record<string, string | undefined>): { iso: string; clock: boolean } | null {
  const numeral = (s: string): number => (/^\d/.test(s) ? Number(s) : hanCount(s));
  const year = /^\d/.test(groups.y!) ? Number(groups.y) : hanYear(groups.y!);
  const month = numeral(groups.m!);
  if (!(year >= 1900 && year < 2100 && month >= 1 && month <= 12)) return null;
  if (groups.d === undefined) return { iso: `${year}-${two(month)}`, clock: false };
  const day = numeral(groups.d);
  if (!(day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate())) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  const [h, mi, s] = [groups.h, groups.mi, groups.s].map((x) => (x === undefined ? Number.NaN : Number(x))) as [
    number,
    number,
    number,
  ];
  if (!(h < 24 && mi < 60)) return { iso: date, clock: false };
  return { iso: `${date}T${two(h)}:${two(mi)}${s < 60 ? `:${two(s)}` : ''}`, clock: true };
}

/** All absolute dates of a text, in order, none inside another. Impossible ones (2月30日, month 13) are left out. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  if (!/\d{4}|年/.test(text)) return found;
  for (const form of FORMS)
    for (const m of text.matchAll(form)) {
      const date = read(m.groups!);
      if (date) found.push({ start: m.index, end: m.index + m[0].trimEnd().length, ...date });
    }
  found.sort((a, b) => a.start - b.start);
  return found.filter((d, i) => !i || d.start >= found[i - 1]!.end);
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
