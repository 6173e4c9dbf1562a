/** `npm run score`: scores of the program on the project's own corpus, as floors.json wants them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/pipeline/run.ts';
import { readArticles, score } from './score.ts';

const corpus = path.resolve(import.meta.dirname, '../../corpus');
const out = mkdtempSync(path.join(tmpdir(), 'wenshai-score-'));
await run(['sample'], { cwd: corpus, out });
const scores = score(readArticles(path.join(out, 'articles.jsonl')), path.join(corpus, 'expected'));
rmSync(out, { recursive: true });
for (const [name, value] of Object.entries(scores))
  console.log(name.padEnd(14), value === null ? '-' : Math.floor(value * 1e4) / 1e4);
