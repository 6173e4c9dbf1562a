import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMojibake } from '../../../src/stages/repair/mojibake.ts';
import { applyEdits, checkEdits } from '../../../src/text/edits.ts';

interface Case {
  label: string;
  before: string;
  after: string;
}

function cases(kind: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../../cases/repair/mojibake-${kind}.json`, import.meta.url), 'utf8'));
}

function repaired(text: string): string {
  const edits = findMojibake(text);
  checkEdits(edits, text.length);
  return applyEdits(text, edits);
}

describe('mojibake', () => {
  it.each([...cases('wild'), ...cases('synthetic')])('$label', ({ before, after }) => {
    expect(repaired(before)).toBe(after);
    expect(repaired(after)).toBe(after);
  });

  it.each(cases('negative'))('leaves alone: $label', ({ before, after }) => {
    expect(after).toBe(before);
    expect(findMojibake(before)).toEqual([]);
  });

  it.each(cases('known-failures'))('cannot yet: $label', ({ before, after }) => {
    expect(repaired(before)).not.toBe(after);
  });

  it('changes nothing in clean Chinese, whatever stands beside it', () => {
    const words = fc.constantFrom(
      '党支部',
      '工作',
      '落实',
      '，',
      '。',
      '“三查”',
      '2016年',
      'GDP',
      '——',
      '……',
      '、',
      '≥5%',
      '℃',
      'é',
      '·',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        expect(findMojibake(list.join(''))).toEqual([]);
      }),
    );
  });

  it('gives well-formed edits on any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(() => checkEdits(findMojibake(text), text.length)).not.toThrow();
      }),
    );
  });
});

const suites = new URL('../../../../shared/suites/ftfy/', import.meta.url);

interface SuiteCase {
  original: string;
  fixed: string;
  'fixed-encoding'?: string;
}

/** ftfy folds width, quotes and white space as well; only the repair is compared. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
}

describe.skipIf(!existsSync(suites))('the public suite of mojibake', () => {
  const read = (name: string): SuiteCase[] => JSON.parse(readFileSync(new URL(name, suites), 'utf8'));

  it('leaves the negative cases alone', () => {
    for (const { original, fixed, 'fixed-encoding': encoding } of read('negative.json'))
      expect([original, encoding ?? fixed]).toContain(repaired(original));
  });

  it('repairs at least 56 of 70 cases of European text', () => {
    const good = read('in-the-wild.json').filter(
      (c) => folded(repaired(c.original)) === folded(c['fixed-encoding'] ?? c.fixed),
    );
    expect(good.length).toBeGreaterThanOrEqual(56);
  });
});
