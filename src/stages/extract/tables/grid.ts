import { type Row, tablesOf } from '../../../text/table-rows.ts';

/** A cell without the white space around it; empty cells have no length. */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

export interface GridRow extends Row {
  /** By column. */
  cells: Cell[];
  /** The line above it that is no row and names a part of the table (一、产业发展); null above the first. */
  part: Cell | null;
}

/** A table as it stands in the text. Offsets are UTF-16. */
export interface Grid {
  rows: GridRow[];
  /** What stands between two cells: one unit. */
  border: string;
}

/** Columns beyond these are not looked at. */
const COLUMNS = 64;
/** A table whose cells are apart by marks has so many rows at least, its head one of them, and cells in each. */
const ROWS = 3;
const CELLS = 3;
/** What is longer is no row. */
const ROW_MAX = 200;

/** The cells of a line that begins at `start`. */
function cellsOf(text: string, { start, end }: Row, border: string): Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at <= end && cells.length < COLUMNS; ) {
    const next = text.indexOf(border, at);
    const stop = next < 0 || next > end ? end : next;
    let a = at;
    let b = stop;
    while (a < b && /\s/u.test(text[a]!)) a++;
    while (b > a && /\s/u.test(text[b - 1]!)) b--;
    cells.push({ text: text.slice(a, b), start: a, end: b });
    at = stop + 1;
  }
  return cells;
}

function gridOf(text: string, rows: readonly Row[], border: string): Grid {
  let part: Cell | null = null;
  const read = rows.map((row, r): GridRow => {
    if (r > 0) part = between(text, rows[r - 1]!.end, row.start) ?? part;
    return { ...row, cells: cellsOf(text, row, border), part };
  });
  return { rows: read, border };
}

/** What stands between two rows; null for nothing. */
function between(text: string, from: number, to: number): Cell | null {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  return raw.trim() ? { text: raw.trim(), start, end: start + raw.trim().length } : null;
}

/** Cells of a list of names, numbers, dates are short. */
const SHORT = 24;
const TITLE = 12;
const ASKED = 40;

/** Whether a table that is not read is a list all the same: titles, and below each short cells. Its rows are no points. */
export function isList({ rows, border }: Grid): boolean {
  const [head, ...body] = rows.slice(0, ASKED);
  if (border !== '\t' || !head || body.length < 1 || head.cells.length < CELLS) return false;
  return (
    head.cells.every((c) => c.text.length <= TITLE && /^[^0-9，。；：、]+$/u.test(c.text)) &&
    body.every((row) => row.cells.length <= head.cells.length && row.cells.every((c) => c.text.length <= SHORT))
  );
}

/** Marks that part cells where no tabs do, the surest first. */
const BORDERS = ['|', '，', ',', ' '];
/** Bars of both widths may stand in one table. */
const WIDE_BAR = '｜';

/** What a head of a table has in it: nearly all lines have none of it. */
const HEADISH = /序号|指标|项目|任务|内容|名称|单位/u;

const count = (line: string, border: string): number => line.split(border).length;

/** Lines that have as many cells as the line above, where a mark parts them. */
function marked(text: string, isHead: (titles: readonly string[]) => boolean): Grid[] {
  const grids: Grid[] = [];
  let rows: Row[] = [];
  let border = '';
  let cells = 0;
  const close = (): void => {
    if (rows.length >= ROWS) grids.push(gridOf(text, rows, border));
    rows = [];
  };
  for (let start = 0; start <= text.length; ) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    const line = end - start <= ROW_MAX ? text.slice(start, end) : '';
    if (!rows.length || !line || line.includes('\t') || count(line, border) !== cells) {
      close();
      const found =
        !HEADISH.test(line) || line.includes('\t')
          ? undefined
          : BORDERS.find((b) => count(line, b) >= CELLS && isHead(line.split(b)));
      border = found ?? '';
      cells = found ? count(line, found) : 0;
      if (found) rows = [{ start, end }];
    } else rows.push({ start, end });
    start = end + 1;
  }
  close();
  return grids;
}

/** The rows of a block, parted where the titles of another table stand: two tables with a line or nothing between them. */
function apartAtTitles(text: string, rows: readonly Row[], isHead: (titles: readonly string[]) => boolean): Row[][] {
  const tables: Row[][] = [];
  let from = 0;
  const titles = (row: Row): string[] => cellsOf(text, row, '\t').flatMap((c) => c.text || []);
  for (let r = 1; r < rows.length - 1; r++) {
    const line = text.slice(rows[r]!.start, rows[r]!.end);
    if (line.length > ROW_MAX || !HEADISH.test(line) || !isHead(titles(rows[r]!))) continue;
    const first = text.slice(rows[from]!.start, rows[from]!.end);
    const gap = between(text, rows[r - 1]!.end, rows[r]!.start) !== null;
    // Without a line between them the second row may be one of the head; the same titles again are those of the next page.
    if (first === line || !(gap || r - from >= ROWS - 1)) continue;
    tables.push(rows.slice(from, r));
    from = r;
  }
  return [...tables, rows.slice(from)];
}

/**
 * The tables of a text: those whose cells are apart by tabs, and those whose cells bars, commas or blanks part, if their head is
 * one.
 *
 * @param isHead whether the cells of a line are titles of columns
 */
export function gridsOf(text: string, isHead: (titles: readonly string[]) => boolean): Grid[] {
  const tabbed = tablesOf(text)
    .flatMap((rows) => apartAtTitles(text, rows, isHead))
    .map((rows) => gridOf(text, rows, '\t'));
  return [...tabbed, ...marked(text.replaceAll(WIDE_BAR, '|'), isHead)].sort(
    (a, b) => a.rows[0]!.start - b.rows[0]!.start,
  );
}
