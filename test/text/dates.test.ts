import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateLine, findDates } from '../../src/text/dates.ts';
import { expectLinear } from '../linear.ts';

const isoDate = (text: string): string | null => findDates(text)[0]?.iso ?? null;

describe('the first date', () => {
  it.each([
    ['2016-12-23 10:02:42', '2016-12-23T10:02:42'],
    ['2016-12-23 10:02', '2016-12-23T10:02'],
    ['2016-12-23T10:02:42', '2016-12-23T10:02:42'],
    ['2016/1/2', '2016-01-02'],
    ['2016.01.02', '2016-01-02'],
    ['2022年04月18日16:12', '2022-04-18T16:12'],
    ['2022年4月18日 16时12分', '2022-04-18T16:12'],
    ['(2010年9月27日)', '2010-09-27'],
    ['2010 年 9 月 27 日', '2010-09-27'],
    ['2010年9月', '2010-09'],
    ['二○一○年九月二十七日', '2010-09-27'],
    ['二〇一九年十二月十日', '2019-12-10'],
    ['二零零八年十月三十一日', '2008-10-31'],
    ['发布日期:2008-04-18 阅读', '2008-04-18'],
    ['2016-12-23 25:02', '2016-12-23'],
    ['2016-12-02T16:30:00.000Z', '2016-12-03T00:30:00'],
    ['2016-12-23T10:02:42+08:00', '2016-12-23T10:02:42'],
    ['2016-12-31 20:00:00 +0000', '2017-01-01T04:00:00'],
    ['2016-12-31 20:00 GMT', '2017-01-01T04:00'],
    // A stretch of hours, and an item: no zones.
    ['2016-12-23 10:30-11:30', '2016-12-23T10:30'],
    ['2016-12-23 10:30 Zone', '2016-12-23T10:30'],
    ['2016-12-02 CST', '2016-12-02'],
  ])('%s is %s', (text, iso) => {
    expect(isoDate(text)).toBe(iso);
  });

  it.each([
    '2016-13-02',
    '2015年2月29日',
    '12016-12-02',
    '3.2016.1.2',
    '2016.1.2.3',
    '9月27日',
    '08-04-18',
    '电话 2016-1234',
    '二十七日',
    '2016年',
  ])('%s is no date', (text) => {
    expect(isoDate(text)).toBeNull();
  });

  it('knows leap years', () => {
    expect(isoDate('2016-02-29')).toBe('2016-02-29');
  });

  it('reads back every date it could be given', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (d) => {
        const iso = d.toISOString().slice(0, 10);
        const [y, m, n] = iso.split('-').map(Number);
        expect(isoDate(`${y}年${m}月${n}日`)).toBe(iso);
        expect(isoDate(`${y}/${m}/${n}`)).toBe(iso);
        expect(isoDate(iso)).toBe(iso);
      }),
    );
  });
});

describe('findDates', () => {
  it('gives all, in order, with where they stand', () => {
    const text = '发布2016-01-02,修订2017年3月4日';
    expect(findDates(text).map((d) => text.slice(d.start, d.end))).toEqual(['2016-01-02', '2017年3月4日']);
  });

  it('is linear in digits', async () => {
    await expectLinear((n) => findDates('2016-12-'.repeat(n)), 100_000);
  });
});

describe('dateLine', () => {
  it.each(['(2010年9月27日)', '【2010-09-27】', ' 2010年09月27日 ', '2010-09-27 星期一'])(
    '%s is a date and nothing else',
    (line) => {
      expect(dateLine(line)).toBe('2010-09-27');
    },
  );

  it.each(['自2010年9月27日起施行', '2010年9月27日至2010年10月8日', '2010年9月27日通过'])('%s says more', (line) => {
    expect(dateLine(line)).toBeNull();
  });
});
