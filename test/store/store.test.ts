import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { columns as figureColumns } from '../../src/export/figures.ts';
import { ARTICLE_COLUMNS, PLACE_COLUMNS } from '../../src/export/rows.ts';
import { migrate, migrations } from '../../src/store/migrations.ts';
import { articleRow } from '../../src/store/records.ts';
import { Store, type StoredArticle } from '../../src/store/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Columns of the table that the view of figures calls otherwise, or that belong to the article and the point. */
const ELSEWHERE_IN_THE_VIEW = new Set<string>([
  ...ARTICLE_COLUMNS.filter((c) => c !== 'article'),
  ...PLACE_COLUMNS,
  ...['figure', 'figure_start', 'figure_end', 'heading'],
]);

const article = (uid: string): StoredArticle => ({
  uid, id: uid, path: uid, record: null, part: 1, title: null, script: 'hans', source: {}, meta: {}, meta_from: {}, text: uid,
  work: null, relation: null, of: null, jaccard: null, containment: null, work_detail: {}, points: [], slogans: [],
  figures: [], repairs: [],
}); // biome-ignore format: a table

const file = (): string => path.join(folder, 'deep', 'x.db');

describe('Store', () => {
  it('of another version says what to do', () => {
    Store.open(file()).close();
    for (const [version, advice] of [
      [1, /older wenshai: 'wenshai run'/],
      [99, /newer wenshai: use that one/],
    ] as const) {
      const db = new DatabaseSync(file());
      db.exec(`PRAGMA user_version = ${version}`);
      db.close();
      expect(() => Store.read(file())).toThrow(advice);
    }
  });

  it('shows a note of the page that it names', () => {
    Store.open(file()).close();
    const db = new DatabaseSync(file());
    const put = db.prepare("INSERT INTO outcomes (uid, stage, key, outcome) VALUES (?, 's', '', ?)");
    for (const [uid, text] of ['b first', 'a last'].map((w) => w.split(' ')))
      put.run(uid!, JSON.stringify({ notes: [{ level: 'info', code: 'c', text }] }));
    db.close();
    const reader = Store.read(file());
    expect(reader.noteCounts()).toEqual([expect.objectContaining({ n: 2, uid: 'a', example: 'last' })]);
    reader.close();
  });

  it('lets one writer in at a time, and the next when that one is gone', () => {
    const first = Store.open(file());
    // Beside it, too: the databases of a folder share its export.
    for (const other of [file(), path.join(path.dirname(file()), 'y.db')])
      expect(() => Store.open(other)).toThrow(/^another run is writing to .*deep$/);
    first.close();
    Store.open(file()).close();
  });

  it('can be read while it is written', () => {
    const writer = Store.open(file());
    writer.startRun('p', '{}', 'now');
    const reader = Store.read(file());
    expect(reader.lastRun()).toMatchObject({ pipeline: 'p', state: 'running' });
    reader.close();
    writer.close();
  });

  it('is read as it was at one moment, whatever a run takes away meanwhile', () => {
    const writer = Store.open(file());
    for (const uid of ['a#0000000', 'b#0000000']) writer.putArticle(articleRow(article(uid)));
    const reader = Store.read(file());
    const uids: string[] = [];
    for (const { uid } of reader.searchedByDay()) {
      uids.push(uid);
      writer.clearArticles('b');
    }
    expect(uids).toEqual(['a#0000000', 'b#0000000']);
    expect(reader.articleOrder()).toEqual(uids);
    reader.close();
    expect(writer.articleOrder()).toEqual(['a#0000000']);
    writer.close();
  });

  it('leaves nothing beside the database when it was only read, and makes none', () => {
    Store.open(file()).close();
    const before = readdirSync(path.dirname(file()));
    const reader = Store.read(file());
    expect(reader.counts().files).toBe(0);
    expect(() => reader.startRun('p', '{}', 'now')).toThrow(/readonly/);
    reader.close();
    expect(readdirSync(path.dirname(file()))).toEqual(before);
    expect(() => Store.read(path.join(folder, 'none.db'))).toThrow(/cannot read/);
    expect(readdirSync(folder)).toEqual(['deep']);
  });

  it('tells the first error of a transaction on a full disk', async () => {
    const store = Store.open(file());
    const { size } = statSync(file());
    const db = new DatabaseSync(file());
    db.close();
    const put = (): void => store.putOutcome({ uid: 'a', stage: 's', key: '', outcome: 'x'.repeat(2 * size) });
    (store as unknown as { run(sql: string): void }).run(`PRAGMA max_page_count = ${size / 4096 + 1}`);
    expect(() => store.transaction(put)).toThrow(/full/);
    expect(() => store.transaction(() => store.transaction(put))).toThrow(/full/);
    await expect(store.together(async () => put())).rejects.toThrow(/full/);
    store.close();
  });

  it('holds text as text, whether it came as a string or as bytes', () => {
    const store = Store.open(file());
    const outcome = JSON.stringify({ notes: ['“三会一课”\0'] });
    const sent = [outcome, new TextEncoder().encode(outcome)];
    for (const [i, bytes] of sent.entries()) store.putOutcome({ uid: `a#${i}`, stage: 's', key: '', outcome: bytes });
    expect(store.outcomes({ from: 'a', to: 'b' }).map((o) => o.outcome)).toEqual([outcome, outcome]);
    store.close();
  });

  it('writes all of a transaction or nothing', () => {
    const store = Store.open(file());
    expect(() =>
      store.transaction(() => {
        store.putFile({ path: 'a', sha256: '', bytes: 1, phases: {} }, 1);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.files().size).toBe(0);
    store.close();
  });

  it('forgets files that are no inputs any more, and what all-stages decided with them', () => {
    const store = Store.open(file());
    for (const [p, run] of [
      ['a', 1],
      ['a b', 2],
    ] as const) {
      store.putFile({ path: p, sha256: '', bytes: 1, phases: {} }, run);
      store.putOutcome({ uid: `${p}#0000000`, stage: 's', key: 'k', outcome: '{}' });
    }
    store.putDecided('all', 'key');
    store.transaction(() => store.dropOtherFiles(new Set(['a b'])));
    expect([...store.files().keys()]).toEqual(['a b']);
    expect([store.outcomesOf('a#0000000').length, store.outcomesOf('a b#0000000').length]).toEqual([0, 1]);
    expect(store.decidedKey('all')).toBeNull();
    store.close();
  });

  it('says why it cannot be written, where, and what to do', () => {
    writeFileSync(
      path.join(folder, 'note'),
      'a text, which is longer than the head of a database, so that it is looked at as one'.repeat(9),
    );
    mkdirSync(path.join(folder, 'folder.db'));
    for (const [name, why] of [
      ['note/x.db', /cannot write .*note\/x\.db: .*note is no folder: choose another --out$/],
      ['note', /cannot write .*note: file is not a database: move it away, .*or choose another --out$/],
      ['folder.db', /cannot write .*folder\.db: it is a folder: choose another --out$/],
    ] as const)
      expect(() => Store.open(path.join(folder, name)), name).toThrow(why);
  });

  it('that no run has filled is not called one of an older wenshai', () => {
    new DatabaseSync(path.join(folder, 'begun.db')).close();
    writeFileSync(path.join(folder, 'begun.db'), '');
    expect(() => Store.read(path.join(folder, 'begun.db'))).toThrow(/no run has got so far/);
  });

  it('refuses a file that is no database, and one of a newer wenshai', () => {
    const db = new DatabaseSync(path.join(folder, 'new.db'));
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    db.close();
    expect(() => Store.open(path.join(folder, 'new.db'))).toThrow(/newer wenshai/);
  });
});

describe('migrations', () => {
  it('tell of a full disk, not of the rollback that SQLite has done itself', () => {
    const db = new DatabaseSync(path.join(folder, 'full.db'));
    db.exec('PRAGMA max_page_count = 2');
    expect(() => migrate(db)).toThrow(/full/);
    expect(db.isTransaction).toBe(false);
    db.close();
  });

  it('bring an empty database up to date once', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db);
    migrate(db);
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    db.close();
  });

  it('make tables and views that can be read with SQLite alone', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db);
    const names = db.prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").all() as {
      name: string;
    }[];
    expect(names.map((n) => n.name)).toEqual(
      expect.arrayContaining(['articles', 'edits', 'notes', 'points', 'slogans', 'figures', 'quarantine']),
    );
    db.close();
  });

  it('give the view of figures the columns of the table', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db);
    const change = {
      kind: 'by', direction: 'up', text: '增长', start: 4, end: 6,
      of: { text: '降幅', start: 0, end: 2 }, compared: { text: '同比', start: 2, end: 4 },
    }; // biome-ignore format: a table
    const figures = [
      { text: '5%', value: 5, unit: '%', bound: '=', under: '产值', role: 'result', change, actor: { text: '甲镇', from: 'text' }, interval: { start: '2020-01-01', end: '2020-12-31' } },
      // Of an older version, which knew of no changes.
      { text: '7名', value: 7, unit: '名', bound: '=', role: 'scale' },
    ]; // biome-ignore format: a table
    const columns = db.prepare('SELECT name FROM pragma_table_info(?) WHERE "notnull"').all('articles') as {
      name: string;
    }[];
    const row: Record<string, string | number> = Object.fromEntries(columns.map(({ name }) => [name, '[]']));
    Object.assign(row, { uid: 'a#0', id: 'a', part: 1, figures: JSON.stringify(figures) });
    const names = Object.keys(row);
    db.prepare(`INSERT INTO articles (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(
      ...Object.values(row),
    );
    const [changed, plain] = db.prepare('SELECT * FROM figures').all();
    expect(changed).toMatchObject({
      text: '5%', under: '产值', change: 'up', change_kind: 'by', change_of: '降幅', change_word: '增长',
      change_start: 4, change_end: 6, compared: '同比', compared_start: 2, compared_end: 4,
      time_start: '2020-01-01', time_end: '2020-12-31', year: 2020, actor: '甲镇', actor_from: 'text',
    }); // biome-ignore format: a table
    expect(plain).toMatchObject({ text: '7名', value: 7, change: null, compared: null, year: null, actor: null });
    const shared = figureColumns.filter((c) => !ELSEWHERE_IN_THE_VIEW.has(c));
    expect(Object.keys(changed!)).toEqual(expect.arrayContaining(shared));
    db.close();
  });
});
