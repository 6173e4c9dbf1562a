import type { Span } from '../../../pipeline/types.ts';
import { charSet } from '../../../text/char-set.ts';
import { ending } from '../../../text/ending.ts';
import type { TimeMention } from '../../../text/times.ts';
import { Cover } from './surroundings.ts';

/** A limit (3年内, 15个工作日内) is a figure; every other time expression is a place in time. */
export const isLimit = (t: TimeMention): boolean => /内$/u.test(t.text) && !/^[近过未今年]/u.test(t.text);

/** With what something is compared, or from which it changed: no time that a figure holds for (比上年, 是2018年的, 由2018年的). */
const COMPARED = ending(/(?:比|较|与|同|由|从|是|于)$/u);
/** Times that name an undertaking or a habit, not when: 年终考核. */
const NAMING = /^(?:考[核评]|测评|评议|述职|总结|决算|检查|评定|评比|奖)/u;
/** 完成|全年|目标的56%, 为|年初|预算的45%: the time is that of what is fulfilled. */
const FULFILLED = ending(/(?:完成|占|为|超|超过|超出|达到?|高于|低于|相当于)(?:了|到)?[\p{Script=Han}]{0,6}$/u);
const PLANNED = /^的?(?:奋斗|预期|考核|确定|确定的|调整)*(?:预算|目标|任务|计划|指标)/u;
/** 成立于|2010年,辖区面积…: when it began, not when it is so. */
const FOUNDED = ending(/(?:成立|[始修兴]?建|创[建立办]|组建|设立|[开投]产|动工|开工|开业|建成)于$/u);
/** 在|去年|基础上减少20%, 以|2022年|为基数: what a change starts from. */
const BASIS =
  /^(?:年?(?:同期|全年|年?[末底]))?的?(?:基础(?=[上之])|[\p{Script=Han}]{0,6}(?:数|水平|总量)的?基础上|(?:实际)?(?:为|作)(?:基数|基期|基准))/u;
/** 与|去年|持平, 同|上年|相比: the same without 比. */
const HELD_TO = /^(?:年?同期)?(?:的?水平)?(?:相比|持平|相当|一致|接近)/u;
/** 是|去年|的1.3倍 is caught by 是; 为|去年同期|的1.3倍, 达|2019年|的60%. */
const MULTIPLE =
  /^(?:年?(?:同期|全年|年?[末底]))?的(?:近|约|超)?[0-9.一二两三四五六七八九十]+(?:[.．点][0-9一二三四五六七八九]+)?[多余]?(?:倍|[%％]|成|百分)/u;
/** 去年|结转项目竣工率90%, 一季度|签约项目开工率100%: since when there are the things, not when the rate holds. */
const OF_THINGS =
  /^年?度?的?(?:新|已)?(签约|引进|招引|结转|下达|立项|退出|反馈|交办|转办|移交|挂牌|遗留|剩余|积压|入库|排查|认定|备案|拖欠)(?:出|下来)?的?(?:项目|工程|[户村件]|问题|隐患|事项|案件|线索|企业|任务|资金|指标|地块|土地|合同|订单|对象|房屋|欠款|欠薪|债务)[^，,。；;、：:\n0-9]{0,10}(?:率|比例|比重|进度|占比)/u;
const LEFT_OVER = /^(?:结转|遗留|剩余|积压|拖欠)$/u;

/** Whether a time says of which things a rate is told: always of what is left over, else where the sentence has named its time. */
function isOfThings(text: string, t: TimeMention, told: TimeMention | undefined): boolean {
  const things = OF_THINGS.exec(text.slice(t.end, t.end + 36));
  return (
    things !== null &&
    (LEFT_OVER.test(things[1]!) || (told !== undefined && told.start >= sentenceStart(text, t.start)))
  );
}

/** Said of the telling, not of what is told. */
const TELLING = /^(?:最近|近日|日前|近期|不久前)$/u;

/**
 * The time expressions that a figure may hold for.
 *
 * @param names quotations and titles: a time in one is part of a name (“红色|星期五”, 《|2023年|要点》), unless it is all of it
 */
export function placing(all: readonly TimeMention[], text: string, names: readonly Span[]): TimeMention[] {
  const out: TimeMention[] = [];
  const cover = new Cover(names);
  for (const [i, t] of all.entries()) {
    if (t.kind === 'period' || isLimit(t) || TELLING.test(t.text)) continue;
    const name = cover.at(t.start, t.end);
    if (name && name[1] - name[0] > t.end - t.start + 2) continue;
    // 每月|5日: the day comes again.
    if (i > 0 && all[i - 1]!.kind === 'period' && all[i - 1]!.end === t.start) continue;
    const before = text.slice(Math.max(0, t.start - 2), t.start);
    const behind = text.slice(t.end, t.end + 3);
    if (/(?:比|较|与|同)$/u.test(before) || (COMPARED.test(before) && behind.startsWith('的'))) continue;
    if (BASIS.test(text.slice(t.end, t.end + 16)) || HELD_TO.test(text.slice(t.end, t.end + 8))) continue;
    if (NAMING.test(behind) || FOUNDED.test(text.slice(Math.max(0, t.start - 4), t.start))) continue;
    if (PLANNED.test(text.slice(t.end, t.end + 10)) && FULFILLED.test(text.slice(Math.max(0, t.start - 10), t.start)))
      continue;
    if (/[为达]$/u.test(before) && MULTIPLE.test(text.slice(t.end, t.end + 14))) continue;
    if (isOfThings(text, t, out.at(-1))) continue;
    // 学|前一年
    if (t.text.startsWith('前') && before.endsWith('学')) continue;
    out.push(/截[至止]$/u.test(before) ? { ...t, start: t.start - 2, text: before + t.text } : t);
  }
  return out;
}

/** 从2015年的|4.6%降到3.2%: the time of a baseline stands right in front of it. */
const SINCE =
  /[由从]((?:19|20)[0-9]{2}年(?:[0-9]{1,2}月|上半年|下半年|[底末初])?份?|[去上前]年[底末初]?|上年(?:同期|末|底)?|年[初底末]|“?十[一二三四]五”?[初末])的?(?:全[国省市州县区乡镇]|(?<=的)[0-9]{1,6}[户家个](?=$))?$/u;

/** The time that a baseline holds for, or null where it names none. */
export const sinceWhen = (clause: string): string | null => SINCE.exec(clause.slice(-16))?.[1] ?? null;

/** How far back a sentence of several clauses joined by ; may name its time. */
const TIME_REACH = 200;

const endsFully = charSet('。！？!?\n');
const ends = charSet('。！？!?；;\n');

/** Where the full sentence of an offset begins: behind a full stop, not a semicolon. */
export const fullStart = (text: string, at: number): number => behindLast(text, at, endsFully);

/** Where the sentence of an offset begins, behind a semicolon too. */
const sentenceStart = (text: string, at: number): number => behindLast(text, at, ends);

function behindLast(text: string, at: number, ends: (code: number) => boolean): number {
  const low = Math.max(0, at - TIME_REACH);
  let i = at;
  while (i > low && !ends(text.charCodeAt(i - 1))) i--;
  return i;
}
