import { ARABIC, kindAt } from './numbers-tables.ts';
import { initials, sticky } from './sticky.ts';
import { isFeastAt } from './times-feast-words.ts';
import { FEASTS } from './times-feasts.ts';
import { A, ARABICS, between, C, type Fields, longest, NUMERALS, reader, small } from './times-readers.ts';
import * as table from './times-tables.ts';

const MONTH = sticky(`(农历|闰)?(${A}{1,2}|${C}{1,2}|正|腊)(?:月份|月)(?![季刊嫂])`, `农闰正腊${NUMERALS}`);
const MONTH_SPAN = sticky(
  `(${A}{1,2}|${C}{1,2})(?:月份|月)?(?:至|到|[-－—–―~～]{1,2})(${A}{1,2}|${C}{1,2})(?:月份|月)(?!${A}|${C}{1,3}[日号])`,
  NUMERALS,
);
/** 七八月, 3、4月份 */
const MONTH_PAIR = sticky(
  `(?:([一二三四五六七八九])([二三四五六七八九十])|(${A}{1,2}|${C}{1,2})[、和](${A}{1,2}|${C}{1,2}))(?:月份|月)(?!${A}|${C}{1,3}[日号])`,
  NUMERALS,
);
const MONTH_WORD = sticky(`(?:${longest(Object.keys(table.MONTHS))})`, initials(Object.keys(table.MONTHS)));
const MONTH_NTH = sticky(`(?:第(${A}{1,2}|${C}{1,2})个月|(首)月)`, '第首');

export const month = reader([MONTH_SPAN, MONTH_PAIR, MONTH, MONTH_NTH, MONTH_WORD], (text, i, f) => {
  const pair = i > 0 && /[\n第]/u.test(text[i - 1]!) ? null : MONTH_PAIR(text, i);
  if (pair) {
    const [a, b] = [small((pair[1] ?? pair[3])!), small((pair[2] ?? pair[4])!)];
    if (b === a + 1 && between(a, 1, 11)) {
      f.month = a;
      f.monthEnd = b;
      return i + pair[0].length;
    }
  }
  const span = MONTH_SPAN(text, i);
  if (span && between(small(span[1]!), 1, 12) && between(small(span[2]!), small(span[1]!), 12)) {
    f.month = small(span[1]!);
    f.monthEnd = small(span[2]!);
    return i + span[0].length;
  }
  const m = MONTH(text, i);
  if (m) {
    const n = m[2] === '正' ? 1 : m[2] === '腊' ? 12 : small(m[2]!);
    if (!between(n, 1, 12)) return -1;
    f.month = n;
    if (m[1] || m[2] === '正' || m[2] === '腊') f.lunar = true;
    if (m[1] === '闰') f.leap = true;
    return i + m[0].length;
  }
  const nth = MONTH_NTH(text, i);
  if (nth && (f.year !== undefined || f.yearShift !== undefined)) {
    f.month = nth[2] ? 1 : small(nth[1]!);
    return between(f.month, 1, 12) ? i + nth[0].length : -1;
  }
  const word = MONTH_WORD(text, i);
  if (!word) return -1;
  f.monthShift = table.MONTHS[word[0]]!;
  return i + word[0].length;
});

const DAY = sticky(`(?:初)?(${A}{1,2}|${C}{1,3})(?:日|号)(?![常益程报线楼文])`, `初${NUMERALS}`);
const DAY_SPAN = sticky(
  `(${A}{1,2}|${C}{1,3})(?:日|号)?(?:至|到|[-－—–―~～]{1,2})(${A}{1,2}|${C}{1,3})(?:日|号)(?![常益程报线楼文])`,
  NUMERALS,
);
const DAY_BARE = sticky(`初?(${A}{1,2}|${C}{1,3})(?!${A}|${C}|[年月个名人次万亿%％.])`, `初${NUMERALS}`);
const DAY_WORD = sticky(`(?:${longest(Object.keys(table.DAYS))})`, initials(Object.keys(table.DAYS)));
const DAY_NTH = sticky(`第(${A}{1,3}|${C}{1,3})天`, '第');
const WEEK = sticky(
  `(?:第?(${A}|[一二三四五首])个?(?:周|星期|礼拜)|(上上|上|本|这|下下|下)(?:一|个)?(?:周|星期|礼拜))(?![年边岁期])`,
  `第一二三四五首上本这下${ARABICS}`,
);
const WEEKDAY = sticky('(?:周|星期|礼拜)([一二三四五六日天])(?![个名])', '周星礼');

