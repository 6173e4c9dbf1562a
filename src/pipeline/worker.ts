import { parentPort, workerData } from 'node:worker_threads';
import { ingest } from '../ingest/index.ts';
import type { StoredOutcome, StoredPage } from '../store/store.ts';
import { type Advance, advance } from './advance.ts';
import { makePlan, type PlanJson } from './load.ts';
import { pageUid } from './replay.ts';

/** What a worker is asked: the bytes of a file, or the pages that ingest made of them before. */
export interface Task {
  path: string;
  bytes: Uint8Array | null;
  pages: StoredPage[];
  stored: StoredOutcome[];
  /** See `advance`. */
  until: number;
}

export interface TaskResult extends Advance {
  /** Pages made of the bytes; empty where the task came with pages. */
  pages: StoredPage[];
  rejects: { record: number | null; reason: string }[];
}

/** Does one task. Keeps nothing: the same task gives the same result in any worker. */
export async function perform(task: Task, plan: ReturnType<typeof makePlan>): Promise<TaskResult> {
  if (!task.bytes) return { ...advance(task.pages, plan, task.until, task.stored), pages: [], rejects: [] };
  const { pages, rejects } = await ingest(task.bytes, task.path, plan.ingest);
  const made = pages.map((page) => ({ uid: pageUid(task.path, page.record), path: task.path, page }));
  return { ...advance(made, plan, task.until, task.stored), pages: made, rejects };
}

if (parentPort) {
  const port = parentPort;
  const plan = makePlan(workerData as PlanJson);
  port.on('message', async (task: Task) => {
    try {
      port.postMessage({ result: await perform(task, plan) });
    } catch (e) {
      port.postMessage({ error: `${(e as Error).name}: ${(e as Error).message}` });
    }
  });
  port.postMessage({ ready: true });
}
