import { charSet } from './char-set.ts';
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

/** By character: the readers that may begin with it, a bit each. Most characters begin with one or none of them. */
const BEGINNERS = new Uint32Array(0x10000);
for (const [k, { starts }] of SEQUENCE.entries()) for (const c of starts) BEGINNERS[c.charCodeAt(0)]! |= 1 << k;
const beginnersAt = (text: string, i: number): number => (i < text.length ? BEGINNERS[text.charCodeAt(i)]! : 0);

/** What may stand behind a blank or 的 inside an expression (2023年三月的第二周, 2019-01-02 15:20). */
const BEHIND_BLANK: ReadonlySet<Reader> = new Set([clock, week, month, part]);
const isBlank = charSet(' 的-T');

/** Characters a time expression can begin with. */
const STARTS = new Uint8Array(65536);
for (const c of '除立惊谷芒处母父感圣情双愚光护医记抗烈消世国全万平白霜雨小党改新建') STARTS[c.charCodeAt(0)] = 2;
for (const c of '正今本当这同全年去上前大明次翌下来后昨晚凌清黎早中午傍夜半深岁月春夏秋冬暑寒第首农闰正腊元三妇植劳五青儿建教国端七重周星礼公“"「\'初') {
  STARTS[c.charCodeAt(0)] = 1;
}

/** What stands second in the names of feasts that begin with an everyday character. */
const isSecond = charSet('的革中国党夕春夏秋冬蛰雨种暑亲恩诞人十棍士师者战费界家圣安露降水满雪年寒');

export const mayStart = (text: string, i: number): boolean => {
  const start = STARTS[text.charCodeAt(i)];
  return start === 1 || (start === 2 && isSecond(text.charCodeAt(i + 1))) || kindAt(text, i) !== NONE;
};

/**
 * Reads the parts of a date or time that follow each other at `i`.
 *
 * @returns the parts and where they end; null where nothing stands there. Bounded by the number of readers.
 */
export function readFields(text: string, i: number): { fields: Fields; end: number } | null {
  let begins = beginnersAt(text, i);
  if (begins === 0) return null;
  const fields: Fields = {};
  let at = i;
  for (let k = 0; k < SEQUENCE.length; k++) {
    const read = SEQUENCE[k]!;
    const next = begins & (1 << k) ? read(text, at, fields) : -1;
    if (next >= 0) {
      at = next;
      begins = beginnersAt(text, at);
      if (begins === 0 && !isBlank(text.charCodeAt(at))) break;
      continue;
    }
    if (at === i || !isBlank(text.charCodeAt(at)) || !BEHIND_BLANK.has(read)) continue;
    const probe = { ...fields };
    const over = read(text, at + 1, probe);
    if (over >= 0) {
      Object.assign(fields, probe);
      at = over;
      begins = beginnersAt(text, at);
    }
  }
  return at > i ? { fields, end: at } : null;
}
