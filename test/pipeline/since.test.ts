import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/pipeline/run.ts';
import { Store } from '../../src/store/store.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);
const go = (inputs = ['in'], pipeline = 'default') => run(inputs, { cwd: folder, out: 'out', workers: 1, pipeline });
const read = (): string => readFileSync(at('out/articles.jsonl'), 'utf8');
const put = (name: string, place = '渡口'): void =>
  writeFileSync(at(`in/${name}`), `${place}镇值班安排\n${place}镇每班不少于2人，交接要有记录。\n`);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-since-'));
  for (const name of ['in', 'empty']) mkdirSync(at(name));
  for (const name of ['a.txt', 'b.txt', 'c.txt']) put(name);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('inputs without a file', () => {
  it('leave what an earlier run wrote, and say so in one line', async () => {
    await go();
    const before = read();
    await expect(go(['empty'])).rejects.toThrow(
      /^nothing to read in empty: what the last run wrote is left as it was.*$/,
    );
    expect(read()).toBe(before);
    const store = Store.read(at('out/default.db'));
    expect([store.lastRun()?.state, store.counts().articles]).toEqual(['finished', 3]);
    store.close();
    // The store is free again.
    expect((await go()).since).toEqual({ new: 0, changed: 0, gone: 0 });
  });

  it('leave what another pipeline wrote into the folder', async () => {
    await go();
    const before = read();
    await expect(go(['empty'], 'text')).rejects.toThrow(/^nothing to read/);
    expect(read()).toBe(before);
  });

  it('say why, where they know', async () => {
    await go();
    writeFileSync(at('empty/a.png'), 'x');
    await expect(go(['empty'])).rejects.toThrow('nothing to read in empty (1 skipped: 1 .png): ');
    symlinkSync('nowhere', at('empty/b.txt'));
    await expect(go(['empty'])).rejects.toThrow('nothing to read in empty (empty/b.txt: broken link): ');
  });

  it('are refused on the first run, too, and nothing is made', async () => {
    await expect(go(['empty'])).rejects.toThrow(/^nothing to read in empty$/);
    expect(existsSync(at('out'))).toBe(false);
  });

  it('are none where one file is left: what is gone is gone', async () => {
    await go();
    for (const name of ['a.txt', 'b.txt']) rmSync(at(`in/${name}`));
    expect(await go()).toMatchObject({ articles: 1, since: { new: 0, changed: 0, gone: 2 } });
  });
});

describe('a folder of several', () => {
  it('without any of its files leaves what was written; named no more it lets them go', async () => {
    writeFileSync(at('empty/d.txt'), '石桥镇值班安排\n石桥镇每班不少于2人，交接要有记录。\n');
    await go(['in', 'empty']);
    const before = read();
    rmSync(at('empty/d.txt'));
    await expect(go(['in', 'empty'])).rejects.toThrow(/^nothing to read in empty, where 1 file was: /);
    expect(read()).toBe(before);
    expect((await go(['in'])).since).toEqual({ new: 0, changed: 0, gone: 1 });
  });
});

describe('the files since the last run', () => {
  it('are not counted against a run that did not finish', async () => {
    await go();
    const store = Store.open(at('out/default.db'));
    store.startRun('default', '{}', '2021-01-01T00:00:00Z');
    store.close();
    expect((await go()).since).toBeNull();
  });

  it('are counted as new, changed and gone; nothing is said of the first run', async () => {
    expect((await go()).since).toBeNull();
    put('a.txt', '石桥');
    rmSync(at('in/b.txt'));
    put('d.txt');
    put('e.txt');
    expect((await go()).since).toEqual({ new: 2, changed: 1, gone: 1 });
    expect((await go()).since).toEqual({ new: 0, changed: 0, gone: 0 });
  });

  it('have not changed where only the pipeline has, or only their times', async () => {
    await go();
    put('a.txt');
    writeFileSync(at('default.yaml'), 'name: default\nstages: [repair, normalise]\ningest: {maxBytes: 100000}\n');
    expect(await go(['in'], at('default.yaml'))).toMatchObject({ changed: 3, since: { new: 0, changed: 0, gone: 0 } });
  });
});
