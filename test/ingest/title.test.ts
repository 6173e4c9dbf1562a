import { describe, expect, it } from 'vitest';
import { authors } from '../../src/ingest/html/meta.ts';
import { cutSite, siteOf } from '../../src/ingest/html/title.ts';
import { one } from './read.ts';

const BODY =
  '<p>为进一步规范档案室的日常管理，提高借阅效率，现就有关事项通知如下，请各科室认真遵照执行，逾期不候。</p>';
const of = async (head: string, body = BODY) => {
  const { title, meta } = await one(`<html><head>${head}</head><body>${body}</body></html>`);
  return [title, meta.altTitle ?? null];
};

describe('the site in a <title>', () => {
  it.each([
    ['某县部署防汛工作_某某新闻网', '某县部署防汛工作'],
    ['某县部署防汛工作-某某县人民政府', '某县部署防汛工作'],
    ['倡议书-某某文明网', '倡议书'],
    ['某县部署防汛工作_图片_栏目|某某日报', '某县部署防汛工作'],
    ['某县部署防汛工作--要闻--某某网', '某县部署防汛工作'],
    ['某县部署防汛工作 - 工作动态 - 某某县水利局', '某县部署防汛工作'],
    ['某某市档案馆-关于做好汛期档案安全工作的通知', '关于做好汛期档案安全工作的通知'],
    ['某某网 > 关于做好汛期档案安全工作的通知', '关于做好汛期档案安全工作的通知'],
    ['  某县部署\n 防汛工作  ', '某县部署 防汛工作'],
  ])('is cut: %j', (title, cut) => {
    expect(cutSite(title)).toBe(cut);
  });

  it.each([
    '坚守一线见初心——记某某区新闻中心的编辑们',
    '牢记使命-写在某日之前',
    '某市2019-2020年度工作要点',
    '“互联网+政务服务”工作方案',
    '网格化管理',
    '党建-某某网',
    'A-B角工作制度',
  ])('is not mistaken for a part of the headline: %s', (title) => {
    expect(cutSite(title)).toBe(title);
  });
});

describe('the site that a window names', () => {
  it.each([
    ['某县部署防汛工作_某某新闻网', '某某新闻网'],
    ['某县部署防汛工作 - 某某县水利局', '某某县水利局'],
    ['培训心得体会3篇_心得体会_学习某某网', '学习某某网'],
    ['“水渠进校园”实施方案-青禾中学', '青禾中学'],
    ['看看人家的水渠 - 城市杂谈 - 青禾论坛 - Powered by Discuz!', '青禾论坛'],
    ['某县部署防汛工作_通知公告', null],
    ['牢记使命-写在某日之前', null],
    ['某市2019-2020年度工作要点', null],
    ['坚守一线见初心——记某某区新闻中心的编辑们', null],
    ['某县部署防汛工作', null],
  ])('%j: %j', (title, site) => {
    expect(siteOf(title)).toBe(site);
  });
});

