import { describe, expect, it } from 'vitest';
import { cleanWith } from '../src/pipeline/clean.ts';
import cases from './cases/noise.json' with { type: 'json' };

/** The kinds of damage that the field does to characters and layout, through repair and normalise together. */
function clean(text: string): string {
  return cleanWith('normalise', cleanWith('repair', text).text).text;
}

describe('the damage of the field', () => {
  it.each(cases)('is undone: $label', ({ before, after }) => {
    expect(clean(before)).toBe(after);
    expect(clean(after)).toBe(after);
  });
});
