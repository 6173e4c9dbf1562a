import { ending, type Test } from '../../../../text/ending.ts';
import { remembering } from '../../../../text/remembering.ts';

/** What is cut from the end of a text, and a test that gives up where nothing is to be cut. */
interface Cut {
  re: RegExp;
  found: Test;
  /** False where the text lacks a character that every match has. */
  may: (text: string) => boolean;
}
const cutting = (re: RegExp, may: Cut['may'] = () => true): Cut => ({ re, found: ending(re), may });
const cut = (text: string, { re, found, may }: Cut): string =>
  may(text) && found.test(text) ? text.replace(re, '') : text;

/** …45项压缩到18项: the second of two figures of one thing. */
const CHANGE = cutting(
  /(?:提高|提升|增加|增长|扩大|壮大|扩充|上升|升|发展|减少|下降|降低|降|压缩|压减|精简|缩减|缩短|缩小|收窄|扩展|跃升|晋升|调整|整合|合并|归并|挪|涨|跌|提|减|增|压|缩|瘦身|削减)[到至为]$/u,
);
export const CHANGED = CHANGE.found;

/** Links between what is measured and the figure; stripped from the end, over and over. */
const LINK =
  /(?:(?:20[0-9]{2}|[去上前今当])年[底末]?的|至今(?:还|仍)?有?|更是|竟然?有?|居然|低至|高至|估计有?|[上下]调|[高低]出(?=$)|不得(?:少于|低于|超过|高于)|(?<![一二三四五六七八九十两几数0-9])[年月日]均?(?:增长|递增|递减)|(?<!行)虽|严格|倒(?=$)|[一二三四五六七八九十两0-9]{1,3}(?:个?方面|大类|个部分|个类别|个环节)|折合|人民币|力争|确保|一律|逐步|逐年|上浮|下浮|核减|核增|[少多]了|仍有?|尚有?|还有|冲刺|递增|递减|净增|前移|前进|跃|连(?=$)|最[高低多少长短大小]|每(?:发生|出现|发现|增加|减少|提高|降低|超过|[少多缺低高迟晚超])|连续|荣获|获得|取得|夺得|进入|跻身|预测|预估|(?<=\p{Script=Han}{2})(?:目前|如今|现今)(?=$)|[原先]来的|原有的|原先的|每欠|单个|迈过|跨过|闯过|卖到|卖出|(?<![人英贤育良成奇口钱将刚方])才(?=$)|(?<=[\p{Script=Han}]{2})一项(?=$)|只收|削减|扣减|裁减|扣发|依次|反而|反倒|第一次|连年|却|首次|最迟|最早|多达|高达|只剩|总共|上涨|下跌|回落|[可能]以?(?:同时)?容纳|必须|应当|务必|(?<![主需必重纪摘提概])要|(?<![供反相对适响])应|须|将|每(?:隔|一|个)?[两二三四半]?个?(?:年|季度?|月|周|天|(?:上学|工作|交易|教学)?日|旬|学期|学年)|(?:去年|上年|前年|同期|去年同期|上年同期)的|一式|(?:[一二三四五六七八九十两0-9]+年)?翻|压缩到?|压减到?|精简到?|(?<![其初高])中|全国|全省|全市|全区|全县|全系统|(?:最?[高多低大]|最?(?<!(?<!停)时)长)?达到?了?|达成|拥有|持有|存在|成为|(?<![行作成认人])为|是|(?<![国所享没含具实])有|共有|(?<!公)共|共计|累计|合计|总计|占|约|仅有|仅|(?<!船)只有|分别|各|已|也有|一般|(?<![平人户村年月日])均|都|了|(?<=、[^，,、]{1,12})等|(?<![通经超])过|(?<![实应])到|至|(?<![许认])可(?=$)|(?<!存|现)在|(?<![自理])由|(?<!服)从|同比|环比|比上年|比去年|较上年|较去年|较.{2,6}前|年均|每年|每月|每周|每季度?|不|再|又|还|就|自发|主动|先后|总数的|总量的|总人数的|全部|建设完成|控制在|保持在|稳定在|不少于|不低于|不高于|不超过|平均|提高|提升|提速|上升|增长|增加|下降|降低|减少|扩大|缩短|缩小|延长|晋升|跃升|升至|降至|增至|升|降|(?<!新)增|减|列|居|位居|位列|名列|(?<![安编])排名?|偏[多少高低大]|突破|超过|实现|保持|跨越|迈上|跨上|迈入|登上|站上|越过|预计|双双|为主|整整|足足|一共就?|按可比(?:价格?|口径)(?:计算)?|有望|可望|(?<!船)只|(?<![0-9])[一二两三四五六七八九十]年之?内|年内|[年月][底末初中]前?都?|去年底?|今年|全年|上半年|(?<![0-9])[一二两三四五六七八九十半0-9]{1,2}个?(?:年|月|周|天|学期|季度)|(?:[到至]|截[至止])?20[0-9]{2}年[底末]?前?|，|、|,|\s)$/u;
