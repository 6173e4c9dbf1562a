import { segment } from '../../../text/segment.ts';
import type { Candidate } from './candidates.ts';
import { isNoun, isPredicate, phrase, phraseEnd, phraseStart, relativeEnd } from './noun-phrases.ts';
import type { Surroundings } from './surroundings.ts';

/** How many characters behind a figure are looked at for what it counts. */
const AHEAD = 48;

/** What follows the figure and is counted by it: 100余名|党员领导干部, 60%以上的|非公企业党组织. */
function following(c: Candidate, s: Surroundings): string | null {
  // A quotation may hold commas; the sentence, not the clause, is looked at, up to the first comma outside of one.
  const tail = s.rest.slice(0, AHEAD);
  const of = /^\s*的?(?:比例(?:配备?|配置|配齐|安排|发展|提取|落实)?|的)/u.exec(tail);
  const offset = of ? of[0].length : 0;
  const words = segment(tail.slice(offset));
  if (!words.length) return null;
  let end = phraseEnd(words, 0);
  const head = words[0]!;
  const relative = relativeEnd(words, end);
  if (relative > 0 && (end === 0 || !isNoun(head))) return phrase(words, 0, relative);
  // 十多场|宣讲: an event may be named by a verb alone.
  const alone = words.length === 1 || words[1]!.tag === 'x';
  if (end === 0) return c.kind === 'event' && head.tag === 'v' && alone ? phrase(words, 0, 1) : null;
  if (c.kind === 'people' && head.tag === 'v' && !of) return null;
  const last = words[end];
  const over = words[end + 1] === undefined || words[end + 1]!.tag === 'x';
  if (last?.tag === 'v' && last.text.length === 2 && over && !isPredicate(last) && GOVERNS.test(s.clause)) end++;
  return phrase(words, 0, end);
}

/** Verbs whose object is an undertaking: 解决2个办公楼|改造, 完成3个项目|建设. */
const GOVERNS = /(?:解决|完成|实施|推进|启动|推动|开展|承担|落实)了?$/u;

/** Links between what is measured and the figure; stripped from the end, over and over. */
const LINK =
  /(?:连续|荣获|获得|取得|夺得|[原先]来的|原有的|原先的|每[人户村名]|要|应|须|将|每(?:隔|一|个)?[两二三四半]?个?(?:年|季度?|月|周|天|日)|(?:去年|上年|前年|同期|去年同期|上年同期)的|(?:[一二三四五六七八九十两0-9]+年)?翻|压缩到?|压减到?|精简到?|(?<!其)中|全国|全省|全市|全区|全县|全系统|[高多长低]?达到?了?|达成|为|是|有|共有|共|共计|累计|合计|总计|占|约|仅有|仅|只有|分别|各|已|也有|一般|均|都|了|过|到|至|在|由|从|将|同比|环比|比上年|比去年|较上年|较去年|较.{2,6}前|年均|每年|每月|每周|每季度?|不|再|又|还|就|先后|总数的|总量的|总人数的|全部|建设完成|控制在|保持在|稳定在|不少于|提高|提升|上升|增长|增加|下降|降低|减少|扩大|缩短|缩小|延长|晋升|跃升|升至|降至|增至|升|降|增|减|列|居|位居|位列|名列|排名?|突破|超过|实现|，|、|,|\s)$/u;
/** Verbs that say what was done to the thing in front of the figure. */
const LEAD =
  /^(?:其中|现有|共有|设有|有(?![关效力])|同时|并且?|使|要|确保|力争|争取|努力|到20\d\d年底?|截至[^，,]{0,8}|目前|现|现在|已|全年|今年|去年|为|以|对|从|在|把|将|实现|达到|动态保持|保持)/u;

/** …内容(权重|70%): what is weighed stands before the bracket. */
const OPEN_WEIGHT = /[（(](?:权重|占比|占|分值|满分)?(?:为|占|各)?$/u;

/** What stands in front of the figure and is measured by it: 通过率|100%, 收到立项申报表|80余份. */
function preceding(s: Surroundings, near: Near | null): string | null {
  const from = near ? Math.max(0, near.end - s.clauseStart) : 0;
  let text = s.clause
    .slice(from)
    .replace(/^.*[。；;]/u, '')
    .replace(OPEN_WEIGHT, '');
  for (let i = 0; i < 8; i++) {
    const next = text.replace(LINK, '');
    if (next === text) break;
    text = next;
  }
  text = text.slice(-40);
  // 35岁以下达到75%以上: a figure may itself be what is measured.
  const of = text.trim() === '的';
  if (of || !text.trim()) {
    return near?.kind === 'age' && from > 0 ? s.clause.slice(0, from).replace(LEAD, '') + (of ? '的' : '') : null;
  }
  const words = segment(text);
  const out = phrase(words, phraseStart(words), words.length);
  const bare = out?.replace(LEAD, '').replace(/^[、，,）)及和与]+/u, '');
  return bare && bare.length > 1 ? bare : out;
}

