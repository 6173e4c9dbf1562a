import type { Column, Table } from './columns.ts';
import type { Cell, Grid, GridRow } from './grid.ts';
import { isBody, isMeasure, type Kind, kindOf, roleIn, timeIn, titleOf } from './titles.ts';

/** Cards of a project: 总投资 ⇥ 1.8亿元 ⇥ 占地面积 ⇥ 75亩, labels and values in turn. */

const LABEL_MAX = 14;
/** Longer values are prose, which other rules read. */
const VALUE_MAX = 60;
const ROWS = 2;

/** 总投资（万元）, 2024年目标: no sentence, no body, no number but that of a year. */
function isLabel({ text }: Cell): boolean {
  const { title } = titleOf(text);
  if (!title || title.length > LABEL_MAX || !/^\p{Script=Han}|^20[0-9]{2}年/u.test(title)) return false;
  return (
    !/[，。；：！？]|[0-9]/u.test(title.replace(/20[0-9]{2}年/u, '')) && (kindOf(title) !== null || !isBody(title))
  );
}

/** The cells of a row that hold something, if they are labels and values in turn; else null. */
function pairsOf(row: GridRow): Cell[] | null {
  const cells = row.cells.filter((c) => c.text);
  const fits = cells.every((cell, i) => (i % 2 === 0 ? isLabel(cell) : cell.text.length <= VALUE_MAX));
  return cells.length > 0 && cells.length % 2 === 0 && fits ? cells : null;
}

const PLAIN = { unit: null, whole: null, time: null, role: null, body: null, above: null, growth: null, rank: null };

/** Labels of what is no amount, were it a number: 建设年限, 联系电话, 完成时限. */
const WORDS: ReadonlySet<Kind> = new Set(['code', 'deadline', 'year', 'actor', 'helper', 'index']);

/** Two columns for a label and its value. */
function columnsOf(label: Cell): Column[] {
  const { title, unit } = titleOf(label.text);
  return [
    { ...PLAIN, kind: 'name', title: '' },
    {
      ...PLAIN,
      kind: WORDS.has(kindOf(title) ?? 'name') ? 'text' : 'amount',
      title: '',
      unit,
      time: timeIn(title),
      role: roleIn(title),
    },
  ];
}

/** Whether a card says what it is of: some label is known, or has a unit or a time. */
const isKnown = (label: Cell): boolean => {
  const { title, unit } = titleOf(label.text);
  return kindOf(title) !== null || unit !== null || timeIn(title) !== null;
};

/**
 * Whether a table is a card beyond doubt: its labels are known in all rows but a few, and its first row is no head, all
 * of which would be.
 */
export function isCard({ rows }: Grid): boolean {
  const first = rows[0]?.cells.filter((c) => c.text) ?? [];
  const read = rows.map(pairsOf);
  if (first.length < 4 || read.some((pairs) => !pairs)) return false;
  const labels = read.flatMap((pairs) => pairs!.filter((_, i) => i % 2 === 0));
  const says = (cell: Cell): boolean => isKnown(cell) || isMeasure(titleOf(cell.text).title);
  return labels.filter(says).length * 4 >= labels.length * 3 && first.some((cell, i) => i % 2 === 1 && !says(cell));
}

/** The rows of a card, each a table of its own; none where the rows are not labels and values. */
export function readPairs({ rows, border }: Grid): Table[] {
  const read = rows.map((row) => ({ row, pairs: pairsOf(row) }));
  const fitting = read.filter(({ pairs }) => pairs !== null);
  const labels = fitting.flatMap(({ pairs }) => pairs!.filter((_, i) => i % 2 === 0));
  if (fitting.length < ROWS || fitting.length * 3 < rows.length * 2 || labels.filter(isKnown).length < 2) return [];
  const done = labels.findIndex((label) => /^(?:责任|牵头|实施|建设|承办)(?:单位|部门|主体)$/u.test(label.text));
  const actor = done < 0 ? undefined : fitting.flatMap(({ pairs }) => pairs!.filter((_, i) => i % 2 === 1))[done];
  return fitting.map(({ row, pairs }) => ({
    columns: [
      ...pairs!.filter((_, i) => i % 2 === 0).flatMap(columnsOf),
      ...(actor ? [{ ...PLAIN, kind: 'actor' as const, title: '责任单位' }] : []),
    ],
    head: [],
    body: [{ ...row, cells: actor ? [...pairs!, actor] : pairs! }],
    border,
    stretch: null,
  }));
}
