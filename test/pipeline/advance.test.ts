import { describe, expect, it } from 'vitest';
import { advance } from '../../src/pipeline/advance.ts';
import type { Plan, Step } from '../../src/pipeline/load.ts';
import type { EachStage, Outcome, Page, Stage } from '../../src/pipeline/types.ts';
import type { StoredOutcome, StoredPage } from '../../src/store/store.ts';

const each = (name: string, apply: EachStage['apply']): Stage => ({
  kind: 'each',
  name,
  version: 1,
  summary: '',
  defaults: {},
  options: {},
  apply,
});

const step = (stage: Stage, signature = `${stage.name}-1`): Step => ({ stage, options: {}, signature });
const plan = (...steps: Step[]): Plan => ({
  name: 't',
  summary: '',
  ingest: {} as Plan['ingest'],
  ingestSignature: 'i',
  stages: [],
  steps,
});

function pages(...texts: string[]): StoredPage[] {
  return texts.map((decoded, i) => {
    const page: Page = {
      record: i + 1,
      decoded,
      passes: [],
      title: null,
      meta: {},
      url: null,
      charset: null,
      sha256: `${i}`.padStart(64, '0'),
      notes: [],
    };
    return { uid: `f.jsonl#${String(i + 1).padStart(7, '0')}`, path: 'f.jsonl', page };
  });
}

const first = (rule: string): Outcome => ({ passes: [[{ start: 0, end: 1, insert: '', rule }]] });

describe('advance', () => {
  it('does not call a stage whose outcome is stored under the same key', () => {
    let calls = 0;
    const cut = each('cut', () => {
      calls++;
      return first('cut/first');
    });
    const p = plan(step(cut));
    const once = advance(pages('甲乙'), p, 1, []);
    const again = advance(pages('甲乙'), p, 1, once.outcomes as StoredOutcome[]);
    expect(calls).toBe(1);
    expect(again.articles).toEqual(once.articles);
    expect(again.outcomes).toEqual(once.outcomes.map((o) => ({ ...o, outcome: null })));
  });

  it('redoes what follows a changed option, and only that', () => {
    const calls: string[] = [];
    const counting = (name: string): Stage =>
      each(name, () => {
        calls.push(name);
        return first(`${name}/first`);
      });
    const [a, b, c] = [counting('a'), counting('b'), counting('c')];
    const before = advance(pages('甲乙丙丁'), plan(step(a!), step(b!), step(c!)), 3, []);
    calls.length = 0;
    const after = advance(
      pages('甲乙丙丁'),
      plan(step(a!), step(b!, 'b-2'), step(c!)),
      3,
      before.outcomes as StoredOutcome[],
    );
    expect(calls).toEqual(['b', 'c']);
    expect(after.articles[0]!.text).toBe('丁');
  });

  it('puts a document whose stage throws into quarantine and goes on with the others', () => {
    const picky = each('picky', (doc) => {
      if (doc.text.includes('坏')) throw new TypeError('cannot\nread this');
      return {};
    });
    const done = advance(pages('好', '坏', '也好'), plan(step(picky)), 1, []);
    expect(done.articles.map((a) => a.text)).toEqual(['好', '也好']);
    expect(done.quarantined).toEqual([{ uid: 'f.jsonl#0000002', stage: 'picky', reason: 'TypeError: cannot' }]);
  });

  it('quarantines a document whose stage returns edits that cannot be applied', () => {
    const wild = each('wild', () => ({ passes: [[{ start: 5, end: 9, insert: '', rule: 'wild/x' }]] }));
    expect(advance(pages('短'), plan(step(wild)), 1, []).quarantined[0]).toMatchObject({ stage: 'wild' });
  });

  it('takes articles through the later stages one by one, and skips those that are done', () => {
    const split = each('split', (doc) => ({
      parts: doc.text.split('').map((_, i) => ({ pieces: [[i, i + 1]], title: `${i}` })),
    }));
    const stop = each('stop', (doc) => (doc.text === '乙' ? { done: true } : {}));
    const mark = each('mark', () => ({ data: { seen: true } }));
    const { articles, outcomes } = advance(pages('甲乙丙'), plan(step(split), step(stop), step(mark)), 3, []);
    expect(articles.map((a) => a.part)).toEqual([1, 2, 3]);
    expect(new Set(articles.map((a) => a.id)).size).toBe(3);
    expect(outcomes.filter((o) => o.stage === 'mark').map((o) => o.uid)).toEqual([
      'f.jsonl#0000001/0001',
      'f.jsonl#0000001/0003',
    ]);
  });

  it('keeps the document beside its sketch, but not for a stage that looks up none', () => {
    const all = (name: string, texts?: boolean): Stage => ({
      kind: 'all',
      name,
      version: 1,
      summary: '',
      defaults: {},
      options: {},
      ...(texts === undefined ? {} : { texts }),
      sketch: (doc) => doc.text.length,
      decide: () => new Map(),
    });
    const sketched = (stage: Stage): unknown => advance(pages('甲乙'), plan(step(stage)), 0, []).sketches[0]?.doc;
    expect(sketched(all('looks'))).toMatchObject({ text: '甲乙' });
    expect(sketched(all('looks not', false))).toBeNull();
  });

  it('gives offsets in code points', () => {
    const find = each('extract', (doc) => {
      const start = doc.text.indexOf('三会一课');
      return {
        data: { points: [], slogans: [{ text: '三会一课', mentions: [{ start, end: start + 4 }] }], figures: [] },
      };
    });
    const { articles } = advance(pages('𠮷𠮷是“三会一课”'), plan(step(find)), 1, []);
    // The columns are text already: as values a large article would take ten times as much between threads.
    expect(JSON.parse(articles[0]!.slogans as string)).toMatchObject([{ mentions: [{ start: 4, end: 8 }] }]);
    expect(JSON.parse(articles[0]!.source as string).spans).toEqual([[0, 9]]);
  });

  it('gives what is long as bytes of its own, which can be moved to another thread', () => {
    const noun = '措施\ud842'.repeat(50_000);
    const find = each('extract', () => ({ data: { points: [], slogans: [{ text: noun }], figures: [] } }));
    const done = advance(pages('甲乙'), plan(step(find)), 1, []);
    for (const text of [done.outcomes[0]!.outcome, done.articles[0]!.slogans]) {
      const { buffer, byteLength } = text as Uint8Array<ArrayBuffer>;
      expect(buffer.byteLength).toBe(byteLength);
      expect(new TextDecoder().decode(text as Uint8Array)).toContain(JSON.stringify(noun));
    }
    expect(done.articles[0]!.figures).toBe('[]');
  });
});
