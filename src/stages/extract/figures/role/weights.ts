import { ending, oneOf } from '../../../../text/ending.ts';
import type { Genre } from '../genre.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

const WEIGHT = ending(
  /(?:权重|分值|满分|总分|占分|计分|记分|扣|加|得|奖励分?|评分|占)(?:为|各|占|最高|不超过)?[（(：:]?$/u,
);
/** 平时成绩占40%, 专家评审占总分的七成: parts of a whole of points. */
const PART_OF_SCORE = ending(
  /(?:成绩|考核|考评|测评|评审|评分|投票|得分|评议|考试|笔试|面试)(?:结果|得分|分值?|成绩)?(?:各|分别)?占(?:总分|总成绩|总评)?的?$|占[^，,占0-9]{0,8}(?:考[核评]|绩效|测评)(?:总分|总成绩|分值|得分|成绩)?的?$|占(?:总分|总成绩|总评|综合得分|考核总分|(?:年度|年终|综合|目标|绩效|全年){0,3}(?:考核|考评))(?:总分|总成绩|分值|分)?值?的?$/u,
);

const SPLIT = ending(
  /(?:平时|平常|日常|年终|年底|年度|半年|季度|年中)(?:考[核评]|测评|检查|评价|抽查|督查|评定|评议|成绩|得分)?占$/u,
);

const PART_KINDS = oneOf('percent times');

/** Whether a figure is the weight of something in a score, or points of one. */
export function isWeight(c: Candidate, s: Surroundings, genre: Genre): boolean {
  // 权重分别为40%、|40%和20%
  if (c.kind === 'percent' && s.clause.includes('权重') && /权重(?:分别)?[为占是][0-9.%％、和及]*$/u.test(s.clause))
    return true;
  // 平时抽查、年终考评相结合,分别占40%、60%
  if (
    c.kind === 'percent' &&
    s.clause.includes('占') &&
    /(?:分别|各)占(?:[0-9%、]*)$/u.test(s.clause) &&
    /考[核评]|测评|评议/u.test(s.sentence)
  )
    return true;
  if ((c.kind === 'percent' || c.kind === 'times') && s.clause.includes('占') && PART_OF_SCORE.test(s.clause))
    return true;
  // 平时占四成、年终占六成
  if (PART_KINDS.test(c.kind) && SPLIT.test(s.clause) && /考[核评]|测评|总分|评[价定]/u.test(s.sentence + s.rest))
    return true;
  // 评议权重由10分提高到40分, 分值占比提高到20%
  if (
    (s.clause.includes('权重') || s.clause.includes('分值')) &&
    /(?:权重|分值(?:占比)?)(?:[由从][^，,由从]{1,8})?(?:[由从]|(?:提高|上升|提升|下降|降低|调整|增加|提|升|降)[到至为]?)$/u.test(
      s.clause,
    )
  )
    return c.kind === 'percent' || c.kind === 'score' || c.kind === 'times';
  if (c.kind === 'percent')
    return (
      s.clause.includes('权重') &&
      /权重(?:[要应须]|应当|必须)?(?:[占为是：:由从]|所占|达到?)?[（(]?$|权重[^，,]{0,12}(?:提高|上升|下降|降低|调整)[到至为]$/u.test(
        s.clause,
      )
    );
  if (c.kind !== 'score') return false;
  // A cell of a score sheet: 10分 alone in its line.
  if (/^\s*$/u.test(s.sentence) && /^\s*$/u.test(s.rest)) return true;
  if (/(?:基础|附加|奖励|奉献|日常|加|扣|减)积?分(?:最[高低多少])?$/u.test(s.clause)) return true;
  // 满意度测评得分不低于95分: a score that is to be reached.
  if (/^不[低少]于/u.test(s.text.slice(c.start, c.start + 3)) && !/(?:分值|权重|占|[计扣加记])$/u.test(s.clause))
    return false;
  return genre === 'order' || /[（(]$/u.test(s.text.slice(c.start - 1, c.start)) || WEIGHT.test(s.clause);
}
