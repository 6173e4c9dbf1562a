import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bisect } from '../../src/text/bisect.ts';

it('finds the first that holds, as a plain search does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (numbers, least) => {
      const sorted = numbers.sort((a, b) => a - b);
      const first = sorted.findIndex((n) => n >= least);
      expect(bisect(sorted, (n) => n >= least)).toBe(first < 0 ? sorted.length : first);
    }),
  );
});
