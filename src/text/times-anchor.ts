import { sticky } from './sticky.ts';
import { type Civil, parts } from './times-calendar.ts';
import type { Fields } from './times-readers.ts';

/** Words that count from a date named before: 2018年立项,次年动工. */
const BACK = sticky('(?:同|当|次|翌)(?:年|月|日|天|晚|夜|晨)', '同当次翌');
/** Parts of a year that is not said: 2023年，新修渠道80公里，年末灌区达到3万亩. */
const PART = sticky(
  '全年|年[末底初中内]|[上下]半年|[一二三四1-4]季度|(?:1[0-2]|[1-9])月',
  '全年上下一二三四0123456789',
);
/**
 * A year that opens its clause, or stands behind who did it, is what the sentence tells of; not one that another is held against,
 * that something ends with, or that is said of a thing: 比去年, 自2019年, 落实2023年部署, 在去年基础上.
 */
const OPENING = /(?:^|[。，,；;：:！!？?\n\s、（(“”]|[省市县区州镇乡村局委部院校所厅司社]|街道|我们|小组)$/u;
const THING = /^(?:的|基础|以来|[^，,。；;\n]{0,12}(?:影响|基础上|之后|目标))/u;
/** 6月底前, 年底前要. */
const AHEAD = /^[0-9一二三四五六七八九十上下半年月底末季度]{1,6}前/u;
/** How far back that date may stand. */
const REACH = 120;
/** 下步打算：明年，将…: what the rest of the paragraph is about. */
const TOPIC = /^[，,将要我全]/u;
const TOPIC_REACH = 400;

/** A date that the text has named. */
export interface Anchor {
  end: number;
  from: Civil;
  /** The finest part that it names. */
  part: 'year' | 'month' | 'day';
  /** What follows in its sentence tells of that year. */
  told: boolean;
  /** It is a year to come that its paragraph tells of. */
  topic: boolean;
}

/** A mention as an anchor sees it; half-open UTF-16 range. */
interface Mention {
  end: number;
  from: Civil | null;
  to: Civil | null;
  fields?: Fields;
}

/** The anchor that a mention makes for what follows it, or null: a range is none. */
export function anchorOf(text: string, start: number, { end, from, to, fields }: Mention): Anchor | null {
  if (!fields || from === null || fields.era || fields.yearEnd || fields.monthEnd || fields.dayEnd) return null;
  const dated = fields.year !== undefined || fields.yearShift !== undefined || fields.month !== undefined;
  if (!dated) return null;
  const part = fields.day !== undefined ? 'day' : fields.month !== undefined ? 'month' : 'year';
  const told = part === 'year' && to !== null && /[年度]$/u.test(text.slice(start, end));
  const topic = told && fields.yearShift === 1 && /(?:^|[：:。\n])$/u.test(text.slice(Math.max(0, start - 1), start));
  return {
    end,
    from,
    part,
    // 上年的20分: what it is of.
    told: told && OPENING.test(text.slice(Math.max(0, start - 2), start)) && !THING.test(text.slice(end, end + 20)),
    topic: topic && TOPIC.test(text.slice(end, end + 1)),
  };
}

const NEEDS: Readonly<Record<string, readonly Anchor['part'][]>> = {
  年: ['year', 'month', 'day'],
  月: ['month', 'day'],
};

/**
 * The date that a word at `i` counts from, where it is one that looks back; null elsewhere: then it is the article's own.
 *
 * @param base the article's own date: a part of the year that it lies in is counted from it
 */
export function anchored(text: string, i: number, anchor: Anchor | null, base: Civil | null): Civil | null {
  if (!anchor || i - anchor.end > (anchor.topic ? TOPIC_REACH : REACH)) return null;
  // 比去年|全年: one expression, whatever is said of it.
  if (i === anchor.end && anchor.part === 'year' && PART(text, i)) return anchor.from;
  if (anchor.topic && PART(text, i) && !text.slice(anchor.end, i).includes('\n')) return anchor.from;
  if (anchor.told && PART(text, i) && !/[。！!；;\n]/u.test(text.slice(anchor.end, i))) {
    const [own, told] = [base === null ? null : parts(base).y, parts(anchor.from).y];
    // 去年造林300亩，6月底前要完成20项: what is still to be done is not to be done in a year that is over.
    return own === told || (own !== null && told < own && AHEAD.test(text.slice(i, i + 8))) ? null : anchor.from;
  }
  const m = BACK(text, i);
  if (!m || !(NEEDS[m[0][1]!] ?? ['day']).includes(anchor.part)) return null;
  return text.slice(anchor.end, i).includes('\n') ? null : anchor.from;
}
