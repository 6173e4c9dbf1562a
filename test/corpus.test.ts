import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const corpus = path.resolve(import.meta.dirname, '../corpus');

it('the sample pages and their expected results are what the recipes build', () => {
  const run = spawnSync(process.execPath, [path.join(corpus, 'build.ts'), '--check'], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

it('every damaged place that the sites file names is in an expected text of its page', () => {
  const dir = path.join(corpus, 'expected');
  const sites: Record<string, string[]> = JSON.parse(fs.readFileSync(path.join(dir, 'sites.json'), 'utf8'));
  for (const [page, list] of Object.entries(sites)) {
    const texts = fs.readdirSync(dir).filter((f) => f.startsWith(`${page}-`) && f.endsWith('.txt'));
    const all = texts.map((f) => fs.readFileSync(path.join(dir, f), 'utf8')).join('\n');
    for (const site of list) expect(all).toContain(site);
  }
});
