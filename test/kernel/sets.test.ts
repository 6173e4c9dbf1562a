import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, sortUnique } from '../../src/kernel/sets.ts';
import { KEY_SPACE, shingleCount, shingleKeys } from '../../src/kernel/shingles.ts';
import { expectLinear } from '../linear.ts';

const distinct = (keys: readonly number[]): number[] => [...new Set(keys)].sort((x, y) => x - y);
const key = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(20),
  fc.nat(1000).map((n) => KEY_SPACE - 1 - n),
);

describe('sortUnique', () => {
  it('gives the distinct keys in order, however they are spread', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 400 }), fc.nat(5), (keys, spare) => {
        const room = Float64Array.from([...keys, ...Array<number>(spare).fill(-1)]);
        expect([...sortUnique(room, keys.length)]).toEqual(distinct(keys));
      }),
    );
  });

  it('takes its time from the number of keys, not from how they lie', async () => {
    // Two keys that share a bucket, each a hundred thousand times, turn and turn about: insertion would be quadratic.
    const sorted = (n: number): number[] => {
      const keys = Float64Array.from({ length: n }, (_, i) => (i % 2 ? 7 : 5));
      keys[0] = KEY_SPACE - 1;
      return [...sortUnique(keys, keys.length)];
    };
    expect(sorted(1000)).toEqual([5, 7, KEY_SPACE - 1]);
    await expectLinear(sorted, 200_000);
  });
});

describe('lowerBound', () => {
  it('agrees with plain search', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60)), fc.nat(60), (x, k) => {
        const a = Float64Array.from(distinct(x));
        expect(lowerBound(a, k)).toBe([...a].filter((v) => v < k).length);
      }),
    );
  });
});

it('keys below a limit are those of all that are below it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0x4e00, max: 0x4e20 })), fc.integer({ min: 2, max: 9 }), (units, n) => {
      const codes = Uint16Array.from(units);
      const all = new Float64Array(shingleCount(codes.length, n));
      shingleKeys(codes, n, all);
      const some = new Float64Array(all.length);
      const kept = shingleKeys(codes, n, some, KEY_SPACE / 4);
      expect([...some.subarray(0, kept)]).toEqual([...all].filter((k) => k < KEY_SPACE / 4));
    }),
  );
});
