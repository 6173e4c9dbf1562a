import type { Span } from '../../../pipeline/types.ts';
import { charSet, WHITE_SPACE } from '../../../text/char-set.ts';
import { oneOf } from '../../../text/ending.ts';
import type { TimeMention } from '../../../text/times.ts';
import { isBaseline } from './changes.ts';
import type { Candidate } from './read/candidates.ts';

/** How far a clause is looked at: a clause of the genre has some 20 characters, a long one 60. */
const REACH = 80;

const isStop = charSet('。；;！!？?\n');
const mayBeComma = charSet('，,：:');
const closes = charSet(')）');
const opensBracket = charSet('(（');
const isDigit = charSet('0123456789０１２３４５６７８９');

/** As far as words are read in front of a figure, behind it, and in its sentence: all who ask read as far, so that they are cut once. */
export const READ = { clause: 40, tail: 20, sentence: 60 } as const;

/** What stands around a candidate: all windows are bounded, so that a page without punctuation costs no more. */
export interface Surroundings {
  text: string;
  /** From the last stop or comma up to the candidate. */
  clause: string;
  /** From the last stop up to the candidate. */
  sentence: string;
  /** From the candidate to the next stop or comma. */
  tail: string;
  /** From the candidate to the next stop. */
  rest: string;
  /** Offsets where `clause` and `sentence` begin. */
  clauseStart: number;
  sentenceStart: number;
}

const NUMBERED = /^\s*(?:[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳])\s*/u;

const mayBeNumbered = charSet(`${WHITE_SPACE}（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳`);
const numberLength = (clause: string): number =>
  mayBeNumbered(clause.charCodeAt(0)) ? (NUMBERED.exec(clause)?.[0].length ?? 0) : 0;

/** A comma or colon between two digits groups them: 1,200. */
const isComma = (text: string, i: number): boolean =>
  mayBeComma(text.charCodeAt(i)) && !(isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1)));

/** The windows around a candidate. */
export function surroundings(text: string, c: { start: number; end: number }): Surroundings {
  let clauseStart = -1;
  let i = c.start;
  const low = Math.max(0, c.start - REACH);
  let depth = 0;
  for (; i > low; i--) {
    const code = text.charCodeAt(i - 1);
    if (isStop(code)) break;
    if (closes(code)) depth++;
    else if (depth && opensBracket(code)) depth--;
    if (clauseStart < 0 && !depth && isComma(text, i - 1)) clauseStart = i;
  }
  const sentenceStart = i;
  if (clauseStart < 0) clauseStart = i;
  // The number of the item is none of its words.
  if (clauseStart === sentenceStart)
    clauseStart += numberLength(text.slice(clauseStart, Math.min(c.start, clauseStart + 8)));
  let tailEnd = -1;
  const high = Math.min(text.length, c.end + REACH);
  let j = c.end;
  for (; j < high; j++) {
    if (isStop(text.charCodeAt(j))) break;
    if (tailEnd < 0 && isComma(text, j)) tailEnd = j;
  }
  return {
    text,
    clause: text.slice(clauseStart, c.start),
    sentence: text.slice(sentenceStart, c.start),
    tail: text.slice(c.end, tailEnd < 0 ? j : tailEnd),
    rest: text.slice(c.end, j),
    clauseStart,
    sentenceStart,
  };
}

/**
 * A set of ranges that can be asked, in ascending order, which of them covers an offset: one sweep over both.
 */
export class Cover {
  readonly #spans: readonly Span[];
  #next = 0;
  #reach: Span = [-1, -1];

