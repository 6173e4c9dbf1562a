import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { gzip, mhtml, quotedPrintable, warcRecord, warcResponse } from '../../corpus/containers.ts';
import { expectLinear } from '../linear.ts';
import { one, read, refused, textOf } from './read.ts';

const html = (text: string): string => `<html><head><title>题</title></head><body><p>${text}</p></body></html>`;
const TEXT = '各科室应当安排专人值班，保持通信畅通。';
const DATE = 'Fri, 5 Mar 2021 09:30:00 +0800';

describe('MHTML', () => {
  const part = (content: string | Uint8Array, headers: string[], encoding = 'quoted-printable') => {
    const bytes = Buffer.from(content as string);
    const body =
      encoding === 'base64' ? bytes.toString('base64').replace(/.{76}/g, '$&\r\n') : encoding === '8bit' ? bytes.toString('latin1') : quotedPrintable(bytes); // biome-ignore format: three ways
    return { headers: [...headers, `Content-Transfer-Encoding: ${encoding}`], body };
  };
  const page = ['Content-Type: text/html', 'Content-Location: http://x.cn/a.html'];
  const picture = part('\x89PNG', ['Content-Type: image/png', 'Content-Location: http://x.cn/a.png'], 'base64');

  it('is the page, with its address and date', async () => {
    for (const encoding of ['quoted-printable', 'base64']) {
      const file = mhtml('http://x.cn/snap', DATE, [part(html(TEXT), page, encoding), picture]);
      expect(await one(file, 'x.mhtml')).toMatchObject({
        record: 1,
        text: TEXT,
        decoded: html(TEXT),
        title: '题',
        url: 'http://x.cn/a.html',
        fetched: '2021-03-05T01:30:00Z',
        meta: {},
        charset: 'utf-8',
      });
    }
    expect((await one(mhtml('http://x.cn/snap', DATE, [part(html(TEXT), ['Content-Type: text/html'])]), 'x.txt')).url).toBe('http://x.cn/snap'); // biome-ignore format: one line
  });

  it('is decoded by its bytes, whatever it declares', async () => {
    const gbk = Buffer.concat([
      Buffer.from(mhtml('http://x.cn', DATE, []).replace(/--.*--\r\n$/, '')),
      Buffer.from('------MultipartBoundary--k3W0qf2Qm1----\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'),
      iconv.encode(html(TEXT), 'gbk'),
    ]);
    expect(await one(gbk, 'x.mht')).toMatchObject({ text: TEXT, charset: 'gb18030' });
  });

  it('has frames as further pages; those without text are nothing', async () => {
    const frame = (t: string) => part(html(t), ['Content-Type: text/html', 'Content-Location: cid:f@x']);
    const { pages, rejects } = await read(mhtml('http://x.cn/a', DATE, [part(html(TEXT), page), frame(''), frame(TEXT)]), 'x.mhtml'); // biome-ignore format: one line
    expect(pages.map((p) => [p.record, p.url, textOf(p)])).toEqual([
      [1, 'http://x.cn/a.html', TEXT],
      [3, null, TEXT],
    ]);
    expect(pages[1]!.notes).toMatchObject([{ code: 'ingest/no-main' }, { code: 'ingest/frame' }]);
    expect(rejects).toEqual([]);
  });

  it('cut or broken is read as far as it goes', async () => {
    const whole = mhtml('http://x.cn/a', DATE, [part(html(`${TEXT}${'完'.repeat(100)}`), page), picture]);
    expect((await one(whole.slice(0, whole.indexOf('=E5=AE=8C=E5') + 400), 'x.mhtml')).text).toContain(TEXT);
    expect(await refused('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x--', 'x.mhtml')).toEqual(['broken MHTML: no page in it']); // biome-ignore format: one line
    expect(await refused('x'.repeat(100_000), 'x.mhtml')).toEqual(['broken MHTML: no headers']);
    const nested = `Content-Type: multipart/related; boundary=a\n\n${'--a\nContent-Type: multipart/mixed; boundary=a\n\n'.repeat(20_000)}`;
    expect(await refused(nested, 'x.mhtml')).toEqual(['broken MHTML: no page in it']);
  });

  it('is read in linear time', async () => {
    const pictures = (n: number): string =>
      mhtml(
        'http://x.cn/a',
        DATE,
        Array.from({ length: n }, () => picture),
      );
    await expectLinear((n) => read(pictures(n), 'x.mhtml'), 20_000);
    const signs = (n: number): string => mhtml('http://x.cn/a', DATE, [part(html('=字'.repeat(n)), page, '8bit')]);
    await expectLinear((n) => read(signs(n), 'x.mhtml'), 1_000_000);
  });
});

