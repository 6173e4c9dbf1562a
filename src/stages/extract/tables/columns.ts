import type { FigureRole } from '../types.ts';
import { type Amount, amountIn } from './amounts.ts';
import type { Cell, Grid, GridRow } from './grid.ts';
import { type Growth, growthIn } from './growth.ts';
import { stretchAbove } from './stretch.ts';
import {
  isBody,
  isGeneric,
  isMeasure,
  isUnit,
  type Kind,
  kindOf,
  maybeUnit,
  rankOf,
  roleIn,
  timeIn,
  titleOf,
  unitAmong,
  unitAtEnd,
  withoutTime,
} from './titles.ts';

/** What is known of a column. */
export interface Column {
  kind: Kind;
  /** Its title without unit and time; of the lowest row of a head of several. */
  title: string;
  /** In its own title. */
  unit: string | null;
  /** Of the whole table. */
  whole: string | null;
  /** The time that its title names. */
  time: string | null;
  /** What its amounts are, as its title says. */
  role: FigureRole | null;
  /** The body whose amounts stand here (指标 ⇥ 青山镇 ⇥ 河口镇): the cell of the head. */
  body: Cell | null;
  /** The title above it that holds for several columns (粮食作物 of 小麦); null where there is none, or it is a time. */
  above: string | null;
  /** Where its amounts say by how much those of the row grew. */
  growth: Growth | null;
  /** What is ranked, where its amounts are places; '' for that on its left. */
  rank: string | null;
}

/** A table that was understood. */
export interface Table {
  columns: Column[];
  head: GridRow[];
  body: GridRow[];
  border: string;
  /** The stretch of time that its caption names. */
  stretch: string | null;
}

/** A title is a word or two. */
const TITLE_MAX = 24;
const HEAD_ROWS = 3;
/** Rows that are asked what a column holds. */
const ASKED = 40;

/** Whether a row may belong to the head: titles, no amounts but years. */
const isTitles = (row: GridRow): boolean =>
  row.cells.every((c) => c.text.length <= TITLE_MAX && (timeIn(c.text) !== null || amountIn(c.text, null) === null));

/** The rows at the top that hold titles: a second one stands below merged titles. */
function headOf(rows: readonly GridRow[]): GridRow[] {
  const head: GridRow[] = [];
  for (const row of rows.slice(0, HEAD_ROWS)) {
    const under = head.length > 0 && row.cells[0]?.text === '' && row.cells.some((c) => c.text);
    if (!isTitles(row) || (head.length > 0 && !under) || row.cells.filter((c) => c.text).length < 2) break;
    // 组织建设 spans rows: below the head, its second row begins with an empty cell, too.
    if (under && !fillsMerged(head.at(-1)!, row) && !isUnits(row)) break;
    head.push(row);
  }
  return head;
}

/** A row of the head that gives the unit of each column. */
const isUnits = (row: GridRow): boolean => row.cells.every((c) => c.text === '' || isUnit(c.text));

/** Whether titles of a row stand below an empty cell of the row above, as below one that spans columns. */
function fillsMerged(above: GridRow, row: GridRow): boolean {
  const width = Math.max(above.cells.length, row.cells.length);
  for (let c = 1; c < width; c++) if (row.cells[c]?.text && !above.cells[c]?.text) return true;
  return false;
}

/** The titles above a column, the highest first; one that spans columns holds for all of them. */
function titlesOf(head: readonly GridRow[], column: number): Cell[] {
  const titles: Cell[] = [];
  head.forEach((row, level) => {
    let c = column;
    const below = head.slice(level + 1).some((r) => r.cells[column]?.text);
    while (below && c > 0 && !row.cells[c]?.text) c--;
    const cell = row.cells[c];
    if (cell?.text) titles.push(cell);
  });
  return titles;
}

/** What the cells of a column are. */
interface Content {
  filled: number;
  amounts: number;
  /** Amounts without a word before them. */
  bare: number;
  /** Amounts with a unit of their own. */
  united: number;
  units: number;
  bodies: number;
  numbers: number;
  years: number;
}

