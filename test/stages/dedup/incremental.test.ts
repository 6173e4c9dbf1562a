import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/pipeline/types.ts';
import { anchorsIn, anchorsOf } from '../../../src/stages/dedup/anchors.ts';
import { Briefs } from '../../../src/stages/dedup/briefs.ts';
import { dedup, defaults } from '../../../src/stages/dedup/index.ts';
import { matches, mayMatch } from '../../../src/stages/dedup/matches.ts';
import { pack, unpack } from '../../../src/stages/dedup/packed.ts';
import { lanesOf } from '../../../src/stages/dedup/pairs.ts';
import { type Prepared, prepare } from '../../../src/stages/dedup/prepare.ts';
import { SharedMatches } from '../../../src/stages/dedup/shared-matches.ts';
import { articles, corpus, doc, random } from '../../bench/dedup-corpus.ts';
import { memory } from './memory.ts';

const sketched = (docs: readonly Doc[], o = defaults) =>
  [...docs].sort((x, y) => (x.uid < y.uid ? -1 : 1)).map((d) => ({ uid: d.uid, sketch: dedup.sketch(d, o) }));

/** Bounds so low that a few articles more pass them: what was a shingle becomes a formula, a passage a set phrase. */
const tight = { ...defaults, formula: 3, phrase: 2, common: 1, candidates: 2 };

describe('digests of a decision', () => {
  // Damage, so that copies heal each other; dates, so that passages have an earliest.
  const docs = corpus(6, 77).docs.map((d, i) => ({
    ...d,
    text: i % 7 ? d.text : d.text.replace(/(.{80})./su, '$1\ufffd'),
    meta: { ...d.meta, published: i % 3 ? null : `2019-01-${String(1 + (i % 28)).padStart(2, '0')}` },
  }));

  it('differ wherever outcomes do, whatever was added, changed or taken away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(docs, { minLength: 1 }), { minLength: 2, maxLength: 3 }),
        fc.nat(),
        fc.constantFrom(defaults, tight),
        (sets, seed, o) => {
          const memo = memory();
          const made = new Map<string, string>();
          const r = random(seed);
          for (const set of [...sets, docs]) {
            // Some have another text than in the set before.
            const some = set.map((d) => (r() < 0.1 ? { ...d, text: docs[Math.floor(r() * docs.length)]!.text } : d));
            const byUid = new Map(some.map((d) => [d.uid, d]));
            const corpusOf = { doc: (uid: string) => byUid.get(uid)! };
            const fresh = dedup.decide(sketched(some, o), corpusOf, o);
            for (const [uid, { digest, outcome }] of dedup.settle!(sketched(some, o), { ...corpusOf, memo }, o)) {
              const key = `${uid} ${digest}`;
              // What has a digest of an earlier run is not worked out: it must be what that run made.
              if (!made.has(key)) made.set(key, JSON.stringify(outcome()));
              expect(made.get(key)).toBe(JSON.stringify(fresh.get(uid)));
            }
          }
        },
      ),
      { numRuns: 10 },
    );
  }, 300_000);

  it('differ where another text comes to stand for a work, and goes again', () => {
    // Longest first: each that comes takes the place of the one before.
    const text = docs[0]!.text;
    const longer = [0, 1, 2, 3].map((n) =>
      doc(
        `${9 - n}#/1`,
        text +
          articles(n, 50 + n, 1)
            .map((a) => `\n${a.text}`)
            .join(''),
      ),
    );
    const memo = memory();
    const made = new Map<string, string>();
    for (const some of [[0], [0, 1], [0, 1, 2, 3], [1, 3], [0, 1], [2, 0]].map((set) => set.map((n) => longer[n]!))) {
      const corpusOf = { doc: (uid: string) => some.find((d) => d.uid === uid)! };
      const fresh = dedup.decide(sketched(some), corpusOf, defaults);
      for (const [uid, { digest, outcome }] of dedup.settle!(sketched(some), { ...corpusOf, memo }, defaults)) {
        const key = `${uid} ${digest}`;
        if (!made.has(key)) made.set(key, JSON.stringify(outcome()));
        expect(made.get(key)).toBe(JSON.stringify(fresh.get(uid)));
      }
    }
  });

  it('stay the same for articles that have nothing to do with a new one', () => {
    const memo = memory();
    const digests = (some: readonly Doc[]): Map<string, string> => {
      const byUid = new Map(some.map((d) => [d.uid, d]));
      const settled = dedup.settle!(sketched(some), { doc: (uid) => byUid.get(uid)!, memo }, defaults);
      return new Map([...settled].map(([uid, s]) => [uid, s.digest]));
    };
    const before = digests(docs.slice(1));
    const after = digests(docs);
    const changed = [...before].filter(([uid, d]) => after.get(uid) !== d).length;
    // Of the members of its work none but the one that stands for it, and what its passages stand in.
    expect(changed).toBeLessThan(docs.length / 8);
  });
});

