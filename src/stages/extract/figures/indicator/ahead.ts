import { charSet } from '../../../../text/char-set.ts';
import { ending, oneOf } from '../../../../text/ending.ts';
import type { Word } from '../../../../text/segment.ts';
import { CHANGES } from '../changes.ts';
import { AGENT, beforeDeed, isNoun, isPredicate, phrase, phraseEnd, relativeEnd } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';

/** Tags of what may stand behind a verb that is a noun there. */
const UNGOVERNED = oneOf('p d v x f');
/** How many characters behind a figure are looked at for what it counts. */
const AHEAD = 48;

const NEXT_COUNT =
  /^(?:约|近)?[0-9]{1,3}(?:[,，][0-9]{3}|[0-9]{0,4})(?:\.[0-9]{1,3})?[万余多]{0,2}(?:名|人|户|个|家|项|件|条|类|大类|篇|(?:平方)?米(?=的)|公里(?=的)|亩(?=的))(?=[\p{Script=Han}])/u;

const mayCount = charSet('约近0123456789');
const uncounted = (rest: string): string => (mayCount(rest.charCodeAt(0)) ? rest.replace(NEXT_COUNT, '') : rest);

/** 5家、|23名返乡创业者: two counts of one thing. */
const LINKED_COUNT =
  /^[、和](?:约|近)?[0-9]{1,7}(?:\.[0-9]{1,3})?[万余多]{0,2}(?:名|人|户|个|家|项|件|条|篇|人次)(?=[\p{Script=Han}])/u;

const links = charSet('、和');
/** A count may be linked to the next one. */
export const isLinked = (s: Surroundings): boolean => links(s.rest.charCodeAt(0));

/** What a count names only behind the count that it is linked to. */
export function shared(c: Candidate, s: Surroundings): string | null {
  const next = LINKED_COUNT.exec(s.rest.slice(0, AHEAD));
  if (!next || (c.kind !== 'people' && c.kind !== 'thing')) return null;
  const rest = s.rest.slice(next[0].length);
  return following(c, { ...s, rest, tail: rest });
}

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
    // 62个行政村|中共有空心村14个
    if (tail[i] === '中' && i > 1 && /^中(?:共|就|仅|只|已)?有/u.test(tail.slice(i, i + 3))) return tail.slice(0, i);
  }
  return tail;
}

/** 1人|被评为县学科带头人, 640人取得职业资格证书: what they became or got. */
const TITLE =
  /^(?:先后)?(?:被(?:评为|命名为|授予|聘为|选为)|评为|获评|荣获|晋升为?|当选为?|入选|取得|考取|获得)([\p{Script=Han}“”]{2,16}?)(?:称号|荣誉称号)?$/u;

const isPerson = (w: Word): boolean => AGENT.test(w.text) || /^(?:对象|人选|学生|病人|患者)$/u.test(w.text);
/** 脱贫户87户|户均增收3000元: the measure of the next figure, unless it sorts (户均收入…的农户). */
const OF_NEXT = /^(?:[户村人亩店]均|[年月日]均|平均)[^，,。；;的分0-9]{1,8}[0-9]/u;
/** 低于60%的|予以提醒: what is done about it is not counted. */
const TREATED = oneOf('予以 给予 进行 加以 作出 作为 列入 纳入 取消 实行 采取 按照 视为 视同 启动');

