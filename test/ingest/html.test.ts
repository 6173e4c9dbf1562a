import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/pipeline/types.ts';
import { OffsetMap } from '../../src/text/offsets.ts';
import { expectLinear } from '../linear.ts';
import { one } from './read.ts';

/** All that is shown, as text. */
const shown = async (html: string): Promise<string> => (await one(html, 'x.html', { main: false })).text;

/** Every character of the text that no edit wrote is the character of the source that it maps to. */
function expectTraceable(page: Page & { text: string }): void {
  let map = OffsetMap.identity(page.decoded.length);
  for (const edits of page.passes) map = map.after(edits);
  expect(map.length).toBe(page.text.length);
  const written = page.passes[0]?.filter((e) => e.insert) ?? [];
  let w = 0;
  for (let i = 0; i < page.text.length; i++) {
    const [from, to] = map.source(i, i + 1);
    while (w < written.length && written[w]!.end < to) w++;
    // A break and the number of an item may be written at one place.
    const here = written
      .slice(w, w + 2)
      .filter((e) => e.start <= from && to <= e.end && (e.end > e.start || from === to));
    if (here.length) {
      expect(here.map((e) => e.insert).join('')).toContain(page.text[i]);
      continue;
    }
    expect(to - from).toBe(1);
    expect(page.decoded[from]).toBe(page.text[i]);
  }
}

const tag = fc.constantFrom(
  ...'p div span b a td tr table li ul ol h2 br script style title pre center form select svg ruby rt font'.split(' '),
);
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '汉字，',
      '某地。',
      'abc',
      ' ',
      '\n',
      '\t',
      '　',
      '𠀀',
      '\0',
      '&',
      '<',
      '>',
      '"',
      ';',
      '&#',
      '\r\n',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '&nbsp;',
      '&amp;lt;',
      '&#x515A;',
      '&#20826;',
      '&ldquo;',
      '&NotEqualTilde;',
      '&#0;',
      '&#55296;',
      '&#x110000;',
      '&nosuch;',
      '&ampx',
      '&#13;',
    ),
  },
  { weight: 3, arbitrary: tag.map((t) => `<${t}>`) },
  { weight: 3, arbitrary: tag.map((t) => `</${t}>`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<p style="display:none">',
      '<a href="x">',
      '<br/>',
      '<svg/>',
      '<?php',
      '</',
      '<!',
      '<td nowrap',
      "<a href='",
      '<div class="share" hidden>',
    ),
  },
);

