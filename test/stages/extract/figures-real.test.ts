import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';
import type { Figure } from '../../../src/stages/extract/types.ts';
import { expectLinear } from '../../linear.ts';

/** What is to be found: each figure by its text, and of it what the case is about. */
interface Case {
  text: string;
  title?: string;
  figures: ({ text: string } & Partial<Pick<Figure, 'indicator' | 'role' | 'bound' | 'per' | 'time' | 'value'>>)[];
}

const file = join(import.meta.dirname, '../../cases/extract-figures/real.json');
const groups: Record<string, Case[]> = JSON.parse(readFileSync(file, 'utf8'));

/** Known failures: alone in their text, weights read their roles otherwise. */
const KNOWN = new Set(['现有正式党员4名,预备党员2名,流动党员2名,入党积极分子3名。']);

function check({ text, title, figures }: Case): void {
  const found = extract(text, { title: title ?? null }).figures;
  expect(found.map((f) => f.text)).toEqual(figures.map((f) => f.text));
  for (const [i, f] of found.entries()) expect(f).toMatchObject(figures[i]!);
}

describe.each(Object.entries(groups))('%s', (_, cases) => {
  for (const c of cases)
    if (KNOWN.has(c.text)) it(`not yet: ${c.text}`, () => expect(() => check(c)).toThrow());
    else it(c.text, () => check(c));
});

describe('what is counted', () => {
  it.each([
    '审批环节压减至4个、',
    '平均平均',
    '1.预计全区、',
    '审批',
    '限上',
    '身体好、',
    '完成预算数8亿元的4%(枫溪镇1户',
    '分别回落2.4和',
    '1-11月份',
  ])('is linear: %s', async (unit) => {
    await expectLinear((n) => findFigures(unit.repeat(n / unit.length), [], [], { published: null }), 60_000);
  });
});

describe('将 for 把 in front of 再', () => {
  it.each([
    ['镇里已将再就业补贴资金30万元发放到户。', 'result'],
    ['下一步，镇里将再修塘坝6座。', 'target'],
  ])('%s', (text, role) => {
    expect(findFigures(text, [], [], { published: null }).map((f) => f.role)).toEqual([role]);
  });
});
