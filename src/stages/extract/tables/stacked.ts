import type { Cell, Grid, GridRow } from './grid.ts';

/** Tables whose cells stand one a line (序号⏎指标⏎目标值⏎1⏎巡查⏎48次⏎2⏎…), as copying out of a page leaves them. */

/** So many titles in a row make a head; no table has more columns than the other. */
const TITLES = 3;
const COLUMNS = 12;
/** Longer lines are no cells. */
const CELL_MAX = 120;
const ROWS = 2;

interface Line extends Cell {
  end: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    const raw = end - start <= CELL_MAX ? text.slice(start, end) : '';
    const cell = raw.trim();
    const at = start + raw.length - raw.trimStart().length;
    lines.push({ text: cell, start: at, end: at + cell.length });
    start = end + 1;
  }
  return lines;
}

const rowOf = (cells: readonly Cell[]): GridRow => ({
  start: cells[0]!.start,
  end: cells.at(-1)!.end,
  cells: [...cells],
  part: null,
});

/** 水质优良断面比例%: a unit that was taken for the end of the cell above. */
function withUnitApart(cells: readonly Cell[], columns: number): Cell[] | null {
  if (cells.length === columns) return [...cells];
  const c = cells.findIndex((cell) => /[^0-9％%][%％]$/u.test(cell.text));
  if (cells.length !== columns - 1 || c < 0) return null;
  const { text, start, end } = cells[c]!;
  const unit = { text: text.slice(-1), start: end - 1, end };
  return [...cells.slice(0, c), { text: text.slice(0, -1), start, end: end - 1 }, unit, ...cells.slice(c + 1)];
}

/** The rows below a head whose first column counts: each begins with the next number. */
function numbered(lines: readonly Line[], from: number, columns: number): { rows: GridRow[]; next: number } {
  const rows: GridRow[] = [];
  let at = from;
  for (let n = 1; lines[at]?.text === String(n); n++) {
    let end = at + 1;
    while (end < lines.length && end - at < columns && lines[end]!.text && lines[end]!.text !== String(n + 1)) end++;
    const cells = withUnitApart(lines.slice(at, end), columns);
    if (!cells) break;
    rows.push(rowOf(cells));
    at = end;
  }
  return { rows, next: at };
}

/**
 * Tables of a cell a line that have a column of numbers, and whose head is one.
 *
 * @param isHead whether the cells of a row are titles of columns
 * @param isTitle whether a line is the title of a column
 */
export function stackedGrids(
  text: string,
  isHead: (titles: readonly string[]) => boolean,
  isTitle: (line: string) => boolean,
): Grid[] {
  const grids: Grid[] = [];
  if (!/^序号$/mu.test(text)) return grids;
  const lines = linesOf(text);
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.text !== '序号') continue;
    let end = i + 1;
    while (end < lines.length && end - i < COLUMNS && isTitle(lines[end]!.text)) end++;
    const head = lines.slice(i, end);
    if (head.length < TITLES || !isHead(head.map((l) => l.text))) continue;
    const { rows, next } = numbered(lines, end, head.length);
    if (rows.length >= ROWS) grids.push({ rows: [rowOf(head), ...rows], border: '\n' });
    i = Math.max(i, next - 1);
  }
  return grids;
}