  constructor(spans: Iterable<Span>) {
    this.#spans = [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }

  /** The range that covers `[start, end)`, or null. `start` must not fall between calls. */
  at(start: number, end: number): Span | null {
    while (this.#next < this.#spans.length && this.#spans[this.#next]![0] <= start) {
      const span = this.#spans[this.#next++]!;
      if (span[1] > this.#reach[1]) this.#reach = span;
    }
    return this.#reach[0] <= start && this.#reach[1] >= end ? this.#reach : null;
  }
}

const OPEN: Readonly<Record<string, string>> = { '“': '”', '「': '」', '‘': '’', '《': '》' };
const opens = charSet(Object.keys(OPEN));
/** Quoted phrases longer than this are quoted speech or sentences, whose figures count. */
const QUOTE = 25;

/** Ranges of titles (《…》) and of short quoted phrases, which are names, slogans or sayings. */
export function quoted(text: string): Span[] {
  const out: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    if (!opens(text.charCodeAt(i))) continue;
    const close = OPEN[text[i]!];
    const limit = text[i] === '《' ? 80 : QUOTE + 2;
    for (let k = i + 1; k < text.length && k - i < limit && text[k] !== '\n'; k++) {
      if (text[k] !== close) continue;
      out.push([i, k + 1]);
      break;
    }
  }
  return out;
}

/** The period of a rate in the clause of a candidate: 每年 … 8部, 年均5%, 两年一轮. */
export interface Period {
  per: string;
  /** The expression of the period touches the number: 每季度一次. */
  contiguous: boolean;
  /** It comes again (每年), instead of being what a mean is taken over (日均, 年产). */
  often: boolean;
  /** It stands in the clause before. */
  carried?: boolean;
  start: number;
}

/** `每两年` → `两年`, `每个月` → `月`. */
const periodName = (text: string): string =>
  text.replace(/^每(?:隔|一(?![周年月季天])|一|个)?/u, '').replace(/^个/u, '');

const EVERY = /((?:[0-9０-９]{1,2}|[一两二三四五半])(?:年|个?月|个?季度|个?星期|周|天|个?学期))$/u;
const RECURRING = oneOf('次 轮 期 届 回');
/** What a year, a month or a day has so much of: 年产, 月薪, 日均, 年接待. */
const HAD =
  '均(?!浓度|气温|温度|湿度|值)|人均|户均|药费|[电水学]费|费用|开支|支出|最高|限额|补[贴助偿]|工资|薪(?!系数|酬体系)|租金|租|[^，,。；;]{0,2}经费|增收|用[电水气]|总?产(?!业|日清)|[^，,。；;]{0,4}收入|总?产值|[营销]|利润|发电|接待|供|' +
  '处[理置]|报酬|绩效(?!系数|任务|考核|管理|目标|评价)|租赁|出栏|存栏|加工|客流|游客|吞吐|流量|节约|节[电水能]|减排|分红|纳税|上缴|结余|运送|运量|通行|养护|培训|服务|惠及|消费|交易|增长|递增|递减|增速|生产|检测|承载|阅读|开放|学习|集中(?:学习|培训)|输送|周转|创[税汇收利]|利税|税收|耗[电水能]|吸纳|消化|消纳|屠宰|捕捞|出口|进口|营业|零售|受理|审批|办[件理结]|诊疗|门诊|巡[查护]|清运|转运|回收|投递|配送|揽收|寄递|借阅|成交|采伐|办班|库容|活跃?率';
/** 全年接待, 今年收入 and 2020年产值 say when, not how often. */
const YEARLY = new RegExp(
  `(?:(?<![全今去当本上近历明后前每逐0-9几多数半两三四五六七八九十一假节单])|(?<=[成产用行]后)(?=[日月年](?:均|产(?!业))))(年|月|日|季|周)度?(?:可|可以|能|新增)?(?:${HAD})[^，,。；;元]{0,6}$`,
  'u',
);
/** 逐年增长10%左右. */
const STEPWISE = /逐(年|月|季度?|日)(?:度)?[^，,。；;]{0,4}$/u;

/** 按季度通报1次 */
const BY = /按(年度|季度|季|月|周|日|天|学期)[\p{Script=Han}]{0,8}$/u;

/** 每月学习2次、每次|2小时: of each of them, not of the month. */
const OF_EACH = /每[期次场轮堂节回][\p{Script=Han}]{0,4}$/u;
/** 扣年度绩效|500元: what is taken away once is no rate. */
const TAKEN = /(?:(?<!折)扣[减发除]?|罚款?)(?:[年月季]度?|全年)/u;

/** 一年收入不到4000元, 一个月不足3天: how much in a year, not when; 一年下来 and 用一年时间 say when. */
const ONE =
  /(?:^|[网线路]上|[^近前后过新头十每第这那上下份年用花])(?:一个?(年(?!四季|时间)|月|天|周|学期)|一个(季度))(?:到头)?(?!下来)(?:(?![，,。；;来内以多后前里])[\p{Script=Han}]){0,10}$/u;

/** 年旅客吞吐量, 日作业能力, 年参训时长: an amount of a year or a day, with words in between; not 青年就业人数, 年末余额. */
const AMOUNT_OF = new RegExp(
  `(?<![全今去当本上下近历明昨后前每逐0-9几多数半两三四五六七八九十一青少老成壮幼童丰学财周同翌次往常早来晚百千万隔节假生平整终作旧腊正岁满单])` +
    '(年|月|日)度?(?![末初底内中终关间以来])[\\p{Script=Han}]{0,6}' +
    '(?:[^质能数含]量|(?:流失|辍学|离职|死亡|发病|周转)率|次数|人次|[金总]额|费用?|能力|时长|用户|产能|报酬)(?:上限|下限)?[^，,。；;元均]{0,6}$|(?<![0-9一二三四五六七八九十])(月)标准(?!化)[^，,。；;元均]{0,10}$',
  'u',
);

/** 人均年阅读纸质图书6本, 户均月用水8吨: the mean of a period, whatever it is of. */
const MEAN_OF = /(?:[人户村亩]均)(年|月|日)[\p{Script=Han}]{0,10}$/u;

const yearlyIn = (said: string): RegExpExecArray | null =>
  MEAN_OF.exec(said.slice(-14)) ??
  STEPWISE.exec(said.slice(-10)) ??
  YEARLY.exec(said.slice(-16)) ??
  AMOUNT_OF.exec(said.slice(-20));

/** The period that a name of an amount carries: 生活垃圾日处理量. */
export const amountPeriod = (name: string): string | null => {
  const m = AMOUNT_OF.exec(name.slice(-20));
  return m?.[1] ?? m?.[2] ?? null;
};

/** 每年,镇里开展10余次演出: a period that is a clause of its own in front of that of the figure. */
const APART = 8;
const isAlone = (p: TimeMention, s: Surroundings): boolean =>
  p.start === s.sentenceStart && p.end + 1 === s.clauseStart && /^[，,]$/u.test(s.text[p.end]!);

/**
 * The period that a figure is said for (每年, 日均), in its clause or in one of its own before it; null where it is said of one time.
 *
 * @param hint index of the last of `periods` that may stand in front of the figure
 */
export function periodOf(c: Candidate, s: Surroundings, periods: readonly TimeMention[], hint: number): Period | null {
  // 每届任期3年: how long each runs, not how often.
  if (c.kind === 'duration' && /(?:任期|聘期|期限|服务期)(?:为|是)?$/u.test(s.clause)) return null;
  // 每年培养35岁以下干部3名: an age has no period, nor has what a score weighs.
  if (c.kind === 'age' || (c.kind === 'score' && !/均|每[年月周日季][度]?[扣加]$/u.test(s.clause))) return null;
  // 人均只有80元一年
  const behind = c.kind === 'money' ? /^一(年|月|天)(?=[，,。；;]|$)/u.exec(s.tail) : null;
  if (behind) return { per: behind[1]!, contiguous: false, often: false, start: c.start };
  // 企业每班检查一次; 每个工作日不少于90分钟
  const each = s.clause.includes('每');
  const turn =
    each &&
    /每个?(班(?![组级子主次])|晚|轮班|工作日|上学日|教学日|营业日|课时)[\p{Script=Han}]{0,4}$/u.exec(
      s.clause.slice(-12),
    );
  if (turn) return { per: turn[1]!, contiguous: false, often: true, start: c.start };
  // 能按月领取的|86名: what sorts them.
  if (c.kind === 'people' && s.clause.endsWith('的')) return null;
  if (c.kind !== 'event' && each && OF_EACH.test(s.clause.slice(-8))) return null;
  if (c.per) return { per: c.per, contiguous: false, often: true, start: c.start };
  for (let i = hint; i >= 0 && periods[i]!.start >= s.clauseStart - APART; i--) {
    const p = periods[i]!;
    if (p.end > c.start || (p.start < s.clauseStart && !isAlone(p, s))) continue;
    return { per: periodName(p.text), contiguous: p.end === c.start, often: true, start: p.start };
  }
  const every = RECURRING.test(c.unit) ? EVERY.exec(s.clause.slice(-8)) : null;
  if (every) {
    return { per: every[1]!.replace(/^一个?/u, ''), contiguous: false, often: true, start: c.start };
  }
  const by = c.kind === 'event' && !s.clause.endsWith('的') ? BY.exec(s.clause.slice(-12)) : null;
  if (by) return { per: by[1]!, contiguous: false, often: true, start: c.start };
  const one = c.kind !== 'percent' && s.clause.includes('一') ? ONE.exec(s.clause.slice(-20)) : null;
  if (one) return { per: one[1] ?? one[2]!, contiguous: false, often: false, start: c.start };
  // 按年度工资总额的3%: a share of a year's sum is no rate.
  if (c.kind === 'percent' && s.clause.endsWith('的')) return null;
  if (!/[年月日季周]/u.test(s.clause) || TAKEN.test(s.clause)) return null;
  // 日均配餐由最初的|300份增加到…
  const yearly =
    yearlyIn(s.clause) ?? (isBaseline(c, s) ? yearlyIn(s.clause.replace(/[由从][^，,由从]{0,12}$/u, '')) : null);
  return yearly && { per: (yearly[1] ?? yearly[2])!, contiguous: false, often: false, start: c.start };
}
