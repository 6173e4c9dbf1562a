import { charSet } from '../../../text/char-set.ts';
import { ending, oneOf } from '../../../text/ending.ts';
import type { Word } from '../../../text/segment.ts';
import type { Candidate } from './candidates.ts';
import { earlier, PERSON, repeated } from './clause-before.ts';
import { isClimb, rankedIn } from './contests.ts';
import { CHANGED, LEAD, unlinked } from './links.ts';
import {
  AGENT,
  beforeDeed,
  isNoun,
  isPredicate,
  phrase,
  phraseEnd,
  phraseStart,
  RATE,
  relativeEnd,
} from './noun-phrases.ts';
import { CHANGES, isBaseline } from './role.ts';
import { scoredBy } from './scored.ts';
import type { Surroundings } from './surroundings.ts';
import { words as segment } from './words.ts';

/** Tags of what may stand behind a verb that is a noun there. */
const UNGOVERNED = oneOf('p d v x f');
/** Kinds that say a part of something. */
const PART = oneOf('percent none times');
/** Tags of words that name a deed and nothing else. */
const VERBAL = oneOf('v d vd vq ad f');
/** Kinds that count what stands behind them. */
const COUNTING = oneOf('people thing event age none');
const LINKED = oneOf('和 与 及 、');

/** How many characters behind a figure are looked at for what it counts. */
const AHEAD = 48;

const NEXT_COUNT =
  /^(?:约|近)?[0-9]{1,3}(?:[,，][0-9]{3}|[0-9]{0,4})(?:\.[0-9]{1,3})?[万余多]{0,2}(?:名|人|户|个|家|项|件|条|类|大类|篇)(?=[\p{Script=Han}])/u;

const endsPhrase = charSet('，,：:');
const opensQuote = charSet('“「‘《(（');

/**
 * Up to the first comma outside of a quotation, with it: what is behind ends no phrase any more. Cutting words is a third of
 * what a figure costs.
 */
function clauseAhead(tail: string): string {
  for (let i = 0; i < tail.length; i++) {
    const code = tail.charCodeAt(i);
    if (opensQuote(code)) return tail;
    if (endsPhrase(code)) return tail.slice(0, i + 1);
  }
  return tail;
}

/** What follows the figure and is counted by it: 100余名|党员领导干部, 60%以上的|非公企业党组织. */
function following(c: Candidate, s: Surroundings): string | null {
  if (CHANGES.test(s.tail)) return null;
  // A quotation may hold commas; the sentence, not the clause, is looked at, up to the first comma outside of one.
  // 103户|341名贫困人口: two counts of one thing.
  const tail = clauseAhead(s.rest.slice(0, AHEAD).replace(NEXT_COUNT, ''));
  // 5公里长、3米宽的|产业路
  const sized = /^[长宽高深厚][^，,。的]{0,12}的/u.exec(tail);
  const of = sized ?? /^\s*的?(?:比例(?:配备?|配置|配齐|安排|发展|提取|落实)?|的)/u.exec(tail);
  const offset = of ? of[0].length : 0;
  const words = segment(tail.slice(offset));
  if (!words.length) return null;
  let end = phraseEnd(words, 0);
  const head = words[0]!;
  // 近九成的|诉求在网格内化解: behind 的 a verb is a noun, where nothing is governed by it.
  if (end === 0 && of && head.tag === 'v' && head.text.length > 1 && UNGOVERNED.test(words[1]?.tag ?? 'x'))
    return head.text;
  const relative = relativeEnd(words, end);
  if (relative > 0 && (end === 0 || !isNoun(head))) return phrase(words, 0, relative);
  // 十多场|宣讲: an event may be named by a verb alone.
  const alone = words.length === 1 || words[1]!.tag === 'x';
  if (end === 0) return c.kind === 'event' && /^[vi]$/u.test(head.tag) && alone ? phrase(words, 0, 1) : null;
  // 310名|搬迁群众, but 12名|参加…
  if (
    c.kind === 'people' &&
    head.tag === 'v' &&
    !isNoun(head) &&
    !of &&
    !words.slice(1, end).some((w) => AGENT.test(w.text) || /^(?:对象|人选|学生|病人|患者)$/u.test(w.text))
  )
    return null;
  const last = words[end];
  const over = words[end + 1] === undefined || words[end + 1]!.tag === 'x';
  if (last?.tag === 'v' && last.text.length === 2 && over && !isPredicate(last) && GOVERNS.test(s.clause)) end++;
  const cut = beforeDeed(words, 0, end, c.kind === 'people');
  return phrase(words, 0, cut)?.replace(THEIRS, '') ?? null;
}

