import { describe, expect, it } from 'vitest';
import { warcResponse } from '../../corpus/containers.ts';
import { expectLinear } from '../linear.ts';
import { one, read, refused, textOf } from './read.ts';

const SENTENCES = Array.from(
  { length: 8 },
  (_, i) => `第${i + 1}年，渡口村把水渠的账本挂在墙上，谁家用了多少水，谁家交了多少钱，一笔一笔写得明白。`,
);
const HTML = SENTENCES.map((s) => `<p>${s}</p>`).join('');
const article = {
  title: '渡口村的账本',
  content: HTML,
  hits: 318,
  siteName: '渡口发布',
  pubTime: '2023-10-19 08:30:00',
};
const shell = (script: string, body = '<div id="app">加载中</div>') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>渡口村的账本_渡口网</title>${script}</head><body>${body}</body></html>`;
const lines = (text: string): string[] => text.trim().split(/\n+/);

describe('an article that stands in a script of the page', () => {
  it.each([
    ['JSON-LD', `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: '渡口村的账本', articleBody: SENTENCES.join('\n'), datePublished: '2023-10-19T08:30:00+08:00', author: { '@type': 'Person', name: '李国强' }, publisher: { name: '渡口网' } })}</script>`],
    ['__NEXT_DATA__', `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { news: { detail: article, list: [{ title: '修渠', content: '开工' }] } } } })}</script>`],
    ['a variable', `<script>window.__INITIAL_STATE__ = ${JSON.stringify({ article })};\n</script>`],
    ['a variable in capitals', `<SCRIPT>var detail = ${JSON.stringify({ data: [article] })}</SCRIPT>`],
  ])('%s is read where the page shows none', async (_, script) => {
    const page = await one(shell(script));
    expect(lines(page.text)).toEqual(SENTENCES);
    expect(page.title).toBe('渡口村的账本');
    expect(page.meta.published).toMatch(/^2023-10-19T08:30:00/);
    expect(page.notes.map((n) => n.code)).toContain('ingest/embedded');
  }); // biome-ignore format: a table

  it('is read where the page shows nothing at all, in a crawl file too', async () => {
    const html = shell(
      `<script>window.__INITIAL_STATE__=${JSON.stringify({ article })};</script>`,
      '<div id="app"></div>',
    );
    expect(lines((await one(html)).text)).toEqual(SENTENCES);
    const warc = warcResponse('http://x.example/1', '2023-10-19T01:30:00Z', Buffer.from(html));
    expect(lines(textOf((await read(warc, 'x.warc')).pages[0]!))).toEqual(SENTENCES);
    expect(await refused(shell('', '<div id="app"></div>').replace(/<title>.*<\/title>/, ''), 'x.html')).toEqual([
      'no text',
    ]);
  });

  it('is not looked for where the page shows its article', async () => {
    const other = SENTENCES.map((s) => s.replace('水渠', '果园')).join('\n');
    const script = `<script type="application/ld+json">${JSON.stringify({ articleBody: other + other })}</script>`;
    expect(lines((await one(shell(script, `<div class="content">${HTML}</div>`))).text)).toEqual(SENTENCES);
  });

  it('is none if it is broken, short, or no text', async () => {
    for (const script of ['<script>window.a = {"content": "渡</script>', '<script>window.a = {"content": "修渠"}</script>', '<script>var a = [1, 2]</script>', '<script>{{template}}</script>'])
      expect((await one(shell(script))).text).toContain('加载中');
  }); // biome-ignore format: a table

  it('is looked for in linear time', () => {
    return expectLinear(async (n) => {
      await read(shell('<script>window.a={"content":</script>'.repeat(n)), 'x.html');
    }, 2000);
  });
});

describe('an answer that is meant to be run', () => {
  it.each(['callback(%s);', 'jQuery1124_163({"code":0,"data":%s})', 'var data = %s;', '/* ok */ cb(%s)\n'])(
    '%s',
    async (form) => {
      const page = await one(form.replace('%s', JSON.stringify(article)), 'x.txt');
      expect(lines(page.text)).toEqual(SENTENCES);
      expect(page.meta).toMatchObject({ views: 318, publisher: '渡口发布' });
    },
  );

  it.each(['f(x) = {"a": 1} 是一个式子。', '渡口村（{"注"}）修渠。', 'cb({"content": "修渠"}) 以上是返回的样子。'])(
    '%s is text',
    async (text) => {
      expect((await one(text, 'x.txt')).text).toBe(text);
    },
  );
});

describe('a feed', () => {
  const item = (title: string, text: string) =>
    `<item><title>${title}</title><link>https://dukou.example/${title}</link><pubDate>Mon, 08 Mar 2021 09:15:00 +0800</pubDate><dc:creator>李国强</dc:creator><description>${text.slice(0, 20)}</description><content:encoded><![CDATA[${text}]]></content:encoded></item>`;

  it('is a page of each item', async () => {
    const rss = `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>渡口网</title>${item('账本', HTML)}${item('水渠', HTML.replaceAll('账本', '水票'))}<item><title>空</title></item></channel></rss>`;
    const { pages, rejects } = await read(rss, 'feed.xml');
    expect(pages.map((p) => [p.record, p.title, p.url, p.meta.published, p.meta.author])).toEqual([
      [1, '账本', 'https://dukou.example/账本', '2021-03-08T09:15:00', ['李国强']],
      [2, '水渠', 'https://dukou.example/水渠', '2021-03-08T09:15:00', ['李国强']],
    ]);
    expect(lines(textOf(pages[0]!))).toEqual(SENTENCES);
    expect(rejects).toEqual([{ record: 3, reason: expect.stringMatching(/^no text/) }]);
  });

  it('may be Atom', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>渡口网</title><entry><title>账本</title><link href="https://dukou.example/1"/><published>2021-03-08T09:15:00+08:00</published><author><name>李国强</name></author><content type="html">${HTML.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</content></entry></feed>`;
    const page = await one(atom, 'x.txt');
    expect(lines(page.text)).toEqual(SENTENCES);
    expect(page).toMatchObject({ title: '账本', url: 'https://dukou.example/1', meta: { author: ['李国强'] } });
  });

  it('without items is told', async () => {
    expect(await refused('<rss version="2.0"><channel></channel></rss>')).toEqual(['no text: a feed without items']);
  });
});
