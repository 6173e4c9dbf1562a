import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../src/kernel/key-table.ts';
import { overlap, ShingleSet } from '../../src/kernel/overlap.ts';
import { ALONE, sharedKeys } from '../../src/kernel/shared.ts';
import { winnow } from '../../src/kernel/winnow.ts';
import { keySet } from '../../src/stages/dedup/prepare.ts';

/** Few different units, so that windows repeat and texts share some. */
const text = fc.array(fc.constantFrom(0x4e00, 0x4e01, 0x4e02), { maxLength: 80 }).map((a) => Uint16Array.from(a));

describe('overlap', () => {
  it('counts what sorted key sets count, use after use of its table', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 7 }), (a, b, n) => {
        const [x, y] = [keySet(a, n), keySet(b, n)];
        expect(overlap(a, b, n)).toEqual({
          a: x.length,
          b: y.length,
          shared: x.filter((key) => y.includes(key)).length,
        });
      }),
    );
  });

  it('counts the same where one text is held against several', () => {
    const set = new ShingleSet();
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (a, others, n) => {
        set.enter(a, n);
        for (const b of others) expect(set.with(b)).toEqual(overlap(a, b, n));
      }),
    );
  });

  it('has room for texts of any length', () => {
    const long = Uint16Array.from({ length: 300_000 }, (_, i) => 0x4e00 + ((Math.imul(i, 48271) >>> 7) % 5000));
    const found = overlap(long, long.slice(1000), 5);
    expect(found.shared).toBe(found.b);
    expect(found.a).toBe(keySet(long, 5).length);
  });
});

describe('sharedKeys', () => {
  const sets = fc.array(fc.uniqueArray(fc.oneof(fc.nat(30), fc.maxSafeNat()), { maxLength: 20 }), { maxLength: 8 });

  it('numbers the keys that several sets have, and no others', () => {
    fc.assert(
      fc.property(sets, (lists) => {
        const { ids, starts, counts } = sharedKeys(lists.map((l) => Float64Array.from(l)));
        const byKey = new Map<number, number>();
        lists.forEach((list, s) => {
          list.forEach((key, i) => {
            const id = ids[starts[s]! + i]!;
            const holders = lists.filter((l) => l.includes(key)).length;
            if (holders === 1) expect(id).toBe(ALONE);
            else {
              expect(counts[id]).toBe(holders);
              expect(byKey.get(key) ?? id).toBe(id);
              byKey.set(key, id);
            }
          });
        });
        expect(new Set(byKey.values()).size).toBe(byKey.size);
        expect(counts.length).toBe(byKey.size);
      }),
    );
  });

  it('does so in parts, too', () => {
    const keys = Float64Array.from({ length: 120_000 }, (_, i) => (i * 2654435761) % 2 ** 53);
    const { ids, counts } = sharedKeys([keys, keys.slice(0, 60_000)]);
    expect(counts.length).toBe(60_000);
    expect([ids[0], ids[59_999]]).toEqual([ids[120_000], ids[179_999]]);
    expect(ids[60_000]).toBe(ALONE);
  });
});

describe('winnow', () => {
  const anchors = (codes: Uint16Array): Map<number, number> => {
    const [keys, places] = [new Float64Array(codes.length), new Uint32Array(codes.length)];
    const n = winnow(codes, 5, 6, keys, places);
    return new Map(Array.from(keys.subarray(0, n), (k, i) => [k, places[i]!]));
  };

  it('gives two texts an anchor in common wherever they share window + n - 1 units', () => {
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.array(fc.nat(65535), { minLength: 10, maxLength: 30 }),
        (a, b, c, d, s) => {
          const around = (x: Uint16Array, y: Uint16Array): Uint16Array => Uint16Array.from([...x, ...s, ...y]);
          const [one, other] = [anchors(around(a, b)), anchors(around(c, d))];
          const inside = [...one].filter(([k, at]) => at >= a.length && at + 5 <= a.length + s.length && other.has(k));
          expect(inside.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('leaves no gap wider than its window, and gives short texts none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(65535), { maxLength: 200 }), (units) => {
        const codes = Uint16Array.from(units);
        const [keys, places] = [new Float64Array(units.length), new Uint32Array(units.length)];
        const found = [...places.subarray(0, winnow(codes, 5, 6, keys, places))];
        if (units.length < 10) expect(found).toEqual([]);
        else {
          expect(found[0]).toBeLessThan(6);
          expect(found.at(-1)).toBeGreaterThan(units.length - 5 - 6);
          found.slice(1).forEach((at, i) => {
            expect(at - found[i]!).toBeGreaterThan(0);
            expect(at - found[i]!).toBeLessThanOrEqual(6);
          });
        }
      }),
    );
  });
});

it('KeyTable keeps the first value of each key until it is reset', () => {
  const table = new KeyTable();
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(9), fc.maxSafeNat()), { maxLength: 60 }), (keys) => {
      table.reset(keys.length);
      keys.forEach((key, i) => {
        table.add(key, i);
      });
      for (const key of keys) expect(table.get(key)).toBe(keys.indexOf(key));
      expect(table.get(-1)).toBe(-1);
    }),
  );
});
