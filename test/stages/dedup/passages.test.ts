import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doc, Memo } from '../../../src/pipeline/types.ts';
import { dedup, defaults, type WorkData } from '../../../src/stages/dedup/index.ts';
import { fold, unfold } from '../../../src/text/fold.ts';
import { articles, corpus, doc, random } from '../../bench/dedup-corpus.ts';
import { expectLinear } from '../../linear.ts';
import { memory } from './memory.ts';

function run(docs: readonly Doc[], memo?: Memo): Map<string, WorkData> {
  const byUid = new Map(docs.map((d) => [d.uid, d]));
  const sketches = docs.map((d) => ({ uid: d.uid, sketch: dedup.sketch(d, defaults) }));
  const found = dedup.decide(sketches, { doc: (uid) => byUid.get(uid)!, ...(memo && { memo }) }, defaults);
  return new Map([...found].map(([uid, o]) => [uid, o.data as unknown as WorkData]));
}

const dated = (d: Doc, published: string): Doc => ({ ...d, meta: { ...d.meta, published } });
const slice = (d: Doc, start: number, end: number): string => [...d.text].slice(start, end).join('');
const PASSAGE = '石桥镇把晾晒场改成了露天书屋,白天晒谷、傍晚读书,三个月里借出图书四百多册,连邻村的孩子也来排队。';

describe('a passage in articles that are no copies', () => {
  const [a, b, c, d] = articles(4, 9, 12) as [Doc, Doc, Doc, Doc];
  const put = (into: Doc, at: number): Doc => ({
    ...into,
    text: `${into.text.slice(0, at)}${PASSAGE}${into.text.slice(at)}`,
  });
  // A rare ideograph before the passage: code points are not UTF-16 units.
  const one = dated({ ...put(a, 100), text: `𠮷${put(a, 100).text}` }, '2019-05-01');
  const two = dated(put(b, 50), '2018-03-02');
  const docs = [one, two, put(c, 0), d];
  const found = run(docs);

  it('is told on every side, where it stands, with the earliest dated article', () => {
    for (const x of docs.slice(0, 3)) {
      const { passages = [], reused, relation } = found.get(x.uid)!;
      expect(relation).toBe('canonical');
      expect(passages).toHaveLength(1);
      const [p] = passages;
      expect(p!.articles).toBe(3);
      expect(p!.first).toBe(two.uid);
      expect(unfold(fold(slice(x, p!.start, p!.end)).codes)).toContain(unfold(fold(PASSAGE).codes));
      expect(p!.in).toHaveLength(2);
      for (const other of p!.in) {
        const there = slice(docs.find((y) => y.uid === other.uid)!, other.start, other.end);
        expect(unfold(fold(there).codes)).toBe(unfold(fold(slice(x, p!.start, p!.end)).codes));
      }
      expect(reused).toBeCloseTo(fold(PASSAGE).codes.length / fold(x.text).codes.length, 2);
    }
    expect(found.get(d.uid)!.passages ?? []).toEqual([]);
  });

  it('is a set phrase where more works have it than may', () => {
    const many = articles(30, 4, 8).map((x) => put(x, 20));
    for (const [, w] of run(many)) {
      expect(w.passages).toEqual([]);
      expect(w.reused).toBe(0);
      expect(w.phrases).toBeGreaterThan(0.05);
    }
  });

  it('is not told between copies, versions and fillings of one text', () => {
    const text = articles(1, 3, 20)[0]!.text;
    const copies = [text, `${text}\n更正启事另发。`, text.replace(/\d+/u, '777')].map((t, i) => doc(`${i}#/1`, t));
    for (const [, w] of run(copies)) expect(w.passages ?? []).toEqual([]);
  });
});

it('finds every stretch of 30 characters that two works share', () => {
  const r = random(5);
  const lent = articles(40, 77, 2).map((d) => d.text.split('\n').at(-1)!);
  const docs = articles(40, 8, 10);
  for (const [i, passage] of lent.entries())
    for (let k = 0; k < 2 + (i % 4); k++) {
      const into = docs[Math.floor(r() * docs.length)]!;
      const at = Math.floor(r() * into.text.length);
      into.text = into.text.slice(0, at) + passage + into.text.slice(at);
    }
  const found = run(docs);
  const heads = docs.filter((d) => found.get(d.uid)!.relation === 'canonical');
  const grams = new Map<string, Set<string>>();
  for (const d of heads) {
    const folded = unfold(fold(d.text).codes);
    for (let i = 0; i + 30 <= folded.length; i++) {
      const g = folded.slice(i, i + 30);
      grams.set(g, (grams.get(g) ?? new Set()).add(d.uid));
    }
  }
  const folded = heads.map((d) => unfold(fold(d.text).codes));
  const parts = new Map<string, number>();
  for (const text of folded)
    for (const part of new Set(Array.from({ length: text.length - 14 }, (_, i) => text.slice(i, i + 15))))
      parts.set(part, (parts.get(part) ?? 0) + 1);
  const hasPhrase = (g: string): boolean =>
    Array.from({ length: 16 }, (_, i) => parts.get(g.slice(i, i + 15))!).some((n) => n > defaults.phrase);
  let shared = 0;
  for (const [g, uids] of grams) {
    if (uids.size < 2 || hasPhrase(g)) continue;
    shared++;
    for (const uid of uids) {
      const { text } = docs.find((d) => d.uid === uid)!;
      const { passages = [] } = found.get(uid)!;
      const told = passages.map((p) => unfold(fold([...text].slice(p.start, p.end).join('')).codes));
      if (passages.length < defaults.passages) expect(told.some((t) => t.includes(g))).toBe(true);
    }
  }
  expect(shared).toBeGreaterThan(1000);
});

it('decides the same with what it remembers as without, whatever was there before', () => {
  const { docs } = corpus(5, 21);
  // Damage, so that copies heal each other from memory, too.
  const damaged = docs.map((d, i) => (i % 7 ? d : { ...d, text: d.text.replace(/(.{80})./su, '$1\ufffd') }));
  fc.assert(
    fc.property(fc.array(fc.subarray(damaged, { minLength: 1 }), { minLength: 2, maxLength: 4 }), (batches) => {
      const kept = memory();
      // All of it last: batches of a few articles that have nothing in common leave nothing to remember.
      for (const batch of [...batches, damaged]) {
        const some = [...batch].sort((x, y) => (x.uid < y.uid ? -1 : 1));
        expect([...run(some, kept)]).toEqual([...run(some)]);
      }
      const remembered = kept.size();
      expect(remembered).toBeGreaterThan(0);
      // Once more, and nothing is new: what was kept is what is asked for.
      run(
        [...damaged].sort((x, y) => (x.uid < y.uid ? -1 : 1)),
        kept,
      );
      expect(kept.size()).toBe(remembered);
    }),
    { numRuns: 8 },
  );
});

describe('pages of one phrase over and over', () => {
  // They share a phrase, so that it is looked up; each says it at every place.
  const page = (uid: string, phrase: string, n: number): Doc => doc(uid, `${PASSAGE}${phrase.repeat(n)}`);

  it('take time in proportion to their length', async () => {
    await expectLinear((n) => run([page('x#/1', 'cb', n)]), 64_000);
    await expectLinear((n) => run([page('x#/1', '春耕备耕', n), page('y#/1', '甲春耕备耕乙春耕备耕', n)]), 16_000);
  });
});
