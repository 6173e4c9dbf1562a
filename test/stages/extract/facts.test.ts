import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';
import { expectLinear } from '../../linear.ts';

/** Sentences of our own, each figure as `text | field=value | …`: what is not named may be anything, what is named is exact. */
interface Case {
  text: string;
  /** Of a section that the text stands in. */
  heading?: string;
  figures: string[];
}

const FILE = join(import.meta.dirname, '../../cases/extract-figures/facts.json');
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as Case[];

type Found = ReturnType<typeof extract>['figures'][number];

function told(f: Found, field: string): string {
  if (field !== 'change') return String(f[field as 'indicator' | 'role' | 'time' | 'per' | 'unit']);
  const c = f.change;
  return c ? `${c.kind} ${c.direction} ${c.text}${c.compared ? ` vs ${c.compared.text}` : ''}` : 'null';
}

/** The figures that are found, each with the fields that the case names. */
function linesOf({ text, heading, figures }: Case): string[] {
  const found = extract(heading ? `一、${heading}\n${text}\n二、其他` : text, { title: null }).figures;
  const fields = figures.map((line) =>
    line
      .split(' | ')
      .slice(1)
      .map((field) => field.split('=')[0]!),
  );
  return found.map((f, i) => [f.text, ...(fields[i] ?? []).map((x) => `${x}=${told(f, x)}`)].join(' | '));
}

/** Known failures: 出栏 is a verb to the dictionary, and weights take the measure before it. */
const KNOWN = new Set<string>();

describe('what a figure says, field by field', () => {
  it.each(CASES.filter((c) => !KNOWN.has(c.text)))('$text', (c) => {
    expect(linesOf(c)).toEqual(c.figures);
  });

  it.each(CASES.filter((c) => KNOWN.has(c.text)))('not yet: $text', (c) => {
    expect(linesOf(c)).not.toEqual(c.figures);
  });

  it.each([
    '存栏5万只，出栏7万只，分别增长3%和6%，',
    '分别增长3%、',
    '“课堂',
    '名单（',
    '在去年基础上减少5%，',
    '（二）组织建设（5分）',
    '转正5名，',
    '由每年9场减到3场，',
  ])('is linear: %s', async (unit) => {
    await expectLinear((n) => findFigures(unit.repeat(n / unit.length), [], [], { published: null }), 60_000);
  });
});
