import { ending, hasOne, lastMatch, oneOf } from '../../../../text/ending.ts';
import type { FigureRole, Role } from '../../types.ts';
import { isBaseline, isChanged, isLevel } from '../changes.ts';
import type { Genre } from '../genre.ts';
import { isFulfilled, isPlanned } from '../parts.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { fullStart } from '../when.ts';
import { words as segment } from '../words.ts';
import { isAct } from './acts.ts';
import { echoed, isProvided, signOf } from './echoes.ts';
import { FORMERLY, isGiven, isState } from './states.ts';
import { isWeight } from './weights.ts';

/** Words of a wish or an order that hold for a whole sentence. */
const WISHED =
  /(?:(?:明年|今后|接下来|下一?步|下一?阶段)[^。；;了已]{0,8}将(?!近)|(?:今年|年内)[^。；;了已]{0,8}(?:我们)?将(?=[新改扩建培引打推启组选投开])|[今明当]年(?:安排|拟)|(?:[今明]年|年内)[^。；;了已]{0,16}(?<![重主需想简只大纪摘提概])要(?![求素点闻领案件])|确保|力争|争取(?=在|到20|到年|[今明全]年|年[内底]|20|下|实现|达到|用(?!地)|完成|早日|率先|尽快|新|每|让|把|使|建|进入|突破|做到|再|超|创|列入|早)|必须|应当|不得|原则上|建议(?=[将把各在由对加提建设])|拟(?!定|订|写)|(?<!不懈|共同|持续|[年月的])努力(?![，,。；;]|$)|奋斗目标|目标就?是|达标(?!率|的|排放|创建|村|单位|企业))/gu;
/** Words that hold for their own clause. */
const WISHED_HERE =
  /(?:(?<![重主需想简只大纪摘提概])要(?![求素点闻领案件])|(?<![适相对反响供必呼回])应(?![急对用])|(?<!必)须|将(?=再[次新修建投增招引办选推改扩添购]|实[现施]|达|建|完成|投[入资]|新[增建招引]|开[展工通设]|举办|培[训育养]|改[造建]|扩[建大]|引[进入]|打造|推[进动出]|启动|组织|选派|安排|拿出|筹[集建]|陆续|全面|重点|在|继续|进一步|于)|(?<![年原])计划(?!的|生育)|(?<=20[0-9]{2}年|年度)计划(?=总?投资|新[建增招引]|建设|实施|安排)|(?<=[今明当]年)计划(?=[\p{Script=Han}]{2})|(?<!免疫)规划(?!的|疫苗|管控)|(?<!(?:高于|低于|超过?|好于|快于|优于)[^，,]{0,8})目标(?!管理|考核|责任|的$|任务|值?的$)|标准(?=[为是不：:])|按[^，,]{0,12}标准|不少于|不低于|不超过|至少|最少|(?<![高升增长加展大降少低])到20[2-9]\d年|到“?十[四五六]|打算(?=[\p{Script=Han}：:]))/gu;
const DONE =
  /(?:了|已|共(?!同|产|有|建)|累计|先后|荣获|获得?|被|授予|表彰|评为|评出|举办|召开|完成|开展|参加|培训|新增|增长|增幅|下降|减少|提高|提升|推出|组建|建成|走访|收集|发放|投入|选派|收到|办理|办结|受理|解决|救助|帮扶|慰问|晋升|跃升|(?<!党|社会|群众|两新)组织(?![的部关生建管体机])|通过率|满意率|评选|结对|捐|征集|报送|刊发|查处|调解|化解|提拔|任用|配强|诊疗|筛查|接种|敲门|记下|办成|新(?:入[规库统]|开工|签约|招|引|投)|发展(?=[^，,]{0,4}(?:党员|团员|会员))|日均服务|全年(?=[^，,]*$)|实现|兑现|减免|引进|落实|筹集|整改|协助|参[检训会赛展评学]|出席|到会|走进|建立|打造|创建|设置|任命|推荐|选拔|命名|形成(?=[^，,]{1,12}$)|设立|遴选|新收|覆盖(?!人口|面积|范围)|作出|分成|下达|安排|划拨|列支|拨付|补助|给予|派出|抽调|派驻|动员|转移|惠及|得分|压缩|压减|精简|缩短|缩减|认领|推送|接待|联系(?=$))/gu;
