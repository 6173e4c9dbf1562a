import type { SQLInputValue } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { type Doc, type Json, type Page, type Sketched, uidPath } from '../pipeline/types.ts';
import { Counts } from './counts.ts';
import { openToRead, openToWrite } from './database.ts';
import type {
  ArticleRow,
  Quarantined,
  StoredArticle,
  StoredFile,
  StoredMemo,
  StoredOutcome,
  StoredPage,
  StoredReport,
  StoredRun,
  StoredSketch,
  UidRange,
} from './records.ts';

export type * from './records.ts';

/** Uids of one file stand between `path#` and `path$` ($ follows # in ASCII). */
const uidsOf = (file: string): [string, string] => [`${uidPath(file)}#`, `${uidPath(file)}$`];

const ARTICLE_JSON = ['source', 'meta', 'meta_from', 'work_detail', 'points', 'slogans', 'figures', 'repairs'] as const;
const ARTICLE_COLUMNS = [
  'uid', 'id', 'path', 'record', 'part', 'title', 'script', 'source', 'meta', 'meta_from', 'text', 'work', 'relation', 'of',
  'jaccard', 'containment', 'work_detail', 'points', 'slogans', 'figures', 'repairs',
] as const; // biome-ignore format: a table

/**
 * One pipeline's database: the only SQL of the program, and its one writer.
 *
 * All calls are synchronous; errors of SQLite (disk full, read-only, not a database) are thrown as they are.
 */
export class Store extends Counts {
  /** Opens a database for writing; see {@link openToWrite}. */
  static open(file: string): Store {
    return new Store(openToWrite(file));
  }

  /** Opens a database to read it; see {@link openToRead}. */
  static read(file: string): Store {
    return new Store(openToRead(file));
  }

  // Runs

  startRun(pipeline: string, plan: string, now: string): number {
    this.run("INSERT INTO runs (started, pipeline, plan, state) VALUES (?, ?, ?, 'running')", now, pipeline, plan);
    return (this.statement('SELECT last_insert_rowid() AS id').get() as { id: number }).id;
  }

  finishRun(id: number, state: 'finished' | 'failed', counts: Json, now: string): void {
    this.run(
      'UPDATE runs SET state = ?, counts = ?, finished = ? WHERE id = ?',
      state,
      JSON.stringify(counts),
      now,
      id,
    );
  }

  lastRun(): StoredRun | null {
    const row = this.all<Omit<StoredRun, 'plan' | 'counts'> & { plan: string; counts: string | null }>(
      'SELECT id, started, finished, pipeline, plan, state, counts FROM runs ORDER BY id DESC LIMIT 1',
    )[0];
    return row
      ? { ...row, plan: JSON.parse(row.plan) as Json, counts: JSON.parse(row.counts ?? 'null') as Json }
      : null;
  }

  // Files and pages

  putFile(file: StoredFile, run: number): void {
    this.run(
      `INSERT INTO files (path, run, sha256, bytes, stamp, phases) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (path) DO UPDATE SET run = excluded.run, sha256 = excluded.sha256, bytes = excluded.bytes,
         stamp = excluded.stamp, phases = excluded.phases`,
      file.path,
      run,
      file.sha256,
      file.bytes,
      file.stamp ?? null,
      JSON.stringify(file.phases),
    );
  }

  /** All files, by path. */
  files(): Map<string, StoredFile> {
    const found = new Map<string, StoredFile>();
    for (const row of this.iterate<Omit<StoredFile, 'phases'> & { phases: string }>(
      'SELECT path, sha256, bytes, stamp, phases FROM files',
    ))
      found.set(row.path, { ...row, phases: JSON.parse(row.phases) as Record<string, string> });
    return found;
  }

