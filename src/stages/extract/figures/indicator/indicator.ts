import { ending, oneOf } from '../../../../text/ending.ts';
import { isBaseline } from '../changes.ts';
import { AGENT, isNoun } from '../noun-phrases.ts';
import { ofPlan, splitAmong } from '../parts.ts';
import type { Candidate } from '../read/candidates.ts';
import { winner } from '../read/multipliers.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { dimensionOf, following, happening, isLinked, shared, spentOn } from './ahead.ts';
import { Asked, type Before, COUNTING } from './asked.ts';
import { earlier, PERSON, repeated } from './clause-before.ts';
import { AMONG, isClimb, isPlaced, rankedIn } from './contests.ts';
import { grown, opening, topic } from './in-front.ts';
import { inhabited } from './inhabitants.ts';
import { lasting, spanOf, won } from './lasting.ts';
import { CHANGED, LEAD, unlinked } from './links.ts';
import { becomeOf, changedItself, deedOf } from './members.ts';
import { beside, ofEach, reached } from './reaching.ts';
import { changedApiece } from './respectively.ts';
import { ofRow } from './rows.ts';
import { scoredBy } from './scored.ts';
import { isOwnWeight, shareOf } from './shares.ts';
import { isSorted, SORTED_BY } from './sorted.ts';
import { based, funded, provided, takersOf } from './standards.ts';
import { weighsIn } from './weight-in.ts';

const LINKED = oneOf('和 与 及 、');

/** 达到标准的|有15个: who reached it, not whose it is. */
const REACHED_IT = /^(?:达到|实现|符合|具备|具有)[\p{Script=Han}“”]{1,12}(?:标准|要求|条件|水平|目标)的$/u;
const onesOf = (ones: string): string => (REACHED_IT.test(ones) ? ones : ones.replace(LEAD, ''));
/** 出现赤字的有15个: the counted are named before 有. */
const ONES = /(.{2,30}的)(?:(?:共|仅|只|约)?有|仅|只)$/u;

/** A measure stands right in front: 职工人数25-49人, 平均年龄42岁. */
const MEASURED = ending(
  /(?:人数|人口|数量|总数|面积|金额|总额|年龄|规模|比例|比重|[^效频功]率|产量|产值|收入|支出|投资|赤字|存款|贷款|余额|时间|时长|用时|时限|周期|任期|有效期)(?:为|达到?|约|是)?$/u,
);

/** Percentages and ranks without a subject of their own are said of what the figure before counted: 18亿元,增长7%. */
const RATED = ending(/^(?:percent|times|rank)$/u);
/** Verbs that need their object to say what is counted. */
const NEEDS_OBJECT = ending(
  /(?:配备|配齐|配有|帮助|招收|招录|接待|入库|整改|解决|新增|建成|结成|收到|发现|涉及|覆盖|调整|整合|清理|拆除|办理|推出|引进|培育|选派|组建|成立|回引|调走)$/u,
);
const isDeedAlone = (front: string): boolean =>
  front.length > 1 && !NEEDS_OBJECT.test(front) && !LIGHT.test(front) && segment(front).every((w) => /^v/u.test(w.tag));
/** Verbs that name no event by themselves: 开展12次. */
const LIGHT = ending(/^(?:通过|经过|历经|开展|举办|召开|组织|进行|完成|达到?|共|累计|先后)+$/u);

/** 总投资118.6亿元的产业园: the sum is the investment, not the park. */
const INVESTED = ending(/(?:^|[，,、])(?:计划|概算|估算)?(?:总投资额?|投资|总造价|造价|合同额)(?:约|近|达)?$/u);

/** 按每人3元的|标准: what the amount is for is said further on. */
const STANDARD = ending(
  /^(?:标准|比例|要求|幅度|额度|目标|目标任务|任务|(?:高|较高|最高|历史最高|平均)?水平|合理区间|区间|(?:好|优异)?成绩|佳绩|速度)$/u,
);

/** A clause without its baseline: 用时由|3天|压缩到… */
const measured = (c: Candidate, s: Surroundings): string =>
  unlinked(isBaseline(c, s) ? s.clause.replace(/[由从][^，,由从]{0,12}$/u, '') : s.clause);

/** 60%归农户分红、20%用于公益: what a share of the proceeds goes to. */
const USED = /^(?:归|用于|用作|留作|作为)[\p{Script=Han}]{2,10}/u;

/** Kinds that are measured, not counted: 分别达到2.98万元和1.36万元. */
const MEASURING = oneOf('percent money measure times score');
const isRated = (c: Candidate): boolean => MEASURING.test(c.kind);

