import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';

/** What is to be found: each figure by its text, and of it what the case is about. */
interface Case {
  about: string;
  text: string;
  figures: { text: string; indicator?: string; time?: string; interval?: [string | null, string | null] }[];
}

const file = join(import.meta.dirname, '../../cases/extract-figures/times.json');
const cases: Case[] = JSON.parse(readFileSync(file, 'utf8'));

describe('when a figure holds', () => {
  it.each(cases)('$about', ({ text, figures }) => {
    const found = extract(text, { title: null, published: '2023-03-28' }).figures;
    expect(found.map((f) => f.text)).toEqual(figures.map((f) => f.text));
    for (const [i, { interval, ...said }] of figures.entries()) {
      expect(found[i]).toMatchObject(said);
      if (interval)
        expect([said.text, found[i]!.interval]).toEqual([said.text, { start: interval[0], end: interval[1] }]);
    }
  });
});