function contentOf(rows: readonly GridRow[], column: number): Content {
  const found: Content = { filled: 0, amounts: 0, bare: 0, united: 0, units: 0, bodies: 0, numbers: 0, years: 0 };
  for (const row of rows.slice(0, ASKED)) {
    const text = row.cells[column]?.text ?? '';
    if (!text || /^[-—–/／无]+$/u.test(text)) continue;
    found.filled++;
    const amount = amountIn(text.replace(/(?<=.)[（(].*$/u, ''), null);
    if (amount) found.amounts++;
    if (amount?.start === 0) found.bare++;
    if (amount?.unit) found.united++;
    if (maybeUnit(text)) found.units++;
    if (isBody(text)) found.bodies++;
    if (/^[0-9]{1,3}$/u.test(text)) found.numbers++;
    if (YEAR.test(text)) found.years++;
  }
  return found;
}

/** 2024年, 2023-2025: also bare numbers, where a whole column has no others. */
const YEAR =
  /^(?:(?:19[89]|20[0-4])[0-9](?:年?[-—~至](?:20)?[0-9]{2})?年?(?:度|[上下]半年|[0-9]{1,2}月)?|[0-9]{1,2}月份?|[一二三四]季度|[上下]半年)$/u;

const most = (n: number, of: number): boolean => of > 0 && n * 2 > of;

/** What is asked of a column beside its title and cells. */
interface Asked {
  /** A unit that holds for it: in its title, of its row, or of the table. */
  unit: boolean;
  /** A column on its left names the rows. */
  named: boolean;
  /** A column on its left holds amounts: what stands behind them is a remark, unless its title says more. */
  behind: boolean;
}

/** What a column holds, by its title, else by its cells. */
function kindBy(title: string, content: Content, { unit, named, behind }: Asked): Kind {
  const known = kindOf(title);
  const numeric = most(content.amounts, content.filled);
  // 开工日期, 编号: no time of what stands beside it.
  const apart = known === 'amount' || known === 'code' || known === 'index';
  if (content.filled > 0 && content.years === content.filled && !apart) return 'year';
  if (/^单位$/u.test(title.replace(/\s/gu, ''))) return most(content.units, content.filled) ? 'unit' : 'entity';
  if (known === 'year') return most(content.years, content.filled) ? 'year' : 'deadline';
  // 三季度 above 完成主体封顶: what is to be done by then, in words.
  if (withoutTime(title) === '' && title !== '' && !numeric) return 'text';
  if (known === 'actor' && !named) return most(content.bodies, content.filled) ? 'entity' : 'actor';
  // 目标任务, 年度任务, 完成情况: an amount, or what is to be done in words.
  const worded = /任务|工作/u.test(title);
  if (known === 'amount' && !(worded && !named)) return numeric || (content.amounts > 0 && !worded) ? 'amount' : 'task';
  if (known === 'amount' || known === 'task' || known === 'steps' || isState(title))
    return numeric && (named || content.amounts === content.bare) ? 'amount' : isState(title) ? 'text' : 'task';
  if (known) return known;
  if (numeric && (unit || content.united > 0 || timeIn(title) !== null || isMeasure(title))) return 'amount';
  if (numeric) return content.numbers === content.filled && title === '' ? 'index' : 'code';
  return most(content.bodies, content.filled) && !named ? 'entity' : named || behind ? 'text' : 'name';
}

/** 完成情况: words or an amount. */
const isState = (title: string): boolean => /^(?:完成|进展|落实)情况$/u.test(title);

/** A unit or two that hold for a whole table (单位：万元), in the line above it. */
const CAPTION = /(?:计量)?单位[：:]\s?([^\s。；（）()]{1,16})[）)]?\s*$/u;
/** How far above a table the line begins that says so. */
const ABOVE = 60;

