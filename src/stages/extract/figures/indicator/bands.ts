import { ending } from '../../../../text/ending.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a band of scores is one of. */
const SCORE = ending(/(?:得分|总分|积分|成绩|分数|得分率|考核结果|考评结果|测评结果)$/u);
/** 考核结果分三档:90分以上…: what is sorted into bands. */
const SORTED =
  /([\p{Script=Han}]{2,12}?)(?:一般|共|按得分|按分值)?(?:分为?|划分为|设)(?:[优良一二三四五六2-6]|若干)[\p{Script=Han}、]{0,8}?(?:档|等|级|类)[次级]?[：:，,]?\s*$/u;

/** Whether a phrase names a score (综合得分), which bands may be of. */
export const isScore = (name: string | null): boolean => name !== null && SCORE.test(name);

/** 综合得分90分以上的为一等;|低于70分的通报批评: the score of the band before, where the clause names none of its own. */
export function bandOf(c: Candidate, s: Surroundings, scored: string | null): string | null {
  if (c.bound === '=' && c.max === undefined) return null;
  if (!/^[\s\p{P}]*$/u.test(s.clause)) return null;
  if (isScore(scored)) return scored;
  return SORTED.exec(s.sentence.slice(-30))?.[1] ?? null;
}
