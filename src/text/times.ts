import { charSet } from './char-set.ts';
import { ARABIC, kindAt, MINUS, NONE } from './numbers-tables.ts';
import { initials, sticky } from './sticky.ts';
import { type Anchor, anchored, anchorOf } from './times-anchor.ts';
import { squeezed } from './times-blanks.ts';
import type { Civil } from './times-calendar.ts';
import * as cal from './times-calendar.ts';
import { epochAt } from './times-epochs.ts';
import { eventBefore } from './times-events.ts';
import { mayStart, readFields } from './times-fields.ts';
import { isOfDay, originsOf, type TimeBase } from './times-origins.ts';
import { portionAt } from './times-portions.ts';
import { type Fields, small } from './times-readers.ts';
import { relative } from './times-relative.ts';
import { type Resolved, resolve } from './times-resolve.ts';
import { VAGUE } from './times-tables.ts';

/** A time expression as it stands in a text. UTF-16 range. */
export interface TimeMention {
  start: number;
  end: number;
  text: string;
  /** `point` a date or moment · `span` a stretch between two times · `period` one that comes again (每季度). */
  kind: 'point' | 'span' | 'period';
  /**
   * Half-open, ISO 8601 without zone (`2020-03-01`, `2020-03-01T08:30:00`); null where it is open or where neither the
   * text nor the base says.
   */
  from: string | null;
  to: string | null;
  /** The ends are only roughly known: 年初, 近年来. */
  blur: boolean;
}

interface Found extends Resolved {
  end: number;
  kind: TimeMention['kind'];
  fields?: Fields;
}

