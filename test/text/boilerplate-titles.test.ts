import { describe, expect, it } from 'vitest';
import { cleanTitle } from '../../src/text/boilerplate-titles.ts';

describe('what a farm says behind a headline', () => {
  it.each([
    ['青禾县水利局工作总结（最新）', '青禾县水利局工作总结'],
    ['水渠管护心得体会(精选5篇)', '水渠管护心得体会'],
  ])('is cut off: %s', (title, cut) => {
    expect(cleanTitle(title)).toBe(cut);
  });

  it.each(['水渠管护办法（试行）', '水渠管护条例（节选）', '水渠故事（三）', '最新'])('stays: %s', (title) => {
    expect(cleanTitle(title)).toBe(title);
  });
});