function isDeed(text: string): boolean {
  const words = segment(text);
  return /^(?:v|ad|d|vd)$/u.test(words[0]!.tag) && !isNoun(words[0]) && !AGENT.test(text);
}

/** A rule's answer; undefined where it has nothing to say. */
type Answer = string | null | undefined;
type Rule = (asked: Asked) => Answer;

/** 每名党员每年学习不少于32学时,支部书记不少于56学时 */
function carriedOn(q: Asked): Answer {
  return q.near?.indicator && (q.front === null || PERSON.test(q.front)) ? q.near.indicator : undefined;
}

/** 4.1亿人公里和|17.9亿吨公里 */
function linked({ c, s, near }: Asked): Answer {
  const beside = near !== null && near.end === c.start - 1 && LINKED.test(s.text[near.end]!);
  return beside && near.indicator && isRated(c) && near.kind === c.kind ? near.indicator : undefined;
}

function scoring({ c, s, near, kin, scored }: Asked): Answer {
  const beside = near && near.end > s.clauseStart ? near.indicator : null;
  return scoredBy(c, s, beside, (scored ?? kin)?.indicator ?? null);
}

function ranking({ c, s, near, scored }: Asked): Answer {
  if (c.kind !== 'rank' && !isClimb(c, s)) return undefined;
  // 收入连续7年位列全国第一: the rank that lasted
  const lasted = near && /^(?:连续|持续)/u.test(near.text) && isPlaced(s.text.slice(near.end, c.start));
  if (lasted && near.indicator) return near.indicator;
  const ranked = rankedIn(s, scored, near?.indicator ?? null);
  if (ranked) return ranked;
  return (c.kind !== 'rank' || AMONG.test(s.clause)) && near?.indicator ? near.indicator : undefined;
}

/** 抽查的40份计划中,有26份…; 12家子公司中有5家…: some of those that were counted. */
function someOf({ c, s, near }: Asked): Answer {
  return near?.indicator && near.unit === c.unit && /中[，,]?(?:就|仅|只|约)?有$/u.test(s.sentence)
    ? near.indicator
    : undefined;
}

const usedFor = ({ c, s }: Asked): Answer =>
  c.kind === 'percent' && /(?:^|[、和])$/u.test(s.clause) ? USED.exec(s.tail)?.[0] : undefined;

/** 完成目标的61%，超时序进度|2.7个百分点: by how much it is ahead of its schedule, or behind. */
const SCHEDULE = ending(
  /(?:^|[、%％])[已均共]{0,2}(?:超过?|超出|快于|高于|好于|慢于|低于|落后于?|滞后于?)(?:序时|时序|时间|计划)进度$/u,
);
const ofSchedule = ({ s, near }: Asked): Answer =>
  SCHEDULE.test(s.clause) && near?.indicator ? near.indicator : undefined;

function theOnes({ s }: Asked): Answer {
  const ones = /[有仅只]$/u.test(s.clause) ? ONES.exec(s.clause) : null;
  return ones && !/^[^，,]*[0-9]/u.test(ones[1]!) ? onesOf(ones[1]!) : undefined;
}

const changed = ({ c, s, near }: Asked): Answer =>
  near?.indicator && near.end > s.clauseStart && CHANGED.test(s.clause) && !changedItself(c, s, near)
    ? near.indicator
    : undefined;

function sized(q: Asked): Answer {
  const { c, s, worth } = q;
  // 利润总额在全市|8家企业中排名第一: what is counted among stands behind.
  const before = COUNTING.test(c.kind) && q.ahead ? s.clause : measured(c, s);
  const size = isSorted(c, s) || (MEASURED.test(before) && (!worth || INVESTED.test(s.clause)));
  return (size && !(q.near && /^总[数量额]$/u.test(q.front ?? '')) && q.front) || undefined;
}

/** 收入50万元以上的村9个；10万元以下的村150个: sorted by the same. */
function sortedAlike({ c, s, kin, worth }: Asked): Answer {
  return worth && kin?.indicator && c.bound !== '=' && /^\s*$/u.test(s.clause) && SORTED_BY.test(kin.indicator)
    ? kin.indicator
    : undefined;
}

const habit = ({ c, s, often }: Asked): Answer =>
  c.kind === 'event' && often && !isBaseline(c, s) && !CHANGED.test(s.clause)
    ? happening(c, s) || following(c, s) || repeated(s) || undefined
    : undefined;

/** 组织党员干部1200余人次|深入基层: what the people do, behind who they are. */
function whoDo(q: Asked): Answer {
  if (q.c.kind !== 'people' || !q.ahead || !isDeed(q.ahead)) return undefined;
  return q.front && !q.verbal && PERSON.test(q.front) ? q.front : undefined;
}

