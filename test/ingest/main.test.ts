import { describe, expect, it } from 'vitest';
import { one } from './read.ts';

const P1 = '为进一步规范档案室的日常管理，提高借阅效率，现就有关事项通知如下，请各科室认真遵照执行。';
const P2 = '一、借阅登记';
const P3 = '借阅人应当填写登记表，写明事由、期限和联系方式；逾期不还的，由管理员催还两次，并通报所在科室。';
const P4 = '二、库房温度';
const P5 = '库房的温度每日记录一次，夏季不高于二十四度，冬季不低于十四度。遇有异常，应当立即报告值班负责人。';
const BODY = [P1, P2, P3, P4, P5];
const ps = BODY.map((p) => `<p>　　${p}</p>`).join('\n');
const TEXT = BODY.map((p) => `　　${p}`).join('\n');
const nav = `<div class="nav"><ul>${['首页', '机构概况', '新闻中心', '政务公开', '办事服务', '互动交流', '专题专栏'].map((t) => `<li><a href="/${t}">${t}</a></li>`).join('')}</ul></div>`;
const related = `<div class="xgwz"><h3>相关文章</h3><ul>${[1, 2, 3, 4, 5].map((n) => `<li><a href="${n}.html">关于做好第${n}季度档案检查工作的通知</a><span>2020-01-0${n}</span></li>`).join('')}</ul></div>`;
const footer =
  '<div class="footer"><p>主办：某某市档案馆 版权所有，未经许可不得转载。地址：某某路1号，邮编：000000</p><p><a href="/">网站地图</a></p></div>';
const page = (body: string, head = '<title>关于档案室管理的通知_某某市档案馆</title>') =>
  `<html><head>${head}</head><body>${body}</body></html>`;

