import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { loadPipeline } from '../pipeline/load.ts';
import { Store, type StoredArticle } from '../store/store.ts';

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
  /**
   * What is done when the user interrupts (Ctrl-C), before the program ends with exit code 130. Null: it ends by the signal, which a
   * thread that is busy for long would not come to see.
   */
  onInterrupt(last: (() => void) | null): void;
}

/** A complaint of one line; the program ends with exit code 2. */
export class UsageError extends Error {}

/** Options by which the reading commands find a database. */
export interface Where {
  out: string;
  pipeline: string;
}

/** Gives a reading command the options of {@link Where}. */
export const withWhere = (command: Command): Command =>
  command
    .option('-o, --out <dir>', 'folder of the database', 'out')
    .option('-p, --pipeline <name|file>', 'pipeline of the database', 'default');

/**
 * Opens the database of a pipeline, reads from it and closes it.
 *
 * @throws UsageError when there is none yet.
 */
export function reading({ out, pipeline }: Where, read: (store: Store) => void): void {
  const file = path.join(out, `${loadPipeline(pipeline).name}.db`);
  if (!existsSync(file))
    throw new UsageError(`no database at ${file}: run 'wenshai run' first, or say where with --out and --pipeline`);
  const store = Store.read(file);
  try {
    read(store);
  } finally {
    store.close();
  }
}

/**
 * The one article whose id begins so.
 *
 * @throws UsageError when there is none, or there are several.
 */
export function findArticle(store: Store, id: string): StoredArticle {
  const found = store.findArticles(id);
  if (!id || !found.length) throw new UsageError(`no article with id '${id}'`);
  if (found.length > 1 && found[0]!.id !== id)
    throw new UsageError(`'${id}' is the beginning of several ids: ${found.map((a) => a.id).join(', ')}`);
  return found[0]!;
}

/** A number of things, for commander. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}
