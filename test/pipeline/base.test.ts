import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/pipeline/run.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);
const NONE = { new: 0, changed: 0, gone: 0 };

/** A run from a folder of the test; `out` and `base` from there, too. */
const go = (from: string, inputs: string[], options: { out?: string; base?: string; pipeline?: string } = {}) =>
  run(inputs, { cwd: at(from), out: at('work/out'), workers: 1, pipeline: 'text', ...options });

const articles = (out = 'work/out'): { id: string; source: { path: string } }[] =>
  readFileSync(at(`${out}/articles.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const ids = (out?: string): string[] => articles(out).map((a) => a.id);
const paths = (out?: string): string[] => articles(out).map((a) => a.source.path);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-base-'));
  mkdirSync(at('work/in'), { recursive: true });
  mkdirSync(at('else/where'), { recursive: true });
  for (const name of ['a', 'b'])
    writeFileSync(at(`work/in/${name}.txt`), `值班安排${name}\n每班不少于2人，交接要有记录。\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('ids', () => {
  it('are the same however a file is named and wherever the run is started', async () => {
    await go('work', ['in']);
    const first = ids();
    expect(paths()).toEqual(['in/a.txt', 'in/b.txt']);
    const ways: [string, string[]][] = [
      ['work', ['./in/']],
      ['work', ['in/*.txt']],
      ['work', ['in/b.txt', '../work/in/a.txt']],
      ['work', [at('work/in')]],
      ['work/in', ['.']],
      ['else/where', ['../../work/in']],
      ['else', [at('work/in/a.txt'), at('work/in/b.txt')]],
    ];
    for (const [from, inputs] of ways) {
      const { since, changed, base } = await go(from, inputs);
      expect([from, inputs, since, changed, base]).toEqual([from, inputs, NONE, 0, at('work')]);
      expect(ids()).toEqual(first);
    }
  });

  it('do not depend on where the first run was started, where the base is said', async () => {
    await go('work', ['in'], { out: at('one') });
    await go('else', [at('work/in')], { out: at('two'), base: '../work' });
    expect(ids('two')).toEqual(ids('one'));
    // Without it that folder is the base, and of the next runs as well.
    await go('else', [at('work/in')], { out: at('three') });
    expect(paths('three')).toEqual(['../work/in/a.txt', '../work/in/b.txt']);
    expect((await go('work', ['in'], { out: at('three') })).since).toEqual(NONE);
  });

  it('change with a base that is said, and say so', async () => {
    await go('work', ['in']);
    expect((await go('work', ['in'], { base: '..' })).since).toEqual({ new: 2, changed: 0, gone: 2 });
    expect(paths()).toEqual(['work/in/a.txt', 'work/in/b.txt']);
    expect((await go('work', ['in'])).since).toEqual(NONE);
  });

  it('stay where pages and export are moved together, and where the export is moved alone', async () => {
    await go('work', ['in']);
    const first = ids();
    renameSync(at('work'), at('moved'));
    const moved = { out: at('moved/out') };
    expect((await go('else', [at('moved/in')], moved)).since).toEqual(NONE);
    expect(ids('moved/out')).toEqual(first);
    renameSync(at('moved/out'), at('else/out'));
    expect((await go('moved', ['in'], { out: at('else/out') })).since).toEqual(NONE);
    expect(ids('else/out')).toEqual(first);
  });

  it.each([
    ['the same folder', 'work'],
    ['another folder', 'else'],
  ])('stay in a database that does not know its base yet: a run from %s', async (_, from) => {
    await go('work', ['in']);
    const db = new DatabaseSync(at('work/out/text.db'));
    db.exec('DELETE FROM settings');
    db.close();
    expect((await go(from, [at('work/in')])).since).toEqual(NONE);
  });

  it('of a link do not depend on the folder either', async () => {
    mkdirSync(at('else/links'));
    cpSync(at('work/in/a.txt'), at('real.txt'));
    symlinkSync(at('real.txt'), at('work/in/z.txt'));
    symlinkSync(at('real.txt'), at('else/links/y.txt'));
    const both = [at('work/in'), at('else/links')];
    await go('work', both);
    const first = ids();
    for (const from of ['else', '.']) {
      await go(from, both);
      expect(ids()).toEqual(first);
    }
  });

  it('names what is skipped and what is missing from the same folder', async () => {
    writeFileSync(at('work/in/x.png'), '');
    await go('work', ['in']);
    expect((await go('else', ['../work/in'])).skipped).toEqual([
      { path: 'in/x.png', reason: 'unsupported', failed: false },
    ]);
    for (const name of ['a', 'b']) rmSync(at(`work/in/${name}.txt`));
    writeFileSync(at('else/c.txt'), '值班安排\n每班不少于2人。\n');
    await expect(go('else', ['../work/in', 'c.txt'])).rejects.toThrow(
      /^nothing to read in \.\.\/work\/in, where 2 files were/,
    );
  });
});

describe('a folder that paths are to be relative to', () => {
  it('must be there: a slip would give every article another id', async () => {
    await expect(go('work', ['in'], { base: at('nowhere') })).rejects.toThrow(/relative to .*nowhere: no such folder$/);
  });
});

describe('another pipeline', () => {
  it('is not run into a folder that holds an export', async () => {
    await go('work', ['in']);
    const before = readFileSync(at('work/out/articles.jsonl'));
    await expect(go('work', ['in'], { pipeline: 'default' })).rejects.toThrow(
      /articles\.jsonl is the export of pipeline 'text': give 'default' another --out \(or remove .*text\.db\)$/,
    );
    expect(readFileSync(at('work/out/articles.jsonl'))).toEqual(before);
    await go('work', ['in']);
    rmSync(at('work/out/text.db'));
    expect(await go('work', ['in'], { pipeline: 'default' })).toMatchObject({ pipeline: 'default', articles: 2 });
  });

  it('is not run into a folder that one is writing to: the later would end over the export of the earlier', async () => {
    const both = await Promise.allSettled([go('work', ['in']), go('work', ['in'], { pipeline: 'default' })]);
    expect(both).toEqual([
      expect.objectContaining({ status: 'fulfilled', value: expect.objectContaining({ pipeline: 'text' }) }),
      expect.objectContaining({
        status: 'rejected',
        reason: expect.objectContaining({ message: `another run is writing to ${at('work/out')}` }),
      }),
    ]);
    expect(readdirSync(at('work/out'))).not.toContain('default.db');
  });

  it('is refused where an older wenshai let both write, but for the one that wrote last', async () => {
    await go('work', ['in']);
    renameSync(at('work/out/articles.jsonl'), at('work/kept.jsonl'));
    await go('work', ['in'], { pipeline: 'default' });
    const last = { pipeline: 'default' } as const;
    expect(await go('work', ['in'], last)).toMatchObject({ articles: 2 });
    await expect(go('work', ['in'])).rejects.toThrow(/is the export of pipeline 'default': give 'text' another --out/);
  });

  it('is, where that has written none, and where the database is of something else', async () => {
    await go('work', ['in']);
    rmSync(at('work/out/articles.jsonl'));
    expect(await go('work', ['in'], { pipeline: 'default' })).toMatchObject({ articles: 2 });
    rmSync(at('work/out/text.db'));
    writeFileSync(at('work/out/notes.db'), 'x');
    new DatabaseSync(at('work/out/mine.db')).close();
    expect(await go('work', ['in'], { pipeline: 'default' })).toMatchObject({ articles: 2 });
  });
});
