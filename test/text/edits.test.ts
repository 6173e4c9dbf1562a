import { describe, expect, it } from 'vitest';
import { applyEdits, applyPasses, checkEdits, Draft, type Edit } from '../../src/text/edits.ts';

const edit = (start: number, end: number, insert = ''): Edit => ({ start, end, insert, rule: 'test/rule' });

describe('applyEdits', () => {
  it.each<[string, Edit[], string]>([
    ['nothing', [], '甲乙丙丁'],
    ['a cut', [edit(1, 3)], '甲丁'],
    ['a replacement', [edit(0, 1, '天地')], '天地乙丙丁'],
    ['an insertion', [edit(2, 2, '|')], '甲乙|丙丁'],
    ['insertions at one place, in their order', [edit(2, 2, '1'), edit(2, 2, '2')], '甲乙12丙丁'],
    ['edits that touch', [edit(0, 2, 'A'), edit(2, 4, 'B')], 'AB'],
    ['an insertion at the end', [edit(4, 4, '。')], '甲乙丙丁。'],
  ])('%s', (_, edits, text) => {
    expect(applyEdits('甲乙丙丁', edits)).toBe(text);
  });

  it.each<[string, Edit[]]>([
    ['overlap', [edit(0, 2), edit(1, 3)]],
    ['are out of order', [edit(2, 3), edit(0, 1)]],
    ['lie outside', [edit(3, 5)]],
    ['run backwards', [edit(3, 2)]],
    ['begin before the text', [edit(-1, 1)]],
    ['are no numbers', [edit(Number.NaN, 1)]],
  ])('throws where edits %s', (_, edits) => {
    expect(() => applyEdits('甲乙丙丁', edits)).toThrow(RangeError);
    expect(() => checkEdits(edits, 4)).toThrow('test/rule');
  });

  it('applies passes each to the result of the one before', () => {
    expect(applyPasses('甲乙丙丁', [[edit(0, 2)], [edit(0, 1, '天')], []])).toBe('天丁');
  });
});

describe('Draft', () => {
  it('records what changes, pass by pass', () => {
    const draft = new Draft('甲 乙 丙');
    draft
      .pass((t) => [...t.matchAll(/ /g)].map((m) => edit(m.index, m.index + 1)))
      .pass((t) => [edit(0, 1, t[0]), edit(1, 2, '天')])
      .pass(() => [])
      .pass(() => [edit(0, 3, '甲天丙')]);
    expect(draft.text).toBe('甲天丙');
    expect(draft.passes).toEqual([[edit(1, 2), edit(3, 4)], [edit(1, 2, '天')]]);
    expect(applyPasses('甲 乙 丙', draft.passes)).toBe(draft.text);
  });

  it('shows each pass the text as it then stands', () => {
    const seen: string[] = [];
    const look = (edits: Edit[]) => (text: string) => {
      seen.push(text);
      return edits;
    };
    new Draft('甲乙').pass(look([edit(0, 1)])).pass(look([]));
    expect(seen).toEqual(['甲乙', '乙']);
  });
});

describe('many edits', () => {
  it('are applied like few, halves of surrogate pairs and all', () => {
    const text = '甲\ud842乙𠮷丙'.repeat(300);
    const edits = Array.from({ length: 300 }, (_, i) => ({
      start: 6 * i,
      end: 6 * i + 1,
      insert: i % 2 ? '' : '天地',
      rule: 'x/y',
    }));
    const parts = edits.map((e) => e.insert + text.slice(e.end, e.start + 6));
    expect(applyEdits(text, edits)).toBe(parts.join(''));
  });
});
