import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/stages/extract/index.ts';

const table = (...rows: string[]): string => rows.map((row) => row.replaceAll('|', '\t')).join('\n');
const read = (title: string, ...rows: string[]) => extractText(table(...rows), { title, published: null }).figures;
/** `text | unit | indicator | role | time` of each figure. */
const told = (title: string, ...rows: string[]): string[] =>
  read(title, ...rows).map((f) => [f.text, f.unit, f.indicator, f.role, f.time].map((v) => v ?? '-').join(' | '));
/** `text | which way | word | against what` of each figure that tells of a change. */
const changes = (title: string, ...rows: string[]): string[] =>
  read(title, ...rows).flatMap(({ text, change: c }) =>
    c ? [text, c.direction, c.text, c.compared?.text ?? '-'].join(' | ') : [],
  );
const TITLE = '石桥县工业运行情况';

describe('growth in tables of statistics', () => {
  it.each(['同比增长±%', '同比增减±（%）', '累计同比增长+/-（%）', '当月同比%'])('is read below %s', (title) => {
    const rows = [
      `指标名称|计量单位|累计|${title}`,
      '发电量|吨|86|6.4',
      '化肥|吨|12|−3.2',
      '纱|吨|31|0.0',
      '布|吨|9|持平',
    ];
    expect(changes(TITLE, ...rows)).toEqual([
      expect.stringMatching(/^6\.4 \| up .* 同比$/u),
      expect.stringMatching(/^−3\.2 \| down .* 同比$/u),
    ]);
  });

  it('is told in points where the title says so', () => {
    const rows = ['指标|单位|累计|比上年同期增减（百分点）', '产销率|%|97.1|-0.6', '利用率|%|75.2|1.4'];
    expect(told(TITLE, ...rows).filter((_, i) => i % 2)).toEqual([
      '-0.6 | 个百分点 | 产销率 | result | -',
      '1.4 | 个百分点 | 利用率 | result | -',
    ]);
    expect(changes(TITLE, ...rows)).toEqual(['-0.6 | down | 增减 | 比上年同期', '1.4 | up | 增减 | 比上年同期']);
  });

  it('has no time of the quarter that it is held against', () => {
    const rows = ['指标|单位|1-6月|增速（%）|比一季度（百分点）', '产值|亿元|30|6.1|+0.4', '利润|亿元|14|7.2|-1.1'];
    expect(told(TITLE, ...rows).map((line) => line.split(' | ').at(-1))).toEqual(Array(6).fill('1-6月'));
    expect(changes(TITLE, ...rows)).toContain('-1.1 | down | 比一季度 | 比一季度');
  });

  it('is of the later of two years', () => {
    const rows = ['指标|单位|2023年|2022年|增减%', '稻谷|万吨|32|31|3.2', '油菜|万吨|12|13|-7'];
    expect(told(TITLE, ...rows)[2]).toBe('3.2 | % | 稻谷 | result | 2023年');
    expect(told(TITLE, ...rows.map((row) => row.replace('2023年|2022年', '2022年|2023年')))[2]).toMatch(/2023年$/u);
  });

  it('is of this year, not of the one before that stands beside it', () => {
    const rows = ['指标|单位|1-6月|上年同期|增减%', '用电量|吨|56|51|9.8', '存款|亿元|15|16|-6'];
    expect(told(TITLE, ...rows).slice(0, 3)).toEqual([
      '56 | 吨 | 用电量 | scale | 1-6月',
      '51 | 吨 | 用电量 | result | 上年同期',
      '9.8 | % | 用电量 | result | 1-6月',
    ]);
  });

  describe('below 变化', () => {
    const rows = [
      '指标|2022年|2023年|变化',
      '来访（件）|560|218|下降61%',
      '办结率|88.1%|96.4%|+8.3%',
      '回访（次）|120|90|-25%',
    ];
    it('is what a sign or the words of the cell say', () => {
      expect(changes(TITLE, ...rows)).toEqual([
        '61% | down | 下降 | -',
        '8.3% | up | 变化 | -',
        '-25% | down | 变化 | -',
      ]);
      expect(told(TITLE, ...rows)[5]).toBe('8.3% | % | 办结率 | result | 2023年');
    });
    it('is nothing without either', () => {
      expect(changes(TITLE, '指标|2022年|2023年|变化', '来访（件）|560|218|61%', '办结率|88.1%|96.4%|8.3%')).toEqual(
        [],
      );
    });
  });
});

