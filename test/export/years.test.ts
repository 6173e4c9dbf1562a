import { describe, expect, it } from 'vitest';
import { yearOf } from '../../src/export/rows.ts';

describe('the year of a time', () => {
  it.each([
    ['全年', '2022-01-01', '2022-12-31', 2022],
    ['6月底前', '2023-11-04', '2024-06-30', 2024],
    ['年底之前', '2023-01-04', '2023-12-31', 2023],
    ['“十四五”期间', '2021-01-01', '2025-12-31', null],
    ['目前', '2023-12-31', '2024-01-01', null],
    ['2019年以来', '2019-01-01', null, null],
    ['2025年前', null, '2024-12-31', 2024],
    ['三年来', null, '2024-12-31', null],
    ['近年', null, null, null],
  ])('%s, %s to %s', (time, start, end, year) => expect(yearOf(time, { start, end })).toBe(year));

  it('is none where there is no time', () => {
    expect([yearOf(null, null), yearOf(undefined, undefined)]).toEqual([null, null]);
  });
});
