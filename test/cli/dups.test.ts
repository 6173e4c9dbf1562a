import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_TIMEOUT, sampleRun } from '../sample-run.ts';
import { wenshai } from './process.ts';

let folder: string;
let articles: any[];
beforeAll(async () => {
  folder = path.dirname(await sampleRun());
  articles = readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));
}, SAMPLE_TIMEOUT);
const here = (...args: string[]) => wenshai(args, { cwd: folder });

describe('wenshai dups', () => {
  it('lists every article once, in works by size, the canonical one first', async () => {
    const works = JSON.parse((await here('dups', '--json', '--min', '1', '--limit', '0')).out) as any[];
    expect(works.flatMap((w) => w.members.map((m: any) => m.id)).sort()).toEqual(articles.map((a) => a.id).sort());
    for (const [i, w] of works.entries()) {
      expect(w.size).toBe(w.members.length);
      expect(w.members[0]).toMatchObject({ id: w.work, relation: 'canonical', title: w.title });
      if (i) expect(w.size).toBeLessThanOrEqual(works[i - 1].size);
      for (const m of w.members) expect(articles.find((a) => a.id === m.id).work.id).toBe(w.work);
    }
  });

  it('leaves out works below --min and those beyond --limit', async () => {
    const three = JSON.parse((await here('dups', '--json', '--min', '3', '--limit', '0')).out) as any[];
    expect(three.length).toBeGreaterThan(1);
    expect(three.every((w) => w.size >= 3)).toBe(true);
    const { out } = await here('dups', '--min', '3', '--limit', '1');
    expect(out).toContain(`… and ${three.length - 1} more works (--limit 0 for all)`);
    expect(out.split('\n')[0]).toMatch(new RegExp(`^${three[0].size}  ${three[0].work}  `));
  });

  it('says so where there is none', async () => {
    expect(await here('dups', '--min', '1000')).toMatchObject({
      code: 0,
      out: '',
      err: 'no work has 1000 articles or more\n',
    });
    expect((await here('dups', '--min', '1000', '--json')).out).toBe('[]\n');
  });

  it('shows relation and place of each member', async () => {
    const { code, out } = await here('dups');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}canonical +[0-9a-f]{16} +sample\/s\d+\S*, part \d+/m);
    expect(out).toMatch(/^ {2}template +[0-9a-f]{16} /m);
  });
});
