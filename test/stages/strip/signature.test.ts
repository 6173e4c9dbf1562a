import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/stages/strip/index.ts';
import { isSection } from '../../../src/text/sections.ts';
import { doc } from '../doc.ts';

const meta = (lines: string[], title: string | null = null) => strip.apply(doc(lines.join('\n'), title), {}).meta ?? {};
const NOTICE = [
  '关于开展秋季灭火演练的通知',
  '各股室、各林场：',
  '请于本周内完成自查，并把结果报局应急股。',
  '特此通知。',
];

describe('what a text is signed with', () => {
  it('is its organ and its day, where the page says neither', () => {
    expect(meta([...NOTICE, '柳湾县林业局', '2022年9月6日'])).toMatchObject({
      org: '柳湾县林业局',
      published: '2022-09-06',
      dated: '2022-09-06',
    });
    expect(meta([...NOTICE, '柳湾县林业局'])).toMatchObject({ org: '柳湾县林业局' });
  });

  it('is the day of printing where there is no other', () => {
    expect(meta([...NOTICE, '柳湾县林业局办公室', '2022年9月6日印发'])).toMatchObject({
      org: '柳湾县林业局办公室',
      dated: '2022-09-06',
    });
    const both = [...NOTICE, '柳湾县林业局', '2022年9月6日', '柳湾县林业局办公室', '2022年9月8日印发'];
    expect(meta(both)).toMatchObject({ org: '柳湾县林业局', dated: '2022-09-06' });
  });

  it('is both on one line', () => {
    const both = { org: '柳湾县林业局', dated: '2022-09-06' };
    expect(meta([...NOTICE, '柳湾县林业局 2022年9月6日'])).toMatchObject(both);
    expect(meta([...NOTICE, '柳湾县林业局 2022年9月6日', '（此件公开发布）'])).toMatchObject(both);
    const table = ['指标\t单位\t累计', '造林\t亩\t520', '育苗\t亩\t80'];
    expect(meta(['2022年1-8月造林月报', ...table, '柳湾县林业局 2022年9月6日'])).toMatchObject(both);
  });

  it('but not in a list of such lines, in a row of a table, or in a sentence', () => {
    const listed = [...NOTICE, '柳湾县水利局 2022年9月5日', '柳湾县林业局 2022年9月6日'];
    expect(meta(listed).dated).toBeUndefined();
    const rows = ['单位\t报送时间', '第二林场\t2022年9月5日', '柳湾县林业局\t2022年9月6日'];
    expect(meta([...NOTICE, ...rows]).dated).toBeUndefined();
    expect(meta([...NOTICE, '联系柳湾县林业局 2022年9月6日前报名。']).dated).toBeUndefined();
  });

  it('is a month right below the organ', () => {
    expect(meta([...NOTICE, '柳湾县林业局', '2022年12月'])).toMatchObject({ org: '柳湾县林业局', dated: '2022-12' });
    // Months and organs of a list sign nothing.
    expect(meta([...NOTICE, '柳湾县水利局', '2022年11月', '柳湾县林业局', '2022年12月']).dated).toBeUndefined();
  });

  const ENCLOSED = [
    '2022年护林工作要点',
    '今年的护林工作要抓住春秋两季。',
    '一、抓巡山',
    '各林场每天巡山一次。',
    '二、抓扑救',
    '扑火队要练三次。',
  ];
  const letter = ['各林场：', '现将《2022年护林工作要点》印发给你们，请抓好落实。', '柳湾县林业局', '2022年2月6日'];

  it('stands under the letter that a document is sent out with', () => {
    const found = meta(['关于印发2022年护林工作要点的通知', ...letter, ...ENCLOSED]);
    expect(found).toMatchObject({ org: '柳湾县林业局', dated: '2022-02-06' });
  });

  it('is no organ with a day inside of a text that encloses nothing', () => {
    const text = ['各林场：', '护林工作要抓住春秋两季。', '柳湾县林业局', '2022年2月6日', ...ENCLOSED];
    expect(meta(['柳湾县护林工作大事', ...text]).dated).toBeUndefined();
  });

  it('says nothing against what the page says', () => {
    const found = meta([
      '关于开展秋季灭火演练的通知',
      '发布时间：2022-10-08　来源：柳湾新闻网',
      ...NOTICE.slice(1),
      '柳湾县林业局',
      '2022年9月6日',
    ]);
    expect(found).toMatchObject({ published: '2022-10-08', dated: '2022-09-06', org: '柳湾县林业局' });
  });

  it.each([
    ['the list of what is attached', ['附件：1.责任清单', '2.任务分工表']],
    ['telephones', ['传真：0555-123456', '电子邮箱：见附页']],
    ['the caption of an annex', ['附', '秋季灭火演练分工']],
  ])('stands above %s', (_, below) => {
    expect(meta([...NOTICE, '柳湾县林业局', '2022年9月6日', ...below])).toMatchObject({
      org: '柳湾县林业局',
      dated: '2022-09-06',
    });
  });

  it('stays in the text, with its place', () => {
    const lines = [...NOTICE, '柳湾县林业局', '2022年9月6日'];
    const found = strip.apply(doc(lines.join('\n'), null), {});
    const { start, end } = found.origins!.dated!;
    expect(lines.join('\n').slice(start, end)).toBe('2022年9月6日');
    expect((found.passes ?? []).flat().every((e) => e.end <= lines.join('\n').indexOf('柳湾县林业局'))).toBe(true);
  });

  it.each([
    ['a sentence that ends with an organ', [...NOTICE, '联系人所在单位：柳湾县林业局']],
    ['a section', [...NOTICE, '办公室']],
    [
      'an organ below a line that does not end',
      ['标题是关于护林的几句话', '第一行没有句号', '第二行也没有', '柳湾县林业局'],
    ],
    ['a month alone', [...NOTICE, '2022年9月']],
    [
      'days of a table, and a sentence below',
      [...NOTICE, '2028年3月31日', '2029年6月30日', '2030年9月30日', '逾期不办的，取消资格。'],
    ],
    ['days in a row', [...NOTICE, '2028年3月31日', '2029年6月30日']],
    ['the day over an event of a chronicle', [...NOTICE, '2023年5月16日', '镇里开了护林会。']],
  ])('is nothing: %s', (_, lines) => {
    expect(meta(lines).dated).toBeUndefined();
    expect(meta(lines).org).toBeUndefined();
  });
});