/** Verbs that say what was done to the thing in front of the figure. */
export const LEAD =
  /^(?:其中|现有|共有|设有|有(?![关效力])|同时|并且?|使|要|确保|力争|争取|努力|到20\d\d年底?|截至[^，,]{0,8}|目前|现|现在|已|全年|今年|去年|为|以(?![上下])|对|从|在(?![校岗册职编建读任籍押])|把|将|实现|达到|动态保持|保持)/u;

/** 较“十三五”末, 比去年底: with what something is compared. */
const COMPARED =
  /(?:(?<!比)较|(?<![占同环对评性收])比(?![例重值率赛]))[^，,、较比]{1,12}$|(?<![占同环对评性收])比全[国省市县州区](?:、全[国省市县州区]){1,2}(?:平均)?$/u;
/** 高于全市平均水平|2.3户, 比全省快|1.2个百分点: what it is measured against. */
const AGAINST =
  /(?:高于|低于|好于|快于|慢于|优于|大于|小于|多于|少于|高出|低出|超出|领先于?|落后于?)(?:同期)?[\p{Script=Han}]{0,12}$|(?<=^|[，,、])超(?:额)?[\p{Script=Han}]{0,6}(?:进度|目标|计划|预期|任务)$/u;
/** 占总分的, 仅占计划的: of what it is a share. */
const SHARED =
  /(?<=[^，,])(?:各|仅|只|约)?占[^，,占]{1,14}的$|(?<=[^，,]{2})(?:一般|原则上|应)?不得?(?:超过|少于|低于|高于)[^，,]{2,14}的$|(?<=[^，,]{2})按照?[^，,按]{1,12}的$|(?<=[^，,作成])(?:仅|只|约)?(?:为|相当于)[^，,为]{1,12}的$|(?:^[，,]?(?:也)?|(?<=[^，,但还就只]))是[^，,是]{1,8}的$|(?<=[^，,]{2})(?:超额)?完成[^，,]{0,10}(?:计划|目标|任务|预算)(?:任务|数|值)?的$|(?<=[^，,]{2})(?:提高|增加|增长|提升|上升|下降|降低|减少|达)[到至为][^，,]{2,14}的$|(?<=[^，,]{2})(?:尚|还)?(?:不到|不足|未达到?|少于)[^，,]{2,14}的$/u;
/** 收入|完成 9亿元, 任务|完成 87%: the verb behind a measure adds nothing to it. */
const FULFILLED =
  /(?<=收入|税收|投资|额|量|值|率|工程|任务|部门|[层段局区县市镇])(?:分别|累计|全部|共)?(?:完成|保持)$/u;

/** 抽检食品每县(市、区)|60批次, 专场每个|3场: by what it is divided. */
const EACH =
  /(?<=[\p{Script=Han}]{2})每(?:个|县|村|镇|乡|校|班|户|人|所|家|名)(?:[（(][^）)]{1,6}[）)])?[\p{Script=Han}]{0,2}$/u;

