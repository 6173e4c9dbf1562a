import type { MarkedPoint } from '../types.ts';
import type { RowFacts } from './rows.ts';

/** A numbered task of a table: an item of the outline. */
export interface Task {
  number: string;
  /** From its number to the end of its row, or of the last row that goes on with it. */
  start: number;
  end: number;
  headingStart: number;
  headingEnd: number;
  row: RowFacts;
}

const NUMBER = /^[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）]?[.．、]?$/u;
/** Where a heading ends. */
const STOP = /[。；;：:！!？?]/u;

/** Whether the rows of a table are tasks: what is to be done, and who does it or until when. */
const assigns = (row: RowFacts): boolean =>
  row.table.columns.some((c) => c.kind === 'task' || c.kind === 'steps') &&
  row.table.columns.some((c) => c.kind === 'actor' || c.kind === 'deadline');

/** The numbered tasks among the rows of a table, in order. */
export function tasksOf(rows: readonly RowFacts[]): Task[] {
  const tasks: Task[] = [];
  for (const row of rows) {
    const { number, task } = row;
    if (number && task && NUMBER.test(number.text) && assigns(row) && number.start < task.start) {
      const stop = STOP.exec(task.text);
      const headingEnd = stop && stop.index > 0 ? task.start + stop.index : task.end;
      tasks.push({ number: number.text, start: number.start, end: row.end, headingStart: task.start, headingEnd, row });
    } else if (!number && tasks.length) tasks.at(-1)!.end = row.end;
  }
  return tasks;
}

/** The outline with the tasks of tables put in where they stand; ids follow the order of the document again. */
export function withTasks(points: readonly MarkedPoint[], tasks: readonly Task[], text: string): MarkedPoint[] {
  if (!tasks.length) return [...points];
  const added = tasks.map((task, i) => pointOf(task, i, text));
  const rows = new Map(added.map((p, i) => [p, tasks[i]!.row]));
  const all = [...points, ...added].sort((a, b) => a.start - b.start);
  const open: MarkedPoint[] = [];
  const above = new Map<MarkedPoint, MarkedPoint | null>();
  for (const p of all) {
    while (open.length && open.at(-1)!.end <= p.start) open.pop();
    const last = open.at(-1) ?? null;
    // What a cell of a row enumerates stands under its task.
    if (p.rule === ROW || last?.rule === ROW) above.set(p, last);
    open.push(p);
  }
  const headed = new Set([...above.values()]);
  const ids = new Map(all.map((p, i) => [p.id, `p${i + 1}`]));
  const others = new Set(points.filter((p) => !above.has(p)).map((p) => p.parent));
  return all.map((p) => {
    const upper = above.get(p);
    const parent = upper === undefined ? p.parent : (upper?.id ?? null);
    const under = upper?.rule === ROW && p.rule !== ROW;
    // A container takes the role of what stands under it.
    const contains = headed.has(p) && p.rule !== ROW && !others.has(p.id);
    return {
      ...p,
      end: under ? Math.min(p.end, cellEnd(rows.get(upper)!, p.start)) : p.end,
      ...((contains || under) && { role: 'requirement' as const, cue: 'majority', likely: LIKELY }),
      id: ids.get(p.id)!,
      parent: parent === null ? null : ids.get(parent)!,
    };
  });
}

/** Where the cell ends that an offset stands in; the row's end where it goes on in another row. */
const cellEnd = (row: RowFacts, offset: number): number =>
  row.cells.find((c) => c.start <= offset && offset < c.end)?.end ?? Number.POSITIVE_INFINITY;

/** That a task is a requirement is as sure as where rules read that in a text (points/roles/role-trust.json). */
const LIKELY = 0.97;

/** The rule of points that are rows of a table. */
export const ROW = 'row';

function pointOf(task: Task, i: number, text: string): MarkedPoint {
  return {
    id: `row${i}`,
    number: task.number,
    heading: text.slice(task.headingStart, task.headingEnd),
    headingStart: task.headingStart,
    headingEnd: task.headingEnd,
    parent: null,
    role: 'requirement',
    cue: 'document',
    likely: LIKELY,
    rule: ROW,
    start: task.start,
    end: task.end,
  };
}
