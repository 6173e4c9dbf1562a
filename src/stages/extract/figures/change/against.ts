import { charSet } from '../../../../text/char-set.ts';
import type { Place } from '../../measures/place.ts';
import type { Change, Figure } from '../../types.ts';

/**
 * How far a figure is above or below that of another body: 高于全市平均2.1个百分点, 比全省平均水平低3天, 好于全国1.2个百分点. Against a
 * time it is a change (compared.ts); against a target, a plan or a standard it is neither.
 */
export interface Beyond extends Place {
  kind: 'than';
  direction: Change['direction'];
  /** Against whom. */
  compared: Place;
}

/** How far in front of the figure it may begin. */
const REACH = 40;

/** A body by its level, or by its own name: 全市, 同类地区, 东部, 青榆区. */
const WHOLE =
  '(?:全(?:国|省|市|县|区|州|旗|盟|镇|乡|街道|村|局|院|校|系统|行业|球)|我(?:国|省|市|县|区|州)|本(?:地区|省|市|县|区)|世界|国际|国内|国家(?=平均|均值)|省级?(?=平均)|市级?(?=平均)|县级?(?=平均)|区级?(?=平均)|同?行业|(?:同类|周边|邻近|沿海|其他|其余|所在)(?:地区|城市|[省市县区镇乡]+|园区|企业|单位|院校|学校)|[东中西]部(?:地区)?|(?:城镇|农村|城市)(?:常住)?居民|\\p{Script=Han}{2,5}?(?:[省市县区州盟旗镇乡村]|街道|社区))';
/** What of it: 全国|规模以上工业|平均|增速. */
const OF_IT =
  '(?:的?(?:规模以上工业|规上工业|地区生产总值|一般公共预算收入|固定资产投资|城镇居民|农村居民|居民|农民|同期|同类|整体|总体))?(?:的?(?:平均|整体|总体|一般)?(?:增长)?(?:水平|均值|平均数|平均值|平均线|增速|增幅|降幅|涨幅|比例|占比|平均))?';
const BODY = `(?:${WHOLE}${OF_IT})`;
const BODIES = `(${BODY})(?:(?:以?及|[、和与])${BODY}){0,3}`;
/** Between the word and the amount. */
const LINK = '(?:了|约|近|超过|逾|达到?|高达|将近|接近|大约|至少|累计|平均|分别|均|各)';
/** Words in front of the body, those that say it without a mean or points last. */
const AHEAD = '高于|低于|高出|低出|超出|领先于?|落后于?|好于|优于|差于|快于|慢于|多于|少于|大于|小于|跑赢|超过';
const IN_FRONT = new RegExp(`(${AHEAD})${BODIES}${LINK}{0,2}$`, 'u');

const BI = '(?<![占同环对评之价分配类可百反正好攀性])比';
const JIAO = '(?<!比)较';
/** 比全省平均|低|3天 */
const BEHIND = new RegExp(
  `(?:${BI}|${JIAO}|相较于?|相比于?)${BODIES}(?:均|都|各|还|又|则|也|仍|要|分别|总体|整体|平均|明显){0,2}(高出|低出|多出|少出|高|低|多|少|快|慢|长|短|领先|落后)${LINK}{0,2}$`,
  'u',
);

/** 缩短 is told as a change; held against a body it is a distance: 比全省平均水平|缩短3天. */
const WHOLE_BODY = new RegExp(`^(?:比|较|相较于?|相比于?)${BODIES}$`, 'u');
export const isBody = (compared: string): boolean => WHOLE_BODY.test(compared);

const DOWN = /^(?:低|少|慢|短|落后|差|小)/u;
/** Of a span of time less is faster. */
const FAST = /^[快慢]/u;
const isSpan = (f: Figure): boolean => /^(?:个?(?:工作日|小时|月|星期)|天|日|分钟|秒|年|周)$/u.test(f.unit);
function directionOf(word: string, f: Figure): Change['direction'] {
  const down = DOWN.test(word);
  return (FAST.test(word) && isSpan(f) ? !down : down) ? 'down' : 'up';
}

/** 不高于, 未超过: a bound, no distance. */
const NEGATED = /(?:[不未没无]|不得|没有)$/u;
const POINTS = /百分点|千分点|^(?:个?位次?|个?名次?)$/u;
const MEAN = /平均|均值|水平/u;
/** Words that a share or a bound is told with, too (超过全县一半, 少于全区3家): only with points or a mean. */
const LOOSE = /^(?:超过|超出|大于|小于|多于|少于)$/u;

/** 低于全省|2.7人的平均水平: the level of the other body itself. */
const LEVEL = /^的\p{Script=Han}{0,4}(?:水平|标准|比例|比重|均值|平均|[率数值线])/u;

const mayEnd = charSet('于出超领落跑比较');
const isMark = charSet('，,。；;！!？?\n：:');

/** Where to read from: the clause, at most so far back; -1 where it holds no word of comparison. */
function windowStart(text: string, at: number): number {
  let found = -1;
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const c = text.charCodeAt(i);
    if (isMark(c)) break;
    if (mayEnd(c)) found = i;
  }
  return found < 0 ? -1 : Math.max(0, found - 2);
}

/** The other body's comparison that a figure touches, or null. Bounded work. */
export function againstOf(text: string, f: Figure): Beyond | null {
  const low = windowStart(text, f.start);
  if (low < 0 || LEVEL.test(text.slice(f.end, f.end + 8))) return null;
  const clause = text.slice(low, f.start);
  return inFront(clause, low, f) ?? behind(clause, low, f);
}

function inFront(clause: string, low: number, f: Figure): Beyond | null {
  const m = IN_FRONT.exec(clause);
  if (!m || NEGATED.test(clause.slice(0, m.index))) return null;
  const [whole, word, first] = m as unknown as [string, string, string];
  if (LOOSE.test(word) && !POINTS.test(f.unit) && !MEAN.test(whole)) return null;
  const start = low + m.index;
  const from = start + word.length;
  return {
    start,
    end: from,
    kind: 'than',
    direction: directionOf(word, f),
    compared: { start: from, end: from + first.length },
  };
}

function behind(clause: string, low: number, f: Figure): Beyond | null {
  const m = BEHIND.exec(clause);
  if (!m) return null;
  const [whole, first, word] = m as unknown as [string, string, string];
  const body = m.index + whole.indexOf(first);
  const at = m.index + whole.lastIndexOf(word);
  return {
    start: low + at,
    end: low + at + word.length,
    kind: 'than',
    direction: directionOf(word, f),
    // With the word that it begins with, as of a time: 比全省平均.
    compared: { start: low + m.index, end: low + body + first.length },
  };
}

/** 高于全国、|全省|2.1个和1.3个百分点: the next body of the row, for the next figure; the same one where there is no other. */
const NEXT = new RegExp(`(?:以?及|[、和与])(${BODY})`, 'uy');
export function nextBody(text: string, { end }: Place): Place | null {
  NEXT.lastIndex = end;
  const m = NEXT.exec(text);
  return m && { start: end + m[0].length - m[1]!.length, end: end + m[0].length };
}
