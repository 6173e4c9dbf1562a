/** Lists that are as long as a formula counts by accident: wherever they were found, they are nobody's members. */
import { canonicalMembers } from '../canonical.ts';
import type { Part } from '../numerals.ts';
import { sharesKey } from './members.ts';

/** What the genre calls the sections of a report: 工作背景, 主要做法, 初步成效, 经验启示. */
const SECTION =
  /^(?:(?:工作|案例|项目|基本|主要|具体|初步|取得|存在|总体|经验|几点|下一?步|有关|活动)?的?(?:背景|情况|概况|做法|成效|效果|启示|体会|思考|经验|问题|原因|打算|思路|建议|措施|举措|要求)|(?:组织|保障)(?:领导|保障|措施))$/u;

/** Whether half of a list or more are titles of sections. */
const areSections = (list: readonly string[]): boolean => list.filter((m) => SECTION.test(m)).length * 2 >= list.length;

/**
 * 三夏 or 四个意识 are names that everybody knows the members of: a row that has nothing of the word of the formula and none of these is
 * what the sentence says about it.
 */
function isStranger(list: readonly string[], formula: string, parts: readonly Part[]): boolean {
  const known = canonicalMembers(formula);
  // 五位一体 is also said of whatever five things are one.
  return (
    known !== null &&
    parts[0]!.key !== '位' &&
    !list.some((m) => parts.some((p) => [...p.key].some((c) => m.includes(c)))) &&
    !known.some((k) => list.some((m) => m.includes(k) || k.includes(m)))
  );
}

/** 农民、农业和农村, of 三农: the things that everybody knows, in another order, only happen to stand side by side. */
function areReordered(list: readonly string[], formula: string): boolean {
  const known = canonicalMembers(formula) ?? [];
  const at = list.map((m) => known.indexOf(m));
  return at.length === known.length && at.every((k) => k >= 0) && at.some((k, i) => k !== i);
}

/** 三夏就是一场硬仗，打赢了，…: what something is like, and what follows from it. */
const LIKENED = /^一[场种次项件个条道张面座把根回盘本]/u;
const areSaid = ([first, ...others]: readonly string[], parts: readonly Part[]): boolean =>
  parts.length === 1 &&
  LIKENED.test(first!) &&
  !others.some((m) => m.startsWith('一')) &&
  !sharesKey([first!, ...others], parts);

/** 会12次, 课10节: how often, and nothing of what. */
const areCounts = (list: readonly string[]): boolean =>
  list.every((m) => /^\p{Script=Han}{1,2}\d+\p{Script=Han}$/u.test(m));

/** Whether a list that was found for a formula cannot be its members. @param said the text says outright that some list is */
export const isRefused = (list: readonly string[], formula: string, parts: readonly Part[], said: boolean): boolean =>
  list.length > 1 &&
  (new Set(list).size < list.length ||
    areCounts(list) ||
    areSections(list) ||
    areSaid(list, parts) ||
    (!said && areReordered(list, formula)) ||
    isStranger(list, formula, parts));
