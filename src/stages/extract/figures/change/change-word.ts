import { charSet } from '../../../../text/char-set.ts';
import { lastCharacters } from '../../../../text/last-characters.ts';
import type { Place } from '../../measures/place.ts';
import type { Change, Figure } from '../../types.ts';
import { againstOf } from './against.ts';
import { MORE_VERB, NAME, OBJECT_VERB, ONE_VERB, RANK_VERB, TO_RANK_VERB, TO_VERB, VERB } from './change-words.ts';
import { beyondTime, endsInTime } from './compared.ts';

/** Where the word of a change stands, and what the figure is to it. */
export interface Told extends Place {
  kind: Change['kind'];
  /** What it is compared with, where that stands behind the word (高于上年1.2个百分点). */
  compared?: Place;
  /** Where the word alone does not say it. */
  direction?: Change['direction'];
}

/** Asked at an offset: a word of change with a few words behind it that end there. */
type Behind = (text: string, end: number) => Place | null;

/** Read from the end backwards; most figures are told by the character in front of them. */
function behind(word: string, between: string): Behind {
  const re = new RegExp(`(?<=(${word})(${between}))`, 'uy');
  const chars = lastCharacters(`(?:${word})(?:${between})`);
  const may = chars === null ? () => true : charSet(chars);
  return (text, end) => {
    if (!may(text.charCodeAt(end - 1))) return null;
    re.lastIndex = end;
    const m = re.exec(text);
    if (!m) return null;
    const to = end - m[2]!.length;
    return { start: to - m[1]!.length, end: to };
  };
}

/** What may stand between a word of change and the amount: 增长达|5%, 分别增长了约|5%. */
const LINK =
  '(?:了|约|近|超过?|逾|达到?|高达|有|共|均|都|各|可|仅|只|将近|接近|大约|至少|不少于|不低于|不超过|不高于|累计|平均|最多|最高|分别(?:为|达到?)?|均为)';
/** …between the name of a change and its amount: 增幅控制在|3%, 增速为|5%. */
const NAME_LINK = `(?:${LINK}|为|是|在|[:：]|(?:应|要|须)?(?:保持|控制|稳定|维持)在|力争|确保|定为|预计|实现|完成)`;
/** 提高到2023年的|60%, 增加到目前的|5家. */
const NOW =
  '(?:(?:20|19)[0-9]{2}年[底末初]?的?|[今去上当]年[底末初]?的?|目前的?|现在的?|如今的?|当前的?|年底的?|原来的?|[人户亩月年日周]均|平均|全年|全[国省市县区镇乡村州])';

const BY = behind(VERB, `${LINK}{0,3}`);
const BY_ONE = behind(ONE_VERB, '了?(?:约|近|超)?');
const BY_PLACES = behind(RANK_VERB, '了?');
const NAMED = behind(NAME, `${NAME_LINK}{0,3}`);
const TO = behind(TO_VERB, `了?(?:[到至]了?|为)${NOW}?${LINK}{0,2}`);
const OBJECT = behind(OBJECT_VERB, '了?');
/** 减少|垫付|资金58亿元 */
const MODIFIED = behind(MORE_VERB, '\\p{Script=Han}{0,4}');
const OBJECT_INSIDE = new RegExp(`^(?:[户人亩村]均|年均)?(${OBJECT_VERB})(?=\\p{Script=Han}{2})`, 'u');

/** Negated in front of the verb: 不增加, 未下降. */
const NEGATED = /(?:[不未没无非]|没有|不[再会能得许准应宜可]|未[能再]|(?:不[会能得许准应可]|没有)再)$/u;
/** 并未出现|下降, 没有发生明显|减少: denied through a verb that says no more than that it was so. */
const NOT_SO =
  /(?:没有?|未曾?|不曾|不[会再])(?:再)?(?:出现|发生|呈现|形成|造成|导致|引起|带来)了?(?:同比|环比|明显|大幅|较大|显著|任何)*的?(?:由[^，,。；;]{1,10})?$/u;
/** 新增加党员6名 counts who is new; 创新增加 is two words. */
const NEW = /(?<![创更革翻])新增$/u;
const affirmed = (text: string, found: Place | null): found is Place =>
  found !== null &&
  !NEGATED.test(text.slice(Math.max(0, found.start - 3), found.start)) &&
  !NOT_SO.test(text.slice(Math.max(0, found.start - 26), found.start)) &&
  !NEW.test(text.slice(Math.max(0, found.start - 2), found.start + 1));

const RATE = /^(?:[%％‰倍成]|个?(?:百分点|千分点))$/u;
/** Verbs that are changes of such units alone: children grow up too (成长3年). */
const ONLY: Readonly<Record<string, RegExp>> = { 翻: /^[番倍]$/u, 压: RATE, 提: /百分点$/u, 成长: RATE };

