import { describe, expect, it } from 'vitest';
import { CONTEXT, selectorAt, shareEvidence } from '../../src/export/evidence.ts';

const text = '𠮷镇的做法。第一句有3个数和5个人。第二句。';

/** What is shared, as values. */
function shared(lists: readonly object[]) {
  const made = shareEvidence(
    text,
    lists.map((list) => JSON.stringify(list)),
  );
  const read = (pieces: Iterable<string>): any => JSON.parse([...pieces].join(''));
  return { evidence: read(made.evidence()), lists: made.lists.map((list) => read(list())) };
}

describe('evidence', () => {
  it('is quoted in code points, with context on both sides', () => {
    expect(selectorAt(Array.from(text), { start: 6, end: 18 })).toEqual({
      start: 6,
      end: 18,
      exact: '第一句有3个数和5个人。',
      prefix: '𠮷镇的做法。',
      suffix: '第二句。',
    });
    const long = Array.from('甲'.repeat(100));
    const { prefix, suffix } = selectorAt(long, { start: 50, end: 51 });
    expect([prefix.length, suffix.length]).toEqual([CONTEXT, CONTEXT]);
    expect(CONTEXT).toBeLessThanOrEqual(32);
  });

  it('holds a sentence once, however many findings rest on it', () => {
    const place = { start: 6, end: 18 };
    const { evidence, lists } = shared([
      [{ id: 'p1', evidence: { start: 0, end: 6 } }],
      [],
      [
        { text: '3个', evidence: place },
        { text: '5个', evidence: { ...place } },
      ],
    ]);
    expect(evidence.map((e: { exact: string }) => e.exact)).toEqual(['𠮷镇的做法。', '第一句有3个数和5个人。']);
    expect(lists).toEqual([
      [{ id: 'p1', evidence: 0 }],
      [],
      [
        { text: '3个', evidence: 1 },
        { text: '5个', evidence: 1 },
      ],
    ]);
  });

  it('leaves findings of an older version as they are', () => {
    const old = [[{ id: 'p1' }], [], []] as any;
    expect(shared(old)).toEqual({ evidence: [], lists: old });
  });
});
