import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOutcome, countTraces, pageUid, type State, sourceSpans, startState } from '../../src/pipeline/replay.ts';
import type { Edit, Page } from '../../src/pipeline/types.ts';

const page = (decoded: string, passes: Edit[][] = []): Page => ({
  record: null,
  decoded,
  passes,
  title: null,
  meta: {},
  url: null,
  charset: 'utf-8',
  sha256: '0'.repeat(64),
  notes: [],
});

const start = (decoded: string, passes: Edit[][] = []): State => startState('a.txt', page(decoded, passes), 'k');
const edit = (start: number, end: number, insert: string, rule = 'test/x'): Edit => ({ start, end, insert, rule });
const only = (states: State[]): State => {
  expect(states).toHaveLength(1);
  return states[0]!;
};

describe('pageUid', () => {
  it('sorts records in reading order and keeps a file apart from its neighbours', () => {
    const uids = [pageUid('a', 10), pageUid('a', 9), pageUid('a', null), pageUid('a', 1_000_000)];
    expect([...uids].sort()).toEqual([uids[2], uids[1], uids[0], uids[3]]);
    expect(pageUid('a', null)).toBe('a#0000000');
  });
});

describe('applyOutcome', () => {
  it('maps every character back to the page it came from', () => {
    const s = only(
      applyOutcome(
        start('<p>機關(guān)黨</p>', [[edit(0, 3, ''), edit(12, 16, '')]]),
        'repair',
        { passes: [[edit(2, 8, '')], [edit(0, 3, '机关党')]] },
        'k',
      ),
    );
    expect(s.doc.text).toBe('机关党');
    expect(s.map.source(0, 1)).toEqual([3, 4]);
    expect(s.map.source(2, 3)).toEqual([11, 12]);
    expect(sourceSpans(s)).toEqual([[3, 12]]);
  });

  it('cuts articles with their own traces, metadata and spans', () => {
    const s = start('头\n甲(a)乙\n丙丁');
    const parts = applyOutcome(
      s,
      'split',
      {
        passes: [[edit(3, 6, '', 'repair/gloss')]],
        parts: [
          { pieces: [[2, 4]], title: '一' },
          {
            pieces: [
              [5, 6],
              [6, 7],
            ],
            title: null,
            meta: { author: ['某'] },
          },
        ],
      },
      'k',
    );
    expect(parts.map((p) => [p.doc.uid, p.doc.text, p.doc.title, p.doc.source.part])).toEqual([
      ['a.txt#0000000/0001', '甲乙', '一', 1],
      ['a.txt#0000000/0002', '丙\n丁', null, 2],
    ]);
    expect(parts.map(countTraces)).toEqual([[{ rule: 'repair/gloss', count: 1 }], []]);
    expect(parts.map(sourceSpans)).toEqual([
      [[2, 7]],
      [
        [8, 9],
        [9, 10],
      ],
    ]);
    expect(parts[1]!.doc.meta.author).toEqual(['某']);
  });

  it('drops traces of what is cut out later and narrows the spans', () => {
    const s = only(applyOutcome(start('头(tou)正文尾'), 'repair', { passes: [[edit(1, 6, '', 'repair/gloss')]] }, 'k'));
    const cut = only(applyOutcome(s, 'strip', { passes: [[edit(0, 2, '', 'strip/header')]] }, 'k'));
    expect(cut.doc.text).toBe('文尾');
    expect(countTraces(cut)).toEqual([{ rule: 'strip/header', count: 1 }]);
    expect(sourceSpans(cut)).toEqual([[7, 9]]);
  });

  it('fills in metadata but does not overwrite what is known', () => {
    const a = only(applyOutcome(start('文'), 'x', { meta: { published: '2020-01-01', author: ['甲'] } }, 'k'));
    const b = only(applyOutcome(a, 'y', { meta: { published: '2021-01-01', author: ['乙'], editor: '丙' } }, 'k'));
    expect(b.doc.meta).toMatchObject({ published: '2020-01-01', author: ['甲'], editor: '丙' });
  });

  it('puts amended metadata in place of what was known', () => {
    const a = only(applyOutcome(start('文'), 'x', { meta: { publisher: '雲嶺網', author: ['甲'] } }, 'k'));
    const b = only(applyOutcome(a, 'y', { title: '新', amend: { publisher: '云岭网' }, meta: { editor: '丙' } }, 'k'));
    expect(b.doc.title).toBe('新');
    expect(b.doc.meta).toMatchObject({ publisher: '云岭网', author: ['甲'], editor: '丙' });
  });

  it('refuses edits that overlap or lie outside', () => {
    expect(() => applyOutcome(start('一二三'), 'x', { passes: [[edit(0, 2, ''), edit(1, 3, '')]] }, 'k')).toThrow(
      RangeError,
    );
    expect(() => applyOutcome(start('一二三'), 'x', { passes: [[edit(2, 4, '')]] }, 'k')).toThrow(RangeError);
  });

  it('keeps traces in step with any passes', () => {
    const passes = fc.array(fc.array(fc.tuple(fc.nat(6), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.string({ minLength: 30, maxLength: 60 }), passes, (text, lists) => {
        let s = start(text);
        for (const list of lists) {
          let at = 0;
          const edits: Edit[] = [];
          for (const [gap, length, insert] of list) {
            const from = at + gap;
            if (from + length > s.doc.text.length) break;
            edits.push(edit(from, from + length, insert));
            at = from + length;
          }
          s = only(applyOutcome(s, 'x', { passes: [edits] }, 'k'));
          expect(s.map.length).toBe(s.doc.text.length);
          expect(s.traces.every((t, i) => t.at >= (s.traces[i - 1]?.at ?? 0) && t.at <= s.doc.text.length)).toBe(true);
        }
      }),
    );
  });
});

describe('where a field was read', () => {
  const told = { title: '题', meta: { published: '2020-01-02' }, origins: { title: { from: '<h1>', start: 0, end: 1 }, published: { from: 'meta PubDate' } } }; // biome-ignore format: a page
  const s = startState('a.txt', { ...page('头\n作者：某某\n文', [[edit(0, 2, '')]]), ...told }, 'k');

  it('is the first place that said it, in the page', () => {
    const outcome = { meta: { published: '2021-01-01', author: ['某某'] }, origins: { author: { from: 'header', start: 0, end: 5 }, published: { from: 'header', start: 0, end: 5 } } }; // biome-ignore format: an outcome
    const { origins } = only(applyOutcome(s, 'strip', outcome, 'k'));
    expect(origins).toEqual({ ...told.origins, author: { from: 'header', start: 2, end: 7 } });
  });

  it('is the stage where it does not say; the same words in another script keep their place', () => {
    const { origins } = only(applyOutcome(s, 'normalise', { title: '题目', meta: { views: 3 } }, 'k'));
    expect(origins).toEqual({ ...told.origins, views: { from: 'normalise' } });
  });

  it('is the part’s own for what it says itself, the page’s for the rest', () => {
    const part = (title: string | null) => ({ pieces: [[0, 5] as [number, number]], title, meta: { editor: '某' }, origins: { title: { from: 'headline', start: 0, end: 5 } } }); // biome-ignore format: a part
    const [own, none] = applyOutcome(s, 'split', { parts: [part('又题'), part(null)] }, 'k');
    const { published } = told.origins;
    expect(own!.origins).toEqual({
      published,
      editor: { from: 'split' },
      title: { from: 'headline', start: 2, end: 7 },
    });
    expect(none!.origins).toEqual({ published, editor: { from: 'split' } });
  });
});