const VAGUE_WORD = sticky(
  `(?:${Object.keys(VAGUE)
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  initials(Object.keys(VAGUE)),
);
const PLAN = sticky(
  '第([一二三四五六七八九十]{1,2})个五年(?:规划|计划)(?:时期|期间|以来)?|[“"「]?([一二三四五六七八九]|十[一二三四五六七八九]?)五[”"」]?(?:规划)?(?:时期|期间|初期|中期|末期|末|以来|规划期)|[“"「](十[一二三四五六七八九])五[”"」]',
  '第“"「一二三四五六七八九十',
);

/** Five-year plans: the first ran 1953–1957, the second 1958–1962, from the third (1966) on every five years. */
function plan(text: string, i: number, base: Civil | null): Found | null {
  const m = PLAN(text, i);
  if (!m) return null;
  const k = small((m[1] ?? m[2] ?? m[3])!);
  const y = k === 1 ? 1953 : k === 2 ? 1958 : 1966 + 5 * (k - 3);
  const end = i + m[0].length;
  if (/以来$/u.test(m[0])) return { from: cal.civil(y), to: base, blur: false, end, kind: 'span' };
  const [a, b] = PLAN_PARTS[/(?:[初中末]期|末)$/u.exec(m[0])?.[0] ?? ''] ?? [0, 5];
  return { from: cal.civil(y + a), to: cal.civil(y + b), blur: b - a < 5, end, kind: 'span' };
}

/** Years of a plan that its beginning, middle and end are; “十四五”末 is its last year. */
const PLAN_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  初期: [0, 2],
  中期: [2, 3],
  末期: [3, 5],
  末: [4, 5],
};

const TURN = sticky('岁末年初|年末岁初|年终岁尾', '岁年');

/** 岁末年初: December to February, the turn of the year that is nearest to the base. */
function turnOfYear(text: string, i: number, base: Civil | null): Found | null {
  const m = TURN(text, i);
  if (!m) return null;
  const end = i + m[0].length;
  if (base === null) return { from: null, to: null, blur: true, end, kind: 'span' };
  const p = cal.parts(base);
  const y = p.m <= 6 ? p.y - 1 : p.y;
  return { from: cal.civil(y, 12), to: cal.civil(y + 1, 3), blur: true, end, kind: 'span' };
}

const UNTIL = sticky('截[至止](?:到)?', '截');

/** 截至6月底: up to its end. */
function upTo(text: string, i: number, base: Civil | null): Found | null {
  const m = UNTIL(text, i);
  // 截至截至 is none, and must not be followed all the way down.
  const what = m && text[i + m[0].length] !== '截' ? timeAt(text, i + m[0].length, base) : null;
  return what && what.kind !== 'period' ? { ...what, from: null, kind: 'span' } : null;
}

const COLD = sticky('(今|去|明)冬(今|明|来)春', '今去明');
/** 今冬明春: from the beginning of winter to the end of spring. */
function coldSeason(text: string, i: number, base: Civil | null): Found | null {
  const m = COLD(text, i);
  if (!m) return null;
  const end = i + m[0].length;
  if (base === null) return { from: null, to: null, blur: true, end, kind: 'span' };
  const y = cal.parts(base).y + (m[1] === '去' ? -1 : m[1] === '明' ? 1 : 0);
  return { from: cal.civil(y, 11, 7), to: cal.civil(y + 1, 5, 5), blur: true, end, kind: 'span' };
}

const AT_ONCE = sticky('即日起(?=[至到])', '即');

function vague(text: string, i: number, base: Civil | null): Found | null {
  const m = VAGUE_WORD(text, i);
  if (!m) return null;
  const what = VAGUE[m[0]];
  const end = i + m[0].length;
  if (what === 'future') return { from: base, to: null, blur: true, end, kind: 'span' };
  if (what === 'now') return { from: null, to: base, blur: true, end, kind: 'point' };
  return { from: null, to: base, blur: true, end, kind: 'span' };
}

const PERIOD = sticky(
  '每(?:隔|一|个)?(?:([0-9０-９]{1,2}|[两二三四五六七八九十半])个?)?(年度|学年|年|季度|季|月份|月|旬|周|星期|礼拜|天|日|小时|学期|学年|届)(?!龄)',
  '每',
);

/** 每年, 每两周, 每半年: how often, without a place in time. */
function period(text: string, i: number): Found | null {
  const m = PERIOD(text, i);
  return m && { from: null, to: null, blur: false, end: i + m[0].length, kind: 'period' };
}

const RANGE = sticky('[ \\u3000]?(?:日?[-－—–―~～]{1,2}|起?至|起?到)[ \\u3000]?', ' \u3000日-－—–―~～起至到');
const AFTER = sticky(
  '(?:左右|前后|前夕|同期|以来|以前|之前|以后|之后|期间|之际|之间|起至今|至今|开始|为止|止|年内|起|许|间|来|前|后|内)',
  '左前以之期起至开为止年许间来后内同',
);
/** Words that a tail of one character would be cut from: 2020年来源, 年底前往, 今年内容. */
const NO_TAIL = /^(?:来[自到源看访]|前[往来进列期者茅沿]|后[勤续备]|内[容部涵地外需]|起[到来步草点]|间[接隔]|期间)/u;

/** What a second date does not say, the first one says: 2015年1月至12月, 12月9日至16日. */
function inherit(second: Fields, first: Fields): Fields {
  const out = { ...second };
  const dated = out.year !== undefined || out.yearShift !== undefined || out.era !== undefined;
  if (
    !dated &&
    out.dayShift === undefined &&
    out.weekday === undefined &&
    out.weekShift === undefined &&
    out.monthShift === undefined
  ) {
    if (first.year !== undefined) out.year = first.year;
    if (first.yearShift !== undefined) out.yearShift = first.yearShift;
    if (out.month === undefined && (out.day !== undefined || out.clock || out.part === undefined)) {
      if (first.month !== undefined) out.month = first.month;
      if (first.monthShift !== undefined) out.monthShift = first.monthShift;
      if (first.lunar) out.lunar = true;
    }
    if (out.clock && out.day === undefined) {
      if (first.day !== undefined) out.day = first.day;
      if (first.dayShift !== undefined) out.dayShift = first.dayShift;
      if (first.weekday !== undefined) out.weekday = first.weekday;
    }
  }
  // 下周一至周三
  if (out.weekday !== undefined && out.weekShift === undefined && out.month === undefined && first.weekShift)
    out.weekShift = first.weekShift;
  if (out.clock && !out.daypart && first.daypart) out.daypart = first.daypart;
  return out;
}

const NUMERIC_TAIL = sticky('([0-9]{4})(?![0-9年.])', '0123456789');

/** The second half of a range behind `i`, or null. */
function second(text: string, i: number, first: Fields, base: Civil | null): Found | null {
  const join = RANGE(text, i);
  if (!join) return null;
  const at = i + join[0].length;
  const now = vague(text, at, base);
  if (now?.kind === 'point') return { ...now, from: base };
  const read = readFields(text, at) ?? bareHour(text, at, first);
  const year = first.year !== undefined && first.day === undefined && !read ? NUMERIC_TAIL(text, at) : null;
  if (year) return { ...cal.yearOf(Number(year[1])), blur: false, end: at + 4, kind: 'point' };
  if (!read) return null;
  const fields = inherit(read.fields, first);
  // 到今天 is up to now.
  if (base !== null && fields.dayShift === 0 && Object.keys(fields).length === 1)
    return { from: base, to: base, blur: false, end: read.end, kind: 'point' };
  return { ...resolve(fields, base), end: read.end, kind: 'point', fields };
}

/** 3点 behind 下午1点到: an hour that only a range makes one. */
function bareHour(text: string, i: number, first: Fields): { fields: Fields; end: number } | null {
  if (!first.clock) return null;
  const m = /^([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[点时](半)?/u.exec(text.slice(i, i + 6));
  if (!m) return null;
  const hour = small(m[1]!);
  return hour <= 24 ? { fields: { clock: [hour, m[2] ? 30 : null, null] }, end: i + m[0].length } : null;
}

/** What follows an expression and changes its interval: 以来, 前, 以后, 左右. */
function tailed(text: string, f: Found, base: Civil | null): Found {
  if (NO_TAIL.test(text.slice(f.end, f.end + 2)) && !/^期间/u.test(text.slice(f.end, f.end + 2))) return f;
  const m = AFTER(text, f.end);
  if (!m) return f;
  const end = f.end + m[0].length;
  // 自今年4月起, said in March: open towards the future.
  if (/来$|起|开始|至今/u.test(m[0]))
    return { ...f, to: base !== null && f.from !== null && base <= f.from ? null : base, end, kind: 'span' };
  // 2025年前 is before its end: it reaches to the last day of 2025.
  if (/^(?:以前|之前|前|为止)$/u.test(m[0])) {
    const ahead = base !== null && f.to !== null && base < f.to;
    return { ...f, from: ahead ? base : null, end, kind: 'span' };
  }
  if (/后$/u.test(m[0]) && m[0] !== '前后') return { ...f, to: null, end, kind: 'span' };
  return { ...f, blur: f.blur || /左右|前后|前夕|许|之际|同期/u.test(m[0]), end };
}

/** A date or stretch that the text names, with the second end of a range and the words behind it. */
function absolute(text: string, i: number, base: Civil | null): Found | null {
  const read = readFields(text, i);
  if (!read) return null;
  const first: Found = {
    ...resolve(read.fields, base),
    end: read.end,
    kind: isSpan(read.fields) ? 'span' : 'point',
    fields: read.fields,
  };
  const portion = portionAt(text, read.end, first);
  if (portion) return tailed(text, { ...portion, blur: first.blur, kind: 'span' }, base);
  const other = second(text, read.end, read.fields, base);
  if (other && (other.to === null || first.from === null || other.to > first.from)) {
    const to = other.fields?.clock && other.fields.clock[1] === null ? other.from : other.to;
    return tailed(text, { from: first.from, to, blur: first.blur || other.blur, end: other.end, kind: 'span' }, base);
  }
  return tailed(text, first, base);
}

const isSpan = (f: Fields): boolean =>
  f.yearEnd !== undefined ||
  f.monthEnd !== undefined ||
  f.dayEnd !== undefined ||
  f.half !== undefined ||
  f.quarter !== undefined ||
  f.era !== undefined;

const RECENT = sticky('今明两年', '今');

function timeAt(text: string, i: number, base: Civil | null): Found | null {
  const c = text[i]!;
  if (c === '每') return period(text, i);
  if (RECENT(text, i)) {
    const y = base === null ? null : cal.parts(base).y;
    return { from: y && cal.civil(y), to: y && cal.civil(y + 2), blur: false, end: i + 4, kind: 'span' };
  }
  const turn = turnOfYear(text, i, base) ?? coldSeason(text, i, base);
  if (turn) return turn;
  const now = AT_ONCE(text, i);
  const until = now && second(text, i + now[0].length, {}, base);
  if (until) return { ...until, from: base, kind: 'span' };
  // 最近五年, before 最近 alone
  const recent = c === '最' ? relative(text, i, base) : null;
  const epoch = epochAt(text, i);
  if (epoch) return { ...epoch, to: base, blur: false, kind: 'span' };
  return (
    recent ??
    vague(text, i, base) ??
    upTo(text, i, base) ??
    plan(text, i, base) ??
    relative(text, i, base) ??
    absolute(text, i, base)
  );
}

/** Further characters that open an expression: 目前, 近三年, 未来, 截至, 过去, 每年, 迄今. */
const opens = charSet('目现截到迄至近日最不多长一每过未以头半即再这');

/** What may follow the digits that an expression begins with; most numbers of the genre count something and end here. */
const BEHIND_DIGITS =
  '年月日号时点:：-－—–―~～./．／至到世个季周礼星天工小钟刻分秒半多余餘来几幾,，、十拾百佰千仟万萬亿億兆又 ';
const goesOn = charSet(BEHIND_DIGITS);
/** The same behind a Chinese numeral: 十四五”时期, 五四青年节, 七夕, 三八前夕, 一直以来, 二○一九. */
const goesOnInWords = charSet(`${BEHIND_DIGITS}○點”"」'规时期初中末以妇青劳节夕前之当假直`);

/** A longer run of Chinese numerals is read as far as it goes: it must not be run through again from each of its characters. */
const NUMERAL_MAX = 16;

/** False where the numeral at `i` is none of a time, by the character behind it. */
function mayBeTime(text: string, i: number): boolean {
  const kind = kindAt(text, i);
  if (kind === NONE || kind === MINUS) return true;
  let end = i + 1;
  if (kind === ARABIC) {
    while (kindAt(text, end) === ARABIC) end++;
    // 20240307
    return end - i === 8 || goesOn(text.charCodeAt(end));
  }
  const high = i + NUMERAL_MAX;
  for (let k = kindAt(text, end); end < high && k !== NONE && k !== ARABIC && k !== MINUS; k = kindAt(text, end)) end++;
  return kindAt(text, end) !== NONE || goesOnInWords(text.charCodeAt(end));
}

/**
 * Finds the time expressions of a text, left to right, in one pass.
 *
 * @param base the article's own date, ISO 8601 (`2020`, `2020-06`, `2020-06-14`, with a time of day or without); what
 *   the text leaves open (8月, 去年, 近三年) is resolved against it. Null: only what the text itself says is resolved. Or one for each
 *   stretch of the text, in order, the first from its beginning.
 * @param most the search ends with so many.
 */
export function findTimes(
  text: string,
  base: string | null | readonly TimeBase[],
  most = Number.POSITIVE_INFINITY,
): TimeMention[] {
  const origins = originsOf(base);
  const { text: read, from } = squeezed(text);
  const out: TimeMention[] = [];
  let anchor: Anchor | null = null;
  let last = null as Found | null;
  const alone = bareTime(text, origins(text, 0, 0).base);
  if (alone) return [alone];
  for (let i = 0; i < read.length && out.length < most; ) {
    if (!mayStart(read, i) && !opens(read.charCodeAt(i))) {
      i++;
      continue;
    }
    const origin = origins(read, i, from ? from[i]! : i);
    const here: Civil | null = anchored(read, i, anchor, origin.base) ?? origin.base;
    // 每月5日前: the day of a month, not five days ago.
    const dated: Found | null = last?.kind === 'period' && last.end === i ? absolute(read, i, here) : null;
    const f: Found | null = dated ?? (mayBeTime(read, i) ? timeAt(read, i, here) : null);
    if (!f) {
      i = afterNumber(read, i);
      continue;
    }
    const { kind, blur } = f;
    const event = eventBefore(read, i, f.end, last?.end ?? 0);
    if (origin.undated && f.fields && isOfDay(f.fields)) Object.assign(f, { from: null, to: null });
    // How long before a lesson, not how long before today.
    if (event !== null) Object.assign(f, { from: null, to: null });
    const first = i - (event ?? 0);
    const start = from ? from[first]! : first;
    const end = from ? from[f.end - 1]! + 1 : f.end;
    out.push({ start, end, text: text.slice(start, end), kind, from: cal.iso(f.from), to: cal.iso(f.to), blur });
    if (kind !== 'period') anchor = anchorOf(read, i, f) ?? anchor;
    last = f;
    i = f.end;
  }
  return out;
}

/** A text that is nothing but digits of a date, as a cell of a table is: 2018, 24年, 09-01. */
function bareTime(text: string, base: Civil | null): TimeMention | null {
  if (text.length > 6) return null;
  const m = /^(?:((?:19|20)[0-9]{2})|([0-9]{2})年|([01]?[0-9])-([0-3]?[0-9]))$/u.exec(text);
  if (!m) return null;
  const make = (from: Civil, to: Civil): TimeMention => {
    const ends = { from: cal.iso(from), to: cal.iso(to) };
    return { start: 0, end: text.length, text, kind: 'point', ...ends, blur: false };
  };
  if (m[3]) {
    const [month, day] = [Number(m[3]), Number(m[4])];
    if (base === null || !(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
    const { y } = cal.parts(base);
    return make(cal.civil(y, month, day), cal.civil(y, month, day + 1));
  }
  const y = m[1] ? Number(m[1]) : Number(m[2]) + (Number(m[2]) < 50 ? 2000 : 1900);
  return make(cal.civil(y), cal.civil(y + 1));
}

/** No expression starts inside a number: the 08 of 2.08万 is no month. */
function afterNumber(text: string, i: number): number {
  let at = i + 1;
  if (kindAt(text, i) === ARABIC) while (kindAt(text, at) === ARABIC || text[at] === '.' || text[at] === '．') at++;
  return at;
}
