import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/stages/extract/index.ts';
import { gridsOf } from '../../../src/stages/extract/tables/grid.ts';
import { isHead } from '../../../src/stages/extract/tables/titles.ts';
import { barredRows, tablesOf } from '../../../src/text/table-rows.ts';
import { expectLinear } from '../../linear.ts';

/** Rows of a table, their cells apart by tabs. */
const table = (...rows: string[]): string => rows.map((row) => row.replaceAll('|', '\t')).join('\n');
const read = (text: string) => extractText(text, { title: '枫溪县有关情况', published: null });

/** `text | unit | indicator | time | actor` of each figure. */
const figures = (text: string): string[] =>
  read(text).figures.map((f) => [f.text, f.unit, f.indicator, f.time, f.actor?.text].map((v) => v ?? '-').join(' | '));

describe('tables: what was read wrongly', () => {
  it('takes short names of bodies below 单位 for no units', () => {
    const rows = [
      '代码|单位|岗位名称|招聘人数',
      'A001|县一中|语文教师|2',
      'A002|县二中|数学教师|1',
      'A003|县医院|护士|3',
    ];
    expect(figures(table(...rows))).toEqual([
      '2 |  | 招聘人数 | - | 县一中',
      '1 |  | 招聘人数 | - | 县二中',
      '3 |  | 招聘人数 | - | 县医院',
    ]);
  });

  it('gives a target the deadline of its row where that lies in the year above it', () => {
    const rows = [
      '序号|指标|2022年完成数|2023年目标|2025年目标|完成时限',
      '1|泵站（座）|12|16|20|12月底',
      '2|渠道（公里）|40|50|70|2023年6月底前',
      '3|闸门（座）|41|51|71|全年',
    ];
    const about = { title: '枫溪县重点任务分解表', published: '2023-02-20' };
    const found = extractText(table(...rows), about).figures;
    expect(found.map((f) => `${f.text} ${f.time} ${f.interval?.end}`)).toEqual([
      '12 2022年 2022-12-31',
      '16 12月底 2023-12-31',
      '20 2025年 2025-12-31',
      '40 2022年 2022-12-31',
      '50 2023年6月底前 2023-06-30',
      '70 2025年 2025-12-31',
      '41 2022年 2022-12-31',
      '51 2023年 2023-12-31',
      '71 2025年 2025-12-31',
    ]);
  });

  it('takes the dates of a column of dates for no time of the row', () => {
    const rows = ['项目名称|总投资（万元）|开工日期', '修渠|1200|2023-04', '修路|350.5|2023-05'];
    expect(figures(table(...rows))).toEqual(['1200 | 元 | 修渠总投资 | - | -', '350.5 | 元 | 修路总投资 | - | -']);
  });

  it('reads a card whose first row has labels and values in turn as no head', () => {
    const rows = [
      '项目名称|东坪灌渠改造|项目编号|20230012',
      '总投资|1200万元|合同编号|3345',
      '长度|12.5公里|联系电话|5521034',
    ];
    expect(figures(table(...rows))).toEqual(['1200万元 | 元 | 总投资 | - | -', '12.5公里 | 公里 | 长度 | - | -']);
  });

  it('but a head as a head, though columns below hold words and amounts in turn', () => {
    const rows = ['项目名称|2024年目标|建设单位|总投资（万元）', '修渠|12公里|县水务局|500', '修路|8公里|县交通局|700'];
    expect(figures(table(...rows))).toContain('500 | 元 | 修渠总投资 | - | 县水务局');
  });

  it('takes a name with a colon for no field of a header', () => {
    const rows = ['指标|2023年目标', '粮食面积|48万亩', '其中：水稻|20', '玉米|5万亩', '巡查（单位：次）|48'];
    expect(read(table(...rows)).figures.map((f) => [f.text, f.under])).toEqual([
      ['48万亩', null],
      ['20', null],
      ['5万亩', null],
      ['48', null],
    ]);
  });

  describe('below 得分', () => {
    const roles = (...rows: string[]): string[] => read(table(...rows)).figures.map((f) => `${f.text} ${f.role}`);

    it('finds what was scored, beside what can be', () => {
      expect(roles('项目|分值|得分', '台账|30|28', '巡查|20|19')).toEqual([
        '30 weight',
        '28 result',
        '20 weight',
        '19 result',
      ]);
      expect(roles('村名|综合得分|名次', '上河村|95|1', '下河村|88.5|2')).toEqual(
        expect.arrayContaining(['95 result', '88.5 result']),
      );
      expect(roles('项目|分值|实得分', '台账|30|28')).toContain('28 result');
    });

    it('finds what can be scored where a sheet says what for and has no other points, and bands of grades', () => {
      const sheet = roles('项目|评分标准|得分', '台账|按月报送|30', '巡查|记录完整|20');
      expect(sheet).toEqual(['30 weight', '20 weight']);
      const grades = roles('等次|得分|评优比例', '优秀|95分以上|20%', '良好|80—94分|40%');
      expect(grades).toEqual(expect.arrayContaining(['95分以上 weight', '80—94分 weight']));
    });
  });

  it('reads a table with tabs among the lines of another but once', () => {
    const lines = [
      '序号',
      '工作内容',
      '目标值',
      '1',
      '指标|目标值|单位',
      '巡查|48|次',
      '2',
      '培训|12|场',
      '整治|15|条',
    ];
    const text = `${table(...lines)}\n后来全年完成投资30万元。\n`;
    for (const f of read(text).figures) expect(text.slice(f.start, f.end)).toBe(f.text);
    expect(read(text).figures.map((f) => f.text)).toContain('30万元');
  });

  it('leaves the white space around a cell that is a line out of its place', () => {
    const text = '序号\n指标\n目标值\n1\n巡查\n　48次\n2\n　培训\n 12场\n';
    const { figures: found } = read(text);
    expect(found.map((f) => f.text)).toEqual(['48次', '12场']);
    for (const f of found) expect(text.slice(f.start, f.end)).toBe(f.text);
  });

  it('names no amount by a remark behind it', () => {
    const rows = ['日期|最高气温（℃）|风力', '3月5日|18|3级', '3月6日|20|4级'];
    expect(figures(table(...rows))).toContain('18 | ℃ | 最高气温 | - | -');
  });

  it('parts two tables with one line between them', () => {
    const rows = ['任务|责任单位|完成时限', '修渠|县水务局|6月底', '植树|县林业局|3月底', '第二张表如下。'];
    const others = ['指标|单位|2024年目标', '粮食|吨|1,200', '油料|吨|350'];
    expect(figures(table(...rows, ...others))).toEqual([
      '1,200 | 吨 | 粮食 | 2024年 | -',
      '350 | 吨 | 油料 | 2024年 | -',
    ]);
    expect(gridsOf(table(...rows, ...others), isHead)).toHaveLength(2);
  });

  it('parts two tables with nothing between them', () => {
    const rows = ['序号|姓名|性别', '1|柳某|男', '2|程某|女'];
    expect(figures(table(...rows, '指标|单位|目标值', '巡查|次|48', '宣传|场|12'))).toHaveLength(2);
  });

  it('gives each column its own of two units', () => {
    const rows = [
      '单位：万元，%',
      '项目|年初预算|执行数|完成预算|增减额|同比±%',
      '税收|10,000|10,500|105.0|5.5|-3',
      '罚没|5|4|80|-1|2',
    ];
    expect(figures(table(...rows)).slice(0, 5)).toEqual([
      '10,000 | 元 | 税收年初预算 | - | -',
      '10,500 | 元 | 税收 | - | -',
      '105.0 | % | 税收 | - | -',
      '5.5 | 元 | 税收增减额 | - | -',
      '-3 | % | 税收 | - | -',
    ]);
  });

  it('reads no amount out of dates, telephones and addresses', () => {
    const rows = [
      '支部|应交（元）|日期|村组|电话',
      '东坪支部|900|3/6|东坪村3组|5521034',
      '西岗支部|800|3/7|西岗村12组|5521035',
    ];
    expect(figures(table(...rows)).map((f) => f.split(' | ')[0])).toEqual(['900', '800']);
  });

  it('reads units without a bracket behind a title', () => {
    const rows = ['楼栋|面积㎡|户型', '1号楼|120.5|三室', '2号楼|89|两室'];
    expect(figures(table(...rows))).toEqual(['120.5 | ㎡ | 1号楼面积 | - | -', '89 | ㎡ | 2号楼面积 | - | -']);
  });

  it('leaves a table whole whose head comes again', () => {
    const rows = ['指标|单位|目标值', '巡查|次|48', '二、其他', '指标|单位|目标值', '宣传|场|12', '讲座|场|6'];
    expect(gridsOf(table(...rows), isHead)).toHaveLength(1);
  });

  it('lends the part of a table no actor of the part above', () => {
    const rows = ['序号|项目名称|总投资（万元）|责任单位', '一|交通类|3,000', '1|修路|3,000|县交通局'];
    const others = ['二|水利类|2,000', '2|修渠|2,000|县水务局'];
    expect(figures(table(...rows, ...others)).map((f) => f.split(' | ').at(-1))).toEqual([
      '-',
      '县交通局',
      '-',
      '县水务局',
    ]);
  });

  it('takes the rows of a list for no points', () => {
    const rows = [
      '序号|单位|联系人|办公电话|邮编',
      '1|枫溪县水务局|陆某|5521034|342100',
      '2|枫溪县民政局|程某|5521876|342100',
    ];
    const others = ['3|枫溪县教育局|沙某|0797-5521222|342101', '4|东坪镇|冯某|13900001234|342102'];
    const list = table(...rows, ...others);
    const points = (text: string) => extractText(text, { title: '枫溪县便民电话', published: null }).points;
    expect(points(`现将号码公布如下。\n${list}\n各单位要于6月底前报送总结，全年检查不少于4次。`)).toEqual([]);
    expect(points(`${list}\n一、各村要抓好防汛。\n二、各村要抓好春耕。`)).toHaveLength(2);
  });
});

