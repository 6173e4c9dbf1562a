import { charSet } from './char-set.ts';
import { numberAt } from './numbers.ts';
import { ARABIC, kindAt, NONE } from './numbers-tables.ts';
import { initials, type Matcher, sticky } from './sticky.ts';
import * as table from './times-tables.ts';

/** What a time expression says, part by part; what it does not say is undefined. */
export interface Fields {
  year?: number;
  /** Years from the base's. */
  yearShift?: number;
  /** Last year of 2018—2020年. */
  yearEnd?: number;
  /** Decade or century: its first year, and how many years it lasts. */
  era?: readonly [number, number];
  half?: 1 | 2;
  quarter?: number;
  quarterEnd?: number;
  /** Years of schooling from the base's, or the year in which one begins; half years of schooling from the base's. */
  schoolShift?: number;
  schoolYear?: number;
  termShift?: number;
  month?: number;
  monthEnd?: number;
  monthShift?: number;
  week?: number;
  weekShift?: number;
  /** 1 Monday … 7 Sunday. */
  weekday?: number;
  day?: number;
  dayEnd?: number;
  dayShift?: number;
  /** The n-th day or month of a year. */
  nthDay?: number;
  /** 初 中 末 旬, season, holiday: `part` says which. */
  part?: string;
  lunar?: boolean;
  leap?: boolean;
  daypart?: string;
  clock?: readonly [number, number | null, number | null];
  /** Last hour of 9—11时. */
  hourEnd?: number;
}

const A = '[0-9０-９]';
const C = '[〇○零一二两三四五六七八九十廿卅]';
/** What {@link A} and {@link C} match. */
const ARABICS = '0123456789０１２３４５６７８９';
const CHINESE = '〇○零一二两三四五六七八九十廿卅';
const NUMERALS = ARABICS + CHINESE;

const narrow = (s: string): string => s.replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** A short numeral: Arabic, 二〇一九, 十二, 廿一; NaN where it is none. */
export function small(s: string): number {
  if (!s) return Number.NaN;
  if (kindAt(s, 0) === ARABIC) return Number(narrow(s));
  const plain = s.replace(/○/gu, '〇').replace(/廿/gu, '二十').replace(/卅/gu, '三十');
  if (!/十/u.test(plain) && plain.length > 1) {
    let value = 0;
    for (const c of plain) value = value * 10 + '〇一二三四五六七八九'.indexOf(c === '零' ? '〇' : c);
    return value;
  }
  const n = numberAt(plain, 0);
  return n && n.end === plain.length ? n.value : Number.NaN;
}

const between = (n: number, lo: number, hi: number): boolean => n >= lo && n <= hi;

/** A reader tries to read one part of an expression at `i` into `f`: where it ends, or -1. */
type Reader = (text: string, i: number, f: Fields) => number;

const longest = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

const YEAR4 = sticky(`(?:公元)?(${A}{4}|[〇○零一二三四五六七八九]{4})(?:年度|年)(?![级龄])`, `公${NUMERALS}`);
const YEAR_SPAN = sticky(`(${A}{4})年?[ ]?(?:至|到|[-－—–―~～]{1,2})[ ]?(${A}{4})(?:年度|年)`, ARABICS);
const YEAR2 = sticky(
  `(${A}{2}|[〇零九八七六][〇零一二三四五六七八九])年(?=第|首|初|底|末|上半年|下半年|前${C}季|春|夏|秋|冬|端午|中秋|国庆|元旦|${A}{1,2}月|${C}{1,2}月|${C}季|${A}季|的)`,
  `${ARABICS}〇零九八七六`,
);
const YEAR_WORD = sticky(`(?:${longest(Object.keys(table.YEARS))})(?![轻级龄])`, initials(Object.keys(table.YEARS)));

const year: Reader = (text, i, f) => {
  const span = YEAR_SPAN(text, i);
  if (span) {
    f.year = small(span[1]!);
    f.yearEnd = small(span[2]!);
    return f.yearEnd >= f.year ? i + span[0].length : -1;
  }
  const four = YEAR4(text, i);
  if (four) {
    f.year = small(four[1]!);
    return i + four[0].length;
  }
  const two = YEAR2(text, i);
  if (two) {
    const n = small(two[1]!);
    f.year = n < 50 ? 2000 + n : 1900 + n;
    return i + two[0].length;
  }
  const word = YEAR_WORD(text, i);
  if (!word) return -1;
  f.yearShift = table.YEARS[word[0]]!;
  return i + word[0].length;
};