/** A day without 日, only behind a month (10月31, 八月十五). */
export const dayBare = reader([DAY_BARE], (text, i, f) => {
  if (f.month === undefined || f.day !== undefined) return -1;
  const m = DAY_BARE(text, i);
  if (!m || !between(small(m[1]!), 1, 31)) return -1;
  // A Chinese numeral (八月十五) or 初五 without 日 is a day of the lunar month.
  if (kindAt(m[1]!, 0) !== ARABIC && /^初?[〇零一二三四五六七八九十廿]/u.test(m[0])) f.lunar = true;
  f.day = small(m[1]!);
  return i + m[0].length;
});

/** 不超过15日, 公示期7日, 满30日: so many days, and no day of a month; 不早于15日 and 日期 are of one. */
const HOW_MANY =
  /(?:[超越]过|[少多低高大小长短]于|不足|不到|[不未]?满|长达|至少|至多|最[多少长短]|为期|期限(?:一般|均)?为?|\p{Script=Han}(?<![日时分到初中末前后近长短定学假本上下按]|(?<!合)同)期(?:一般|均)?为?|公示|提前|推迟|延期|延长|缩短|逾期)$/u;
const isHowMany = (text: string, i: number, f: Fields): boolean =>
  f.month === undefined && f.monthShift === undefined && HOW_MANY.test(text.slice(Math.max(0, i - 6), i));

export const day = reader([DAY_SPAN, DAY, DAY_WORD], (text, i, f) => {
  const span = DAY_SPAN(text, i);
  if (span && isHowMany(text, i, f)) return -1;
  if (span && between(small(span[1]!), 1, 31) && between(small(span[2]!), small(span[1]!), 31)) {
    f.day = small(span[1]!);
    f.dayEnd = small(span[2]!);
    return i + span[0].length;
  }
  const m = DAY(text, i);
  if (m && between(small(m[1]!), 1, 31)) {
    // 5号 alone is a house or a document: 号 needs its month.
    if (isHowMany(text, i, f)) return -1;
    if (m[0].endsWith('号') && f.month === undefined && f.monthShift === undefined) return -1;
    f.day = small(m[1]!);
    return i + m[0].length;
  }
  const word = DAY_WORD(text, i);
  if (!word) return -1;
  f.dayShift = table.DAYS[word[0]]!;
  const daypart = { 晚: '晚上', 夜: '夜里', 早: '早上', 晨: '早晨' }[word[0].at(-1)!];
  if (daypart) f.daypart = daypart;
  return i + word[0].length;
});

const WEEKEND = sticky('(?:(上上|上|本|这|下下|下)(?:一|个)?)?周末(?!版)', '上本这下周');
const SHIFT: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };

export const week = reader([WEEKEND, WEEK, WEEKDAY], (text, i, f) => {
  let at = i;
  const end = WEEKEND(text, i);
  if (end) {
    f.weekShift = SHIFT[end[1] ?? '本']!;
    f.weekend = true;
    return i + end[0].length;
  }
  // 两周一次, 三周一轮: a number of weeks, and no Monday.
  if (text[i] === '周' && i > 0 && /[一二两三四五六七八九十半几0-9每]/u.test(text[i - 1]!)) return -1;
  const m = WEEK(text, at);
  if (m) {
    if (m[1]) {
      if (f.month === undefined && f.monthShift === undefined && f.year === undefined) return -1;
      f.week = m[1] === '首' ? 1 : small(m[1]);
    } else f.weekShift = SHIFT[m[2]!]!;
    at += m[0].length;
  }
  const counted = m?.[1] !== undefined && m[0].includes('个');
  const open = f.weekShift !== undefined || counted;
  const d = WEEKDAY(text, at) ?? (open ? /^[一二三四五六日天](?![直定])/u.exec(text.slice(at, at + 2)) : null);
  if (!d) return at > i ? at : -1;
  f.weekday = '一二三四五六日天'.indexOf(d[1] ?? d[0]) + 1;
  if (f.weekday === 8) f.weekday = 7;
  if (counted) f.nthWeekday = true;
  return at + d[0].length;
});