/** 42个街道|综合测评, 3个乡镇|群众, 10个重点领域|专项整治: what bodies take part in or have is not what is counted. */
const THEIRS =
  /(?<=(?:街道|乡镇|社区|领域|部门|单位|断面|县区|区县|市县|园区))(?:综合测评|测评|考核|评比|评价|群众|专项整治|水质|排名)$/u;

/** Verbs whose object is an undertaking: 解决2个办公楼|改造, 完成3个项目|建设. */
const GOVERNS = ending(/(?:解决|完成|实施|推进|启动|推动|开展|承担|落实)了?$/u);

/** …内容(权重|70%): what is weighed stands before the bracket. */
const OPEN_WEIGHT = /[（(](?:权重|占比|占|分值|满分)?(?:为|占|各)?$/u;

/** What stands in front of the figure and is measured by it: 通过率|100%, 收到立项申报表|80余份. */
function preceding(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const from = near ? Math.max(0, near.end - s.clauseStart) : 0;
  let text = s.clause
    .slice(from)
    .replace(/^.*[。；;]/u, '')
    .replace(OPEN_WEIGHT, '');
  // 6个村民小组、312户: what the figure before counts is not counted again.
  if (near?.indicator && from > 0 && text === `${near.indicator}、`) return null;
  text = unlinked(isBaseline(c, s) ? text.replace(/[由从][^，,由从]{0,12}$/u, '') : text).slice(-40);
  // 经验做法|被省级媒体刊发9次: what it was done to, not who did it.
  if ((c.kind === 'event' || c.kind === 'thing') && !/^[\p{Script=Han}]{2}/u.test(s.tail)) {
    const passive = /^([^，,]{2,}?)被[\p{Script=Han}]{2,14}$/u.exec(s.clause.slice(from));
    const done = passive ? unlinked(passive[1]!).slice(-40) : '';
    if (done) text = done;
  }
  // 35岁以下达到75%以上: a figure may itself be what is measured.
  if (near && from > 0 && /^[的者][\p{Script=Han}]{1,4}$/u.test(text.trim())) {
    // 收入10万元以上的村|达到142个: the counted with the figure that sorts it.
    return unlinked(s.clause)
      .replace(LEAD, '')
      .replace(/^[、，,]+/u, '');
  }
  const of = text.trim() === '的';
  if (of || !text.trim()) {
    return near?.kind === 'age' && from > 0 ? s.clause.slice(0, from).replace(LEAD, '') + (of ? '的' : '') : null;
  }
  const words = withoutLoneVerb(segment(text));
  const out = phrase(words, phraseStart(words), words.length);
  // 占总户数的|91%: 的 belongs to the number; not in 本科学历的|占38%.
  const own = PART.test(c.kind) && s.clause.endsWith('的') ? out?.replace(/的$/u, '') : out;
  const bare = own
    ?.replace(/^.+(?:现有|共有|设有|下设|下辖)(?=.{2})/u, '')
    .replace(LEAD, '')
    .replace(/^[、，,）)及和与]+/u, '');
  return bare && bare.length > 1 ? bare : out;
}

/** 全区性会议开|61个: a lone verb behind the noun that it is done to. */
function withoutLoneVerb(words: readonly Word[]): readonly Word[] {
  const last = words[words.length - 1];
  const lone = words.length > 1 && last!.tag === 'v' && last!.text.length === 1 && !RATE.test(last!.text);
  return lone && isNoun(words[words.length - 2]) ? words.slice(0, -1) : words;
}

/** 占17.9% at the start of a clause: a share of what the figure before counted. */
const SHARE_OF = ending(
  /^[\s]*(?:约|仅|只|分别|各)?占(?:比|[^，,占]{1,14}的)?(?:约|近|为|达到?)?$|^\s*(?:为|相当于)[^，,为]{1,12}的$/u,
);
/** 出现赤字的有15个: the counted are named before 有. */
const ONES = /(.{2,30}的)(?:(?:共|仅|只|约)?有|仅|只)$/u;