const ERA = sticky(
  `(?:(上个?世纪|本世纪|${A}{1,2}世纪|${C}{1,3}世纪)?(${A}{2}|[二三四五六七八九]十)年代|(上个?世纪|本世纪|${A}{1,2}世纪|${C}{1,3}世纪))(初期|前期|早期|初|中期|中叶|中|后期|末期|末|晚期)?`,
  `上本${NUMERALS}`,
);

function century(word: string): number {
  if (/^上/u.test(word)) return 20;
  return word.startsWith('本') ? 21 : small(word.replace('世纪', ''));
}

const era: Reader = (text, i, f) => {
  const m = ERA(text, i);
  if (!m) return -1;
  const base = (century(m[1] ?? m[3] ?? '上世纪') - 1) * 100;
  if (Number.isNaN(base)) return -1;
  f.era = m[2] ? [base + small(m[2]), 10] : [base, 100];
  if (m[4]) f.part = m[4];
  return i + m[0].length;
};

const QUARTER = sticky(
  `(?:前([二两三23])个?季度|第?([一二三四1234１２３４]|首)(?:个季度|季度|季(?!节)))`,
  '前第一二三四1234１２３４首',
);
/** 一至三季度, 1—3季度; 一、二季度 may be a heading. */
const QUARTER_SPAN = sticky('([一二三1-3])(?:至|到|[-－—–―~～]{1,2})([二三四2-4])个?季度', '一二三123');
const HALF = sticky('(上|下)半年(?!度?以)', '上下');

const portion: Reader = (text, i, f) => {
  const half = HALF(text, i);
  if (half) {
    f.half = half[1] === '上' ? 1 : 2;
    return i + half[0].length;
  }
  const several = QUARTER_SPAN(text, i);
  if (several && small(several[1]!) < small(several[2]!)) {
    f.quarter = small(several[1]!);
    f.quarterEnd = small(several[2]!);
    return i + several[0].length;
  }
  const q = QUARTER(text, i);
  if (!q) return -1;
  f.quarter = q[1] ? 1 : q[2] === '首' ? 1 : small(q[2]!);
  if (q[1]) f.quarterEnd = small(q[1]);
  return i + q[0].length;
};

const MONTH = sticky(`(农历|闰)?(${A}{1,2}|${C}{1,2}|正|腊)(?:月份|月)(?![季刊嫂])`, `农闰正腊${NUMERALS}`);
const MONTH_SPAN = sticky(
  `(${A}{1,2}|${C}{1,2})(?:月份|月)?(?:至|到|[-－—–―~～]{1,2})(${A}{1,2}|${C}{1,2})(?:月份|月)(?!${A}|${C}{1,3}[日号])`,
  NUMERALS,
);
const MONTH_WORD = sticky(`(?:${longest(Object.keys(table.MONTHS))})`, initials(Object.keys(table.MONTHS)));
const MONTH_NTH = sticky(`(?:第(${A}{1,2}|${C}{1,2})个月|(首)月)`, '第首');

const month: Reader = (text, i, f) => {
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
};

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
const dayBare: Reader = (text, i, f) => {
  if (f.month === undefined || f.day !== undefined) return -1;
  const m = DAY_BARE(text, i);
  if (!m || !between(small(m[1]!), 1, 31)) return -1;
  // A Chinese numeral (八月十五) or 初五 without 日 is a day of the lunar month.
  if (kindAt(m[1]!, 0) !== ARABIC && /^初?[〇零一二三四五六七八九十廿]/u.test(m[0])) f.lunar = true;
  f.day = small(m[1]!);
  return i + m[0].length;
};

const day: Reader = (text, i, f) => {
  const span = DAY_SPAN(text, i);
  if (span && between(small(span[1]!), 1, 31) && between(small(span[2]!), small(span[1]!), 31)) {
    f.day = small(span[1]!);
    f.dayEnd = small(span[2]!);
    return i + span[0].length;
  }
  const m = DAY(text, i);
  if (m && between(small(m[1]!), 1, 31)) {
    // 5号 alone is a house or a document: 号 needs its month.
    if (m[0].endsWith('号') && f.month === undefined && f.monthShift === undefined) return -1;
    f.day = small(m[1]!);
    return i + m[0].length;
  }
  const word = DAY_WORD(text, i);
  if (!word) return -1;
  f.dayShift = table.DAYS[word[0]]!;
  if (word[0].endsWith('晚')) f.daypart = '晚上';
  return i + word[0].length;
};