/** 农业示范社88家|年销售额达5.2亿元: a measure of the next figure, where what is counted stands in front. */
const NEXT_MEASURE =
  /^(?:[年月日]|平均|人均|户均|村均|年均)[\p{Script=Han}]{1,6}(?:额|率|收入|产值|产量|面积|利润|税收)(?:达到?|超过?|突破|约|为|近|占|增长|[0-9])/u;

function behind(q: Asked): Answer {
  if (!q.ahead) return undefined;
  if (q.c.kind === 'thing' && q.front && !q.verbal && NEXT_MEASURE.test(q.s.rest)) return q.front;
  if (!STANDARD.test(q.ahead)) return q.ahead;
  return based(q.s) ?? (q.verbal ? null : q.front) ?? earlier(q.s, q.c.kind === 'money' ? 'first' : 'last') ?? q.ahead;
}

const countedTogether = (q: Asked): Answer =>
  (isLinked(q.s) && (q.front === null || q.front.endsWith('的') || q.verbal) && shared(q.c, q.s)) || undefined;

/** 分别奖励5万元、3万元: the prize is what they have in common. */
const prize = ({ c, s, front }: Asked): Answer =>
  c.kind === 'money' && /^(?:奖励|罚款|奖金|补助)$/u.test(front ?? '') && /分别|各/u.test(s.clause) ? front : undefined;

function people({ c, s, near, front }: Asked): Answer {
  if (c.kind !== 'people') return undefined;
  // 共有260多人次参加|宣讲
  const joined = /^\s*(?:共计?|累计|先后|每次|都?有)*$/u.test(s.clause)
    ? /^(?:参加|参与|观看|聆听)了?([\p{Script=Han}“”]{2,12})$/u.exec(s.tail)
    : null;
  if (joined && !near) return joined[1]!;
  if (near?.indicator && front !== null && /^(?:惠及|受益|受惠)$/u.test(front)) return near.indicator;
  return takersOf(s) || undefined;
}

const scoreItself = ({ c, front }: Asked): Answer =>
  c.kind === 'score' && front !== null && /^(?:总分|满分|得分)$/u.test(front) ? front : undefined;

/** 由, 从最初的, 从成立之初的: what a level was at first. */
const AT_FIRST = /^\s*[由从](?:(?:最初|起初|当初|原来|原先|成立之初|创建之初|建站之初)的)?$/u;

function goesOn({ c, s, near, front }: Asked): Answer {
  if (!near) return undefined;
  // 新划网格64个，每格|280户左右
  if (/^\s*每\p{Script=Han}$/u.test(s.clause) && near.indicator?.endsWith(s.clause.trim()[1]!)) return near.indicator;
  // 办件量翻了一番,由420件增至860件: it goes on about what was measured before.
  const baseline = isBaseline(c, s) && AT_FIRST.test(s.clause);
  if (front !== null && !baseline) return undefined;
  // 粮食产量连续十年稳定在2500万吨以上
  return baseline || (near.text.startsWith('连续') && near.end > s.clauseStart) ? near.indicator : undefined;
}

const growing = (q: Asked): Answer =>
  RATED.test(q.c.kind) && (q.shell || q.verbal) ? grown(q.s) || undefined : undefined;

/** 带动茶农人均年增收|2800元: by how much more somebody earns. */
const ENDS_EARNED = ending(/(?:增收|节支)$/u);
const EARNED = /[\p{Script=Han}“”]{0,16}(?:人均|户均|村均|亩均|平均)年?均?(?:增收节支|增收|节支)$/u;
const EARNED_BY = /^.*(?:带动|帮助|促进|助力|实现|推动|预计|[使让为共已])/u;
const earned = ({ c, s }: Asked): Answer =>
  c.kind === 'money' && ENDS_EARNED.test(s.clause) ? EARNED.exec(s.clause)?.[0].replace(EARNED_BY, '') : undefined;

/** What stands in front, unless that is only a verb or a word for the amount. */
function inFront(q: Asked): Answer {
  const { c, front } = q;
  if (q.shell) return undefined;
  return !q.verbal || (c.kind === 'event' && front !== null && !LIGHT.test(front)) ? front : undefined;
}

function ofTheSame({ c, s, near, front }: Asked): Answer {
  const same =
    near !== null &&
    (RATED.test(c.kind) || near.unit === c.unit || near.end === c.start || front === '其中' || CHANGED.test(s.clause));
  return (same && near.indicator) || undefined;
}

/** Nothing stands in front but a word for the amount: what was spoken of before. */
function spokenOf(q: Asked): Answer {
  const { c, s, near, kin, front } = q;
  if (front !== null && !q.shell) return undefined;
  const spent = c.kind === 'money' ? spentOn(s) : null;
  const found = spent ?? kin?.indicator ?? earlier(s, c.kind === 'percent' || c.kind === 'money' ? 'first' : 'last');
  return found ?? ofEach(front, near) ?? (q.shell ? front : opening(s, near)) ?? besideIt(q);
}

