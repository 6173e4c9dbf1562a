import { fold } from '../../text/boilerplate-fold.ts';
import { findDates } from '../../text/dates.ts';
import { type Line, stays } from './cuts.ts';

/** The day of a meeting, as ISO 8601, and the line that tells it. */
interface Meeting {
  line: Line;
  day: string;
}

/** 某某县委常委会会议纪要, 会议纪要（第12期）: what was said at a meeting, written down. */
const MINUTES = /(?:纪要|会议记录)(?:\([^()]{1,20}\)|第?\d{1,4}[号期])?$/u;
/** Lines of text from the first in which the day stands: an address to whom it is sent may be above it. */
const FIRST = 6;
/** 时间：…, 会议时间：… of minutes that begin as a form. */
const LABEL = /^(?:[一1][、.] ?)?(?:(?:会议|开会|召开)?时 {0,4}间|会议日期) ?: ?/u;
/** What may stand between the day and the clause that tells of the meeting. */
const HOUR = /^ ?(?:\((?:星期|周)[一二三四五六日天]\)|(?:星期|周)[一二三四五六日天])? ?(?:[上下]午|晚上?)?/u;
/** Behind the day: a span, or the day of something else (…的通知, …印发). */
const OTHER = /^(?:以?[来后前]|之[前后]|起|止|至|到|[—–~-]|的|印发|发布|出台|下发)/u;
/** The meeting in the day's own sentence. */
const HELD = /^[^。;]{0,80}?(?:召开|主持|召集|举行)[^。;]{0,60}?(?:会议|(?<![社学委工协机])会)/u;

/**
 * The day that minutes are about: it opens their first sentence (2023年5月12日，县长某某主持召开…会议), or stands behind 会议时间.
 * Months and days of the text go by it. Null where the headline is none of minutes.
 *
 * @param lines all lines, marked with what goes
 * @param body index of the text's first line
 */
export function meetingOf(lines: readonly Line[], body: number, title: string | null): Meeting | null {
  if (!MINUTES.test(fold(title ?? '').trim())) return null;
  for (const line of lines.slice(body).filter(stays).slice(0, FIRST)) {
    const text = fold(line.text).trim().slice(0, 240);
    const label = LABEL.exec(text)?.[0] ?? '';
    const said = text.slice(label.length);
    const [date] = findDates(said.slice(0, 40));
    if (date?.start !== 0 || date.iso.length < 10) continue;
    const rest = said.slice(date.end).replace(HOUR, '');
    // 3月1日，省里召开…会议。5月12日，县长主持召开…: the second may be the meeting that is recorded.
    if (!label && findDates(said.slice(date.end)).some((d) => d.iso.length >= 10)) return null;
    if (!OTHER.test(rest) && (label || HELD.test(rest))) return { line, day: date.iso.slice(0, 10) };
  }
  return null;
}
