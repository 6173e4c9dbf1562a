import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csv, gzip, xlsx, zip } from '../../corpus/containers.ts';
import { expectLinear } from '../linear.ts';
import { one, read, refused, textOf } from './read.ts';

const ROWS = [
  ['序号', '标题', '正文', '发布日期', '链接', '作者', '来源', '抓取时间'],
  ['1', '甲文', '第一段，“引”"号"。\n第二段。', '2020年1月2日', 'http://x.cn/1', '张三', '某日报', '2021-03-05 08:00'],
  ['2', '乙文', '<div><p>一段</p><p>二段</p><p>三段</p></div>', '', '', '', '', ''],
  ['3', '丙文', ' ', '', '', '', '', ''],
];

describe('CSV', () => {
  it('is one page per row, with the fields of its columns', async () => {
    const { pages, rejects } = await read(csv(ROWS), 'x.csv');
    expect(pages.map((p) => [p.record, p.title, textOf(p)])).toEqual([
      [2, '甲文', '第一段，“引”"号"。\n第二段。'],
      [3, '乙文', '一段\n二段\n三段'],
    ]);
    expect(pages[0]).toMatchObject({
      url: 'http://x.cn/1',
      fetched: '2021-03-05T08:00',
      charset: 'utf-8',
      meta: { published: '2020-01-02', author: ['张三'], origin: '某日报' },
    });
    expect(rejects).toEqual([{ record: 4, reason: 'empty' }]);
  });

  it('has a hash of its own for each row, by which it is known again', async () => {
    const hashes = async (rows: string[][]): Promise<string[]> =>
      (await read(csv(rows), 'x.csv')).pages.map((p) => p.sha256);
    const [first, second] = await hashes(ROWS);
    expect(first).not.toBe(second);
    // Another row is changed: this one is the same.
    expect((await hashes([ROWS[0]!, ROWS[1]!, ['2', '乙文', '三段', '', '', '', '', '']]))[0]).toBe(first);
    // Under other names it says something else.
    expect((await hashes([ROWS[0]!.with(1, '来源').with(6, '标题'), ROWS[1]!]))[0]).not.toBe(first);
  });

  it('may be in another encoding, packed, or with other signs between columns', async () => {
    const file = csv(ROWS);
    for (const bytes of [
      iconv.encode(file, 'gbk'),
      iconv.encode(`\ufeff${file}`, 'utf-16le'),
      Buffer.from(`\ufeff${file}`),
    ])
      expect((await read(bytes, 'x.csv')).pages.map((p) => p.title)).toEqual(['甲文', '乙文']);
    expect((await read(gzip(file), 'x.csv.gz')).pages).toHaveLength(2);
    for (const sign of ['\t', ';', '|'])
      expect((await one(`title${sign}TEXT \n甲${sign}"一${sign}二"\n`, 'x.tsv')).text).toBe(`一${sign}二`);
  });

  it('takes the columns that the options name', async () => {
    expect(await refused('编号,全文\n1,一\n', 'x.csv')).toEqual([
      'no text column: the columns are 编号, 全文; name one in the option textField',
    ]);
    expect((await one('编号,全文\n1,一二三\n', 'x.csv', { textField: ['全文'], titleField: ['编号'] })).title).toBe(
      '1',
    );
  });

  it('with bare quotes is read all the same', async () => {
    const { pages } = await read('标题,正文\n他说"好",一"二"三\n题,"他说"好"，走了。"\n', 'x.csv');
    expect(pages.map((p) => [p.title, textOf(p)])).toEqual([
      ['他说"好"', '一"二"三'],
      ['题', '他说"好"，走了。'],
    ]);
  });

  it('with a quote that never closes, or a field of 100 MB, is refused in linear time', async () => {
    const { pages, rejects } = await read('正文\n一二三\n"四五\n六\n', 'x.csv');
    expect(pages.map(textOf)).toEqual(['一二三']);
    expect(rejects).toEqual([{ record: 3, reason: 'a quote that opens and never closes' }]);
    const field = Buffer.alloc(100 << 20, '字,""\n');
    const big = await read(Buffer.concat([Buffer.from('正文\n一二三\n"'), field, Buffer.from('"\n四五六\n')]), 'x.csv');
    expect(big.pages.map(textOf)).toEqual(['一二三', '四五六']);
    expect(big.rejects).toEqual([{ record: 3, reason: expect.stringMatching(/^too large/) }]);
    expect((await read(Buffer.concat([Buffer.from('正文\n"'), field]), 'x.csv')).rejects).toHaveLength(1);
    const open = (n: number): Uint8Array => Buffer.concat([Buffer.from('正文\n"'), Buffer.alloc(n, '字,""\n')]);
    await expectLinear((n) => read(open(n), 'x.csv'), 16 << 20);
  }, 60_000);

  it('of nothing is refused', async () => {
    expect(await refused('正文\n', 'x.csv')).toEqual(['no rows']);
    expect(await refused('\n \n', 'x.csv')).toEqual(['empty']);
  });
});

