import { Worker } from 'node:worker_threads';
import type { PlanJson } from './load.ts';
import type { Task, TaskResult } from './worker.ts';

/** A worker thread died on a task (out of memory, say). */
export class WorkerDied extends Error {}

interface Job {
  task: Task;
  resolve(result: TaskResult): void;
  reject(error: Error): void;
}

/** Worker threads that do tasks, each one at a time. A worker that dies costs its task and is replaced. */
export class Pool {
  readonly #plan: PlanJson;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  #closed = false;

  constructor(plan: PlanJson, size: number) {
    this.#plan = plan;
    for (let i = 0; i < size; i++) this.#spawn();
  }

  /** @throws WorkerDied when the worker ended before it answered; Error when ingest itself threw. */
  run(task: Task): Promise<TaskResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((w) => w.terminate()));
  }

  #spawn(): void {
    // The same extension as this file: .ts in a checkout, .js in the package.
    const script = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    const worker = new Worker(script, { workerData: this.#plan, resourceLimits: { maxOldGenerationSizeMb: 2048 } });
    let ready = false;
    worker.on('message', (answer: { ready?: true; result?: TaskResult; error?: string }) => {
      if (answer.ready) {
        ready = true;
        return;
      }
      const job = this.#busy.get(worker)!;
      this.#busy.delete(worker);
      this.#idle.push(worker);
      if (answer.result) job.resolve(answer.result);
      else job.reject(new Error(answer.error));
      this.#next();
    });
    let cause = '';
    worker.on('error', (e) => {
      cause = `${(e as NodeJS.ErrnoException).code ?? e.name}: ${e.message}`;
    });
    worker.on('exit', (code) => {
      const job = this.#busy.get(worker);
      this.#busy.delete(worker);
      const i = this.#idle.indexOf(worker);
      if (i >= 0) this.#idle.splice(i, 1);
      if (this.#closed) return;
      const why = cause || `worker ended with code ${code}`;
      if (ready) {
        this.#spawn();
        job?.reject(new WorkerDied(why));
      } else {
        // It never came up: what is wrong with it is wrong with every other.
        for (const j of [...(job ? [job] : []), ...this.#waiting.splice(0)]) j.reject(new Error(why));
      }
    });
    this.#idle.push(worker);
    this.#next();
  }

  #next(): void {
    while (this.#waiting.length && this.#idle.length) {
      const worker = this.#idle.pop()!;
      const job = this.#waiting.shift()!;
      this.#busy.set(worker, job);
      const { bytes } = job.task;
      // A file's bytes are moved, not copied, where they have a buffer of their own.
      const own = bytes && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
      worker.postMessage(job.task, own ? [bytes.buffer as ArrayBuffer] : []);
    }
  }
}
