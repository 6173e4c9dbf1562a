import type { Surroundings } from '../surroundings.ts';

/** A row of a table has no more than this many characters, and a table no more rows above one of its figures. */
const ROW_MAX = 160;
const ROWS_MAX = 24;
const CELLS_MIN = 3;
/** Titles that say what a cell is, not of what: the first cell of its row does. */
const GENERIC = /^(?:目标值?|指标值|计划值?|完成值?|权重|分值|标准分|满分)$/u;

/** Titles of columns that hold the points which somebody was given, not those that there are to be had. */
const RECEIVED = /^(?:最[终后]|综合|总|实际?|平均|自评|复评|考核|考评|测评|评议|年度|本期|上期)*(?:得分|评分结果)$/u;
export const isReceived = (title: string | null): boolean => title !== null && RECEIVED.test(title);

/** The cells of a row: between bars, or between runs of blanks where no sentence stands in the line. */
function cellsOf(line: string): string[] {
  if (/[|｜]/u.test(line))
    return line
      .replace(/^\s*[|｜]|[|｜]\s*$/gu, '')
      .split(/[|｜]/u)
      .map((s) => s.trim());
  return /[。，；！？,;]/u.test(line) ? [] : line.trim().split(/[\s　]+/u);
}

/** The line that ends at `end`, with where it begins; null where it is too long for a row. */
function lineEndingAt(text: string, end: number): { start: number; line: string } | null {
  // A page may be one line: no search beyond a row.
  const from = Math.max(0, end - ROW_MAX);
  const eol = text.slice(from, end).lastIndexOf('\n');
  if (eol < 0 && from > 0) return null;
  const start = from + eol + 1;
  return { start, line: text.slice(start, end) };
}

/**
 * The title of the column of a table that a figure stands in: 单位|产值|税收⏎甲镇|46亿元|2.1亿元. The first of the rows above that
 * have as many cells is the head.
 */
export function columnOf(s: Surroundings, start: number): string | null {
  const { text } = s;
  if (start - s.sentenceStart > ROW_MAX) return null;
  const rest = text.slice(start, start + ROW_MAX + 1);
  const eol = rest.indexOf('\n');
  const own = eol < 0 && rest.length > ROW_MAX ? null : lineEndingAt(text, start + (eol < 0 ? rest.length : eol));
  const cells = own && own.start <= start ? cellsOf(own.line) : [];
  if (!own || cells.length < CELLS_MIN) return null;
  const column = cellsOf(`${text.slice(own.start, start)}x`).length - 1;
  let head: string[] | null = null;
  let at = own.start - 1;
  for (let n = 0; n < ROWS_MAX && at > 0; n++) {
    const above = lineEndingAt(text, at);
    const row = above ? cellsOf(above.line) : [];
    if (!above || row.length !== cells.length) break;
    head = row;
    at = above.start - 1;
  }
  const title = GENERIC.test(head?.[column] ?? '') ? cells[0] : head?.[column];
  return title && !/[0-9]/u.test(title) && title.length > 1 ? title.replace(/[（(][^（）()]*[）)]$/u, '') : null;
}
