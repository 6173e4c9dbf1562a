import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/text/numbers.ts';
import { isPartOfWord } from '../../src/text/numbers-words.ts';
import { expectLinear } from '../linear.ts';

const read = (text: string, loose = false) =>
  findNumbers(text, { loose }).map((n) => [
    text.slice(n.start, n.end),
    n.max === undefined ? n.value : [n.value, n.max],
  ]);

describe('findNumbers', () => {
  it.each([
    ['合计18.6亿元', '18.6亿', 1_860_000_000],
    ['三千零四十名', '三千零四十', 3040],
    ['一千三', '一千三', 1300],
    ['三亿五千万', '三亿五千万', 350_000_000],
    ['3亿5000万', '3亿5000万', 350_000_000],
    ['1,234.5', '1,234.5', 1234.5],
    ['１２．５', '１２．５', 12.5],
    ['二〇二三', '二〇二三', 2023],
    ['十几万', '十几万', 100_000],
    ['六百余万', '六百余万', 6_000_000],
    ['一百几十', '一百几十', 100],
    ['四点二五', '四点二五', 4.25],
    ['五分之四', '五分之四', 0.8],
    ['两又四分之一', '两又四分之一', 2.25],
    ['百分之三十五', '百分之三十五', 35],
    ['百分之百', '百分之百', 100],
    ['负三', '负三', -3],
    ['壹仟贰佰', '壹仟贰佰', 1200],
    ['四万万', '四万万', 400_000_000],
    ['廿六', '廿六', 26],
    ['一百卅五', '一百卅五', 135],
    ['叁拾柒万', '叁拾柒万', 370_000],
    ['３．６亿', '３．６亿', 360_000_000],
    ['千分之八', '千分之八', 8],
  ])('%s', (text, span, value) => {
    expect(read(text)).toEqual([[span, value]]);
  });

  it('reads pairs as two ends', () => {
    expect(read('三四十个')).toEqual([['三四十', [30, 40]]]);
    expect(read('七八万')).toEqual([['七八万', [70_000, 80_000]]]);
    expect(read('二十五六岁')).toEqual([['二十五六', [25, 26]]]);
  });

  it('leaves multipliers alone that are words', () => {
    expect(read('千方百计让百姓满意')).toEqual([]);
    expect(read('总人数百万')).toEqual([]);
  });

  it('keeps neighbours apart', () => {
    expect(read('2019,2020')).toEqual([
      ['2019', 2019],
      ['2020', 2020],
    ]);
    expect(read('三点三十分').map(([t]) => t)).toEqual(['三', '三十']);
    expect(read('三十两')).toEqual([
      ['三十', 30],
      ['两', 2],
    ]);
  });

  it('reads set-apart digits only when told to', () => {
    expect(read('三 百 五')).toEqual([
      ['三', 3],
      ['五', 5],
    ]);
    expect(read('三 百 五', true)).toEqual([['三 百 五', 350]]);
    expect(read('5k', true)).toEqual([['5k', 5000]]);
    expect(read('5G')).toEqual([['5', 5]]);
  });

  it.each(['1又', '三点三', '十万', '1,234,', '三分之', '一'])(
    'is linear in a text without an end: %s',
    async (unit) => {
      await expectLinear((n) => findNumbers(unit.repeat(n / unit.length)), 400_000);
    },
  );
});

describe('isPartOfWord', () => {
  it.each([
    ['四川盆地', true],
    ['统一认识', true],
    ['五名队员', false],
    ['是三还是五', false],
    ['一看就会', true],
    ['一到六', false],
    ['一到那里', true],
  ])('%s', (text, expected) => {
    expect(isPartOfWord(text, findNumbers(text)[0]!)).toBe(expected);
  });

  it.each([
    ['完好率达到.5%，提高 .35个百分点，产值.8亿元', []],
    ['完好率达到98.5%，第2.3%', [98.5, 2.3]],
    ['水渠管护.20处', [20]],
  ])('gives no number whose whole part is lost: %s', (text, values) => {
    expect(findNumbers(text).map((n) => n.value)).toEqual(values);
  });
});
