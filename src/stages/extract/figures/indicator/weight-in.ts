import { phrase, phraseStart } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';

/** What an assessment is called. */
const ASSESSED = '(?:考核|考评|绩效|测评|评价|评议|述职|评优|总分|考绩)';
/** 党建在年度考核中的权重由|5%: what weighs, and in what. */
const WEIGHS = new RegExp(
  `([\\p{Script=Han}“”]{2,14}?)在[^，,在0-9]{0,12}${ASSESSED}[^，,在0-9]{0,4}(?:[中里的]|中的|里的)(?:权重|分值|比重|占比|比例)?[^，,0-9在]{0,8}$`,
  'u',
);
/** 工作实绩占镇街党建考核|8%的权重. */
const MAKES_UP = new RegExp(`([\\p{Script=Han}“”]{2,14}?)[只仅要]?占[^，,占0-9]{0,10}${ASSESSED}(?:总分)?$`, 'u');
/** 党建考核在企业考核中的权重|不低于20%: the weight itself is the name. */
const NAMED = /(?:权重|分值|比重|占比)(?:应当?|须|要|为|达到?)?$/u;
const WEIGHT_BEHIND = /^的?(?:权重|比重|分值)/u;

/** What a weight is given to in an assessment; null where the words around name no assessment. */
export function weighsIn(c: Candidate, s: Surroundings): string | null {
  if (c.kind !== 'percent' && c.kind !== 'score') return null;
  if (!/[考评绩]|述职|总分/u.test(s.clause) || NAMED.test(s.clause)) return null;
  const hit = s.clause.includes('在')
    ? WEIGHS.exec(s.clause)
    : WEIGHT_BEHIND.test(s.tail) && s.clause.includes('占')
      ? MAKES_UP.exec(s.clause)
      : null;
  if (!hit) return null;
  const said = segment(hit[1]!);
  return phrase(said, phraseStart(said), said.length);
}
