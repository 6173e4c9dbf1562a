import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/stages/strip/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import heads from '../../cases/strip/heads.json' with { type: 'json' };
import tails from '../../cases/strip/tails.json' with { type: 'json' };
import { doc } from '../doc.ts';
import { page } from '../page.ts';

/** An article without head and tail. */
const BODY = page([
  '¶ 水渠管护',
  '一、摸清家底',
  '¶2 水渠管护',
  '¶3 水渠管护',
  '下一步,我们将继续把这件事做实做细,让群众满意。',
]);

function left(text: string, title: string | null): { text: string; title: string | null } {
  const outcome = strip.apply(doc(text, title), {});
  return { text: applyPasses(text, outcome.passes ?? []), title: outcome.title ?? title };
}

describe('strip: heads of portals, papers, forums, blogs, accounts, libraries, offices, schools, hospitals', () => {
  it.each(heads.map((lines) => [lines.join(' ⏎ '), lines] as const))('%s', (_, lines) => {
    const found = left([...lines, BODY].join('\n'), null);
    expect(found.text).toBe(BODY);
    expect(found.title).toMatch(/让渠水流到田头$|水渠管护/u);
  });
});

describe('strip: their tails', () => {
  it.each(tails.map((lines) => [lines.join(' ⏎ '), lines] as const))('%s', (_, lines) => {
    expect(left([BODY, ...lines].join('\n'), '水渠管护').text).toBe(BODY);
  });
});

describe('strip: what only looks like a head or a tail', () => {
  it.each([
    ['一、管护责任', '来源清楚、去向明白,是管水的头一条规矩。'],
    ['渠长公示牌上写着姓名、电话和监督举报电话,群众随时可以打。'],
    ['管护费的来源:县财政补一半,受益户凑一半,账目每季度张榜。'],
    ['打印、复印、扫描一律在镇便民中心办理,不收一分钱。'],
  ])('%s', (...lines) => {
    const text = [BODY, ...lines, BODY].join('\n');
    expect(left(text, '水渠管护').text).toBe(text);
  });
});

describe('strip: the fields of a head', () => {
  it('are not read from the words of a menu, though 文档 looks like a name and 会员中心 like an organ', () => {
    const lines = [
      '青禾文库',
      '首页',
      '文档',
      '会员中心',
      '首页 > 总结',
      '水渠管护总结',
      '上传时间：2020-11-02 格式：DOC',
    ];
    const { meta } = strip.apply(doc([...lines, BODY].join('\n')), {});
    expect(meta?.author).toBeUndefined();
    expect(meta?.org).toBeUndefined();
  });

  it('are not read from an account that is run together with what stands before it', () => {
    const lines = ['让渠水清清流到田头', '原创王小满青禾先锋 2023-06-19 18:02 发表于青禾'];
    const { meta } = strip.apply(doc([...lines, BODY].join('\n'), '让渠水清清流到田头'), {});
    expect(meta).toEqual({ published: '2023-06-19T18:02' });
  });

  it('are not read from an organ below the headline as the name of the site', () => {
    const lines = ['以水为镜让渠水流到田头', '青禾县水利局', '小字号'];
    const { meta } = strip.apply(doc([...lines, BODY].join('\n'), '以水为镜让渠水流到田头'), {});
    expect(meta).toEqual({ org: '青禾县水利局' });
  });
});
