import { bisect } from '../../../text/bisect.ts';
import { findTimes, type TimeMention } from '../../../text/times.ts';
import { isReceived } from '../figures/indicator/column-title.ts';
import { intervalOf } from '../interval.ts';
import type { Change, Figure, FigureRole, Interval } from '../types.ts';
import type { Amount } from './amounts.ts';
import type { Column } from './columns.ts';
import { readAmount } from './columns.ts';
import type { Cell } from './grid.ts';
import { changeBelow } from './growth.ts';
import { nameFor, type RowFacts } from './rows.ts';
import { isWithin } from './stretch.ts';
import { isGeneric, isShare, isTotal, titleOf } from './titles.ts';

/** A figure that a cell of a table holds, and who its row or column names. */
export interface CellFigure {
  figure: Omit<Figure, 'point'>;
  row: RowFacts;
  actor: Cell | null;
  /** The title above that of its column. */
  above: string | null;
  change: Change | null;
  /** Until when, where the year that says so stands in the title of the column; null for all else. */
  interval: Interval | null;
  /** Its time is the day until which it is to be reached. */
  due: boolean;
}

/** A name is a phrase; of a sentence its first clause says what it is about. */
const clauseOf = (name: string): string => /^[^，,。；;：:]{4,}(?=[，,。；;：:])/u.exec(name)?.[0] ?? name;