describe('HTML to text', () => {
  it('is traceable, whatever the markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.boolean(), async (pieces, main) => {
        const html = `<p>字${pieces.join('')}`;
        let page: Awaited<ReturnType<typeof one>>;
        try {
          page = await one(html, 'x.html', { main });
        } catch (error) {
          // All of it may be hidden; that is the one reason to read nothing.
          expect((error as Error).message).toContain('no text');
          return;
        }
        expectTraceable(page);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    '<br/',
    '<br /',
    '<td nowrap</',
    '<img src=x/',
    '<a b/',
    '</',
    '<',
    '<td',
    '<td a="x',
    '<!-- a',
    '&am',
    '</p',
  ])('keeps the text before %s, where a page is cut off', async (cut) => {
    const page = await one(`<p>街道办事处推动治理与服务融合。</p><p>成效明显。${cut}`, 'x.html', { main: false });
    expectTraceable(page);
    expect(page.text).toContain('街道办事处推动治理与服务融合。');
    expect(page.text).toContain('成效明显。');
  });

  it('loses and invents no character of plain paragraphs', async () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'一二三abc，。&<> 　'), minLength: 1, maxLength: 12 })
      .map((s) => `字${s}字`);
    const escaped = (s: string): string => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
        const expected = words.map((w) => w.replace(/ +/g, ' ')).join('\n');
        expect(await shown(words.map((w) => `<p>${escaped(w)}</p>`).join('\n  '))).toBe(expected);
        expect(await shown(words.map((w) => `<div><span>${escaped(w)}</span></div>`).join(''))).toBe(expected);
      }),
    );
  });

  it.each([
    ['collapses white space', '<p> 一  个 \t test \n here </p>', '一 个 test here'],
    ['joins Chinese lines that the source wraps', '<p>第一行的\n   后半</p>', '第一行的后半'],
    ['breaks lines at blocks and <br>', '一<br>二<div>三</div>四<p>五<li>六', '一\n二\n三\n四\n五\n六'],
    ['keeps one blank line of many', '一<br><br><br><br>二', '一\n\n二'],
    ['keeps the white space of <pre>', '<pre>一\n  二\n\n三</pre>', '一\n  二\n\n三'],
    ['decodes entities one layer', '<p>&lt;p&gt;&amp;lt;&#x515A;&#24314;&ldquo;A&rdquo;</p>', '<p>&lt;党建“A”'],
    ['keeps what is no entity', '<p>AT&T &nosuch; 3 < 4 &</p>', 'AT&T &nosuch; 3 < 4 &'],
    ['keeps no-break and ideographic spaces', '<p>&nbsp;&nbsp;一　二</p>', '\u00a0\u00a0一　二'],
    [
      'drops what is no text',
      '<p>一<script>if(a<b)"</p>"</script><style>p{}</style><!-- x --><button>钮</button><svg><text>图</text></svg>二</p>',
      '一二',
    ],
    [
      'drops captions and alternative texts',
      '<p>一<img alt="图">二</p><figure><img><figcaption>图说</figcaption></figure>',
      '一二',
    ],
    ['keeps the base of ruby', '<p><ruby>党<rp>(</rp><rt>dǎng</rt><rp>)</rp></ruby>员</p>', '党员'],
    ['puts cells of a row on a line', '<table><tr><td>甲</td><td>1</td></tr><tr><td>乙<td>2</table>', '甲\t1\n乙\t2'],
    [
      'keeps the place of an empty cell',
      '<table><tr><th>甲<th>乙<th>丙</tr><tr><td>1<td><td>3</tr></table>',
      '甲\t乙\t丙\n1\t\t3',
    ],
    [
      'keeps values below the titles of their columns where cells span rows',
      '<table><tr><th>甲<th>乙<th>丙</tr><tr><td rowspan=2>1<td>2<td rowspan=2>3</tr><tr><td>4</tr><tr><td>5<td>6<td>7</tr></table>',
      '甲\t乙\t丙\n1\t2\t3\n\t4\n5\t6\t7',
    ],
    [
      'keeps them there where cells span columns',
      '<table><tr><th rowspan=2>甲<th colspan=2>乙<th>丙</tr><tr><th>丁<th>戊<th>己</tr><tr><td colspan="3">1<td>2</tr></table>',
      '甲\t乙\t\t丙\n\t丁\t戊\t己\n1\t\t\t2',
    ],
    [
      'follows no more columns than a table can have',
      `<table><tr><td colspan=99999>甲<td colspan=x>乙<td rowspan=-3>丙</tr><tr><td>丁<td>戊</tr></table>`,
      `甲${'\t'.repeat(64)}乙\t丙\n丁\t戊`,
    ],
    [
      'keeps cells apart in a row of more columns than are followed',
      `<table><tr>${'<td>1'.repeat(70)}</tr><tr>${'<td>2'.repeat(70)}</tr></table>`,
      `${'\t1'.repeat(70).trim()}\n${'\t2'.repeat(70).trim()}`,
    ],
    [
      'keeps the rows of a table with titles lines, however long a cell',
      `<table><tr><td>序号<td>任务<td>措施</tr><tr><td>1<td><p>巡查</p><td><p>${'早晚各巡一遍。'.repeat(15)}</p><p>再记一笔。</p></tr><tr><td>2<td>清淤<td>${'汛前清一次。'.repeat(15)}</tr></table>`,
      `序号\t任务\t措施\n1\t巡查\t${'早晚各巡一遍。'.repeat(15)} 再记一笔。\n2\t清淤\t${'汛前清一次。'.repeat(15)}`,
    ],
    [
      'keeps the paragraphs of a page that is laid out below its menu',
      `<table><tr><td>首页<td>公开<td>服务</tr><tr><td>栏目<td><p>${'早晚各巡一遍。'.repeat(15)}</p><p>再记一笔。</p><td>相关</tr><tr><td>地图<td>留言<td>关于</tr></table>`,
      `首页\t公开\t服务\n栏目\n${'早晚各巡一遍。'.repeat(15)}\n再记一笔。\n相关\n地图\t留言\t关于`,
    ],
    ...[
      ['begins with the way home', '<td>首页<td>公开<td>服务'],
      ['is of links', '<td><a href=a>政务</a><td><a href=b>公开</a><td><a href=c>服务</a>'],
    ].map(
      ([what, menu]) =>
        [
          `keeps the paragraphs of a page that is laid out in several rows below a menu that ${what}`,
          `<table><tr>${menu}</tr><tr><td>栏目<td><p>${'早晚各巡一遍。'.repeat(15)}</p><p>再记一笔。</p><td>相关</tr><tr><td>地图<td><p>${'汛前清一次。'.repeat(15)}</p><p>不留死角。</p><td>关于</tr></table>`,
          `${menu!
            .replace(/<td>/g, '\t')
            .replace(/<[^>]+>/g, '')
            .trim()}\n栏目\n${'早晚各巡一遍。'.repeat(15)}\n再记一笔。\n相关\n地图\n${'汛前清一次。'.repeat(15)}\n不留死角。\n关于`,
        ] as [string, string, string],
    ),
    [
      'keeps the rows of a table with titles lines where cells, and one of the titles, hold links',
      `<table><tr><td>序号<td>任务<td><a href=x>措施</a></tr><tr><td>1<td><a href=a>巡查</a><td><p>${'早晚各巡一遍。'.repeat(15)}</p><p>再记一笔。</p></tr><tr><td>2<td><a href=b>清淤</a><td>${'汛前清一次。'.repeat(15)}</tr></table>`,
      `序号\t任务\t措施\n1\t巡查\t${'早晚各巡一遍。'.repeat(15)} 再记一笔。\n2\t清淤\t${'汛前清一次。'.repeat(15)}`,
    ],
    [
      'takes 首页 that is not the first of the titles for a column like others',
      `<table><tr><td>网站<td>首页<td>整改</tr><tr><td>甲镇<td>正常<td><p>${'早晚各巡一遍。'.repeat(15)}</p><p>再记一笔。</p></tr><tr><td>乙镇<td>正常<td>${'汛前清一次。'.repeat(15)}</tr></table>`,
      `网站\t首页\t整改\n甲镇\t正常\t${'早晚各巡一遍。'.repeat(15)} 再记一笔。\n乙镇\t正常\t${'汛前清一次。'.repeat(15)}`,
    ],
    [
      'makes a row for cells that stand in none, without columns in front of them',
      '<table><tr><td>甲<td>1</td></tr><td>乙</td><td>2</td><tr><td>丙<td>3</tr><td>丁</td><td>4</td></table><table><tbody><td>戊</td><td>5</td><tr><td>己<td>6</tr></tbody></table>',
      '甲\t1\n乙\t2\n丙\t3\n丁\t4\n戊\t5\n己\t6',
    ],
    [
      'keeps a place below a cell that spans rows empty in a row that had to be made, too',
      '<table><tr><td rowspan=2>甲<td>1</td></tr><td>2</td><tr><td>乙<td>3</tr></table>',
      '甲\t1\n\t2\n乙\t3',
    ],
    [
      'keeps the paragraphs of a long cell where there are no titles',
      `<table><tr><td>概况<td><p>${'早晚各巡一遍。'.repeat(15)}</p><p>再记一笔。</p></tr><tr><td>甲<td>乙</tr></table>`,
      `概况\n${'早晚各巡一遍。'.repeat(15)}\n再记一笔。\n甲\t乙`,
    ],
    [
      'keeps the paragraphs of a long text beside its label, in a form whose other rows have several cells',
      `<table><tr><td>姓名<td>张某<td>单位<td>水利站</tr><tr><td>事迹<td colspan=3><p>${'早晚各巡一遍。'.repeat(15)}</p><p>再记一笔。</p></tr></table>`,
      `姓名\t张某\t单位\t水利站\n事迹\n${'早晚各巡一遍。'.repeat(15)}\n再记一笔。`,
    ],
    [
      'breaks lines at the cells of a layout table',
      '<table><tr><td><table><tr><td>甲</td></tr></table></td><td>乙</td></tr></table>',
      '甲\n乙',
    ],
    ['leaves NUL and control characters out', '<p>一\0二\x08三&#7;四</p>', '一二三四'],
    [
      'does not close a cell from a table inside',
      '<table><tr><td><div>甲<table><tr><td></div>乙</td></tr></table>丙</div></td></tr></table>',
      '甲\n乙\n丙',
    ],
    ['survives a tag that never ends', '<p>一</p><a href="', '一'],
  ])('%s', async (_, html, text) => {
    expect(await shown(html)).toBe(text);
  });

  it('names the rule of every cut', async () => {
    const html = '<body><p>一 \n 二&amp;<b>三</b></p><script>x</script><p hidden>四</p></body>';
    const rules = (await one(html, 'x.html', { main: false })).passes[0]!.map((e) => e.rule);
    expect(new Set(rules)).toEqual(new Set(['ingest/markup', 'ingest/space', 'ingest/entity', 'ingest/script']));
  });

  it('shows a hidden article where nothing else is shown', async () => {
    const text =
      '本条例自公布之日起施行，由某某局负责解释；此前的有关规定与本条例不一致的，一律以本条例为准，特此公告。';
    const page = await one(`<body><div style="display:none"><p>${text}</p></div><p>加载中</p></body>`);
    expect(page.text).toBe(text);
    expect(page.notes.map((n) => n.code)).toEqual(['ingest/hidden']);
    expect((await one(`<body><nav><a href=1>首页</a><p>${text}</p></body>`)).text).toContain(text);
  });
});

