import { expect, it } from 'vitest';
import { charSet } from '../../src/text/char-set.ts';

it('knows its members by code unit, and nothing behind the end of a text', () => {
  const has = charSet('一。a𠮷');
  expect([...'一。a'].map((c) => has(c.charCodeAt(0)))).toEqual([true, true, true]);
  expect([has('二'.charCodeAt(0)), has(''.charCodeAt(0)), has('𠮷'.charCodeAt(0))]).toEqual([false, false, false]);
});
