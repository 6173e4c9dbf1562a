import { MODAL, PAST, QUANTITY, QUOTA } from './lexicon.ts';

/** What a document is for: it tells others what to do, plans, tells what was done, or weighs what should be done. */
export type Genre = 'order' | 'plan' | 'report' | 'study';

const ORDER_TITLE =
  /责任[状书]|承诺书|通知|通告|公告|决定|命令|批复|规定|办法|条例|细则|守则|准则|规范$|规则|制度$|纪要|通报|(?:实施|指导|若干|工作|的)意见|意见$|考核|评分|标准|讲话|动员|部署会/;
/** What a title ends in says what the document is, whatever it is about (关于开展…学习教育的通知). */
const ORDER_HEAD =
  /(?:通知|通告|公告|决定|命令|批复|规定|办法|条例|细则|守则|准则|通报|责任[状书]|(?:实施|指导|若干|工作)意见)(?:[（(][^（）()]{1,20}[）)])?$/;
/** A title that ends so is that of a report, whatever it reports on (…责任书履行情况自查报告). */
const REPORT_HEAD =
  /(?<!调研|调查|考察)(?:情况|自查|核查|验收|复核|述职|整改|进展|履职)的?(?:报告|汇报)$|(?:汇报|总结|小结)(?:材料)?$/;
const NO_ORDER = /征求意见|意见建议|思考|体会|调研|研究|学习|总结|汇报|经验/;
const STUDY_TITLE =
  /思考|对策|研究|探讨|探析|探究|探索|分析|调研|调查|建议|浅[谈析论议]|刍议|简论|试论|论|如何|怎样|为何|为什么|何以|怎么|路径|问题|启示|体会|心得/;
const REPORT_TITLE =
  /总结|小结|汇报|述职|经验|做法|纪实|案例|典型|侧记|事迹|报道|成效|回顾|巡礼|走笔|实录|小记|亮点|综述|掠影|剪影|(?<!调研|调查|考察)情况的?报告$/;
/** A title that ends so is that of a plan, whatever the plan is about (…存在问题整改方案). */
const PLAN_HEAD = /(?:方案|计划|规划|要点|安排|预案)(?:[（(][^（）()]{1,20}[）)])?$/;
const PLAN_TITLE = /倡议|一封信|公开信|告知书|提醒|方案|计划|规划|要点|打算|安排|纲要|预案|工作思路|行动/;

const ORDER_TEXT =
  /特此通知|请(?:认真)?(?:贯彻|遵照)(?:执行|落实)|印发给你们|(?:通知|通告|公告|批复)如下|提出如下(?:实施|指导|工作)?意见|本(?:办法|条例|规定|细则)自|第一条[\s　]|签订本[^。]{0,10}责任[状书]|签订[^。,，]{0,24}责任[状书]如下|(?:就|再|讲|强调|提)[^。,，]{0,12}(?:几|两|三|四|五|[2-5])点(?:意见|要求)/;
/** A plan that has lost its title says in its head that it is one. */
const PLAN_TEXT = /(?:特|现)?制[定订](?:本|如下|以下)(?:工作|行动|实施|活动)?(?:方案|计划|规划|要点|安排)/;
const SCORES = /[(（][0-9.]{1,4}分[)）]/g;
/** Items of a checklist with points to be scored. */
const SCORES_MIN = 3;

const count = (text: string, re: RegExp): number => text.match(re)?.length ?? 0;

/** The line that says whom a document tells what to do: 各乡镇人民政府，县直各单位：. */
const ADDRESSED =
  /^(?![^\n]*(?:代表|同志|领导|朋友|委员))[^\n。！!？?：:；;]{0,30}各[^\n。！!？?：:；;]{0,50}(?:单位|部门|支部|总支|党委|党组|政府|办事处|管委会|街道|社区|村|[镇乡县市区]|[局委办]|公司|学校|院|企业|党组织|科室|站所|[）)])[：:][ 　]*$/m;
/** It stands in the head of the document. */
const HEAD = 300;

/** A report to an assembly looks back and ahead, whether it has its title or not. */
const ADDRESS = /^\s*各位代表/;
/** What is left of one without title and salutation: it opens with the year or the term that is over, and accounts for a whole economy. */
const OPENING =
  /^\s*(?:刚刚过去的|过去的?(?:[一两三四五]年|[0-9]{4}年)|回[首顾眸](?:过去|[0-9]{4}年|这一年|[一两三四五]年)|[三五]年来[,，])/;
const ECONOMY = /地区生产总值|财政(?:总)?收入|一般公共预算|规模?以?上工业|固定资产投资/;

/** Whether it is a report to an assembly, by its title or by how it opens. */
export const isAssembly = (text: string, title: string | null): boolean =>
  (title !== null && /工作报告/.test(title)) ||
  ADDRESS.test(text) ||
  (title === null && OPENING.test(text) && ECONOMY.test(text.slice(0, SAMPLE)));

/** Plans that a body issues to others as often as it makes them for itself. */
const ISSUED = /方案|计划|规划|要点|安排|纲要|预案|行动/;
const OTHERS =
  /各(?:级|乡镇?|镇|街道|村|社区|支部|党[支委组总][一-鿿]{0,2}|单位|部门|科室|县|市|区|学校|企业|地|责任|成员|牵头)[^。，,；;：:]{0,14}?(?:要|须|应|必须|务必|负责|每[年月季周]|于[0-9])|(?:责任|牵头|配合)(?:单位|部门)[：:]|由[^。，,；;：:、]{2,16}(?:牵头|负责)|请[^。，,；;：:]{0,16}(?:报送|上报|报至?|填报)/g;
