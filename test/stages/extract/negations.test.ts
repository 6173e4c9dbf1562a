import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';
import { negationAt } from '../../../src/stages/extract/figures/indicator/negations.ts';
import { expectLinear } from '../../linear.ts';

const counted = (text: string): (string | null)[] => extract(text, { title: null }).figures.map((f) => f.indicator);

describe('a name keeps its negation', () => {
  it.each([
    ['无证摊点由48个减少到6个。', '无证摊点'],
    ['没有集体林场的村有9个。', '没有集体林场的村'],
    ['未建立渠长名册的行政村由31个减少到4个。', '未建立渠长名册的行政村'],
    ['未落实管护责任的山塘仅占1.8%。', '未落实管护责任的山塘'],
    ['不满意农户占比由5%下降到2%。', '不满意农户占比'],
    ['非现场执法检查占比提升至40%以上。', '非现场执法检查占比'],
    ['尚未销号的险情点还有12处。', '尚未销号的险情点'],
    ['零投诉窗口达95%。', '零投诉窗口'],
  ])('%s', (text, name) => {
    expect(counted(text)[0]).toBe(name);
  });

  it.each([
    ['不断提高供水合格率，达到98%。', '供水合格率'],
    ['不少于3个支部参加。', '支部'],
    ['全年未停水，检修泵站30座。', '泵站'],
    ['不仅如此，还修好水闸5座。', '水闸'],
  ])('%s: what is negated is something else', (text, name) => {
    expect(counted(text)[0]).toBe(name);
  });

  it('is linear', async () => {
    // At every place: one alone is next to nothing beside making the text.
    await expectLinear((n) => {
      const text = '未不无的'.repeat(n / 4);
      for (let at = 0; at < n; at++) negationAt(text, 0, at, '的村');
    }, 80_000);
  });
});
