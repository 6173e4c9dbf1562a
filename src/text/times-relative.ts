import { numberAt } from './numbers.ts';
import { BETWEEN } from './numbers-bounds.ts';
import { kindAt, NONE } from './numbers-tables.ts';
import { sticky } from './sticky.ts';
import type { Civil } from './times-calendar.ts';
import * as cal from './times-calendar.ts';
import type { Resolved } from './times-resolve.ts';

const LEAD = sticky(
  '(?:再过|过去|这|最近|近|未来|今后|今后的|过去的|以后|下一步|前|头|过)(?:的)?',
  '再过这最近未今以下前头',
);
const UNIT = sticky(
  '(?:个)?(半)?(多|余|来)?(年|月|季度|星期|礼拜|周|工作日|天|日|小时|钟头|刻钟|分钟|秒钟|秒|世纪)(半)?(多)?(时间)?',
  '个半多余来年月季星礼周工天日小钟刻分秒世',
);
const TAIL = sticky('(?:以来|以前|之前|以后|之后|以内|之内|来|前|后|内|间)', '以之来前后内间');

const STEP: Readonly<Record<string, number>> = {
  天: cal.DAY,
  日: cal.DAY,
  星期: 7 * cal.DAY,
  礼拜: 7 * cal.DAY,
  周: 7 * cal.DAY,
  小时: cal.HOUR,
  钟头: cal.HOUR,
  分钟: cal.MINUTE,
  刻钟: 15 * cal.MINUTE,
  秒钟: cal.SECOND,
  秒: cal.SECOND,
};
const MONTHS: Readonly<Record<string, number>> = { 年: 12, 月: 1, 季度: 3, 世纪: 1200 };

/** `t` moved by `n` units, backwards where n is negative. Halves of a month are 15 days. */
function move(t: Civil, n: number, unit: string): Civil {
  const months = MONTHS[unit];
  if (months) {
    // Half a year is half of 365 days.
    if (unit === '年' && !Number.isInteger(n)) {
      const years = Math.trunc(n);
      return cal.addMonths(t, years * months) + (n - years) * 365 * cal.DAY;
    }
    const all = n * months;
    const whole = Math.trunc(all);
    return cal.addMonths(t, whole) + Math.round((all - whole) * 30) * cal.DAY;
  }
  if (unit === '工作日') {
    let at = t;
    for (let left = Math.min(Math.abs(n), 2000); left > 0; ) {
      at += Math.sign(n) * cal.DAY;
      if (![0, 6].includes(cal.parts(at).weekday)) left--;
    }
    return at;
  }
  return t + n * STEP[unit]!;
}

interface Amount {
  end: number;
  n: number;
  unit: string;
  rough: boolean;
}

/** The year's own four digits, in a Chinese numeral one by one. */
const DIGITS = /^[〇○零一二三四五六七八九]{4}$/u;

const isYear = (text: string, i: number, { arabic, value, end }: NonNullable<ReturnType<typeof numberAt>>): boolean =>
  value > 1900 && value < 2100 && (arabic || DIGITS.test(text.slice(i, end)));

/** 三年, 两个半月, 15个工作日, 半年 at `i`. */
function amount(text: string, i: number): Amount | null {
  const half = text[i] === '半';
  const number = half ? null : numberAt(text, i);
  if (!half && number?.form !== 'plain') return null;
  let at = half ? i + 1 : number!.end;
  const more = BETWEEN.has(text[at] ?? '') && !half;
  if (more) at++;
  const m = UNIT(text, at);
  if (!m) return null;
  // 8月 is August; months are counted with 个, or halved.
  if (m[3] === '月' && !half && !m[0].startsWith('个')) return null;
  // 2025年前 and 二〇一九年以来 are years, 1000年前 and 一千九百年前 stretches.
  if (m[3] === '年' && number && isYear(text, i, number)) return null;
  const n = (half ? 0.5 : number!.value) + (m[1] || m[4] ? 0.5 : 0);
  return { end: at + m[0].length, n, unit: m[3]!, rough: more || Boolean(m[2] ?? m[5]) || number?.max !== undefined };
}

const startOfDay = (t: Civil): Civil => Math.floor(t / cal.DAY) * cal.DAY;

/** The year, month or day that lies `n` units away, whole. */
function whole(t: Civil, unit: string): { from: Civil; to: Civil } {
  const p = cal.parts(t);
  if (unit === '年' || unit === '世纪') return { from: cal.civil(p.y), to: cal.civil(p.y + 1) };
  if (unit === '月' || unit === '季度') return { from: cal.civil(p.y, p.m), to: cal.civil(p.y, p.m + 1) };
  if (STEP[unit] && STEP[unit]! < cal.DAY) return { from: t, to: t + STEP[unit]! };
  return { from: startOfDay(t), to: startOfDay(t) + cal.DAY };
}