describe('the title of a page', () => {
  it('has its subtitle, where the page shows it as a heading and the window has both', async () => {
    const both = '<h1>让渠水流到田头</h1><h2>——青禾县水利局管水护渠纪实</h2>';
    const window = '<title>让渠水流到田头——青禾县水利局管水护渠纪实_要闻_青禾新闻网</title>';
    expect((await of(window, both + BODY))[0]).toBe('让渠水流到田头——青禾县水利局管水护渠纪实');
    expect((await of(window, `<h1>让渠水流到田头</h1>${BODY}`))[0]).toBe('让渠水流到田头');
  });

  it('is the only <h1>, whatever short name the window has', async () => {
    expect(await of('<title>档案通知 - 某某网</title>', `<h1>关于做好汛期档案安全工作的紧急要求</h1>${BODY}`)).toEqual([
      '关于做好汛期档案安全工作的紧急要求',
      '档案通知',
    ]);
    expect(
      (await of('<title>汛期档案安全工作_某某网</title>', `<h1>某某县档案馆欢迎您的到来政务公开网</h1>${BODY}`))[0],
    ).toBe('汛期档案安全工作');
  });

  it.each([
    ['某某县人民政府', '<h2>某某县创新推行“三联”机制</h2>'],
    ['某某县档案局', '<div class="title">某某县创新推行“三联”机制</div><p>2023-05-06 来源：某某县档案馆</p>'],
    ['县长信箱', '<h3>某某县创新推行“三联”机制</h3>'],
  ])('is the heading above the text, where the window names the site or a column: %s', async (window, heading) => {
    const page = `<div><a href=1>政务公开</a><a href=2>互动交流</a></div>${heading}<div id=zoom>${BODY}${BODY}</div>`;
    expect((await of(`<title>${window}</title>`, page))[0]).toBe('某某县创新推行“三联”机制');
  });

  it.each([
    ['某某县人民政府', `<h2>通知公告</h2><div id=zoom>${BODY}</div>`],
    ['某某县档案局', `<div id=zoom>${BODY}<h2>借阅室开放的时间和借阅规则</h2>${BODY}</div>`],
    ['关于加强档案室管理的若干意见', `<h2>某某县创新推行“三联”机制</h2><div id=zoom>${BODY}</div>`],
  ])('is not a heading of the site or of the text: %s', async (window, page) => {
    expect((await of(`<title>${window}</title>`, page))[0]).toBe(window);
  });

  it('gives the window’s name to the site, where that is all it names', async () => {
    const { meta } = await one(
      `<title>某某县人民政府</title><h2>某某县创新推行“三联”机制</h2><div id=zoom>${BODY}${BODY}</div>`,
    );
    expect(meta.publisher).toBe('某某县人民政府');
    expect(meta.altTitle).toBeUndefined();
  });

  it('is without the site, the number and the class of a post before it', async () => {
    expect((await of('<title>某某县政府门户网站 某政办发〔2021〕17号 关于做好汛期档案安全工作的通知</title>'))[0]).toBe(
      '关于做好汛期档案安全工作的通知',
    );
    expect(
      (
        await of(
          '<title>[民生] 看看人家的档案室 - 杂谈 - 某某论坛 - Powered by Discuz!</title>',
          `<h1>[民生] 看看人家的档案室</h1>${BODY}`,
        )
      )[0],
    ).toBe('看看人家的档案室');
    expect((await of('<title>[民生] 看看人家的档案室</title>', `<h1>[民生] 看看人家的档案室</h1>${BODY}`))[0]).toBe(
      '[民生] 看看人家的档案室',
    );
  });

  it('is none where the window names an organ and a column', async () => {
    expect((await of('<title>某某煤业有限责任公司-党群工作</title>'))[0]).toBeNull();
  });

  it('is the headline that the page shows, where the head confirms it', async () => {
    expect(
      await of(
        '<title>关于档案室管理的通知_某某网</title>',
        `<h1>某某网</h1><div class="bt">关于档案室管理的通知</div>${BODY}`,
      ),
    ).toEqual(['关于档案室管理的通知', null]);
    expect((await of('<title>档案室管理的通知（某某县—综合）</title>', `<h2>档案室管理的通知</h2>${BODY}`))[0]).toBe(
      '档案室管理的通知',
    );
  });

  it('is what the head says, where the page shows none', async () => {
    expect(await of('<title>某某网</title><meta name="ArticleTitle" content="关于档案室管理的通知">')).toEqual([
      '关于档案室管理的通知',
      null,
    ]);
    expect(await of('<meta property="og:title" content="关于档案室管理的通知-某某网">')).toEqual([
      '关于档案室管理的通知',
      null,
    ]);
  });

  it('is the heading, where the head names the site only', async () => {
    expect(await of('<title>某某市档案信息网</title>', `<h1>关于档案室管理的通知</h1>${BODY}`)).toEqual([
      '关于档案室管理的通知',
      null,
    ]);
  });

  it('has another beside it, where head and headline disagree', async () => {
    expect(
      await of(
        '<title>我县召开档案工作会议_某某网</title><meta name="ArticleTitle" content="关于档案室管理的通知">',
        `<h1>关于档案室管理的通知</h1>${BODY}`,
      ),
    ).toEqual(['关于档案室管理的通知', '我县召开档案工作会议']);
  });

  it('is null where nothing tells one', async () => {
    expect(await of('')).toEqual([null, null]);
    expect(await of('<title></title>')).toEqual([null, null]);
  });

  it('decodes entities and keeps an image title out', async () => {
    expect((await of('<title>A&amp;B公司&ldquo;档案&rdquo;办法</title><svg><title>图标</title></svg>'))[0]).toBe(
      'A&B公司“档案”办法',
    );
  });
});

