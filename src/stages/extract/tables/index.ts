import { bisect } from '../../../text/bisect.ts';
import { findTimes, type TimeMention } from '../../../text/times.ts';
import type { TimeBase } from '../../../text/times-origins.ts';
import { basesOf } from '../bases.ts';
import { genreOf } from '../figures/genre.ts';
import { Outline } from '../figures/outline.ts';
import type { Extraction } from '../findings.ts';
import { intervalOf } from '../interval.ts';
import type { Actor, Figure, FigureRole, FoundFigure, FoundPoint, Interval, MarkedPoint, Measure } from '../types.ts';
import { type CellFigure, dueOf, figuresOf, nameOfRow, type Setting } from './amounts-of-rows.ts';
import { type Column, readTable } from './columns.ts';
import { type Cell, type Grid, type GridRow, gridsOf, isList } from './grid.ts';
import { isCard, readPairs } from './pairs.ts';
import { type RowFacts, rowsOf } from './rows.ts';
import { stackedGrids } from './stacked.ts';
import { stretchOf } from './stretch.ts';
import { ROW, type Task, tasksOf, withTasks } from './tasks.ts';
import { isHead, isTitle, isWritten } from './titles.ts';
import { yearBefore } from './year-before.ts';

/** What an article's tables say: each row one indicator, or one task. */
class Tables {
  /** The text as rules for running text shall see it: a cell a line, what tables tell blotted out. As long as the text. */
  readonly cells: string;
  /** The text with all rows blotted out, none of which is a heading, but for cells that enumerate. */
  readonly outline: string;
  readonly #split: string;
  readonly #times: readonly TimeMention[];
  readonly #text: string;
  readonly #rows: RowFacts[];
  readonly #figures: CellFigure[];
  readonly #tasks: Task[];
  readonly #setting: Setting;
  readonly #title: string | null;

