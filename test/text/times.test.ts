import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findTimes } from '../../src/text/times.ts';

const BASE = '2019-08-15';
const read = (text: string, base: string | null = BASE) => findTimes(text, base).map((t) => [t.text, t.from, t.to]);

describe('findTimes', () => {
  it.each([
    ['2017年3月完成', '2017年3月', '2017-03-01', '2017-04-01'],
    ['二〇一六年完成', '二〇一六年', '2016-01-01', '2017-01-01'],
    ['去年10月上旬', '去年10月上旬', '2018-10-01', '2018-10-11'],
    ['今年上半年', '今年上半年', '2019-01-01', '2019-07-01'],
    ['前三季度增长', '前三季度', '2019-01-01', '2019-10-01'],
    ['2018年1月至6月', '2018年1月至6月', '2018-01-01', '2018-07-01'],
    ['2018—2020年实施', '2018—2020年', '2018-01-01', '2021-01-01'],
    ['2016年以来', '2016年以来', '2016-01-01', '2019-08-15'],
    ['2020年底前', '2020年底前', '2019-08-15', '2021-01-01'],
    ['“十四五”期间', '“十四五”期间', '2021-01-01', '2026-01-01'],
    ['近三年来', '近三年来', '2016-08-15', '2019-08-15'],
    ['未来五年', '未来五年', '2019-08-15', '2024-08-15'],
    ['“七一”前夕', '“七一”前夕', '2019-07-01', '2019-07-02'],
    ['上世纪90年代', '上世纪90年代', '1990-01-01', '2000-01-01'],
    ['2019年春节前', '2019年春节前', null, '2019-02-06'],
    ['8月28日上午9时', '8月28日上午9时', '2019-08-28T09:00:00', '2019-08-28T10:00:00'],
    ['2019.05.06', '2019.05.06', '2019-05-06', '2019-05-07'],
    ['截至目前', '截至目前', null, '2019-08-15'],
  ])('%s', (text, span, from, to) => {
    expect(read(text)).toEqual([[span, from, to]]);
  });

  it.each([
    ['岁末年初走访', '岁末年初', '2019-12-01', '2020-03-01'],
    ['年末结存', '年末', '2019-11-01', '2020-01-01'],
    ['5月中旬至7月上旬', '5月中旬至7月上旬', '2019-05-11', '2019-07-11'],
    ['“十三五”末达到', '“十三五”末', '2020-01-01', '2021-01-01'],
    ['“十三五”以来', '“十三五”以来', '2016-01-01', '2019-08-15'],
    ['“十三五”初期', '“十三五”初期', '2016-01-01', '2018-01-01'],
    ['一至三季度完成', '一至三季度', '2019-01-01', '2019-10-01'],
    ['2—4季度推进', '2—4季度', '2019-04-01', '2020-01-01'],
    ['二季度末报送', '二季度末', '2019-06-25', '2019-07-01'],
    ['2018—2019学年度表彰', '2018—2019学年度', '2018-09-01', '2019-09-01'],
    ['本学年开设', '本学年', '2018-09-01', '2019-09-01'],
    ['上学期评选', '上学期', '2018-09-01', '2019-02-01'],
    ['一年来共走访', '一年来', '2018-08-15', '2019-08-15'],
    ['六年间增长', '六年间', '2013-08-15', '2019-08-15'],
    ['最近三年发展', '最近三年', '2016-08-15', '2019-08-15'],
    ['即日起至10月底', '即日起至10月底', '2019-08-15', '2019-11-01'],
    ['自今年9月起执行', '今年9月起', '2019-09-01', null],
    ['自去年9月起执行', '去年9月起', '2018-09-01', '2019-08-15'],
    ['去年同期为12%', '去年同期', '2018-01-01', '2019-01-01'],
    ['8月9日(星期五)上午9时', '8月9日(星期五)上午9时', '2019-08-09T09:00:00', '2019-08-09T10:00:00'],
    ['清明节祭扫', '清明节', '2019-04-05', '2019-04-06'],
    ['2018年11月至2019年2月', '2018年11月至2019年2月', '2018-11-01', '2019-03-01'],
    ['2018/09/05', '2018/09/05', '2018-09-05', '2018-09-06'],
    ['翌年3月底前', '翌年3月底前', '2019-08-15', '2020-04-01'],
    ['本月上旬', '本月上旬', '2019-08-01', '2019-08-11'],
    ['上周五例会', '上周五', '2019-08-09', '2019-08-10'],
    ['今后五年', '今后五年', '2019-08-15', '2024-08-15'],
  ])('officialese: %s', (text, span, from, to) => {
    expect(read(text)).toEqual([[span, from, to]]);
  });

  it('leaves open what only the date of the article could say', () => {
    expect(read('去年完成', null)).toEqual([['去年', null, null]]);
    expect(read('2017年完成', null)).toEqual([['2017年', '2017-01-01', '2018-01-01']]);
  });

  it('tells periods from times', () => {
    expect(findTimes('每两年一次', BASE)).toEqual([
      expect.objectContaining({ text: '每两年', kind: 'period', from: null }),
    ]);
  });

  it.each([
    '三点两力',
    '三个月',
    '十项任务',
    '5号楼',
    '2.08万人',
    '年轻干部',
    '第一届',
    '要求前三名',
    '内容丰富',
    '两周一次',
    '提前5天',
    '上学期间',
    '五年间隔',
    '同期增长',
    '即日起执行',
    '一、二、三产业',
    '1—3个月',
  ])('%s is none', (text) => {
    expect(read(text)).toEqual([]);
  });

  describe('in any time zone', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      process.env.TZ = zone;
    });
    it('says the same', () => {
      const text = '去年12月31日24时至今年1月1日,近两个月来,春节期间,本学期,岁末年初,即日起至4月底,一年来';
      const found = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((tz) => {
        process.env.TZ = tz;
        return JSON.stringify(findTimes(text, '2020-03-01T23:30:00'));
      });
      expect(new Set(found).size).toBe(1);
    });
  });
});

