import { describe, expect, it } from 'vitest';
import { lastCharacters } from '../../src/text/last-characters.ts';

const sorted = (pattern: RegExp): string | null => {
  const chars = lastCharacters(pattern.source);
  return chars === null ? null : [...new Set(chars)].sort().join('');
};

describe('lastCharacters', () => {
  it.each<[RegExp, string]>([
    [/共有|占$/u, '占有'],
    [/达(?:到|成)了?$/u, '了到成'],
    [/约[为是]{0,2}(?=元)$/u, '为是约'],
    [/第[1-3]+?$/u, '123'],
    [/(?<!没)有(?:的|(?:了|着)*)$/u, '了有的着'],
    [/\.$|（$/u, '.（'],
    [/^共(?<=共)$/u, '共'],
  ])('of %s are %s', (pattern, chars) => {
    expect(sorted(pattern)).toBe(chars);
  });

  it.each([/了?$/u, /[^的]$/u, /共\p{Script=Han}$/u, /共.$/u, /(?:共|有\s*)$/u, /共?(?:有|的*)$/u])(
    'of %s may be any',
    (pattern) => {
      expect(sorted(pattern)).toBeNull();
    },
  );
});
