/**
 * Parts of what an earlier figure measures: what share of a plan is fulfilled, and what falls to whom.
 */
import { ending } from '../../../text/ending.ts';
import type { Near } from './indicator/in-front.ts';
import type { Candidate } from './read/candidates.ts';
import type { Surroundings } from './surroundings.ts';

/** How far in front of the plan its verb stands. */
const REACH = 24;
const PLAN = ending(/(?:占|完成|为|达到?)[^，,0-9]{0,12}(?:任务|目标|计划|预算)(?:任务)?[数值额]?[（(]?$/u);

/** 完成预算数8亿元的|41%, 完成年任务(36亿元)的|33%: what the figure in front of the plan measures, or null. */
export function ofPlan(c: Candidate, s: Surroundings, near: Near | null, earlier: Near | null): string | null {
  if (!near || !earlier || c.kind !== 'percent' || !/^[）)]?的$/u.test(s.text.slice(near.end, c.start))) return null;
  const at = near.end - near.text.length;
  return PLAN.test(s.text.slice(Math.max(s.sentenceStart, at - REACH), at)) ? earlier.indicator : null;
}

/** Places, and bodies that a sum is split among; names of kinds of villages (空白村) count themselves. */
const SHARER =
  /^(?:[和与及、]?(?:\p{Script=Han}{1,3}[镇乡县区市省州]|\p{Script=Han}{1,6}(?:街道|村|社区)|\p{Script=Han}{1,4}(?:部门|局))){1,4}$/u;
const KIND =
  /[的类]|小区|(?:责任|园|景|厂|库|林|牧|矿|保护|功能|服务|养殖|种植|集聚|聚居|居住)区|^[、和与及]?(?:农村|社区|乡村|街道)$|示范|贫困|行政|自然|薄弱|空白|集体|试点|中心|涉农|[新改扩]建|改造|创建/u;
/** What leads up to the name of one of them, and what stands behind it. */
const HEAD = /^[\s（(、和与及]*(?:其中)?[:：]?/u;
const TAIL = /(?:分别|共|各|完成|实现|有|为|达|占){1,2}$/u;

/** 监测户320户(枫溪镇|120户, 石梁镇|90户), 收入5.6亿元,其中:税务部门|完成2.3亿元: what is split, not who has it. */
export function splitAmong(s: Surroundings, near: Near | null, kin: Near | null, front: string | null): string | null {
  if (!kin?.indicator || front === null) return null;
  const end = s.clauseStart + s.clause.length;
  const own = s.text
    .slice(Math.max(s.clauseStart, near?.end ?? 0), end)
    .replace(HEAD, '')
    .replace(TAIL, '');
  return SHARER.test(own) && !KIND.test(own) && !SHARER.test(kin.indicator) ? kin.indicator : null;
}

/** 占|任务数1.2亿元的61%, 县里下达任务|27家: what was set. */
const SET = ending(
  /(?:(?:目标|计划|预算|任务)(?:任务)?[数值额](?:为|是)?|(?<!(?:高于|低于|超过?|完成|占)[^，,]{0,8})(?:下达|确定|分解|承担|核定)[^，,完]{0,10}(?:目标|计划|任务)(?:任务)?(?:为|是)?|(?<!(?:完成|超过?|实现|占)[^，,]{0,12})(?:目标任务|任务目标)(?:为|是)?)$/u,
);

/** 完成年初预算数8亿元的|41% */
const FULFILLED = ending(/(?:占|完成|为|达到?)[^，,]{0,14}(?:任务|目标|计划|预算)[^，,]{0,20}的$/u);
const WISHED = /确保|力争|争取|必须|要(?!求)|应/u;

/** The figure is what was planned or ordered. */
export const isPlanned = (s: Surroundings): boolean => SET.test(s.clause);
/** The figure is what share of a plan was fulfilled. */
export const isFulfilled = (s: Surroundings): boolean => FULFILLED.test(s.clause) && !WISHED.test(s.sentence);