function unitsAbove(text: string, start: number): string[] {
  const lines = text
    .slice(Math.max(0, start - ABOVE), start)
    .trimEnd()
    .split('\n');
  return (CAPTION.exec(lines.at(-1) ?? '')?.[1] ?? '').split(/[、，,]/u).filter(isUnit);
}

/** Whether a title says what its column holds. */
const isKnown = (title: string): boolean => kindOf(title) !== null || title === '单位' || isMeasure(title);

const behindAmounts = (columns: readonly Column[]): boolean =>
  columns.some((c) => c.kind === 'amount' || c.kind === 'weight');

/** Reads the head of a table; null where it has none, or nothing in it says that it is a table of tasks or amounts. */
export function readTable(text: string, grid: Grid): Table | null {
  const head = headOf(grid.rows);
  if (!head.length) return null;
  const first = head.map((row) => row.cells.map((c) => c.text).join('\t'));
  const body = grid.rows.slice(head.length).filter((row) => !first.includes(row.cells.map((c) => c.text).join('\t')));
  const width = grid.rows.reduce((n, row) => Math.max(n, row.cells.length), 0);
  const above = unitsAbove(text, grid.rows[0]!.start);
  const columns: Column[] = [];
  let known = 0;
  let valued = false;
  for (let c = 0; c < width; c++) {
    const titles = titlesOf(head, c);
    const below = titles.length > 1 && isUnit(titles.at(-1)!.text) ? titles.pop()!.text : null;
    const own = titleOf(titles.at(-1)?.text ?? '');
    const unit =
      below ?? own.unit ?? titles.map((t) => titleOf(t.text).unit).find((u) => u !== null) ?? unitAtEnd(own.title);
    const whole = unitAmong(above, own.title);
    const named = columns.some((col) => col.kind === 'name' || col.kind === 'entity' || col.kind === 'task');
    const united = unit !== null || whole !== null || columns.some((col) => col.kind === 'unit');
    const behind = columns.some((col) => col.kind === 'amount');
    const content = contentOf(body, c);
    // In front of all amounts 排名 counts the rows.
    const rank = behindAmounts(columns) && most(content.numbers, content.filled) ? rankOf(own.title) : null;
    const kind = rank ? 'amount' : kindBy(own.title, content, { unit: united, named, behind });
    if (isKnown(own.title) || unit || timeIn(own.title) || (whole && kind === 'amount')) {
      known++;
      valued ||= kind === 'amount' || kind === 'weight' || kind === 'task' || kind === 'steps';
    }
    // 比一季度: what it is held against is no time of the amount.
    const growth = kind === 'amount' ? growthIn(titles.at(-1)) : null;
    const all = titles.map((t) => titleOf(t.text).title);
    const timed = growth?.compared ? [...all.slice(0, -1), own.title.replace(growth.compared.text, '')] : all;
    columns.push({
      kind,
      title: withoutTime(own.title),
      unit: rank?.unit ?? unit,
      whole: kind === 'amount' ? whole : null,
      time: timed.map(timeIn).findLast((t) => t !== null) ?? null,
      role: rank ? 'result' : (all.map(roleIn).findLast((r) => r !== null) ?? null),
      body: kind === 'amount' && titles.length && isBody(own.title) && !isGeneric(own.title) ? titles.at(-1)! : null,
      growth,
      rank: rank?.stem ?? null,
      above: all.length > 1 && !isGeneric(all[0]!) && withoutTime(all[0]!) === all[0] ? all[0]! : null,
    });
  }
  const says = columns.some(
    (c) => /^(?:amount|weight|task|steps)$/u.test(c.kind) || (c.kind === 'text' && c.time !== null),
  );
  return says && (valued || known > 1) && body.length
    ? { columns, head, body, border: grid.border, stretch: stretchAbove(text, grid.rows[0]!.start) }
    : null;
}

/** The amount of a cell, read with the unit of its row or column. */
export const readAmount = (cell: Cell, unit: string | null): Amount | null =>
  cell.text ? amountIn(cell.text, unit) : null;