/** Verbs of being and having. */
const STOCK =
  /(?:现有|共有|一共|拥有|设有|下设|下辖|占|总数|总量|总人口|总面积|管辖|管理着|仅有|只有|(?<![没所未享先后])有(?!效|力|序|关|的放矢)|分布|平均年龄|均为|分别为|覆盖(?=人口|面积|范围)|约有|超过|党员总数|编制|比例|比重|据.{0,12}(?:调查|统计|了解)|资料显示|问卷|[直下所区市县省]属的?|该[县市区省镇乡]的?|在.{0,6}[县市区省镇乡]的)/gu;
/** What says by itself that things are there: 现有调解员812名 is a stock, though 调解 is also something done; 收录论著46种 is what a book has. */
const THERE = ending(
  /(?:现有|实有|原有|共有|在册|在用|在校|在岗|下辖|下设|辖有?|拥有|内设|(?<!被)(?:收录|辑录|收有))(?![^，,]*(?:了|已|先后|达到?))[^，,]*$/u,
);
/** What happened to the counted, behind the figure: 8个党支部|被评为…, 38名干部|到地方挂职. */
const HAPPENED =
  /(?:(?<![除为])了(?!解)|^参[检训会加]|获|被|荣获|参加|参与|走进|挂点|结对|受到|得到|完成|通过|入选|挂职|学习培训|投身|给予|举办|加入|当选|发展为|成为|培养成|报到|转为|担任|签订|签约|移植|采用|联系(?=[0-9０-９]))/u;

/** What must not or may only be, from a figure on: 不足95%的支部|不得评优. */
const CONDITION = /(?:不得|方可|必须|应当|不予)/u;

/** A survey: what it found is a state of things, for the whole sentence. */
const SURVEY =
  /(?:调查|问卷|抽样|统计|测评|座谈|摸底|资料|数据)[^。；;]{0,8}(?:显示|表明|反映|发现)|认为|反映$|据[\p{Script=Han}]{0,6}(?:测算|统计|估算)|据[\p{Script=Han}]{0,6}(?:预测|预报|预计)|较常年/u;

/** 成立|8个调解室, 抽调|12人: told in so many words, without a wish, it was done. */
const FORMED = oneOf('成立 组建 设立 抽调 成立了 组建了 设立了 抽调了 先后成立 先后组建 并成立 并组建');
const isFormed = (c: Candidate, s: Surroundings): boolean =>
  c.bound === '=' && (c.kind === 'thing' || c.kind === 'people') && FORMED.test(s.clause) && !s.tail.startsWith('的');

/** Point roles that describe a state of things, and those that wish for one. */
const FINDING: readonly Role[] = ['problem', 'cause', 'background', 'significance'];
/** A year that is over, named in the sentence or in one joined to it by a semicolon. */
const PAST = ending(/(?:去年|上年|全年|上半年|前三季度)[^。！？\n]*$/u);
const PAST_REACH = 160;
/** Sections that may tell results beside the state of things. */
const TELLING: readonly Role[] = ['background', 'significance'];
/** 地区生产总值完成186亿元, 增长7.9%: what a year brought. */
const BROUGHT = ending(/(?:完成|实现|增长|下降|达到?|新增|突破|收入)(?:了|至|到)?$/u);
const WISH: readonly Role[] = ['requirement', 'proposal'];

/** Units of which a year has so many: a period in front of them makes a frequency; of money and percent it makes a rate. */
const UNCOUNTED = oneOf('money percent measure age score');
const countable = (c: Candidate): boolean => !UNCOUNTED.test(c.kind);

