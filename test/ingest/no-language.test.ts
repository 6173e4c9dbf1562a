import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/charset.ts';

const marked = (text: string, encoding = 'utf-16le'): Buffer => iconv.encode(`\ufeff${text}`, encoding);

describe('binary rubbish behind a byte-order mark of UTF-16', () => {
  it.each([
    ['ASCII by twos and a byte left over', Buffer.from('\xff\xfe\x00\x01binary\x00', 'latin1')],
    ['the same the other way round', Buffer.from('\xfe\xff\x01\x00ibanyr\x00', 'latin1')],
    ['numbers of 16 bits', Buffer.from('\xff\xfe\x01\x00\x02\x00\x10\x00\x41\x00\x03\x00', 'latin1')],
    [
      'random bytes',
      Buffer.from([0xff, 0xfe, ...Array.from({ length: 400 }, (_, i) => [0x00, 0xdc, 0x31, 0xe4, 0x5a, 0x07][i % 6]!)]),
    ],
  ])('is no text: %s', (_, bytes) => {
    expect(decode(bytes, null)).toBeNull();
  });

  it.each(['短', '龘', '禾镇通知', 'OK', 'ئۇيغۇر', '𠮷河', '犇羴鱻', '가나다', '\ue001设施图标说明文字'])(
    'is not a short text: %s',
    (text) => {
      for (const encoding of ['utf-16le', 'utf-16be'])
        expect(decode(marked(text, encoding), null)?.text).toBe(`\ufeff${text}`);
    },
  );

  it('is not a text whose last character was cut in two', () => {
    for (const text of ['青禾镇值班的通知', '通知：犇村', 'ئۇيغۇر', 'report 7'])
      expect(decode(Buffer.concat([marked(text), Buffer.from([0x4e])]), null)?.text).toBe(`\ufeff${text}\ufffd`);
  });

  it.each([1024, 1023])('reads a text with a tail of %d zeros, as a buffer or a disk leaves it', (zeros) => {
    const bytes = Buffer.concat([marked('禾镇护林通知，各站照此办理。'), Buffer.alloc(zeros)]);
    expect(decode(bytes, null)).not.toBeNull();
  });
});