/** 高出全区平均|增幅3.9个百分点: what something is held against. */
const BEYOND = /(?:[高低快慢好优大小]于|[高低快]出|超过|领先|落后|跑赢)\p{Script=Han}{0,10}$/u;
/** Units of places in a ranking. */
const PLACES = /^(?:个?位次?|个?名次?|个排名)$/u;
const isRank = (f: Figure): boolean => f.text.startsWith('第') || /^(?:前|倒数)/u.test(f.text);

/** 由第9位上升至全省|第4位, 跃居全市|第3. */
const TO_PLACE = new RegExp(`(${TO_RANK_VERB}|${TO_VERB}(?=[到至为]))[到至为]?(?:\\p{Script=Han}{0,10})$`, 'u');
const mayRise = charSet('升居到至为');
function toPlace(text: string, f: Figure): Told | null {
  const low = Math.max(0, f.start - 16);
  for (let i = f.start - 1; ; i--) {
    if (i < low) return null;
    if (mayRise(text.charCodeAt(i))) break;
  }
  const m = TO_PLACE.exec(text.slice(low, f.start));
  const word = m && { start: low + m.index, end: low + m.index + m[1]!.length };
  return affirmed(text, word) ? { ...word, kind: 'to' } : null;
}

/** 比上年|多|18个, 同比|少立|104起, 较去年同期|高出|1.2个百分点: against an earlier time; 少了|一半 by itself. */
const THAN = /(多出|高出|[多少高低快慢])(了|\p{Script=Han}{0,2})$/u;
const EACH = /(?:分别|各|均|都|又|还|则|只)$/u;
/** 比我们只多了|434人: against somebody else. */
const AGAINST = /[比较][^，,。；;]{1,10}$/u;
const mayCompare = charSet('多少高低快慢出');
function moreThan(text: string, f: Figure): Told | null {
  const at = f.start;
  if (![1, 2, 3].some((k) => mayCompare(text.charCodeAt(at - k)))) return null;
  const low = Math.max(0, at - 4);
  const m = THAN.exec(text.slice(low, at));
  if (!m) return null;
  const start = low + m.index;
  const front = text.slice(Math.max(0, start - 12), start);
  const told = { start, end: start + m[1]!.length, kind: 'by' as const };
  if (endsInTime(text, start - (EACH.exec(front)?.[0].length ?? 0))) return told;
  const alone = /^[多少]$/u.test(m[1]!) && m[2] === '了' && !/[不至最许很差好更大减增]$/u.test(front);
  return alone && !AGAINST.test(front) ? told : null;
}

/** 高于去年同期|2.1个百分点 */
const mayBeTime = charSet('期年度月届季初底末前时平');
function overTime(text: string, f: Figure): Told | null {
  const found = mayBeTime(text.charCodeAt(f.start - 1)) ? beyondTime(text, f.start) : null;
  return found && { ...found.word, kind: 'by', compared: found.time };
}

/** Words that a verb is the beginning of: 扩大会议3次, 提高班2期, 增加值36亿元. */
const NO_VERB = /^(?:扩大会|提高班|增加值|延长[线段])/u;
const OBJECT_MAX = 16;
/** 提高补贴标准到|300元, 到每人|300元; 减少文件共|30件. */
const LEAD = /([到至为](?:每\p{Script=Han}{1,3})?)?[共约达近]?$/u;

/** 增加就业岗位|300个: what changed stands between. */
function withObject(text: string, f: Figure): Told | null {
  const name = f.indicator;
  if (name === null || name.length < 2 || name.length > OBJECT_MAX) return null;
  const lead = LEAD.exec(text.slice(Math.max(0, f.start - 6), f.start))!;
  const end = f.start - lead[0].length;
  if (!text.endsWith(name, end)) return null;
  const at = end - name.length;
  const inside = OBJECT_INSIDE.exec(name);
  const found = inside
    ? { start: at + inside[0].length - inside[1]!.length, end: at + inside[0].length }
    : (OBJECT(text, at) ?? (lead[1] ? null : MODIFIED(text, at)));
  if (!affirmed(text, found) || NO_VERB.test(text.slice(found.start, end))) return null;
  return { ...found, kind: lead[1] ? 'to' : 'by' };
}

/** 改造提升5家, 拓展3项服务: what is made better, not by how much; of 提升0.5个、1.2个百分点 the first has no unit of its own. */
const IMPROVED = /^(?:提升|增强|拓展|拓宽|扩展|扩充)$/u;
const THING = /^(?:[个家座处条所项间户村名支栋种类幢片批亩]|公里)$/u;

const improves = (text: string, f: Figure, verb: Place): boolean =>
  IMPROVED.test(text.slice(verb.start, verb.end)) &&
  THING.test(f.unit) &&
  (f.unit !== '个' || Number.isInteger(f.value));