describe('XLSX', () => {
  it('is one page per row, with the fields of its columns', async () => {
    const file = xlsx({
      表: [[null, '标题', '正文', '日期'], [], [1, '甲', '一二三', 44260], [2, '乙', '四五六', '2020-01-02']],
    });
    const { pages, rejects } = await read(file, 'x.xlsx');
    expect(pages.map((p) => [p.record, p.member, p.title, textOf(p), p.meta.published])).toEqual([
      [3, undefined, '甲', '一二三', '2021-03-05'],
      [4, undefined, '乙', '四五六', '2020-01-02'],
    ]);
    expect(rejects).toEqual([]);
  });

  it('may have several sheets; those without a text column are passed over', async () => {
    const file = xlsx({
      说明: [['本表由办公室填写']],
      一月: [['正文'], ['一二三']],
      二月: [
        ['标题', '正文'],
        ['题', '四五六'],
      ],
    });
    const { pages, rejects } = await read(file, 'x.xlsx');
    expect(pages.map((p) => [p.record, p.member, textOf(p)])).toEqual([
      [3, '一月', '一二三'],
      [5, '二月', '四五六'],
    ]);
    expect(rejects).toEqual([]);
    expect((await refused(xlsx({ 说明: [['甲', '乙']] }), 'x.xlsx'))[0]).toMatch(
      /^no text column: the columns are 甲, 乙/,
    );
  });

  const sheet = (rows: string): Uint8Array =>
    zip({
      'xl/workbook.xml': '<x:workbook><x:sheets><x:sheet name="a" r:id="r1"/></x:sheets></x:workbook>',
      'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
    });
  const inline = (text: string): string => `<x:row><x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c></x:row>`;

  it('of other writers: prefixes, inline strings, no places', async () => {
    expect((await one(sheet(inline('正文') + inline('一&lt;&e;二')), 'x.xlsx')).text).toBe('一<&e;二');
  });

  it('with a million empty rows, or places out of this world, is read at once', async () => {
    const empty = async (n: number): Promise<[number | null, string][]> => {
      const rows = Array.from({ length: n }, (_, i) => `<x:row r="${i + 3}"/>`).join('');
      const { pages } = await read(sheet(inline('正文') + inline('一二三') + rows), 'x.xlsx');
      return pages.map((p) => [p.record, textOf(p)]);
    };
    expect(await empty(1_000_000)).toEqual([[2, '一二三']]);
    await expectLinear(empty, 400_000);
    const far = '<x:row r="99999999999"><x:c r="ZZZZZZZZ9"><x:v>7</x:v></x:c><x:c r="XFD1"><x:v>8</x:v></x:c></x:row>';
    expect((await read(sheet(far.repeat(3) + inline('正文')), 'x.xlsx')).rejects[0]!.reason).toMatch(/^no text column/);
  });

  it('broken or a bomb is refused', async () => {
    expect(await refused(zip({ 'xl/a.xml': '<a/>' }), 'x.xlsx')).toEqual(['broken XLSX: no sheets']);
    expect(await refused(sheet(' '.repeat(4 << 20)), 'x.xlsx')).toEqual(['packed more than 200:1, a zip bomb?']);
  });
});