/** A measure stands right in front: 职工人数25-49人, 平均年龄42岁. */
const MEASURED = ending(
  /(?:人数|人口|数量|总数|面积|金额|总额|年龄|规模|比例|比重|[^效频功]率|产量|产值|收入|支出|投资|赤字|存款|贷款|余额|时间|时长|用时|时限|周期|任期|有效期)(?:为|达到?|约|是)?$/u,
);

/** The noun phrase that a clause begins with: 农村改革|已经走过了30多年. */
function subject(s: Surroundings): string | null {
  const words = segment(s.clause.slice(-40));
  const end = phraseEnd(words, 0);
  // 规划了三至五年的: a verb that jieba takes for a noun.
  return end && end < words.length && words[end]!.tag !== 'ul' ? phrase(words, 0, end) : null;
}

/** 每年至少两次|专题听取汇报: what happens so often is said by the verb behind. */
function happening(c: Candidate, s: Surroundings): string | null {
  if (c.kind !== 'event' || !s.tail) return null;
  const words = segment(s.tail.slice(0, 24));
  const end = phraseEnd(words, 0);
  return words[end]?.tag === 'v' ? s.tail.slice(0, 24).trim() : null;
}

/** The figure before, in the same sentence. */
export interface Near {
  text: string;
  end: number;
  unit: string;
  indicator: string | null;
  kind: Candidate['kind'];
}

/** Percentages and ranks without a subject of their own are said of what the figure before counted: 18亿元,增长7%. */
const RATED = ending(/^(?:percent|times|rank)$/u);
const isVerbal = (front: string | null): boolean =>
  front === null || (segment(front).every((w) => VERBAL.test(w.tag)) && !PAIRED.test(front));
/** 减税降费, 复合种植: four characters of verbs that name an undertaking. */
const PAIRED = ending(/^(?:新增|累计)?(?:[减降增退提扩稳治救]\p{Script=Han}){2}$/u);

/** 拿出30万元设立|关爱基金: what the money was for. */
function spentOn(s: Surroundings): string | null {
  const words = segment(s.tail.slice(0, 24));
  if (words[0]?.tag !== 'v') return null;
  const end = phraseEnd(words, 1);
  return end > 1 ? phrase(words, 1, end) : null;
}

/** Verbs that name no event by themselves: 开展12次. */
const LIGHT = ending(/^(?:开展|举办|召开|组织|进行|完成|达到?|共|累计|先后)+$/u);

/** Money is said of what stands in front, unless 的 or a word for money follows: 300万元专项经费. */
const FUNDS = /^(?:的|.{0,6}(?:资金|经费|贷款|补助|奖金|补贴|奖励|专项))/u;

function isAhead(c: Candidate, s: Surroundings): boolean {
  if (c.kind === 'rank') return false;
  // 七成|居民希望增设车位
  if (c.unit === '成' && /^[\p{Script=Han}]/u.test(s.tail) && !s.clause) return true;
  if (c.kind === 'money') return FUNDS.test(s.tail);
  if (COUNTING.test(c.kind) || /^(?:的|比例)/u.test(s.tail)) return true;
  return c.kind === 'measure' && /^[\p{Script=Han}]/u.test(s.tail);
}

/** Words that only name the amount: what it is an amount of stands in the clause before (信访总量下降,降幅达28.3%). */
const SHELL = ending(
  /^(?:最[多少高低]的?|总量|降幅|增幅|涨幅|增速|权重|分值|标准|比例|比重|占比|总数|总额|总分|其余|其中|剩余|另有|余下|每[人户村次个名桌支县乡镇镇所年]{1,2}|平均|人均|户均|最多|最少|冬季|夏季|白天|夜间|奖励|力争|实现|要求|距离标准还差|还差)$/u,
);

/** 按每人3元的|标准: what the amount is for is said further on. */
const STANDARD = ending(/^(?:标准|比例|要求|幅度|额度|目标|目标任务|任务|水平|(?:好|优异)?成绩|佳绩|速度)$/u);

/** 历时8个月|建成集中供水工程: what took so long. */
const TOOK = ending(/(?:历时|用时|耗时|只用|仅用|用了?)$/u);
/** A clause without its baseline: 用时由|3天|压缩到… */
const measured = (c: Candidate, s: Surroundings): string =>
  unlinked(isBaseline(c, s) ? s.clause.replace(/[由从][^，,由从]{0,12}$/u, '') : s.clause);

/** 60%归农户分红、20%用于公益: what a share of the proceeds goes to. */
const USED = /^(?:归|用于|用作|留作|作为)[\p{Script=Han}]{2,10}/u;