describe('HTML of hostile shape', () => {
  it.each([
    ['nested blocks', (N: number) => `${'<div>'.repeat(N)}字`],
    [
      'nested blocks with closing tags of another kind',
      (N: number) => `${'<div>'.repeat(N)}字${'</span></td></p>'.repeat(N)}`,
    ],
    ['nested inline elements', (N: number) => `${'<b>'.repeat(N)}字${'</i>'.repeat(N)}`],
    ['cells that span all rows', (N: number) => `<table>${'<tr><td rowspan=60000 colspan=60>字<td>字'.repeat(N / 40)}`],
    ['nested tables', (N: number) => `${'<table><tr><td>'.repeat(N / 4)}字`],
    ['list items far below their list', (N: number) => `<ul>${'<div>'.repeat(N)}${'<li>字'.repeat(N)}`],
    ['nested links and paragraphs', (N: number) => '<a href=x><p>字'.repeat(N)],
    ['entities', (N: number) => '&amp;'.repeat(N)],
    ['white space', (N: number) => `字${' \n'.repeat(N)}字`],
    ['open comments', (N: number) => '字<!--'.repeat(N)],
    ['headings of one word', (N: number) => '<h1>字某甲乙</h1>'.repeat(N / 4)],
    ['chrome in chrome', (N: number) => `${'<div class="share"><a href=x>某甲</a>'.repeat(N / 4)}字`],
  ])('%s: linear time', async (_, make) => {
    expect((await one(make(1000))).text).toContain(make(4).startsWith('&') ? '&' : '字');
    await expectLinear((n) => one(make(n)), 100_000);
  });
});
