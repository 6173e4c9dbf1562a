import { describe, expect, it } from 'vitest';
import { assignedUnit, gbkBytes, pairOf, unassignedAcross, unitOf } from '../../src/text/gbk.ts';
import {
  charactersOf,
  grow,
  grownCosts,
  isOddForm,
  isTraditional,
  type Step,
  textCost,
  type Witness,
} from '../../src/text/language.ts';
import { normaliseReading, readingOf } from '../../src/text/readings.ts';

describe('gbk', () => {
  it('knows pairs both ways, and which are assigned', () => {
    expect(pairOf('現'.charCodeAt(0))).toBe(0xac46);
    expect(String.fromCharCode(unitOf(0x8ca7))).toBe('導');
    expect(assignedUnit(0xabc9)).toBe(0);
    expect(unassignedAcross().get(0xab)).toContain(0xc9);
    expect(unassignedAcross().get(0xb0) ?? []).not.toContain(0xa1);
    expect(gbkBytes('A。')).toEqual([0x41, 0xa1, 0xa3]);
    expect(gbkBytes('😀')).toBeNull();
  });
});

describe('language', () => {
  it('finds text likelier than what a shift makes of it, in either script', () => {
    expect(textCost('機關黨建')).toBe(textCost('机关党建'));
    expect(textCost('立项。”长沙')).toBeLessThan(textCost('立项?!遍L沙'));
    expect(textCost('日常考核')).toBeLessThan(textCost('日。考核'));
  });

  it('knows which form a character is', () => {
    expect([...'關关人'].map((c) => isTraditional(c.charCodeAt(0)))).toEqual([true, false, null]);
  });
});

describe('readings', () => {
  it('are compared whatever their spelling', () => {
    expect(readingOf('關', 'guān')).toBe('exact');
    expect(readingOf('絡', 'luò ')).toBe('exact');
    expect(readingOf('綠', 'lv')).toBe('toneless');
    expect(readingOf('調', 'tiáo')).toBe('exact');
    expect(readingOf('關', 'kāi')).toBeNull();
    expect(normaliseReading('ɡuɑn')).toBe('guan');
  });
});

describe('what the words around a word say', () => {
  it('makes a word cheaper behind one that it was met behind', () => {
    const behind = (first: string, second: string): number => textCost(first + second) - textCost(first);
    expect(behind('做出', '贡献')).toBeLessThan(behind('苹果', '贡献'));
  });

  it('hears the text at hand', () => {
    const said = {
      cost: (_two: number, one: number, unit: number) => (one === 0x6c50 && unit === 0x6d3c ? 1 : Infinity),
      behind: (one: number) => (one === 0x6c50 ? [0x6d3c] : []),
    };
    const name = (witness: Witness | null): number =>
      [...'白汐洼'].reduce<Step | null>((step, c) => grow(step, c.charCodeAt(0), witness), null)!.cost;
    expect(name(said)).toBeLessThan(name(null) - 5);
  });

  it('prices many characters as it prices each', () => {
    const behind = (one: number): number[] => (one === 0x6d3c ? [0x6c50, 0x4e00] : []);
    const said: Witness = { behind, cost: (_, one, unit) => (behind(one).includes(unit) ? 0.5 : Infinity) };
    const many = [...'汐一二3，。的了個们業业發务務设設\n;”“機'].map((c) => c.charCodeAt(0));
    for (const text of ['', '機', '加強作風建', '服', '他說：“', '白汐洼', '三', '工作。', '第1'])
      for (const witness of [null, said]) {
        const step = [...text].reduce<Step | null>((s, c) => grow(s, c.charCodeAt(0)), null);
        const each = many.map((unit) => grow(step, unit, witness).cost);
        expect([...grownCosts(step, charactersOf(many), witness).slice(0, many.length)], text).toEqual(each);
      }
  });

  it('knows what traditional text hardly has', () => {
    const odd = (char: string): boolean => isOddForm(char.charCodeAt(0));
    expect([...'们这麫'].every(odd)).toBe(true);
    expect([...'們這面后里工'].some(odd)).toBe(false);
  });
});
