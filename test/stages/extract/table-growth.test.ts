import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/stages/extract/index.ts';

const table = (...rows: string[]): string => rows.map((row) => row.replaceAll('|', '\t')).join('\n');
const read = (text: string, title = '柳河县2023年农业情况') => extractText(text, { title, published: null }).figures;
/** `text | indicator | role | change` of each figure. */
const told = (text: string, title?: string): string[] =>
  read(text, title).map(({ text: figure, indicator, role, change: c }) =>
    [figure, indicator, role, c && `${c.kind} ${c.direction} ${c.text} vs ${c.compared?.text ?? '-'}`].join(' | '),
  );

describe('columns of growth', () => {
  const rows = ['产品名称|单位|产量|比上年增长（%）', '稻谷|万吨|8.4|2.1', '油菜籽|万吨|0.9|-1.7', '蚕茧|吨|120|0'];

  it('say which way what the row measures went, and against what', () => {
    expect(told(table(...rows))).toEqual([
      '8.4 | 稻谷产量 | scale | ',
      '2.1 | 稻谷产量 | result | by up 增长 vs 比上年',
      '0.9 | 油菜籽产量 | scale | ',
      '-1.7 | 油菜籽产量 | result | by down 增长 vs 比上年',
      '120 | 蚕茧产量 | scale | ',
      '0 | 蚕茧产量 | result | ',
    ]);
  });

  it('quote the title of their column', () => {
    const text = table(...rows);
    const { change } = read(text)[1]!;
    for (const place of [change!, change!.compared!]) expect(text.slice(place.start, place.end)).toBe(place.text);
  });

  it('fall where the title says so', () => {
    expect(
      told(table('指标|单位|数量|同比降幅（%）', '信访件|件|85|12.5', '火灾|起|9|-3')).filter((_, i) => i % 2),
    ).toEqual(['12.5 | 信访件 | result | by down 降幅 vs 同比', '-3 | 火灾 | result | by up 降幅 vs 同比']);
  });

  it('are those of a target below a target', () => {
    const goals = table('指标|单位|2024年目标|增长（%）', '财政收入|亿元|9.6|5', '农民收入|元|21000|7');
    expect(told(goals, '柳河县目标任务分解表')[1]).toBe('5 | 财政收入 | target | by up 增长 vs -');
  });

  it('are none where a title only begins so', () => {
    for (const title of ['增加值（亿元）', '新增（个）', '增长点（个）'])
      expect(read(table(`指标|单位|产量|${title}`, '稻谷|万吨|8|3', '茶叶|万吨|2|1')).map((f) => f.change)).toEqual([
        null, null, null, null,
      ]); // biome-ignore format: a row
  });
});
