import { describe, expect, it } from 'vitest';
import { classifyLine } from '../../src/text/boilerplate.ts';
import { cutWindow, issuer, siteName } from '../../src/text/boilerplate-site.ts';

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

describe('cutWindow', () => {
  it.each([
    ['渠长手记(一) - 学习园地 - 渠边夜话论坛 - Powered by Discuz!', '渠长手记(一)', '渠边夜话论坛'],
    ['让渠水流到田头_水利_青禾网', '让渠水流到田头', '青禾网'],
    ['让渠水流到田头 | 云汀日报', '让渠水流到田头', '云汀日报'],
  ])('%s', (window, title, site) => {
    expect(cutWindow(window)).toEqual({ title, site });
  });
  it.each(['做法 | 创新机制 管好水渠', '让渠水流到田头——记青禾网', '青禾镇-渠边村结对方案'])('%s stays', (title) => {
    expect(cutWindow(title).title).toBe(title);
  });
});

describe('issuer', () => {
  it('is what a document begins with', () => {
    expect(issuer('青禾县人民政府办公室关于做好清淤工作的通知')).toBe('青禾县人民政府办公室');
    expect(issuer('青禾县水利局印发关于渠长考核的意见')).toBe('青禾县水利局');
  });
  it.each(['关于做好清淤工作的通知', '渠长关于清淤的故事', '我对关于渠长的争论'])('%s has none', (title) => {
    expect(issuer(title)).toBeNull();
  });
});