  /** Forgets what was derived from a file (its outcomes stay: they are looked up by key). */
  clearFile(file: string): void {
    this.run('DELETE FROM pages WHERE path = ?', file);
    this.run('DELETE FROM quarantine WHERE path = ?', file);
    this.clearArticles(file);
    for (const stage of this.#stagesIn('sketches')) this.clearSketches(file, stage);
  }

  /** The stages that a table begins its keys with: looked up one after the other, for a table may be long. */
  #stagesIn(table: 'sketches' | 'decisions'): string[] {
    const found: string[] = [];
    for (;;) {
      const next = this.statement(`SELECT min(stage) AS stage FROM ${table} WHERE stage > ?`).get(found.at(-1) ?? '');
      const { stage } = next as { stage: string | null };
      if (stage === null) return found;
      found.push(stage);
    }
  }

  /** Forgets the files that are not among the inputs, and all that was derived from them: what was decided, too. */
  dropOtherFiles(inputs: ReadonlySet<string>): void {
    const others = this.all<{ path: string }>('SELECT path FROM files').filter((f) => !inputs.has(f.path));
    if (others.length) this.run('DELETE FROM decided');
    for (const { path: file } of others) {
      this.clearFile(file);
      this.run('DELETE FROM outcomes WHERE uid >= ? AND uid < ?', ...uidsOf(file));
      for (const stage of this.#stagesIn('decisions'))
        this.run('DELETE FROM decisions WHERE stage = ? AND uid >= ? AND uid < ?', stage, ...uidsOf(file));
      this.run('DELETE FROM files WHERE path = ?', file);
    }
  }

  putPage({ uid, path: file, page }: StoredPage): void {
    this.run(
      'INSERT OR REPLACE INTO pages (uid, path, record, page) VALUES (?, ?, ?, ?)',
      uid,
      file,
      page.record,
      JSON.stringify(page),
    );
  }

  /** The pages of a file cut into stretches of about `size` characters each; together they hold every uid of the file. */
  pageRanges(file: string, size: number): UidRange[] {
    const [first, last] = uidsOf(file);
    const starts: string[] = [];
    let held = size;
    for (const row of this.iterate<{ uid: string; length: number }>(
      'SELECT uid, length(page) AS length FROM pages WHERE path = ? ORDER BY uid',
      file,
    )) {
      if (held >= size) {
        starts.push(starts.length ? row.uid : first);
        held = 0;
      }
      held += row.length;
    }
    return starts.map((from, i) => ({ from, to: starts[i + 1] ?? last }));
  }

  pages({ from, to }: UidRange): StoredPage[] {
    return this.all<{ uid: string; path: string; page: string }>(
      'SELECT uid, path, page FROM pages WHERE uid >= ? AND uid < ? ORDER BY uid',
      from,
      to,
    ).map((r) => ({ ...r, page: JSON.parse(r.page) as Page }));
  }

  /** The page that a document was cut from: its uid without the part. */
  pageOf(uid: string): StoredPage | null {
    const page = /^[^#]*#\d+/.exec(uid)?.[0] ?? uid;
    return this.pages({ from: page, to: `${page}\u0000` })[0] ?? null;
  }

  /** The outcomes of a page and of what was cut from it. */
  outcomesOf(page: string): StoredOutcome[] {
    // Parts follow their page behind a slash; 0 follows the slash in ASCII.
    return [
      ...this.outcomes({ from: page, to: `${page}\u0000` }),
      ...this.outcomes({ from: `${page}/`, to: `${page}0` }),
    ];
  }

  // Outcomes

  putOutcome(o: StoredOutcome): void {
    this.run(
      'INSERT OR REPLACE INTO outcomes (uid, stage, key, outcome) VALUES (?, ?, ?, ?)',
      o.uid,
      o.stage,
      o.key,
      o.outcome,
    );
  }

  dropOutcome(uid: string, stage: string): void {
    this.run('DELETE FROM outcomes WHERE uid = ? AND stage = ?', uid, stage);
  }

  outcomes({ from, to }: UidRange): StoredOutcome[] {
    return this.all<StoredOutcome>(
      'SELECT uid, stage, key, outcome FROM outcomes WHERE uid >= ? AND uid < ? ORDER BY uid, stage',
      from,
      to,
    );
  }

  // All-stages

  putSketch(s: StoredSketch): void {
    this.run(
      'INSERT OR REPLACE INTO sketches (uid, stage, path, key, sketch, doc) VALUES (?, ?, ?, ?, ?, ?)',
      s.uid,
      s.stage,
      s.doc.source.path,
      s.key,
      serialize(s.sketch),
      JSON.stringify(s.doc),
    );
  }

  /** Uid and key of each sketch of a stage, by uid. */
  sketchKeys(stage: string): { uid: string; key: string }[] {
    return this.all('SELECT uid, key FROM sketches WHERE stage = ? ORDER BY uid', stage);
  }

  sketches(stage: string): Sketched<unknown>[] {
    const out: Sketched<unknown>[] = [];
    const rows = this.iterate<{ uid: string; sketch: Uint8Array }>(
      'SELECT uid, sketch FROM sketches WHERE stage = ? ORDER BY uid',
      stage,
    );
    for (const row of rows) out.push({ uid: row.uid, sketch: deserialize(row.sketch) });
    return out;
  }

  /** The document as a stage's sketch saw it. */
  sketchedDoc(stage: string, uid: string): Doc {
    const row = this.statement('SELECT doc FROM sketches WHERE stage = ? AND uid = ?').get(stage, uid) as
      | { doc: string }
      | undefined;
    if (!row) throw new RangeError(`no document ${uid}`);
    return JSON.parse(row.doc) as Doc;
  }

  clearSketches(file: string, stage: string): void {
    this.run('DELETE FROM sketches WHERE stage = ? AND uid >= ? AND uid < ?', stage, ...uidsOf(file));
  }

  decidedKey(stage: string): string | null {
    const row = this.statement('SELECT key FROM decided WHERE stage = ?').get(stage) as { key: string } | undefined;
    return row?.key ?? null;
  }

  /** Hash of what a stage decided about each document, by uid. */
  decisions(stage: string): IterableIterator<{ uid: string; hash: string }> {
    return this.iterate('SELECT uid, hash FROM decisions WHERE stage = ? ORDER BY uid', stage);
  }

  /** Replaces what a stage decided. Only what changed is written. */
  putDecisions(stage: string, key: string, outcomes: Iterable<StoredOutcome & { hash: string }>): void {
    const before = new Map<string, string>();
    for (const { uid, hash } of this.decisions(stage)) before.set(uid, hash);
    for (const o of outcomes) {
      const same = before.get(o.uid) === o.hash;
      before.delete(o.uid);
      if (same) continue;
      this.putOutcome(o);
      this.run('INSERT OR REPLACE INTO decisions (stage, uid, hash) VALUES (?, ?, ?)', stage, o.uid, o.hash);
    }
    for (const uid of before.keys()) {
      this.dropOutcome(uid, stage);
      this.run('DELETE FROM decisions WHERE stage = ? AND uid = ?', stage, uid);
    }
    this.run('INSERT OR REPLACE INTO decided (stage, key) VALUES (?, ?)', stage, key);
  }

  /** What a stage remembers. What another version of it remembered, or other options, is forgotten. */
  memo(stage: string, signature: string): StoredMemo {
    this.run('DELETE FROM memos WHERE stage = ? AND signature <> ?', stage, signature);
    const { n } = this.statement('SELECT count(*) AS n FROM memos WHERE stage = ?').get(stage) as { n: number };
    const used = new Set<string>();
    return {
      get: (key) => {
        used.add(key);
        if (!n) return undefined;
        const row = this.statement('SELECT value FROM memos WHERE stage = ? AND key = ?').get(stage, key) as
          | { value: string }
          | undefined;
        return row && (JSON.parse(row.value) as Json);
      },
      set: (key, value) => {
        const text = JSON.stringify(value);
        this.run('INSERT OR REPLACE INTO memos VALUES (?, ?, ?, ?)', stage, key, signature, text);
      },
      sweep: () => this.#sweep(stage, used),
    };
  }

  /** Forgets what was not asked for, once it is more than what was. */
  #sweep(stage: string, used: ReadonlySet<string>): void {
    const known = this.all<{ key: string }>('SELECT key FROM memos WHERE stage = ?', stage);
    if (known.length <= 2 * used.size) return;
    for (const { key } of known)
      if (!used.has(key)) this.run('DELETE FROM memos WHERE stage = ? AND key = ?', stage, key);
  }

  // Quarantine and articles

  putQuarantine(q: Quarantined): void {
    this.run(
      'INSERT INTO quarantine (path, record, uid, stage, reason) VALUES (?, ?, ?, ?, ?)',
      q.path,
      q.record,
      q.uid,
      q.stage,
      q.reason,
    );
  }

  /** Replaces the list of inputs that could not even be looked at. */
  putUnread(entries: readonly { path: string; reason: string }[]): void {
    this.run("DELETE FROM quarantine WHERE stage = 'walk'");
    for (const e of entries) this.putQuarantine({ ...e, record: null, uid: null, stage: 'walk' });
  }

  dropQuarantine(file: string, stages: readonly string[]): void {
    for (const stage of stages) this.run('DELETE FROM quarantine WHERE path = ? AND stage = ?', file, stage);
  }

  quarantine(): Quarantined[] {
    return this.all(
      'SELECT path, record, uid, stage, reason FROM quarantine ORDER BY path, record, uid, stage, reason',
    );
  }

  /** Forgets the articles of a file, and what was reported of its pages. */
  clearArticles(file: string): void {
    for (const table of ['articles', 'reports'])
      this.run(`DELETE FROM ${table} WHERE uid >= ? AND uid < ?`, ...uidsOf(file));
  }

  putReport({ uid, path, chars, han, articles, kept, cut, short }: StoredReport): void {
    this.run(
      'INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[uid, path, chars, han, articles, kept.chars, kept.han, JSON.stringify(cut), short],
    );
  }

  putArticle(a: StoredArticle): void {
    const json = new Set<string>(ARTICLE_JSON);
    this.run(
      `INSERT OR REPLACE INTO articles (${ARTICLE_COLUMNS.join(', ')}) VALUES (${ARTICLE_COLUMNS.map(() => '?').join(', ')})`,
      ...ARTICLE_COLUMNS.map((c) => (json.has(c) ? JSON.stringify(a[c]) : (a[c] as SQLInputValue))),
    );
  }

  /** The articles in the order of the export: source path, record, part. Paths compare by code point. */
  *articles(): IterableIterator<StoredArticle> {
    const rows = this.iterate<Record<string, unknown>>(
      `SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles ORDER BY path, record, part`,
    );
    for (const row of rows) yield readArticle(row);
  }

  /** The same with the JSON columns as they are stored, for those that only copy them. */
  articleRows(): IterableIterator<ArticleRow> {
    return this.iterate(`SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles ORDER BY path, record, part`);
  }

  /** Id of every article by uid. */
  articleIds(): Map<string, string> {
    const ids = new Map<string, string>();
    for (const { uid, id } of this.iterate<{ uid: string; id: string }>('SELECT uid, id FROM articles'))
      ids.set(uid, id);
    return ids;
  }

  /** Articles whose id begins so, at most `limit`. */
  findArticles(idPrefix: string, limit = 10): StoredArticle[] {
    return this.all<Record<string, unknown>>(
      `SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT ?`,
      idPrefix,
      `${idPrefix}\u{10ffff}`,
      limit,
    ).map(readArticle);
  }
}

function readArticle(row: Record<string, unknown>): StoredArticle {
  const out: Record<string, unknown> = { ...row };
  for (const column of ARTICLE_JSON) out[column] = JSON.parse(row[column] as string);
  return out as unknown as StoredArticle;
}
