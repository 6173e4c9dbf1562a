import { ending, oneOf } from '../../../../text/ending.ts';
import { isNoun, phrase, phraseStart } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { unlinked } from './links.ts';

/** Where a rank or a score was reached: 在群众满意度测评中,居第2位; 全市机关党建测评中,仅列第9位. */
const CONTEST =
  /(?:在|[，,]|^)(?:20[0-9]{2}年度?)?(?:[^在，,。；;]{0,12}[0-9]{1,4}[个家名])?([\p{Script=Han}“”]{2,24}(?:测评|考核|评议|评价|评估|考评|评比|竞赛|大赛|比武|比赛|排名|考试|测试))中(?=[，,由从仅居列位排名获夺摘拿荣取])/u;

/** What the sentence says that something was measured in, or null. */
const contestOf = (s: Surroundings): string | null => CONTEST.exec(s.sentence)?.[1]?.replace(/^.*在/u, '') ?? null;

const MOVED = ending(/(?:晋升|跃升|上升|提升|前移|前进|进步|下降|下滑|后退|后移|升|降)了?$/u);

const PLACES = oneOf('位 名 位次 个位次 个名次');

/** 较改革前晋升18位, 比上年前移3个位次: the way from one rank to another. */
export const isClimb = (c: Candidate, s: Surroundings): boolean => PLACES.test(c.unit) && MOVED.test(s.clause);

/** 综合排名列全县|第七, 在全省的位次由|第9前移至: the clause names the rank. */
const NAMED_PLACE = /([\p{Script=Han}“”]{0,14}?(?:排名|名次|排位|位次))(?=[^，,]{0,10}$)/u;

/** 经济总量|在全市9个县区中仅排第7位: among whom. */
export const AMONG = /在[^，,在]{0,10}[0-9]{1,4}[个家名][^，,]{1,8}中/u;

/** 结案率98.7%,居全省同类法院第一: the clause only says among whom. */
const PLACED =
  /^\s*(?:已经?|也|均|都|完成)*(?:(?:连续|持续)[^，,]{1,4}[年月季](?:度)?)?(?:稳|排名?(?=[全居列在])|分?列|位?居|排名?(?:在|居)?|位列|名列|分列)[^，,]{0,16}$/u;

/** Whether what stands in front of a rank says no more than among whom it is one. */
export const isPlaced = (said: string): boolean => PLACED.test(said);

/** 客户满意率|居全省系统第三, 总成绩|全市第一: the measure in front of those among whom it is ranked. */
const MEASURED =
  /([\p{Script=Han}“”]{1,14}?(?:[率度量值额分]|成绩|收入|指数|水平|质量|增速))(?:在|稳?居|位居|位?列|排|名列)?(?:全[国省市区县州镇系行]|同[类行])[^，,；;]{0,12}$/u;

/** What is ranked: what the clause names itself, else the score before, else the contest that the sentence names. */
export function rankedIn(
  s: Surroundings,
  scored: { indicator: string | null } | null,
  measured: string | null,
): string | null {
  if (PLACED.test(s.clause) && measured) return measured;
  const ranked = MEASURED.exec(s.clause.slice(-36))?.[1];
  if (ranked && !/[居列在]/u.test(ranked)) return nameAtEnd(ranked);
  const place = NAMED_PLACE.exec(s.clause);
  if (place && (!unlinked(s.clause) || !place[1]!.startsWith('排名'))) return placeName(place[1]!);
  const own = unlinked(
    s.clause
      .replace(AMONG, '')
      .replace(/(?:位?列|位?居|名列)[^，,]{2,16}(?:榜单?|序列)$/u, '')
      .replace(/(?:分别|均|双双)?(?:位?居|位?列|名列|排在?)[^，,居列]{0,8}[0-9]{1,4}[个家][^，,]{1,8}$/u, '')
      .replace(/[稳高跃](?:居|列)[^，,]*$/u, '')
      .replace(/[由从][^，,由从]{0,14}$/u, ''),
  ).replace(/^.*(?:中|在[^，,]*)$|^(?:位?居|位?列|名列)[^，,]*$/u, '');
  const words = segment(own);
  if (words.length && isNoun(words[words.length - 1]) && own.length > 1 && !PLACE.test(own)) {
    const name = phrase(words, phraseStart(words), words.length);
    if (name && name.length > 1) return name;
  }
  const contest = contestOf(s);
  const who = words.length && isNoun(words[words.length - 1]) ? phrase(words, phraseStart(words), words.length) : null;
  if (scored?.indicator && !(contest && /^(?:得分|总分|成绩)$/u.test(scored.indicator))) return scored.indicator;
  return contest ?? who;
}

function nameAtEnd(text: string): string {
  const found = segment(text);
  return phrase(found, phraseStart(found), found.length) ?? text;
}

/** 在全省的|位次, 全县|综合排名: without where it is held. */
function placeName(text: string): string {
  const words = segment(text);
  const name = phrase(words, phraseStart(words), words.length)?.replace(/^.*的/u, '') ?? text;
  // 综合考核|排名: the contest has a name of its own.
  return name.replace(
    /(?<=(?:测评|考核|评议|评价|评估|考评|评比|竞赛|大赛|考试))(?:总|综合)?(?:排名|名次|排位|位次)$/u,
    '',
  );
}

/** Bodies that are ranked in something; what they are ranked in is the indicator. */
const PLACE = ending(
  /(?:[省市区县州镇乡局委办院校会部社村]|我[省市区县]|街道|社区|公司|集团|企业|学校|医院|中心|单位|税务局|支部|党委)$/u,
);