/** 每桌, 每百户, 每立方米: by how much it is counted. */
const BY_UNIT =
  /(?<=[\p{Script=Han}])每(?:[一两三十百千万0-9]{0,4})(?:平方米|立方米|平方公里|公斤|千克|千瓦时|千瓦|公里|公顷|名(?:老人|老年人|儿童|学生|职工|居民)?|[斤克吨里米度升人户村亩件次天个处趟张席桌座条家所批场箱单课餐顿篇位株棵头只辆台套栋期包盒瓶份项晚床])$/u;
/** 出勤率每高出目标|1个百分点 */
const BY_STEP = /每(?:高出|低出|超出|低于)\p{Script=Han}{0,4}$/u;
/** 增加到目前的, 从最初的: of which time it is. */
const THEN =
  /(?:目前|现在|如今|现今|最初|当初|起初|原先|(?:[开创]办|建成|成立|起步|改革|建设)之?初|[年月]初|[年月]底|此前|过去|以前)的$/u;

/** 同口径增长, 剔除减税因素后: on which terms something is compared. */
const SAME_TERMS =
  /(?:(?:按|以)?(?:同|可比)口径(?:计算)?|[剔扣]除[^，,、]{2,16}(?:后|因素)|还原[^，,、]{2,12}后|将?有可能|持续|长期)$/u;

/** 在去年基础上|减少, 以2020年为基数|下降: what a change starts from. */
const STARTS = /(?:在[^，,。；;在]{2,14}基础上|以[^，,。；;以]{2,12}为基[数期准])$/u;

/** 支出进度|6月底前, 由…增加到|2023年6月的: when, with the number of its month or quarter. */
const MONTH =
  /(?:(?:(?:19|20)[0-9]{2}|[今去明当])年)?(?:(?:1[0-2]|[1-9]|[一二三四五六七八九])月?(?:至|到|[-—–~～]))?(?:第?[一二三四1-4]季度|(?:1[0-2]|(?<![0-9])[1-9]|十[一二]?|(?<!十)[一二三四五六七八九])月(?:份|[上中下]旬|[0-9]{1,2}日)?)[底末初]?(?:以前|之前|前)?的?$/u;

const MEAN = cutting(/(?:但|且|而)?(?:人均|户均|村均|年均|日均|月均|平均)$/u, (t) => t.endsWith('均'));
const LINKS = [
  CHANGE,
  cutting(SHARED, (t) => t.endsWith('的')),
  cutting(/[较比](?:20[0-9]{2}年[底末初]?|(?:[去上前]年|上一?年度?)(?:同期)?)$/u, (t) => t.includes('年')),
  cutting(MONTH, (t) => t.includes('月') || t.includes('季度')),
  cutting(LINK),
  cutting(SAME_TERMS),
  cutting(COMPARED, (t) => t.includes('较') || t.includes('比')),
  cutting(BY_UNIT, (t) => t.includes('每')),
  cutting(BY_STEP, (t) => t.includes('每')),
  cutting(STARTS, (t) => /基(?:础上|[数期准])$/u.test(t)),
  cutting(THEN, (t) => t.endsWith('的')),
  MEAN,
  cutting(AGAINST, (t) => t.includes('于') || t.includes('出') || t.includes('超')),
  cutting(EACH, (t) => t.includes('每')),
  cutting(FULFILLED, (t) => t.endsWith('完成') || t.endsWith('保持')),
];

/** No link is longer. */
const LINK_REACH = 28;

/** The text before a figure without the words that only lead up to the number. */
export const unlinked = remembering(withoutLinks);

function withoutLinks(before: string): string {
  let text = cut(cut(before, CHANGE), MEAN);
  for (let i = 0; i < 10; i++) {
    const end = text.slice(-LINK_REACH);
    let next = end;
    for (const link of LINKS) next = cut(next, link);
    if (next === end) break;
    text = text.slice(0, -LINK_REACH) + next;
  }
  return text;
}
