import { TEXT, type Tree } from './tree.ts';

/** By element: whether it is a row or a cell of data, and the table that it stands in. */
export interface DataTables {
  /** 0 none, 1 a row or a cell, 2 a cell whose lines are joined. */
  kind: Uint8Array;
  /** The innermost table that an element stands in, or is; -1 for none. */
  of: Int32Array;
}

/** Inside a cell with less text than this, lines are joined by a space, so that a row of a table stays one line. */
const SMALL_CELL = 80;
/** A longer cell is a page or a column of one; below titles of columns, it may say more. */
const CELL = 600;
const TITLED_CELL = 1500;
/** What is longer is no title of a column. */
const TITLE = 24;
/** Rows of so many cells, with titles above them, stay lines, however long their cells. A label and its text are fewer. */
const COLUMNS = 3;

/** What is known of the tables and rows of a page, by element. */
interface Counts {
  of: Int32Array;
  /** Tables that hold tables. */
  layout: Uint8Array;
  rows: Int32Array;
  /** Cells of a table, and of a row. */
  cells: Int32Array;
  /** The longest cell of a row. */
  longest: Float64Array;
}

function count(tree: Tree, chars: Float64Array): Counts {
  const size = tree.tag.length;
  const of = new Int32Array(size).fill(-1);
  const layout = new Uint8Array(size);
  const rows = new Int32Array(size);
  const cells = new Int32Array(size);
  const longest = new Float64Array(size);
  // The table of which cells that stand in no row make one.
  let rowless = -1;
  for (let n = 1; n < size; n++) {
    const tag = tree.tag[n]!;
    const parent = tree.parent[n]!;
    const up = of[parent]!;
    if (tag === 'table' && up >= 0) layout[up] = 1;
    of[n] = tag === 'table' ? n : up;
    if (up < 0) continue;
    if (tag === 'tr') {
      rows[up]!++;
      rowless = -1;
    } else if (tag === 'td' || tag === 'th') {
      cells[up]!++;
      if (tree.tag[parent] !== 'tr') {
        if (rowless !== up) rows[up]!++;
        rowless = up;
        continue;
      }
      cells[parent]!++;
      longest[parent] = Math.max(longest[parent]!, chars[n]!);
    }
  }
  return { of, layout, rows, cells, longest };
}

/** Tables whose first row of several cells holds titles: 1. Others: -1, or 0 where no row has several. */
function titled(tree: Tree, { of, cells, longest }: Counts, chars: Float64Array): Int8Array {
  const out = new Int8Array(tree.tag.length);
  const menu = menuLengths(tree);
  const isTitles = (row: number): boolean => longest[row]! <= TITLE && menu[row]! * 2 <= chars[row]!;
  for (let n = 1; n < out.length; n++)
    if (tree.tag[n] === 'tr' && of[n]! >= 0 && cells[n]! >= COLUMNS) out[of[n]!] ||= isTitles(n) ? 1 : -1;
  return out;
}

/** The word that a menu begins with. */
const HOME = /^\s{0,9}(?:网站|返回)?首\s?页\s{0,9}$/;

/** Length of what is a menu under each element: links; all of a row whose first words are the way home. */
function menuLengths(tree: Tree): Float64Array {
  const begun = new Uint8Array(tree.tag.length);
  return lengths(tree, (e) => {
    const row = tree.parent[tree.block[tree.node[e]!]!]!;
    const text = tree.source.slice(tree.from[e]!, Math.min(tree.to[e]!, tree.from[e]! + TITLE));
    const isFirst = !begun[row] && text.trim() !== '';
    if (isFirst) begun[row] = 1;
    return tree.link[e]! >= 0 ? 1 : isFirst && HOME.test(text) ? Number.POSITIVE_INFINITY : 0;
  });
}

/**
 * Which rows and cells belong to tables of data. A table that lays out the page holds tables, or cells long as a page; a table
 * of data has rows of several cells.
 */
export function dataTables(tree: Tree, chars: Float64Array): DataTables {
  const counts = count(tree, chars);
  const { of, layout, rows, cells, longest } = counts;
  const titles = titled(tree, counts, chars);
  // One row with much in it below a row of short cells is a page's columns below its menu.
  const full = new Int32Array(of.length);
  for (let n = 1; n < of.length; n++)
    if (tree.tag[n] === 'tr' && of[n]! >= 0 && cells[n]! >= COLUMNS && longest[n]! > SMALL_CELL) full[of[n]!]!++;
  const isRow = (row: number): boolean => titles[of[row]!] === 1 && cells[row]! >= COLUMNS && full[of[row]!]! > 1;
  for (let n = 1; n < of.length; n++)
    if (tree.tag[n] === 'td' || tree.tag[n] === 'th') {
      const most = isRow(tree.parent[n]!) ? TITLED_CELL : CELL;
      if (of[n]! >= 0 && chars[n]! > most) layout[of[n]!] = 1;
    }
  const kind = new Uint8Array(of.length);
  for (let n = 1; n < of.length; n++) {
    const t = of[n]!;
    const tag = tree.tag[n]!;
    if (t < 0 || layout[t] || rows[t]! < 2 || cells[t]! < rows[t]! * 1.5) continue;
    if (tag === 'tr') kind[n] = 1;
    else if (tag === 'td' || tag === 'th') kind[n] = chars[n]! <= SMALL_CELL || isRow(tree.parent[n]!) ? 2 : 1;
  }
  return { kind, of };
}

/** Length of the text under each element, roughly: all that is no tag. */
export const textLengths = (tree: Tree): Float64Array => lengths(tree, () => 1);

/** @param weight of an event's text, per character */
function lengths(tree: Tree, weight: (event: number) => number): Float64Array {
  const chars = new Float64Array(tree.tag.length);
  for (let e = 0; e < tree.kind.length; e++)
    if (tree.kind[e] === TEXT && !tree.hidden[tree.node[e]!]) {
      const w = weight(e);
      if (w) chars[tree.node[e]!]! += (tree.to[e]! - tree.from[e]!) * w;
    }
  for (let n = tree.tag.length - 1; n > 0; n--) chars[tree.parent[n]!]! += chars[n]!;
  return chars;
}
