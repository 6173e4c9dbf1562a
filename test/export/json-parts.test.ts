import { describe, expect, it } from 'vitest';
import { shareEvidence } from '../../src/export/evidence.ts';
import { partsOf } from '../../src/export/json-parts.ts';

const items = [
  { text: '“三项”"清单"\\', list: [[1], { a: ']' }], at: { start: 0, end: 2 } },
  { text: '}],{', list: [], at: null },
  { text: '', nested: { deep: [{ x: '\\"' }] } },
];

describe('an array of JSON in parts', () => {
  it('holds the same items in the same order, however small the parts', () => {
    const json = JSON.stringify(items);
    for (const size of [1, 10, 60, 1000]) expect([...partsOf(json, size)].flat()).toEqual(items);
    expect([...partsOf(json, 1)]).toHaveLength(3);
    expect([...partsOf('[]', 1)].flat()).toEqual([]);
  });

  it('is never parsed as a whole where it is long', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ text: `培训${i}名`, evidence: { start: i, end: i + 5 } }));
    const { lists, evidence } = shareEvidence('青禾县培训干部。'.repeat(10_000), [JSON.stringify(many)]);
    const pieces = [...lists[0]!()];
    expect(pieces.length).toBeGreaterThan(2);
    expect(JSON.parse(pieces.join(''))).toEqual(many.map(({ text }, i) => ({ text, evidence: i })));
    const sentences = JSON.parse([...evidence()].join(''));
    expect([sentences.length, sentences[1]]).toEqual([
      30_000,
      { start: 1, end: 6, exact: '禾县培训干', prefix: '青', suffix: '部。青禾县培训干部。青禾县培训干' },
    ]);
  });

  it('counts code points in a text that holds pairs', () => {
    const { evidence } = shareEvidence('𠮷河镇修路。', ['[{"evidence":{"start":1,"end":4}}]', '[]']);
    expect([...evidence()].join('')).toBe('[{"start":1,"end":4,"exact":"河镇修","prefix":"𠮷","suffix":"路。"}]');
  });
});
