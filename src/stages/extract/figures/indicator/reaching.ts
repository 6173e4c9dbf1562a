import { ending, oneOf } from '../../../../text/ending.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Near } from './in-front.ts';

/** 翻一番,达到|220家: a clause that says only what was reached goes on about what was measured before. */
const REACHING = ending(
  /^(?:(?:总[数量额]|现|已|现已|目前|[去今上]年|年底|20[0-9]{2}年底?)?(?:达到?了?|达成|增至|降至|升至|减至|增加到|提高到)|(?:确保|力争)?(?:全年)?(?:完成|达到|实现)|(?:升|降|减|增|涨)幅(?:达|为|约)?|(?:同比|比[^，,比]{1,6}|较[^，,较]{1,6})?(?:增收|减收|增支|减支|超收|短收)|[到至]20[0-9]{2}年[底末]?(?:达到?)?)$/u,
);

/** What the figure before measures, where the words in front of this one only go on about it; …、|升幅23.6个百分点 too. */
export function reached(c: Candidate, s: Surroundings, near: Near | null): string | null {
  if (!near?.indicator) return null;
  const beside = near.end >= s.clauseStart && s.text[near.end] === '、' ? s.text.slice(near.end + 1, c.start) : null;
  return REACHING.test(s.clause) || (beside !== null && REACHING.test(beside)) ? near.indicator : null;
}

const COUNTED = oneOf('people thing event');

/** 监测户320户|910人: one thing in two units. */
export const beside = (c: Candidate, near: Near | null): string | null =>
  near?.end === c.start && COUNTED.test(near.kind) && COUNTED.test(c.kind) ? near.indicator : null;

/** 划分网格126个,每格|300户: of each of those that were counted. */
export const ofEach = (front: string | null, near: Near | null): string | null =>
  near?.indicator && front?.[0] === '每' && front.length === 2 && (near.indicator + near.unit).includes(front[1]!)
    ? near.indicator
    : null;
