import { remembering } from '../../../text/remembering.ts';
import { segment, type Word } from '../../../text/segment.ts';
import { actorAt, clauseEnd } from './actors.ts';
import { skipTo } from './adverbs.ts';
import { BY, CLAUSE_MAX } from './agents.ts';
import type { Place } from './place.ts';
import {
  CHECKS,
  DISPOSED,
  ENDING,
  JOINED,
  LABEL_END,
  NOMINAL,
  NOUN_BEHIND,
  PAIRS,
  PREDICATES,
  REACHED,
  SHORT_VERB,
  SUFFIX_BEHIND,
  TITLE_END,
  UNDERTAKING,
  verbAt,
} from './verbs.ts';

/** A verb with what it acts on; the object is null where the clause names none. */
export interface Deed {
  action: Place;
  object: Place | null;
  /** Where its clause begins and ends. */
  clause: Place;
}

type Core = Omit<Deed, 'clause'>;

/** Longer ones are no phrase that a reader could use. */
const OBJECT_MAX = 40;

/** A quantity at the end is a figure of its own: 讲党课|不少于2次. */
const QUANTITY =
  /(?:不少于|不低于|至少|达到?|累计|共|近|(?<![民公条契合])约|超过?|各|控制在)?(?:[0-9][0-9.,]*|[一二两三四五六七八九十百千零〇]+)(?:[万亿千百]?(?:元|名|次|个|人)?[至到—–~-][0-9一二两三四五六七八九十][0-9.]*)?[万亿千百]?(?:余|多)?(?:[个名人次场期件项条家户支处份篇亩元辆台套本册宗栋棵株头口部张所座间批届轮遍天年月分%‰米吨]|万元|亿元|人次|场次|个百分点|公里|平方米|学时|小时)(?:以上|以内|左右|以下)?$/u;

/** Where the object ends inside its clause: what it is for, or a second deed. */
const AFTER_OBJECT =
  /(?:以便|从而|用于|用来|并(?!购|存|重|举|联|轨)|以(?=[提增确促推加保实更])|来(?=[提增确促推加保实解])|进行|等(?:工作|措施|活动)?$)/u;

/** 研究|一次|党建工作: how often stands before the object. */
const OFTEN = /^(?:至少|不少于)?(?:[0-9]{1,3}|[一两二三四五六七八九十])(?:次|场|期|轮|回)(?:以上)?/u;
/**
 * A predicate of its own: what stands before it is its subject (推荐材料|不超过2000字); not where it tells which of the things
 * (面积低于15平方米的困难户).
 */
const PREDICATE =
  /(?:不超过|不少于|不低于|超过|低于|达到)(?!.{1,20}的(?![加扣得给优予可应一视按将由奖取直不方要须再并])[一-鿿]{2})|分为|作为|压缩[到至]|计入|占$|(?:增长|下降)(?![一-鿿]*(?:机制|方式|制度|点|极)$)|的[加扣得给]|的[一-鿿]{1,4}(?:可以?|应|必须|须|不得)|的(?:比例|占)/u;
/** How it is done, not what: 落实到位. */
const COMPLEMENT = /^(?:到位|扎实|有力|有序|有效|明显|不够|起来|下去|得好|得住|为先|落地)$/u;

/** How it is kept up, not what: 坚持改革创新|不动摇. */
const STEADY = /不(?:动摇|松劲|停步|懈怠|放松|松懈|停歇|止步|手软|含糊|走样)$/u;
/** Amounts alone: 奖励|5万元、4万元. */
const AMOUNTS = /^[0-9][0-9.,、万亿千百元分%个名次]*$/u;

/** 召开|党员大会|专题研究…: a meeting ends with its own name. */
const MEETING = /^(?:召开|举行|举办)$/u;
const MEETING_END =
  /^.{1,24}?(?:大会|会议|座谈会|推进会|部署会|例会|联席会|培训班|研讨班|论坛|讲座|比赛|竞赛|(?<![社委协工])会)/u;

/** 、 before another verb joins deeds, not objects: 完善制度、强化监督. */
function untilNextDeed(object: string): string {
  for (let i = object.indexOf('、'); i >= 0; i = object.indexOf('、', i + 1)) {
    const m = verbAt(object, i + 1);
    const parallel = (): boolean => i > 2 && object.length - i - 1 === i + 2;
    if (m && i >= 2 && (!NOMINAL.test(m[1]!) || parallel())) return object.slice(0, i);
  }
  return object;
}

