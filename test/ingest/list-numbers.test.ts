import { describe, expect, it } from 'vitest';
import { OffsetMap } from '../../src/text/offsets.ts';
import { expectLinear } from '../linear.ts';
import { one } from './read.ts';

const shown = async (html: string): Promise<string> => (await one(html, 'x.html', { main: false })).text;
const items = (...texts: string[]): string => texts.map((t) => `<li>${t}</li>`).join('');

describe('numbers of ordered lists', () => {
  it.each([
    ['counts from one', `<ol>${items('修渠', '植树')}</ol>`, '1.修渠\n2.植树'],
    ['closes no tag', '<ol><li>修渠<li>植树</ol>', '1.修渠\n2.植树'],
    ['from start', `<ol start="3">${items('修渠', '植树')}</ol>`, '3.修渠\n4.植树'],
    ['from a value on', '<ol><li>修渠<li value="7">植树<li>护林</ol>', '1.修渠\n7.植树\n8.护林'],
    ['backwards', `<ol reversed>${items('修渠', '植树', '护林')}</ol>`, '3.修渠\n2.植树\n1.护林'],
    ['backwards from start', `<ol reversed start="9">${items('修渠', '植树')}</ol>`, '9.修渠\n8.植树'],
    ['letters', `<ol type="a">${items('修渠', '植树')}</ol>`, 'a.修渠\nb.植树'],
    ['capitals', `<ol type="A" start="26">${items('修渠', '植树')}</ol>`, 'Z.修渠\nAA.植树'],
    ['roman', `<ol type="i" start="3">${items('修渠', '植树')}</ol>`, 'iii.修渠\niv.植树'],
    ['roman capitals', `<ol type="I">${items('修渠', '植树')}</ol>`, 'I.修渠\nII.植树'],
    ['the type of an item', '<ol><li type="A">修渠<li>植树</ol>', 'A.修渠\n2.植树'],
    ['a style', `<ol style="list-style-type: upper-alpha;">${items('修渠')}</ol>`, 'A.修渠'],
    ['Chinese', `<ol style="list-style: cjk-ideographic">${items('修渠', '植树')}</ol>`, '一、修渠\n二、植树'],
    ['no letter for 0', `<ol type="a" start="0">${items('修渠', '植树')}</ol>`, '0.修渠\na.植树'],
    ['nested', `<ol><li>水利<ol type="a">${items('修渠', '清淤')}</ol></li><li>林业</li></ol>`, '1.水利\na.修渠\nb.清淤\n2.林业'],
    ['a list as item', `<ol><li><ol type="a">${items('修渠', '清淤')}</ol></li></ol>`, '1. a.修渠\nb.清淤'],
    ['none of the inner list', `<ol><li>水利<ul>${items('修渠')}</ul></li><li>林业</li></ol>`, '1.水利\n修渠\n2.林业'],
    ['paragraphs', '<ol><li><p>修渠。</p><p>共三条。</p></li><li><p>　　植树。</p></li></ol>', '1.修渠。\n共三条。\n　　2.植树。'],
    ['blanks of either kind', '<ol><li>&nbsp;&nbsp;修渠</ol>', '\u00a0\u00a01.修渠'],
    ['apart from a figure', `<ol>${items('5月修渠', 'KPI考核')}</ol>`, '1. 5月修渠\n2. KPI考核'],
    ['counts an empty item', `<ol>${items('修渠', '', '植树')}</ol>`, '1.修渠\n3.植树'],
    ['not a hidden one', '<ol><li>修渠<li style="display:none">注册<li>植树</ol>', '1.修渠\n2.植树'],
    ["Baidu's editor", `<ol class="custom_cn list-paddingleft-1">${items('修渠', '植树')}</ol>`, '一、修渠\n二、植树'],
    ["Baidu's editor, in brackets", `<ol class="custom_num2" start="2">${items('修渠')}</ol>`, '(2)修渠'],
    ['in a cell', `<table><tr><td>任务<td>${`<ol>${items('修渠', '植树')}</ol>`}<tr><td>责任<td>水利局</table>`, '任务\t1.修渠 2.植树\n责任\t水利局'],
  ])('%s', async (_, html, text) => expect(await shown(html)).toBe(text)); // biome-ignore format: a table

  it.each([
    ['bullets', `<ul>${items('修渠', '植树')}</ul>`],
    ['items that are numbered', `<ol>${items('一、修渠', '二、植树')}</ol>`],
    ['items that are numbered in brackets', `<ol>${items('（1）修渠', '(2)植树')}</ol>`],
    ['items with signs', `<ol>${items('①修渠', '②植树')}</ol>`],
    ...[['[1]修渠', '[2]植树'], ['壹、修渠', '贰、植树'], ['第一步：修渠', '第二步：植树'], ['问题1：修渠', '问题2：植树'], ['附件一 修渠表', '附件二 植树表']].map((own) => [`items that begin so: ${own[0]}`, `<ol>${items(...own)}</ol>`]),
    ['numbers in an element of their own', `<ol>${items('<b>一、</b>修渠', '<b>二、</b>植树')}</ol>`],
    ['a pager', `<ol>${items('1', '2', '3', '»')}</ol>`],
    ['a menu', `<ol>${items('<a href="/">首页</a>', '<a href="/b">要闻</a>')}</ol>`],
    ['a trail', `<ol class="breadcrumb">${items('首页', '要闻')}</ol>`],
    ['comments', `<ol class="comment-list">${items('说得好', '支持')}</ol>`],
    ['a style without', `<ol style="list-style:none">${items('修渠', '植树')}</ol>`],
    ['bullets by style', `<ol style="list-style-type:disc">${items('修渠', '植树')}</ol>`],
    ['items without', '<ol><li style="list-style:none">修渠<li style="list-style:none">植树</ol>'],
    ['a reset at the beginning of a sheet', `<style>ol,ul{list-style:none}</style><ol>${items('修渠', '植树')}</ol>`],
    ["fields and tools", `<ol>${items('责任编辑：安和', '植树', '关闭窗口')}</ol>`],
    ['a signature', `<ol>${items('植树县人民政府', '2021年3月5日')}</ol>`],
    ['the name of a file', `<ol>${items('附件：修渠表.doc', '植树')}</ol>`],
    ['a reset', `<style>*{margin:0}\nbody,ul,ol,li{padding:0;list-style:none}</style><ol>${items('修渠', '植树')}</ol>`],
    ['items outside a list', items('修渠', '植树')],
    ['items of no list', `<div><li>修渠<li value="4">植树</div>`],
  ])('leaves without: %s', async (_, html) => expect(await shown(html)).not.toMatch(/[12]\.\s?[修植首]|[a-z]\.|1\.\s?[一①(（[壹第问附]/)); // biome-ignore format: a table

  it('numbers where a style of its own undoes the reset, and where the reset is for others', async () => {
    const own = `<style>li,ol{list-style:none}</style><ol style="list-style-type:decimal">${items('修渠')}</ol>`;
    expect(await shown(own)).toBe('1.修渠');
    expect(await shown(`<style>.nav li{list-style:none}</style><ol>${items('修渠')}</ol>`)).toBe('1.修渠');
  });

  it('leaves one item that is numbered as it is', async () =>
    expect(await shown(`<ol>${items('修渠', '植树', '3.护林')}</ol>`)).toBe('1.修渠\n2.植树\n3.护林'));

  it('maps a number to the place before its item, and the item to itself', async () => {
    const page = await one(`<ol>${items('修渠', '植树')}</ol>`, 'x.html', { main: false });
    const map = page.passes.reduce((m, edits) => m.after(edits), OffsetMap.identity(page.decoded.length));
    const at = page.decoded.indexOf('植树');
    expect(page.text).toBe('1.修渠\n2.植树');
    expect(map.source(5, 7)).toEqual([at, at]);
    expect(map.source(7, 9)).toEqual([at, at + 2]);
    const written = page.passes.flat().filter((e) => e.rule === 'ingest/list-number');
    expect(written.map((e) => e.insert)).toEqual(['1.', '2.']);
  });

  it('numbers what is kept of the page', async () => {
    const tasks = items('六月底前修好东渠三公里，由水利站负责。', '年底前植树两千株，由林业站负责。');
    const side = `<aside><ol>${items('<a>樱花开了</a>', '<a>专线开通</a>')}</ol></aside>`;
    const html = `<body><h1>渡口乡二〇二三年要办的事</h1><div class="content"><p>经研究，定下两件事，请抓紧办理。</p><ol>${tasks}</ol></div>${side}</body>`;
    const { text } = await one(html, 'x.html');
    expect(text).toContain('\n1.六月底前');
    expect(text).toContain('\n2.年底前');
    expect(text).not.toContain('樱花');
  });

  it.each([
    ['nested', (n: number) => `${'<ol><li>'.repeat(n)}字`],
    ['long', (n: number) => `<ol reversed>${'<li>字'.repeat(n)}`],
    ['resets', (n: number) => `<style>${'list-style:none;'.repeat(n)}</style><ol><li>字`],
  ])('takes time in proportion to the page: %s', async (_, page) => {
    await expectLinear((n) => shown(page(n)), 20_000);
  });
});
