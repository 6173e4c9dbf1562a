import { bisect } from '../../../text/bisect.ts';
import type { TimeMention } from '../../../text/times.ts';
import { intervalOf } from '../interval.ts';
import type { Deadline } from '../types.ts';

/** 6月10日前, 年底前: by then; 3个工作日内: within. Said of the past they are no deadlines (近三年内, 截至年底前). */
const BY = /(?:以前|之前|前|以内|之内|内|为止)$/u;
const PAST = /^(?:近|过去|最近|此|之|日前|目前|[^0-9]{0,2}(?:几|数)[年月天])/u;

/** 到2025年, …: by the end of it, in a document that looks ahead. */
const UNTIL = /(?:^|[，,。；;：:、\n（(力争取])(?:到|至|在)$/u;
/** 力争年底…, 确保6月底…: what stands before the time makes it one. */
const AIMED = /(?:力争|争取|确保|务必|必须|要求|计划|预计)(?:在|于|到)?$/u;
/** 完成时限:6月底. */
const LABELLED = /(?:时限|期限|截止(?:时间|日期)?|完成时间|整改时间)(?:为|是|[：:])?\s?$/u;

/** How long something may take (压缩至2个工作日以内), or how fast it must go (10分钟内): targets, no deadlines. */
const SHORTENED = /(?:(?:压缩|缩短|缩减|压减|精简|降低|控制|减少|不超过|提速|提升)[至到在]?|[缩降压减][至到])$/u;
const FAST = /分钟|小时|秒/u;
/** Counted from an event (收到申请后一个月内, 5个工作日内): the calendar does not know when. */
const COUNTED = /^[0-9一二两三四五六七八九十半]+个?(?:半)?(?:工作日|天|日|周|星期|月)(?:以|之)?内$/u;
/** 三年内不得申报: how long something is barred. */
const BARRED = /^[，,]?(?:不得|不予|不能|取消|没有|未|无)/u;
/** 一年内违反3次以上的,取消…: in what case something follows, not until when it is to be done. */
const CONDITION = /^[^，,。；;：:！!？?\n]{2,24}的[，,]/u;
/** 全年, 今年: when, not until when. */
const DURING = /^(?:全年|今年|本年度?|当年|年度)$/u;

/** What was done before a day is no deadline, unless somebody set it. */
const SET = /(?:要求|限|确保|务必|必须|须|规定|承诺|明确|争取|力争|完成|前提下)[^。！？\n]*$/u;

function isDeadline(text: string, t: TimeMention, ahead: boolean): boolean {
  if (t.kind === 'period' || FAST.test(t.text) || DURING.test(t.text)) return false;
  const before = text.slice(Math.max(0, t.start - 8), t.start);
  if (
    /截[至止]$|[比较]$|早在$|(?:每|次|当)(?:年|月|季度?|周|旬)$/u.test(before) ||
    PAST.test(t.text) ||
    SHORTENED.test(before)
  )
    return false;
  if (BARRED.test(text.slice(t.end, t.end + 4)) || CONDITION.test(text.slice(t.end, t.end + 28))) return false;
  if (LABELLED.test(before)) return true;
  if (BY.test(t.text)) return t.kind === 'span' && (ahead || SET.test(text.slice(Math.max(0, t.start - 30), t.start)));
  if (!ahead || !/[年月日底末]$/u.test(t.text)) return false;
  return AIMED.test(before) || UNTIL.test(before);
}

/**
 * Until when something is to be done, with its place in the calendar where the text or the article's date gives one.
 *
 * @param times the time expressions of the text, in order
 * @param ahead the document tells what is to be done, not what was done
 */
export function deadlineIn(
  text: string,
  from: number,
  end: number,
  times: readonly TimeMention[],
  ahead: boolean,
): Deadline | null {
  for (let i = bisect(times, (t) => t.start >= from); i < times.length && times[i]!.end <= end; i++) {
    const t = times[i]!;
    if (!isDeadline(text, t, ahead)) continue;
    return { text: t.text, start: t.start, end: t.end, interval: COUNTED.test(t.text) ? null : intervalOf(t) };
  }
  return null;
}
