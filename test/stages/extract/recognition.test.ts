import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';

/** Sentences of our own, with what is recognised in them: `text = value unit bound`, whatever role and indicator it has. */
interface Case {
  text: string;
  figures: string[];
}

const FILE = join(import.meta.dirname, '../../cases/extract-figures/recognition.json');
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as Case[];

describe('what is recognised as a figure', () => {
  it.each(CASES)('$text', ({ text, figures }) => {
    const found = findFigures(text, [], [], { published: null });
    expect(
      found.map((f) => `${f.text} = ${[f.value ?? `${f.min}..${f.max}`, f.unit, f.bound].filter(Boolean).join(' ')}`),
    ).toEqual(figures);
  });
});
