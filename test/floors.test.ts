import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArticles, type Scores, score } from './eval/score.ts';
import floors from './floors.json' with { type: 'json' };
import { SAMPLE_TIMEOUT, sampleRun } from './sample-run.ts';

const pinned: { corpus: string; floors: Record<string, number> } = floors;
const corpus = path.resolve(import.meta.dirname, '../corpus');
let scores: Scores;

beforeAll(async () => {
  scores = score(readArticles(path.join(await sampleRun(), 'articles.jsonl')), path.join(corpus, 'expected'));
}, SAMPLE_TIMEOUT);

/** Of every page and every expected result, names and contents. */
function corpusHash(): string {
  const hash = createHash('sha256');
  for (const part of ['sample', 'expected'])
    for (const name of readdirSync(path.join(corpus, part)).sort())
      hash.update(`${part}/${name}\n`).update(readFileSync(path.join(corpus, part, name)));
  return hash.digest('hex').slice(0, 16);
}

describe('quality on the project’s own corpus', () => {
  it('is measured on the corpus that the floors were pinned on', () => {
    expect(corpusHash(), 'the corpus changed: measure again and pin floors and hash together').toBe(pinned.corpus);
  });

  it.each(Object.entries(pinned.floors))('%s is at least %d', (name, floor) => {
    expect(scores[name]).toBeGreaterThanOrEqual(floor);
  });

  it('pins every score, and none so low that it could fall by a hundredth unnoticed', () => {
    const measured = Object.keys(scores).filter((k) => k !== 'articles' && scores[k] !== null);
    expect(Object.keys(pinned.floors).sort()).toEqual(measured.sort());
    for (const [name, floor] of Object.entries(pinned.floors)) expect(scores[name]! - floor, name).toBeLessThan(0.01);
  });
});