describe('what works are gathered by', () => {
  const pair = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 });
  const relation = fc.constantFrom('near', 'contains', 'template', 'different') as fc.Arbitrary<'near' | 'different'>;

  it('comes back from its bytes as it was, the first of equal pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pair, relation, fc.double({ noNaN: true })), { maxLength: 3000 }), (entries) => {
        const briefs = new Briefs();
        const known = new Map<string, unknown>();
        for (const [lanes, r, jaccard] of entries) {
          briefs.add(Uint32Array.from(lanes), { relation: r, jaccard });
          if (!known.has(lanes.join())) known.set(lanes.join(), { relation: r, jaccard });
        }
        const packed = briefs.pack();
        expect(packed === null).toBe(!entries.length);
        const again = new Briefs(packed ?? undefined);
        for (const [lanes] of entries) expect(again.get(Uint32Array.from(lanes))).toEqual(known.get(lanes.join()));
        expect(again.get(Uint32Array.of(99, 0, 0, 0))).toBeUndefined();
        // Nothing is new, and all of it was asked for.
        expect(again.pack()).toBeNull();
      }),
    );
  });

  it('is forgotten once most of it is not asked for', () => {
    const briefs = new Briefs();
    for (let i = 0; i < 100; i++) briefs.add(Uint32Array.of(i, 0, 0, 0), { relation: 'near', jaccard: i });
    const later = new Briefs(briefs.pack()!);
    for (let i = 0; i < 60; i++) later.get(Uint32Array.of(i, 0, 0, 0));
    expect(later.pack()).toBeNull();
    const last = new Briefs(briefs.pack()!);
    for (let i = 0; i < 40; i++) last.get(Uint32Array.of(i, 0, 0, 0));
    const rest = new Briefs(last.pack()!);
    expect(rest.get(Uint32Array.of(39, 0, 0, 0))).toEqual({ relation: 'near', jaccard: 39 });
    expect(rest.get(Uint32Array.of(40, 0, 0, 0))).toBeUndefined();
  });

  it('goes by the first half of a fingerprint', () => {
    expect(lanesOf('00000001ffffffff0000000000000000')).toEqual([1, 0xffffffff]);
  });
});

it('passages come back from their bytes as they were', () => {
  const pair = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 });
  const match = fc.record({
    ...{
      a: fc.nat(),
      b: fc.nat(),
      length: fc.nat(),
      aStart: fc.nat(),
      aEnd: fc.nat(),
      bStart: fc.nat(),
      bEnd: fc.nat(),
    },
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(pair, fc.array(match, { maxLength: 3 })), { maxLength: 2000 }), (entries) => {
      const shared = new SharedMatches();
      const known = new Map<string, unknown>();
      for (const [lanes, found] of entries) {
        shared.add(Uint32Array.from(lanes), found);
        if (!known.has(lanes.join())) known.set(lanes.join(), found);
      }
      const again = new SharedMatches(shared.pack() ?? undefined);
      for (const [lanes] of entries) expect(again.get(Uint32Array.from(lanes))).toEqual(known.get(lanes.join()));
      expect(again.get(Uint32Array.of(99, 0, 0, 0))).toBeUndefined();
      expect(again.pack()).toBeNull();
    }),
  );
});

it('texts that have a match are never told to have none by their anchors', () => {
  const chars = fc.string({ unit: fc.constantFrom(...'乡村文化站修渠'), minLength: 20, maxLength: 90 });
  let had = 0;
  fc.assert(
    fc.property(chars, chars, chars, chars, chars, (passage, a, b, c, d) => {
      const [x, y] = [a + passage + b, c + passage + d].map((t) => prepare(t, defaults.shingle)) as [
        Prepared,
        Prepared,
      ];
      const [p, q] = [anchorsIn(anchorsOf(x.codes)), anchorsIn(anchorsOf(y.codes))];
      const found = matches(x, y, p, q).length > 0;
      if (found) had++;
      if (found) expect(mayMatch(p, q)).toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect(had).toBeGreaterThan(300);
});

it('a sketch comes back from its bytes as it was, wherever they lie', () => {
  for (const d of [...corpus(1, 5).docs, { ...corpus(1, 5).docs[0]!, text: '' }]) {
    const made = dedup.sketch(d, defaults);
    const bytes = pack(made);
    expect(unpack(bytes)).toEqual(made);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(unpack(shifted.subarray(3))).toEqual(made);
  }
});
