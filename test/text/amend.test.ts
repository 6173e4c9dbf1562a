import { expect, it } from 'vitest';
import { amend } from '../../src/text/amend.ts';

it('changes strings and lists of strings, and gives only what changed', () => {
  const meta = { title: 'a', author: ['a', 'b'], views: 3, org: null, other: 'x' };
  expect(amend(meta, (t) => t.replace('a', '甲'))).toEqual({ title: '甲', author: ['甲', 'b'] });
  expect(amend(meta, (t) => t)).toEqual({});
});
