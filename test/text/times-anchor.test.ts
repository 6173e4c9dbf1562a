import { describe, expect, it } from 'vitest';
import { findTimes } from '../../src/text/times.ts';

const begins = (text: string): string[] => findTimes(text, '2024-01-18').map((f) => `${f.text} ${f.from}`);

describe('a part of a year behind the year', () => {
  it.each([
    ['2023年全年增收', ['2023年 2023-01-01', '全年 2023-01-01']],
    ['去年全年增收', ['去年 2023-01-01', '全年 2023-01-01']],
    ['是去年全年的九成', ['去年 2023-01-01', '全年 2023-01-01']],
    ['2018年立项，3月开工', ['2018年 2018-01-01', '3月 2018-03-01']],
    ['2021年，新修渠道80公里，年末灌区达到3万亩', ['2021年 2021-01-01', '年末 2021-11-01']],
  ])('%s', (text, expected) => {
    expect(begins(text)).toEqual(expected);
  });

  it.each([
    ['下步打算：明年，将抓好：一是修渠3公里；二是在6月底前配齐水管员', '6月底前 2025-01-01'],
    ['明年，我们将修渠3公里。全年培训20人', '全年 2025-01-01'],
    ['明年，我们将修渠3公里。今年底验收', '今年底 2024-11-01'],
    ['为明年打好基础；6月底前修渠3公里', '6月底前 2024-01-18'],
    ['明年，我们将修渠3公里。\n6月底前培训20人', '6月底前 2024-01-18'],
    ['去年，修渠3公里。6月底前培训20人', '6月底前 2024-01-18'],
  ])('lies in a year to come that its paragraph is about: %s', (text, expected) => {
    expect(begins(text).at(-1)).toBe(expected);
  });

  it.each([
    ['another sentence', '2021年修渠80公里。年底验收', '年底 2024-11-01'],
    ['a year to compare with', '灌溉面积比2020年增长5%，全年完成修渠', '全年 2024-01-01'],
    ['a year that something begins with', '2020年以来，全年供水不断', '全年 2024-01-01'],
    ['a year that a change begins with', '分值由上年的20分提到35分，年底验收', '年底 2024-11-01'],
    ['a year that says of what', '查摆去年的问题，年底验收', '年底 2024-11-01'],
    ['a month', '2023年5月成立，年底验收', '年底 2024-11-01'],
  ])('does not lie in %s', (_, text, expected) => {
    expect(begins(text).at(-1)).toBe(expected);
  });
});