export interface Before {
  /** The figure before, in the same sentence. */
  near: Near | null;
  /** The last figure with the same unit in the same paragraph. */
  kin: Near | null;
  /** The last score in the sentence: a rank is said of it. */
  scored: Near | null;
}

/** Kinds that are measured, not counted: 分别达到2.98万元和1.36万元. */
const MEASURING = oneOf('percent money measure times score');
const isRated = (c: Candidate): boolean => MEASURING.test(c.kind);

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
  often: boolean,
  carried: boolean,
): string | null {
  const { near, scored } = before;
  if (carried && near?.indicator) {
    const who = preceding(c, s, near);
    if (who === null || PERSON.test(who)) return near.indicator;
  }
  // 4.1亿人公里和|17.9亿吨公里
  const linked = near !== null && near.end === c.start - 1 && LINKED.test(s.text[near.end]!);
  if (linked && near.indicator && isRated(c) && near.kind === c.kind) return near.indicator;
  if (PART.test(c.kind) && near?.indicator && SHARE_OF.test(s.clause)) return near.indicator;
  // 党建考核实行百分制,占年度综合考核的30%
  if (c.kind === 'percent' && !near && SHARE_OF.test(s.clause)) {
    const of = earlier(s, 'first');
    if (of) return of;
  }
  const points = scoredBy(c, s, near && near.end > s.clauseStart ? near.indicator : null);
  if (points !== undefined) return points;
  if (c.kind === 'rank' || isClimb(c, s)) {
    const ranked = rankedIn(s, scored);
    if (ranked) return ranked;
    if (c.kind !== 'rank' && near?.indicator) return near.indicator;
  }
  // 抽查的40份计划中,有26份…; 12家子公司中有5家…: some of those that were counted.
  if (near?.indicator && near.unit === c.unit && /中[，,]?(?:就|仅|只|约)?有$/u.test(s.sentence)) return near.indicator;
  const use = c.kind === 'percent' && /(?:^|[、和])$/u.test(s.clause) ? USED.exec(s.tail) : null;
  if (use) return use[0];
  const ones = /[有仅只]$/u.test(s.clause) ? ONES.exec(s.clause) : null;
  if (ones && !/^[^，,]*[0-9]/u.test(ones[1]!)) return ones[1]!.replace(LEAD, '');
  if (near?.indicator && CHANGED.test(s.clause) && near.end > s.clauseStart) return near.indicator;
  if (c.rule === 'ratio' && /^的?比例/u.test(s.tail)) return '比例';
  const fund = provided(s) ?? funded(s);
  if (fund) return fund;
  if (near?.indicator && REACHING.test(s.clause)) return near.indicator;
  if (MEASURED.test(measured(c, s)) && !(c.kind === 'money' && s.tail.startsWith('的'))) return preceding(c, s, near);
  if (c.kind === 'event' && often) {
    const deed = happening(c, s) ?? following(c, s) ?? repeated(s);
    if (deed) return deed;
  }
  if (c.kind === 'duration' && !often) {
    if (s.text.startsWith('连续', c.start)) {
      // 连续6年|没有发生违纪问题: what went on so long is the predicate.
      const who = /[对于在把将][^，,]*$/u.test(s.clause) ? null : preceding(c, s, near);
      return who ?? (s.tail.replace(/的[^的]{0,12}$/u, '').slice(0, 24) || null);
    }
    const took = TOOK.test(s.clause) ? spentOn(s) : null;
    const found = took ?? subject(s) ?? following(c, s) ?? preceding(c, s, near);
    return found && !SHELL.test(found) && !/^(?:每|为期|历时|力争|应当|用)/u.test(found)
      ? found
      : (near?.indicator ?? earlier(s, 'last') ?? found);
  }
  const ahead = isAhead(c, s) ? following(c, s) : null;
  // 组织党员干部1200余人次|深入基层: what the people do, behind who they are.
  if (ahead && c.kind === 'people' && isDeed(ahead)) {
    const who = preceding(c, s, near);
    if (who && !isVerbal(who) && PERSON.test(who)) return who;
  }
  if (ahead && !STANDARD.test(ahead)) return ahead;
  if (ahead) {
    const front = preceding(c, s, near);
    return based(s) ?? (isVerbal(front) ? null : front) ?? earlier(s, 'last') ?? ahead;
  }
  return behindVerb(c, s, before, preceding(c, s, near));
}

