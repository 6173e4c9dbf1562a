import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../src/store/migrations.ts';
import { Store } from '../../src/store/store.ts';

/** How many migrations a database had before its long rows got tables with rowids. */
const BEFORE = migrations.findIndex((m) => m.name === 'long rows in tables with rowids');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Row = Record<string, string | number | null>;

/** Rows of an older wenshai's tables, each with something in every column. */
const ROWS: Record<string, Row[]> = {
  files: [{ path: 'a.jsonl', run: 1, sha256: 'f', bytes: 9, phases: '{"read":"k"}', stamp: null }],
  pages: [1, 2].map((record) => ({
    uid: `a.jsonl#000000${record}`,
    path: 'a.jsonl',
    record,
    page: JSON.stringify({
      record,
      decoded: '青禾镇的河道'.repeat(99 * record),
      notes: [{ level: 'info', code: 'ingest/x', text: 'said' }],
    }),
  })),
  outcomes: [
    { uid: 'a.jsonl#0000001', stage: 'repair', key: 'k', outcome: '{"notes":[{"level":"warn","code":"c","text":"t"}]}' },
    { uid: 'a.jsonl#0000001', stage: 'site', key: 'k', outcome: '{"passes":[[{"rule":"r","start":1,"end":2,"insert":"","why":"w"}]]}' },
  ],
  sketches: ['site', 'dedup'].map((stage) => ({
    uid: 'a.jsonl#0000001', stage, path: 'a.jsonl', key: 'k', sketch: 'bytes', doc: `{"text":"${stage === 'site' ? '' : '河道'}"}`,
  })),
  articles: [2, 1].map((record) => ({
    uid: `a.jsonl#000000${record}/01`, id: `id${record}`, path: 'a.jsonl', record, part: 1, title: '标题', script: 'hans', source: '{"s":1}',
    meta: '{"m":1}', text: '正文', work: 'w', relation: 'copy', of: 'o', jaccard: 0.5, containment: 0.25, work_detail: '{"d":1}',
    points: '[{"id":"p1"}]', slogans: '[{"text":"s"}]', figures: '[{"text":"5个"}]', repairs: '[{"rule":"r","count":2}]', meta_from: '{"f":1}',
  })),
}; // biome-ignore format: a table

/** A database as the version before it left it; `filler`: bytes of each page beside what it holds. */
function old(filler = 0): string {
  const file = path.join(folder, 'old.db');
  const db = new DatabaseSync(file);
  db.exec('BEGIN');
  for (const { up } of migrations.slice(0, BEFORE)) up(db);
  db.exec(`PRAGMA user_version = ${BEFORE}`);
  for (const [table, rows] of Object.entries(ROWS))
    for (const row of rows) {
      const names = Object.keys(row);
      const values = Object.values(row).map((v, i) =>
        table === 'pages' && names[i] === 'page' ? v + ' '.repeat(filler) : v,
      );
      db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(...values);
    }
  db.exec('COMMIT');
  db.close();
  return file;
}

function rowsOf(file: string, table: string): Row[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare(`SELECT * FROM ${table}`).all() as Row[];
  db.close();
  return rows;
}

/** A row of a view without the columns that a later version added to it. */
const untold = (row: Row, had: Row): Row =>
  Object.fromEntries(Object.keys(had).map((column) => [column, row[column]!]));

const VIEWS = ['edits', 'notes', 'points', 'slogans', 'figures'];

describe('a database of an older wenshai', () => {
  it('keeps every row when its tables are made anew, but for what nobody reads', () => {
    const file = old();
    const shown = VIEWS.map((view) => rowsOf(file, view));
    expect(shown.every((rows) => rows.length > 0)).toBe(true);
    Store.open(file).close();
    const sketches = ROWS.sketches!.map(({ path: _, ...row }) => ({
      ...row,
      doc: row.stage === 'site' ? null : row.doc!,
    }));
    for (const [table, rows] of Object.entries({ ...ROWS, sketches })) {
      const kept = rowsOf(file, table);
      expect(kept, table).toHaveLength(rows.length);
      expect(kept, table).toEqual(expect.arrayContaining(rows));
    }
    for (const [i, view] of VIEWS.entries()) {
      const had = shown[i]!;
      expect(
        rowsOf(file, view).map((row) => untold(row, had[0]!)),
        view,
      ).toEqual(had);
    }
  });

  it('is read and written as a new one', () => {
    const store = Store.open(old());
    expect([...store.articles()].map((a) => a.record)).toEqual([1, 2]);
    expect(store.pages({ from: 'a.jsonl#', to: 'a.jsonl$' }).map((p) => p.page.record)).toEqual([1, 2]);
    expect(store.sketchedDoc('dedup', 'a.jsonl#0000001')).toEqual({ text: '河道' });
    expect(() => store.sketchedDoc('site', 'a.jsonl#0000001')).toThrow(/no document/);
    store.clearFile('a.jsonl');
    expect([store.counts().pages, store.counts().articles, store.sketches('dedup', String).length]).toEqual([0, 0, 0]);
    store.close();
  });

  it('tells of articles without reading their texts', () => {
    const store = Store.open(old());
    expect([...store.worked()].map((a) => [a.uid, a.work, a.relation])).toEqual([
      ['a.jsonl#0000001/01', 'w', 'copy'],
      ['a.jsonl#0000002/01', 'w', 'copy'],
    ]);
    expect([store.idOf('a.jsonl#0000002/01'), store.idOf('none')]).toEqual(['id2', undefined]);
    store.close();
    const db = new DatabaseSync(path.join(folder, 'old.db'), { readOnly: true });
    for (const sql of ['SELECT uid, id FROM articles', 'SELECT uid FROM articles ORDER BY path, record, part'])
      expect(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(), sql).toEqual([
        expect.objectContaining({ detail: expect.stringContaining('COVERING INDEX') }),
      ]);
    db.close();
  });

  it('has the schema of a new one', () => {
    const fresh = new DatabaseSync(':memory:');
    migrate(fresh);
    const schema = (db: DatabaseSync) =>
      db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2').all();
    const file = old();
    Store.open(file).close();
    const db = new DatabaseSync(file, { readOnly: true });
    expect(schema(db)).toEqual(schema(fresh));
    db.close();
    fresh.close();
  });

  it('gives what became free back to the disk', () => {
    // So that each row takes a page that it fills a quarter of, beside the one that it needs.
    const file = old(200_000);
    const before = statSync(file).size;
    Store.open(file).close();
    expect(statSync(file).size).toBeLessThan(before * 1.2);
  });

  it('is left as it was where there is no room for it', () => {
    const file = old(20_000);
    const db = new DatabaseSync(file);
    const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
    db.exec(`PRAGMA max_page_count = ${pages + 2}`);
    expect(() => migrate(db)).toThrow(/full/);
    db.close();
    expect(rowsOf(file, 'pages')).toHaveLength(2);
    expect(rowsOf(file, 'notes').length).toBeGreaterThan(0);
    Store.open(file).close();
    expect(rowsOf(file, 'pages')).toHaveLength(2);
  });
});
