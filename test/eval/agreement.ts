/**
 * `npm run score:agreement [-- al an]`: how far two annotators agree, on those articles that two have annotated (of these authors), by
 * the measures that the program is scored by. The second (corpus/held-second) saw the guide and the texts alone. No score of the
 * program means anything above these. Some of these articles were held out once and are not now: they stand in corpus/fresh.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { authorOf, partOf } from './part.ts';
import { score } from './score.ts';

const corpus = path.resolve(import.meta.dirname, '../../corpus');
const second = path.join(corpus, 'held-second');
const authors = process.argv.slice(2);
const files = readdirSync(second).filter(
  (f) => f.endsWith('.json') && (!authors.length || authors.includes(authorOf(f))),
);
const both = partOf([path.join(corpus, 'held'), path.join(corpus, 'fresh')], (name) => files.includes(`${name}.json`));

interface Annotated {
  points: { heading: string; parent: string | null }[];
  slogans: object[];
  figures: object[];
}

/** An annotation in the shape of an article: parents by id. */
function articleOf(file: string): object {
  const { points, slogans, figures } = JSON.parse(readFileSync(path.join(second, file), 'utf8')) as Annotated;
  const name = file.replace('.json', '.txt');
  const text = readFileSync(path.join(both, name), 'utf8').trim();
  return {
    id: name,
    title: null,
    text,
    source: { path: name, part: 1 },
    meta: {},
    work: null,
    points: points.map((p) => ({ ...p, id: p.heading })),
    slogans: slogans.map((s) => ({ ...s, mentions: [] })),
    figures,
  };
}

const SHOWN = /^(?:articles|points|parent|role|measures|slogan|expansion|figure|indicator)/;
for (const [name, value] of Object.entries(score(files.map(articleOf), both)))
  if (value !== null && SHOWN.test(name)) console.log(name.padEnd(14), Math.floor(value * 1e4) / 1e4);
