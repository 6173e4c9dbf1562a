import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingestDefaults, ingestOptions, tooLarge } from '../../src/ingest/index.ts';
import { one, read, refused, textOf } from './read.ts';

describe('plain text', () => {
  it('loses its byte-order mark, CR, form feeds and control characters, and nothing else', async () => {
    const page = await one('\ufeff一\r\n二\r三\f四\0五\x1b六\u2028七\u0085八\u200b\ufeff\n', 'x.txt');
    expect(page.text).toBe('一\n二\n三\n四五六\n七\u0085八\u200b\ufeff\n');
    expect(page.decoded.startsWith('\ufeff')).toBe(true);
    expect(new Set(page.passes[0]!.map((e) => e.rule))).toEqual(
      new Set(['ingest/bom', 'ingest/line-break', 'ingest/control']),
    );
  });

  it('is left alone where there is nothing to do', async () => {
    const text = '关于某事的通知\n\n    一、某项\n　　二、<b>某</b>项 &amp; 其他\n';
    expect(await one(text, 'x.txt')).toMatchObject({ passes: [], text, title: null, record: null, notes: [] });
  });

  it('named .html is read as text, and markup named .txt as markup', async () => {
    expect(await one('一 < 二\n三', 'x.html')).toMatchObject({
      text: '一 < 二\n三',
      notes: [{ code: 'ingest/format' }],
    });
    expect(await one('\ufeff <!DOCTYPE html><title>某</title><p>一</p>', 'x.txt')).toMatchObject({
      text: '一',
      notes: [{ text: 'named txt, is html' }, { code: 'ingest/no-main' }],
    });
    expect((await one('<div><p>一</p>\n<p>二</p>\n<p>三</p></div>', 'x.txt')).text).toBe('一\n二\n三');
  });

  it('with leaked tags stays text', async () => {
    const text = '第一段<br>说<span class="x">某事</span>。\n第二段</p>\n第三段</p>\n第四段</p>';
    expect((await one(text, 'x.txt')).text).toBe(text);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['\xff\xd8\xff\xe0JFIF', 'x.html', 'binary (JPEG)'],
    ['\x89PNG\r\n\x1a\n', 'x.txt', 'binary (PNG)'],
    ['{\\rtf1', 'x.html', 'binary (RTF)'],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'x.docx', 'binary (DOC, XLS or PPT)'],
    ['', 'x.txt', 'empty'],
    [' \n\t ', 'x.html', 'empty'],
    ['<html><script>x</script></html>', 'x.html', 'no text'],
    ['xx', 'x.txt.gz', 'broken gzip: not a gzip file'],
  ])('%j as %s: %s', async (content, path, reason) => {
    expect(await refused(Buffer.from(content, 'latin1'), path)).toEqual([reason]);
  });

  it('is a page larger than the limit', async () => {
    expect(await refused('一'.repeat(400_000), 'x.txt', { maxBytes: 1 << 20 })).toEqual(['too large (1.1 MB > 1 MB)']);
    expect(await refused('{"text":"', 'x.txt', { maxBytes: 4 })).toEqual(['too large (0 MB > 0 MB)']);
  });

  it('is told from the size alone, for the runner', () => {
    const MB = 1 << 20;
    expect(tooLarge(65 * MB, 'x.html', ingestDefaults)).toBe('too large (65 MB > 64 MB)');
    expect(tooLarge(64 * MB, 'x.html', ingestDefaults)).toBe(null);
    // Many records, or packed: what counts is found out later.
    expect(tooLarge(65 * MB, 'x.jsonl', ingestDefaults)).toBe(null);
    expect(tooLarge(65 * MB, 'x.txt.gz', ingestDefaults)).toBe(null);
    expect(tooLarge(513 * MB, 'x.jsonl.gz', ingestDefaults)).toBe('too large (513 MB > 512 MB)');
  });

  it('is a file of 200 MB on one line: refused, or read if the option allows', async () => {
    const line = Buffer.alloc(200 << 20, '字');
    expect(await refused(line, 'x.txt')).toEqual(['too large (200 MB > 64 MB)']);
    expect((await one(line, 'x.txt', { maxBytes: 256 << 20 })).decoded.length).toBeGreaterThan(60_000_000);
    expect((await read(line, 'x.jsonl')).rejects).toEqual([{ record: 1, reason: 'too large (200 MB > 64 MB)' }]);
  }, 60_000);
});

