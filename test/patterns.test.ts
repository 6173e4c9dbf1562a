import { describe, expect, it } from 'vitest';
import { classesOf, patternsOf, sources, twice } from './patterns.ts';

const doubled = (source: string): string[] => classesOf(source).flatMap((c) => twice(c.items));

describe('a class of characters', () => {
  it('names no character twice: the second was meant to be another, its full-width form say', () => {
    const patterns = sources.flatMap(patternsOf);
    expect(patterns.length).toBeGreaterThan(2000);
    const found = patterns.flatMap(({ file, source }) =>
      classesOf(source)
        .filter((c) => twice(c.items).length)
        .map((c) => `${file}: ${c.text}`),
    );
    expect(found).toEqual([]);
  });

  it('is found and read as it is written', () => {
    expect(doubled('^[((].[))]$')).toEqual(['(', ')']);
    expect(doubled('[(（][)）]')).toEqual([]);
    expect(doubled(String.raw`[a-zb][\x41A][\u4e00一][\u{1f600}😀]`)).toEqual(['b', 'A', '一', '😀']);
    // What is escaped opens none; what stands for several characters is left out; a hyphen at the end is one.
    expect(doubled(String.raw`\[((] [\d\p{Script=Han}0\]a-] [^.\-]`)).toEqual([]);
  });
});
