/** What a whole site shares, and what heads and notes say of a page: NOISE 5. */
import { zip } from '../containers.ts';
import { type Article, article, type Page, page } from '../lib.ts';
import { escapeHtml } from '../templates.ts';

/** Five subjects that have nothing in common but the site they stand on. */
const UNLIKE = ['flood', 'judicial', 'market', 'volunteer', 'saline'];

const HEAD = ['松岭机关党建在线', '凝心聚力 走在前列', '松岭故事 松岭声音'];
const TAIL = ['松岭机关党建在线主办', '凝心聚力 走在前列', '松岭党员之家', '松岭先锋讲堂', '掌上松岭'];

const scraped = ({ title, text }: Article): string => [...HEAD, title, text, ...TAIL].join('\n');

function records(): Page {
  const own = UNLIKE.map((id, i) => article(id, { meta: { published: `2021-03-${10 + i}`, author: ['沈一鸣'] } }));
  const lines = own.map((a, i) =>
    JSON.stringify({
      url: `http://dj.songling.example/2021/${i + 1}.html`,
      fetched: `2021-04-0${i + 1}T08:00:00Z`,
      date: a.meta.published,
      author: '沈一鸣',
      content: scraped(a),
    }),
  );
  return page(
    's84-host.jsonl',
    '5 five unlike pages of one host share lines that no rule knows; address, fetch date, date and author in fields',
    `${lines.join('\n')}\n`,
    own,
  );
}

function mirror(): Page {
  const own = ['health', 'nine', 'appeal', 'school', 'fire'].map((id) => article(id));
  const files = own.map((a, i): [string, string] => [`dj/${i + 1}.txt`, `${scraped(a)}\n`]);
  return page(
    's85-mirror.zip',
    '5 the same of one folder, without an address; a sixth page elsewhere in the archive keeps such a line',
    zip(Object.fromEntries([...files, ['other/1.txt', `${OTHER.title}\n${OTHER.text}\n`]])),
    [...own, OTHER],
  );
}

/** Its last line is the slogan that the folder beside it shares: here it is the text's own. */
const OTHER = article('relocation', { variant: 'excerpt', change: (t) => `${t}\n凝心聚力 走在前列` });

/** A page whose head tells more than its lines, in all the ways that heads have. */
function linked(): Page {
  const a = article('enterprise', {
    meta: {
      author: ['沈一鸣'],
      published: '2021-07-19T15:20:00',
      publisher: '松岭融媒',
      altTitle: '松岭观察第29期：党建引领企业改革',
    },
  });
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'BreadcrumbList' },
      {
        '@type': 'NewsArticle',
        headline: a.title,
        datePublished: '2021-07-19T15:20:00+08:00',
        author: [{ '@type': 'Person', name: '沈一鸣' }],
        publisher: { '@type': 'Organization', name: '松岭融媒' },
      },
    ],
  };
  const html = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>${a.meta.altTitle}_松岭融媒</title>
<meta property="og:type" content="article">
<meta property="og:title" content="${a.title}">
<meta property="og:url" content="http://www.songling.example/gc/29.html">
<script type="application/ld+json">${JSON.stringify(data)}</script>
</head>
<body>
<nav><a href="/">首页</a><a href="/gc">观察</a><a href="/sp">视频</a></nav>
<main>
<h1>${a.title}</h1>
<div class="body">
${a.text
  .split('\n')
  .map((p) => `<p>${escapeHtml(p)}</p>`)
  .join('\n')}
<figure><img src="/29.jpg"><figcaption>图为企业党员在车间学习</figcaption></figure>
</div>
</main>
<footer>松岭融媒中心　某ICP备00000005号</footer>
</body>
</html>
`;
  return page(
    's86-linked.html',
    '5 JSON-LD and Open Graph beside a `<title>` that says something else; a caption',
    html,
    [a],
  );
}

/** An official document with what stands above and below such: number, attachments, who may see it. */
function official(): Page {
  const notes = '附件：1．隐患排查登记表\n2．责任分工一览表';
  const a = article('safety', {
    variant: 'excerpt',
    meta: {
      number: '清安办〔2021〕17号',
      disclosure: '此件公开发布',
      attachments: ['隐患排查登记表', '责任分工一览表'],
    },
    change: (t) => `${t}\n${notes}\n清溪县安全生产委员会办公室\n2021年4月6日\n（此件公开发布）`,
  });
  const text = `当前位置：首页 > 政务公开 > 文件\n${a.title}\n清安办〔2021〕17号\n${a.text}\n【打印本页】【关闭窗口】\n扫一扫在手机打开当前页\n`;
  return page(
    's87-official.txt',
    '5 attachments and （此件公开发布） are read and stay; the number above them goes',
    text,
    [a],
  );
}

export const SITE_PAGES: readonly Page[] = [records(), mirror(), linked(), official()];
