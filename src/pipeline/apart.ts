import { Worker } from 'node:worker_threads';
import { loadPipeline, type Pipeline, planJson } from './load.ts';
import type { Progress, RunOptions, RunSummary } from './run.ts';

/** What the thread is to run. */
export interface ApartTask {
  inputs: readonly string[];
  pipeline: Pipeline;
  options: Pick<RunOptions, 'out' | 'workers' | 'base'> & { cwd: string };
}

/** What the thread says; `failed` is the one line of an error. */
export type ApartAnswer = { progress: Progress } | { done: RunSummary } | { failed: string };

/**
 * Does a run in a thread of its own, which leaves all tasks to worker threads: that of the caller was broken off in the middle of a
 * stage, and what stages keep in it may be wrong.
 */
export async function runApart(inputs: readonly string[], options: RunOptions): Promise<RunSummary> {
  const { pipeline: asked = 'default', out, workers, base, cwd = process.cwd(), onProgress, signal } = options;
  signal?.throwIfAborted();
  const pipeline = planJson(typeof asked === 'object' ? asked : loadPipeline(asked));
  const task: ApartTask = { inputs, pipeline, options: { out, workers, base, cwd } };
  // The same extension as this file: .ts in a checkout, .js in the package.
  const name = import.meta.url.endsWith('.ts') ? './apart-thread.ts' : './apart-thread.js';
  const worker = new Worker(new URL(name, import.meta.url), { workerData: task });
  return new Promise<RunSummary>((resolve, reject) => {
    worker.on('message', (answer: ApartAnswer) => {
      if ('progress' in answer) {
        try {
          onProgress?.({ ...answer.progress, busy: false });
        } catch (e) {
          end(e);
        }
      } else if ('done' in answer) resolve(answer.done);
      else reject(new Error(answer.failed));
    });
    worker.on('error', reject);
    const end = (why: unknown): void => {
      reject(why);
      void worker.terminate();
    };
    signal?.addEventListener('abort', () => end(signal.reason));
    worker.on('exit', (code) => reject(new Error(`the thread of the run ended with code ${code}`)));
  });
}