/** 健全机制|是关键: what the heading says of its own deed. */
const CLAIMED =
  /(?<=[一-鿿]{2})是(?:[一-鿿]{0,2})(?:关键|根本|保障|保证|基础|前提|核心|抓手|重点|目的|目标|支撑|动力|灵魂)$/u;
/** 加强队伍建设|增活力: what it is good for, one verb with its noun. */
const BENEFIT = /(?<!不)[增促聚强提助添固兴惠树保激筑谋塑育暖护]([一-鿿]{2})$/u;
/** 投入资金|210万元改造…: behind an amount another deed begins. In 年收入10万元以下的|空壳村 it is one of the thing's own. */
const AMOUNT_INSIDE =
  /(?<=^[一-鿿]{2,8})(?:近|约|超|共)?[0-9][0-9.,]*(?:余|多)?[万亿]?(?:元|亩|名|个|台|套|处|间|人|户|吨|公里)(?!(?:及?以[上下内外]|左右)?的)[一-鿿“].*$/u;
/** 养老床位|每千名老人: what the number behind it is reckoned by. */
const PER = /(?<=[一-鿿]{2})每(?:[0-9百千万]+[名个位户亩人]?[一-鿿]{0,4}|半?年|学期|季度?|月|周|天|日)$/u;

/** An object without what follows it in a heading that has no comma. */
function withoutTail(object: string): string {
  const rest = object.replace(CLAIMED, '').replace(AMOUNT_INSIDE, '');
  const m = BENEFIT.exec(rest);
  if (!m || m.index < 2) return rest;
  // “先锋岗”强本领; in 法律援助服务 the character ends a word.
  const own = rest[m.index - 1] === '”' || segment(rest).some((w) => w.start === m.index && w.end === m.index + 1);
  return own ? rest.slice(0, m.index) : rest;
}

/** People are sent or called to do something: 选派干部|到村任职, 邀请专家|开展辅导. */
const SENDING = /^(?:组织|邀请|选派|抽调|安排|聘请|动员|发动|选聘|组建)$/u;
const SENT =
  /^([^，,]{0,14}?(?:干部|党员|专家|人员|教师|医生|志愿者|职工|青年|师生|代表|群众|骨干|力量|队员|民警|律师|学生|学员|委员|企业家|能人|乡贤|技术员|网格员))(?=(?:到|赴|进|深入|下沉|前往|走进|参观|参加|围绕|利用|对|为|给|向|在)[一-鿿])/u;

/** Whom a deed sends or calls, without what they are to do. */
function sent(verb: string, object: string): string {
  if (!SENDING.test(verb)) return object;
  const m = SENT.exec(object);
  if (m) return m[1]!;
  for (let i = 2; i < Math.min(object.length - 3, 14); i++) {
    const next = verbAt(object, i);
    if (next && !NOMINAL.test(next[1]!) && PEOPLE_END.test(object.slice(0, i))) return object.slice(0, i);
  }
  return object;
}
const PEOPLE_END =
  /(?:干部|党员|专家|人员|教师|医生|志愿者|职工|青年|师生|代表|群众|骨干|力量|队员|民警|律师|学生|学员|委员|企业家|能人|乡贤|技术员|网格员)$/u;

/** What stands behind a verb, cut to the phrase that it acts on. */
function objectOf(text: string, verb: string, from: number, end: number): Place | null {
  const times = OFTEN.exec(text.slice(from, Math.min(end, from + 12)));
  const start = from + (times ? times[0].length : 0);
  let rest = text.slice(start, end);
  if (MEETING.test(verb)) rest = MEETING_END.exec(rest)?.[0] ?? rest;
  rest = untilNextDeed(sent(verb, rest));
  const after = AFTER_OBJECT.exec(rest);
  if (after && after.index >= 2) rest = rest.slice(0, after.index);
  rest = rest
    .replace(/[（(][^（）()]*[）)]?$/u, '')
    .replace(QUANTITY, '')
    .replace(PER, '')
    .replace(STEADY, '');
  rest = withoutTail(rest).replace(/(?:[、和及\s]|(?<![参给赋授])与)+$/u, '');
  if (AMOUNTS.test(rest) || PREDICATE.test(rest) || /^[、与和及]/u.test(rest)) return null;
  if (unbalanced(rest) || rest.length < 2 || rest.length > OBJECT_MAX || COMPLEMENT.test(rest)) return null;
  return { start, end: start + rest.length };
}

