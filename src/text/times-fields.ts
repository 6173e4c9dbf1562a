import { kindAt, NONE } from './numbers-tables.ts';
import { clock, daypart } from './times-clock.ts';
import { day, dayBare, month, nthDay, numeric, part, week, weekdayNote } from './times-days.ts';
import type { Fields, Reader } from './times-readers.ts';
import { era, portion, school, year } from './times-years.ts';

/** Readers in the order in which the parts of a date follow each other. */
const SEQUENCE: readonly Reader[] = [
  school,
  numeric,
  era,
  year,
  portion,
  month,
  week,
  part,
  day,
  dayBare,
  weekdayNote,
  nthDay,
  part,
  daypart,
  clock,
];

/** Characters a time expression can begin with. */
const STARTS = new Uint8Array(65536);
for (const c of '今本当这同全年去上前大明次翌下来后昨晚凌清黎早中午傍夜半深岁月春夏秋冬暑寒第首农闰正腊元三妇植劳五青儿建教国端七重周星礼公“"「\'初') {
  STARTS[c.charCodeAt(0)] = 1;
}

export const mayStart = (text: string, i: number): boolean =>
  STARTS[text.charCodeAt(i)] === 1 || kindAt(text, i) !== NONE;

/**
 * Reads the parts of a date or time that follow each other at `i`.
 *
 * @returns the parts and where they end; null where nothing stands there. Bounded by the number of readers.
 */
export function readFields(text: string, i: number): { fields: Fields; end: number } | null {
  const fields: Fields = {};
  let at = i;
  for (const read of SEQUENCE) {
    const blank = at > i && (text[at] === ' ' || text[at] === '的' || text[at] === '-') ? 1 : 0;
    const next = read(text, at, fields);
    if (next >= 0) {
      at = next;
      continue;
    }
    if (!blank) continue;
    const probe = { ...fields };
    const over = read(text, at + 1, probe);
    // A blank or 的 inside: only before a clock, a week or a month (2023年三月的第二周, 2019-01-02 15:20).
    if (over >= 0 && (read === clock || read === week || read === month || read === part)) {
      Object.assign(fields, probe);
      at = over;
    }
  }
  return at > i ? { fields, end: at } : null;
}
