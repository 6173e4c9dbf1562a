import { describe, expect, it } from 'vitest';
import { classifyLine } from '../../src/text/boilerplate.ts';
import { siteName } from '../../src/text/boilerplate-site.ts';

const name = (...lines: string[]): string | null => siteName(lines.map((text) => ({ ...classifyLine(text), text })));

describe('siteName', () => {
  it.each([
    [['青禾渠长网', '首页 | 新闻 | 党建'], '青禾渠长网'],
    [['云汀县图书馆', '当前位置:首页 > 读者'], '云汀县图书馆'],
    [['水利文库-专注水利公文', '首页', '/', '总结'], '水利文库'],
    [['青禾先锋微信公众号', '让渠水流到田头', '¶'], '青禾先锋'],
    [['云汀论坛', '首页', '发帖'], '云汀论坛'],
  ])('%j', (lines, site) => {
    expect(name(...lines)).toBe(site);
  });

  it.each([
    [['云汀县水利局', '关于做好清淤工作的通知', '禾水发〔2021〕3号']],
    [['水渠管护的几点思考', '云汀县水利局 王小满']],
    [['渠水上山,群众出力最多的是三组,从立春干到清明。', '云汀论坛', '首页']],
  ])('%j has none', (lines) => {
    expect(name(...lines)).toBeNull();
  });
});
