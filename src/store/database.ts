import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { BUSY, giveBack } from './free-space.ts';
import { migrate, migrations } from './migrations.ts';
import { cannotRead, cannotWrite, ELSEWHERE, isOfWriting } from './refused.ts';
import { undo } from './undo.ts';

/** Makes a folder and those above it. (Node's own `recursive` never ends where the file system refuses, as /proc does.) */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** A database file that is open, and the lock that a writer holds on its folder. */
interface Opened {
  db: DatabaseSync;
  lock: DatabaseSync | null;
}

/** Beside the databases of a folder: which run may write into it. */
const LOCK = 'wenshai.db-lock';

/**
 * Keeps other runs out of the folder of a database: all databases there share one export. The lock is SQLite's own, so it ends with the
 * process, however that ends.
 *
 * @throws Error when another run holds it.
 */
function lockFolder(file: string): DatabaseSync {
  const folder = path.dirname(file);
  let lock: DatabaseSync | undefined;
  try {
    makeFolder(folder);
    lock = new DatabaseSync(path.join(folder, LOCK));
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (e) {
    lock?.close();
    if (/locked/i.test((e as Error).message)) throw new Error(`another run is writing to ${folder}`);
    throw cannotWrite(file, e, ELSEWHERE);
  }
}

/** A database that is made or brought up to date if need be. */
function openUpToDate(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file);
    // NORMAL in WAL mode: a power cut may lose the last commits but never corrupts; a run redoes what was lost.
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${BUSY}`);
    // What all-stages remember is looked up in no order: 64 MB of pages hold it for some 100,000 articles.
    db.exec('PRAGMA cache_size = -64000');
    migrate(db);
    // SQLite opens a file on a read-only disk without a word.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (e) {
    db?.close();
    throw cannotWrite(file, e, ELSEWHERE);
  }
}

/**
 * Opens a database for writing, and locks its folder against a second writer.
 *
 * @param check called when nobody else can write there, before a database is made; what it throws is thrown
 * @throws Error when another run is writing there, or the database cannot be written.
 */
export function openToWrite(file: string, check: () => void): Opened {
  const lock = lockFolder(file);
  try {
    check();
    return { db: openUpToDate(file), lock };
  } catch (e) {
    lock.close();
    throw e;
  }
}

/** When a run last finished into a database, of whatever version, in ISO 8601; null for what holds none or cannot be read. */
export function lastExport(file: string): string | null {
  try {
    const db = open(file);
    try {
      const last = db.prepare("SELECT max(finished) AS at FROM runs WHERE state = 'finished'").get();
      return (last as { at: string | null }).at;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Opens a database to read it, as it is at the first look until it is closed: a run may be writing to it. */
export function openToRead(file: string): Opened {
  let db: DatabaseSync | undefined;
  try {
    db = open(file);
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === 0) throw new Error("no run has got so far as to fill it: 'wenshai run' goes on");
    if (version < migrations.length) throw new Error("made by an older wenshai: 'wenshai run' brings it up to date");
    if (version > migrations.length) throw new Error('made by a newer wenshai: use that one, or another --out');
    db.exec('BEGIN');
    return { db, lock: null };
  } catch (e) {
    db?.close();
    throw cannotRead(file, e);
  }
}

/** Ways to open a database to read it, as SQLite's addresses say them; the first that is not refused is taken. */
const WAYS: readonly { mode: 'rw' | 'ro'; immutable?: '1' }[] = [
  { mode: 'rw' },
  { mode: 'ro' },
  { mode: 'ro', immutable: '1' },
];

/**
 * Readers of a database in WAL mode share memory through files beside it, and the last connection takes them away if it may write:
 * so a reader opens as a writer that is kept from changing anything. Where nothing can be written, the file is read as one that does
 * not change, unless a writer left something that is not in it yet.
 */
function open(file: string): DatabaseSync {
  let refused: unknown;
  for (const how of WAYS) {
    if (how.immutable && statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) break;
    try {
      return tryOpen(file, how);
    } catch (e) {
      refused = e;
      if (!isOfWriting(file, e)) break;
    }
  }
  throw refused;
}

/** @throws Error of SQLite when a first look into the database fails. */
function tryOpen(file: string, how: (typeof WAYS)[number]): DatabaseSync {
  const url = pathToFileURL(file);
  for (const [name, value] of Object.entries(how)) url.searchParams.set(name, value);
  const db = new DatabaseSync(url, { readOnly: how.mode === 'ro' });
  try {
    db.exec(`PRAGMA query_only = ON; PRAGMA busy_timeout = ${BUSY}`);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (e) {
    db.close();
    throw e;
  }
}

/** An open database with its prepared statements: what every part of the store works with. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  #lock: DatabaseSync | null;

  constructor({ db, lock }: Opened) {
    this.#db = db;
    this.#lock = lock;
  }

  /** The folder that the database lies in. */
  get folder(): string {
    return path.dirname(this.#db.location()!);
  }

  /** Gives the disk back what pages that are gone have left, where that is most of the file. */
  shrink(): void {
    giveBack(this.#db, 1 / 2);
  }

  close(): void {
    this.#db.close();
    this.#lock?.close();
    this.#lock = null;
  }

  protected run(sql: string, ...values: SQLInputValue[]): void {
    this.statement(sql).run(...values);
  }

  protected statement(sql: string): StatementSync {
    let s = this.#prepared.get(sql);
    if (!s) {
      s = this.#db.prepare(sql);
      this.#prepared.set(sql, s);
    }
    return s;
  }

  protected all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.statement(sql).all(...values) as T[];
  }

  protected iterate<T>(sql: string, ...values: SQLInputValue[]): IterableIterator<T> {
    // A statement of its own: one that is kept could be asked anew while it is read.
    return this.#db.prepare(sql).iterate(...values) as IterableIterator<T>;
  }

  /** Rows as arrays of their columns: where there is one for each file or article, objects take four times as long. */
  protected rows<T extends unknown[]>(sql: string, ...values: SQLInputValue[]): T[] {
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    return statement.all(...values) as unknown as T[];
  }

  /**
   * Transactions that are written to the disk together, at the end or when one of them throws: each is still written whole
   * or not at all, but a killed run loses those that were done. For little work.
   */
  async together<T>(work: () => Promise<T>): Promise<T> {
    this.#db.exec('BEGIN IMMEDIATE');
    let result: T;
    try {
      result = await work();
    } catch (e) {
      undo(this.#db, 'COMMIT');
      throw e;
    }
    if (this.#db.isTransaction) this.#db.exec('COMMIT');
    return result;
  }

  /** All of it is written, or, when it throws, nothing. */
  transaction<T>(work: () => T): T {
    if (this.#db.isTransaction) return this.#within(work);
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (e) {
      undo(this.#db, 'ROLLBACK');
      throw e;
    }
  }

  #within<T>(work: () => T): T {
    this.#db.exec('SAVEPOINT one');
    try {
      const result = work();
      this.#db.exec('RELEASE one');
      return result;
    } catch (e) {
      undo(this.#db, 'ROLLBACK TO one; RELEASE one');
      throw e;
    }
  }
}
