import { describe, expect, it } from 'vitest';
import { one, read } from './read.ts';

const TEXT = '各村渠长：\n今年的水渠账本请于月底前贴上墙。\n每一笔都要写明日期和经手人。';
const b64 = (s: string): string => Buffer.from(s).toString('base64');
const HEAD = [
  'From: =?utf-8?B?5rC05Yip56uZ?= <qu@dukou.example>',
  'To: all@dukou.example',
  `Subject: =?utf-8?B?${b64('转发：关于张贴')}?=`,
  ` =?utf-8?B?${b64('水渠账本的通知')}?=`,
  'Date: Mon, 08 Mar 2021 09:15:00 +0800',
  'MIME-Version: 1.0',
];
const mail = (...lines: string[]): string => [...HEAD, ...lines].join('\r\n');

describe('an e-mail', () => {
  it('is its text, its subject the headline', async () => {
    for (const name of ['x.eml', 'x.txt']) {
      const page = await one(
        mail('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', b64(TEXT)),
        name,
      );
      expect(page.text).toBe(TEXT);
      expect(page.title).toBe('关于张贴水渠账本的通知');
      expect(page.meta.published).toBe('2021-03-08T09:15:00');
    }
  });

  it('that says the same twice is one page, without what is attached', async () => {
    const html = TEXT.split('\n').map((s) => `<p>${s}</p>`).join('');
    const page = await one(
      mail('Content-Type: multipart/mixed; boundary="m"', '', '--m', 'Content-Type: multipart/alternative; boundary="a"', '', '--a', 'Content-Type: text/plain; charset=utf-8', '', TEXT, '--a', 'Content-Type: text/html; charset=utf-8', '', html, '--a--', '--m', 'Content-Type: text/plain; name="b.txt"', 'Content-Disposition: attachment', '', '附在后面的。', '--m--', ''),
      'x.eml',
    );
    expect(page.text.trim().split(/\n+/)).toEqual(TEXT.split('\n'));
  }); // biome-ignore format: a letter

  it('without types is text; a broken one is told or read, never thrown at', async () => {
    expect((await one(mail('', TEXT), 'x.eml')).text).toBe(TEXT);
    for (const broken of [
      'Subject: x',
      'From: a\r\nSubject: b\r\nMessage-ID: c\r\n',
      mail('Content-Type: multipart/mixed', '', TEXT),
      mail('Content-Type: multipart/mixed; boundary=q', '', '--q'),
    ])
      expect(await read(broken, 'x.eml')).toBeDefined();
  });

  it('is not what a text says', async () => {
    const text = 'From: 渡口村\nTo: 各组\n请于月底前贴上墙。';
    expect((await one(text, 'x.txt')).text).toBe(text);
  });
});