describe('WARC', () => {
  const response = (text: string, headers?: string[], body: Uint8Array = Buffer.from(html(text)), status?: string) =>
    warcResponse('http://x.cn/a', '2021-03-05T01:30:00Z', body, headers, status);
  const other = warcRecord('warcinfo', { 'Content-Type': 'application/warc-fields' }, Buffer.from('software: x\r\n'));
  const HTML = 'Content-Type: text/html';

  it('is a page for each response that is one', async () => {
    const file = Buffer.concat([
      other,
      response(TEXT),
      response('', ['Content-Type: image/png']),
      response('移到别处', [HTML], undefined, '301 Moved Permanently'),
      warcRecord('request', { 'WARC-Target-URI': 'http://x.cn/a' }, Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      warcRecord('resource', { 'WARC-Target-URI': '<http://x.cn/r>', 'Content-Type': 'text/plain' }, Buffer.from(TEXT)),
      response('', [HTML], Buffer.from('')),
    ]);
    for (const [bytes, name] of [
      [file, 'x.warc'],
      [gzip(file), 'x.warc.gz'],
      [Buffer.concat([gzip(other), gzip(file.subarray(other.length))]), 'x.warc.gz'],
    ] as const) {
      const { pages, rejects } = await read(bytes, name);
      expect(pages.map((p) => [p.record, p.url, p.fetched, textOf(p)])).toEqual([
        [2, 'http://x.cn/a', '2021-03-05T01:30:00Z', TEXT],
        [6, 'http://x.cn/r', undefined, TEXT],
      ]);
      expect(pages[0]!.decoded).toBe(html(TEXT));
      expect(pages[0]!.meta.published).toBeUndefined();
      expect(rejects).toEqual([{ record: 7, reason: 'empty' }]);
    }
  });

  it('undoes chunks and packing, and does not mind headers of what was undone before', async () => {
    const page = Buffer.from(html(TEXT));
    const chunked = Buffer.concat([Buffer.from('20\r\n'), page.subarray(0, 32), Buffer.from('\r\nfff;x=1\r\n'), page.subarray(32), Buffer.from('\r\n0\r\n\r\n')]); // biome-ignore format: one line
    const cases: [string[], Uint8Array][] = [
      [
        ['Transfer-Encoding: chunked'],
        chunked.toString('latin1').includes('fff')
          ? Buffer.from(chunked.toString('latin1').replace('fff', (page.length - 32).toString(16)), 'latin1')
          : chunked,
      ],
      [['Transfer-Encoding: chunked'], page],
      [['Content-Encoding: gzip'], gzipSync(page)],
      [['Content-Encoding: gzip'], page],
      [['Content-Encoding: deflate'], deflateSync(page)],
      [['Content-Encoding: deflate'], deflateRawSync(page)],
      [['Content-Encoding: br'], brotliCompressSync(page)],
    ];
    for (const [headers, body] of cases)
      expect((await one(response('', [HTML, ...headers], body), 'x.warc')).text).toBe(TEXT);
    expect((await one(response('', ['Content-Type: text/html; charset=utf-8'], iconv.encode(html(TEXT), 'gbk')), 'x.warc')).text).toBe(TEXT); // biome-ignore format: one line
  });

  it('cut in the middle keeps what came before, packed or not', async () => {
    const file = Buffer.concat([other, response(TEXT), response(TEXT.repeat(40))]);
    const packed = Buffer.concat([gzip(other), gzip(response(TEXT)), gzip(response(TEXT.repeat(40)))]);
    for (const [bytes, name] of [
      [file.subarray(0, file.length - 900), 'x.warc'],
      [packed.subarray(0, packed.length - 60), 'x.warc.gz'],
    ] as const) {
      const { pages, rejects } = await read(bytes, name);
      expect(pages.map((p) => p.record)).toEqual([2]);
      expect(rejects).toEqual([{ record: 3, reason: 'cut off' }]);
    }
    const noise = Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * i * 7919) >> 8));
    const garbled = Buffer.concat([packed, gzip(response('', ['Content-Type: image/png'], noise)), packed]);
    garbled.fill(0xaa, packed.length + 40_000, packed.length + 50_000);
    const damaged = await read(garbled, 'x.warc.gz');
    expect(damaged.pages.map((p) => p.record)).toEqual([2, 3]);
    expect(damaged.rejects).toEqual([{ record: 5, reason: expect.stringMatching(/^broken gzip: /) }]);
  });

  it('that lies is no more than a reject', async () => {
    const bomb = response('', [HTML, 'Content-Encoding: gzip'], gzipSync(Buffer.alloc(40 << 20)));
    const noLength = Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n');
    const long = Buffer.from('WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n');
    const { pages, rejects } = await read(Buffer.concat([bomb, noLength, long, response(TEXT)]), 'x.warc');
    expect(rejects.map((r) => r.reason)).toEqual([
      'too large (unpacked), a bomb?',
      'broken record: no length',
      'broken record: no length',
    ]);
    expect(pages.map((p) => p.record)).toEqual([4]);
    expect(await refused(other, 'x.warc')).toEqual(['no page in the crawl file']);
    expect(await refused('x'.repeat(1000), 'x.warc')).toEqual(['broken WARC: no record']);
    expect(await refused(gzip(Buffer.alloc(30 << 20, 'x')), 'x.warc.gz')).toHaveLength(1);
  });

  it('is read in linear time', async () => {
    const records = (n: number): Uint8Array => Buffer.concat(Array(n).fill(response(TEXT)));
    expect((await read(records(50), 'x.warc')).pages).toHaveLength(50);
    await expectLinear((n) => read(records(n), 'x.warc'), 4000);
    await expectLinear((n) => read('WARC/1.0\r\n'.repeat(n), 'x.warc'), 1_000_000);
    await expectLinear((n) => read('WARC/1.0\r\n\r\n'.repeat(n), 'x.warc'), 200_000);
  });
});