const SUITE = join(import.meta.dirname, '../../../shared/suites/jionlp/time_parser.json');
/** What policy texts do not say: hours from now, holidays without a name, bare digits, weekdays, the lunar calendar. */
const COLLOQUIAL = /点|时|钟|分|秒|天|号|半|周|礼拜|星期|廿|初|^[\d\-:：]+$|^十一$|冬季|夏季|前两年|多年|夜|晚|黎明/u;

interface JioCase {
  input: string;
  base?: number | number[] | Record<string, number>;
  expected: { type: string; time: [string, string] };
}

const two = (n: number) => String(n).padStart(2, '0');

function baseOf(base: JioCase['base']): string {
  if (base === undefined) return '2021-06-14T01:06:40';
  if (typeof base === 'number') return new Date((base + 8 * 3600) * 1000).toISOString().slice(0, 19);
  const parts = Array.isArray(base) ? base : Object.values(base);
  const day = [String(parts[0]), ...parts.slice(1, 3).map(two)].join('-');
  return parts.length > 3 ? `${day}T${two(parts[3]!)}:${two(parts[4] ?? 0)}:${two(parts[5] ?? 0)}` : day;
}

const stamp = (s: string | null): number | null =>
  s === null ? null : Date.parse(s.length === 10 ? `${s}T00:00:00Z` : `${s}Z`);
const wantedStamp = (s: string): number | null => (/inf/u.test(s) ? null : Date.parse(`${s.replace(' ', 'T')}Z`));

describe.skipIf(!existsSync(SUITE))('the time suite', () => {
  it('is read in nine of ten cases that policy texts could contain', () => {
    const all: JioCase[] = JSON.parse(readFileSync(SUITE, 'utf8'));
    const cases = all.filter((c) => /point|span/u.test(c.expected.type) && !COLLOQUIAL.test(c.input));
    const near = (a: number | null, b: number | null, slack: number) =>
      a === null || b === null ? a === b : Math.abs(a - b) <= slack;
    const ok = cases.filter((c) => {
      const [t, more] = findTimes(c.input, baseOf(c.base));
      const [from, to] = c.expected.time;
      return t && !more && near(stamp(t.from), wantedStamp(from), 1000) && near(stamp(t.to), wantedStamp(to), 60_000);
    });
    expect(cases.length).toBeGreaterThan(60);
    expect(ok.length / cases.length).toBeGreaterThanOrEqual(0.9);
  });
});