describe('rows with tabs that are no tables', () => {
  it.each([
    ['items of an outline', '一、工作目标\t全年造林3000亩。\n二、工作任务\t新建公园2个。\n三、工作要求\t加强领导。'],
    ['items behind indents', '\t一、\t加强领导。成立专班，\t专人负责。\n\t二、\t强化督导。\n\t\t\t枫溪县人民政府'],
    ['contents', '一、总体要求\t1\n（一）抓好春耕\t4\n（二）抓好防汛\t6'],
  ])('%s', (_, text) => {
    expect(tablesOf(text)).toEqual([]);
  });

  it('but for rows below titles', () => {
    expect(tablesOf('类别\t指标\t数量\n一、产业\t粮食\t5\n二、生态\t造林\t6')).toHaveLength(1);
  });
});

describe('hostile tables', () => {
  it.each([
    ['a name that rows hold', (N: number) => `指标\t单位\t目标值\n${'长'.repeat(N / 2)}\t次\t5\n${'\t次\t5\n'.repeat(N / 10)}`],
    ['a body that rows hold', (N: number) => `指标\t目标值\t责任单位\n巡查\t5次\t${'局'.repeat(N / 2)}\n${'巡查\t5次\t\n'.repeat(N / 14)}`],
    ['heads in one block', (N: number) => '指标\t单位\t目标值\n任务\t单位\t目标值\n'.repeat(N / 20)],
    ['parts', (N: number) => `序号\t指标\t目标值\n${'一\t巡查\t5次\n'.repeat(N / 8)}`],
  ])('%s: linear time', async (_, make) => {
    await expectLinear((n) => read(make(n)).figures.reduce((sum, f) => sum + (f.indicator?.length ?? 0), 0), 120_000);
  }); // biome-ignore format: a table

  it('lends no long cell to other rows, as each would cost its length', () => {
    const found = figures(`指标\t单位\t目标值\n${'长'.repeat(300)}\t次\t5\n\t次\t6\n\t次\t7`);
    expect(found.slice(1).every((f) => f.length < 100)).toBe(true);
  });
});

describe('what is no table', () => {
  it.each(['1.', '1、', '（1）', '第一条', '一是', '•'])('items that begin with %s and a tab', (marker) => {
    const item = `${marker}\t巡查河道，每周两次，逐段记录`;
    expect(tablesOf([item, item, item, item].join('\n'))).toEqual([]);
  });

  it.each([
    ['a menu', ['首页|新闻2023|公开', '领导|办事12|互动', '专题|服务5|数据']],
    ['the foot of a page', ['关于本站|网站地图|1204', '版权所有|柳湾县|3', '主办|柳湾县|55']],
  ])('%s with bars', (_, lines) => {
    expect(barredRows(lines.join('\n'))).toEqual([]);
  });

  it('but rows with bars and numbers below their titles are one', () => {
    expect(barredRows('指标|单位|目标\n巡查|次|48\n清淤|公里|12')).toHaveLength(3);
  });
});
