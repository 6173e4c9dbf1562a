import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadPipeline } from '../pipeline/load.ts';
import { Store } from '../store/store.ts';

/** How a command speaks: `out` is data, `err` is progress and complaints. cli.ts gives it the process's own streams. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Standard error is a terminal. */
  terminal: boolean;
  /** Sets the exit code: 0 fine, 1 finished with quarantined documents, 2 could not run. */
  exit(code: number): void;
}

/** A complaint of one line; the program ends with exit code 2. */
export class UsageError extends Error {}

/** Options by which the reading commands find a database. */
export interface Where {
  out: string;
  pipeline: string;
}

/**
 * Opens the database of a pipeline to read it.
 *
 * @throws UsageError when there is none yet.
 */
export function openStore({ out, pipeline }: Where): Store {
  const file = path.join(out, `${loadPipeline(pipeline).name}.db`);
  if (!existsSync(file))
    throw new UsageError(`no database at ${file}: run 'wenshai run' first, or say where with --out and --pipeline`);
  return Store.read(file);
}

/** Text for one line of a terminal: line breaks shown, long ones cut in the middle. */
export function oneLine(text: string, width = 40): string {
  const shown = text
    .replace(/\r/g, '␍')
    .replace(/\n/g, '⏎')
    .replace(/\t/g, '⇥')
    .replace(/\p{Cc}/gu, '␀');
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
