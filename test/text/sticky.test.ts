import { describe, expect, it } from 'vitest';
import { allMatches, initials, sticky } from '../../src/text/sticky.ts';

describe('sticky', () => {
  const words = ['上旬', '中旬', '月底'];
  const match = sticky(`(?:${words.join('|')})`, initials(words));
  it('matches where it is asked, and nowhere else', () => {
    expect(match('五月上旬', 2)?.[0]).toBe('上旬');
    expect(match('五月上旬', 1)).toBeNull();
    expect(match('五月上旬', 9)).toBeNull();
  });
});

describe('allMatches', () => {
  const found = (text: string, source: string, starts: string): [number, string][] =>
    allMatches(text, sticky(source, starts)).map((m) => [m.index, m[0]]);
  it('finds what a search for the pattern finds, from left to right', () => {
    const text = '千户百村，三百户、上千亩';
    const source = '(?<!三)(上)?[百千](?=\\p{Script=Han})';
    const searched = [...text.matchAll(new RegExp(source, 'gu'))].map((m): [number, string] => [m.index, m[0]]);
    expect(found(text, source, '上百千')).toEqual(searched);
    expect(searched).toHaveLength(3);
  });
  it('finds none within another, and goes on behind an empty one', () => {
    expect(found('哈哈哈', '哈哈', '哈')).toEqual([[0, '哈哈']]);
    expect(found('甲乙', '(?=甲)', '甲')).toEqual([[0, '']]);
  });
});
