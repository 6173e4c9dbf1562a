import { initials, sticky } from './sticky.ts';
import { A, ARABICS, between, C, longest, NUMERALS, reader, small } from './times-readers.ts';
import * as table from './times-tables.ts';

const DAYPART = sticky(`(?:${longest(Object.keys(table.DAYPARTS))})`, initials(Object.keys(table.DAYPARTS)));
const CLOCK = sticky(`(${A}{1,2})[:：](${A}{2})(?:[:：](${A}{2}))?(?!${A})时?`, ARABICS);
const OCLOCK = sticky(
  `(${A}{1,2}|${C}{1,3})(?:点钟|点|时(?![间候代期刻常限效]))(?:(半)|(一刻|三刻)|(${A}{1,2}|${C}{1,3})分?|整)?(?:(${A}{1,2})秒)?(?:多钟|多|许|钟)?(?![个名人建的年]|方面)`,
  NUMERALS,
);

/** 七八点: two hours side by side. */
const HOUR_PAIR = sticky(
  '([一二三四五六七八九])([二三四五六七八九十])点(?:钟|左右)?(?![个名人建])',
  '一二三四五六七八九',
);
const HOUR_SPAN = sticky(
  `(${A}{1,2})(?:至|到|[-－—–―~～]{1,2})(${A}{1,2})(?:点钟?|时)(?![间候代期刻常限效]|半|${A})`,
  ARABICS,
);

export const daypart = reader([DAYPART], (text, i, f) => {
  const m = DAYPART(text, i);
  if (!m) return -1;
  const alone = f.day === undefined && f.dayShift === undefined && f.weekday === undefined && f.part === undefined;
  // 早, 晚 alone are words; 晚 behind a day is an evening.
  if (m[0].length === 1 && alone && !OCLOCK(text, i + 1) && !CLOCK(text, i + 1)) return -1;
  f.daypart = m[0];
  return i + m[0].length;
});

/** 师生比不低于1:18 is no time of day. */
const RATIO = /(?:[^对相评]比|比例|比重|配备|按照?)(?:约|大约|不得?低于|不得?高于|不少于|不超过)?[为是达到]{0,2}$/u;

export const clock = reader([CLOCK, HOUR_SPAN, HOUR_PAIR, OCLOCK], (text, i, f) => {
  const pair = f.daypart === undefined ? null : HOUR_PAIR(text, i);
  if (pair && small(pair[2]!) === small(pair[1]!) + 1) {
    f.clock = [small(pair[1]!), null, null];
    f.hourEnd = small(pair[2]!) + 1;
    return i + pair[0].length;
  }
  const read = CLOCK(text, i);
  const digital = read && RATIO.test(text.slice(Math.max(0, i - 10), i)) ? null : read;
  if (digital && between(small(digital[1]!), 0, 24) && between(small(digital[2]!), 0, 59)) {
    f.clock = [small(digital[1]!), small(digital[2]!), digital[3] ? small(digital[3]) : null];
    return i + digital[0].length;
  }
  const span = HOUR_SPAN(text, i);
  if (span && between(small(span[1]!), 0, 23) && between(small(span[2]!), small(span[1]!) + 1, 24)) {
    f.clock = [small(span[1]!), null, null];
    f.hourEnd = small(span[2]!);
    return i + span[0].length;
  }
  const m = OCLOCK(text, i);
  if (!m || !between(small(m[1]!), 0, 24)) return -1;
  const anchored =
    f.day !== undefined || f.dayShift !== undefined || f.weekday !== undefined || f.daypart !== undefined;
  // 三点 alone are three points: a clock needs its day, its part of the day, or minutes.
  // 三点两力, 三点五: the minutes of a clock have two digits, or their 分.
  const minutes = m[4] && (m[4].length > 1 || m[0].includes('分'));
  if (!anchored && !m[2] && !m[3] && !minutes && !/[时钟]/u.test(m[0])) return -1;
  const minute = m[2] ? 30 : m[3] ? (m[3] === '一刻' ? 15 : 45) : m[4] ? small(m[4]) : null;
  if (minute !== null && !between(minute, 0, 59)) return -1;
  f.clock = [small(m[1]!), minute, m[5] ? small(m[5]) : null];
  return i + m[0].length;
});