const unbalanced = (s: string): boolean => (s.match(/“/gu)?.length ?? 0) !== (s.match(/”/gu)?.length ?? 0);

/** 把 and 将: the object stands before its verb. */
function disposed(text: string, at: number, end: number): Core | null {
  const clause = text.slice(at + 1, end);
  const last = [...clause.matchAll(DISPOSED)].at(-1);
  if (!last || last.index < 2 || last.index > OBJECT_MAX) return null;
  const start = at + 1;
  const object = clause
    .slice(0, last.index)
    .replace(/(?:全部|全面|都|也|统一|一并|深度|有机|紧密|逐[级项])$/u, '')
    .replace(last[0] === '挂钩' ? /[与同和][^与同和]{2,16}$/u : /$^/u, '');
  if (unbalanced(object)) return null;
  const verb = start + last.index;
  return { action: { start: verb, end: verb + last[0].length }, object: { start, end: start + object.length } };
}

/** Prepositions whose phrase comes before the verb: 对…开展…, 在…中建立…, 为…提供…. */
const BEFORE_VERB =
  /^(?:对(?:于|照)?|针对|向|为了?|给|与|同|和|从|在|于|按照?|依照|根据|结合|会同|联合|联系(?=[一-鿿]{2,8}(?:开|组|举))|用(?=[一-鿿]{4})|以|通过|利用|依托|借助|围绕|(?:采取|采用)(?=[^，,。]{2,24}(?:方式|形式|办法|方法|手段|模式)[一-鿿]{3}))/u;
/** How far the verb of such a clause is looked for. */
const PHRASE_MAX = 36;

/** 在…上, 从…方面: the phrase ends with the last of these. */
const WHERE = /^[在从于].*(?:上|中|下|里|内|间|方面|期间)(?!级|心|属|容|外)/u;

/** The verb behind a prepositional phrase; of several the last that has something behind it in the clause. */
function behindPhrase(text: string, from: number, end: number): Core | null {
  const where = WHERE.exec(text.slice(from, end));
  if (where) return withVerb(text, skipTo(text, from + where[0].length, end), end, false);
  const ending = /^[以用]/u.test(text[from]!) ? ENDING.exec(text.slice(from + 2, end)) : null;
  if (ending) return { action: { start: end - 3, end: end - 2 }, object: { start: end - 2, end } };
  for (let i = from + 2; i < Math.min(end, from + PHRASE_MAX); i++) {
    const m = verbAt(text, i);
    if (!m || NOMINAL.test(m[1]!) || i + m[0].length > end) continue;
    if (UNDERTAKING.test(text.slice(i + m[0].length, i + m[0].length + 2))) continue;
    const object = objectOf(text, m[1]!, i + m[0].length, end);
    if (object && !/^[的地]/u.test(text.slice(object.start, object.end)))
      return { action: { start: i, end: i + m[1]!.length }, object };
  }
  return null;
}

/** A third of such clauses come again: articles of one series have them in common. */
const firstWords = remembering((clause): readonly Word[] => segment(clause).slice(0, 2));

/** A verb that the lexicon does not have, as the tagger sees it: two characters, in front of a noun. */
function tagged(text: string, from: number, end: number): Core | null {
  if (end - from < 5) return null;
  const [verb, next] = firstWords(text.slice(from, Math.min(end, from + 16)));
  if (verb?.tag !== 'v' || verb.text.length < 2 || !next || !/^[nabjlx]|^vn$/u.test(next.tag)) return null;
  if (
    /^(?:是|有|没有|成为|属于|存在|认为|作用|能够|可以|不能|收入|面对|面临|随着|结合|经过|按照|来自|位于|达到|留守|没|不)/u.test(
      verb.text,
    ) ||
    /^[，,、的]/u.test(next.text)
  )
    return null;
  const rest = text.slice(from + verb.end, end);
  if (NOUN_BEHIND.test(rest) || STATED.test(rest) || (NOMINAL.test(verb.text) && MADE.test(rest))) return null;
  const object = objectOf(text, verb.text, from + verb.end, end);
  return object && { action: { start: from, end: from + verb.end }, object };
}

