import { ending } from '../../../../text/ending.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { following } from './ahead.ts';
import { earlier } from './clause-before.ts';
import { type Near, PART } from './in-front.ts';

/** 占17.9% at the start of a clause: a share of what the figure before counted; 完成年度目标的115.8% of it too. */
const SHARE_OF = ending(
  /^[\s]*(?:约|仅|只|分别|各)?占(?:比|[^，,占]{1,14}的)?(?:约|近|为|达到?)?$|^\s*(?:(?:仅|只|约|还|已)?为|(?:仅|只|约)?相当于)[^，,为]{1,20}的$|^\s*(?:已|超额|提前)?完成[^，,]{0,10}(?:目标|任务|计划|预算)(?:任务|数|值)?的?$/u,
);
/** 占常住人口|六成: the whole without 的. */
const OF_ALL = ending(/^\s*(?:约|仅|只|已|分别|各)?占[\p{Script=Han}]{2,12}$/u);
/** 占12分, 占比不高于8分, 合计占25分: the weight of what the clause before puts into an assessment. */
const PART_OF = ending(/^\s*(?:合计|共|各|分别|一般)?占(?:比|[^，,占]{1,12}的?)?(?:为|达)?$/u);
const BASIS = /按照?(?:其|当年|上年|年度)?([\p{Script=Han}]{2,8}?[额入金利益资])的$/u;
const ENTERED = /(?:纳入|计入|列入|折算)[^，,。；;]{2,24}[，,]\s*$/u;

/** The counted of the figure before; where a clause without figures stands in between, what that one is about. */
function whole(s: Surroundings, near: Near | null): string | null {
  const between = near ? s.text.slice(near.end, s.clauseStart) : '，';
  const direct = near !== null && !/[，,].*[，,]$/u.test(between);
  return direct ? near.indicator : (earlier(s, 'first') ?? near?.indicator ?? null);
}

/** What a share at the beginning of a clause is a share of, or null. */
export function shareOf(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const partial = PART.test(c.kind);
  // 注册30万人,占本镇人口六成
  const part = s.clause.includes('占');
  if (partial && near && part && OF_ALL.test(s.clause) && /^$|^[、和]/u.test(s.tail)) return whole(s, near);
  if (!partial && c.kind !== 'score') return null;
  // 占人口不足5%的|领主: those who are so many.
  const few =
    partial && part && /(?:^|[，,]|[将把由])\s*占[\p{Script=Han}]{2,10}$/u.test(s.clause) && s.tail.startsWith('的');
  if (few) return following(c, s);
  // 按投资额的|8%给村集体分红
  const basis = partial ? BASIS.exec(s.clause) : null;
  if (basis) return basis[1]!;
  if (part && PART_OF.test(s.clause) && ENTERED.test(s.sentence.slice(0, s.clauseStart - s.sentenceStart)))
    return earlier(s, 'first');
  // 党建考核实行百分制,占年度综合考核的30%
  return partial && SHARE_OF.test(s.clause) ? whole(s, near) : null;
}

/** 权重为8%, in a clause of its own: it names itself. */
export const isOwnWeight = (s: Surroundings): boolean =>
  s.clause.includes('权重') &&
  /[，,；;。]\s*$/u.test(s.text.slice(Math.max(0, s.clauseStart - 2), s.clauseStart)) &&
  /^\s*(?:其|所占)?权重(?:为|占|达到?)?$/u.test(s.clause);
