import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { run } from '../src/pipeline/run.ts';
import { SEAL, sealOf } from './sample-folder.ts';

const corpus = path.resolve(import.meta.dirname, '../corpus');

/** Milliseconds that the run may take where the machine is busy; give it to the hook that waits for it. */
export const SAMPLE_TIMEOUT = 600_000;

/**
 * The output folder of a run of `sample` in `corpus/` with the default pipeline and two workers, to be read only: it is the one of all test files. The
 * first that asks makes it, the others wait.
 */
export async function sampleRun(): Promise<string> {
  const folder = inject('sampleFolder');
  const out = path.join(folder, 'out');
  const seal = path.join(folder, SEAL);
  const failed = path.join(folder, 'failed');
  if (isFirst(path.join(folder, 'begun'))) {
    try {
      await run(['sample'], { cwd: corpus, out, workers: 2 });
      writeFileSync(`${seal}-new`, sealOf(out));
      renameSync(`${seal}-new`, seal);
    } catch (e) {
      writeFileSync(failed, '');
      throw e;
    }
  }
  while (!existsSync(seal)) {
    if (existsSync(failed)) throw new Error('the run of the sample failed in another test file');
    await setTimeout(100);
  }
  return out;
}

/** Whether nobody has made such a folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