/** 助农贷款8笔、|210万元: two counts of one thing, where nothing else is named. */
const besideIt = ({ c, s, near }: Asked): string | null =>
  near !== null && s.text.slice(near.end, c.start) === '、' ? near.indicator : null;

/** Only a verb stands in front. */
function ofTheDeed(q: Asked): Answer {
  const { c, s, near, front } = q;
  const about = topic(s, near);
  if (about) return about;
  // 强化问责,立案|18起: a deed that is counted by itself.
  if ((c.kind === 'people' || c.kind === 'thing') && isDeedAlone(front!)) return front;
  if (c.kind === 'event') return front;
  return (c.kind === 'money' ? spentOn(s) : null) ?? earlier(s, 'last') ?? front;
}

/** In the order in which they are asked. The first to answer has the word. */
const RULES: readonly (readonly [name: string, rule: Rule])[] = [
  ['apiece', ({ s, recent }) => changedApiece(s, recent)],
  ['won', ({ c, s }) => won(c, s) ?? undefined],
  ['inhabitants', ({ c, s, near }) => inhabited(c, s, near)],
  [
    'medal',
    ({ c, s, near }) =>
      c.rule === 'medal' ? (near?.end === c.start ? near.indicator : winner(s.clause)) || undefined : undefined,
  ],
  ['linked', linked],
  ['row', ({ c, s }) => ofRow(s, c.kind === 'score') || undefined],
  ['weighs in', ({ c, s }) => weighsIn(c, s) ?? undefined],
  ['plan', ({ c, s, near, earlier }) => ofPlan(c, s, near, earlier) ?? undefined],
  ['share', ({ c, s, near }) => shareOf(c, s, near) || undefined],
  ['weight', ({ s }) => (isOwnWeight(s) ? '权重' : undefined)],
  ['score', scoring],
  ['rank', ranking],
  ['become', ({ c, s, near }) => becomeOf(c, s, near) ?? undefined],
  ['some', someOf],
  ['schedule', ofSchedule],
  ['use', usedFor],
  ['ones', theOnes],
  ['changed', changed],
  ['ratio', ({ c, s }) => (c.rule === 'ratio' && /^的?比例/u.test(s.tail) ? '比例' : undefined)],
  ['fund', ({ s }) => provided(s) || funded(s) || undefined],
  ['reached', ({ c, s, near }) => reached(c, s, near) ?? undefined],
  ['dimension', ({ c, s }) => dimensionOf(c, s) ?? undefined],
  ['size', sized],
  ['sorted', sortedAlike],
  ['habit', habit],
  ['span', ({ c, s, near, often }) => (c.kind === 'duration' && !often ? spanOf(c, s, near) || undefined : undefined)],
  ['lasting', ({ c, s, near, often }) => (c.kind === 'duration' && !often ? lasting(c, s, near) : undefined)],
  ['who', whoDo],
  ['behind', behind],
  ['together', countedTogether],
  ['beside', ({ c, near, front }) => (front === null ? beside(c, near) : null) ?? undefined],
  ['prize', prize],
  ['people', people],
  ['itself', scoreItself],
  ['goes on', goesOn],
  ['earned', earned],
  ['growing', growing],
  ['member', ({ c, s, near, verbal }) => (verbal ? deedOf(c, s, near) || undefined : undefined)],
  ['split', ({ s, near, kin, front }) => splitAmong(s, near, kin, front) ?? undefined],
  ['front', inFront],
  ['same', ofTheSame],
  ['spoken', spokenOf],
  ['deed', ofTheDeed],
];

/** What the rules say that a figure counts or measures, and which of them said it. */
export type Named = { indicator: string | null; by: string };

/**
 * The noun phrase that a figure counts or measures.
 *
 * @param before earlier figures: a share (占38%) is one of what the figure before counted.
 * @param often a period makes it a frequency.
 * @param carried that period is the clause before's (每名党员每年学习不少于32学时,支部书记不少于56学时).
 */
export function indicatorOf(
  c: Candidate,
  s: Surroundings,
  before: Before,
  { often, carried }: { often: boolean; carried: boolean },
): Named {
  const asked = new Asked(c, s, before, often);
  const on = carried ? carriedOn(asked) : undefined;
  if (on !== undefined) return { indicator: on, by: 'carried' };
  for (const [by, rule] of RULES) {
    const indicator = rule(asked);
    if (indicator !== undefined) return { indicator, by };
  }
  return { indicator: null, by: 'none' };
}
