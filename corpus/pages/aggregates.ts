/** Aggregates: NOISE 6. */
import { type Article, article, hant, hurt, lines, type Page, page } from '../lib.ts';
import { farm, news } from '../templates.ts';

const indent = (text: string): string =>
  text
    .split('\n')
    .map((p) => `　　${p}`)
    .join('\n');

function five(): Page {
  const headline = '机关党建工作经验材料';
  const own = [article('enterprise'), article('market'), article('enterprise'), article('duty'), article('pledge')];
  const parts = own.map((a, i) => {
    const text = hurt(a, { seed: 500 + i, density: i % 2 ? 'medium' : 'heavy', folded: true });
    return `第${'一二三四五'[i]}篇：${hant(headline)}\n${hant(a.title!)}\n${text}`;
  });
  return page(
    's50-five.txt',
    '6 第一篇…第五篇 with one headline repeated, each with its own headline below; damaged, marks folded to half width; two are copies',
    `${parts.join('\n')}\n`,
    own,
  );
}

function seven(): Page {
  const headline = '2022年度党建工作材料7篇';
  const one = '2022年度党建工作材料';
  const own = [
    article('relocation', { title: null }),
    article('volunteer', { title: null }),
    article('judicial', { title: null }),
    // The site cut the beginning: the text starts at item 7.
    article('nine', { title: null, variant: 'excerpt', change: lines(6) }),
    article('appeal', { title: null }),
    article('grid', { title: null, variant: 'excerpt', change: lines(0, 6) }),
    article('duty', { title: null }),
  ];
  const text = own.map((a, i) => `${one}篇${i + 1}\n${a.text}`).join('\n');
  const lead = `搬出大山天地宽，下面是好范文网小编为大家整理的${headline}，供大家参考，希望大家喜欢。`;
  for (const a of own) a.meta = { published: '2022-06-20T19:50:02' };
  return page(
    's51-seven.html',
    '6 篇1…篇7 with one headline repeated and a lead; 篇4 begins at item 7',
    farm({ title: headline, text, lead }),
    own,
  );
}

function unmarked(): Page {
  const a: Article[] = [
    article('enterprise', { meta: { author: ['何晓舟', '周明远'], org: '清溪县直机关工委' } }),
    article('rural-speech', { meta: { published: '2021-04-16' } }),
    article('saline', { meta: { origin: '云岭日报' } }),
    article('lecture', { meta: { author: ['罗青禾'] } }),
  ];
  const parts = [
    `${a[0]!.title}\n清溪县直机关工委　何晓舟　周明远\n${a[0]!.text}\n（作者单位：清溪县直机关工委）`,
    `${a[1]!.title}\n（2021年4月16日）\n${a[1]!.text}`,
    `${a[2]!.title}\n云岭日报讯　${a[2]!.text}\n（完）`,
    `${a[3]!.title}\n罗青禾\n${a[3]!.text}`,
  ];
  return page(
    's52-unmarked.txt',
    '6 four articles with no number: a headline of their own, a byline, a date in brackets, 同志们, a tail of the one before',
    `${parts.join('\n')}\n`,
    a,
  );
}

function nested(): Page {
  const one = '机关党支部工作总结';
  const headline = `${one}3篇`;
  // What the page is called is not what its texts are called.
  const own = [
    article('health', { title: null }),
    article('duty', { title: null }),
    article('school', { title: null }),
  ];
  const text = own.map((a, i) => `${headline}${'一二三'[i]}\n${a.text}`).join('\n');
  for (const a of own) a.meta = { published: '2022-06-20T19:50:02' };
  return page('s53-nested.html', '6 `篇一` inside `3篇一`', farm({ title: headline, text }), own);
}

function contents(): Page {
  const own = [article('flood'), article('safety'), article('fire')];
  const toc = own.map((a, i) => `${'一二三'[i]}、${a.title}${'…'.repeat(12)}${[1, 3, 6][i]}`).join('\n');
  const parts = own.map((a) => `${a.title}\n\n${indent(a.text)}`);
  return page(
    's54-contents.txt',
    '6 a table of contents with dot leaders, then three documents',
    `清溪县安全生产与防灾文件汇编\n目　　录\n${toc}\n\n${parts.join('\n\n')}\n`,
    own,
  );
}

function headlines(): Page {
  const a = article('volunteer', {
    meta: { published: '2021-11-13T08:12', origin: '云岭日报', views: 3506, editor: '林小满' },
  });
  const list = [
    '松江口区召开老旧小区改造推进会',
    '向阳里小区加装电梯三问',
    '一把扫帚扫出的文明新风',
    '全区物业服务“红黑榜”出炉',
    '墨香街：老街坊的新生活',
    '供暖季来临，这些热线请记牢',
    '志愿服务，让城市更有温度',
  ];
  const html = news({ title: a.title!, text: a.text }).replace(
    '<p class="end">',
    `<p>更多报道：</p>\n${list.map((h) => `<p>${h}</p>`).join('\n')}\n<p class="end">`,
  );
  return page('s55-headlines.html', '6 trap: a list of headlines without texts after the article', html, [a]);
}

function chromeEach(): Page {
  const own = [
    article('saline', { meta: { published: '2021-10-09', origin: '白汐洼镇' } }),
    article('nine', { meta: { published: '2020-03-02', origin: '县直机关工委' } }),
    article('relocation', { meta: { published: '2021-06-18', origin: '石笋乡' } }),
  ];
  const parts = own.map(
    (a) =>
      `当前位置：首页 > 党建工作 > 基层动态\n${a.title}\n发布时间：${a.meta.published}　来源：${a.meta.origin}　【字体：大 中 小】【打印】\n${indent(a.text)}\n分享到：\n上一篇：工作动态三则\n下一篇：没有了\n主办：清溪县直机关工委　某ICP备00000003号`,
  );
  return page('s56-chrome-each.txt', '6 each item with its own page chrome', `${parts.join('\n\n')}\n`, own);
}

function backToBack(): Page {
  const own = [article('judicial'), article('judicial'), article('judicial')];
  const texts = own.map((a, i) =>
    hurt(a, { seed: 560 + i, density: (['light', 'medium', 'heavy'] as const)[i]!, cutShare: 0.6, folded: i === 1 }),
  );
  return page(
    's57-back-to-back.txt',
    '6, 7 copies of one article back to back, each damaged in its own way',
    `${texts.map((t, i) => `${hant(own[i]!.title!)}\n${t}`).join('\n')}\n`,
    own,
  );
}

function cases(): Page {
  const own = [article('case-water'), article('case-clinic')];
  const text = own.map((a, i) => `案例${'一二'[i]}：${a.title}\n${a.text}`).join('\n\n');
  return page(
    's58-cases.txt',
    '7 trap: a list of like cases, no copies of each other',
    `清溪县“为民办实事”优秀案例\n\n${text}\n`,
    own,
  );
}

export const AGGREGATE_PAGES = [
  five(),
  seven(),
  unmarked(),
  nested(),
  contents(),
  headlines(),
  chromeEach(),
  backToBack(),
  cases(),
];