/** 晋升3名科级干部: people, not places. */
const isPlaces = (text: string, f: Figure): boolean =>
  PLACES.test(f.unit) && !(f.unit === '名' && isHan.test(text.slice(f.end, f.end + 1)));

/** 减3分 takes points away; 深翻25厘米 and 压3人 are other words. */
function one(text: string, f: Figure, at: number): Place | null {
  return f.unit === '分' ? null : allowed(text, f, BY_ONE(text, at));
}

/** The verb, where it is one of such a unit. */
function allowed(text: string, f: Figure, verb: Place | null): Place | null {
  const only = verb === null ? undefined : ONLY[text.slice(verb.start, verb.end)];
  return only === undefined || only.test(f.unit) ? verb : null;
}

function wordBefore(text: string, f: Figure): Told | null {
  let at = f.start;
  while (text[at - 1] === ' ' && f.start - at < 4) at--;
  const by = allowed(text, f, BY(text, at)) ?? one(text, f, at) ?? (isPlaces(text, f) ? BY_PLACES(text, at) : null);
  if (by && improves(text, f, by)) return null;
  if (by) return affirmed(text, by) ? { ...by, kind: 'by' } : null;
  const named = NAMED(text, at);
  if (named)
    return BEYOND.test(text.slice(Math.max(0, named.start - 12), named.start)) ? null : { ...named, kind: 'by' };
  const to = TO(text, at) ?? TO(text, perStart(text, at));
  if (to) return affirmed(text, to) ? { ...to, kind: 'to' } : null;
  return moreThan(text, f) ?? newSince(text, at) ?? overTime(text, f) ?? withObject(text, f);
}

/** 贷款余额较年初|新增|18.7亿元: against an earlier time it says that there is so much more; alone it counts what is new. */
const NEWLY = /新增[了约近]?$/u;
const mayBeNew = charSet('增了约近');
function newSince(text: string, at: number): Told | null {
  if (!mayBeNew(text.charCodeAt(at - 1))) return null;
  const low = Math.max(0, at - 3);
  const start = low + text.slice(low, at).search(NEWLY);
  if (start < low || !endsInTime(text, start)) return null;
  return { start, end: start + 2, kind: 'by', direction: 'up' };
}

/** 降至|每立方米33微克, 提高到|每人每月680元: where the periods or the units it is counted by begin. */
function perStart(text: string, at: number): number {
  let start = at;
  for (let i = at - 1; i >= Math.max(start - PER, at - 3 * PER, 0); i--) if (text[i] === '每') start = i;
  return start;
}
/** 每千瓦时 and its like; three of them at most. */
const PER = 5;

/** Faster says no way of a duration. */
const FASTER = /[快慢速缓]/u;
const isDuration = (f: Figure): boolean => /^(?:个?(?:工作日|小时|月|星期)|天|日|分钟|秒|年|周)$/u.test(f.unit);

/** 8%以上的|增长目标, 以5%的速度|递增. */
const AFTER = new RegExp(
  `^的?(?:同比|年均|平均)?(?:的?(?:速度|比例|幅度|比率))?(${NAME}|${VERB})(?=[，,。；;、）)！!\\n]|$|目标|任务|速度|势头|水平|要求)`,
  'u',
);
const mayFollow = charSet('的同年平速比幅增下降递涨跌提上升减缩压');
function wordBehind(text: string, f: Figure): Told | null {
  if (!mayFollow(text.charCodeAt(f.end))) return null;
  const m = AFTER.exec(text.slice(f.end, f.end + 16));
  if (!m || (m[0][0] !== '的' && !RATE.test(f.unit))) return null;
  const end = f.end + m[0].length;
  return { start: end - m[1]!.length, end, kind: 'by' };
}

/** 翻一番: the verb is part of how the figure is said. */
const wordInside = (f: Figure): Told | null =>
  f.unit === '番' && f.text[0] === '翻' ? { start: f.start, end: f.start + 1, kind: 'by' } : null;

/** 提高|30岁以下|干部比例, 增加|10万元以上|的村: which ones, not by how much. */
const SORTING = /[以之][上下内]$/u;
const isHan = /^\p{Script=Han}/u;
const sorts = (text: string, f: Figure): boolean =>
  SORTING.test(f.text) && !RATE.test(f.unit) && isHan.test(text.slice(f.end, f.end + 1));

/** The word that a figure touches and that says how it changed, or null. */
export function wordOf(text: string, f: Figure): Told | null {
  if (isRank(f)) return toPlace(text, f);
  if (f.text.startsWith('连续') || sorts(text, f)) return null;
  const against = againstOf(text, f);
  if (against) return against;
  const found = wordInside(f) ?? wordBefore(text, f) ?? wordBehind(text, f);
  return found && isDuration(f) && FASTER.test(text.slice(found.start, found.end)) ? null : found;
}
