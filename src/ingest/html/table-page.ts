import { isLabel } from '../../text/boilerplate-labels.ts';
import { dataTables, textLengths } from './data-tables.ts';
import type { Line } from './lines.ts';
import { lineText } from './text.ts';
import type { Tree } from './tree.ts';
import { isLink, type Worth } from './weights.ts';

/** Rows of a list of projects or figures, and cells in each: a table of fields has two columns, or labels among its cells. */
const ROWS = 3;
const COLUMNS = 3;
/** Cells that are labels of a page's fields (索引号, 发文机关): two of them make the table one of fields. */
const LABELS = 2;
/** What such a table must have, in Chinese characters (a calendar has fewer), and times the running text that was found without it. */
const LEAST = 40;
const TIMES = 2;

interface Tally {
  rows: number;
  cells: number;
  labels: number;
  han: number;
}

/** The tables of data that a page may be about, with what their cells come to. */
function tally(tree: Tree, lines: readonly Line[]): { of: Int32Array; tables: Map<number, Tally> } {
  const { kind, of } = dataTables(tree, textLengths(tree));
  const tables = new Map<number, Tally>();
  const at = (table: number): Tally => {
    let found = tables.get(table);
    if (!found) {
      found = { rows: 0, cells: 0, labels: 0, han: 0 };
      tables.set(table, found);
    }
    return found;
  };
  for (let n = 1; n < tree.tag.length; n++) {
    if (!kind[n]) continue;
    if (tree.tag[n] === 'tr') at(of[n]!).rows++;
    else at(of[n]!).cells++;
  }
  for (const line of lines) {
    const table = tables.get(of[line.block]!);
    if (!table || isLink(line)) continue;
    table.han += line.han;
    if (line.chars <= 8 && isLabel(lineText(tree, line).replace(/[\s:：]/gu, ''))) table.labels++;
  }
  return { of, tables };
}

/**
 * What lines count for on a page whose content is a table: its cells have no mark of running text, and the foot of the site may
 * have more. Null where the page has no such table outside what was found, or that has text of its own.
 *
 * @param found the first and the last element of what was found, the last not included
 * @param prose characters of running text found there
 */
export function tableWorth(
  tree: Tree,
  lines: readonly Line[],
  worth: Worth,
  found: readonly [number, number],
  prose: number,
): Worth | null {
  if (!tree.tag.includes('table')) return null;
  const { of, tables } = tally(tree, lines);
  const content = new Set(
    [...tables]
      .filter(([n, t]) => t.rows >= ROWS && t.cells >= t.rows * COLUMNS && t.labels < LABELS && !isWithin(n))
      .filter(([, t]) => t.han >= Math.max(LEAST, TIMES * prose))
      .map(([n]) => n),
  );
  if (!content.size) return null;
  // 单位：万元, and what else stands beside the table.
  const around = new Set([...content].map((n) => tree.parent[n]!));
  const counts = (line: Line): boolean => content.has(of[line.block]!) || around.has(tree.parent[line.block]!);
  return (line) => (counts(line) && !isLink(line) ? line.chars - line.linked : worth(line));

  function isWithin(n: number): boolean {
    return n >= found[0] && n < found[1];
  }
}
