import { charSet } from '../../../../text/char-set.ts';
import { oneOf } from '../../../../text/ending.ts';
import type { Word } from '../../../../text/segment.ts';
import { isBaseline } from '../changes.ts';
import { CLOSE_QUOTE, isNoun, phrase, phraseEnd, phraseStart, RATE } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import { LEAD, unlinked } from './links.ts';

/** The figure before, in the same sentence. */
export interface Near {
  text: string;
  end: number;
  unit: string;
  indicator: string | null;
  kind: Candidate['kind'];
}

/** Kinds that say a part of something. */
export const PART = oneOf('percent none times');
/** …内容(权重|70%): what is weighed stands before the bracket. */
const OPEN_WEIGHT = /[（(](?:权重|占比|占|分值|满分)?(?:为|占|各)?$/u;

const OF_WHOLE =
  /(?<=^[^占]{2,30})(?:仍|还|仅|只|约|各|一般|合计|共)?占(?![比地用有到])[\p{Script=Han}（）]{2,16}(?<!比[重例率])$/u;

/** What befalls a thing or becomes of it: its verb stands between the thing and the figure. */
const BEFELL = oneOf(
  '建成 开行 新增 增设 扩种 获奖 入库 入选 流失 落地 签约 投产 开工 竣工 完工 到位 硬化 亮化 上岗 结业 销号 成功',
);
const AGAIN = oneOf('再 又 也 新 全年 累计 已 已经');
const HOW = oneOf(
  '继续 严格 稳定 分别 常年 一般 原则上 仍 仍然 依然 均 都 约 仅 基本 始终 一度 平均 累计 共 全部 高达 低 高 多 达 新增 突破 只有 达到 保持 控制',
);
const hasNoun = (words: readonly Word[]): boolean =>
  words.slice(0, -1).some((w) => isNoun(w) && !BEFELL.test(w.text)) && !/^[、，,]/u.test(words[0]!.text);

const HAVING = /^.+(?:现有|共有|设有|下设|下辖)(?=.{2})/u;
const joins = charSet('、，,）)及和与');

/** The words of the clause that may name what is measured, from the figure before on; null where they are of that figure. */
function inFront(c: Candidate, s: Surroundings, near: Near | null, from: number): string | null {
  let text = s.clause.slice(from);
  if (text.includes('（') || text.includes('(')) text = text.replace(OPEN_WEIGHT, '');
  // 6个村民小组、312户: what the figure before counts is not counted again.
  if (near?.indicator && from > 0 && text.length > 2 && `${near.indicator}、`.endsWith(text)) return null;
  text = unlinked(isBaseline(c, s) ? text.replace(/[由从][^，,由从]{0,12}$/u, '') : text).slice(-40);
  // 党建考核占单位绩效总分|20分, 安全生产投入占财政支出|1.5%以上: not the whole that it is a part of.
  if (PART.test(c.kind) || c.kind === 'score') text = text.replace(OF_WHOLE, '');
  // 经验做法|被省级媒体刊发9次: what it was done to, not who did it.
  if ((c.kind === 'event' || c.kind === 'thing') && s.clause.includes('被') && !/^[\p{Script=Han}]{2}/u.test(s.tail)) {
    const passive = /^([^，,]{2,}?)被[\p{Script=Han}]{2,14}$/u.exec(s.clause.slice(from));
    const done = passive ? unlinked(passive[1]!).slice(-40) : '';
    if (done) text = done;
  }
  return text;
}

/** Takes off the words behind the noun that say what was done to it, or how it was so. */
function withoutDeeds(words: Word[], kind: Candidate['kind']): void {
  // 全区性会议开|61个: a lone verb behind the noun that it is done to.
  const last = words[words.length - 1];
  if (
    words.length > 1 &&
    last?.tag === 'v' &&
    last.text.length === 1 &&
    last.text !== '会' &&
    !RATE.test(last.text) &&
    (isNoun(words[words.length - 2]) || CLOSE_QUOTE.test(words[words.length - 2]!.text))
  )
    words.pop();
  // 论文|获奖19篇, 通组公路再|硬化9.3公里: what happened to the thing is no part of it.
  if (kind !== 'event')
    while (
      words.length > 1 &&
      (BEFELL.test(words[words.length - 1]!.text) || AGAIN.test(words[words.length - 1]!.text)) &&
      hasNoun(words)
    )
      words.pop();
  // 满意度|继续, “小升规”|分别: how it was so is no part of it.
  while (words.length > 1 && HOW.test(words[words.length - 1]!.text)) words.pop();
}

/** What stands in front of the figure and is measured by it: 通过率|100%, 收到参赛作文|70余篇. */
export function preceding(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const from = near ? Math.max(0, near.end - s.clauseStart) : 0;
  const text = inFront(c, s, near, from);
  if (text === null) return null;
  // 路面破损的|占38%: those that are so; 已有处置结果的|202人.
  const ones = PART.test(c.kind)
    ? !s.clause.endsWith('的')
    : (c.kind === 'people' || c.kind === 'thing') && from === 0 && !/^[\p{Script=Han}“]/u.test(s.tail);
  if (ones && text.endsWith('的') && /[\p{Script=Han}]{2}的$/u.test(text)) return text.replace(LEAD, '');
  // 40岁以下达到65%以上: a figure may itself be what is measured.
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
  const words = [...segment(text)];
  withoutDeeds(words, c.kind);
  const out = phrase(words, phraseStart(words), words.length);
  // 占总户数的|91%: 的 belongs to the number; not in 本科学历的|占38%.
  const own = PART.test(c.kind) && s.clause.endsWith('的') ? out?.replace(/的$/u, '') : out;
  const there = own && (own.includes('有') || own.includes('下')) ? own.replace(HAVING, '') : own;
  const named = there?.replace(LEAD, '');
  const bare = named && joins(named.charCodeAt(0)) ? named.replace(/^[、，,）)及和与]+/u, '') : named;
  return bare && bare.length > 1 ? bare : out;
}