const PART = sticky(
  '(?:上半月|下半月|年初|年底|年末|年终|年中|岁末|月初|月底|月末|月中|上中旬|中下旬|上旬|中旬|下旬|初|底|末|暑假|寒假|(?:春|夏|秋|冬)(?:季|天))(?![级中步])',
  '年岁月上中下初底末暑寒春夏秋冬',
);
/** The first two characters of the names: asked before the pattern with all of them is tried. */
const NAMES = new Set(
  [...FEASTS, '雨水', '小满', '大寒', '小雪', '大雪', '白露', '霜降'].map(
    (w) => w.charCodeAt(0) * 0x10000 + w.charCodeAt(1),
  ),
);
const isName = (text: string, i: number): boolean => NAMES.has(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1));
const NAMED = sticky(
  `(${longest(FEASTS)}|(?:雨水|小满|大寒|小雪|大雪|白露|霜降)(?=节气|时节|当[天日]|前后))(当[天日晚夜]|夜(?=[，,。晚])|小?长假|假期|假日|黄金周)?(?![生家])`,
  initials([...FEASTS, '雨水', '大雪', '霜降']),
);
const FEAST = sticky(
  `[“"「']?(${longest(Object.keys(table.QUOTED))})[”"」']?(?:(当[天日晚夜])|(?=前夕|前后|期间|之前|到来|来临|前|之际|假期|小?长假))`,
  `“"「'${initials(Object.keys(table.QUOTED))}`,
);
const FEAST_QUOTED = sticky(
  `[“"「'](${longest(Object.keys(table.QUOTED))})[”"」'](?!活动|口号|勋章|表彰|劳动奖|讲话|奖|红旗)`,
  '“"「\'',
);

const SEASON = sticky(
  '[春夏秋冬](?=[，,。；;、]|$|以来|起|后)|(?<=[今去明来])[春夏秋冬](?![节运耕招训天季])',
  '春夏秋冬',
);
const VACATION = sticky('小?长假|假期|假日|黄金周', '小长假黄');

export const part = reader([PART, SEASON, NAMED, FEAST, FEAST_QUOTED], (text, i, f) => {
  const m = PART(text, i);
  if (m) {
    const open =
      f.year !== undefined ||
      f.yearShift !== undefined ||
      f.month !== undefined ||
      f.monthShift !== undefined ||
      f.quarter !== undefined ||
      f.quarterShift !== undefined;
    if (/^[初底末]/u.test(m[0]) && !open) return -1;
    f.part = m[0];
    return i + m[0].length;
  }
  // 2019年秋,
  const season = f.year === undefined && f.yearShift === undefined ? null : SEASON(text, i);
  if (season) {
    f.part = `${season[0]}季`;
    return i + 1;
  }
  const named = isName(text, i) ? NAMED(text, i) : null;
  const dated = f.year !== undefined || f.yearShift !== undefined;
  if (named && f.month === undefined && isFeastAt(text, i, named[1]!, dated)) {
    const end = i + named[0].length;
    f.part = named[1]!;
    if (/[假黄]/u.test(named[2] ?? '') || (!named[2] && text.startsWith('期间', end))) f.vacation = true;
    return end;
  }
  const feast = FEAST(text, i) ?? FEAST_QUOTED(text, i);
  if (!feast || f.month !== undefined) return -1;
  f.part = feast[1]!;
  const off = VACATION(text, i + feast[0].length);
  if (off) f.vacation = true;
  return i + feast[0].length + (off?.[0].length ?? 0);
});

export const nthDay = reader([DAY_NTH], (text, i, f) => {
  const m = DAY_NTH(text, i);
  if (!m || (f.year === undefined && f.yearShift === undefined)) return -1;
  f.nthDay = small(m[1]!);
  return i + m[0].length;
});

const NUMERIC = sticky(
  `(${A}{4})(?:([-./－．／])(${A}{1,2})(?:\\2(${A}{1,2}))?|(${A}{2})(${A}{2}))(?!${A}|[%％万亿]|[.]${A}|-${A}{1,3}(?!${A}))`,
  ARABICS,
);

/** 2019.9.6, 2019/04/19, 2008.03, 20240307 */
export const numeric = reader([NUMERIC], (text, i, f) => {
  const m = NUMERIC(text, i);
  if (!m || (i > 0 && /[0-9０-９.．〔(（]/u.test(text[i - 1]!))) return -1;
  const [y, mo, d] = m[5] ? [m[1]!, m[5], m[6]] : [m[1]!, m[3]!, m[4]];
  if (!between(small(y), 1000, 2999) || !between(small(mo), 1, 12) || (d && !between(small(d), 1, 31))) return -1;
  // 2009.5 is a number as well; without a day the month wants its zero.
  if (!d && mo.length < 2) return -1;
  f.year = small(y);
  f.month = small(mo);
  if (d) f.day = small(d);
  return i + m[0].length;
});

const NOTE = sticky('[（(](?:周|星期|礼拜)[一二三四五六日天][）)]', '（(');

/** 3月5日(星期五): the weekday says nothing new. */
export const weekdayNote = reader([NOTE], (text, i, f) => {
  const m = f.day === undefined ? null : NOTE(text, i);
  return m ? i + m[0].length : -1;
});