/** What else decides a role, besides the words around the figure. */
export interface Setting {
  per: string | null;
  /** The period is one that comes again (每年), not one that a mean is taken over (日均). */
  often: boolean;
  /** Role of the innermost point. */
  point: Role | null;
  genre: Genre;
  title: string;
  /** It stands in front of the first point: an order says there how things are. */
  preamble: boolean;
  /** Role of the figure before it in the same sentence. */
  previous: FigureRole | null;
  /** It is joined to that figure (76.8%和74.5%; 8个党支部、5个党小组): they are said in one breath. */
  joined: boolean;
  /** Role of the last figure with its unit in the paragraph: what 其中 is a part of. */
  kin: FigureRole | null;
  /** It stands in a section of goals or plans, by a heading above it. */
  plan: boolean;
  /** Its sentence names goals: 主要预期目标是:…. */
  goal: boolean;
  /** It stands in a section of an order that tells what was, or in a text that the order only hands on. */
  told: boolean;
}

/** What the rules say of a figure, and which of them said it. */
export interface Ruling {
  role: FigureRole;
  by: string;
}

/** 集体收入20万元以上的村达到36个: the bound says which are counted. */
const isSorting = (c: Candidate, s: Surroundings): boolean =>
  c.kind !== 'percent' && c.bound !== '=' && /^的[\p{Script=Han}]{1,8}(?:达到?|有|占|共)[0-9]/u.test(s.tail);

/** What sorts the cases: 3000元以下者, 外出超过3个月的, … */
const isCase = (s: Surroundings): boolean =>
  /^(?:[者的]$|[被未不][^，,]{1,10}的$|的(?:列为|按|由|予以|可以?(?![持靠再])|应(?!急|用|届|对)|不得|取消))/u.test(
    s.tail.trim(),
  );

/** 信访总量下降|四成, 平均年龄下降|6.4岁: how much something changed by. */
const BY = ending(
  /(?:提高|提升|上升|增加|增长|扩大|减少|下降|降低|压缩|压减|缩短|缩减|缩小|精简|上调|下调|跃升|晋升|前移|晋级|净增|递增|增幅|降幅)(?:了|近|约)?$/u,
);
/** A rate as it stands at the end of what was done: 覆盖率达到|98%, 比例为|96.2%, 稳定在|95%以上. */
const REACHED = ending(
  /(?:达到?了?|保持在?|稳定在|控制在|(?:率|比例|比重|占比|满意度)(?:分别|均|都|平均)?[为达]?|[^，,]率)$/u,
);
/** Sizes of things. */
const SIZED = ending(/(?:面积|规模|年龄|容积|长度|宽度|高度|深度|体量)(?:[均都]?在|为|达|约)?$/u);

const isRunning = (c: Candidate, s: Surroundings): boolean => s.text.startsWith('连续', c.start) && c.start < c.number;

/** 缺编386人, 还有44个村…: what is missing is a finding, in an order too. */
const LACKING = ending(/(?:缺编|短缺|空缺(?!每)|缺口|尚有|还有|还差|(?<![不短空紧])缺)[^，,扣]{0,6}$/u);

/** 试点以来已回应诉求230个, 去年共开出处方43张: what was done, with its object, in front of a figure of an order. */
const HAVING_DONE = ending(
  /(?:(?:以来|去年)[^，,。]{0,6}|已)(?:先后|累计|共)?(?!有|达|是|在|为|经)[\p{Script=Han}“”]{2,16}$/u,
);

