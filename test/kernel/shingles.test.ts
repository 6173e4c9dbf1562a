import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, sortUnique } from '../../src/kernel/sets.ts';
import { fingerprint, KEY_SPACE, shingleCount, shingleKeys } from '../../src/kernel/shingles.ts';

const codesOf = (s: string): Uint16Array => Uint16Array.from(s, (_, i) => s.charCodeAt(i)).slice(0, s.length);
const units = fc.array(fc.integer({ min: 0, max: 65535 }), { maxLength: 60 }).map((a) => Uint16Array.from(a));
/** Few different units, so that windows repeat. */
const poor = fc.array(fc.constantFrom(0, 1, 2, 0x4e00), { maxLength: 60 }).map((a) => Uint16Array.from(a));

function keysOf(codes: Uint16Array, n: number): Float64Array {
  const out = new Float64Array(shingleCount(codes.length, n));
  expect(shingleKeys(codes, n, out)).toBe(out.length);
  return out;
}

describe('shingleKeys', () => {
  it('gives equal windows equal keys and different windows different keys, wherever they stand', () => {
    fc.assert(
      fc.property(fc.oneof(units, poor), fc.integer({ min: 1, max: 9 }), (codes, n) => {
        const keys = keysOf(codes, n);
        const windows = Array.from(keys, (_, i) => codes.slice(i, i + n).join());
        expect(new Set(keys).size).toBe(new Set(windows).size);
        const byWindow = new Map(windows.map((w, i) => [w, keys[i]]));
        windows.forEach((w, i) => {
          expect(keys[i]).toBe(byWindow.get(w));
        });
      }),
    );
  });

  it('does not depend on what stood before the window', () => {
    const long = keysOf(codesOf('走访企业了解用工需求'), 5);
    expect(keysOf(codesOf('了解用工需'), 5)[0]).toBe(long[4]);
  });

  it('makes a text shorter than a shingle one shingle, and an empty one none', () => {
    expect(keysOf(codesOf('工会'), 5)).toHaveLength(1);
    expect(keysOf(codesOf(''), 5)).toHaveLength(0);
    expect(keysOf(codesOf('工会'), 5)[0]).not.toBe(keysOf(codesOf('工人'), 5)[0]);
  });

  it('spreads keys evenly below KEY_SPACE', () => {
    const codes = Uint16Array.from({ length: 100_000 }, (_, i) => 0x4e00 + ((Math.imul(i, 48271) >>> 9) % 3000));
    const tenths = new Array(10).fill(0);
    for (const key of keysOf(codes, 5)) {
      expect(Number.isSafeInteger(key) && key >= 0 && key < KEY_SPACE).toBe(true);
      tenths[Math.floor((key / KEY_SPACE) * 10)]++;
    }
    for (const n of tenths) expect(Math.abs(n - 10_000)).toBeLessThan(500);
  });

  it('has no collision among a million different windows', () => {
    const codes = Uint16Array.from({ length: 1_000_000 }, (_, i) => (i % 2 ? i >>> 1 : (i >>> 16) + 7) & 0xffff);
    const windows = new Set<string>();
    for (let i = 0; i + 5 <= codes.length; i++) windows.add(String.fromCharCode(...codes.subarray(i, i + 5)));
    expect(sortUnique(keysOf(codes, 5), shingleCount(codes.length, 5)).length).toBe(windows.size);
  });
});

describe('fingerprint', () => {
  it('is equal for equal texts only', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(fingerprint(a) === fingerprint(b)).toBe(a.join() === b.join());
      }),
    );
    expect(fingerprint(codesOf('甲乙'))).not.toBe(fingerprint(codesOf('乙甲')));
    expect(fingerprint(Uint16Array.of(0))).not.toBe(fingerprint(Uint16Array.of(0, 0)));
  });
});

describe('sets of keys', () => {
  const keys = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 50 });

  it('sorts, drops repeats and searches as sets do', () => {
    fc.assert(
      fc.property(keys, keys, (x, y) => {
        const a = sortUnique(Float64Array.from(x), x.length);
        expect([...a]).toEqual([...new Set(x)].sort((p, q) => p - q));
        for (const key of y) expect(lowerBound(a, key)).toBe([...a].filter((k) => k < key).length);
      }),
    );
  });
});
