import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../src/store/migrations.ts';
import { Store } from '../../src/store/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

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
    expect(() => Store.open(file())).toThrow(/another run is writing/);
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

  it('refuses a file that is no database, and one of a newer wenshai', () => {
    const db = new DatabaseSync(path.join(folder, 'new.db'));
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    db.close();
    expect(() => Store.open(path.join(folder, 'new.db'))).toThrow(/newer wenshai/);
  });
});

describe('migrations', () => {
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
});
