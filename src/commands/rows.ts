import type { Since } from '../pipeline/since.ts';

/** Text with its control characters shown: a file may be called so that it would break lines or colour a terminal. */
export const printable = (text: string): string =>
  text
    .replace(/\r/g, '␍')
    .replace(/\n/g, '⏎')
    .replace(/\t/g, '⇥')
    .replace(/\p{Cc}/gu, '␀');

/** Text for one line of a terminal: line breaks shown, long ones cut in the middle. */
export function oneLine(text: string, width = 40): string {
  const shown = printable(text);
  const chars = Array.from(shown);
  if (chars.length <= width) return shown;
  const half = Math.floor((width - 1) / 2);
  return `${chars.slice(0, half).join('')}…${chars.slice(-half).join('')}`;
}

/** Rows as aligned columns; the last column is not padded. Han and full-width characters take two cells. */
export function table(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cells(cell));
  return rows
    .map(
      (row) =>
        indent +
        row.map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat(widths[i]! - cells(cell)))).join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function cells(text: string): number {
  let n = 0;
  for (const c of text)
    n += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(c)
      ? 2
      : 1;
  return n;
}

/** The first `limit` items (0: all) as rows under each other, and how many there are beyond. */
export function limited<T>(items: readonly T[], limit: number, print: (shown: readonly T[]) => string): string {
  const shown = limit ? items.slice(0, limit) : items;
  const beyond = items.length - shown.length;
  return print(shown) + (beyond ? `  … and ${beyond} more (--limit 0 for all)\n` : '');
}

/** `1 page`, `2 pages` */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** How the inputs of a run differ from those of the one before, which is called so. */
export const sinceLine = (since: Since, before = 'last run'): string =>
  `since the ${before}: ${since.new} new, ${since.changed} changed, ${since.gone} gone`;

/** What an article is called in a list. */
export const titled = (title: string | null): string => title ?? '(no title)';

/** A workbook: its members are sheets, whose names tell no row. */
const WORKBOOK = /\.xlsx(?:\.gz)?$/i;

/**
 * The path of a file, and where in one of several pages: the member of an archive, the line of a JSONL file, the row of a table or sheet.
 * In an archive the number of the page says nothing to anybody.
 */
export function placeOf(page: { path: string; record: number | null; member?: string | null }): string {
  const line = page.record === null ? '' : ` line ${page.record}`;
  const within = page.member ? ` ${page.member}${WORKBOOK.test(page.path) ? line : ''}` : line;
  return printable(page.path + within);
}
