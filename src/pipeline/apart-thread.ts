import { parentPort, workerData } from 'node:worker_threads';
import type { ApartAnswer, ApartTask } from './apart.ts';
import { type Progress, runOnce } from './run.ts';

const { inputs, pipeline, options } = workerData as ApartTask;
const say = (answer: ApartAnswer): void => parentPort!.postMessage(answer);
try {
  const onProgress = (progress: Progress): void => say({ progress });
  say({ done: await runOnce(inputs, { ...options, pipeline, onProgress }, false) });
} catch (e) {
  say({ failed: (e as Error).message });
}