describe('what a page says of itself', () => {
  it.each([
    ['张三、李小四', ['张三', '李小四']],
    ['王 五 欧阳某某', ['王五', '欧阳某某']],
    ['阿不都·热合曼', ['阿不都·热合曼']],
    ['admin', []],
    ['某某日报社', []],
    ['每日新闻', []],
    ['管理员', []],
  ])('authors: %s', (text, names) => {
    expect(authors(text)).toEqual(names);
  });

  it('is read from <meta>, link and JSON-LD', async () => {
    const ld = JSON.stringify({
      '@graph': [
        { '@type': 'WebPage' },
        {
          '@type': 'NewsArticle',
          datePublished: '2020-02-03T04:05:06Z',
          author: [{ name: '赵六' }],
          publisher: { name: '某某网' },
        },
      ],
    });
    expect(
      await one(
        `<link rel=canonical href="https://x.cn/1.html"><script type="application/ld+json">${ld}</script>${BODY}`,
      ),
    ).toMatchObject({
      url: 'https://x.cn/1.html',
      meta: { published: '2020-02-03T12:05:06', author: ['赵六'], publisher: '某某网' },
    });
    expect(
      (
        await one(
          `<meta name="PubDate" content="2020-02-03 04:05"><meta name="ContentSource" content="某某县委办"><meta name="Author" content="赵六"><meta name="SiteName" content="某某县政府网">${BODY}`,
        )
      ).meta,
    ).toEqual({ published: '2020-02-03T04:05', origin: '某某县委办', author: ['赵六'], publisher: '某某县政府网' });
    expect((await one(`<script type="application/ld+json">{broken</script>${BODY}`)).meta).toEqual({});
  });

  it('is read from the lines around the article', async () => {
    const menu = '<div><a href=1>某栏目之一</a></div><div><a href=2>某栏目之二</a></div>';
    const before =
      '<table><tr><td>发文字号：</td><td>某府发〔2018〕12号</td></tr><tr><td>发文机关</td><td>某某县人民政府</td></tr></table><div>来源：某某日报 作者：赵六 发布日期：2018-03-04 浏览次数：1234次</div>';
    const after = '<div>责任编辑：钱七</div><div>打印 关闭</div>';
    expect((await one(`${menu}${before}<div class="content">${BODY}${BODY}</div>${after}`)).meta).toEqual({
      number: '某府发〔2018〕12号',
      org: '某某县人民政府',
      origin: '某某日报',
      author: ['赵六'],
      published: '2018-03-04',
      views: 1234,
      editor: '钱七',
    });
  });

  it.each([
    ['来源：青禾县水利局【字号： <a>大</a> <a>中</a> <a>小</a>】 <a>打印</a>', '青禾县水利局'],
    ['来源：【青禾晚报】 浏览次数：12', '【青禾晚报】'],
    ['来源：《青禾晚报》（第3版） 浏览次数：12', '《青禾晚报》（第3版）'],
  ])('ends a source before the box behind it: %s', async (line, origin) => {
    const { meta } = await one(`<div>2018-03-04 ${line}</div><div class="content">${BODY}${BODY}</div>`);
    expect(meta.origin).toBe(origin);
  });

  it.each([
    [
      'is told by the name it had in the head',
      `<meta property="og:title" content="关于档案室管理的通知"><meta name="PubDate" content="2020-02-03">${BODY}`,
      { title: 'meta og:title', published: 'meta PubDate' },
    ],
    [
      '… in the JSON-LD',
      `<script type="application/ld+json">{"headline":"关于档案室管理的通知","author":"赵六"}</script>${BODY}`,
      { title: 'json-ld headline', author: 'json-ld author' },
    ],
    [
      '… by both, where they disagree',
      `<title>档案工作简报</title><meta name=ArticleTitle content="关于档案室管理的通知">${BODY}`,
      { title: 'meta ArticleTitle', altTitle: '<title>' },
    ],
  ])('%s', async (_, html, from) => {
    // biome-ignore format: a table
    const { origins } = await one(html);
    expect(Object.fromEntries(Object.entries(origins!).map(([k, o]) => [k, o!.from]))).toEqual(from);
  });

  it('is told by its place, where it is a line of the page', async () => {
    const menu = '<div><a href=1>某栏目之一</a></div><div><a href=2>某栏目之二</a></div>';
    const page = `<title>关于档案室管理的通知_某某网</title>${menu}<h1>关于档案室<b>管理</b>的通知</h1><div>发文机关</div><div>某某縣人民政府</div><div>来源：某某日报 <span>2018-03-04</span></div><div class="content">${BODY}${BODY}</div><div>责任编辑：钱七</div>`;
    const { origins, decoded } = await one(page);
    const quoted = Object.entries(origins!).map(([k, o]) => [k, o!.from, decoded.slice(o!.start, o!.end)]);
    expect(quoted.sort((a, b) => (a[0]! < b[0]! ? -1 : 1))).toEqual([
      ['editor', 'beside', '责任编辑：钱七'],
      ['org', 'beside', '某某縣人民政府'],
      ['origin', 'beside', '来源：某某日报 <span>2018-03-04'],
      ['published', 'beside', '来源：某某日报 <span>2018-03-04'],
      ['title', '<h1>', '关于档案室<b>管理</b>的通知'],
    ]);
  });

  it('calls nobody the editor where the field is empty and a statement stands below it', async () => {
    const { meta } = await one(
      `<body><h1>某县部署防汛工作</h1><div><article>${BODY}${BODY}</article><p>责任编辑：</p><p>平台声明：该文观点仅代表作者本人。</p></div></body>`,
    );
    expect(meta.editor).toBeUndefined();
  });

  it('calls nobody the author whom the byline calls the editor', async () => {
    const { meta } = await one(
      `<meta name=author content="钱七"><div><div>${BODY}</div></div><div>责任编辑：钱七</div>`,
    );
    expect(meta).toEqual({ editor: '钱七' });
  });
});

describe('where a government gave its report', () => {
  const said = '——2024年1月9日在柳湾市第九届人民代表大会第四次会议上';
  const shown = (title: string, below: string) =>
    of(`<title>${title}</title>`, `<h1>${title}</h1><h2>${below}</h2><div class="content">${BODY}${BODY}</div>`);

  it('is its second headline, as the next heading of the page', async () => {
    expect(await shown('2024年政府工作报告', said)).toEqual(['2024年政府工作报告', said]);
  });

  it('is none below another headline, and nothing else is', async () => {
    expect((await shown('某县部署防汛工作', said))[1]).toBeNull();
    expect((await shown('2024年政府工作报告', '——在新的起点上再出发'))[1]).toBeNull();
    expect((await shown('2024年政府工作报告', '一、2023年工作回顾'))[1]).toBeNull();
  });
});