/** Clauses that say when or in what case: 收到…后, 发生…的. */
const CIRCUMSTANCE = /(?:[后时的]|之前|以前|过程中|基础上|前提下|情况下)$/u;
/** A remark in brackets behind a title: 宣传发动(5月6日至5月20日). */
const REMARK = /[（(][^（）()]{1,30}[）)]$/u;

/** 抓党员管理|必须|坚持…: what must be done stands behind the modal. */
const INNER_MODAL =
  /^[^“”]{2,20}?(?:(?:必须|务必|应当)(?=[一-鿿]{3})|(?<!需|主|只|重|次)要(?=及时|立即|第一时间|如实|按时|限时|在[0-9一两三四]))/u;

function reachedDeed(from: number, end: number, m: RegExpExecArray): Core {
  const stop = from + m[0].length;
  return { action: { start: stop - m[1]!.length, end: stop }, object: { start: stop, end } };
}

/** The deed that a clause tells, behind its actor and its adverbs. */
function deedIn(clauses: Clauses, from: number, stop: number, first: boolean): Core | null {
  const { text } = clauses;
  const end = stop - (REMARK.exec(text.slice(from, stop))?.[0].length ?? 0);
  const clause = text.slice(from, end);
  if (CIRCUMSTANCE.test(clause)) return null;
  const modal = INNER_MODAL.exec(clause);
  if (modal) return deedIn(clauses, from + modal.index + modal[0].length, end, first);
  const reached = first ? REACHED.exec(clause) : null;
  if (reached) return reachedDeed(from, end, reached);
  const actor = clauses.actor(from, end);
  const at = skipTo(text, actor?.end ?? from, end);
  if ((text[at] === '把' && !/[握牢好控关脉准稳紧]/u.test(text[at + 1]!)) || (text[at] === '将' && end - at > 4))
    return disposed(text, at, end);
  if (text.startsWith('围绕', at)) return behindPhrase(text, at, end) ?? around(text, at, end);
  if (AIM.test(text.slice(at, end))) return null;
  if (text[at] === '由') return byAgent(text, at, end);
  if (BEFORE_VERB.test(text.slice(at, at + 34))) return behindPhrase(text, at, end);
  if (!actor && TITLE_END.test(clause)) return null;
  const stressed = text.startsWith('注重', at - 2) ? withVerb(text, at - 2, end, true) : null;
  const visited = text.startsWith('深入', at - 2) ? behindPhrase(text, at - 2, end) : null;
  return withVerb(text, at, end, actor !== null) ?? stressed ?? visited ?? (first ? tagged(text, at, end) : null);
}

/** 以壮大产业、留住青年为目标: the aim or the means of the deed in the next clause. */
const AIM = /^以[^，,。]{2,40}(?:为|作为)[^为，,。]{2,6}$/u;

/** 由乡镇长|担任总指挥 */
function byAgent(text: string, at: number, end: number): Core | null {
  BY.lastIndex = at;
  const m = BY.exec(text);
  return m && at + m[0].length < end ? withVerb(text, skipTo(text, at + m[0].length, end), end, true) : null;
}

/** 围绕|中心任务: a deed of its own where no other verb follows (but 围绕中心抓党建). */
const around = (text: string, at: number, end: number): Core | null =>
  /[抓促建强]/u.test(text.slice(at + 2, end)) ? null : withVerb(text, at, end, true);

/** 培训|方式不断改进: such a verb begins the subject of a statement. */
const STATED = /^[一-鿿]{1,6}(?:不断|日益|日趋|逐步|更加|更为|明显|显著|持续|有力|有序|到位|稳步)[一-鿿]{0,4}$/u;

/** 组织设置|规范化, 服务|标准化: such a verb begins the subject that is made so. */
const MADE = /^[一-鿿]{0,4}[一-鿿]{2}化$/u;

/** 办结|时间缩短至3天: what is measured of the deed. */
const MEASURED_BY =
  /^(?:平均)?(?:时间|时限|时长|周期|效率|成本|数量|件数|总量|次数)[一-鿿]{0,4}(?:缩短|压缩|提[高升速]|下降|上升|降低|增[加长]|减少|翻|达到)/u;

