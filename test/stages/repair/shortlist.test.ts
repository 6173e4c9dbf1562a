import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shortlist } from '../../../src/stages/repair/shortlist.ts';

describe('shortlist', () => {
  it('keeps the cheapest, of equals the first, as a stable sort would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 8 }), (costs, most) => {
        const list = new Shortlist(most);
        for (const [i, cost] of costs.entries()) list.add(cost, i);
        const sorted = costs.map((cost, i) => ({ cost, i })).sort((a, b) => a.cost - b.cost);
        const kept = sorted.slice(0, most);
        expect(list.costs).toEqual(kept.map(({ cost }) => cost));
        expect(list.units).toEqual(kept.map(({ i }) => i));
      }),
    );
  });
});
