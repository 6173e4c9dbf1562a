import { describe, expect, it } from 'vitest';
import { amount, changed, dated, days } from '../../src/commands/said.ts';

describe('a figure in a list', () => {
  it.each([
    ['3.92', '亩', 39200, '3.92 万亩'],
    ['≤140', '吨', 140, '≤140 吨'],
    ['41,260', '元', 412_600_000, '41,260 万元'],
    ['12.5', '元', 1_250_000_000, '12.5 亿元'],
    ['-1.3', '%', -1.3, '-1.3 %'],
    ['不少于3', '处', 3, '不少于3 处'],
    ['60以上', '分', 60, '60以上 分'],
    ['0', '起', 0, '0 起'],
    // A head that counts in dozens.
    ['3', '枚', 36, '3 (36 枚)'],
  ])('%s, %s has the unit of its table', (text, unit, value, shown) => {
    expect(amount({ text, unit, value })).toBe(shown);
  });

  it.each([
    ['12万吨', '吨', 120_000],
    ['近400万', '', 4_000_000],
    ['千分之6.8', '‰', 6.8],
    ['3个多月', '个月', 3],
    ['三成', '%', 30],
  ])('%s, %s says it itself', (text, unit, value) => expect(amount({ text, unit, value })).toBe(text));

  it('that is a range has the multiplier of its upper end', () => {
    expect(amount({ text: '2—3.5', unit: '亩', max: 35_000 })).toBe('2—3.5 万亩');
    expect(amount({ text: '3', unit: '亩' })).toBe('3 (亩)');
  });

  it('tells which way it went, by which words, against what', () => {
    const at = { start: 0, end: 2 };
    const change = {
      ...at,
      text: '回落',
      kind: 'by',
      direction: 'down',
      of: { ...at, text: '增速' },
      compared: null,
    } as const;
    expect(changed(change)).toBe('down by 增速 … 回落');
    expect(changed({ ...change, of: null, compared: { ...at, text: '同比' } })).toBe('down by 回落 (同比)');
    expect(changed(null)).toBe('');
  });
});

describe('the days of a time', () => {
  it.each([
    ['2024-01-01', '2024-12-31', '2024'],
    ['2021-01-01', '2025-12-31', '2021–2025'],
    ['2024-01-01', '2024-06-30', '2024-01–2024-06'],
    ['2024-02-01', '2024-02-29', '2024-02'],
    ['2024-03-05', '2024-06-30', '2024-03-05–2024-06-30'],
    ['2024-03-01', '2024-03-30', '2024-03-01–2024-03-30'],
    ['2024-06-10', '2024-06-10', '2024-06-10'],
    [null, '2024-06-30', '–2024-06-30'],
    ['2024-06-30', null, '2024-06-30–'],
    [null, null, ''],
  ])('%s to %s are %s', (start, end, shown) => expect(days({ start, end })).toBe(shown));

  it('stand behind the words, where these are not all', () => {
    const year = { start: '2024-01-01', end: '2024-12-31' };
    expect(dated('明年', year)).toBe('明年 (2024)');
    expect(dated('2024年', year)).toBe('2024年');
    expect(dated('2024年度', year)).toBe('2024年度');
    expect(dated('明年', null)).toBe('明年');
  });
});
