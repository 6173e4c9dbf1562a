import { describe, expect, it } from 'vitest';
import { lineOrigins } from '../../src/text/meta-origins.ts';

const cut = [
  { start: 0, end: 6, text: '打印本页关闭', rule: 'strip/chrome' },
  { start: 7, end: 20, text: '渡口镇水利站 2021-03-08', rule: 'strip/tail' },
];

describe('the line that a field was read from', () => {
  it('is the one whose words hold the value', () => {
    expect(lineOrigins({ org: '渡口镇水利站', published: '2021-03-08' }, [], cut)).toEqual({
      org: { from: 'strip/tail', start: 7, end: 20 },
      published: { from: 'strip/tail', start: 7, end: 20 },
    });
  });

  it('is none for a field without a word', () => {
    expect(lineOrigins({ org: '', author: [''] }, [], cut)).toEqual({});
  });
});
