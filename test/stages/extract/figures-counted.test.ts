import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';
import { expectLinear } from '../../linear.ts';

interface Counted {
  text: string;
  figures: { text: string; indicator: string; per: string | null }[];
}

const file = join(import.meta.dirname, '../../cases/extract-figures/counted.json');
const cases: Counted[] = JSON.parse(readFileSync(file, 'utf8'));
const bare = (s: string | null): string => (s ?? '').replace(/[“”]/g, '');

describe('what is counted, and in which period', () => {
  it.each(cases)('$text', ({ text, figures }) => {
    const found = extract(text, { title: null }).figures;
    expect(found.map((f) => [f.text, f.per])).toEqual(figures.map((f) => [f.text, f.per]));
    for (const [i, f] of found.entries()) {
      const [got, want] = [bare(f.indicator), bare(figures[i]!.indicator)];
      expect([f.indicator, got.length > 1 && (got.endsWith(want) || want.endsWith(got))]).toEqual([f.indicator, true]);
    }
  });

  it.each(['目标值：5%\n', '年处理总量5吨', '其中5万元、', '5户、', '每座补助5元，'])('is linear: %s', async (unit) => {
    await expectLinear((n) => findFigures(unit.repeat(n / unit.length), [], [], { published: null }), 60_000);
  });
});