describe('gzip', () => {
  it('is looked through', async () => {
    expect((await one(gzipSync('一二三'), 'x.txt.gz')).text).toBe('一二三');
    expect((await one(gzipSync('<p>一</p>'), 'x.html.gz')).text).toBe('一');
    expect((await read(gzipSync('{"text":"一"}\n{"text":"二"}'), 'x.jsonl.gz')).pages.map(textOf)).toEqual([
      '一',
      '二',
    ]);
    expect((await one(Buffer.concat([gzipSync('一'), gzipSync('二')]), 'x.txt.gz')).text).toBe('一二');
  });

  it('broken, cut or a bomb is refused', async () => {
    const packed = gzipSync('一二三'.repeat(1000));
    expect((await refused(packed.subarray(0, packed.length - 20), 'x.txt.gz'))[0]).toMatch(/^broken gzip: /);
    const garbled = Buffer.from(packed);
    garbled.fill(0xaa, 12, 40);
    expect((await refused(garbled, 'x.txt.gz'))[0]).toMatch(/^broken gzip: /);
    expect(await refused(gzipSync(Buffer.alloc(30 << 20)), 'x.txt.gz')).toEqual([
      'packed more than 200:1, a gzip bomb?',
    ]);
    expect(await refused(gzipSync('一'.repeat(500_000)), 'x.txt.gz', { maxBytes: 1 << 20 })).toEqual([
      'too large (unpacked > 1 MB)',
    ]);
  });

  it('inside is checked like any other file', async () => {
    expect(await refused(gzipSync(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'x.txt.gz')).toEqual(['binary (JPEG)']);
  });
});

describe('JSONL', () => {
  it('is one page per record, with its line number and fields', async () => {
    const lines = [
      '{"text":"第一篇","title":"甲","url":"http://x.cn/1","date":"2020年1月2日","author":"张三、李四","source":"某日报"}',
      '',
      '{"正文":"第二篇\\r\\n完","标题":"乙"}\r',
      '{"content":"<div><p>第三篇</p><p>一</p><p>二</p></div>"}',
    ];
    const { pages, rejects } = await read(lines.join('\n'), 'x.jsonl');
    expect(rejects).toEqual([]);
    expect(pages.map((p) => [p.record, p.title, textOf(p)])).toEqual([
      [1, '甲', '第一篇'],
      [3, '乙', '第二篇\n完'],
      [4, null, '第三篇\n一\n二'],
    ]);
    expect(pages[0]).toMatchObject({
      url: 'http://x.cn/1',
      charset: null,
      meta: { published: '2020-01-02', author: ['张三', '李四'], origin: '某日报' },
    });
    expect(new Set(pages.map((p) => p.sha256)).size).toBe(3);
  });

  it('goes on after broken lines', async () => {
    const { pages, rejects } = await read(
      '{"text":"一"}\n{"text":\n[1]\n"x"\nnull\n{"text":""}\n{"id":1}\n{"text":"二"}',
      'x.jsonl',
    );
    expect(pages.map((p) => p.record)).toEqual([1, 8]);
    expect(rejects.map((r) => r.record)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(rejects.map((r) => r.reason.split(/[:：]/)[0])).toEqual([
      'not JSON',
      ...Array(3).fill('not a JSON object'),
      'empty',
      'no text',
    ]);
  });

  it('may be in another encoding', async () => {
    const line = '{"text":"关于召开会议的通知，请各单位按时参加。"}\n';
    for (const encoding of ['gb18030', 'utf-16le'])
      expect((await read(iconv.encode(line + line, encoding), 'x.jsonl')).pages.map(textOf)).toEqual(
        Array(2).fill(JSON.parse(line).text),
      );
    expect((await read(`\ufeff${line}`, 'x.jsonl')).pages).toHaveLength(1);
  });

  it('takes the fields that the options name', async () => {
    const { pages } = await read('{"text":"一","full":"二","h":"题"}', 'x.jsonl', {
      textField: ['full'],
      titleField: ['h'],
    });
    expect(pages.map((p) => [p.title, textOf(p)])).toEqual([['题', '二']]);
  });

  it('ignores what an object inherits', async () => {
    expect((await read('{"x":1}', 'x.jsonl', { textField: ['constructor', '__proto__'] })).pages).toEqual([]);
  });
});

describe('Markdown', () => {
  it('loses its front matter and marks', async () => {
    const page = await one(
      '---\ntitle: 某某办法\nauthor: 王五\ndate: 2021-03-04\nsource: 某网\n---\n# 某某办法 #\n\n第**一**条 见[《附则》](http://x.cn/a_b)。\n\n> 引文\n- 甲项\n- 乙项\n\n| 名 | 数 |\n|---|---|\n| 甲 | 1 |\n\n---\n1. 第一\n\\* 星<br>完\n![图](a.png)`码`\n',
      'x.md',
    );
    expect(page.text).toBe(
      '某某办法\n\n第一条 见《附则》。\n\n引文\n甲项\n乙项\n\n名\t数\n甲\t1\n\n1. 第一\n* 星\n完\n码\n',
    );
    expect(page).toMatchObject({
      title: '某某办法',
      meta: { author: ['王五'], published: '2021-03-04', origin: '某网' },
    });
  });

  it('saved by a note-taker: linked names, the address as its source', async () => {
    const page = await one(
      '---\ntitle: "某某办法"\nsource: "https://x.cn/1.html"\nauthor:\n  - "[[王五]]"\n---\n第一条 某事。\n',
      'x.md',
    );
    expect(page).toMatchObject({ url: 'https://x.cn/1.html', meta: { author: ['王五'] } });
    expect(page.meta.origin).toBeUndefined();
  });

  it('without marks is left alone', async () => {
    const text = '第一条 某事。\n- 2 -\n5*3=15，a_b_c，2 * 3 * 4\n[2020]12号\n---x---\n';
    expect((await one(text, 'x.md')).text).toBe(text);
  });
});

it('documents every option', () => {
  expect(Object.keys(ingestOptions).sort()).toEqual(Object.keys(ingestDefaults).sort());
});
