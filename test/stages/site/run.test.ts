import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parsePipeline } from '../../../src/pipeline/load.ts';
import { run } from '../../../src/pipeline/run.ts';
import { SUBJECTS, unlike } from './pages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-site-'));
mkdirSync(path.join(folder, 'in'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (i: number): void =>
  writeFileSync(
    path.join(folder, `in/p${i}.txt`),
    ['云岭先锋风采录', `关于${SUBJECTS[i]}工作的报告`, ...unlike(SUBJECTS[i]!), '欢迎访问云岭党建网'].join('\n'),
  );
// Without dedup, whose works change with every article that is like another.
const pipeline = parsePipeline('stages: [repair, normalise, site, split, strip]', 'p');
const go = async (out: string, workers = 2) => {
  const { changed } = await run(['in'], { cwd: folder, out, workers, pipeline });
  return { changed, text: readFileSync(path.join(folder, out, 'articles.jsonl'), 'utf8') };
};

it('learns with every page that comes, as a full run would, and works on what changes only', async () => {
  for (let i = 0; i < 3; i++) write(i);
  expect((await go('grown')).text).toContain('欢迎访问云岭党建网');
  // The fourth page changes what is known of the other three.
  write(3);
  const fourth = await go('grown');
  expect(fourth.changed).toBe(4);
  expect(fourth.text).not.toContain('欢迎访问云岭党建网');
  expect(fourth.text).toBe((await go('fresh', 1)).text);
  // The fifth changes nothing for them, not even the reason.
  write(4);
  const fifth = await go('grown');
  expect(fifth.changed).toBe(1);
  expect(fifth.text).toBe((await go('fresh2', 5)).text);
  // And what was learned is unlearned.
  for (const i of [0, 4]) rmSync(path.join(folder, `in/p${i}.txt`));
  const fewer = await go('grown');
  expect(fewer.text).toContain('欢迎访问云岭党建网');
  expect(fewer.text).toBe((await go('fresh3')).text);
});