const week: Reader = (text, i, f) => {
  let at = i;
  // 两周一次, 三周一轮: a number of weeks, and no Monday.
  if (text[i] === '周' && i > 0 && /[一二两三四五六七八九十半几0-9每]/u.test(text[i - 1]!)) return -1;
  const m = WEEK(text, at);
  if (m) {
    if (m[1]) {
      if (f.month === undefined && f.monthShift === undefined && f.year === undefined) return -1;
      f.week = m[1] === '首' ? 1 : small(m[1]);
    } else f.weekShift = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 }[m[2]!]!;
    at += m[0].length;
  }
  const d =
    WEEKDAY(text, at) ?? (f.weekShift === undefined ? null : /^[一二三四五六日天]/u.exec(text.slice(at, at + 1)));
  if (!d) return at > i ? at : -1;
  f.weekday = '一二三四五六日天'.indexOf(d[1] ?? d[0]) + 1;
  if (f.weekday === 8) f.weekday = 7;
  return at + d[0].length;
};

const PART = sticky(
  '(?:年初|年底|年末|年终|年中|岁末|月初|月底|月末|月中|上旬|中旬|下旬|中下旬|初|底|末|暑假|寒假|(?:春|夏|秋|冬)(?:季|天))(?![级中步])',
  '年岁月上中下初底末暑寒春夏秋冬',
);
const NAMED = sticky(
  `(?:${longest([...Object.keys(table.HOLIDAYS), ...Object.keys(table.LUNAR)])})(?:当[天日])?`,
  initials([...Object.keys(table.HOLIDAYS), ...Object.keys(table.LUNAR)]),
);
const FEAST = sticky(
  `[“"「']?(${longest(Object.keys(table.QUOTED))})[”"」']?(?=前夕|前后|期间|之前|到来|当天|来临|前|之际|假期|小?长假)`,
  `“"「'${initials(Object.keys(table.QUOTED))}`,
);
const FEAST_QUOTED = sticky(
  `[“"「'](${longest(Object.keys(table.QUOTED))})[”"」'](?!活动|口号|勋章|表彰|劳动奖|讲话|奖|红旗)`,
  '“"「\'',
);

const part: Reader = (text, i, f) => {
  const m = PART(text, i);
  if (m) {
    const open =
      f.year !== undefined ||
      f.yearShift !== undefined ||
      f.month !== undefined ||
      f.monthShift !== undefined ||
      f.quarter !== undefined;
    if (/^[初底末]/u.test(m[0]) && !open) return -1;
    f.part = m[0];
    return i + m[0].length;
  }
  const named = NAMED(text, i);
  if (named) {
    f.part = named[0].replace(/当[天日]$/u, '');
    return i + named[0].length;
  }
  const feast = FEAST(text, i) ?? FEAST_QUOTED(text, i);
  if (!feast || f.month !== undefined) return -1;
  f.part = feast[1]!;
  return i + feast[0].length;
};

const nthDay: Reader = (text, i, f) => {
  const m = DAY_NTH(text, i);
  if (!m || (f.year === undefined && f.yearShift === undefined)) return -1;
  f.nthDay = small(m[1]!);
  return i + m[0].length;
};

const DAYPART = sticky(`(?:${longest(Object.keys(table.DAYPARTS))})`, initials(Object.keys(table.DAYPARTS)));
const CLOCK = sticky(`(${A}{1,2})[:：](${A}{2})(?:[:：](${A}{2}))?(?!${A})时?`, ARABICS);
const OCLOCK = sticky(
  `(${A}{1,2}|${C}{1,3})(?:点钟|点|时(?![间候代期刻常限效]))(?:(半)|(一刻|三刻)|(${A}{1,2}|${C}{1,3})分?|整)?(?:(${A}{1,2})秒)?(?:多钟|多|许|钟)?(?![个名人建的年]|方面)`,
  NUMERALS,
);

const HOUR_SPAN = sticky(
  `(${A}{1,2})(?:至|到|[-－—–―~～]{1,2})(${A}{1,2})(?:点钟?|时)(?![间候代期刻常限效]|半|${A})`,
  ARABICS,
);

const daypart: Reader = (text, i, f) => {
  const m = DAYPART(text, i);
  if (!m) return -1;
  const alone = f.day === undefined && f.dayShift === undefined && f.weekday === undefined && f.part === undefined;
  // 早, 晚 alone are words; 晚 behind a day is an evening.
  if (m[0].length === 1 && alone) return -1;
  f.daypart = m[0];
  return i + m[0].length;
};

