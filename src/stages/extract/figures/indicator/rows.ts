import { ending } from '../../../../text/ending.ts';
import type { Surroundings } from '../surroundings.ts';

/** Titles of the columns of a score sheet. */
const COLUMN = ending(
  /^(?:序号|项目|(?:考[核评])?(?:项目|内容|指标|标准)|(?:指标|项目)名称|目标值?|指标值|分值|得分|权重|备注|评分(?:标准|办法)|评分)$/u,
);
/** 目标值:98%以上: a cell that begins with the title of its column. */
const LABEL = /^\s*(?:目标值?|指标值|计划值|基准值|完成值|标准分|分值|满分|得分|权重)[：:]\s*/u;
/** A cell that is a value or its time and names nothing: 不低于95%, 同比下降5%以上, 2026年, 20分. */
const VALUE =
  /^(?:20[0-9]{2}年[底末]?|(?:(?:同比|较上年|比上年)?(?:下降|增长|提高|减少|压减))?(?:不[少低]于|不超过|不高于|[≥≤＞＜><≧≦])?[0-9.,]{1,12}[%％‰]?\p{Script=Han}{0,3}(?:以上|以下|以内|左右)?)$/u;
const POINTS = /^[0-9]+(?:\.[0-9])?分?$/u;
/** What may stand in front of a value in its cell. */
const LED = /^\s*(?:目标值?[：:])?(?:同比|较上年|比上年)?(?:下降|增长|提高|减少|压减)?$/u;
/** How many lines of a row stand in front of its points, and how long a cell may be. */
const ROWS = 5;
const CELL = 60;
const NAME_MAX = 24;

const nameOf = (line: string): string =>
  line.replace(/^(?:[A-Z]|[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.．、]\s*/u, '');

/**
 * The name of the row of a sheet whose cells stand one a line: the nearest line above the values (林木覆盖率⏎45%⏎15分), else the
 * first cell of the row (组织生活⏎…按规定开展⏎25分).
 * Known wrong case: a row whose name stands in a cell that spans several rows.
 *
 * @param nearest the figure is itself a value; nothing but its name stands above it.
 */
export function rowName(s: Surroundings, nearest = false): string | null {
  // Bounded, so that a page in one line is not read over and over.
  const low = Math.max(0, s.sentenceStart - ROWS * CELL);
  const before = s.text.slice(low, s.sentenceStart);
  if (!before.endsWith('\n')) return null;
  let end = before.length - 1;
  let name: string | null = null;
  let valued = nearest;
  for (let n = 0; n < ROWS && end > 0; n++) {
    const from = before.lastIndexOf('\n', end - 1) + 1;
    const line = before.slice(from, end).trim();
    end = from - 1;
    if (LABEL.test(line) || VALUE.test(line)) {
      // 一级指标⏎80分⏎…⏎25分: behind a description, a value belongs to the row above.
      if (name !== null) break;
      // The row's points say nothing of what stands above them.
      valued ||= !POINTS.test(line);
      continue;
    }
    if (line.length > CELL || COLUMN.test(line) || /[0-9]+(?:\.[0-9])?分/u.test(line)) break;
    if (!line) continue;
    name = nameOf(line);
    if (valued) return line.length <= NAME_MAX && !/[。；;！？]/u.test(line) ? name : null;
  }
  return name;
}

/** The row that a cell names which holds a value only (目标值:不低于95%, 同比下降5%以上), or null. */
export function ofRow(s: Surroundings, score: boolean): string | null {
  if (s.text[s.sentenceStart - 1] !== '\n' || s.clauseStart - s.sentenceStart > 8) return null;
  const label = LABEL.exec(s.sentence);
  // Points alone in their cell may stand behind a description.
  const value = !score && LED.test(s.sentence) && /^[\s）)]*$/u.test(s.rest);
  return (label && s.sentence.length === label[0].length) || value ? rowName(s, true) : null;
}