/** The noun phrase that a clause begins with: 旧城更新|已经走过了20多年. */
export function subject(s: Surroundings): string | null {
  const words = segment(s.clause.slice(-40));
  const end = phraseEnd(words, 0);
  // 规划了三至五年的: a verb that jieba takes for a noun.
  return end && end < words.length && words[end]!.tag !== 'ul' ? phrase(words, 0, end) : null;
}

/** 信访举报|同比下降20%, 不胜任退出占比6.5%: what grew, or is a part, whatever its words are taken for. */
const GREW =
  /(?:^|[、，,])([\p{Script=Han}“”（）()]{3,20}?)(?:同比|环比|按?(?:同|可比)口径|按可比价格?(?:计算)?|比上年|较上年|比去年|较去年|[一二两三四五六七八九十0-9]{1,3}年|[年月日]均|分别|均|仅|再)*(?:增长|下降|提高|上升|减少|上涨|增加|提升)(?:了|约|近)?$|(?:^|[、，,])([\p{Script=Han}“”]{3,16}(?:占比|比例|比重))(?:为|达到?|仅)?$/u;
const NO_SUBJECT =
  /^(?:[并且又逐]|[一二两三四五六七八九十0-9]{1,2}年|同口径|[剔扣]除|自然|同比|环比|比|较|连续|分别|平均|每|年均|累计|其中|总体|总量|[去今上]年|20)/u;

/** What a clause says that it grew, or is a part of; null where it names nothing. */
export function grown(s: Surroundings): string | null {
  const m = GREW.exec(s.clause);
  const name = m?.[1] ?? m?.[2];
  return name && !NO_SUBJECT.test(name) ? name : null;
}

/** 后备干部|按职数1:1的比例配备,每村不少于2名: the noun phrase that the sentence begins with. */
export function opening(s: Surroundings, near: Near | null): string | null {
  if (!near || s.clause.length > 8) return null;
  const words = segment(
    s.sentence.replace(/^[\s（(]*[第一二三四五六七八九十0-9]{1,3}[条、.．)）]*\s*/u, '').slice(0, 24),
  );
  const end = phraseEnd(words, 0);
  return end && end < words.length ? phrase(words, 0, end) : null;
}

/** Who does something; what a clause is about may be a thing only. */
const DOER =
  /(?:[省市县区州镇乡局委办院校会部社站队组所厅]|我[省市区县们]|他们|大家|街道|单位|支部|党委|中心|平台|热线|各地|企业|公司|银行|法院|书记|干部|党员|群众|代表|人员|同志|[人员者民户均])$/u;

/** 通组公路|再硬化9.3公里: the thing that the verb in front of the figure is said of. */
export function topic(s: Surroundings, near: Near | null): string | null {
  const from = near ? Math.max(0, near.end - s.clauseStart) : 0;
  const words = [...segment(unlinked(s.clause.slice(from).replace(/^[、，,和及]+/u, '')).slice(-40))];
  const all = words.length;
  while (words.length && /^(?:v|d|vd|vn|t|m|f|p|c)$/u.test(words[words.length - 1]!.tag)) words.pop();
  if (!words.length || words.length === all || !isNoun(words[words.length - 1])) return null;
  const start = phraseStart(words);
  const name = phrase(words, start, words.length);
  return start === 0 && name && name.length > 1 && !/每|^[并且又]/u.test(s.clause) && !DOER.test(name) ? name : null;
}
