import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { declaredCharset, decode } from '../../src/ingest/charset.ts';
import { one, refused } from './read.ts';

const HANS = '为了加强对借阅工作的管理，我们规定：凡是借阅档案的人员，都要先进行登记。不得在库房内吸烟！';
const HANT = '為了加強對借閱工作的管理，我們規定：凡是借閱檔案的人員，都要先進行登記。不得在庫房內吸煙！';

function decoded(bytes: Uint8Array, declared: string | null = null) {
  const result = decode(bytes, declared);
  if (!result) throw new Error('no encoding fits');
  return { ...result, codes: result.notes.map((n) => n.text) };
}

describe('encoding', () => {
  it.each([
    ['utf-8', HANS, 'utf-8'],
    ['utf-8', HANT, 'utf-8'],
    ['gb18030', HANS, 'gb18030'],
    ['gb18030', HANT, 'gb18030'],
    ['big5', HANT, 'big5'],
    ['utf-16le', HANS, 'utf-16le'],
    ['utf-16be', HANT, 'utf-16be'],
  ])('%s is found without a declaration: %s', (encoding, text, charset) => {
    expect(decoded(iconv.encode(text, encoding))).toMatchObject({ text, charset, codes: [] });
  });

  it.each(['gb18030', 'big5', 'utf-16le', 'utf-16be', 'utf-8'])(
    '%s is found in a short line, and behind much ASCII',
    (encoding) => {
      const line = '關於召開第一次工作會議的通知';
      expect(decoded(iconv.encode(line, encoding)).text).toBe(line);
      const long = `${'var x = 1; '.repeat(5000)}${line}`;
      expect(decoded(iconv.encode(long, encoding)).text).toBe(long);
    },
  );

  it('is told by a byte-order mark, which stays for a pass to remove', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030']) {
      const page = await one(iconv.encode(`\ufeff${HANS}`, encoding), 'x.txt');
      expect(page).toMatchObject({ charset: encoding, text: HANS });
      expect(page.passes[0]).toMatchObject([{ rule: 'ingest/bom' }]);
    }
  });

  it.each([
    ['<meta charset="gb2312">', 'gb2312'],
    ['<META http-equiv=Content-Type content="text/html; charset=GBK">', 'GBK'],
    ["<meta content='text/html;charset = big5' http-equiv='Content-Type'>", 'big5'],
    ['<?xml version="1.0" encoding="GB2312"?><html>', 'GB2312'],
    ['<meta name="description" content="text"><p>charset=none', null],
  ])('is declared by %s', (head, label) => {
    expect(declaredCharset(Buffer.from(head))).toBe(label);
  });

  it.each([
    ['gb2312', 'utf-8'],
    ['utf-8', 'gb18030'],
    ['big5', 'gb18030'],
    ['iso-8859-1', 'gb18030'],
    ['no-such-label', 'gb18030'],
    ['windows-1252', 'utf-8'],
  ])('declared %s, is %s: noticed', (declared, charset) => {
    expect(decoded(iconv.encode(HANS, charset), declared)).toMatchObject({
      text: HANS,
      charset,
      codes: [`declared ${declared}, is ${charset}`],
    });
  });

  it('declared rightly is no news, under any of its names', () => {
    for (const label of ['gb2312', 'GBK', 'gb18030', 'x-gbk'])
      expect(decoded(iconv.encode(HANS, 'gb18030'), label)).toMatchObject({ text: HANS, codes: [] });
    expect(decoded(Buffer.from('plain ASCII'), 'gb2312')).toMatchObject({ text: 'plain ASCII', codes: [] });
  });

  it('keeps a text of which a few bytes are broken, and says so', () => {
    const bytes = Buffer.from(HANS.repeat(20));
    bytes[100] = 0xff;
    bytes[700] = 0x41;
    const result = decoded(bytes);
    expect(result.charset).toBe('utf-8');
    expect(result.text.match(/\ufffd/g)!.length).toBeGreaterThanOrEqual(2);
    expect(result.codes).toHaveLength(1);
    expect(result.codes[0]).toMatch(/places could not be decoded/);
  });

  it('keeps a text whose last character is cut off', () => {
    for (const encoding of ['utf-8', 'gb18030', 'big5', 'utf-16le']) {
      const bytes = iconv.encode(HANT, encoding);
      const result = decoded(bytes.subarray(0, bytes.length - 1));
      expect(result).toMatchObject({ charset: encoding, codes: ['the last character is cut off'] });
      expect(result.text).toBe(`${HANT.slice(0, -1)}\ufffd`);
    }
  });

  it('keeps the tag that follows a lone lead byte', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<p>'),
      iconv.encode(HANS, 'gb18030'),
      Buffer.from([0xd6]),
      Buffer.from('</p><p>x</p>'),
    ]);
    expect((await one(bytes)).text).toBe(`${HANS}\ufffd\nx`);
  });

  it('leaves mojibake that was saved as UTF-8 to the repairer', () => {
    const mojibake = iconv.decode(Buffer.from('关于加强管理的通知，'), 'gb18030');
    expect(decoded(Buffer.from(mojibake))).toMatchObject({ text: mojibake, charset: 'utf-8' });
  });

  it('is not needed for what is no text', async () => {
    const noise = Buffer.concat(Array.from({ length: 200 }, (_, i) => createHash('sha256').update(`${i}`).digest()));
    expect(await refused(noise)).toEqual(['binary (no encoding fits)']);
    expect(await refused(new Uint8Array(100))).toEqual(['empty']);
  });

  const pages = path.resolve(import.meta.dirname, '../../../shared/suites/pages');
  it.skipIf(!existsSync(pages))('finds out the pages that lie', async () => {
    const liars = ['0987b0ff61a8', '39dd62c5ba88', '45fcfa7d6741'];
    for (const name of liars) {
      const page = await one(readFileSync(path.join(pages, `${name}.html`)));
      expect(page.charset).toBe('utf-8');
      expect(page.notes.filter((n) => n.code === 'ingest/charset')).toMatchObject([
        { text: expect.stringMatching(/^declared gb2312, is utf-8$/i) },
      ]);
    }
  });
});