/** What follows the figure and is counted by it: 40余名|帮扶干部, 60%以上的|沿街商户. */
export function following(c: Candidate, s: Surroundings): string | null {
  if (CHANGES.test(s.tail) || OF_NEXT.test(s.tail)) return null;
  const title = c.kind === 'people' ? TITLE.exec(s.tail) : null;
  if (title) return title[1]!;
  // A quotation may hold commas; the sentence, not the clause, is looked at, up to the first comma outside of one.
  // 103户|341名贫困人口: two counts of one thing.
  const tail = clauseAhead(uncounted(s.rest.slice(0, AHEAD)));
  // 5公里长、3米宽的|产业路
  const sized =
    /^[长宽高深厚][^，,。的]{0,12}的|^(?:总[长高]度?|全长|(?:总|建筑|占地)?面积|总?投资额?|总?装机|库容)[^，,。的]{0,14}(?<=[0-9多余左右元里米亩])的/u.exec(
      tail,
    );
  const of = sized ?? /^\s*的?(?:比例(?:配备?|配置|配齐|安排|发展|提取|落实)?|的)/u.exec(tail);
  const offset = of ? of[0].length : 0;
  const words = segment(tail.slice(offset));
  // 1名（5分）: what stands in brackets is not counted.
  if (!words.length || /^[(（]$/u.test(words[0]!.text)) return null;
  const head = words[0]!;
  if (of && TREATED.test(head.text)) return null;
  let end = phraseEnd(words, 0);
  // 近九成的|诉求在网格内化解: behind 的 a verb is a noun, where nothing is governed by it.
  if (end === 0 && of && head.tag === 'v' && head.text.length > 1 && UNGOVERNED.test(words[1]?.tag ?? 'x'))
    return head.text;
  const described = describedEnd(words, end);
  if (described) return phrase(words, 0, described);
  const relative = relativeEnd(words, end);
  if (relative > 0 && (end === 0 || !isNoun(head))) return phrase(words, 0, relative);
  // 十多场|宣讲: an event may be named by a verb alone.
  const alone = words.length === 1 || words[1]!.tag === 'x';
  const undertaking = end === 0 && c.kind === 'thing' ? UNDERTAKING.exec(tail.slice(offset)) : null;
  if (undertaking) return undertaking[1]!;
  // 500米的|社道断头路
  const whole = end === 0 && of ? SHORT.exec(tail.slice(offset)) : null;
  const behind = whole ? words.filter((w) => w.start < whole[0].length) : [];
  if (behind.length && behind.every((w) => isNoun(w) || NAMING.test(w.tag)) && isNoun(behind.at(-1))) return whole![0];
  if (end === 0) return c.kind === 'event' && /^[vi]$/u.test(head.tag) && alone ? phrase(words, 0, 1) : null;
  // 310名|搬迁群众, but 12名|参加…
  const acts = c.kind === 'people' && head.tag === 'v' && !isNoun(head) && !of;
  if (acts && !words.slice(1, end).some(isPerson)) return null;
  const last = words[end];
  const over = words[end + 1] === undefined || words[end + 1]!.tag === 'x';
  if (last?.tag === 'v' && last.text.length === 2 && over && !isPredicate(last) && GOVERNS.test(s.clause)) end++;
  end = beforeRate(words, end);
  const cut = beforeDeed(words, 0, end, c.kind === 'people');
  return phrase(words, 0, cut)?.replace(THEIRS, '').replace(AVERAGE, '') ?? null;
}

/** 改渡建桥项目: an undertaking named by a verb and its object, up to the end of the clause. */
const UNDERTAKING = /^([\p{Script=Han}“”]{2,12}(?:项目|工程))(?=$|[，,、：:])/u;

/** Tags of what is not a noun in the dictionary but may be part of a name. */
const NAMING = oneOf('a b f z q zg ng');

/** All that stands behind 的 up to the next mark. */
const SHORT = /^[\p{Script=Han}]{2,8}(?=$|[、，,：:])/u;

/** 42个街道|综合测评, 3个乡镇|群众, 10个重点领域|专项整治: what bodies take part in or have is not what is counted. */
const THEIRS =
  /(?<=(?:街道|行政村|村|乡镇|社区|领域|部门|单位|断面|县区|区县|市县|园区))(?:集体(?:经济|经营性)?(?:年)?收入|综合测评|测评|考核|调研|督办|督查|走访|换届|蹲点|宣讲|巡回|评比|评价|群众|专项整治|水质|排名)$/u;

/** 24名村医|平均年龄已到56岁: what is averaged is the next figure's. */
const AVERAGE =
  /(?<=.)(?:(?:平均|人均|户均|日均|年均)[\p{Script=Han}]{0,6}|占比|比例|比重)$|(?<=项目)(?:总投资额?|总造价|计划总?投资)$|(?<=(?:社|场|企业|公司|厂|店|大户))年(?:均)?(?:销售额|产值|营业额|[纯总]?收入|产量)$|(?<=(?:人群|老年人|老人|儿童|妇女|人口|干部|干警|党员|职工|学员|学生|群众|村民|居民|农户|企业|商户|支部|村卫生室|学校))(?:[\p{Script=Han}]{1,3}率|面积|税收)$/u;

/** Tags of what a predicate that describes is made of. */
const DESCRIBING = oneOf('d a ad v z i');

/** 5个|矛盾最集中的院落, 群众反映强烈的问题: a relative clause with a subject, whose predicate is an adjective. */
function describedEnd(words: readonly Word[], from: number): number {
  if (!from) return 0;
  let at = from;
  let quality = false;
  const pause = words.findIndex((w) => w.text === '、');
  const most = pause > from ? 12 : 3;
  // 身体好、热心肠的|党员: qualities in a row.
  const goesOn = (w: Word): boolean =>
    DESCRIBING.test(w.tag) || (quality && (w.text === '、' || (at > pause && pause > from && isNoun(w))));
  for (; at < words.length && at - from < most && goesOn(words[at]!); at++)
    quality ||= /^(?:a|ad|z|i)$/u.test(words[at]!.tag) || /^(?:最|较|比较|相对|不|未|尚未)$/u.test(words[at]!.text);
  if (!quality || words[at]?.tag !== 'uj') return 0;
  const end = phraseEnd(words, at + 1);
  return end > at + 1 ? end : 0;
}

/** 31条排水沟|整治率达100%: the rate is the next figure's. */
function beforeRate(words: readonly Word[], end: number): number {
  const next = words[end];
  const figure =
    next?.tag === 'm' ||
    (/^(?:[达为均约仅超]|只有|低于|高于|不足)/u.test(next?.text ?? '') && words[end + 1]?.tag === 'm');
  if (!figure || end < 2) return end;
  const last = words[end - 1]!.text;
  if (!/率$/u.test(last)) return end;
  const cut = last === '率' ? end - 2 : end - 1;
  return cut > 0 && isNoun(words[cut - 1]) ? cut : end;
}

/** Behind 长: the other dimensions, up to what has them. */
const DIMENSIONS = /^(?:[、，,]?[长宽高深厚]约?[0-9.]{1,7}[多余]?(?:毫米|厘米|分米|米|公里)){0,3}的/u;

/** 筑一座长|8米、宽3米、高2米的拦水坝: what is so long, so wide and so high. */
export function dimensionOf(c: Candidate, s: Surroundings): string | null {
  if (c.kind !== 'measure' || !/(?<![成增延校特专擅生部局院处科所队])[长宽高深厚]$/u.test(s.clause)) return null;
  const of = DIMENSIONS.exec(s.rest);
  if (!of) return null;
  const words = segment(s.rest.slice(of[0].length, of[0].length + 24));
  const end = phraseEnd(words, 0);
  return end ? phrase(words, 0, end) : null;
}

/** Verbs whose object is an undertaking: 解决2个办公楼|改造, 完成3个项目|建设. */
const GOVERNS = ending(/(?:解决|完成|实施|推进|启动|推动|开展|承担|落实)了?$/u);

/** 每年至少三次|专门研究冬修: what happens so often is said by the verb behind. */
export function happening(c: Candidate, s: Surroundings): string | null {
  if (c.kind !== 'event' || !s.tail) return null;
  const words = segment(s.tail.slice(0, 24));
  const end = phraseEnd(words, 0);
  return words[end]?.tag === 'v' ? s.tail.slice(0, 24).trim() : null;
}

/** 拿出30万元设立|关爱基金: what the money was for. */
export function spentOn(s: Surroundings): string | null {
  const words = segment(s.tail.slice(0, 24));
  // 建成 is a place in the dictionary.
  if (words[0]?.tag !== 'v' && !/^.[成好完起]$/u.test(words[0]?.text ?? '')) return null;
  const end = phraseEnd(words, 1);
  return end > 1 ? phrase(words, 1, end) : null;
}
