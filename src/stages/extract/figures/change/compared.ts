import { ending } from '../../../../text/ending.ts';
import type { Place } from '../../measures/place.ts';

/**
 * What a change is measured against: 同比, 较上年, 比上年同期, 与2019年相比, 比法定时限. All windows are bounded; only figures
 * that say a change ask for it.
 */

/** How far in front of the word of change in its clause it may stand. */
const REACH = 36;
/** How far in front of the clause, in the sentence. */
const BEFORE = 120;

/** Words that 比 and 较 are a part of: 占比, 同比, 比例, 比较, 较大幅度. */
const BI = '(?<![占同环对评之价分配类可百反正好攀性])比(?![例重赛武学较率如拼值分选照由从对])';
const JIAO = '(?<!比)较(?![大小快高低多少好强差慢真量长短深早晚为])';
const THAN = `(?:相较于?|相比于|相比(?=[上去前往历20-9])|较之|对比|${BI}|${JIAO})`;
/** A time before: 上年同期, 2019年末, “十三五”末, 年初, 改革前. */
const TIME =
  '(?:(?:20|19)?[0-9]{2}年(?:[0-9]{1,2}月)?|[上去前]一?年度?|往年|历年|常年|当年|上一?[月周届]|上个月|上一?个?季度|上半年|上一?个?[一二两三四五六七八九十]年|上学[年期]|[一二三四]季度|[0-9]{1,2}月份?|年初|年底|年末|“?[一二三四五六七八九十]{1,3}五”?|同期|过去|以往|以前|之前|此前|原来|原先|先前|当初|最初|刚开始|历史|近[两三五]年|[\\p{Script=Han}0-9]{1,8}?(?:之前|以前|前(?![列茅景沿])|(?<![序工课按])时(?![间限长段效候])|初期|之初|当年|那年|那时|的时候))' +
  '(?:年?同期|同月|[年月]?(?:[末底初])|全年|时期|期间|以?前)?(?:的?(?:平均)?(?:水平|实绩|均值|平均数))?';

/** What stands between 与 and 相比. */
const BASE = '[^与和跟，,。；;、\\s]{2,14}?';

/** 在去年基础上, 以2022年为基数 */
const ON = `在(?:${TIME}|现有|原有)(?:的?(?:[\\p{Script=Han}]{0,6}))?基础上|以(?:${TIME})(?:的?[\\p{Script=Han}]{0,4})?为基[数期准]`;

/** 同比; 与上年相比; 比上年: wherever they stand in front of the verb. */
const OUTRIGHT = new RegExp(`同期相比|同比|环比|${ON}|[与和同跟](?:${BASE})(?:相比较?|比较)|${THAN}(?:${TIME})`, 'gu');
/** 比法定时限|缩短: of what is no time, only what reaches to the verb, adverbs between. */
const UP_TO_VERB = new RegExp(
  `${THAN}([^，,。；;：:、\\s]{1,16}?)(?:分别|平均|均|都|各|又|再|也|还|已|将|可|约|累计|大幅|大幅度|明显|显著|总体|整体|进一步|直接|净|快速)*$`,
  'u',
);
/** 与去年同期相比，…: a clause of its own in front, that holds for what follows in its sentence. */
const APART = new RegExp(
  `(?:[与和同跟](?:${BASE})(?:相比较?|(?<![占同环对评之价分入支])比较?)|(?:相较于?|相比于|较之)(?:${BASE})|${THAN}(?:${TIME})|同比|环比|${ON})(?=[，,])`,
  'gu',
);

/** 同比|多, 比上年|多: against an earlier time, right in front of an offset. */
const ENDS_IN_TIME = new RegExp(`(?:同期相比|同比|环比|${THAN}(?:${TIME}))$`, 'u');
export const endsInTime = (text: string, at: number): boolean =>
  ENDS_IN_TIME.test(text.slice(Math.max(0, at - 20), at));

/** 高于|去年同期|, 低于|上年: the time behind the word, up to an offset; null where it is held against something else. */
const BEYOND_TIME = new RegExp(`([高低多少快慢]于|[高低多]出)(${TIME})$`, 'u');
export function beyondTime(text: string, at: number): { word: Place; time: Place } | null {
  const low = Math.max(0, at - 18);
  const m = BEYOND_TIME.exec(text.slice(low, at));
  if (!m) return null;
  const start = low + m.index;
  const split = start + m[1]!.length;
  return { word: { start, end: split }, time: { start: split, end: at } };
}

/** The last match that ends within `[low, high)`. */
function last(re: RegExp, text: string, low: number, high: number): Place | null {
  let found: Place | null = null;
  for (const m of text.slice(low, high).matchAll(re))
    found = { start: low + m.index, end: low + m.index + m[0].length };
  return found;
}

const endsBefore = ending(/[。；;！!？?\n]$/u);

/** Where the sentence of an offset begins, at most some clauses in front. */
function sentenceStart(text: string, at: number): number {
  const low = Math.max(0, at - BEFORE);
  let i = at;
  while (i > low && !endsBefore.test(text[i - 1]!)) i--;
  return i;
}

/**
 * What the change whose word stands at `at` is compared with, or null.
 *
 * @param clauseStart where its clause begins
 * @param previous the figure before; what stands in front of it is said of that one
 */
export function comparedAt(text: string, at: number, clauseStart: number, previous: Place | null): Place | null {
  const low = Math.max(clauseStart, at - REACH);
  const own = last(OUTRIGHT, text, low, at) ?? upToVerb(text, low, at);
  if (!own) return last(APART, text, sentenceStart(text, at), clauseStart);
  // 比上年实绩9.1小时|压减四分之一: a figure inside what it is compared with.
  if (previous && own.end === previous.start && previous.end <= at) return { start: own.start, end: previous.end };
  return previous && own.end <= previous.start ? null : own;
}

function upToVerb(text: string, low: number, at: number): Place | null {
  const m = UP_TO_VERB.exec(text.slice(low, at));
  if (!m) return null;
  const start = low + m.index;
  return { start, end: start + m[0].indexOf(m[1]!) + m[1]!.length };
}
