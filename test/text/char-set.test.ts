import { expect, it } from 'vitest';
import { charSet, WHITE_SPACE } from '../../src/text/char-set.ts';

it('knows its members by code unit, and nothing behind the end of a text', () => {
  const has = charSet('一。a𠮷');
  expect([...'一。a'].map((c) => has(c.charCodeAt(0)))).toEqual([true, true, true]);
  expect([has('二'.charCodeAt(0)), has(''.charCodeAt(0)), has('𠮷'.charCodeAt(0))]).toEqual([false, false, false]);
});

it('names all white space that regular expressions know', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((c) => /\s/u.test(c));
  expect([...WHITE_SPACE].sort()).toEqual(all.sort());
});
