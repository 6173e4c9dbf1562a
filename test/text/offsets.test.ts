import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, applyPasses, type Edit } from '../../src/text/edits.ts';
import { codePointIndex, OffsetMap } from '../../src/text/offsets.ts';
import { expectLinear } from '../linear.ts';

type Range = [number, number];

/** The same map, told unit by unit: the source range behind each unit of the text. */
const identity = (length: number): Range[] => Array.from({ length }, (_, i) => [i, i + 1]);

function naiveSource(units: Range[], start: number, end: number): Range {
  if (!units.length) return [0, 0];
  if (start >= end) {
    const at = start >= units.length ? units.at(-1)![1] : units[start]![0];
    return [at, at];
  }
  const covered = units.slice(start, end);
  return [Math.min(...covered.map((r) => r[0])), Math.max(...covered.map((r) => r[1]))];
}

function naiveAfter(units: Range[], edits: readonly Edit[]): Range[] {
  const out: Range[] = [];
  let at = 0;
  for (const e of edits) {
    out.push(...units.slice(at, e.start));
    if (e.insert.length === e.end - e.start) out.push(...units.slice(e.start, e.end));
    else out.push(...Array.from(e.insert, () => naiveSource(units, e.start, e.end)));
    at = e.end;
  }
  out.push(...units.slice(at));
  return out;
}

/** Sorted, disjoint edits of a text of that length; insertions at one place and empty edits among them. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 4 })), {
      maxLength: 8,
    })
    .map((list) => {
      const edits: Edit[] = [];
      let at = 0;
      for (const [from, size, insert] of list.sort((a, b) => a[0] - b[0])) {
        const start = Math.max(at, from);
        at = Math.min(length, start + size);
        edits.push({ start, end: at, insert, rule: 'test/rule' });
      }
      return edits;
    });

const history = fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), maxLength: 24 }).chain((text) =>
  editsOf(text.length).chain((first) => {
    const middle = applyEdits(text, first);
    return editsOf(middle.length).map((second) => ({ text, passes: [first, second] }));
  }),
);

describe('OffsetMap', () => {
  it('says the same as the map told unit by unit', () => {
    fc.assert(
      fc.property(history, fc.nat(30), fc.nat(30), ({ text, passes }, a, b) => {
        let map = OffsetMap.identity(text.length);
        let units = identity(text.length);
        for (const edits of passes) {
          map = map.after(edits);
          units = naiveAfter(units, edits);
        }
        expect(map.length).toBe(units.length);
        for (let i = 0; i < units.length; i++) expect(map.source(i, i + 1)).toEqual(units[i]);
        const [start, end] = [Math.min(a, b, units.length), Math.min(Math.max(a, b), units.length)];
        expect(map.source(start, end)).toEqual(naiveSource(units, start, end));
      }),
      { numRuns: 2000 },
    );
  });

  it('maps every character that no edit wrote to itself', () => {
    fc.assert(
      fc.property(history, ({ text, passes }) => {
        const map = passes.reduce((m, edits) => m.after(edits), OffsetMap.identity(text.length));
        const result = applyPasses(text, passes);
        expect(map.length).toBe(result.length);
        for (let i = 0; i < result.length; i++) {
          const [from, to] = map.source(i, i + 1);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
          // Edits insert x and y; all else is of the source.
          if (!'xy'.includes(result[i]!)) expect([result[i], to - from]).toEqual([text[from], 1]);
        }
      }),
    );
  });

  it('of pieces is the maps of the pieces, with gaps between', () => {
    const pieces = fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(history, pieces, ({ text, passes }, list) => {
        const map = OffsetMap.identity(text.length).after(passes[0]!);
        const units = naiveAfter(identity(text.length), passes[0]!);
        const ranges = list.map(([a, b]): Range => [Math.min(a, b, map.length), Math.min(Math.max(a, b), map.length)]);
        const picked = map.pick(ranges);
        let at = 0;
        ranges.forEach(([start, end], i) => {
          if (i) {
            const [place] = naiveSource(units, start, start);
            expect(picked.source(at, at + 1)).toEqual([place, place]);
            at++;
          }
          for (let k = start; k < end; k++) expect(picked.source(at, ++at)).toEqual(units[k]);
        });
        expect(picked.length).toBe(at);
      }),
    );
  });

  it('may begin anywhere in the source', () => {
    const map = OffsetMap.identity(5, 100).after([{ start: 1, end: 3, insert: '', rule: 'test/cut' }]);
    expect([map.length, map.source(0, 3), map.source(1, 2), map.source(3, 3)]).toEqual([
      3,
      [100, 105],
      [103, 104],
      [105, 105],
    ]);
  });

  it('of nothing maps to the beginning', () => {
    expect(OffsetMap.identity(0).source(0, 0)).toEqual([0, 0]);
    expect(
      OffsetMap.identity(3)
        .after([{ start: 0, end: 3, insert: '', rule: 'test/cut' }])
        .source(0, 1),
    ).toEqual([0, 0]);
  });

  it('takes time in proportion to the edits, and so do many pieces of it', async () => {
    const mapped = (N: number): number => {
      const edits = Array.from({ length: N }, (_, i) => ({
        start: 3 * i,
        end: 3 * i + 1,
        insert: 'ab',
        rule: 'test/rule',
      }));
      const map = OffsetMap.identity(3 * N).after(edits);
      const again = map.after(edits);
      const picked = again.pick(Array.from({ length: N }, (_, i): Range => [4 * i, 4 * i + 2]));
      return picked.length;
    };
    expect(mapped(1000)).toBe(2999);
    await expectLinear(mapped, 200_000);
  });
});

describe('codePointIndex', () => {
  it('counts code points before an offset', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '字', '𠀀', '😀', '\ud800', '\udc00'), maxLength: 20 });
    fc.assert(
      fc.property(text, (s) => {
        const index = codePointIndex(s);
        for (let i = 0; i <= s.length; i++) {
          const inside = /[\ud800-\udbff]$/.test(s.slice(0, i)) && /^[\udc00-\udfff]/.test(s.slice(i));
          expect(index(i)).toBe([...s.slice(0, inside ? i + 1 : i)].length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
