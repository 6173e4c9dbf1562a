import { Worker } from 'node:worker_threads';
import type { Advance } from './advance.ts';
import type { Hands } from './here.ts';
import { taskLimit } from './limits.ts';
import type { Pipeline } from './load.ts';
import type { IngestTask, Pieces } from './read.ts';
import type { AdvanceTask, Answer, Request } from './worker.ts';

/** A worker thread died on a task (out of memory, say). */
export class WorkerDied extends Error {}

/** A worker thread was ended because its task took too long. */
export class TookTooLong extends WorkerDied {}

/**
 * A worker that needs more than the old generation's limit dies, and its page is set aside. A small young generation costs
 * no time here and a quarter less memory.
 */
const LIMITS = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 16 };

/** Timers count no more milliseconds: 24 days. */
const LONGEST = 2 ** 31 - 1;

interface Job {
  request: Request;
  /** Milliseconds that it may take; of what comes in parts, until the next part. */
  limit: number;
  part(part: Pieces): void;
  resolve(result: Advance | null): void;
  reject(error: Error): void;
}

/** What a worker is at. */
interface Work {
  job: Job;
  timer: NodeJS.Timeout | undefined;
  /** Why the worker was ended by us. */
  ended: Error | null;
}

/**
 * Worker threads that do tasks, each one at a time. A worker that dies, or takes so long that it is ended, costs its task and is
 * replaced.
 */
export class Pool implements Hands {
  readonly size: number;
  readonly #plan: Pipeline;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Work>();
  readonly #ready = new WeakSet<Worker>();
  readonly #waiting: Job[] = [];
  #closed = false;

  constructor(plan: Pipeline, size: number) {
    this.#plan = plan;
    this.size = size;
  }

  /**
   * Makes pages of a file; `part` is called with some of them at a time, and the next come when it has returned.
   *
   * @throws WorkerDied when the worker ended before it was done, TookTooLong when it was ended.
   */
  async ingest(task: IngestTask, part: (part: Pieces) => void): Promise<void> {
    await this.#run({ ingest: task }, taskLimit(task.bytes.length), part);
  }

  /** @throws WorkerDied when the worker ended before it answered, TookTooLong when it was ended. */
  async advance(task: AdvanceTask): Promise<Advance> {
    const size = task.pages.reduce((sum, { page }) => sum + page.decoded.length, 0);
    return (await this.#run({ advance: task }, taskLimit(size), () => {}))!;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { timer } of this.#busy.values()) clearTimeout(timer);
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((w) => w.terminate()));
  }

  #run(request: Request, limit: number, part: Job['part']): Promise<Advance | null> {
    return new Promise((resolve, reject) => {
      // Of a run that has failed: what was under way then may still ask for more.
      if (this.#closed) return reject(new Error('the pool is closed'));
      this.#waiting.push({ request, limit, part, resolve, reject });
      this.#next();
    });
  }

  #spawn(): void {
    // The same extension as this file: .ts in a checkout, .js in the package.
    const script = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    const worker = new Worker(script, { workerData: this.#plan, resourceLimits: LIMITS });
    let cause = '';
    worker.on('message', (answer: Answer) => {
      if ('ready' in answer) this.#begin(worker);
      else this.#answer(worker, answer);
    });
    worker.on('error', (e) => {
      cause = `${(e as NodeJS.ErrnoException).code ?? e.name}: ${e.message}`;
    });
    worker.on('exit', (code) => this.#exit(worker, cause || `worker ended with code ${code}`));
    this.#idle.push(worker);
  }

  /** The time of a task begins when its worker is up. */
  #begin(worker: Worker): void {
    this.#ready.add(worker);
    const work = this.#busy.get(worker);
    if (work) this.#watch(worker, work);
  }

  /** Ends a worker that does not say anything for as long as its task may take. */
  #watch(worker: Worker, work: Work): void {
    clearTimeout(work.timer);
    const { limit } = work.job;
    const end = (): void => {
      // What it said while this thread was busy itself has been heard by now.
      if (this.#busy.get(worker) !== work || work.timer !== timer || this.#closed) return;
      work.ended = new TookTooLong(`took longer than ${Math.ceil(limit / 1000)} s`);
      void worker.terminate();
    };
    const timer = setTimeout(() => setImmediate(end), Math.min(limit, LONGEST));
    work.timer = timer;
  }

  #answer(worker: Worker, answer: Exclude<Answer, { ready: true }>): void {
    const work = this.#busy.get(worker)!;
    const { job } = work;
    if ('part' in answer) {
      try {
        job.part(answer.part);
      } catch (e) {
        // What takes the parts cannot go on (disk full): nor can the run, which closes the pool. No more parts are asked for.
        clearTimeout(work.timer);
        job.reject(e as Error);
        return;
      }
      worker.postMessage({ more: true } satisfies Request);
      this.#watch(worker, work);
      return;
    }
    clearTimeout(work.timer);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    if ('done' in answer) job.resolve(answer.done);
    else job.reject(new Error(answer.error));
    this.#next();
  }

  #exit(worker: Worker, why: string): void {
    const work = this.#busy.get(worker);
    clearTimeout(work?.timer);
    this.#busy.delete(worker);
    const i = this.#idle.indexOf(worker);
    if (i >= 0) this.#idle.splice(i, 1);
    if (this.#closed) return;
    if (this.#ready.has(worker)) {
      work?.job.reject(work.ended ?? new WorkerDied(why));
      this.#next();
    } else {
      // It never came up: what is wrong with it is wrong with every other.
      for (const j of [...(work ? [work.job] : []), ...this.#waiting.splice(0)]) j.reject(new Error(why));
    }
  }

  #next(): void {
    // Threads start when there is work for them: each holds dictionaries of its own.
    if (this.#waiting.length && !this.#idle.length && this.#busy.size < this.size) this.#spawn();
    while (this.#waiting.length && this.#idle.length) {
      const worker = this.#idle.pop()!;
      const job = this.#waiting.shift()!;
      const work: Work = { job, timer: undefined, ended: null };
      this.#busy.set(worker, work);
      if (this.#ready.has(worker)) this.#watch(worker, work);
      const bytes = 'ingest' in job.request ? job.request.ingest.bytes : null;
      // A file's bytes are moved, not copied, where they have a buffer of their own.
      const own = bytes && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
      worker.postMessage(job.request, own ? [bytes.buffer as ArrayBuffer] : []);
    }
  }
}
