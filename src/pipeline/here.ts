import { formatOf, isText } from '../ingest/kind.ts';
import type { InputFile } from '../ingest/walk.ts';
import { type Advance, advance } from './advance.ts';
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

/** Does tasks in this thread. */
export class Here implements Hands {
  readonly size = 1;
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  async ingest(task: IngestTask, part: (part: Pieces) => void): Promise<void> {
    for await (const some of readParts(task, this.#plan)) part(some);
  }

  async advance({ pages, stored, until }: AdvanceTask): Promise<Advance> {
    return advance(pages, this.#plan, until, stored);
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
