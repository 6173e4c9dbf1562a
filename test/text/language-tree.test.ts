import { describe, expect, it } from 'vitest';
import { childOf, goesOn, TreeBuilder } from '../../src/text/language-tree.ts';

describe('tree of words', () => {
  const words = ['党建', '党员', '党建品牌', '组织', '党'];
  const builder = new TreeBuilder(words.join('').length);
  for (const [number, word] of words.entries()) builder.add(word, 0, word.length, number + 1, number);
  const tree = builder.build();
  const branchOf = (word: string): number =>
    [...word.slice(1)].reduce(
      (branch, char) => branch && childOf(tree, branch, char.charCodeAt(0)),
      tree.roots[word.charCodeAt(0)]!,
    );

  it('finds each word where its characters lead', () => {
    for (const [number, word] of words.entries()) {
      expect(tree.numbers[branchOf(word)], word).toBe(number);
      expect(tree.costs[branchOf(word)], word).toBe(number + 1);
    }
  });

  it('finds beginnings of words, at which none ends, and nothing else', () => {
    expect(tree.costs[branchOf('党建品')]).toBe(0);
    expect(goesOn(tree, branchOf('党建品'))).toBe(true);
    expect(goesOn(tree, branchOf('党建品牌'))).toBe(false);
    expect([branchOf('建'), branchOf('党组'), branchOf('组织员')]).toEqual([0, 0, 0]);
  });

  it('lists what goes on from a branch side by side, in order', () => {
    const root = branchOf('党');
    expect([...tree.units.slice(tree.from[root], tree.from[root + 1])]).toEqual(
      [...'员建'].map((char) => char.charCodeAt(0)).sort((a, b) => a - b),
    );
  });
});
