import { describe, expect, it } from 'vitest';
import { findAdvertisements, findBrokenNames, ownNames } from '../../src/text/boilerplate-injected.ts';
import { expectLinear } from '../linear.ts';

/** The lines without what was found in them. */
function without(lines: readonly string[]): string[] {
  const found = findAdvertisements(lines);
  return lines.map((line, i) => {
    const cuts = found.get(i) ?? [];
    return cuts.toReversed().reduce((s, c) => s.slice(0, c.start) + s.slice(c.end), line);
  });
}

describe('findAdvertisements', () => {
  it.each([
    ['青鸟国际娱乐登录网址', '7月至9月', '对全县的水渠清了一遍。', '渠长们说,', '水到了田头才算数。'],
    ['四海棋牌官网下载', '全镇清淤十二公里,', '惠及农户三千户。', '今年起', '按方计酬。'],
    ['金铃体育投注网址大全', '一是巡查。', '每周一次。', '二是登记。', '一段一册。'],
  ])('takes %s out of two sentences', (ad, a, b, c, d) => {
    expect(without([`${a}${ad}${b}`, `${c}${ad}${d}`])).toEqual([a + b, c + d]);
  });

  it('takes it out of one line twice', () => {
    expect(without(['渠修好了,青鸟真人娱乐开户群众都说好;青鸟真人娱乐开户水也清了。'])).toEqual([
      '渠修好了,群众都说好;水也清了。',
    ]);
  });

  it.each([
    [['到9月青鸟国际娱乐登录网址对水渠清了一遍。']],
    [['各县用电子平台报送进度。', '乡镇也用电子平台报送台账。']],
    [['国际合作平台已经建成。', '体育场馆免费开放,登录官网预约。']],
    [['依法取缔网络棋牌官网下载链接。', '清理网络棋牌官网下载链接,查处涉赌人员。']],
    [['青禾国际体育平台已经建成。', '青禾国际体育平台年底启用。']],
    [['青禾电子登录系统上线。', '青禾电子登录系统并网。']],
    [['市体育局官方账号发布了消息。', '县体育场首页公布了名单。']],
  ])('leaves %j', (lines) => {
    expect(without(lines)).toEqual(lines);
  });

  it('takes n log n on very many', async () => {
    const cut = (n: number): string[] =>
      without(Array.from({ length: n }, (_, i) => `渠${i}青鸟国际娱乐登录网址水${i}`));
    expect(cut(1000)[7]).toBe('渠7水7');
    await expectLinear(cut, 40_000);
  });
});

describe('findBrokenNames', () => {
  const names = ownNames(['青禾文萃 → 范文 → 水利', '下面是青禾文萃小编整理的总结']);
  const cut = (line: string): string =>
    findBrokenNames(line, names)
      .toReversed()
      .reduce((s, c) => s.slice(0, c.start) + s.slice(c.end), line);

  it.each([
    ['清淤青%禾文萃 十二公里', '清淤十二公里'],
    ['全县的渠长青禾@文萃都到了', '全县的渠长都到了'],
    ['水到青禾文#萃 田头', '水到田头'],
  ])('%s', (line, left) => {
    expect(cut(line)).toBe(left);
  });

  it.each(['完成率达%左右', '甲+乙两个村', '青禾县文%萃', '青禾文萃收录了三篇', '水位=渠底+水深'])(
    'leaves %s',
    (line) => {
      expect(cut(line)).toBe(line);
    },
  );

  it('finds nothing where the site has no name', () => {
    expect(findBrokenNames('清淤青%禾文萃 十二公里', ownNames([]))).toEqual([]);
    // What joins words of the text, though the site has a page of that name.
    expect(findBrokenNames('推行“水利+养殖”和青禾*文萃的做法', ownNames(['水利养殖的做法', '青禾文萃']))).toEqual([]);
  });
});