/** A name without its own number and the unit or weight in brackets behind it. */
function nameOf(cell: Cell): string {
  const bare = cell.text
    .replace(/^(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）.．、]|[①-⑳])\s*/u, '')
    .replace(/^(?:其中[：:]|#|[·—-]+)\s*/u, '')
    .replace(/[（(][0-9]{1,3}(?:\.[0-9])?分?[)）]$/u, '');
  return clauseOf(titleOf(bare).title)
    .replace(/[。；;]$/u, '')
    .replace(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, '');
}

/** What a row as a whole is about; null where it has no name. */
export function nameOfRow(row: RowFacts): string | null {
  const name = nameFor(row, row.table.columns.length);
  return name && nameOf(name);
}

/** 增减额, 完成率: columns that hold no level. */
const isLevel = ({ kind, growth, rank, title, unit }: Column): boolean =>
  kind === 'amount' &&
  !growth &&
  rank === null &&
  unit !== '%' &&
  !/[增减率]|占比|完成(?:年初|年度|全年|调整)?预算/u.test(title);

/** 上年同期: what the others are held against. */
const isFormer = ({ time }: Column): boolean => time !== null && /^(?:上|去年)/u.test(time);

/** The column whose amounts grew by those of a column: the nearest on its left. */
function grownFrom(row: RowFacts, at: number): number {
  const { columns } = row.table;
  if (!columns[at]!.growth) return at;
  const left = columns.findLastIndex((c, i) => i < at && isLevel(c) && !isFormer(c));
  if (left < 0) return at;
  // 2023年 ⇥ 2022年 ⇥ 增减: what grew is the later of the two.
  const later =
    left > 0 && isLevel(columns[left - 1]!) && (yearOf(columns[left - 1]!) ?? 0) > (yearOf(columns[left]!) ?? 9999);
  return later ? left - 1 : left;
}

/** The column that a place is of: the nearest on its left that holds none. */
const rankedBy = (row: RowFacts, at: number): number =>
  row.table.columns.findLastIndex((c, i) => i < at && c.rank === null && (c.kind === 'amount' || c.kind === 'weight'));

/** Titles of lists of works: what is measured is said of the work (总投资 of 灌渠修复). */
const indicatorOf = (row: RowFacts, own: number): string | null => {
  const { rank } = row.table.columns[own]!;
  if (rank) return row.entity ? rank : (nameOfRow(row) ?? '') + rank;
  if (rank === '') return indicatorOf(row, rankedBy(row, own));
  const at = grownFrom(row, own);
  const column = row.table.columns[at]!;
  const name = nameFor(row, at);
  const generic =
    isGeneric(column.title) ||
    isTotal(column.title) ||
    column.title === '' ||
    column.body !== null ||
    column.kind === 'weight';
  if (generic && name) return nameOf(name);
  if (generic && row.total) return row.cells.find((c) => isTotal(c.text))?.text ?? null;
  if (!column.title) return null;
  return name && !row.entity && !row.total && !isGeneric(column.title) ? nameOf(name) + column.title : column.title;
};

/** 得分, 标准分: points, where the cell has a bare number. 权重 is a share of the whole. */
const weightUnit = (title: string): string | null => (/分/u.test(title) ? '分' : null);

/** 全年推进: when, not until when. */
const DURING = /^(?:全年|今年|本年度?|当年|年度|年内|每.*)$/u;

/** The time expression of a cell until which something is to be done. */
export function dueOf(cell: Cell | null, times: readonly TimeMention[]): TimeMention | null {
  if (!cell) return null;
  const t = times[bisect(times, ({ start }) => start >= cell.start)];
  return t && t.end <= cell.end && t.kind !== 'period' && !DURING.test(t.text) ? t : null;
}

/** What a table is for decides where no title says it. */
export interface Setting {
  /** What amounts are whose title says nothing. */
  role: FigureRole;
  /** Of what amounts are whose column, row and caption name no time. */
  stretch: string | null;
  times: readonly TimeMention[];
}

/** 2023年 and no part of it. */
const WHOLE_YEAR = /^((?:19|20)[0-9]{2})(?:年度?)?$/u;

/**
 * Until when the target of a row is to be reached, which says more than its year (2023年目标 ⇥ 10月底); null where it is of another
 * year, or where the column or row names more than a year.
 */
function dueWithin(row: RowFacts, named: string | null, times: readonly TimeMention[]): Due | null {
  const due = dueOf(row.deadline, times);
  if (!due || named === null) return due && { text: due.text, interval: null };
  const year = WHOLE_YEAR.exec(named)?.[1];
  if (!year) return null;
  // 10月底 beside 2023年目标 is of that year, whenever the page was put up; beside those of several years only the page says of which.
  const first = `${year}-01-01`;
  const years = row.table.columns.filter((c) => yearOf(c) !== null && c.role !== 'result');
  if (years.length > 1) return intervalOf(due)?.end?.startsWith(year) ? { text: due.text, interval: null } : null;
  const interval = intervalOf(
    findTimes(due.text, [{ start: 0, year: first, now: first, undated: true }], 1)[0] ?? null,
  );
  return interval?.end?.startsWith(year) ? { text: due.text, interval } : null;
}

interface Due {
  text: string;
  interval: Interval | null;
}

/** The year of a title's time, or null: 2022年, not 一季度. */
const yearOf = (column: Column): number | null => {
  const year = /(?:19|20)[0-9]{2}/u.exec(column.time ?? '');
  return year ? Number(year[0]) : null;
};

/** Titles of columns that say what points are for. */
const STANDARDS = /标准|要求|内容|细则|办法|依据/u;

/** 得分 is what was scored; what can be, in a sheet that says what for and has no other points. Bands of scores are grades. */
function isScored(row: RowFacts, column: Column, { bound, max }: Amount): boolean {
  if (!isReceived(column.title) || bound !== '=' || max !== undefined) return false;
  const others = row.table.columns.filter((c) => c !== column);
  return others.some((c) => c.kind === 'weight') || !others.some((c) => STANDARDS.test(c.title));
}

function roleOf(row: RowFacts, column: Column, amount: Amount, setting: Setting): FigureRole {
  if (column.kind === 'weight') return isScored(row, column, amount) ? 'result' : 'weight';
  if (column.role) return column.role;
  // 2024年: 目标, 增长（%）: the growth is that of the target.
  const beside = column.time !== null && row.table.columns.find((c) => c.role !== null && c.time === column.time);
  if (beside) return beside.role!;
  // 2023年 beside 2025年目标: what was.
  const year = yearOf(column);
  const past = year !== null && row.table.columns.some((c) => c.role === 'target' && (yearOf(c) ?? 0) > year);
  // How much something grew was brought about, and so was what stands beside it in a report on a stretch; another stock is none.
  const reported = (row.table.stretch ?? setting.stretch) !== null && row.table.columns.some((c) => c.growth);
  const brought = setting.role === 'scale' && (column.growth || reported);
  return past ? 'scale' : brought ? 'result' : setting.role;
}

function unitFor(row: RowFacts, column: Column, at: number): string | null {
  if (column.kind === 'weight') return column.unit ?? weightUnit(column.title);
  const name = nameFor(row, at);
  if (column.unit === null && isShare(column.title)) return '%';
  return column.unit ?? row.unit ?? column.whole ?? (name ? titleOf(name.text).unit : null);
}

/** The figures of the cells of a row that hold nothing but an amount, in order. */
export function figuresOf(row: RowFacts, setting: Setting): CellFigure[] {
  const found: CellFigure[] = [];
  row.table.columns.forEach((column, at) => {
    const cell = row.cells[at]!;
    if ((column.kind !== 'amount' && column.kind !== 'weight') || cell.start < row.start) return;
    for (const { amount, name } of amountsOf(cell, unitFor(row, column, at)))
      found.push(figureOf(row, at, cell, amount, name, setting));
  });
  return found;
}

/** 210（其中高校毕业生60）: an amount, and a part of it that has a name of its own. */
const PART = /^[（(](?:其中|含)[：:，,]?([^0-9（）(),，]{2,16}?)((?:不少于)?[0-9][0-9.,]*[^（）()0-9]{0,4})[）)]$/u;

/** The amounts of a cell: its own, and that of a part in brackets, with its name. */
function amountsOf(cell: Cell, unit: string | null): { amount: Amount; name: string | null }[] {
  const at = cell.text.search(/[（(]/u);
  const part = at > 0 ? PART.exec(cell.text.slice(at)) : null;
  const amount = readAmount(part ? { ...cell, text: cell.text.slice(0, at) } : cell, unit);
  if (!amount) return [];
  const inner = part && readAmount({ ...cell, text: part[2]! }, unit ?? amount.unit);
  const shift = part ? at + part[0].length - 1 - part[2]!.length : 0;
  const found = [{ amount, name: null as string | null }];
  if (inner) found.push({ amount: { ...inner, start: inner.start + shift, end: inner.end + shift }, name: part[1]! });
  return found;
}

/** What an amount is of: its column, that of what grew, its row; of what was reached, the table as a whole. */
function timeOf(row: RowFacts, at: number, role: FigureRole, setting: Setting): string | null {
  const column = row.table.columns[at]!;
  const named = column.time ?? (column.growth ? row.table.columns[grownFrom(row, at)]!.time : null) ?? row.year;
  if (named !== null || (role !== 'result' && role !== 'scale')) return named;
  const stretch = row.table.stretch ?? setting.stretch;
  const whole = column.growth !== null || role === 'result' || isGeneric(column.title);
  const { title } = row.table.columns[grownFrom(row, at)]!;
  return stretch !== null && whole && isWithin(column.growth ? title : column.title, stretch) ? stretch : null;
}

function figureOf(
  row: RowFacts,
  at: number,
  cell: Cell,
  amount: Amount,
  name: string | null,
  setting: Setting,
): CellFigure {
  const column = row.table.columns[at]!;
  const { start, end, unit, bound, per, often, ...value } = amount;
  const role = often ? 'frequency' : roleOf(row, column, amount, setting);
  const when = timeOf(row, at, role, setting);
  const due = role === 'target' ? dueWithin(row, when, setting.times) : null;
  const figure = {
    text: cell.text.slice(start, end),
    ...value,
    unit,
    bound,
    indicator: name ?? indicatorOf(row, at),
    role,
    per,
    time: role === 'weight' ? null : (due?.text ?? when),
    start: cell.start + start,
    end: cell.start + end,
    rule: 'cell',
  };
  const actor = role === 'weight' ? null : (row.entity ?? column.body ?? row.actor);
  const change = column.growth && changeBelow(column.growth, cell.text, figure.value);
  return { figure, row, above: column.above, actor, change, interval: due?.interval ?? null, due: due !== null };
}