/** What was counted from the base, and where it ends in the text. */
interface Counted extends Resolved {
  end: number;
  kind: 'point' | 'span';
}

/** 近三年, 未来5年, 三年来, 两年前, 15个工作日内: stretches counted from the base. */
export function relative(text: string, i: number, base: Civil | null): Counted | null {
  const lead = LEAD(text, i);
  if (!lead && text[i] !== '半' && kindAt(text, i) === NONE) return null;
  // 于15日前: the day of a month.
  if ((text[i - 1] === '于' || text[i - 1] === '在') && /^[0-9]{1,2}日前/u.test(text.slice(i, i + 4))) return null;
  // 提前3天: the 前 belongs to the verb.
  if (text[i] === '前' && (text[i - 1] === '提' || text.startsWith('公元', i - 2))) return null;
  // 超过三年, 经过五年: no time to come.
  if (lead?.[0] === '过' && i > 0 && !/[，,。；;：:\n要得]/u.test(text[i - 1]!)) return null;
  const a = amount(text, lead ? i + lead[0].length : i);
  if (!a) return null;
  // 这一年 is a year.
  if (lead?.[0] === '这' && a.n === 1) return null;
  // 前三季度 are the first three of a year.
  if (lead?.[0] === '前' && a.unit === '季度') return null;
  // 前5个月, said in June: since January.
  if (/^[前头]$/u.test(lead?.[0] ?? '') && a.unit === '月' && base !== null && cal.parts(base).m === a.n + 1) {
    const { y } = cal.parts(base);
    return { from: cal.civil(y), to: cal.civil(y, a.n + 1), blur: false, end: a.end, kind: 'span' };
  }
  const tail = TAIL(text, a.end);
  // 前三名 and 前5个 are no times; 前两年 and 前三天 are. A tail that begins a word is none: 三年内容, 两天后勤.
  const cut =
    tail && /^(?:内[容部涵地外]|后[勤备续]|前[进列沿景]|来[自到源看]|间[接隔断])/u.test(text.slice(a.end, a.end + 2));
  const word = tail && !cut ? tail[0] : '';
  if (!lead && !word) return null;
  const end = a.end + word.length;
  if (base === null) return { from: null, to: null, blur: true, end, kind: 'span' };
  return {
    ...counted(a, lead?.[0] ?? '', word, base),
    blur: a.rough || a.unit in MONTHS,
    end,
    kind: word === '前' || word === '后' ? 'point' : 'span',
  };
}

/** The stretch or point that an amount of time with its words means, counted from the base. */
function counted(a: Amount, lead: string, word: string, base: Civil): cal.Interval {
  const long = a.unit in MONTHS;
  // Half a year is counted in months, half a month in days.
  const unit = Number.isInteger(a.n) ? a.unit : (({ 年: '月', 月: '天' } as Record<string, string>)[a.unit] ?? a.unit);
  const ago = move(base, -a.n, a.unit);
  const ahead = move(base, a.n, a.unit);
  // From the end of a year years are counted whole.
  const years = a.unit === '年' && Number.isInteger(a.n) && cal.isYearsEnd(base);
  const far = (t: Civil): Civil => (years ? cal.civil(cal.parts(t).y + (t < base ? 1 : 0)) : long ? startOfDay(t) : t);
  const short = unit in STEP && STEP[unit]! < cal.DAY;
  const within = unit in STEP && STEP[unit]! < cal.DAY ? ahead : whole(ahead, unit).to;
  if (/^再?过$/u.test(lead)) return { from: short ? ahead : startOfDay(ahead), to: null };
  if (/^(?:未来|今后|以后|下一步)/u.test(lead)) return { from: base, to: far(ahead) };
  if (/[来间]$/u.test(word) || (lead && !/^[前头]/u.test(lead))) return { from: far(ago), to: base };
  if (/内$/u.test(word)) return { from: base, to: long && Number.isInteger(a.n) ? far(ahead) : within };
  if (/^(?:以前|之前)$/u.test(word)) return { from: null, to: whole(ago, unit).to };
  if (/^(?:以后|之后)$/u.test(word)) return { from: whole(ahead, unit).from, to: null };
  if (word === '后') return short ? { from: ahead, to: ahead + Math.min(a.n, 1) * STEP[unit]! } : whole(ahead, unit);
  if (word === '前') return short ? { from: ago - STEP[unit]!, to: ago } : whole(ago, unit);
  return { from: far(ago), to: base };
}
