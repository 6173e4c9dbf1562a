import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cells, twoAt } from '../../src/text/cells.ts';

describe('Cells', () => {
  it('keep what a Map keeps', () => {
    const number = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, fc.integer()), { maxLength: 60 }), (entries) => {
        const cells = new Cells(60, -1);
        const known = new Map<string, number>();
        for (const [a, b, value] of entries) {
          cells.set(a, b, value);
          known.set(`${a} ${b}`, value);
        }
        for (let a = 0; a <= 40; a++)
          for (let b = 0; b <= 40; b++) expect(cells.get(a, b)).toBe(known.get(`${a} ${b}`) ?? -1);
      }),
      { numRuns: 20 },
    );
  });

  it('forget what they had', () => {
    const cells = new Cells(4, 0);
    cells.set(1, 2, 3);
    cells.clear();
    expect(cells.get(1, 2)).toBe(0);
    cells.set(1, 2, 4);
    expect(cells.get(1, 2)).toBe(4);
  });

  it('are asked by up to four characters of a text', () => {
    const cells = new Cells(8, -1);
    const words = ['', '渠', '渠首', '渠首闸', '渠首闸门'];
    for (const [i, w] of words.entries()) cells.set(twoAt(w, 0, w.length), twoAt(w, 2, w.length), i);
    for (const [i, w] of words.entries()) {
      const text = `修${w}口`;
      expect(cells.get(twoAt(text, 1, 1 + w.length), twoAt(text, 3, 1 + w.length))).toBe(i);
    }
    expect(cells.get(twoAt('闸门', 0, 2), 0)).toBe(-1);
  });
});