describe('stretches of time as titles', () => {
  it.each(['本月', '当月', '本月止累计', '累计', '本期', '累计已完成', '年初至今累计'])(
    '%s says not of what',
    (title) => {
      expect(told(TITLE, `指标名称|单位|${title}|增速%`, '纱|吨|12|3', '布|吨|9|1')[0]).toMatch(/^12 \| 吨 \| 纱 \| /u);
    },
  );

  it('but the noun behind one does', () => {
    expect(told(TITLE, '行业|当月电量（万吨）|当月同比（%）', '纺织|12|3', '化工|9|1')[0]).toMatch(
      /\| 纺织当月电量 \|/u,
    );
  });

  it('a month above two columns is the time of both', () => {
    const rows = [
      '指标|单位|8月||1-8月|',
      '||绝对量|同比±%|绝对量|同比±%',
      '产值|亿元|12|3.2|88|-0.4',
      '纱|吨|30|5|21|6',
    ];
    expect(told(TITLE, ...rows).map((line) => line.split(' | ').at(-1))).toEqual(
      [...Array(2)].flatMap(() => ['8月', '8月', '1-8月', '1-8月']),
    );
  });

  it('截至9月底完成 is until then', () => {
    expect(told(TITLE, '指标|全年目标|截至9月底完成', '改厕|300户|240户', '修路|50公里|45公里')[1]).toBe(
      '240户 | 户 | 改厕 | result | 截至9月底',
    );
  });
});

describe('shares of a plan', () => {
  it.each(['占年计划%', '占全年计划的比重（%）', '为预算%'])('%s is what was reached', (title) => {
    const rows = [`指标名称|单位|年计划|累计完成|${title}`, '投资|亿元|120|86.5|72.1', '引资|亿元|60|29|48.4'];
    expect(
      read(TITLE, ...rows)
        .map((f) => `${f.text} ${f.unit} ${f.role} ${f.time}`)
        .slice(0, 3),
    ).toEqual(['120 元 target null', '86.5 元 result null', '72.1 % result null']);
  });

  it('序时进度 is what should be by now', () => {
    const rows = ['指标|单位|目标值|完成值|完成率|序时进度', '造林|亩|5000|4200|84|75', '改厕|户|1200|600|50|75'];
    expect(told(TITLE, ...rows).slice(0, 4)).toEqual([
      '5000 | 亩 | 造林 | target | -',
      '4200 | 亩 | 造林 | result | -',
      '84 | % | 造林完成率 | result | -',
      '75 | % | 造林序时进度 | target | -',
    ]);
  });

  it('a target of the year is one still', () => {
    expect(told(TITLE, '指标|单位|全年计划|全年目标', '投资|亿元|120|130', '引资|亿元|60|62').slice(0, 2)).toEqual([
      '120 | 元 | 投资 | target | 全年',
      '130 | 元 | 投资 | target | 全年',
    ]);
  });
});

describe('places', () => {
  it('are of the amount on their left, or of what their title says', () => {
    const rows = ['县区|产值（亿元）|同比±%|位次|投资增速%|位次', '石桥县|120|6.1|2|8|1', '松溪县|98|5.8|3|-2|3'];
    expect(
      told(TITLE, ...rows)
        .filter((line) => / \| 位 \| /u.test(line))
        .slice(0, 2),
    ).toEqual(['2 | 位 | 产值 | result | -', '1 | 位 | 投资增速 | result | -']);
    expect(told(TITLE, '指标名称|绝对额（万元）|增幅（%）|增幅位次', '税收|56|9.8|4', '罚没|32|-1.6|12')[2]).toBe(
      '4 | 位 | 税收增幅 | result | -',
    );
  });

  it('number the rows where they stand in front', () => {
    expect(told(TITLE, '排名|指标|产值（亿元）', '1|纺织|12', '2|化工|9').map((line) => line.split(' | ')[0])).toEqual([
      '12',
      '9',
    ]);
  });
});

