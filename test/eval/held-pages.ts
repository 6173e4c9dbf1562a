/**
 * `npm run score:pages`: raw pages of corpus/held-pages, written by somebody who saw none of the rules. Odd-numbered ones
 * were read afterwards to make rules, even-numbered ones were not: their scores tell how far the rules reach.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/pipeline/run.ts';
import { readArticles, score } from './score.ts';

const corpus = path.resolve(import.meta.dirname, '../../corpus/held-pages');
const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-pages-'));
// All pages in one run, as they were first scored: copies among them heal and relate across the halves.
await run(['q*.*'], { cwd: corpus, out: path.join(folder, 'out') });
const articles = readArticles(path.join(folder, 'out/articles.jsonl'));
const number = (name: string): number => Number(/^q(\d+)/.exec(path.basename(name))?.[1] ?? 0);
const halves = { odd: 1, even: 0 };
const print = (name: string, scores: Record<string, number | null>): void =>
  console.log(
    name,
    ...Object.entries(scores).flatMap(([k, v]) =>
      SHOWN.has(k) && v !== null ? [`${k} ${Math.floor(v * 1e4) / 1e4}`] : [],
    ),
  );
const SHOWN = new Set(['articles', 'found', 'text', 'title', 'relations']);

print('all ', score(articles, path.join(corpus, 'expected')));
for (const [name, rest] of Object.entries(halves)) {
  const expected = path.join(folder, name);
  mkdirSync(expected);
  for (const f of readdirSync(path.join(corpus, 'expected')))
    if (f.endsWith('.txt') && number(f) % 2 === rest) cpSync(path.join(corpus, 'expected', f), path.join(expected, f));
  const own = articles.filter((a) => number(a.source.path) % 2 === rest);
  print(name.padEnd(4), score(own, expected));
}
rmSync(folder, { recursive: true });
