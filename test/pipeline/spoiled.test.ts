import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { run } from '../../src/pipeline/run.ts';
import type { EachStage } from '../../src/pipeline/types.ts';
import { stages } from '../../src/stages/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-spoiled-'));
  mkdirSync(path.join(folder, 'in'));
  writeFileSync(path.join(folder, 'in/a.txt'), '渡口镇值班安排\n渡口镇每班不少于2人，交接要有记录。\n');
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('asks no stage again in a thread where one was broken off: what it keeps there may be half made', async () => {
  vi.stubEnv('WENSHAI_TASK_SECONDS', '5');
  const go = (out: string) => run(['in'], { cwd: folder, out, workers: 1, pipeline: 'text' });
  // Only here: the thread that takes over has stages of its own.
  const strip = vi.spyOn(stages.get('strip') as EachStage, 'apply').mockImplementation(() => {
    for (;;);
  });
  expect(await go('first')).toMatchObject({ articles: 1, quarantined: 0 });
  expect(strip).toHaveBeenCalledTimes(1);
  strip.mockReset();
  expect(await go('second')).toMatchObject({ articles: 1, quarantined: 0 });
  expect(strip).not.toHaveBeenCalled();
}, 120_000);
