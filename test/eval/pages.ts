/**
 * `npm run score:pages`: raw pages by people who saw none of the rules.
 *
 * - corpus/blind-pages: no rule was made on these. Their scores tell how far the rules reach; when rules are made on them, they
 *   move to the others, and new ones are to be written.
 * - corpus/held-pages: read since, and rules were made on them.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/pipeline/run.ts';
import { readArticles, score } from './score.ts';

const SHOWN = new Set(['articles', 'found', 'text', 'title', 'relations', 'sites']);

for (const name of ['blind-pages', 'held-pages']) {
  const corpus = path.resolve(import.meta.dirname, '../../corpus', name);
  if (!existsSync(corpus)) {
    console.log(`${name}: none at present`);
    continue;
  }
  const out = mkdtempSync(path.join(tmpdir(), 'wenshai-pages-'));
  // All pages in one run: copies among them heal and relate.
  await run(['[a-z][0-9][0-9]*.*'], { cwd: corpus, out });
  const scores = score(readArticles(path.join(out, 'articles.jsonl')), path.join(corpus, 'expected'));
  console.log(name);
  for (const [k, v] of Object.entries(scores))
    if (SHOWN.has(k) && v !== null) console.log(`  ${k.padEnd(12)} ${Math.floor(v * 1e4) / 1e4}`);
  rmSync(out, { recursive: true });
}