function isDeed(text: string): boolean {
  const words = segment(text);
  return /^(?:v|ad|d|vd)$/u.test(words[0]!.tag) && !isNoun(words[0]) && !AGENT.test(text);
}

/** 翻一番,达到|220家: a clause that says only what was reached goes on about what was measured before. */
const REACHING = ending(
  /^(?:(?:总[数量额]|现|已|现已|目前)?(?:达到?了?|达成|增至|降至|升至|减至|增加到|提高到)|[到至]20[0-9]{2}年[底末]?(?:达到?)?)$/u,
);

/** 村庄保洁员按每200人|配备1名: what is provided by a rule. */
function provided(s: Surroundings): string | null {
  if (!s.clause.includes('按')) return null;
  const m = /^(.{2,24}?)按照?每[^，,]{1,12}(?:配备|配置|安排|设立|设置|设)$/u.exec(s.clause);
  if (!m) return null;
  const words = segment(m[1]!);
  return phrase(words, phraseStart(words), words.length);
}

/** 专项经费按|辖区人口人均不少于2元的标准列入预算: what is in front of the basis, or was named in the clause before. */
function based(s: Surroundings): string | null {
  const m = /^(.*?)(?:按照?|以)[^，,按]{1,16}$/u.exec(s.clause);
  if (!m) return null;
  const words = segment(m[1]!);
  return (words.length ? phrase(words, phraseStart(words), words.length) : null) ?? earlier(s, 'last');
}

/** 按每人3元的标准|落实安全生产经费: the object of what the standard is for. */
function funded(s: Surroundings): string | null {
  const m =
    /^的?(?:标准|比例|要求|幅度|额度)(?:[，,])?(?:足额|全额|统一|优先|及时|据实|予以)?(配备|落实|保障|补贴|计提|支付|缴纳|安排|提取|划拨|拨付|列支|核定|发放|给予|建立|设立|补助)(.{2,20})/u.exec(
      s.rest,
    );
  if (!m) return null;
  const words = segment(m[2]!);
  const end = phraseEnd(words, 0);
  return end ? phrase(words, 0, end) : null;
}

/** 组织乡镇领导干部体检,共有156人|参检: who took part was named before. */
function takersOf(s: Surroundings): string | null {
  if (
    !/^(?:参[加与检训会赛展评]|报名|到会|出席)/u.test(s.tail) ||
    !/^(?:共|共计|共有|累计|先后|累计有)*$/u.test(s.clause)
  )
    return null;
  const words = segment(s.sentence.slice(0, s.clauseStart - s.sentenceStart).slice(-40));
  for (let end = words.length; end > 0; end--) {
    if (!PERSON.test(words[end - 1]!.text) || words[end - 1]!.text.length < 2) continue;
    return phrase(words, phraseStart(words.slice(0, end)), end);
  }
  return null;
}

/** What stands in front, unless that is only a verb or a word for the amount: then what was spoken of before. */
function behindVerb(c: Candidate, s: Surroundings, { near, kin }: Before, front: string | null): string | null {
  // 分别奖励5万元、3万元: the prize is what they have in common.
  if (c.kind === 'money' && /^(?:奖励|罚款|奖金|补助)$/u.test(front ?? '') && /分别|各/u.test(s.clause)) return front;
  if (c.kind === 'people' && near?.indicator && front !== null && /^(?:惠及|受益|受惠)$/u.test(front))
    return near.indicator;
  const takers = c.kind === 'people' ? takersOf(s) : null;
  if (takers) return takers;
  if (c.kind === 'score' && front !== null && /^(?:总分|满分|得分)$/u.test(front)) return front;
  const shell = front !== null && SHELL.test(front);
  if (!shell && (!isVerbal(front) || (c.kind === 'event' && front !== null && !LIGHT.test(front)))) return front;
  if (
    near?.indicator &&
    (RATED.test(c.kind) || near.unit === c.unit || near.end === c.start || front === '其中' || CHANGED.test(s.clause))
  )
    return near.indicator;
  if (front === null || shell) {
    const spent = c.kind === 'money' ? spentOn(s) : null;
    return (
      spent ??
      kin?.indicator ??
      earlier(s, c.kind === 'percent' || c.kind === 'money' ? 'first' : 'last') ??
      (shell ? front : null)
    );
  }
  if (c.kind === 'event') return front;
  return (c.kind === 'money' ? spentOn(s) : null) ?? earlier(s, 'last') ?? front;
}
