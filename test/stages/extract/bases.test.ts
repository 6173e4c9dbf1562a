import { describe, expect, it } from 'vitest';
import { baseAt, basesOf } from '../../../src/stages/extract/bases.ts';
import { extractText } from '../../../src/stages/extract/index.ts';
import { findTimes } from '../../../src/text/times.ts';

const day = (base: string | null): string | null => base?.slice(0, 10) ?? null;
const whole = (title: string | null, published: string | null) => day(basesOf('', [], { title, published })[0]!.year);

describe('the day from which the times of an article are counted', () => {
  it.each([
    ['柳湾县2022年国民经济和社会发展统计公报', '2023-03-28', '2022-12-31'],
    ['2022年度水利局工作总结', '2023-01-09', '2022-12-31'],
    ['柳湾县水利局2022年工作总结', '2026-05-01', '2022-12-31'],
    ['柳湾县水利局2022年工作总结', null, '2022-12-31'],
    ['柳湾县水利局2022年工作总结', '2022-12-20', '2022-12-20'],
    ['2024年党建工作要点', '2023-12-28', '2024-01-01'],
    ['2024年党建工作要点', '2024-02-28', '2024-02-28'],
    // No one year, or nothing that says whether it is over.
    ['2022年工作总结和2023年工作计划', '2023-01-09', '2023-01-09'],
    ['2022年工作总结及下一年打算', '2023-01-09', '2023-01-09'],
    ['柳湾县2022年水利工程巡礼', '2023-01-09', '2023-01-09'],
    ['2021—2025年水利发展总结', '2026-01-09', '2026-01-09'],
    ['2020年以来水利工作总结', '2023-01-09', '2023-01-09'],
    ['水利工作总结', '2023-01-09', '2023-01-09'],
    [null, '2023-01-09', '2023-01-09'],
    [null, null, null],
    // What was planned is looked back on.
    ['柳湾县2022年度工作总结', '2023-01-09', '2022-12-31'],
    ['柳湾县2022年重点任务完成情况', '2023-01-09', '2022-12-31'],
    ['柳湾县2024年重点工作推进方案', '2023-12-09', '2024-01-01'],
    ['柳湾县2022年工作计划', '2023-01-09', '2022-01-01'],
    // A part of the year ends earlier.
    ['柳湾县2023年上半年水利工作总结', null, '2023-06-30'],
    ['柳湾县2023年1至9月水利工作情况汇报', '2026-05-01', '2023-09-30'],
    ['柳湾县2023年前三季度水利工作总结', null, '2023-09-30'],
    ['柳湾县2023年第一季度水利工作小结', null, '2023-03-31'],
    ['柳湾县2023年下半年水利工作安排', null, '2023-07-01'],
    ['柳湾县2023年下半年水利工作安排', '2023-06-20', '2023-06-20'],
    ['柳湾县2023年7月水利工作总结', '2023-08-01', '2023-08-01'],
  ])('%s, %s', (title, published, expected) => {
    expect(whole(title, published)).toBe(expected);
  });

  const text = [
    '各位代表：',
    '一、2023年工作回顾',
    '去年，全年疏浚渠道120公里，年末灌区达到3万亩。',
    '二、2024年工作安排',
    '今年计划全年疏浚渠道80公里，6月底前完成40公里。',
    '三、加强自身建设',
    '全年培训水管员300人次。',
  ].join('\n');
  const of = (t: string, published: string | null) =>
    extractText(t, { title: '政府工作报告', published }).figures.map((f) => [f.text, f.interval?.start ?? null, f.interval?.end ?? null]); // biome-ignore format: a table

  it('is in the year of a heading for what is said of a year', () => {
    expect(of(text, '2024-01-18')).toEqual([
      ['120公里', '2023-01-01', '2023-12-31'],
      ['3万亩', '2023-11-01', '2023-12-31'],
      ['80公里', '2024-01-01', '2024-12-31'],
      ['40公里', '2024-01-18', '2024-06-30'],
      ['300人次', '2024-01-01', '2024-12-31'],
    ]);
  });

  it('is so without a date of the article, which says nothing of sections that name no year', () => {
    expect(of(text, null).map(([, start]) => start)).toEqual([
      '2023-01-01',
      '2023-11-01',
      '2024-01-01',
      '2024-01-01',
      null,
    ]);
  });

  it('stays the day of a speech for its 去年, and is the year of a summary for its 今年', () => {
    const points = (t: string) => [{ heading: '2023年工作回顾', role: 'practice' as const, start: 0, end: t.length }];
    const now = (t: string) => day(basesOf(t, points(t), { title: null, published: '2024-01-18' })[1]!.now);
    expect(now('去年疏浚渠道120公里。')).toBe('2024-01-18');
    expect(now('今年疏浚渠道120公里。')).toBe('2023-12-31');
    expect(now('今年雨水多于去年。')).toBe('2024-01-18');
  });

  it('is the year of a plan for its 今年, even where it was spoken in December', () => {
    const points = (t: string) => [{ heading: '2024年工作安排', role: 'proposal' as const, start: 0, end: t.length }];
    const now = (t: string) => basesOf(t, points(t), { title: null, published: '2023-12-28' })[1]!.now;
    expect(now('今年疏浚渠道120公里。')).toBe('2024-01-01');
    expect(now('明年疏浚渠道120公里。')).toBe('2023-12-28');
    const later = (t: string) => basesOf(t, points(t), { title: null, published: '2026-05-01' })[1]!.now;
    expect(later('三年内疏浚渠道120公里。')).toBe('2024-01-01');
  });

  it('lies behind the year that is over where a look back on it looks ahead', () => {
    const summary = '一、主要工作\n全年疏浚渠道80公里。\n二、下一步打算\n6月底前疏浚渠道40公里，年底前灌区达到3万亩。';
    const ends = (published: string | null) =>
      extractText(summary, { title: '柳湾县水利局2023年工作总结', published }).figures.map((f) => f.interval!.end);
    expect(ends('2024-01-09')).toEqual(['2023-12-31', '2024-06-30', '2024-12-31']);
    expect(ends(null)).toEqual(['2023-12-31', '2024-06-30', '2024-12-31']);
    expect(ends('2026-05-01')).toEqual(['2023-12-31', '2024-06-30', '2024-12-31']);
    const next = `${summary}明年上半年培训水管员20人次。`;
    const about = { title: '柳湾县水利局2023年工作总结', published: '2024-01-09' };
    expect(extractText(next, about).figures.at(-1)!.interval!.end).toBe('2024-06-30');
  });

  const ahead = '一、主要工作\n培训水管员20人次。\n二、下一步打算\n下半年疏浚渠道40公里，年底前灌区达到3万亩。';
  it.each([
    // What is left of the year after a part of it, or where months of it are to come.
    ['柳湾县2023年上半年工作总结', '2023-07-02', '2023'],
    ['柳湾县2023年上半年工作总结', null, '2023'],
    ['柳湾县2023年上半年工作总结', '2026-02-02', '2023'],
    ['柳湾县2023年一季度工作总结', null, '2023'],
    ['柳湾县2023年1—8月重点项目推进情况', '2023-09-05', '2023'],
    ['柳湾县2023年水利项目推进情况', '2023-08-02', '2023'],
    ['柳湾县2023年水利工作总结', '2023-10-28', '2023'],
    // The year is over, or all but over.
    ['柳湾县2023年水利工作总结', '2023-12-08', '2024'],
    ['柳湾县2023年水利工作总结', '2024-01-08', '2024'],
    ['柳湾县2023年水利工作总结', null, '2024'],
    ['柳湾县2023年下半年水利工作总结', '2024-01-08', '2024'],
  ])('lies in what is left of the year, or in the next: %s, %s', (title, published, year) => {
    const found = extractText(ahead, { title, published }).figures.slice(1);
    expect(found.map((f) => f.interval!.end)).toEqual([`${year}-12-31`, `${year}-12-31`]);
  });

  it.each([
    ['明年计划', '2021'],
    ['明年工作打算', '2021'],
    ['明年怎么干', '2021'],
    ['下一年度重点任务', '2021'],
    ['来年工作思路', '2021'],
    ['去年工作回顾', '2019'],
    ['上年度工作总结', '2019'],
    // Of both years, of this one, or by the way.
    ['今年工作总结和明年工作打算', '2020'],
    ['今年工作计划', '2020'],
    ['去年以来新建的站点', '2020'],
    ['为明年打好基础', '2020'],
  ])('is in the year that a heading names from the writer’s day: %s', (heading, year) => {
    const points = (t: string) => [{ heading, role: 'practice' as const, start: 0, end: t.length }];
    const t = '全年疏浚渠道120公里。';
    expect(basesOf(t, points(t), { title: '水利工作', published: '2020-10-12' }).at(-2)?.year ?? '2020').toMatch(year);
  });

  it('is in the next year for a section that opens with it', () => {
    const t =
      '一、主要工作\n培训水管员20人次。\n二、下步打算\n明年，将重点抓好：一是配齐水管员；二是在6月底前疏浚渠道40公里。';
    const due = (text: string) =>
      extractText(text, { title: '水利工作总结', published: '2022-11-20' }).figures.at(-1)!.interval;
    expect(due(t)).toEqual({ start: '2023-01-01', end: '2023-06-30' });
    expect(due(t.replace('明年，', ''))!.end).toBe('2022-06-30');
    expect(due(t.replace('明年，', '在明年汛期之前，'))!.end).toBe('2022-06-30');
  });

  it('is in the year that the opening says the article is about', () => {
    const year = (t: string, title: string | null = '柳湾社区水利工作总结') => basesOf(t, [], { title, published: '2023-11-20' })[0]!.year!.slice(0, 10); // biome-ignore format: one thought
    expect(year('2021年，柳湾社区党委疏浚渠道，现将工作总结如下：\n全年疏浚渠道120公里。')).toBe('2021-12-31');
    expect(year('各位代表：\n现将2021年度护渠工作情况汇报如下。')).toBe('2021-12-31');
    expect(year('现将2021年上半年护渠工作情况汇报如下。')).toBe('2021-06-30');
    expect(year('为做好2024年护渠工作，制定本方案。')).toBe('2024-01-01');
    // Not what it is about, or the headline says another.
    expect(year('2021年，柳湾社区建成泵站。')).toBe('2023-11-20');
    expect(year('2021年以来，柳湾社区疏浚渠道，现将工作总结如下：')).toBe('2023-11-20');
    expect(year('2021年，柳湾社区疏浚渠道，现将工作总结如下：', '柳湾社区2023年工作总结')).toBe('2023-11-20');
    expect(year('疏浚渠道。\n清淤。\n修闸。\n现将2021年护渠工作情况汇报如下。')).toBe('2023-11-20');
  });

  it('makes 过去一年 the year that is looked back on', () => {
    const report = (heading: string, said: string) => {
      const t = `${heading}\n${said}疏浚渠道120公里。\n二、2024年工作安排\n疏浚渠道80公里。`;
      const f = extractText(t, { title: '政府工作报告', published: '2024-01-09' }).figures[0]!;
      return [f.interval?.start, f.interval?.end];
    };
    expect(report('一、2023年工作回顾', '过去一年，')).toEqual(['2023-01-01', '2023-12-31']);
    expect(report('一、2023年工作回顾', '过去的一年，')).toEqual(['2023-01-01', '2023-12-31']);
    expect(report('一、过去一年工作回顾', '过去一年，')).toEqual(['2023-01-01', '2023-12-31']);
    expect(report('一、过去五年工作回顾', '过去五年，')).toEqual(['2019-01-01', '2023-12-31']);
    expect(report('一、过去一年的工作', '过去一年，')).toEqual(['2023-01-01', '2023-12-31']);
    // In a report at the turn of a year, whatever the heading.
    const of = (title: string, published: string, said: string) => {
      const f = extractText(`${said}疏浚渠道120公里。`, { title, published }).figures[0]!;
      return [f.interval?.start, f.interval?.end];
    };
    expect(of('政府工作报告', '2024-01-09', '过去一年，')).toEqual(['2023-01-01', '2023-12-31']);
    expect(of('述职报告', '2023-12-25', '一年来，')).toEqual(['2023-01-01', '2023-12-31']);
    expect(of('政府工作报告', '2024-01-09', '五年来，')).toEqual(['2019-01-01', '2023-12-31']);
    expect(of('述职报告', '2024-06-25', '一年来，')).toEqual(['2023-06-25', '2024-06-24']);
    expect(of('护渠侧记', '2024-01-09', '过去一年，')).toEqual(['2023-01-09', '2024-01-08']);
    expect(of('政府工作报告', '2024-01-09', '近一年，')).toEqual(['2023-01-09', '2024-01-08']);
  });

  it('gives what was done under a heading that names a year that year', () => {
    const t = [
      '一、2023年工作回顾',
      '（一）水利。疏浚渠道120公里，累计建成泵站80座。现有水管员30人。灌区连续九年稳定在50万亩。站点由4个增加到7个。',
      '（二）造林。去年3月植树900亩。',
      '二、2024年工作安排',
      '（一）水利。疏浚渠道60公里。',
      '三、加强自身建设',
      '培训水管员20人次。',
    ].join('\n');
    const found = extractText(t, { title: '政府工作报告', published: '2024-01-09' }).figures;
    expect(found.map((f) => [f.text, f.time, f.interval && `${f.interval.start} ${f.interval.end}`])).toEqual([
      ['120公里', null, '2023-01-01 2023-12-31'],
      ['80座', null, null],
      ['30人', null, null],
      ['连续九年', null, null],
      ['50万亩', null, null],
      ['4个', null, null],
      ['7个', null, '2023-01-01 2023-12-31'],
      ['900亩', '去年3月', '2023-03-01 2023-03-31'],
      ['60公里', null, '2024-01-01 2024-12-31'],
      ['20人次', null, null],
    ]);
    const longer = t.replace('2023年工作回顾', '2023年和本届政府工作回顾');
    expect(extractText(longer, { title: '政府工作报告', published: '2024-01-09' }).figures[0]!.interval).toBeNull();
  });

  it('is no day where only its year is known', () => {
    const of = (t: string, published: string | null) => extractText(t, { title: '柳湾县水利局2023年工作总结', published }).figures.map((f) => f.interval); // biome-ignore format: one thought
    const own = { start: '2023-12-20', end: '2023-12-20' };
    expect(of('夜间值班增加到2人。', '2023-12-20')).toEqual([own]);
    expect(of('夜间值班增加到2人。', null)).toEqual([null]);
    expect(of('目前共有水管员30人。', null)).toEqual([{ start: null, end: '2023-12-31' }]);
  });

  it('is found by bisection', () => {
    const bases = [0, 10, 25].map((start) => ({ start, year: null, now: null }));
    expect([0, 9, 10, 24, 25, 99].map((at) => baseAt(bases, at).start)).toEqual([0, 0, 10, 10, 25, 25]);
  });

  it('is asked by words said from now, or of a year', () => {
    const bases = [{ start: 0, year: '2023-12-31', now: '2024-01-18' }];
    const years = (t: string) => findTimes(t, bases).map((f) => `${f.text} ${(f.from ?? f.to)!.slice(0, 4)}`);
    expect(years('去年全年增收，今年上半年持平')).toEqual(['去年 2023', '全年 2023', '今年上半年 2024']);
    expect(years('全年增收，上年持平')).toEqual(['全年 2023', '上年 2022']);
  });
});
