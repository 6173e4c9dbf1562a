import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/stages/strip/index.ts';
import { doc } from '../doc.ts';

const TITLE = '2023年护林防火目标责任书';
const DUTIES = [
  '一、工作目标',
  '全年新建瞭望塔六座，护林员人人配上对讲机，山火不超过两起。',
  '二、考核奖惩',
  '实行百分制考核，得分在九十分以上的为优秀。',
];
const SIGNED = ['代表人：　　　　代表人：', '2023年3月2日'];
const BINDS = '为保住山林，柳湾县人民政府与石桥镇人民政府签订本责任书。';
const orgOf = (title: string, ...lines: string[]) => strip.apply(doc([title, ...lines].join('\n')), {}).meta?.org;

describe('a letter of two parties is of the one that binds the other', () => {
  it('and tells where', () => {
    const { meta, origins } = strip.apply(doc([TITLE, BINDS, ...DUTIES, ...SIGNED].join('\n')), {});
    const start = TITLE.length + 1;
    expect(meta).toMatchObject({ org: '柳湾县人民政府', dated: '2023-03-02' });
    expect(origins?.org).toEqual({ from: 'parties', start, end: start + BINDS.length });
  });

  it.each([
    ['柳湾县人民政府（以下简称甲方）与石桥镇人民政府（以下简称乙方）签订如下责任书：'],
    ['现由石桥镇人民政府和柳湾县人民政府签订本责任书。'],
    ['甲方：柳湾县人民政府', '乙方：柳湾县石桥镇人民政府'],
    ['甲方：柳湾县人民政府', '乙方：柳湾县农业农村局'],
  ])('in its head: %s', (...lines) => {
    expect(orgOf(TITLE, ...lines, ...DUTIES, ...SIGNED)).toBe('柳湾县人民政府');
  });

  it.each([['柳湾县人民政府（盖章）　　石桥镇人民政府（盖章）'], ['石桥镇人民政府（盖章）', '柳湾县人民政府（盖章）']])(
    'under its seals: %s',
    (...seals) => {
      expect(orgOf(TITLE, ...DUTIES, ...seals, ...SIGNED)).toBe('柳湾县人民政府');
    },
  );

  it('but nobody knows whose where both stand alike', () => {
    expect(orgOf(TITLE, '柳湾县人民政府与青苇县人民政府签订本责任书。', ...DUTIES)).toBeUndefined();
    expect(orgOf(TITLE, '柳湾县林业局与柳湾县水利局签订本责任书。', ...DUTIES)).toBeUndefined();
  });

  it('and no other text is a letter', () => {
    expect(orgOf('2023年护林防火工作总结', BINDS, ...DUTIES)).toBeUndefined();
    expect(orgOf('关于签订护林责任书的通知', BINDS, ...DUTIES)).toBeUndefined();
    expect(orgOf(TITLE, '柳湾县人民政府高度重视，与各镇签订了责任书。', ...DUTIES)).toBeUndefined();
    const middle = Array.from({ length: 6 }, () => DUTIES).flat();
    expect(orgOf(TITLE, ...middle.slice(0, 12), BINDS, ...middle)).toBeUndefined();
  });

  it('what signs it goes first', () => {
    expect(orgOf(TITLE, BINDS, ...DUTIES, '柳湾县林业局', '2023年3月2日')).toBe('柳湾县林业局');
  });
});
