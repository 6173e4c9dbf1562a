import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root, wenshai } from './process.ts';

/** How often a run is killed; `KILLS=20` for the figure in the README. */
const KILLS = Number(process.env.KILLS ?? 5);
/** The runs have a folder of their own to work in: the input is meant from the project's. */
const INPUT = path.resolve(root, process.env.KILL_INPUT ?? 'corpus/sample');

it(`gives the same export after ${KILLS} kills at random moments as without any`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-kill-'));
  const digest = (out: string): string =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, out, 'articles.jsonl')))
      .digest('hex');
  const run = (out: string, killAfter?: number) =>
    wenshai(['run', INPUT, '--out', out, '--quiet'], { cwd: folder, killAfter });
  const begun = performance.now();
  expect((await run('whole')).code).toBeLessThan(2);
  const whole = performance.now() - begun;
  let killed = 0;
  for (let i = 0; killed < KILLS && i < KILLS * 10; i++) {
    // A run that was let through leaves nothing to kill: begin again from nothing.
    const { signal } = await run('killed', whole * (0.15 + 0.8 * Math.random()));
    if (signal === 'SIGKILL') killed++;
    else rmSync(path.join(folder, 'killed'), { recursive: true, force: true });
  }
  expect(killed).toBe(KILLS);
  expect((await run('killed')).code).toBeLessThan(2);
  expect(digest('killed')).toBe(digest('whole'));
  rmSync(folder, { recursive: true });
}, 600_000);

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'tells who ends a run by %s that it goes on when started again, and leaves no half an export',
  async (signal, code) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-interrupt-'));
    const run = (interruptOn?: string) => wenshai(['run', INPUT, '--out', 'out'], { cwd: folder, interruptOn, signal });
    const interrupted = await run('read ');
    expect(interrupted).toMatchObject({ code, signal: null, out: '' });
    expect(interrupted.err.trim().split('\n').at(-1)).toMatch(/^wenshai: interrupted: .*goes on/);
    expect(readdirSync(path.join(folder, 'out')).filter((f) => f.includes('articles'))).toEqual([]);
    expect((await run()).code).toBeLessThan(2);
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['articles.jsonl', 'default.db', 'wenshai.db-lock']);
    rmSync(folder, { recursive: true });
  },
  120_000,
);
