import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, wenshai } from './process.ts';

/** A small disk of its own is root's to make. */
const mounts = ((): boolean => {
  const at = mkdtempSync(path.join(tmpdir(), 'wenshai-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('umount', [at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
})();

let folder: string;
const disk = (): string => path.join(folder, 'disk');
const mount = (options: string): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk()]);
};
const run = (out: string) => wenshai(['run', 'in', '--quiet', '--out', out], { cwd: folder });

describe.skipIf(!mounts)('a full disk', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'wenshai-full-'));
    mkdirSync(disk());
    mkdirSync(path.join(folder, 'in'));
    const sample = path.join(root, 'corpus/sample');
    for (const name of readdirSync(sample)
      .filter((f) => f.endsWith('.txt'))
      .slice(0, 4))
      writeFileSync(path.join(folder, 'in', name), readFileSync(path.join(sample, name)));
    expect((await run('whole')).code).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['16k', '64k', '300k'])(
    'of %s: one line that names the file and what to do, and with more room the run goes on',
    async (size) => {
      mount(`size=${size}`);
      try {
        const ended = await run('disk/out');
        expect(ended.err).toMatch(
          /^wenshai: cannot write \S+disk\/out\/(?:default\.db|articles\.jsonl): the disk is full: make room or choose another --out\n$/,
        );
        expect(ended.code).toBe(2);
        expect(readdirSync(path.join(disk(), 'out')).filter((f) => f.endsWith('.part'))).toEqual([]);
        execFileSync('mount', ['-o', 'remount,size=50m', disk()]);
        expect((await run('disk/out')).code).toBe(0);
        const [resumed, whole] = ['disk/out', 'whole'].map((out) =>
          readFileSync(path.join(folder, out, 'articles.jsonl'), 'utf8'),
        );
        expect(resumed).toBe(whole);
      } finally {
        execFileSync('umount', [disk()]);
      }
    },
    60_000,
  );

  it('can still be read from, and what cannot be written says where; so on one that is read-only', async () => {
    mount('size=20m');
    try {
      expect((await run('disk/out')).code).toBe(0);
      const reads = async () => (await wenshai(['status', '--out', 'disk/out'], { cwd: folder })).code;
      try {
        writeFileSync(path.join(disk(), 'fill'), Buffer.alloc(21_000_000));
      } catch {
        // It is full.
      }
      expect(await reads()).toBe(0);
      const table = ['export', 'works', '--out', 'disk/out', '--output', 'disk/works.csv'];
      expect(await wenshai(table, { cwd: folder })).toMatchObject({
        code: 2,
        err: 'wenshai: cannot write disk/works.csv: the disk is full: make room or name another --output\n',
      });
      execFileSync('mount', ['-o', 'remount,ro', disk()]);
      expect(await reads()).toBe(0);
      expect((await run('disk/out')).err).toMatch(
        /^wenshai: cannot write \S+default\.db: it is read-only: choose another --out\n$/,
      );
    } finally {
      execFileSync('umount', [disk()]);
    }
  }, 60_000);
});
