import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportArticles } from '../../src/export/articles.ts';
import { articleRow } from '../../src/store/records.ts';
import { Store, type StoredArticle } from '../../src/store/store.ts';

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

/** A store that holds these articles. */
function store(articles: StoredArticle[]): Store {
  const made = Store.open(path.join(folder, 'db', `${++stores}`, 'x.db'));
  for (const a of articles) made.putArticle(articleRow(a));
  return made;
}
let stores = 0;

const file = (): string => path.join(folder, 'articles.jsonl');
const lines = (): any[] =>
  readFileSync(file(), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));

it('leaves the last export whole, and nothing of its own, when it cannot be finished', () => {
  exportArticles(store([article('a')]), file());
  const before = readFileSync(file(), 'utf8');
  const fails = store([article('b'), article('c')]);
  fails.articleRow = () => {
    throw new Error('disk I/O error');
  };
  expect(() => exportArticles(fails, file())).toThrow('disk I/O error');
  expect(readFileSync(file(), 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['articles.jsonl', 'db']);
});

it('takes away what a run that was killed had begun to write, and nothing else', () => {
  for (const name of ['articles.jsonl.4711.part', 'articles.jsonl.old.part', 'measures.csv.4711.part'])
    writeFileSync(path.join(folder, name), '{"id":');
  exportArticles(store([article('a')]), file());
  const left = readdirSync(folder).filter((name) => name.endsWith('.part'));
  for (const name of left) rmSync(path.join(folder, name));
  expect(left.sort()).toEqual(['articles.jsonl.old.part', 'measures.csv.4711.part']);
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

describe('lines of the last export', () => {
  /** What a first export would write. */
  const fresh = (from: Store): string => {
    rmSync(file());
    exportArticles(from, file());
    return readFileSync(file(), 'utf8');
  };
  const telling = (uid: string, of: string): StoredArticle => article(uid, { work: of, relation: 'near', of });

  it('are copied where nothing changed, and the export is what a first one would be', () => {
    const s = store([article('a'), telling('b', 'a'), article('c', { text: '长'.repeat(700_000) })]);
    exportArticles(s, file());
    let made: string[] = [];
    const row = s.articleRow.bind(s);
    s.articleRow = (uid) => {
      made.push(uid);
      return row(uid);
    };
    const again = (): string[] => {
      made = [];
      exportArticles(s, file());
      const which = [...made];
      expect(readFileSync(file(), 'utf8')).toBe(fresh(s));
      return which;
    };
    expect(again()).toEqual([]);
    s.putArticle(articleRow(article('d')));
    expect(again()).toEqual(['d']);
    // The id of an article stands in the lines of others, too.
    s.putArticle(articleRow(article('a', { id: 'id-new' })));
    expect(again()).toEqual(['a', 'b']);
    s.clearArticles('a');
    s.tellArticle('c', { work: 'd', relation: 'near', of: 'd', jaccard: 1, containment: 1, work_detail: {} });
    expect(again()).toEqual(['c']);
  });

  it.each([
    ['was edited', (text: string) => text.replace('"title":null', '"title":1234')],
    ['was cut off', (text: string) => text.slice(0, -40)],
    ['is another one', () => 'x'.repeat(5000)],
  ])('are made anew where the file %s', (_, change) => {
    const s = store([article('a'), article('b'), telling('c', 'a')]);
    exportArticles(s, file());
    const before = readFileSync(file(), 'utf8');
    writeFileSync(file(), change(before));
    exportArticles(s, file());
    expect(readFileSync(file(), 'utf8')).toBe(before);
    rmSync(file());
    exportArticles(s, file());
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });
});
