import { MODAL, PAST, QUANTITY, QUOTA } from './lexicon.ts';

/** What a document is for: it tells others what to do, plans, tells what was done, or weighs what should be done. */
export type Genre = 'order' | 'plan' | 'report' | 'study';

const ORDER_TITLE =
  /责任[状书]|承诺书|通知|通告|公告|决定|命令|批复|规定|办法|条例|细则|守则|准则|规范$|规则|制度$|纪要|通报|(?:实施|指导|若干|工作|的)意见|意见$|考核|评分|标准|讲话|动员|部署会/;
const NO_ORDER = /征求意见|意见建议|思考|体会|调研|研究|学习|总结|汇报|经验/;
const STUDY_TITLE =
  /思考|对策|研究|探讨|探析|探究|探索|分析|调研|调查|建议|浅[谈析论议]|刍议|简论|试论|论|如何|怎样|路径|问题|启示|体会|心得/;
const REPORT_TITLE =
  /总结|汇报|述职|经验|做法|纪实|案例|典型|侧记|事迹|报道|成效|回顾|巡礼|走笔|实录|小记|亮点|(?<!调研|调查|考察)情况的?报告$/;
const PLAN_TITLE = /倡议|一封信|公开信|告知书|提醒|方案|计划|规划|要点|打算|安排|纲要|预案|工作思路|行动/;

const ORDER_TEXT =
  /特此通知|请(?:认真)?(?:贯彻|遵照)(?:执行|落实)|印发给你们|现(?:将有关事项)?通知如下|提出如下(?:实施|指导|工作)?意见|本(?:办法|条例|规定|细则)自|第一条[\s　]|签订本[^。]{0,10}责任[状书]|签订[^。,，]{0,24}责任[状书]如下|[我]?(?:就|再|讲|强调|提)(?:[^。,，]{0,12})(?:几|两|三|四|五|[2-5])点(?:意见|要求)/;
const SCORES = /[(（][0-9.]{1,4}分[)）]/g;
/** Items of a checklist with points to be scored. */
const SCORES_MIN = 3;

const count = (text: string, re: RegExp): number => text.match(re)?.length ?? 0;

/** Enough of a text to tell what it is; the rest is more of the same. */
const SAMPLE = 20_000;

/**
 * The document's genre, from its title, else from standing formulas, else from the mood of its sentences.
 *
 * A government work report looks back and ahead: it is `plan`, and its sections say which is which.
 */
export function genreOf(text: string, title: string | null): Genre {
  const sample = text.slice(0, SAMPLE);
  if (title) {
    if (/工作报告/.test(title)) return 'plan';
    if (ORDER_TITLE.test(title) && !NO_ORDER.test(title)) return 'order';
    if (REPORT_TITLE.test(title)) return 'report';
    if (STUDY_TITLE.test(title)) return 'study';
    if (PLAN_TITLE.test(title)) return 'plan';
  }
  if (count(sample, SCORES) >= SCORES_MIN || ORDER_TEXT.test(sample)) return 'order';
  // A quantity is half a sign of what was done: plans have theirs too.
  const ahead = count(sample, MODAL) + count(sample, QUOTA);
  return ahead >= count(sample, PAST) + count(sample, QUANTITY) / 2 ? 'study' : 'report';
}
