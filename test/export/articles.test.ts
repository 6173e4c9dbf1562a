import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportArticles } from '../../src/export/articles.ts';
import type { Store, StoredArticle } from '../../src/store/store.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const article = (uid: string, more: Partial<StoredArticle> = {}): StoredArticle => ({
  uid, id: `id-${uid}`, path: 'p', record: null, part: 1, title: null, script: 'hans', source: {}, meta: {}, meta_from: {}, text: uid,
  work: null, relation: null, of: null, jaccard: null, containment: null, work_detail: {}, points: [], slogans: [],
  figures: [], repairs: [], ...more,
}); // biome-ignore format: a table

/** A store that holds these articles, and fails after them if told to. */
function store(articles: StoredArticle[], fails = false): Store {
  return {
    articleIds: () => new Map(articles.map((a) => [a.uid, a.id])),
    *articleRows() {
      for (const { source, meta, meta_from, work_detail, points, slogans, figures, repairs, ...rest } of articles) {
        const json = Object.entries({ source, meta, meta_from, work_detail, points, slogans, figures, repairs });
        yield { ...rest, ...Object.fromEntries(json.map(([k, v]) => [k, JSON.stringify(v)])) };
      }
      if (fails) throw new Error('disk I/O error');
    },
  } as unknown as Store;
}

const file = (): string => path.join(folder, 'articles.jsonl');
const lines = (): any[] =>
  readFileSync(file(), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));

it('leaves the last export whole, and nothing of its own, when it cannot be finished', () => {
  exportArticles(store([article('a')]), file());
  const before = readFileSync(file(), 'utf8');
  expect(() => exportArticles(store([article('b'), article('c')], true), file())).toThrow('disk I/O error');
  expect(readFileSync(file(), 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['articles.jsonl']);
});

it('says ids where the store has uids, everywhere in work', () => {
  const copy = article('b', {
    work: 'a',
    relation: 'template',
    of: 'a',
    jaccard: 0.9,
    containment: 1,
    work_detail: { copyOf: 'a', rule: 'r' },
  });
  exportArticles(store([article('a', { work: 'a', relation: 'canonical' }), copy]), file());
  expect(lines().map((a) => a.work)).toMatchObject([
    { id: 'id-a', relation: 'canonical', of: null },
    { id: 'id-a', relation: 'template', of: 'id-a', copyOf: 'id-a', rule: 'r' },
  ]);
});

it('lets a copy whose canonical article was set aside stand for itself', () => {
  exportArticles(store([article('b', { work: 'gone', relation: 'exact', of: 'gone' })]), file());
  expect(lines()[0].work).toMatchObject({ id: 'id-b', relation: 'canonical', of: null });
});