/** 占17.9% at the start of a clause: a share of what the figure before counted. */
const SHARE_OF =
  /^[\s]*(?:约|仅|只|分别|各)?占(?:比|总数的?|总人数的?|总量的?|全[省市县区][^，,]{0,8}的?)?(?:约|近|为|达到?)?$/u;
/** 出现赤字的有15个: the counted are named before 有. */
const ONES = /(.{2,30}的)(?:共|仅|只|约)?有$/u;

/** A measure stands right in front: 职工人数25-49人, 平均年龄42岁. */
const MEASURED =
  /(?:人数|数量|总数|面积|金额|总额|年龄|规模|比例|比重|[^效频功]率|产量|产值|收入|支出|投资|赤字|存款|贷款|余额|时间|时长|周期)(?:为|达到?|约|是)?$/u;

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
const RATED = /^(?:percent|times|rank)$/u;
const isVerbal = (front: string | null): boolean => front === null || segment(front).every((w) => /^[vd]/u.test(w.tag));

/** …45项压缩到18项: the second of two figures of one thing. */
const CHANGED = /(?:提高|提升|增加|增长|扩大|上升|升|发展|减少|下降|降低|降|压缩|压减|精简|缩减|缩短|调整)[到至为]$/u;

/** 拿出30万元设立|关爱基金: what the money was for. */
function spentOn(s: Surroundings): string | null {
  const words = segment(s.tail.slice(0, 24));
  if (words[0]?.tag !== 'v') return null;
  const end = phraseEnd(words, 1);
  return end > 1 ? phrase(words, 1, end) : null;
}

/** Verbs that name no event by themselves: 开展12次. */
const LIGHT = /^(?:开展|举办|召开|组织|进行|完成|达到?|共|累计|先后)+$/u;

/** 未按时报送的,每次扣0.5分: what is scored stands in the clause before. */
const SCORED = /^(?:每(?:次|项|个|人|例|篇)?)?(?:酌情)?[扣加减记计得](?:除|上)?$/u;

function clauseBefore(s: Surroundings): string | null {
  const before = s.sentence.slice(0, s.clauseStart - s.sentenceStart).replace(/[，,：:]$/u, '');
  return before.slice(-30).replace(/^.*[，,：:]/u, '') || null;
}

/** Money is said of what stands in front, unless 的 or a word for money follows: 300万元专项经费. */
const FUNDS = /^(?:的|.{0,6}(?:资金|经费|贷款|补助|奖金|补贴|奖励|专项))/u;

function isAhead(c: Candidate, s: Surroundings): boolean {
  if (c.kind === 'rank') return false;
  if (c.kind === 'money') return FUNDS.test(s.tail);
  if (/^(?:people|thing|event|age|none)$/u.test(c.kind) || /^(?:的|比例)/u.test(s.tail)) return true;
  return c.kind === 'measure' && /^[\p{Script=Han}]/u.test(s.tail);
}

/**
 * The noun phrase that a figure counts or measures.
 *
 * @param near the figure before it in the same sentence: a share (占38%) is one of what that counted.
 * @param often a period makes it a frequency.
 */
export function indicatorOf(c: Candidate, s: Surroundings, near: Near | null, often: boolean): string | null {
  if (c.kind === 'percent' && near?.indicator && SHARE_OF.test(s.clause)) return near.indicator;
  const ones = ONES.exec(s.clause);
  if (ones) return ones[1]!.replace(LEAD, '');
  if (MEASURED.test(s.clause) && !(c.kind === 'money' && s.tail.startsWith('的'))) return preceding(s, near);
  if (c.kind === 'duration') return subject(s) ?? following(c, s) ?? preceding(s, near);
  const ahead = isAhead(c, s) ? (often && happening(c, s)) || following(c, s) : null;
  if (ahead) return ahead;
  if (c.kind === 'score' && SCORED.test(s.clause)) return clauseBefore(s);
  const front = preceding(s, near);
  if (front !== '其中' && (!isVerbal(front) || (c.kind === 'event' && front !== null && !LIGHT.test(front))))
    return front;
  if (
    near?.indicator &&
    (RATED.test(c.kind) || near.unit === c.unit || near.end === c.start || front === '其中' || CHANGED.test(s.clause))
  )
    return near.indicator;
  return (c.kind === 'money' ? spentOn(s) : null) ?? (front === '其中' ? null : front);
}