const OWN = /我[局校院镇乡县市区办委厅站所队司处科]|我们|本[局校院站所队]/g;
const OWN_BODY = new RegExp(OWN.source);
/** Once may be a remark on others. */
const OTHERS_MIN = 2;

/** Whether a plan tells other bodies what to do: 各乡镇要…, 各单位须…. */
const ordersOthers = (text: string): boolean => {
  const others = count(text, OTHERS);
  return others >= OTHERS_MIN && others > count(text, OWN);
};

/** A scheme of a county or a city is carried out by its bodies; one of a school, an office or a township is its own. */
const TERRITORY = /[县市区州省]|全旗/;
const INSTITUTION =
  /[局委办院校园厅处科室站所队社部厂矿](?![上下]|属)|馆|水库|工程|小学|中学|大学|幼儿园|医院|公司|集团|银行|支部|总支|党组|街道|(?<!农)[镇乡村](?!振兴|建设|级)|社区|中心|协会|工会|党员/;
const SCHEME = /(?:实施|行动|攻坚)方案/;
const isTerritorial = (title: string): boolean =>
  SCHEME.test(title) && TERRITORY.test(title) && !INSTITUTION.test(title.replace(/[“"][^”"]*[”"]/g, ''));

/** Enough of a text to tell what it is; the rest is more of the same. */
const SAMPLE = 20_000;

/** A title that says that something is looked into or made known: what was done, or what should be, as the text has it. */
const EITHER = /情况|进展|运行|形势|态势|工作|调研报告|调查报告|通报|分析报告/;
const NO_REPORT =
  /思考|对策|建议|启示|问题|如何|怎样|为何|路径|探[讨析究]|浅[谈析]|讲话|动员|(?:通知|通告|公告|决定|命令|批复|规定|办法|条例|细则|制度|意见|责任[状书])$/;
/** Signs of what was done for each of what is to be, in a text that only reports, and how many there are at least. */
const TOLD = 3;
const TOLD_MIN = 2;

/** Does the text tell of hardly anything but what was done? */
function reports(title: string, sample: string): boolean {
  if (!EITHER.test(title) || NO_REPORT.test(title)) return false;
  const { ahead, back } = moodOf(sample);
  return back >= TOLD_MIN && back >= TOLD * ahead;
}

function moodOf(sample: string): { ahead: number; back: number } {
  return {
    ahead: count(sample, MODAL) + count(sample, QUOTA),
    // A quantity is half a sign of what was done: plans have theirs too.
    back: count(sample, PAST) + count(sample, QUANTITY) / 2,
  };
}

/** A clause that begins with the name of a place or a body: 青溪镇建立…, 云岭县委制定…. */
const NAMED =
  /(?<=^|[。！；，,\n])([^各全我本该每这一同此两其县区市镇乡村社街基农城，。,\n](?:[一-鿿]{0,2}))(?:[县区市镇乡村]|街道|社区|公司|集团|医院|[小中大]学|学院)(?!领导|干部|级|级以|里|内)/g;
/** Named once it may be an example. */
const NAMED_MIN = 2;

/** Who speaks for himself says 我镇, who tells others what to do 各镇; a name that is said again and again is told of by others. */
function isToldOf(text: string): boolean {
  const times = new Map<string, number>();
  for (const [, name] of text.matchAll(NAMED)) times.set(name!, (times.get(name!) ?? 0) + 1);
  return Math.max(0, ...times.values()) >= NAMED_MIN && !OWN_BODY.test(text);
}

/**
 * The document's genre, from its title, else from standing formulas, else from the mood of its sentences.
 *
 * A government work report looks back and ahead: it is `plan`, and its sections say which is which.
 */
export function genreOf(text: string, title: string | null): Genre {
  if (!last || last.text !== text || last.title !== title) last = { text, title, genre: readGenre(text, title) };
  return last.genre;
}

/** The document that was asked about last: it is asked about for its sections and then for its points. */
let last: { text: string; title: string | null; genre: Genre } | null = null;

function readGenre(text: string, title: string | null): Genre {
  const sample = text.slice(0, SAMPLE);
  if (ADDRESSED.test(sample.slice(0, HEAD))) return 'order';
  if (isAssembly(sample, title)) return 'plan';
  if (title) {
    if (REPORT_HEAD.test(title) || reports(title, sample)) return 'report';
    if (ORDER_HEAD.test(title) || (ORDER_TITLE.test(title) && !NO_ORDER.test(title))) return 'order';
    if (REPORT_TITLE.test(title)) return 'report';
    if (STUDY_TITLE.test(title) && !PLAN_HEAD.test(title)) return 'study';
    if (PLAN_TITLE.test(title))
      return ISSUED.test(title) && (isTerritorial(title) || ordersOthers(sample)) ? 'order' : 'plan';
  }
  if (count(sample, SCORES) >= SCORES_MIN || ORDER_TEXT.test(sample)) return 'order';
  if (PLAN_TEXT.test(sample.slice(0, HEAD))) return ordersOthers(sample) ? 'order' : 'plan';
  const { ahead, back } = moodOf(sample);
  if (ahead < back) return 'report';
  return isToldOf(sample) ? 'report' : 'study';
}