describe('the article of a page', () => {
  it('is found in a div between menu, related links and footer', async () => {
    const r = await one(
      page(
        `${nav}<div class="wrap"><h1>关于档案室管理的通知</h1><div class="con_x">${ps}</div>${related}</div>${footer}`,
      ),
    );
    expect(r.text).toBe(TEXT);
    expect(r.title).toBe('关于档案室管理的通知');
  });

  describe('with a table in it that is never closed', () => {
    const [first, ...rest] = [P1, P3, P5].map((p) => `<p>${p}</p>`);
    const cells = '<table><tr><td>项目</td><td>数量</td></tr><tr><td>库房</td><td>12间</td></tr>';
    const text = [P1, '项目\t数量', '库房\t12间', P3, P5].join('\n');
    const article = (table: string): string => `${first}${table}${rest.join('')}`;
    const few = related.replace(/(?:<li>(?:(?!<\/li>).)*<\/li>){2}<\/ul>/, '</ul>');

    it.each([
      ['a div', (table: string) => `<div class="con_x">${article(table)}</div>${few}`],
      ['a div in a div', (table: string) => `<div><div class="con_x">${article(table)}</div>${few}</div>`],
      ['a cell of the layout', (table: string) => `<table><tr><td>${article(table)}</td></tr></table>${few}`],
    ])('is found in %s, and ends where that ends', async (_, around) => {
      const whole = (table: string) => one(page(`${nav}<h1>关于档案室管理的通知</h1>${around(table)}${footer}`));
      expect((await whole(cells)).text).toBe(text);
      // What closes the table makes no difference, nor does what only looks like a table.
      expect((await whole(`${cells}</table>`)).text).toBe(text);
      expect((await whole(`${cells}<!-- <table> --></table><script>"<table>"</script>`)).text).toBe(text);
    });

    it('in a cell of a table that is closed, a </div> from outside ends nothing', async () => {
      const stray = cells.replace('12间', '12间</div>');
      const r = await one(page(`${nav}<div class="con_x">${article(`${stray}</table>`)}</div>${few}${footer}`));
      expect(r.text).toBe(text);
    });
  });

  it('ends above headlines of other pages that are no links, below their label', async () => {
    const more = '<p>往期推荐</p><p><a>某某市召开档案工作会议</a></p><p><span>某某县举办档案培训班</span></p>';
    const r = await one(page(`<div class="rich_media_content">${ps}${more}</div>`));
    expect(r.text).toBe(TEXT);
  });

  it('is a table where the page has little else, whatever the foot of the site says', async () => {
    const cells = [
      ['序号', '项目名称', '年度目标', '责任单位'],
      ['1', '干渠清淤', '清淤12公里', '县水利站'],
      ['2', '山塘加固', '加固46座、灌田6200亩', '县农田建设服务站'],
      ['3', '村级水窖', '新修120口', '县抗旱服务队'],
    ];
    const rows = cells.map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('');
    const lead = '<p>现将今年的水利项目清单公布如下。</p>';
    const line =
      '<div>联系电话：000-1234567 某ICP备00000000号-1 某公网安备00000000000000号 网站标识码0000000000 建议用新版浏览器</div>';
    const text = ['现将今年的水利项目清单公布如下。', ...cells.map((row) => row.join('\t'))].join('\n');
    for (const foot of [line, footer]) {
      const r = await one(page(`${nav}<div class="main"><div>${lead}<table>${rows}</table></div></div>${foot}`));
      expect(r.text).toBe(text);
      // What stands above the table and says what its numbers are.
      const unit = await one(page(`${nav}<div><h1>清单</h1><p>单位：公里</p><table>${rows}</table></div>${foot}`));
      expect(unit.text).toContain('单位：公里');
    }
  });

  it('is no table in a column beside an article, however large', async () => {
    const row = (i: number): string => `<tr><td>建设项目审批${i}号</td><td>某某镇人民政府</td><td>已经办结</td></tr>`;
    const rows = Array.from({ length: 40 }, (_, i) => row(i)).join('');
    const links = Array.from({ length: 20 }, (_, i) => `<li><a href="/${i}">关于${i}号文件的通知</a></li>`).join('');
    const article = `<div class="main"><h1>关于档案室管理的通知</h1><p>${P1}</p><p>${P1}</p></div>`;
    const beside = (main: string) =>
      one(page(`${main}<div class="right"><ul>${links}</ul><table>${rows}</table></div>`));
    // However short the article is.
    for (const main of [
      article,
      article.replace(`<p>${P1}</p>`, ''),
      `<div class="main"><p>${P1.split('。')[0]}。</p></div>`,
    ]) {
      const { text } = await beside(main);
      expect(text).toContain(P1.split('。')[0]);
      expect(text).not.toContain('已经办结');
    }
  });

  it('is no calendar and no table of fields beside a short text', async () => {
    const days = [1, 2, 3, 4].map(
      (w) =>
        `<tr>${'日一二三四五六'
          .split('')
          .map((d) => `<td>${d}${w}</td>`)
          .join('')}</tr>`,
    );
    const fields = [
      ['索引号', '000/2021-1', '发文机关', '某某市档案馆办公室和借阅科'],
      ['发文日期', '2021-01-05', '主题分类', '档案管理、借阅登记、库房'],
      ['公开方式', '主动公开到本馆网站', '有效性', '长期有效'],
    ].map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join('')}</tr>`);
    for (const rows of [days, fields]) {
      const r = await one(page(`<div><table>${rows.join('')}</table></div><div class="con_x"><p>${P1}</p></div>`));
      expect(r.text).toBe(P1);
    }
  });

  it('is found in the nested tables of an old site, font tags and all', async () => {
    const cells = BODY.map(
      (p) => `<p class=MsoNormal style="text-indent:2em"><span lang=EN-US><font size=3>${p}</font></span></p>`,
    ).join('');
    const r = await one(
      page(`<table width=1000><tr><td><table><tr>${['首页', '概况', '动态', '服务'].map((t) => `<td><a href=#>${t}</a></td>`).join('')}</tr></table></td></tr>
<tr><td width=200><table><tr><td><a href=1>最新文件之一</a></td></tr><tr><td><a href=2>最新文件之二</a></td></tr></table></td>
<td><table><tr><td align=center><b>关于档案室管理的通知</b></td></tr><tr><td>发布时间:2019-3-4 点击数:15</td></tr><tr><td>${cells}</td></tr></table></td></tr>
<tr><td>版权所有 某某市档案馆</td></tr></table>`),
    );
    expect(r.text).toBe(BODY.join('\n'));
    expect(r.meta).toMatchObject({ published: '2019-03-04', views: 15 });
  });

  it('is found where the whole page stands in a form', async () => {
    const r = await one(page(`<form id="aspnetForm">${nav}<div id="ctl00_zoom">${ps}</div>${footer}</form>`));
    expect(r.text).toBe(TEXT);
  });

  it('is found where paragraphs are line breaks in one cell', async () => {
    const r = await one(
      page(`${nav}<table><tr><td>${BODY.map((p) => `　　${p}`).join('<br>\n')}</td></tr></table>${footer}`),
    );
    expect(r.text).toBe(TEXT);
  });

  it('is found where it lies in the body itself', async () => {
    const r = await one(page(`${nav}${BODY.map((p) => `　　${p}`).join('<br>\n')}${related}${footer}`));
    expect(r.text).toContain(TEXT);
    expect(r.text).not.toContain('季度');
    expect(r.text).not.toContain('机构概况');
  });

  it('keeps paragraphs that are divs, and pages of one article in boxes of their own', async () => {
    const box = (list: string[]) => `<div>${list.map((p) => `<div>${p}</div>`).join('')}</div>`;
    const r = await one(page(`${nav}<div class="art">${box(BODY.slice(0, 3))}${box(BODY.slice(3))}</div>${footer}`));
    expect(r.text).toBe(BODY.join('\n'));
  });

  it('keeps headings, lists and tables, and the text of links in it', async () => {
    const r = await one(
      page(`${nav}<div class="c"><p>${P1}</p><h2>任务分工</h2><table><tr><th>任务</th><th>责任<br>科室</th></tr><tr><td><p>登记</p></td><td>档案科</td></tr><tr><td>通风</td><td></td></tr></table>
<ul><li>${P3}</li><li>详见<a href="x">《借阅办法》</a>第三条。</li></ul><p>${P5}</p></div>${footer}`),
    );
    expect(r.text).toBe(`${P1}\n任务分工\n任务\t责任 科室\n登记\t档案科\n通风\n${P3}\n详见《借阅办法》第三条。\n${P5}`);
  });

  it('cuts related links, share bars and comments that stand inside it', async () => {
    const share = '<div class="bdsharebuttonbox">分享到：<a href=#>微信</a><a href=#>微博</a></div>';
    const comment =
      '<div class="comment-list"><p>网友甲：说得很好，支持一下。</p><p>网友乙：希望早日落实，我们都等着呢。</p></div>';
    const r = await one(page(`${nav}<div class="content">${ps}${share}${related}${comment}</div>${footer}`));
    expect(r.text).toBe(TEXT);
  });

  it('is not mistaken for the teasers beside it', async () => {
    const teasers = `<div class="list">${[1, 2, 3, 4, 5, 6].map((n) => `<div><h4><a href=${n}>某某县召开第${n}次工作推进会议</a></h4><p>会议听取了各部门的汇报，分析了当前的形势，对下一步的工作作出了部署，要求各单位认真落实。<a href=${n}>【详细】</a></p></div>`).join('')}</div>`;
    const r = await one(page(`<div class="left"><div class="k2"><p>${P1}</p><p>${P3}</p></div>${teasers}</div>`));
    expect(r.text).toBe(`${P1}\n${P3}`);
  });

  it('keeps an attachment at its end', async () => {
    const r = await one(
      page(`${nav}<div class="content">${ps}<p><a href="a.doc">附件：借阅登记表.doc</a></p></div>${footer}`),
    );
    expect(r.text).toBe(`${TEXT}\n附件：借阅登记表.doc`);
  });

  it('loses breadcrumbs above it and links to other articles below it that stand among its paragraphs', async () => {
    const crumbs = '<a href=/>首页</a> &gt; <a href=/1>通知</a> &gt; 正文<br>';
    const links =
      '<p>相关阅读：</p><p><a href=1>某某县举办档案业务培训班</a></p><p><a href=2>某某县完成档案安全检查</a></p>';
    expect((await one(page(`<div class="c">${crumbs}${ps}${links}</div>${footer}`))).text).toBe(TEXT);
    const lone = '<p><a href=1>《某某市档案管理办法》</a></p>';
    expect((await one(page(`<div class="c">${ps}${lone}</div>${footer}`))).text).toBe(
      `${TEXT}\n《某某市档案管理办法》`,
    );
    const pager = '<div><a href=1>1</a> <a href=2>2</a> <a href=3>3</a> <a href=2>下一页</a></div>';
    expect((await one(page(`<div class="c">${ps}${pager}</div>${footer}`))).text).toBe(TEXT);
  });

  it('is shown where a script would make it visible', async () => {
    const r = await one(
      page(
        `<p>长按二维码关注本公众号，每天为您推送本地新闻，欢迎转发给身边的朋友，谢谢大家支持。</p><div id="js_content" class="rich_media_content" style="visibility: hidden;">${ps}</div>`,
      ),
    );
    expect(r.text).toContain(TEXT);
  });

  it('may be a list of names', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `${'赵钱孙李周吴郑王'[i % 8]}某${'甲乙丙丁戊'[i % 5]}`).join(
      '　',
    );
    expect((await one(page(`${nav}<div class="c"><p>优秀档案员名单</p><p>${names}</p></div>${footer}`))).text).toBe(
      `优秀档案员名单\n${names}`,
    );
  });

  it('may be in another language, or read in the wrong code page', async () => {
    const english =
      'The archive keeps a record of every loan. Readers sign for what they take and return it within a month.';
    const mojibake = Buffer.from(P1 + P3)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, '·');
    for (const text of [english, mojibake])
      expect((await one(page(`${nav}<div><div><p>${text}</p></div></div>${related}${footer}`))).text).toBe(text);
  });

  it('does not take the headline in, though it has a comma', async () => {
    const r = await one(
      page(`${nav}<div><h1>建好，管好，用好：档案室的三件事</h1><div>来源：某网</div><div>${ps}</div></div>${footer}`),
    );
    expect(r.text).toBe(TEXT);
  });

  it('may be short', async () => {
    const text =
      '经研究决定，张三同志任档案科科长，试用期一年；免去李四同志档案科科长职务。特此公示，公示期五个工作日。';
    expect((await one(page(`${nav}<div><p>${text}</p></div>${related}`))).text).toBe(text);
  });

  it('keeps a summary in a box before it', async () => {
    const r = await one(
      page(`${nav}<div><div class="summary">核心提示：${P3}</div><div class="text">${ps}</div></div>${footer}`),
    );
    expect(r.text).toBe(`核心提示：${P3}\n${TEXT}`);
  });

  it('is the whole page, with a note, where nothing stands out', async () => {
    const r = await one(page(nav + related));
    expect(r.notes.map((n) => n.code)).toContain('ingest/no-main');
    expect(r.text).toContain('机构概况');
  });

  it('is the whole page where the option says so', async () => {
    expect((await one(page(`${nav}<div>${ps}</div>`), 'x.html', { main: false })).text).toContain('机构概况');
  });

  it('is found in a page that is centred by a negative margin', async () => {
    const centred = 'position:absolute;left:50%;margin-left:-1500px';
    expect((await one(page(`<div style="${centred}">${nav}<div>${ps}</div></div>`))).text).toBe(TEXT);
  });

  it('leaves out hidden blocks', async () => {
    const r = await one(
      page(
        `<div>${ps}<p style="display: none">博彩网站，注册就送，天天返利，欢迎光临。</p><p hidden>藏</p><p style="font-size:0">某某</p><p style="position:absolute; left:-9999px">某某</p></div>`,
      ),
    );
    expect(r.text).toBe(TEXT);
  });

  it('leaves out words of a class that hides them, and no block of such a class', async () => {
    const sheet = '<style>.mm{font-size:0;color:#fff} .box{font-size:0}</style>';
    const painted = ps.replace(
      '</p>',
      '<font class="jammer">P8ef%k6 e~Tdg&amp;</font><span class="mm">某论坛</span></p>',
    );
    expect((await one(page(`${sheet}<div class="box">${painted}</div>`))).text).toBe(TEXT);
  });

  it('reads who wrote and how often it was read beside the article', async () => {
    const { meta } = await one(
      page(`${nav}<h1>某县部署防汛工作</h1><div>作者：蒲月 / 2021.01.19 / 围观 208</div><div id="zoom">${ps}</div>`),
    );
    expect(meta).toMatchObject({ author: ['蒲月'], views: 208 });
  });

  it.each([
    ['<div>浏览：<span>1,206</span>次</div>', 1206],
    ['<table><tr><td>发布时间：2021-01-19</td><td>点击数：12 306</td></tr></table>', 12306],
    ['<div>浏览：1，206次</div>', 1206],
    // What stands behind the number is another one.
    ['<div>浏览：12 306条评论</div>', 12],
    ['<div>浏览：12 2021-01-19</div>', 12],
  ])('reads a number with its thousands set apart: %s', async (line, views) => {
    const { meta } = await one(page(`${nav}<h1>某县部署防汛工作</h1>${line}<div id="zoom">${ps}</div>`));
    expect(meta.views).toBe(views);
  });

  it('takes the day of publication before that of writing', async () => {
    const { meta } = await one(
      page(
        `${nav}<table><tr><td>成文日期</td><td>2021-04-12</td><td>公开日期</td><td>2021-04-13</td></tr></table><div id="zoom">${ps}</div>`,
      ),
    );
    expect(meta.published).toBe('2021-04-13');
  });
});
