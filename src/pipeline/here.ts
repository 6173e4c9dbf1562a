import { createContext, Script } from 'node:vm';
import { formatOf, isText, sniff } from '../ingest/kind.ts';
import type { InputFile } from '../ingest/walk.ts';
import { type Advance, advance } from './advance.ts';
import { hereLimit } from './limits.ts';
import type { Plan } from './load.ts';
import { type IngestTask, type Pieces, readParts } from './read.ts';
import type { AdvanceTask } from './worker.ts';

/** Who does the tasks of a phase: worker threads, or this one. */
export interface Hands {
  /** How many tasks can be done at once. */
  readonly size: number;
  ingest(task: IngestTask, part: (part: Pieces) => void): Promise<void>;
  advance(task: AdvanceTask): Promise<Advance>;
}

/** Bytes that this thread has done before a worker would be up: it loads all stages and their tables, for half a second. */
const LITTLE = 512 * 1024;
/** A larger file may need so much memory that a thread dies of it: that is to be a worker. */
const SMALL = 128 * 1024;

/**
 * A task was broken off in this thread. What it was at, a table half written say, may be left wrong: no stage is to be asked again in
 * this thread.
 */
export class Spoiled extends Error {}

/** Set for good once that has happened here: whatever runs here at the same time, or later, stops, or goes elsewhere. */
let spoiled: Spoiled | null = null;

/** Whether a task was broken off in this thread. */
export const isSpoiled = (): boolean => spoiled !== null;

const CALL = new Script('work()');
/** Where a call is made that can be broken off; made when it is wanted, and once. */
let box: { work(): void } | null = null;

/**
 * Does work that does not wait for anything, for no longer than a task may take here.
 *
 * @throws Spoiled when it took longer, or something did before
 */
function within<T>(work: () => T): T {
  if (spoiled) throw spoiled;
  let result: T;
  box ??= createContext({ work() {} }) as { work(): void };
  box.work = () => {
    result = work();
  };
  try {
    CALL.runInContext(box, { timeout: hereLimit() });
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw e;
    spoiled = new Spoiled(SPOILED);
    throw spoiled;
  }
  return result!;
}

/** What the store says of a run that is begun anew for it. */
const SPOILED = 'a task took too long for the main thread: the run was begun anew in another';

/** Does tasks in this thread: those that it can break off. */
export class Here implements Hands {
  readonly size = 1;
  readonly #plan: Plan;
  readonly #others: Hands;

  /** @param others for what is read in several steps */
  constructor(plan: Plan, others: Hands) {
    this.#plan = plan;
    this.#others = others;
  }

  async ingest(task: IngestTask, part: (part: Pieces) => void): Promise<void> {
    // A document under the name of a page.
    if (sniff(task.bytes)) return this.#others.ingest(task, part);
    const parts = readParts(task, this.#plan);
    // All of a page of text is read before it is waited for the first time.
    const first = within(() => parts.next());
    for (let some = await first; !some.done; some = await parts.next()) part(some.value);
  }

  async advance({ pages, stored, until }: AdvanceTask): Promise<Advance> {
    return within(() => advance(pages, this.#plan, until, stored));
  }
}

/** Whether files are so few and small, and hold no more than shows (as archives do), that no thread is worth its start. */
export function isLittle(files: readonly InputFile[]): boolean {
  let sum = 0;
  for (const { path, bytes } of files) {
    sum += bytes;
    if (sum > LITTLE || bytes > SMALL || !isText(formatOf(path)) || path.endsWith('.gz')) return false;
  }
  return true;
}
