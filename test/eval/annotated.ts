/**
 * Extraction alone on a folder of annotated articles, written and annotated by the guide by people who saw neither the rules
 * nor their output.
 *
 * - `npm run score:held`: corpus/held. Nobody looks at these while writing rules: only at the totals, so that the distance to
 *   `npm run score` tells how far the rules reach beyond the texts they were made on.
 * - `npm run score:fresh`: corpus/fresh. These were looked at since, and rules were made on them.
 *
 * `-- e f` behind either: only the articles of these authors, by the letters that their names begin with.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../src/index.ts';
import { authorOf, partOf } from './part.ts';
import { score } from './score.ts';

const [name = 'held', ...authors] = process.argv.slice(2);
const whole = path.resolve(import.meta.dirname, '../../corpus', name);
const folder = authors.length ? partOf(whole, (file) => authors.includes(authorOf(file))) : whole;
const articles = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => {
    const text = readFileSync(path.join(folder, f), 'utf8').trim();
    const { title } = JSON.parse(readFileSync(path.join(folder, f.replace('.txt', '.json')), 'utf8')) as {
      title: string | null;
    };
    return { id: f, title, text, source: { path: f, part: 1 }, meta: {}, work: null, ...extract(text, { title }) };
  });
for (const [measure, value] of Object.entries(score(articles, folder)))
  if (value !== null) console.log(measure.padEnd(14), Math.floor(value * 1e4) / 1e4);