  /** @param lists tables that are not read, whose rows are no points */
  constructor(
    text: string,
    rows: readonly RowFacts[][],
    lists: readonly Grid[],
    context: { title: string | null; published: string | null },
  ) {
    this.#text = text;
    this.#rows = rows.flat();
    this.#split = splitCells(text, rows);
    this.#times = findTimes(this.#split, basesOf(text, [], context));
    this.#title = context.title;
    this.#setting = { role: roleFrom(context.title), stretch: stretchOf(context.title), times: this.#times };
    this.#figures = this.#rows.flatMap((row) => figuresOf(row, this.#setting));
    this.#tasks = rows.flatMap((r) => tasksOf(r));
    this.cells = blotted(this.#split, [...this.#figures.map(({ figure }) => figure), ...numbersOf(this.#rows)], ' ');
    const blots = rows.flatMap((r) => wholeRows(r)).flatMap((row) => aroundLists(row));
    this.outline = blotted(text, [...blots, ...lists.flatMap((grid) => grid.rows)], '。');
  }

  /** The times of the text, none of which reaches across a cell. */
  timesFrom(bases: readonly TimeBase[]): TimeMention[] {
    return findTimes(this.#split, bases);
  }

  points(found: readonly MarkedPoint[]): MarkedPoint[] {
    return withTasks(found, this.#tasks, this.#text);
  }

  /** Figures of running text and those of cells, in order. */
  figures(found: readonly Figure[], points: readonly MarkedPoint[]): Figure[] {
    const outline = new Outline(points);
    const own = this.#figures.map(({ figure }) => ({ ...figure, point: outline.at(figure.start)?.id ?? null }));
    const rest: Figure[] = [];
    const short = new Map<Cell, string | null>();
    for (const f of found) rest.push(this.#placed(f, rest, short));
    return [...own, ...rest].sort((a, b) => a.start - b.start);
  }

  /** A figure in a cell of words: its time is that of its row, its role that of a task. */
  #placed(f: Figure, before: readonly Figure[], known: Map<Cell, string | null>): Figure {
    const row = this.#rowAt(f.start);
    if (!row) return f;
    const column = columnAt(row, f);
    const role = wordedRole(row, column, f, this.#setting.role);
    const due = column?.time ?? (role === 'target' ? (dueOf(row.deadline, this.#times)?.text ?? null) : null);
    const name = short(row, f, before, known) ?? f.indicator ?? (f.role === 'frequency' ? null : nameOfRow(row));
    return { ...f, role, time: f.time ?? due, indicator: name };
  }

  /** Who does what the row says, until when; under what it stands. */
  completed(found: Extraction): Extraction {
    const byStart = new Map(this.#figures.map((f) => [f.figure.start, f]));
    const tasks = new Map(this.#tasks.map((t) => [t.start, t]));
    const rows = new Map(found.points.filter((p) => p.rule === ROW).map((p) => [p.id, tasks.get(p.start)]));
    return {
      ...found,
      points: found.points.map((p) =>
        p.rule === ROW ? this.#task(p, tasks.get(p.start)) : withActor(p, rows.get(p.parent ?? '')),
      ),
      figures: found.figures.map((f) => this.#borne(f, byStart.get(f.start))),
    };
  }

  #borne(f: FoundFigure, own: CellFigure | undefined): FoundFigure {
    const row = own?.row ?? this.#rowAt(f.start);
    if (!row) return f;
    const actor = own ? own.actor : f.role === 'weight' ? null : (row.entity ?? row.actor);
    const group = row.group && row.group.start !== f.start ? groupName(row.group) : (own?.above ?? null);
    const under = group ?? (own ? null : f.under);
    const change = own?.change ?? f.change;
    return {
      ...f,
      change,
      interval: own ? this.#interval(f, own) : f.interval,
      actor: actor && toActor(actor),
      under: under === f.indicator ? null : under,
    };
  }

  /** A deadline is an end; 去年同期 is of the months of the headline. */
  #interval(f: FoundFigure, { interval, due, row }: CellFigure): Interval | null {
    const told = interval ?? f.interval;
    const titles = row.table.head.flatMap((r) => r.cells.map((c) => c.text));
    const sums = titles.some((t) => /累计|本月止/u.test(t)) && !titles.some((t) => /^[本当]月(?!止)/u.test(t));
    return due ? told && { ...told, start: null } : yearBefore(f.time, this.#title, told, sums);
  }

  #task(p: FoundPoint, task: Task | undefined): FoundPoint {
    if (!task || !p.measure) return p;
    const due = dueOf(task.row.deadline, this.#times);
    const deadline = due && { text: due.text, start: due.start, end: due.end, interval: intervalOf(due) };
    const within = <T extends { start: number; end: number }>(phrase: T | null): T | null =>
      phrase && this.cells.slice(phrase.start, phrase.end).includes('\n') ? null : phrase;
    const measure: Measure = {
      action: within(p.measure.action),
      object: within(p.measure.object),
      instrument: within(p.measure.instrument),
      actor: task.row.actor ? toActor(task.row.actor) : p.measure.actor,
      deadline: deadline ?? (p.measure.deadline && within(p.measure.deadline)),
    };
    return { ...p, measure };
  }

  /** The row that holds an offset; rows stand in order. */
  #rowAt(offset: number): RowFacts | null {
    const row = this.#rows[bisect(this.#rows, (r) => r.end > offset)];
    return row && row.start <= offset ? row : null;
  }
}

/** Reads the tables of an article; null where it has none that can be read. */
export function findTables(text: string, context: { title: string | null; published: string | null }): Tables | null {
  const grids = [...gridsOf(text, isHead), ...stackedGrids(text, isHead, isTitle)];
  const read = apart(grids.sort((a, b) => a.rows[0]!.start - b.rows[0]!.start)).map((grid) => ({
    grid,
    tables: [(isCard(grid) ? null : readTable(text, grid)) ?? readPairs(grid)].flat(),
  }));
  const tables = read.flatMap((r) => r.tables);
  const lists = read.filter((r) => !r.tables.length && isList(r.grid)).map((r) => r.grid);
  return tables.length || lists.length ? new Tables(text, tables.map(rowsOf), lists, context) : null;
}

/** Of grids that overlap (a table with tabs among lines of a cell each) the first: what two read would be told twice. */
function apart(grids: readonly Grid[]): Grid[] {
  let end = -1;
  return grids.filter(({ rows }) => {
    if (rows[0]!.start < end) return false;
    end = rows.at(-1)!.end;
    return true;
  });
}

/** What a figure in words is: what a column of results holds was reached; what a task holds is to be. */
function wordedRole(row: RowFacts, column: Column | undefined, f: Figure, usual: FigureRole): FigureRole {
  if (f.role === 'weight' || f.role === 'frequency') return f.role;
  if (column?.role) return column.role;
  // Below a time stands what the table is for.
  if (column?.time) return usual;
  if (column?.kind === 'text') return f.role;
  // What points are given for is a standard.
  if (row.table.columns.some((c) => c.kind === 'weight')) return 'target';
  return row.task !== null && f.start >= row.task.start && isTask(row) ? 'target' : f.role;
}

/** The column that a figure stands in. */
const columnAt = (row: RowFacts, f: Figure): Column | undefined =>
  row.table.columns[row.cells.findIndex((c) => c.start <= f.start && f.end <= c.end)];

/** 每低1个百分点扣1分: what falls short is the target of the row. */
const SHORT = /^每(?:低|少|高|超|降|缺|增加|减少|下降)/u;

/** What a deduction of a row is for: the target that stands before it in the row, else what the row is called. */
function short(row: RowFacts, f: Figure, before: readonly Figure[], known: Map<Cell, string | null>): string | null {
  const cell = row.cells.find((c) => c.start <= f.start && f.end <= c.end);
  if (!cell || !SHORT.test(cell.text)) return null;
  // All deductions of a cell are for the same: what was found for the first is not looked for behind it again.
  const name = known.has(cell) ? known.get(cell)! : fallsShort(row, cell, before);
  known.set(cell, name);
  return name;
}

function fallsShort(row: RowFacts, cell: Cell, before: readonly Figure[]): string | null {
  for (let i = before.length - 1; i >= 0 && before[i]!.start >= row.start; i--) {
    const { role, indicator, end } = before[i]!;
    if (end <= cell.start && role !== 'weight' && indicator !== null) return indicator;
  }
  return nameOfRow(row);
}

/** What a task enumerates its actor does, unless it names another. */
function withActor(p: FoundPoint, task: Task | undefined): FoundPoint {
  if (!task?.row.actor || !p.measure || p.measure.actor?.from === 'text') return p;
  return { ...p, measure: { ...p.measure, actor: { ...toActor(task.row.actor), from: p.parent! } } };
}

const toActor = ({ text, start, end }: Cell): Actor => ({ text, start, end, from: 'text' });
/** 一、产业类（40分）: without its number and weight. */
const groupName = ({ text }: Cell): string =>
  text
    .replace(/^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])\s?/u, '')
    .replace(/[（(][^（）()]*[)）]$/u, '');
const isTask = (row: RowFacts): boolean => row.table.columns.some((c) => c.kind === 'actor' || c.kind === 'deadline');

/** What amounts of an article are whose titles do not say it. */
function roleFrom(title: string | null): FigureRole {
  if (title && /完成|通报|统计|进展|情况|决算|总结/u.test(title)) return 'scale';
  if (genreOf(title) === 'order') return 'target';
  return title && /目标|任务|计划|责任|分解|分配|清单|分工|安排/u.test(title) ? 'target' : 'scale';
}

/** The cells of rows that hold their number, or a date, a telephone, an address. */
const numbersOf = (rows: readonly RowFacts[]): Cell[] =>
  rows.flatMap((row) => [
    ...(row.number ? [row.number] : []),
    ...row.cells.filter((cell, c) => cell.start >= row.start && isWrittenIn(row, c)),
  ]);
const isWrittenIn = ({ table: { columns } }: RowFacts, column: number): boolean =>
  isWritten(columns[column]!.kind, columns[column]!.title);

/** All lines of a table: its head too. */
const wholeRows = (rows: readonly RowFacts[]): GridRow[] => {
  const table = rows[0]?.table;
  return table ? [...table.head, ...table.body] : [];
};

const split = (line: string, border: string): string =>
  border === '|' ? line.replace(/[|｜]/gu, '\n') : line.replaceAll(border, '\n');

/** 一是…。二是…: an enumeration inside a cell, which is read like one in running text. */
const LIST = /(?:一是|首先|第一[，,]|[（(][1一][)）])[^\t]{2,400}(?:二是|其次|第二[，,]|[（(][2二][)）])/u;

/** A row without its cells that enumerate. */
function aroundLists({ start, end, cells }: GridRow): { start: number; end: number }[] {
  const around: { start: number; end: number }[] = [];
  let at = start;
  for (const cell of cells)
    if (cell.start >= at && cell.end <= end && LIST.test(cell.text)) {
      around.push({ start: at, end: cell.start });
      at = cell.end;
    }
  around.push({ start: at, end });
  return around.filter((place) => place.end > place.start);
}

/** The text with a line break for each border between cells. */
function splitCells(text: string, tables: readonly RowFacts[][]): string {
  const parts: string[] = [];
  let at = 0;
  for (const rows of tables)
    for (const row of wholeRows(rows)) {
      parts.push(text.slice(at, row.start), split(text.slice(row.start, row.end), rows[0]!.table.border));
      at = row.end;
    }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The text with stretches blotted out by a sign; places and their order stay. */
function blotted(text: string, places: readonly { start: number; end: number }[], sign: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), sign.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
