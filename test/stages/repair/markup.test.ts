import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMarkup } from '../../../src/stages/repair/markup.ts';
import { applyEdits, checkEdits } from '../../../src/text/edits.ts';

interface Case {
  label: string;
  before: string;
  after: string;
}

function cases(kind: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../../cases/repair/markup-${kind}.json`, import.meta.url), 'utf8'));
}

function repaired(text: string): string {
  const edits = findMarkup(text);
  checkEdits(edits, text.length);
  return applyEdits(text, edits);
}

describe('markup', () => {
  it.each([...cases('wild'), ...cases('synthetic')])('$label', ({ before, after }) => {
    expect(repaired(before)).toBe(after);
    expect(repaired(after)).toBe(after);
  });

  it.each(cases('negative'))('leaves alone: $label', ({ before, after }) => {
    expect(after).toBe(before);
    expect(findMarkup(before)).toEqual([]);
  });

  it.each(cases('known-failures'))('cannot yet: $label', ({ before, after }) => {
    expect(repaired(before)).not.toBe(after);
  });

  it('gives well-formed edits on any input', () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '&amp;',
      '&#x515A;',
      '\\u515a',
      '\\n',
      '<span a="b">',
      '</p>',
      '党',
      'a',
      ' ',
      '#{a}',
      '<!--',
      '<script>',
      '\\n',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(parts, { maxLength: 30 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (t) => {
        expect(() => checkEdits(findMarkup(t), t.length)).not.toThrow();
      }),
    );
  });
});
