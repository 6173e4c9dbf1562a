import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { builtinPipelines, loadPipeline, nearest } from '../pipeline/load.ts';
import { cannotRead, isOfDatabase } from '../store/refused.ts';
import { Store } from '../store/store.ts';

/** How a command speaks: `out` is data, `err` is progress and complaints. cli.ts gives it the process's own streams. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Standard error is a terminal. */
  terminal: boolean;
  /** Sets the exit code: 0 fine, 1 finished with quarantined documents or without a hit, 2 could not run. */
  exit(code: number): void;
  /**
   * What is done when the user interrupts (Ctrl-C, exit code 130) or the system ends the program (SIGTERM, 143), before it ends.
   * Null: it ends by the signal, which a thread that is busy for long would not come to see.
   */
  onInterrupt(last: (() => void) | null): void;
}

/** A complaint of one line; the program ends with exit code 2. */
export class UsageError extends Error {
  /** What to choose from, a line each, printed below it; ends with a line break, or is empty. */
  readonly choices: string;

  constructor(message: string, choices = '') {
    super(message);
    this.choices = choices;
  }
}

/** Options by which the reading commands find a database. */
export interface Where {
  out: string;
  pipeline: string;
}

/** Where nothing is said. */
export const DEFAULT: Where = { out: 'out', pipeline: 'default' };

/** Gives a reading command the options of {@link Where}. */
export const withWhere = (command: Command): Command =>
  command
    .option('-o, --out <dir>', 'folder of the database', aName, DEFAULT.out)
    .option('-p, --pipeline <name|file>', 'pipeline of the database', DEFAULT.pipeline);

/** A name of a pipeline that is no file; as a database is called, too. */
const NAME = /^[\p{L}\p{N}_-]+$/u;

/** Endings of files that commands of other programs write with `-o`. */
const FILES = /\.(?:csv|tsv|jsonl?|xlsx?|txt|md|html?|db|ya?ml|zip|gz)$/i;

/**
 * Elsewhere -o is the file to write; here it is a folder, in all commands.
 *
 * @param instead what to do with the name
 * @throws UsageError for what is named as a file is, and for a file that is there; not for a folder, whatever its name
 */
export function refuseFile(out: string, instead: string): void {
  const there = statSync(out, { throwIfNoEntry: false });
  if (there ? !there.isDirectory() : FILES.test(out))
    throw new UsageError(`-o, --out is a folder, not ${out}: ${instead}`);
}

/** Names of the pipelines that have a database in a folder. */
function databasesIn(out: string): string[] {
  try {
    if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(out)
      .filter((f) => f.endsWith('.db'))
      .map((f) => f.slice(0, -3))
      .sort();
  } catch (e) {
    throw cannotRead(out, e);
  }
}

/**
 * The database that is meant. One that is there is known by the name of its pipeline: the YAML file need not be at hand.
 *
 * @throws UsageError when there is none, PipelineError when the file of the pipeline cannot be read
 */
function databaseOf({ out, pipeline }: Where): string {
  refuseFile(out, `that of the database; what this command finds goes to standard output (> ${out})`);
  const there = databasesIn(out);
  if (there.includes(pipeline)) return path.join(out, `${pipeline}.db`);
  const known = [...new Set([...builtinPipelines(), ...there])];
  if (NAME.test(pipeline) && !known.includes(pipeline))
    throw new UsageError(`unknown pipeline '${pipeline}'${nearest(pipeline, known)}`);
  const file = path.join(out, `${loadPipeline(pipeline).name}.db`);
  if (existsSync(file)) return file;
  const others = there.length ? ` (there: ${there.join(', ')})` : '';
  throw new UsageError(
    `no database at ${file}: run 'wenshai run' first, or say where with --out and --pipeline${others}`,
  );
}

/**
 * Opens the database of a pipeline, reads from it and closes it.
 *
 * @param io where it is told that the last run is not finished; null for who tells that itself
 * @throws UsageError when there is none yet.
 */
export function reading(where: Where, io: Pick<Io, 'err'> | null, read: (store: Store) => void): void {
  const file = databaseOf(where);
  const store = Store.read(file);
  try {
    if (io && store.lastRun()?.state !== 'finished')
      io.err("the last run is not finished: this is of what is there; 'wenshai run' goes on\n");
    read(store);
  } catch (e) {
    throw isOfDatabase(e) ? cannotRead(file, e) : e;
  } finally {
    store.close();
  }
}

/** A word of a command line as a shell takes it. */
const quoted = (word: string): string => (/[^\p{L}\p{N}_./,:@%+=-]/u.test(word) ? JSON.stringify(word) : word);

/** The command line that reads from the same database: `wenshai status --out there`. */
export function commandAt(name: string, { out, pipeline }: Where): string {
  const where = [...(out === DEFAULT.out ? [] : ['--out', quoted(out)])];
  if (pipeline !== DEFAULT.pipeline) where.push('--pipeline', quoted(pipeline));
  return ['wenshai', name, ...where].join(' ');
}

/** A file or folder, for commander: an unset variable of a script is none. */
export function aName(text: string): string {
  if (!text) throw new InvalidArgumentError('It takes a name.');
  return text;
}

/** A number of things, for commander. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}