const clock: Reader = (text, i, f) => {
  const digital = CLOCK(text, i);
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
};

const NUMERIC = sticky(
  `(${A}{4})(?:([-./－．／])(${A}{1,2})(?:\\2(${A}{1,2}))?|(${A}{2})(${A}{2}))(?!${A}|[%％万亿]|[.]${A}|-${A}{1,3}(?!${A}))`,
  ARABICS,
);

/** 2019.9.6, 2019/04/19, 2008.03, 20240307 */
const numeric: Reader = (text, i, f) => {
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
};

const SCHOOL_YEAR = sticky(`(${A}{4})年?(?:至|到|/|[-－—–―~～]{1,2})(${A}{4})年?学年度?`, ARABICS);
const SCHOOL = sticky('(本|今|上|去|下|新)(学年度?|学期(?!间))', '本今上去下新');
const SCHOOL_STEP: Readonly<Record<string, number>> = { 本: 0, 今: 0, 上: -1, 去: -1, 下: 1, 新: 0 };

/** 2020—2021学年, 本学年, 上学期 */
const school: Reader = (text, i, f) => {
  const years = SCHOOL_YEAR(text, i);
  if (years && small(years[2]!) === small(years[1]!) + 1) {
    f.schoolYear = small(years[1]!);
    return i + years[0].length;
  }
  const m = SCHOOL(text, i);
  if (!m) return -1;
  const step = SCHOOL_STEP[m[1]!]!;
  if (m[2] === '学期') f.termShift = step;
  else f.schoolShift = step;
  return i + m[0].length;
};

const NOTE = sticky('[（(](?:周|星期|礼拜)[一二三四五六日天][）)]', '（(');

/** 3月5日(星期五): the weekday says nothing new. */
const weekdayNote: Reader = (text, i, f) => {
  const m = f.day === undefined ? null : NOTE(text, i);
  return m ? i + m[0].length : -1;
};

/** Readers in the order in which the parts of a date follow each other, each with all that it may begin with. */
const SEQUENCE: readonly (readonly [Reader, ...Matcher[]])[] = [
  [school, SCHOOL_YEAR, SCHOOL],
  [numeric, NUMERIC],
  [era, ERA],
  [year, YEAR_SPAN, YEAR4, YEAR2, YEAR_WORD],
  [portion, HALF, QUARTER_SPAN, QUARTER],
  [month, MONTH_SPAN, MONTH, MONTH_NTH, MONTH_WORD],
  [week, WEEK, WEEKDAY],
  [part, PART, NAMED, FEAST, FEAST_QUOTED],
  [day, DAY_SPAN, DAY, DAY_WORD],
  [dayBare, DAY_BARE],
  [weekdayNote, NOTE],
  [nthDay, DAY_NTH],
  [part, PART, NAMED, FEAST, FEAST_QUOTED],
  [daypart, DAYPART],
  [clock, CLOCK, HOUR_SPAN, OCLOCK],
];
const READERS = SEQUENCE.map(([read]) => read);
/** By character: the readers that may begin with it, a bit each. Most characters begin with one or none of them. */
const BEGINNERS = new Uint32Array(0x10000);
for (const [k, [, ...matchers]] of SEQUENCE.entries())
  for (const { starts } of matchers) for (const c of starts) BEGINNERS[c.charCodeAt(0)]! |= 1 << k;
const beginnersAt = (text: string, i: number): number => (i < text.length ? BEGINNERS[text.charCodeAt(i)]! : 0);

/** What may stand behind a blank or 的 inside an expression (2023年三月的第二周, 2019-01-02 15:20). */
const BEHIND_BLANK: ReadonlySet<Reader> = new Set([clock, week, month, part]);
const isBlank = charSet(' 的-');

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
  for (let k = 0; k < READERS.length; k++) {
    const read = READERS[k]!;
    const next = beginnersAt(text, at) & (1 << k) ? read(text, at, fields) : -1;
    if (next >= 0) {
      at = next;
      continue;
    }
    if (at === i || !isBlank(text.charCodeAt(at)) || !BEHIND_BLANK.has(read)) continue;
    const probe = { ...fields };
    const over = read(text, at + 1, probe);
    if (over >= 0) {
      Object.assign(fields, probe);
      at = over;
    }
  }
  return at > i ? { fields, end: at } : null;
}
