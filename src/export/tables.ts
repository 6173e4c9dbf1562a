import Papa from 'papaparse';
import type { Store } from '../store/store.ts';
import * as figures from './figures.ts';
import * as glossary from './glossary.ts';
import * as measures from './measures.ts';
import type { Cell, Table } from './rows.ts';
import * as slogans from './slogans.ts';
import * as works from './works.ts';

/** The tables that can be made of a corpus, by name. */
export const tables: Readonly<Record<string, Table>> = { measures, figures, slogans, works, glossary };

export const formats = ['csv', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** Marks the bytes as UTF-8 for Excel, which takes a CSV for the system's code page otherwise. */
export const BOM = '\ufeff';

/** What a spreadsheet takes for a formula; the full-width signs too, in some locales. A sign alone (the bound =) is none. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]./su;
/** A number is data, whatever its sign: -5, +3.2%. */
const NUMBER = /^[+\-＋－][0-9][0-9.,]*(?:%|‰)?$/u;

/**
 * A text cell that a spreadsheet would run as a formula gets an apostrophe in front, which it shows as text; numbers and
 * everything else stay as they are. JSONL needs none of this and keeps the very text.
 */
export const safe = (cell: Cell): Cell =>
  typeof cell === 'string' && FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

/** Between the members of a list in one cell. */
const BETWEEN = '；';

function csvLine(cells: readonly Cell[]): string {
  const flat = cells.map((c) => safe(Array.isArray(c) ? c.join(BETWEEN) : c));
  return `${Papa.unparse([flat.map((c) => c ?? '')])}\r\n`;
}

/**
 * A table of the corpus, line by line: the head of a CSV, then its rows. Rows are in a stable order; fields of CSV are quoted
 * as RFC 4180 has it.
 */
export function* tableLines(store: Store, name: string, format: Format, bom = false): Iterable<string> {
  const table = tables[name];
  if (!table) throw new RangeError(`no table '${name}'`);
  if (format === 'csv') yield `${bom ? BOM : ''}${csvLine(table.columns)}`;
  for (const row of table.rows(store.articles(), store.articleIds()))
    yield format === 'csv' ? csvLine(table.columns.map((c) => row[c] ?? null)) : `${JSON.stringify(row)}\n`;
}
