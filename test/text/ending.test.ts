import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ending, lastMatch, oneOf } from '../../src/text/ending.ts';

const word = fc.string({ unit: fc.constantFrom(...'的了共有占每个县，、约12'), maxLength: 12 });

describe('ending', () => {
  it.each([
    /(?:共|仅|约)?占[^，占]{1,4}的$/u,
    /(?:^|[^的了])(?:共有|有)$/u,
    /(?<=县)每(?:个|县)(?![1，])[^，]{0,3}$/u,
    /^(?:共有|占|了)$/u,
    /约?[12]{1,3}$|了(?:的|有)+$/u,
  ])('says what %s says', (pattern) => {
    fc.assert(
      fc.property(word, (text) => {
        expect(ending(pattern).test(text)).toBe(pattern.test(text));
      }),
    );
  });
});

describe('oneOf', () => {
  it('knows whole words only', () => {
    expect(['共', '共有', '有', ''].map((w) => oneOf('共有 有').test(w))).toEqual([false, true, true, false]);
  });
});

describe('lastMatch', () => {
  it('is the start of the last match, or -1', () => {
    expect([lastMatch(/共|有/gu, '共了有的'), lastMatch(/共/gu, '的'), lastMatch(/约?/gu, '的')]).toEqual([2, -1, 1]);
  });
});