/** A clause that begins with its verb. */
function withVerb(text: string, at: number, end: number, subject: boolean): Core | null {
  SHORT_VERB.lastIndex = at;
  const m = verbAt(text, at) ?? SHORT_VERB.exec(text);
  if (!m || at + m[0].length > end) return null;
  const verb = m[1]!;
  const rest = text.slice(at + m[0].length, end);
  if (/^(?:的|率|度|者|型|化$)/u.test(rest) || MEASURED_BY.test(rest)) return null;
  if (NOMINAL.test(verb)) {
    // 组织领导, 考核方式, 考核结果作为… are about nouns; 组织党员志愿者… is a deed.
    if (PREDICATES.test(rest)) return withVerb(text, at + m[0].length, end, subject);
    if (
      STATED.test(rest) ||
      MADE.test(rest) ||
      NOUN_BEHIND.test(rest) ||
      /^[、与和及]/u.test(rest) ||
      rest.search(DISPOSED) === 0
    )
      return null;
    if (!subject && (end - at < 5 || LABEL_END.test(rest))) return null;
  } else if (verb.length === 2 && SUFFIX_BEHIND.test(rest)) return null;
  if (m[0] === verb && CHECKS.test(verb) && CHECKS.test(rest)) return { action: { start: at, end }, object: null };
  const joined = JOINED.test(verb) || PAIRS.test(verb + rest.slice(0, 2)) || twice(text, at, verb);
  const second = joined && m[0] === verb ? secondVerb(text, at + verb.length, end) : 0;
  const stop = at + m[0].length + second;
  return { action: { start: at, end: at + verb.length + second }, object: objectOf(text, verb, stop, end) };
}

/** 选好|配强, 做大|做强: two of the same kind. */
const twice = (text: string, at: number, verb: string): boolean =>
  /^.[好强优大实细牢足齐深活严]$/u.test(verb) && /^[一-鿿][好强优大实细牢足齐深活严]/u.test(text.slice(at + 2, at + 4));

/** Length of a verb that goes together with the one before; 0 where there is none, or it begins a noun (凝聚力). */
function secondVerb(text: string, at: number, end: number): number {
  const m = verbAt(text, at);
  if (!m || NOMINAL.test(m[1]!) || at + m[0].length + 2 > end) return 0;
  return /^[力面率]/u.test(text.slice(at + m[0].length)) ? 0 : m[1]!.length;
}

/** 做好今年的工作,要把握…: the aim before what must be done for it. */
const leadsIn = (text: string, stop: number, end: number): boolean =>
  stop + 4 < end && /^[，,](?:要(?!求|素|点)|必须|务必|应当)/u.test(text.slice(stop, stop + 4));

/** A function of a stretch of one text, asked for each stretch once. */
function once<T>(work: (from: number, end: number) => T): typeof work {
  const known = new Map<number, T>();
  return (from, end) => {
    const place = from * 2 * CLAUSE_MAX + end - from;
    let found = known.get(place);
    if (found === undefined) {
      found = work(from, end);
      known.set(place, found);
    }
    return found;
  };
}

/** The clauses of a text, each read once: it is asked for its deed and for its subject. */
export class Clauses {
  readonly text: string;
  /** The actor that a clause begins with. */
  readonly actor = once((from, end) => actorAt(this.text, from, end));
  /** The deed that a clause tells, of the first clause of a sentence and of others. */
  readonly deed = {
    first: once((from, stop) => deedIn(this, from, stop, true)),
    later: once((from, stop) => deedIn(this, from, stop, false)),
  };

  constructor(text: string) {
    this.text = text;
  }
}

/** Clauses of a sentence that are tried. */
const CLAUSES = 5;

/**
 * The first deed that a sentence tells; one with an object before one without. Null where no clause begins with a verb,
 * whatever stands before it.
 */
export function deedOf(clauses: Clauses, from: number, end: number): Deed | null {
  const { text, deed: deeds } = clauses;
  let bare: Deed | null = null;
  for (let at = from, n = 0; at < end && n < CLAUSES; n++) {
    const stop = clauseEnd(text, at, end);
    const told = stop - at > 2 && !leadsIn(text, stop, end);
    const core = told ? (n === 0 ? deeds.first : deeds.later)(at, stop) : null;
    const deed = core && { ...core, clause: { start: at, end: stop } };
    if (deed?.object) return deed;
    bare ??= deed;
    at = stop + 1;
  }
  return bare;
}
