/** Tables that come again and again: monthly reports, indicators held against a plan, a year before, or other places. */
import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/stages/extract/index.ts';

const table = (...rows: string[]): string => rows.map((row) => row.replaceAll('|', '\t')).join('\n');
const read = (text: string, title: string, published: string | null = null) =>
  extractText(text, { title, published }).figures;
const told = (text: string, title: string): string[] =>
  read(text, title).map(({ text: figure, unit, indicator, role, change: c }) =>
    [figure, unit, indicator, role, ...(c ? [`${c.kind} ${c.direction}`] : [])].join(' '),
  );
const days = (text: string, title: string, published: string | null = null): (string | null)[] =>
  read(text, title, published).map(({ interval: i }) => i && `${i.start} ${i.end}`);

describe('columns of a report', () => {
  it('hold growth below 同比增长±%, and the other unit where two are named above', () => {
    const text = `单位：亿元、%\n${table('指标名称|本月止累计|同比增长±%', '林业总产值|12.4|6.1', '木材销售额|3.2|-2.5')}`;
    expect(told(text, '2022年1-6月林区主要经济指标')).toEqual([
      '12.4 元 林业总产值 result',
      '6.1 % 林业总产值 result by up',
      '3.2 元 木材销售额 result',
      '-2.5 % 木材销售额 result by down',
    ]);
  });

  it('hold changes below 变化, by their sign', () => {
    const text = table('指标|2021年|2022年|变化', '火警（起）|14|9|-35.7%', '巡护率（%）|93.1|98.6|+5.5个百分点');
    expect(told(text, '林区防火指标对比表').filter((s) => s.includes('by'))).toEqual([
      '-35.7% % 火警 result by down',
      '5.5个百分点 个百分点 巡护率 result by up',
    ]);
  });

  it('hold places below 全市排名, none where the number only counts the rows', () => {
    const text = table('指标|单位|绝对值|全市排名', '造林面积|亩|5200|3', '育苗|万株|84|1');
    expect(told(text, '2022年前三季度林区主要指标完成情况').filter((_, i) => i % 2)).toEqual([
      '3 名 造林面积 result',
      '1 名 育苗 result',
    ]);
    const rows = table('排名|林站|造林面积（亩）', '1|柳溪林站|900', '2|石桥林站|640');
    expect(told(rows, '林站造林情况').map((s) => s.split(' ')[0])).toEqual(['900', '640']);
  });

  it('tell how much of a plan was reached as a result', () => {
    const text = table('指标|单位|年计划|上半年完成|占年计划%', '造林面积|亩|12000|5800|48.3');
    expect(told(text, '林场2022年重点工作完成情况表')).toEqual([
      '12000 亩 造林面积 target',
      '5800 亩 造林面积 result',
      '48.3 % 造林面积占年计划 result',
    ]);
  });

  it('leave the sizes of a list without growth as they are', () =>
    expect(
      told(table('林站|面积（亩）|职工（人）', '柳溪林站|900|12'), '林站基本情况统计表').map((s) =>
        s.split(' ').at(-1),
      ),
    ).toEqual(['scale', 'scale']));
});

describe('when', () => {
  const rows = table('项目|本月|上月|去年同期|环比', '来访批次|32批|41批|38批|-22%');

  it('本月 is counted from the month of the headline', () => {
    expect(days(rows, '信访月报表（2022年1月）', '2022-02-03')).toEqual([
      '2022-01-01 2022-01-31',
      '2021-12-01 2021-12-31',
      '2021-01-01 2021-01-31',
      '2022-01-01 2022-01-31',
    ]);
  });

  it('去年同期 beside a sum is one since the year began', () => {
    const sums = table('项目|本月止累计|去年同期', '木材收入（万元）|320|280');
    expect(days(sums, '2023年7月林场收支情况')[1]).toBe('2022-01-01 2022-07-31');
  });

  it('去年同期 is no whole year where no month is named', () =>
    expect(days(rows, '信访月报表', '2022-02-03')[2]).toBeNull());

  it('is that of the headline where no column says it', () => {
    const text = table('指标|单位|绝对值|增长%', '林业总产值|亿元|12.4|6.1');
    expect(days(text, '2022年前三季度林区主要指标完成情况')).toEqual([
      '2022-01-01 2022-09-30',
      '2022-01-01 2022-09-30',
    ]);
    expect(days(text, '2023年林区目标任务')).toEqual([null, null]);
  });

  it('a deadline is an end', () => {
    const text = table('序号|工作任务|目标值|责任单位|完成时限', '1|新增苗圃|12个|林业局|10月20日');
    expect(days(text, '2022年目标任务分解表')).toEqual(['null 2022-10-20']);
  });
});
