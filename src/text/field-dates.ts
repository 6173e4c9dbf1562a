/** Dates as fields of metadata hold them: what programs write, beside what people do. */
import { type DateMention, findDates, mentionsOf } from './dates.ts';
import { civil, daysIn } from './times-calendar.ts';
import { chineseTimeAt, momentAt, momentOf } from './zones.ts';

/** A field is no longer; a stamp stands at its beginning or behind its label. */
const LONGEST = 200;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const CLOCK = String.raw`(?<h>\d{1,2}):(?<mi>\d{2})(?::(?<s>\d{2}))?`;
/** In English (RFC 5322; as JavaScript, Java and C write it). A zone of letters before the year is left out. */
const ENGLISH: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\d)(?<d>\d{1,2})[\s-]${MONTH}[\s-](?<y>\d{4})(?:[\s,:T]{1,3}${CLOCK})?`, 'gi'),
  new RegExp(String.raw`(?<![a-z])${MONTH}\s{1,2}(?<d>\d{1,2}),?\s(?<y>\d{4})(?:[\s,]{1,2}${CLOCK})?`, 'gi'),
  new RegExp(String.raw`(?<![a-z])${MONTH}\s{1,2}(?<d>\d{1,2})\s${CLOCK}\s(?:[A-Z]{1,4}\s)?(?<y>\d{4})`, 'gi'),
];
/** As templates of pages write it, with blanks and mixed signs: 2016 - 12 - 3, 2016年12/3. */
const LOOSE =
  /(?<!\d)(?<y>(?:19|20)\d\d)\s?[-/.年]\s?(?<m>\d{1,2})\s?[-/.月]\s?(?<d>\d{1,2})(?!\d)[日号]?(?:[T\s]{0,3}(?<h>\d{1,2})[:：时](?<mi>\d{2})(?:[:：分](?<s>\d{2}))?)?/g;

/** The first date of a text that has a day, with its time of day. */
function firstOf(text: string): DateMention | null {
  const whole = (d: DateMention): boolean => d.iso.length >= '2016-12-23'.length;
  const loose = (): DateMention | undefined =>
    mentionsOf(text.matchAll(LOOSE), text, (m) => m[0].includes('T')).find(whole);
  return findDates(text).find(whole) ?? loose() ?? english(text);
}

function english(text: string): DateMention | null {
  if (!/[a-z]{3}/i.test(text)) return null;
  const matches = ENGLISH.flatMap((form) => [...text.matchAll(form)]);
  for (const { groups } of matches) groups!.m = monthOf(groups!.month!);
  return mentionsOf(matches, text, () => true)[0] ?? null;
}

const monthOf = (name: string): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

/** Before 1995 there were no pages; after 2100 nothing is dated. */
const FIRST = civil(1995);
const LAST = civil(2100);

/** `20161202`, `201612021630`, `20161202163000`: a day that there was. */
function compact(digits: string): string | null {
  const m = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(digits);
  if (!m) return null;
  const [y, mo, d, h = '0', mi = '0', s = '0'] = m.slice(1);
  if (+mo! < 1 || +mo! > 12 || +d! < 1 || +d! > daysIn(+y!, +mo!)) return null;
  if (+h > 23 || +mi > 59 || +s > 59) return null;
  const day = `${y}-${mo}-${d}`;
  return m[4] ? `${day}T${h}:${mi}${m[6] ? `:${s}` : ''}` : day;
}

/** Milliseconds since 1970, of seconds, milliseconds or microseconds by how many digits there are. */
function epoch(digits: string): number | null {
  const length = digits.length;
  const unit = length === 9 || length === 10 ? 1000 : length === 13 ? 1 : length === 16 ? 0.001 : 0;
  const ms = Math.floor(Number(digits) * unit);
  if (!unit || ms < FIRST || ms >= LAST) return null;
  // 2016120216 may be an hour of 2016 as well as a second of 2033.
  return length === 10 && compact(`${digits}00`) ? null : ms;
}

const digitsOf = (text: string): string | null => /^(\d{8,16})(?:\.\d{1,9})?$/.exec(text)?.[1] ?? null;

/** `2016-12`, where a field holds nothing else. */
function monthAlone(text: string): string | null {
  const m = /^((?:19|20)\d\d)\s?[-/.年]\s?(0?[1-9]|1[0-2])月?$/.exec(text);
  return m && `${m[1]}-${m[2]!.padStart(2, '0')}`;
}

/**
 * The date that a field holds as ISO 8601: a day, with the time of day (China's, where a zone is given) if it tells one; a month
 * where the field holds nothing else. Null where there is none, and where it is no date that ever was.
 */
export function isoDate(field: string): string | null {
  const text = field.trim().slice(0, LONGEST);
  const digits = digitsOf(text);
  if (!digits) return firstOf(text)?.iso ?? monthAlone(text);
  const ms = epoch(digits);
  return compact(digits) ?? (ms === null ? null : chineseTimeAt(ms));
}

/** The moment that a field holds, in UTC (`…Z`); as it is written where it tells no zone. Null where it holds none. */
export function isoMoment(field: string): string | null {
  const text = field.trim().slice(0, LONGEST);
  const digits = digitsOf(text);
  if (digits) {
    const ms = epoch(digits);
    return compact(digits) ?? (ms === null ? null : momentAt(ms));
  }
  const found = firstOf(text);
  return found?.clock ? momentOf(found.clock, found.zone) : (found?.iso ?? null);
}
