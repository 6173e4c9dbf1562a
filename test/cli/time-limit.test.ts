import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { WORD } from './hang.ts';
import { wenshai } from './process.ts';

/** Seconds that a task may take here: long enough for any other task on a busy machine. */
const SECONDS = 12;
const env = {
  NODE_OPTIONS: `--import ${pathToFileURL(path.join(import.meta.dirname, 'hang.ts'))}`,
  WENSHAI_TASK_SECONDS: `${SECONDS}`,
};
const page = (place: string): string =>
  `${place}值班安排\n${place}每班不少于2人，交接要有记录。\n${place}值班室全年开放，电话有人接听。\n`;

let folder: string;
const at = (name: string): string => path.join(folder, name);
const run = (input: string, out: string, more: readonly string[] = [], options: Parameters<typeof wenshai>[1] = {}) =>
  wenshai(['run', input, '--pipeline', 'text', '--out', out, ...more], { cwd: folder, ...options });
const lines = (out: string): string[] =>
  readFileSync(at(`${out}/articles.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
const reasons = (out: string): [string, string, string][] => {
  const store = Store.read(at(`${out}/text.db`));
  const set = store.quarantine().map((q): [string, string, string] => [q.path, q.stage, q.reason]);
  store.close();
  return set;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-slow-'));
  for (const name of ['little', 'mixed']) {
    mkdirSync(at(name));
    writeFileSync(at(`${name}/a.txt`), page('渡口镇'));
    writeFileSync(at(`${name}/b.txt`), page(WORD));
    writeFileSync(at(`${name}/c.txt`), page('石桥乡'));
  }
  // A format that is never read in the main thread: three pages, one of them without end.
  const rows = [page('柳沟村'), page(WORD), page('杏林村')].map((text) => JSON.stringify({ text }));
  writeFileSync(at('mixed/d.jsonl'), `${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a page that takes without end', () => {
  const slow = ['worker', `took longer than ${SECONDS + 1} s`];

  it('is set aside, with the reason, and the others are read, with one worker or three', async () => {
    for (const [out, workers] of [
      ['one', '1'],
      ['three', '3'],
    ] as const) {
      const { code, err } = await run('mixed', out, ['--workers', workers], { env });
      expect(err).toContain(`2 quarantined: mixed/b.txt (took longer than ${SECONDS + 1} s)`);
      expect(code).toBe(1);
      expect(reasons(out)).toEqual([
        ['mixed/b.txt', ...slow],
        ['mixed/d.jsonl', ...slow],
      ]);
    }
    expect(lines('one')).toHaveLength(4);
    expect(lines('three')).toEqual(lines('one'));
  }, 300_000);

  it('is tried again by the next run, which ends as one that met nothing slow', async () => {
    await run('mixed', 'whole');
    const { code } = await run('mixed', 'one');
    expect([code, reasons('one')]).toEqual([0, []]);
    expect(lines('one')).toEqual(lines('whole'));
    expect(lines('one')).toHaveLength(6);
  }, 300_000);

  it('is set aside as well where the main thread was at it', async () => {
    const { code, err } = await run('little', 'here', [], { env });
    expect(err).toContain(`1 quarantined: little/b.txt (took longer than ${SECONDS + 1} s)`);
    expect([code, lines('here').length]).toEqual([1, 2]);
    expect(reasons('here')).toEqual([['little/b.txt', ...slow]]);
    await run('little', 'calm');
    await run('little', 'here');
    expect(lines('here')).toEqual(lines('calm'));
  }, 300_000);

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'can be ended by %s where the main thread is at it',
    async (signal) => {
      const ended = await run('little', `ended-${signal}`, [], { env, interruptOn: 'read 3/3', signal });
      expect(ended).toMatchObject({ code: null, signal });
      expect((await run('little', `ended-${signal}`)).code).toBe(0);
    },
    300_000,
  );
});