describe('the day of a speech', () => {
  const SPEECH = [
    '（2020年4月9日）',
    '同志们：',
    '今天的会议只讲一件事，就是把渠修好。',
    '修渠要趁枯水期，各村今年都要排出工期。',
  ];

  it('goes beside that of the page', () => {
    const head = ['在全镇修渠动员会上的讲话', '发布时间：2021-07-01　作者：办公室　来源：柳湾网'];
    expect(meta([...head, ...SPEECH])).toMatchObject({ published: '2021-07-01', dated: '2020-04-09' });
    expect(meta(SPEECH, '在全镇修渠动员会上的讲话')).toMatchObject({ published: '2020-04-09', dated: '2020-04-09' });
  });

  it('may stand in the subtitle, with the place', () => {
    const occasion = '——2020年4月9日在柳湾县水利工作会议上';
    const found = meta(['在全县修渠动员会上的讲话', occasion, '副县长　高渠生', ...SPEECH.slice(1)]);
    expect(found).toMatchObject({ published: '2020-04-09', dated: '2020-04-09' });
    const page = ['在全县修渠动员会上的讲话', '发布时间：2021-07-01　来源：柳湾网', occasion, ...SPEECH.slice(1)];
    expect(meta(page)).toMatchObject({ published: '2021-07-01', dated: '2020-04-09' });
    // A subtitle on a year is no day, nor is a sentence of the text that begins so.
    expect(meta(['在全县修渠动员会上的讲话', '——2020年水利工作札记', ...SPEECH.slice(1)]).dated).toBeUndefined();
    expect(meta(['在全县修渠动员会上的讲话', ...SPEECH.slice(1), occasion, ...SPEECH.slice(2)]).dated).toBeUndefined();
  });

  it('is none without brackets: that is the day of the page', () => {
    expect(meta(['在全镇修渠动员会上的讲话', '2021-07-01', ...SPEECH.slice(1)]).dated).toBeUndefined();
  });
});

describe('sections inside of an organ', () => {
  it.each(['宣传科', '办公室', '局办公室', '组织人事科', '综合科', '党群工作部', '政工股', '信息中心'])(
    '%s',
    (name) => {
      expect(isSection(name)).toBe(true);
    },
  );
  it.each([
    '县委办公室',
    '柳湾镇党建办',
    '检验科',
    '心内科',
    '市委组织部',
    '柳湾县林业局',
    '教研室',
    '第三党支部',
    '柳湾广播站',
  ])('not %s', (name) => {
    expect(isSection(name)).toBe(false);
  });

  it('write a page and are no organ of the text', () => {
    const found = meta([
      '柳湾镇修渠纪实',
      '作者：宣传科  时间：2021-05-01',
      '全镇八个村修渠三十里。',
      '群众说修得好。',
    ]);
    expect(found.org).toBeUndefined();
    expect(found).toMatchObject({ author: ['宣传科'], published: '2021-05-01' });
    expect(meta(['柳湾镇修渠纪实', '作者：县委办公室  时间：2021-05-01', '全镇八个村修渠三十里。'])).toMatchObject({
      org: '县委办公室',
    });
  });
});
