import { sticky } from './sticky.ts';
import * as cal from './times-calendar.ts';
import { A, C, small } from './times-readers.ts';

const PORTION = sticky(
  `的?(?:(前|头|最初|后|最后)(${A}{1,2}|${C}{1,3})(?:个)?(季度|月份?|星期|礼拜|周|天|日)|第(${A}{1,2}|${C}{1,3})(天|日))(?![期刊线以])`,
  '的前头最后第',
);

/** The first or last so many months, weeks or days of a stretch: 今年|前两个月, 上月|最后五天, 本月|第一天. */
interface Portion extends cal.Interval {
  end: number;
}

const DAYS: Readonly<Record<string, number>> = { 星期: 7, 礼拜: 7, 周: 7, 天: 1, 日: 1 };

function moved(t: cal.Civil, n: number, unit: string): cal.Civil {
  const months = unit === '季度' ? 3 : unit.startsWith('月') ? 1 : 0;
  return months ? cal.addMonths(t, n * months) : t + n * DAYS[unit]! * cal.DAY;
}

/** Reads what follows a stretch at `i`; null where nothing does, or where it would be as long as the stretch itself. */
export function portionAt(text: string, i: number, whole: cal.Interval): Portion | null {
  const m = PORTION(text, i);
  if (!m) return null;
  const n = small((m[2] ?? m[4])!);
  const unit = (m[3] ?? m[5])!;
  // 今年前5月 is May.
  if (!(n >= 1) || (unit.startsWith('月') && !m[0].includes('个'))) return null;
  const end = i + m[0].length;
  const { from, to } = whole;
  if (from === null || to === null) return { end, from: null, to: null };
  // 5月1日前三天 lies before that day.
  if (from % cal.DAY || moved(from, 1, unit) >= to || moved(from, n, unit) > to) return null;
  if (m[4]) return { end, from: moved(from, n - 1, unit), to: moved(from, n, unit) };
  if (/后/u.test(m[1]!)) return { end, from: moved(to, -n, unit), to };
  return { end, from, to: moved(from, n, unit) };
}
