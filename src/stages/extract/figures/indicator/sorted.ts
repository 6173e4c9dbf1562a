import { ending } from '../../../../text/ending.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

/** 经营性收入50万元以上的村, 产值超5亿元的企业: what the bound is one of. */
export const SORTED_BY = ending(/[\p{Script=Han}](?:收入|产值|积分|得分|营收|税收|利润|规模|投资额)$/u);
/** 总规模5亿元的基金, 日处理能力2万吨的厂: how large the thing is. */
const SIZED_BY = ending(/(?:总规模|总投资额?|能力|容量|库容)$/u);
export const isSorted = (c: Candidate, s: Surroundings): boolean => {
  if (!s.tail.startsWith('的')) return false;
  if ((c.kind === 'money' || c.kind === 'measure') && SIZED_BY.test(s.clause)) return true;
  const paid = /^的[\p{Script=Han}]{0,4}(?:标准|资金|基金)/u.test(s.tail);
  return (c.kind === 'money' || c.kind === 'score') && !paid && SORTED_BY.test(s.clause);
};
