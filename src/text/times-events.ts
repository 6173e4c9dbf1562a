/** 班前10分钟, 考前半小时: a short stretch before an event that the calendar does not know. */
const BEFORE = /^前[^，,。；;\n]{1,6}(?:分钟|刻钟|小时|钟头|秒钟?)$/u;
/** What such a stretch is told of, as far as it belongs to the expression. */
const EVENT = /(?:[上下]班|[上下]课|[开散]会|交接班|[班课会饭餐赛考睡演])$/u;
const EVENT_MAX = 3;

/**
 * For an expression that is a short stretch before an event, how many characters before it name the event; null for any other.
 *
 * @param start where the expression begins in `text`; `floor` where the one before it ends
 */
export function eventBefore(text: string, start: number, end: number, floor: number): number | null {
  if (text[start] !== '前' || start === floor || !/\p{Script=Han}/u.test(text[start - 1] ?? '')) return null;
  if (!BEFORE.test(text.slice(start, Math.min(end, start + 12)))) return null;
  return EVENT.exec(text.slice(Math.max(floor, start - EVENT_MAX), start))?.[0].length ?? 0;
}
