/** Layout: NOISE 4. */
import { article, type Page, page, swap } from '../lib.ts';
import { paged, wrapped } from '../mangle.ts';
import { gov } from '../templates.ts';

function wraps(): Page {
  const a = article('report');
  const text = paged(wrapped(a.text, 33), 24, (k) => `- ${k} -`);
  return page(
    's33-wraps.txt',
    '4 hard wraps inside sentences, page numbers `- 2 -` inside sentences',
    `${a.title}\n${text}\n`,
    [a],
  );
}

function pages(): Page {
  const a = article('pledge');
  const text = paged(wrapped(a.text, 36), 20, (k, of) => `第${k}页 共${of}页`);
  return page(
    's34-pages.txt',
    '4 hard wraps, `第1页 共4页` inside sentences; a responsibility letter',
    `${a.title}\n${text}\n`,
    [a],
  );
}

function falseHeading(): Page {
  const a = article('enterprise');
  const text = swap(['工作手段单一、形式陈旧', '工作手段单\n一、形式陈旧'])(a.text);
  return page(
    's35-false-heading.txt',
    '4 a break inside a word that makes a false heading (`手段单⏎一、…`)',
    `${a.title}\n${text}\n`,
    [a],
  );
}

function lostBreaks(): Page {
  const a = article('opinion', { meta: { published: '2021-03-05T09:30', origin: '县委办公室', views: 128 } });
  const text = a.text.split('\n').join('　　');
  return page(
    's36-lost-breaks.html',
    '4 paragraph breaks lost, only runs of ideographic spaces left',
    gov({ title: a.title!, html: true, text: `<div>　　${text}</div>`, source: '县委办公室' }),
    [a],
  );
}

function runTogether(): Page {
  const a = article('contest');
  const text = a.text.replace(/\n(?=（[一二三四五]）|\d．)/g, '');
  return page(
    's37-run-together.txt',
    '4 several numbered items run together in one line; an annual notice',
    `${a.title}\n${text}\n`,
    [a],
  );
}

function table(): Page {
  const a = article('scores', { meta: { published: '2021-03-05T09:30', origin: '县直机关工委', views: 128 } });
  const cells = a.text.split('\n');
  const rows: string[] = [];
  for (let i = 0; i < cells.length; i += 4)
    rows.push(
      `<tr>${cells
        .slice(i, i + 4)
        .map((c) => `<td><p>${c}</p></td>`)
        .join('')}</tr>`,
    );
  return page(
    's38-table.html',
    '4 a table',
    gov({ title: a.title!, html: true, text: `<table border="1">\n${rows.join('\n')}\n</table>` }),
    [a],
  );
}

function tableLines(): Page {
  const a = article('scores');
  return page('s39-table-lines.txt', '4 the table exploded, one cell a line', `${a.title}\n${a.text}\n`, [a]);
}

function chrome(): Page {
  const a = article('market', { meta: { published: '2021-07-08', origin: '江渚区市场监管局', views: 96 } });
  const head = [
    '首页',
    '>',
    '机构职能',
    '>',
    '工作动态',
    '字号：',
    '大',
    '中',
    '小',
    '打印',
    '关闭',
    '发布时间：2021-07-08',
    '来源：江渚区市场监管局',
    '浏览次数：',
    '96',
    '次',
    '【字号：',
    '/',
    '大',
    '/',
    '中',
    '/',
    '小',
    '】',
  ];
  const tail = [
    '分享到：',
    '微信',
    '微博',
    'QQ空间',
    '【打印本页】',
    '【关闭窗口】',
    '相关链接',
    '版权所有：江渚区市场监督管理局',
    '网站地图',
    '|',
    '联系我们',
  ];
  return page(
    's40-chrome-lines.txt',
    '4, 5 chrome one token a line (`【字号：` `/` `大` …)',
    `${a.title}\n${head.join('\n')}\n${a.text}\n${tail.join('\n')}\n`,
    [a],
  );
}

export const LAYOUT_PAGES = [
  wraps(),
  pages(),
  falseHeading(),
  lostBreaks(),
  runTogether(),
  table(),
  tableLines(),
  chrome(),
];
