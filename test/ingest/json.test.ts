import { describe, expect, it } from 'vitest';
import { ingestDefaults } from '../../src/ingest/index.ts';
import { looksLikeJson } from '../../src/ingest/json.ts';
import { one, read, textOf } from './read.ts';

const answer = {
  code: 0,
  data: {
    id: 'a1',
    title: '渡口村的账本',
    author: '李国强',
    pubTime: '2023-10-19 08:30:00',
    content: '<p>渡口村的账本挂在墙上。</p>\r\n<p>谁家有事，谁就去翻。</p><p>一年翻了三百回。</p>',
    next: { title: '下一篇', url: '/n/2' },
  },
};

describe('what an interface answers', () => {
  it('is a page, whatever it is named', async () => {
    for (const name of ['x.json', 'x.txt', 'x.html']) {
      const page = await one(JSON.stringify(answer), name);
      expect(page.text.trim().split(/\n+/)).toEqual([
        '渡口村的账本挂在墙上。',
        '谁家有事，谁就去翻。',
        '一年翻了三百回。',
      ]);
      expect(page.title).toBe('渡口村的账本');
      expect(page.meta.published).toBe('2023-10-19T08:30:00');
      expect(page.meta.author).toEqual(['李国强']);
    }
  });

  it('has the headline of its title, where another field names the site behind it', async () => {
    const record = {
      title: '渡口村：“一本账”管住全村-党建工作-青禾县民政局',
      text: '渡口村的账本挂在墙上。谁家有事，谁就去翻。',
      footer: '版权所有：青禾县民政局',
    };
    const page = await one(JSON.stringify(record), 'x.json');
    expect(page.title).toBe('渡口村：“一本账”管住全村');
    expect(page.meta.publisher).toBe('青禾县民政局');
    const own = await one(JSON.stringify({ ...record, footer: '' }), 'x.json');
    expect(own.title).toBe(record.title);
  });

  it('is a page of each record where it holds a list, and a reject of each without text', async () => {
    const list = {
      rows: [
        { title: '一', text: '甲村修路。' },
        { title: '二', text: ' ' },
        { title: '三', text: '乙村修渠。' },
        { title: '四', text: null },
      ],
    };
    const { pages, rejects } = await read(JSON.stringify(list), 'list.json');
    expect(pages.map((p) => [p.record, p.title, textOf(p)])).toEqual([
      [1, '一', '甲村修路。'],
      [3, '三', '乙村修渠。'],
    ]);
    expect(rejects).toEqual([
      { record: 2, reason: 'empty' },
      { record: 4, reason: expect.stringMatching(/^no text: none of the fields/) },
    ]);
  });

  it('named JSON with a record a line is read line by line', async () => {
    const { pages } = await read('{"text":"甲村修路。"}\n{"text":"乙村修渠。"}\n', 'x.json');
    expect(pages.map(textOf)).toEqual(['甲村修路。', '乙村修渠。']);
  });

  it('over many lines that holds no record is told once, not line by line', async () => {
    const settings = JSON.stringify({ name: '渡口村', villages: [{ id: 1 }, { id: 2 }] }, null, 2);
    const without = { record: null, reason: expect.stringMatching(/^no text: none of the fields text, /) };
    for (const text of [settings, `[\n  {\n    "id": 1\n  }\n]\n`, `\ufeff${settings.replaceAll('\n', '\r\n')}`])
      expect(await read(text, 'x.json'), text).toEqual({ pages: [], rejects: [without] });
    const broken = { record: null, reason: expect.stringMatching(/^not JSON: [^\n]+$/) };
    expect(await read(settings.slice(0, -9), 'x.json')).toEqual({ pages: [], rejects: [broken] });
    // A line that is broken costs the others nothing.
    const { pages, rejects } = await read('{"text":"甲村修\n{"text":"乙村修渠。"}\n', 'x.json');
    expect([pages.map(textOf), rejects.map((r) => r.record)]).toEqual([['乙村修渠。'], [1]]);
  });

  it('stays text where it is none, or holds no text', async () => {
    for (const text of ['[摘要] 甲村修路。', '{甲村} 修路。', '{"name": "甲村"', '{"name": "甲村"}'])
      expect((await one(text, 'x.txt')).text).toBe(text);
  });

  it('nested without end is text, not a crash', async () => {
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await read(deep, 'x.txt', ingestDefaults)).pages.length).toBe(1);
    const wide = JSON.stringify({ a: { b: { c: { d: { e: { f: { text: '甲村修路。' } } } } } } });
    expect((await one(wide, 'x.txt')).text).toBe(wide);
  });

  it('is told by its beginning', () => {
    const bytes = (s: string): Uint8Array => new TextEncoder().encode(s);
    for (const s of ['{"a":1}', ' [ { "a": 1 } ]', '\ufeff{}']) expect(looksLikeJson(bytes(s))).toBe(true);
    for (const s of ['[1]', '{甲}', '甲{"a"', '[摘要]']) expect(looksLikeJson(bytes(s))).toBe(false);
  });
});
