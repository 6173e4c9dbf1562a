import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { wenshai } from './process.ts';

let folder: string;
const here = (...args: string[]) => wenshai(args, { cwd: folder });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-unfinished-'));
  mkdirSync(path.join(folder, 'pages'));
  for (const name of ['a', 'b'])
    writeFileSync(path.join(folder, `pages/${name}.txt`), '渡口镇值班安排\n渡口镇每班不少于2人，交接要有记录。\n');
  await here('run', 'pages', '--quiet');
  // As a run leaves it that is killed before its articles are made.
  const store = Store.open(path.join(folder, 'out/default.db'));
  store.startRun('default', '{}', 'now');
  store.clearArticles('pages/b.txt');
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const TOLD = "the last run is not finished: this is of what is there; 'wenshai run' goes on\n";

describe('where the last run is not finished', () => {
  it.each([
    [['search', '渡口'], 0],
    [['dups'], 0],
    [['show', 'a'], 0],
    [['export', 'works'], 0],
  ])('%j says so, and gives what there is', async (args, code) => {
    expect(await here(...args)).toMatchObject({ code, err: expect.stringContaining(TOLD) });
  });

  it.each([
    [['search', '泉眼'], 'nothing found\n', 1],
    [['show', 'b'], "wenshai: 'pages/b.txt' holds no article\n", 2],
    [['explain', 'b'], "wenshai: 'pages/b.txt' holds no article\n", 2],
    [['compare', 'a', 'b'], "wenshai: 'pages/b.txt' holds no article\n", 2],
  ])('%j says so before it says that there is nothing', async (args, message, code) => {
    expect(await here(...args)).toMatchObject({ code, out: '', err: TOLD + message });
  });

  it('status, which is asked for it, tells it once', async () => {
    const { out, err } = await here('status');
    expect([out, err]).toEqual([expect.stringContaining('running, or ended before its time'), '']);
  });
});
