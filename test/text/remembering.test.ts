import { describe, expect, it } from 'vitest';
import { remembering } from '../../src/text/remembering.ts';

describe('remembering', () => {
  it('does the work once for a text, until too much is known', () => {
    const asked: string[] = [];
    const length = remembering((text) => asked.push(text) && text.length, 2);
    expect(['渠', '渠道', '渠', '渠道'].map(length)).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual(['渠', '渠道']);
    // A third text makes it forget the two.
    expect(['清淤段', '渠'].map(length)).toEqual([3, 1]);
    expect(asked).toEqual(['渠', '渠道', '清淤段', '渠']);
  });
});
