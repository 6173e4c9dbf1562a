import type { Table } from './columns.ts';
import type { Cell, GridRow } from './grid.ts';
import { isTotal } from './titles.ts';

/** What a row of a table says beside its amounts. Cells that span rows hold for each of them. */
export interface RowFacts extends GridRow {
  table: Table;
  /** The title of the part of the table that it stands in: of a merged cell on the left. */
  group: Cell | null;
  /** Number of the row, as written; null where a cell above goes on. */
  number: Cell | null;
  task: Cell | null;
  actor: Cell | null;
  deadline: Cell | null;
  unit: string | null;
  year: string | null;
  entity: Cell | null;
  total: boolean;
  /** By column: whether its cell holds for other rows, too. */
  shared: boolean[];
}

/** Columns whose cells may span rows: an empty one is that of the row above. */
type Held = 'group' | 'actor' | 'deadline' | 'entity' | 'name' | 'year' | 'unit';
const HELD: readonly Held[] = ['group', 'actor', 'deadline', 'entity', 'name', 'year', 'unit'];

/** What is longer is no name of several rows, and would cost its length in each of them. */
const HELD_MAX = 200;

const isEmpty = (cell: Cell | undefined): boolean => !cell || /^[-—–/／]*$/u.test(cell.text);

/** The cells of a row with what merged cells above hold for it. */
function filled(table: Table, row: GridRow, above: readonly Cell[]): Cell[] {
  return table.columns.map((column, c) => {
    const own = row.cells[c];
    const held = HELD.includes(column.kind as Held) && !own?.text && above[c] && above[c].text.length <= HELD_MAX;
    return (held && above[c]) || own || { text: '', start: row.end, end: row.end };
  });
}

/** The first column of a kind that holds something in the row. */
const firstOf = (table: Table, cells: readonly Cell[], ...kinds: string[]): Cell | null => {
  for (const kind of kinds) {
    const c = table.columns.findIndex((col, i) => col.kind === kind && !isEmpty(cells[i]));
    if (c >= 0) return cells[c]!;
  }
  return null;
};

/** Who leads goes before who takes part, a body before the person in it. */
const RANKS = [/牵头|主办|主责|责任单位|责任部门/u, /单位|部门|科|股|站|主体|乡镇|镇街/u, /./u];

function actorOf(table: Table, cells: readonly Cell[]): Cell | null {
  for (const rank of RANKS) {
    const c = table.columns.findIndex((col, i) => col.kind === 'actor' && rank.test(col.title) && !isEmpty(cells[i]));
    if (c >= 0) return cells[c]!;
  }
  return null;
}

/** The innermost level above the name of the row: 二级指标 of 三级指标. */
function lastGroup(table: Table, cells: readonly Cell[]): Cell | null {
  const { columns } = table;
  const name = columns.findLastIndex((col, c) => col.kind === 'name' && !isEmpty(cells[c]) && isFirstNames(table, c));
  const above = columns.findLastIndex(
    (col, c) => (col.kind === 'group' || (col.kind === 'name' && c < name)) && !isEmpty(cells[c]),
  );
  return above < 0 ? null : cells[above]!;
}

/** Whether a column of names stands before all amounts: behind them another table stands beside the first. */
const isFirstNames = (table: Table, column: number): boolean =>
  !table.columns.slice(0, column).some((c) => c.kind === 'amount' || c.kind === 'weight');

/** The first columns name the row, or sum up. */
const NAMES = 3;

/** The rows of a table, each with what it takes from the rows above. */
export function rowsOf(table: Table): RowFacts[] {
  let above: Cell[] = [];
  return table.body.map((row, r) => {
    const next = table.body[r + 1];
    const total = row.cells.slice(0, NAMES).some((c) => isTotal(c.text));
    const cells = filled(table, row, total || isPart(table, row) ? [] : above);
    if (!total) above = cells;
    return {
      ...row,
      cells,
      table,
      group: total ? null : (lastGroup(table, cells) ?? row.part),
      number: firstOf(table, row.cells, 'index'),
      task: firstOf(table, row.cells, 'task') ?? (hasTask(table) ? null : firstOf(table, row.cells, 'steps')),
      actor: actorOf(table, cells),
      deadline: firstOf(table, cells, 'deadline'),
      unit: firstOf(table, cells, 'unit')?.text ?? null,
      year: total ? null : (firstOf(table, cells, 'year')?.text ?? null),
      entity: total ? null : firstOf(table, cells, 'entity'),
      total,
      shared: table.columns.map((_, c) => !row.cells[c]?.text || (next !== undefined && !next.cells[c]?.text)),
    };
  });
}

/** 二 ⇥ 水利类 above 1, 2, 3: a part of the table begins, for which no cell above holds. */
const isPart = (table: Table, row: GridRow): boolean => {
  const number = firstOf(table, row.cells, 'index');
  return number !== null && HAN.test(number.text) && hasDigits(table);
};
const HAN = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/u;

const digits = new WeakMap<Table, boolean>();
/** Whether rows of a table are counted 1, 2, 3; asked for each row, found once. */
function hasDigits(table: Table): boolean {
  const known = digits.get(table);
  if (known !== undefined) return known;
  const found = table.body.some((row) => /^[0-9]{1,3}$/u.test(firstOf(table, row.cells, 'index')?.text ?? ''));
  digits.set(table, found);
  return found;
}

const hasTask = (table: Table): boolean => table.columns.some((c) => c.kind === 'task');

/** 考核内容, 考核要点: what is asked in words; beside it 考核项目 is what it is called. */
const isContent = (title: string): boolean => /(?:内容|要点|要素)$/u.test(title);

/** The name that stands for an amount of a row: the nearest on its left, else the first. */
export function nameFor(row: RowFacts, column: number): Cell | null {
  const { columns } = row.table;
  const named = (c: number): boolean => ['name', 'task', 'steps'].includes(columns[c]!.kind) && !isEmpty(row.cells[c]);
  const left = columns.map((_, c) => c).filter((c) => c < column && named(c));
  const nearest = left.at(-1) ?? columns.findIndex((_, c) => named(c));
  if (nearest < 0) return null;
  const called = left.find((c) => c < nearest && columns[c]!.kind === 'name' && !row.shared[c]);
  return row.cells[isContent(columns[nearest]!.title) && called !== undefined ? called : nearest]!;
}
