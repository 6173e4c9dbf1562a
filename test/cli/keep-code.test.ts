import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wenshai } from './process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-code-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('compiled code', () => {
  const start = (env: NodeJS.ProcessEnv): ReturnType<typeof wenshai> => wenshai(['stages'], { cwd: folder, env });
  const fine = { code: 0, out: expect.stringContaining('repair'), err: '' };

  it('is kept in the cache folder, and serves the next start', async () => {
    const env = { XDG_CACHE_HOME: path.join(folder, 'cache') };
    const kept = path.join(folder, 'cache', 'wenshai', 'other');
    const first = await start(env);
    expect(first).toMatchObject(fine);
    const files = readdirSync(kept, { recursive: true }).length;
    expect(files).toBeGreaterThan(50);
    expect(await start(env)).toEqual(first);
    expect(readdirSync(kept, { recursive: true })).toHaveLength(files);
  });

  it('is done without where it cannot be kept or is not to be, and no home is made for it', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const home = path.join(folder, 'nobody');
    const off = path.join(folder, 'off');
    mkdirSync(off);
    for (const env of [
      { XDG_CACHE_HOME: file },
      { XDG_CACHE_HOME: '/proc/none' },
      { XDG_CACHE_HOME: 'relative', HOME: '' },
      { XDG_CACHE_HOME: '', HOME: home },
      { XDG_CACHE_HOME: off, NODE_DISABLE_COMPILE_CACHE: '1' },
    ])
      expect(await start(env)).toMatchObject(fine);
    expect(existsSync(home)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['cache', 'file', 'off']);
    expect(readdirSync(off, { recursive: true }).filter((f) => String(f).includes('v2'))).toEqual([]);
  });
});
