/**
 * `npm run score`: scores of the program on the project's own corpus, as floors.json wants them; then what cutting did: body
 * characters lost, boilerplate left, pages split exactly. With `faults` each fault is told.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/pipeline/run.ts';
import { scoreCuts } from './cuts.ts';
import { readArticles, score } from './score.ts';

const corpus = path.resolve(import.meta.dirname, '../../corpus');
const out = mkdtempSync(path.join(tmpdir(), 'wenshai-score-'));
await run(['sample'], { cwd: corpus, out });
const articles = readArticles(path.join(out, 'articles.jsonl'));
const expected = path.join(corpus, 'expected');
const scores = score(articles, expected);
const cuts = scoreCuts(articles, expected);
rmSync(out, { recursive: true });
for (const [name, value] of Object.entries(scores))
  console.log(name.padEnd(14), value === null ? '-' : Math.floor(value * 1e4) / 1e4);
const share = (n: number): string => `${n} of ${cuts.chars} characters (${((100 * n) / cuts.chars).toFixed(3)} %)`;
console.log(`body lost      ${share(cuts.lost)}`);
console.log(`boilerplate    ${share(cuts.left)} left`);
console.log(`changed        ${share(cuts.changed)}: damage left open or mended wrongly`);
console.log(`splits exact   ${cuts.exact} of ${cuts.pages} pages`);
if (process.argv[2] === 'faults') for (const fault of cuts.faults) console.log(`  ${fault}`);