describe('合计', () => {
  it('in front of a noun is a part of what is counted', () => {
    const rows = ['项目名称|合计投资（亿元）', '石桥|8.6', '码头|21.3', '合计|29.9'];
    expect(told(TITLE, ...rows)).toEqual([
      '8.6 | 元 | 石桥合计投资 | scale | -',
      '21.3 | 元 | 码头合计投资 | scale | -',
      '29.9 | 元 | 合计投资 | scale | -',
    ]);
  });
  it('alone is not', () => {
    expect(told(TITLE, '类型|小学（个）|合计（个）', '村小|3|4', '中心校|2|2')[1]).toMatch(
      /^4 \| 个 \| (?!.*合计合计)/u,
    );
  });
});

describe('the stretch of time of a table', () => {
  const rows = ['指标名称|计量单位|本月|累计|同比±%', '纱|吨|5|86|6.4', '布|吨|2|31|-1'];
  const times = (title: string, ...above: string[]): (string | null)[] =>
    read(title, ...above, ...rows)
      .slice(0, 3)
      .map((f) => f.time);

  it('stands in the headline', () => {
    expect(times('2023年1-6月石桥县主要经济指标')).toEqual([null, '2023年1-6月', '2023年1-6月']);
    expect(read('2023年1-6月石桥县主要经济指标', ...rows)[1]!.interval).toEqual({
      start: '2023-01-01',
      end: '2023-06-30',
    });
  });
  it('or in the line above', () => {
    expect(times('石桥县统计', '2023年前三季度主要经济指标')).toEqual([null, '2023年前三季度', '2023年前三季度']);
    expect(times('石桥县统计', '2023年前三季度主要经济指标', '单位：吨')[1]).toBe('2023年前三季度');
  });
  it('is a whole year in statistics only', () => {
    expect(times('2023年石桥县主要经济指标')[1]).toBe('2023年');
    expect(times('2023年石桥县目标完成情况')[1]).toBe(null);
  });
  it('is that of the month alone in a report on one', () => {
    expect(times('2023年6月石桥县工业运行月报')).toEqual(['2023年6月', null, null]);
  });
  it('is none in a list of projects, a plan, or where several are named', () => {
    for (const title of ['2023年石桥县重点项目表', '2023年主要经济指标计划安排表', '2022年和2023年主要经济指标'])
      expect(times(title)).toEqual([null, null, null]);
  });
  it('is not that of a plan beside what was reached', () => {
    const plan = ['指标|单位|年计划|累计完成', '投资|亿元|120|86', '引资|亿元|60|29'];
    expect(told('2023年1-9月主要指标完成情况表', ...plan).slice(0, 2)).toEqual([
      '120 | 元 | 投资 | target | -',
      '86 | 元 | 投资 | result | 2023年1-9月',
    ]);
  });
});

describe('the deadline of a row', () => {
  const due = (head: string, ...cells: string[]) =>
    read('石桥县重点任务分解表', head, ...cells).map((f) => `${f.text} ${f.time} ${f.interval?.end}`);

  it('lies in the year that the title of the column names', () => {
    for (const head of ['2023年目标', '年度目标（2023年）', '2023年'])
      expect(
        due(
          `序号|指标|${head}|责任单位|完成时限`,
          '1|新建公厕|12座|县城管局|10月底',
          '2|改管网|5公里|县住建局|11月20日',
        ),
      ).toEqual(['12座 10月底 2023-10-31', '5公里 11月20日 2023-11-20']);
  });
  it('lies in none of several years', () => {
    expect(
      due('序号|指标|2023年|2024年|完成时限', '1|新建公厕|12座|13座|10月底', '2|改管网|5公里|6公里|11月20日').slice(
        0,
        2,
      ),
    ).toEqual(['12座 2023年 2023-12-31', '13座 2024年 2024-12-31']);
  });
});
