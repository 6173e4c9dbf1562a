import { describe, expect, it } from 'vitest';
import { initials, sticky } from '../../src/text/sticky.ts';

describe('sticky', () => {
  const words = ['上旬', '中旬', '月底'];
  const match = sticky(`(?:${words.join('|')})`, initials(words));
  it('matches where it is asked, and nowhere else', () => {
    expect(match('五月上旬', 2)?.[0]).toBe('上旬');
    expect(match('五月上旬', 1)).toBeNull();
    expect(match('五月上旬', 9)).toBeNull();
  });
});