/** 7430万元,同比增长9.2%; 21.35万吨,连年增产: what a year brought, with how it grew. */
const GROWN =
  /^(?:[和、及][^，,。；;]{1,12})?[，,、（(](?:实现|分别|同比|年均)?(?:(?:同比|较|比)[^，,。；;0-9]{0,8})?(?:实际|名义|分别)?(?:增长|递增|增幅|增速|增加|增收|提高|提升|上升|降低|减少|下降|上涨|净增|多[增收]|连年增|翻)/u;
const YEARLY = oneOf('money measure percent');
const isGrown = (c: Candidate, s: Surroundings): boolean =>
  YEARLY.test(c.kind) && GROWN.test(s.rest) && !/(?:现有|共有|目前|余额|存量)/u.test(s.clause);

/** 看到成绩的同时,也要正视不足:…: what follows in the sentence is a finding. */
const ADMITTED =
  /(?:看到|正视|对照|存在|面临)[^。！？\n]{0,24}?(?:差距|不足|问题|短板|困难|挑战)[^。！？\n]*$|(?:不足|问题|短板|差距)(?:之处)?(?:是|有|在于)?[:：][^。！？\n]*$|(?:同时|成绩)[^。！？\n]{0,8}也(?:清醒|深刻)?地?(?:看到|认识到|意识到)[^。！？\n]*$/u;
const isAdmitted = (c: Candidate, s: Surroundings): boolean =>
  ADMITTED.test(s.text.slice(fullStart(s.text, c.start), c.start));

/** In an order or a proposal a figure is a target, unless it says how things stand or went. */
function ordered(c: Candidate, s: Surroundings, wished: boolean): Ruling {
  // 职工人数25-49人的企业, 3000元以上至5000元的，交纳…: a size that sorts, not one that is to be reached.
  if (c.rule === 'range' && (/(?:人数|规模|面积|年龄)$/u.test(s.clause) || /^[者的]$/u.test(s.tail.trim())))
    return { role: 'scale', by: 'sorting' };
  if (!wished && hasOne(s.clause, '已', '来', '去') && HAVING_DONE.test(s.clause))
    return { role: 'result', by: 'having-done' };
  if (!wished && hasOne(s.clause, '缺', '还', '尚') && LACKING.test(s.clause)) return { role: 'scale', by: 'lacking' };
  // 全市已有80对村企|确立了联建关系
  const did = /了|已(?!经?超)|先后/u.test(s.clause) || /^[^，,的]{2,12}了(?!解)/u.test(s.tail);
  if (did && !wished) return { role: 'result', by: 'order' };
  if (!wished && /(?:现有|目前|现状)/u.test(s.sentence) && !/到20|到“|完成|确保|[今明]年/u.test(s.sentence))
    return { role: 'scale', by: 'present' };
  if (/(?:现有|共有|截至|目前|去年|上年度|已有|所属)/u.test(s.clause) || SURVEY.test(s.sentence))
    return { role: 'scale', by: 'present' };
  if (isProvided(s)) return { role: 'target', by: 'provided' };
  const there = isCase(s) || isGiven(c, s);
  if (there || /有效期(?:限)?[为是]?$/u.test(s.clause)) return { role: 'scale', by: 'given' };
  return { role: 'target', by: 'order' };
}

/** 低于5.5%的预期目标, 达到95%的标准 */
const STANDARD = /^的(?:年度|年初|预期|考核|国家)*(?:目标|标准)/u;

/** What is said of a figure by its form alone, wherever it stands. */
function formal(c: Candidate, s: Surroundings, setting: Setting): FigureRole | null {
  const { per, previous } = setting;
  if (isWeight(c, s, setting.genre)) return 'weight';
  if (per && setting.often && countable(c) && !(c.kind !== 'event' && s.clause.includes('平均')) && !isLevel(c, s))
    return 'frequency';
  if (isBaseline(c, s) || isSorting(c, s)) return 'scale';
  if (isPlanned(s)) return 'target';
  if (c.kind === 'percent' && isFulfilled(s)) return 'result';
  if (c.kind === 'percent' && STANDARD.test(s.tail)) return 'target';
  return setting.joined && previous !== 'frequency' && previous !== 'weight' ? previous : null;
}

/** 平均年龄42岁 is a state; 下降6.4岁, 提高到50岁 were brought about; 形成以35岁为主的 is to be. */
function ofAge(c: Candidate, s: Surroundings, wished: boolean, genre: Genre): FigureRole {
  // 年龄一般不超过60岁, as an order has it
  if (genre === 'order' && /^不(?:超过|高于|低于|得|大于)/u.test(s.text.slice(c.start, c.start + 3))) return 'target';
  const moved = isChanged(s);
  if (wished && (moved || BY.test(s.clause) || /(?:以|形成|达到)$/u.test(s.clause))) return 'target';
  return moved || BY.test(s.clause) ? 'result' : 'scale';
}

/** Findings and backgrounds hold states of things; yet they may tell what a year brought. */
function found(c: Candidate, s: Surroundings, setting: Setting, wished: boolean): FigureRole | null {
  const { point, previous } = setting;
  const past = PAST.test(s.text.slice(Math.max(0, c.start - PAST_REACH), c.start));
  const rated = (c.kind === 'money' || c.kind === 'percent') && (BROUGHT.test(s.clause) || previous === 'result');
  const told =
    (TELLING.includes(point!) || past) && (rated || (c.kind === 'rank' ? point === 'significance' : climbed(s)));
  if (told) return null;
  return wished && lastMatch(WISHED, s.sentence) >= 0 ? 'target' : 'scale';
}

const climbed = (s: Surroundings): boolean => /(?:晋升|跃升|上升|提升|前移|作出[^，,]*)$/u.test(s.clause);

/** Words that a telling of former times does not have. */
const TO_BE = /力争|确保|今后|下一步|到20[2-9]\d年/u;

/** What is to be, in a text that mostly tells. */
function isWanted(c: Candidate, s: Surroundings, { genre, point, previous }: Setting, wished: boolean): boolean {
  if (FORMERLY.test(s.sentence) && !TO_BE.test(s.sentence)) return false;
  const told = /了|[现前]已/u.test(s.clause) || isChanged(s);
  if ((wished && !told) || CONDITION.test(s.tail)) return true;
  // 今年要新建示范村60个,打造精品线路5条: one wish over several clauses.
  if (previous === 'target' && !s.tail.startsWith('的') && !/[了已共]|累计|先后|[去上]年|[比较]/u.test(s.clause))
    return true;
  if (wished && !/了/u.test(s.clause) && lastMatch(WISHED, s.sentence) >= 0) return true;
  if ((c.kind === 'money' || c.kind === 'percent') && isPrize(s)) return true;
  const limit = /^(?:不超过|不得|不少于|不低于|不高于|至少|至多|最多)/u.test(s.text.slice(c.start, c.start + 4));
  // 控制在5‰以内 is an order, where no point says that something is told.
  if (/控制在$/u.test(s.clause) && point === null && genre !== 'report') return true;
  return limit && genre !== 'report' && !MADE.test(s.clause) && !s.clause.includes('平均');
}

/** 了, 建起, 建成: done, whatever bound stands behind it (建起了不少于40平方米的活动室). */
const MADE = /了|(?:建|办|设)起|建成/u;

/** 考核优秀的支部,奖励活动经费2000元: what a case is to get, as a rule. */
const PRIZE = ending(/(?:扣[减发除]|奖励|奖|补助|补贴|罚款|处以?)[\p{Script=Han}]{0,6}$/u);
const isPrize = (s: Surroundings): boolean =>
  PRIZE.test(s.clause) &&
  !/[了已共]|累计|先后|兑现|发放|获得?/u.test(s.clause) &&
  /的[\p{Script=Han}]{0,8}[，,]$/u.test(s.sentence.slice(0, s.clauseStart - s.sentenceStart));

const GIVING = ending(/(?:^|先后|累计|已|共)(?:为|给|帮助?)$/u);

/** Decided by the verbs of the clause: the last one of being or of doing. */
function byVerbs(c: Candidate, s: Surroundings): FigureRole | null {
  const stock = lastMatch(STOCK, s.clause);
  const done = lastMatch(DONE, s.clause);
  // 参会代表超过三分之二: what share of those who came.
  if ((c.rule === 'fraction' || c.rule === 'half') && /(?:参会|到会|出席|应到|实到|参加表决)/u.test(s.clause))
    return 'scale';
  // 先后为|36个村新建活动室
  if (GIVING.test(s.clause.trim()) && isAct(s)) return 'result';
  const crossed = /^(?:突破|累计)/u.test(s.text.slice(c.start, c.start + 2));
  if (HAPPENED.test(s.tail.slice(0, 40)) || c.kind === 'rank' || crossed || isRunning(c, s)) return 'result';
  if (
    (s.clause.includes('有') || s.clause.includes('录') || hasOne(s.clause, '在', '辖', '设')) &&
    THERE.test(s.clause)
  )
    return 'scale';
  if (stock > done) return 'scale';
  if (done >= 0) return 'result';
  return SIZED.test(s.clause) && !segment(s.clause.slice(-40))[0]?.tag.startsWith('v') ? 'scale' : null;
}

/** Where the clause says nothing: the figure before, then what is usual for its kind. */
function byKind(c: Candidate, s: Surroundings, { previous, genre, point }: Setting): FigureRole {
  if (/估计|测算/u.test(s.clause)) return 'scale';
  const bounded = c.bound === '>=' || c.bound === '<=';
  if (
    bounded &&
    (genre === 'order' ||
      (genre === null && /^[最不]/u.test(s.text.slice(c.start, c.start + 1)) && !s.clause.includes('平均')))
  )
    return 'target';
  if (bounded && genre === 'report') return 'result';
  if (previous && previous !== 'frequency' && previous !== 'weight' && !isAct(s)) return previous;
  if (c.kind === 'event' || c.kind === 'percent' || c.kind === 'score') return 'result';
  if (c.rule === 'fraction' || c.rule === 'half') return 'scale';
  if (isAct(s)) return 'result';
  const earned = c.kind === 'money' && /(?:收入|产值|利润|税收|投资|营业额|销售额)$/u.test(s.clause);
  if (earned && PAST.test(s.text.slice(Math.max(0, c.start - PAST_REACH), c.start))) return 'result';
  if (c.kind === 'thing' && genre === 'report' && !s.clause.includes('每')) return 'result';
  return point === 'result' || (c.kind !== 'people' && point === 'practice') ? 'result' : 'scale';
}

/** 其中投诉类占三成: a part of what was counted before; of a frequency it is a state. */
const PARTLY = ending(/其中[^，,]{0,12}$/u);

/** 对直属的|91个党组织下达…, 我局有|4个事业单位: what a body has under it, whatever is done with it. */
const BELONGS = ending(
  /(?:(?:直属|[市区县省州]属|所属|下属|下辖)(?:的|共有|现有|有)?|(?:^|[，,])(?:目前)?(?:我们)?\p{Script=Han}{0,3}(?:我[市区县局院校厂镇乡街]|办|委|会|处)(?:现|共)?有)$/u,
);
/** 我们|五万员工: all that there are. */
const ALL_OF_US = ending(/(?:我们|全体|广大)$/u);
const OWN_PEOPLE = /^(?:员工|职工|党员|干部|群众|师生|林农|民警)/u;
/** 集中了|6天的时间: it was spent. */
const SPENT = ending(/(?:集中|利用|花|用|抽出|拿出)了$/u);
/** 未按|1%的比例配备: what a rule lays down. */
const BY_RULE = ending(/按照?(?:不[低少]于)?$/u);

/** 已按|10%的比例配备: what was done so. */
const BY_DEED = /(?:已经?|去年|上年|20[0-9]{2}年)[^，,]{0,12}按照?(?:不[低少]于)?$/u;
/** 我校有|3名学生考上大学, 县里有|5项工作获奖: what came of them is told, or is to come. */
const CAME_OF =
  /^\p{Script=Han}{1,10}?(?:考上|获|达标|建成|入选|上市|通过|完成|被|参加|下沉|走进|奔赴|投入|摘帽|脱贫|出列|当选|升级)/u;
const TO_COME = /(?:到|至)(?:20[2-9][0-9]年|明年|年底|[0-9]{1,2}月)|力争|确保|目标/u;

/** What the words right around a figure say, whatever section it stands in. */
function plainly(c: Candidate, s: Surroundings): Ruling | null {
  const own = ALL_OF_US.test(s.clause) && OWN_PEOPLE.test(s.tail);
  const has = own || (BELONGS.test(s.clause) && (c.kind === 'thing' || c.kind === 'people'));
  if (has && !CAME_OF.test(s.tail) && !TO_COME.test(s.sentence)) return { role: 'scale', by: 'belongs' };
  if (c.kind === 'duration' && SPENT.test(s.clause) && /^的?时间/u.test(s.tail)) return { role: 'result', by: 'spent' };
  const standard =
    c.kind === 'percent' && BY_RULE.test(s.clause) && !BY_DEED.test(s.clause) && /^的?(?:比例|标准|要求)/u.test(s.tail);
  return standard ? { role: 'target', by: 'standard' } : null;
}

/**
 * What a figure says: decided by the words around it, then by the point it stands in, then by the document.
 *
 * Known wrong case: 对全市20多名困难党员的生活状况进行了分析 counts as a result (了), though it is a scale.
 */
export function roleOf(c: Candidate, s: Surroundings, setting: Setting): Ruling {
  const { genre } = setting;
  const point = setting.told && setting.point !== null && WISH.includes(setting.point) ? null : setting.point;
  const sign = signOf(c, s);
  if (sign) return { role: sign, by: 'sign' };
  const echo = isWeight(c, s, setting.genre) ? null : echoed(c, s, setting.previous);
  if (echo) return { role: echo, by: 'echo' };
  const form = formal(c, s, setting);
  if (form) return { role: form, by: 'form' };
  const wished = lastMatch(WISHED, s.sentence) >= 0 || lastMatch(WISHED_HERE, s.clause) >= 0;
  const plain = plainly(c, s);
  if (plain) return plain;
  if (c.kind === 'age') return { role: ofAge(c, s, wished, genre), by: 'age' };
  const finding = point !== null && FINDING.includes(point);
  const order = ((genre === 'order' && !setting.told) || setting.plan) && !finding && !setting.preamble;
  if (setting.goal || order || (point !== null && WISH.includes(point))) return ordered(c, s, wished);
  const state = finding ? found(c, s, setting, wished) : null;
  return state ? { role: state, by: 'finding' } : told(c, s, { ...setting, point }, wished);
}

/** 到2028年,比重提高到2.1%以上: a bound that a year ahead is to bring. */
const AHEAD = /(?:^|[，,])\s*到20[2-9][0-9]年[底末]?[，,](?:(?![了已])[^。])*$/u;
const isAhead = (c: Candidate, s: Surroundings): boolean =>
  (c.bound === '>=' || c.bound === '<=') && AHEAD.test(s.sentence) && !/了|已/u.test(s.tail);

/** 在册志愿者达|213名: so many are on the books. */
const ENROLLED = /(?:^|现)(?:在册|在校|在岗|注册)[^，,]{1,8}达$/u;

/** The role of a figure in a text that mostly tells. */
function told(c: Candidate, s: Surroundings, setting: Setting, wished: boolean): Ruling {
  const { genre, previous, point, kin } = setting;
  if (isWanted(c, s, setting, wished)) return { role: 'target', by: 'wish' };
  if (isAhead(c, s)) return { role: 'target', by: 'wish' };
  if (isFormed(c, s)) return { role: 'result', by: 'formed' };
  if (SURVEY.test(s.sentence) && !isChanged(s)) return { role: 'scale', by: 'survey' };
  if (s.clause.endsWith('达') && ENROLLED.test(s.clause)) return { role: 'scale', by: 'present' };
  if (s.clause.includes('估计')) return { role: 'scale', by: 'sign' };
  if (isAdmitted(c, s)) return { role: 'scale', by: 'admitted' };
  if (
    isChanged(s) ||
    isGrown(c, s) ||
    c.unit === '番' ||
    (s.clause.includes('达') && /(?<![未高多])达到?了?$|^[^，,的]{2,14}达到[^，,的]{2,10}的$/u.test(s.clause))
  )
    return { role: 'result', by: 'change' };
  if (isState(c, s, setting.title)) return { role: 'scale', by: 'state' };
  if (c.kind === 'percent' && REACHED.test(s.clause) && (point !== null || genre === 'report' || c.bound !== '='))
    return { role: 'result', by: 'rate' };
  if (PARTLY.test(s.clause) && kin) return { role: kin === 'frequency' ? 'scale' : kin, by: 'part' };
  if (previous && /^\s*(?:其中|占|[^，,]{0,6}占|(?:分别|均|约)?(?:为|是|相当于)[^，,]{1,8}的$)/u.test(s.clause))
    return { role: previous, by: 'previous' };
  const verbs = byVerbs(c, s);
  return verbs ? { role: verbs, by: 'verbs' } : { role: byKind(c, s, setting), by: 'kind' };
}
