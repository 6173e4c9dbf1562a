/** First and last day of what a figure says. */
import { bisect } from '../../../text/bisect.ts';
import { findTimes, type TimeMention } from '../../../text/times.ts';
import type { TimeBase } from '../../../text/times-origins.ts';
import { baseAt } from '../bases.ts';
import { intervalOf } from '../interval.ts';
import type { Figure, Interval } from '../types.ts';

/** As many time expressions before a figure are looked at, in as many characters. */
const MOST = 6;
const REACH = 240;

/** The expression that a figure took its time from: the last one before it that reads so. */
function mentionOf(f: Figure, times: readonly TimeMention[]): TimeMention | null {
  const behind = bisect(times, (t) => t.end > f.start);
  for (let i = behind - 1; i >= Math.max(0, behind - MOST) && f.start - times[i]!.end <= REACH; i--)
    if (times[i]!.text === f.time) return times[i]!;
  return null;
}

/** What has gone on since long ago is not of one year. */
const RUNNING = /(?:累计|历年|以来|至今|迄今|总计|总数|共建成|自[^，,。]{1,10}起|连续[^，,]{1,3}年)/u;
const SAID = 60;
const ends = (c: string): boolean => /[。；;！!？?\n]/u.test(c);

/** 由4个|扩到7个: the level before is not of the year. */
const BASELINE = /[由从][^，,。；;：:由从0-9]{0,12}$/u;

/** Whether the words before a figure in its sentence, or its own, say that it is not of one year. */
function runsOn(text: string, f: Figure): boolean {
  let from = f.start;
  while (from > Math.max(0, f.start - SAID) && !ends(text[from - 1]!)) from--;
  return RUNNING.test(text.slice(from, f.end)) || BASELINE.test(text.slice(from, f.start));
}

/**
 * The interval of a figure: that of its time where it stands in the text, whose year may have been named before it; of a result or
 * target without a time the months that its heading names (2023年工作回顾), unless it runs on over the years.
 *
 * @param times all expressions of the text, in order
 */
export function intervals(
  text: string,
  bases: readonly TimeBase[],
  times: readonly TimeMention[],
): (f: Figure) => Interval | null {
  const known = new Map<TimeBase, Map<string, Interval | null>>(bases.map((b) => [b, new Map()]));
  const alone = (time: string, base: TimeBase): Interval | null => {
    const read = known.get(base)!;
    if (!read.has(time)) read.set(time, intervalOf(findTimes(time, [{ ...base, start: 0 }], 1)[0] ?? null));
    return read.get(time)!;
  };
  return (f) => {
    const base = baseAt(bases, f.start);
    if (f.time !== null) {
      const mention = mentionOf(f, times);
      return mention ? intervalOf(mention) : alone(f.time, base);
    }
    const { about } = base;
    return about && f.role === (about.back ? 'result' : 'target') && !runsOn(text, f)
      ? { start: about.from, end: about.to }
      : null;
  };
}
