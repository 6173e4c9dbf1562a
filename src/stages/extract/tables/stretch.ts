/** Which stretch of time a table of statistics is of: its headline or the line above it says it (2023年1-6月主要经济指标). */

/** A year, or a part of it. */
const STRETCH =
  /(?<![0-9])(?:19|20)[0-9]{2}年(?:1[-—–~至][0-9]{1,2}月份?|[0-9]{1,2}月份?|[一二三四]季度|前三季度|[上下]半年|度)?(?![0-9一二三四五六七八九十])/gu;
/** What tables of amounts reached are called; a list of projects is not of the year in its name. */
const STATISTICS = /(?:经济|主要|统计|监测|运行)指标|月报|快报|统计[表数]|运行情况|收支情况|完成情况/u;
/** Plans name the year that is to come. */
const AHEAD = /计划|任务分解|责任分解|安排|下达|预期|草案/u;
/** 2023年…目标完成情况: of which year its targets are, not until when they were reached. */
const WHOLE = /年度?$/u;
const OF_YEARS = /经济指标|统计|收支情况/u;
const NAME_MAX = 40;

/** The stretch that the name of a table names, as written; null for none, for several, and where it is no table of statistics. */
export function stretchOf(name: string | null): string | null {
  const line = name?.trim() ?? '';
  if (line.length > NAME_MAX || !STATISTICS.test(line) || AHEAD.test(line.replace(/[^，。]{0,6}完成情况/u, '')))
    return null;
  const [found, more] = line.match(STRETCH) ?? [];
  if (found === undefined || more !== undefined) return null;
  return WHOLE.test(found) && !OF_YEARS.test(line) ? null : found;
}

/** How far above a table its caption begins, in so many lines: 单位：万元 may stand between them. */
const ABOVE = 80;
const LINES = 2;

/** The stretch that a caption right above a table names. */
export function stretchAbove(text: string, start: number): string | null {
  const lines = text
    .slice(Math.max(0, start - ABOVE), start)
    .trimEnd()
    .split('\n')
    .slice(-LINES);
  return lines.map(stretchOf).findLast((s) => s !== null) ?? null;
}

const MONTH = /年[0-9]{1,2}月份?$/u;

/** Whether a column of that title is of the stretch of its table: 累计 in a report on one month is not, nor 本月 in one on six. */
export function isWithin(title: string, stretch: string): boolean {
  if (/累计|本月止|年初/u.test(title)) return !MONTH.test(stretch);
  return !/^[本当]月/u.test(title) || MONTH.test(stretch);
}
