import { Worker } from 'node:worker_threads';
import type { Advance } from './advance.ts';
import type { Hands } from './here.ts';
import type { Pipeline } from './load.ts';
import type { IngestTask, Pieces } from './read.ts';
import type { AdvanceTask, Answer, Request } from './worker.ts';

/** A worker thread died on a task (out of memory, say). */
export class WorkerDied extends Error {}

/**
 * A worker that needs more than the old generation's limit dies, and its page is set aside. A small young generation costs
 * no time here and a quarter less memory.
 */
const LIMITS = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 16 };

interface Job {
  request: Request;
  part(part: Pieces): void;
  resolve(result: Advance | null): void;
  reject(error: Error): void;
}

/** Worker threads that do tasks, each one at a time. A worker that dies costs its task and is replaced. */
export class Pool implements Hands {
  readonly size: number;
  readonly #plan: Pipeline;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  #closed = false;

  constructor(plan: Pipeline, size: number) {
    this.#plan = plan;
    this.size = size;
  }

  /**
   * Makes pages of a file; `part` is called with some of them at a time, and the next come when it has returned.
   *
   * @throws WorkerDied when the worker ended before it was done.
   */
  async ingest(task: IngestTask, part: (part: Pieces) => void): Promise<void> {
    await this.#run({ ingest: task }, part);
  }

  /** @throws WorkerDied when the worker ended before it answered. */
  async advance(task: AdvanceTask): Promise<Advance> {
    return (await this.#run({ advance: task }, () => {}))!;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((w) => w.terminate()));
  }

  #run(request: Request, part: Job['part']): Promise<Advance | null> {
    return new Promise((resolve, reject) => {
      // Of a run that has failed: what was under way then may still ask for more.
      if (this.#closed) return reject(new Error('the pool is closed'));
      this.#waiting.push({ request, part, resolve, reject });
      this.#next();
    });
  }

  #spawn(): void {
    // The same extension as this file: .ts in a checkout, .js in the package.
    const script = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    const worker = new Worker(script, { workerData: this.#plan, resourceLimits: LIMITS });
    let ready = false;
    let cause = '';
    worker.on('message', (answer: Answer) => {
      if ('ready' in answer) ready = true;
      else this.#answer(worker, answer);
    });
    worker.on('error', (e) => {
      cause = `${(e as NodeJS.ErrnoException).code ?? e.name}: ${e.message}`;
    });
    worker.on('exit', (code) => this.#exit(worker, ready, cause || `worker ended with code ${code}`));
    this.#idle.push(worker);
  }

  #answer(worker: Worker, answer: Exclude<Answer, { ready: true }>): void {
    const job = this.#busy.get(worker)!;
    if ('part' in answer) {
      try {
        job.part(answer.part);
      } catch (e) {
        // What takes the parts cannot go on (disk full): nor can the run, which closes the pool.
        job.reject(e as Error);
      }
      worker.postMessage({ more: true } satisfies Request);
      return;
    }
    this.#busy.delete(worker);
    this.#idle.push(worker);
    if ('done' in answer) job.resolve(answer.done);
    else job.reject(new Error(answer.error));
    this.#next();
  }

  #exit(worker: Worker, ready: boolean, why: string): void {
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    const i = this.#idle.indexOf(worker);
    if (i >= 0) this.#idle.splice(i, 1);
    if (this.#closed) return;
    if (ready) {
      job?.reject(new WorkerDied(why));
      this.#next();
    } else {
      // It never came up: what is wrong with it is wrong with every other.
      for (const j of [...(job ? [job] : []), ...this.#waiting.splice(0)]) j.reject(new Error(why));
    }
  }

  #next(): void {
    // Threads start when there is work for them: each holds dictionaries of its own.
    if (this.#waiting.length && !this.#idle.length && this.#busy.size < this.size) this.#spawn();
    while (this.#waiting.length && this.#idle.length) {
      const worker = this.#idle.pop()!;
      const job = this.#waiting.shift()!;
      this.#busy.set(worker, job);
      const bytes = 'ingest' in job.request ? job.request.ingest.bytes : null;
      // A file's bytes are moved, not copied, where they have a buffer of their own.
      const own = bytes && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
      worker.postMessage(job.request, own ? [bytes.buffer as ArrayBuffer] : []);
    }
  }
}
