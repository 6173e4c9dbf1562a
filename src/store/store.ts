import path from 'node:path';
import type { Json, Page } from '../pipeline/types.ts';
import { openToRead, openToWrite } from './database.ts';
import { Decisions } from './decisions.ts';
import type {
  ArticleRow,
  ExportLine,
  Quarantined,
  SearchedRow,
  SentRow,
  StoredArticle,
  StoredFile,
  StoredOutcome,
  StoredPage,
  StoredReport,
  StoredRun,
  UidRange,
  WorkColumns,
  WorkedRow,
} from './records.ts';
import { ARTICLE_JSON, storedArticle } from './records.ts';
import { uidsOf } from './uids.ts';

export type * from './records.ts';

/** What is searched of an article; see {@link SearchedRow}. */
const SEARCHED =
  "uid, id, path, record, source ->> 'member' AS member, part, title, meta, text, work, relation, points, slogans, figures";

const ARTICLE_COLUMNS = [
  'uid', 'id', 'path', 'record', 'part', 'title', 'script', 'source', 'meta', 'meta_from', 'text', 'work', 'relation', 'of',
  'jaccard', 'containment', 'work_detail', 'points', 'slogans', 'figures', 'repairs',
] as const; // biome-ignore format: a table

const JSON_COLUMNS: ReadonlySet<string> = new Set(ARTICLE_JSON);
const ARTICLE_VALUES = ARTICLE_COLUMNS.map((c) => (JSON_COLUMNS.has(c) ? 'CAST(? AS TEXT)' : '?'));

/** Lines of an export that are stored as one row. */
const EXPORT_PART = 5000;
type PackedLine = [uid: string, id: string, bytes: number, sum: number, names: string[]];

/**
 * One pipeline's database: the only SQL of the program, and its one writer.
 *
 * All calls are synchronous; errors of SQLite (disk full, read-only, not a database) are thrown as they are.
 */
export class Store extends Decisions {
  /** Opens a database for writing; see {@link openToWrite}. */
  static open(file: string, check: () => void = () => {}): Store {
    return new Store(openToWrite(file, check));
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

  /** The folder that paths are relative to; null where no run of this version was. */
  base(): string | null {
    const kept = this.all<{ value: string }>("SELECT value FROM settings WHERE name = 'base'")[0]?.value;
    return kept === undefined ? null : path.resolve(this.folder, kept);
  }

  /** Written from the folder of the database, so that all may be moved together. */
  putBase(base: string): void {
    const value = path.relative(this.folder, base).split(path.sep).join('/');
    this.run("INSERT OR REPLACE INTO settings (name, value) VALUES ('base', ?)", value);
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
    const rows = this.rows<[path: string, sha256: string, bytes: number, stamp: string | null, phases: string]>(
      'SELECT path, sha256, bytes, stamp, phases FROM files',
    );
    // Most files went through the same.
    const known = new Map<string, Record<string, string>>();
    const parsed = (json: string): Record<string, string> => {
      const phases = known.get(json) ?? (JSON.parse(json) as Record<string, string>);
      known.set(json, phases);
      return phases;
    };
    return new Map(
      rows.map(([path, sha256, bytes, stamp, phases]) => [
        path,
        { path, sha256, bytes, stamp, phases: parsed(phases) },
      ]),
    );
  }

  /** Forgets what was derived from a file (its outcomes stay: they are looked up by key). */
  clearFile(file: string): void {
    this.run('DELETE FROM pages WHERE uid >= ? AND uid < ?', ...uidsOf(file));
    this.run('DELETE FROM quarantine WHERE path = ?', file);
    this.clearArticles(file);
    for (const stage of this.stagesIn('sketches')) this.clearSketches(file, stage);
  }

  /** Forgets the files that are not among the inputs, and all that was derived from them: what was decided, too. */
  dropOtherFiles(inputs: ReadonlySet<string>): void {
    const others = this.all<{ path: string }>('SELECT path FROM files').filter((f) => !inputs.has(f.path));
    if (others.length) this.run('DELETE FROM decided');
    for (const { path: file } of others) {
      this.clearFile(file);
      this.run('DELETE FROM outcomes WHERE uid >= ? AND uid < ?', ...uidsOf(file));
      for (const stage of this.stagesIn('decisions'))
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
      'SELECT uid, length(page) AS length FROM pages WHERE uid >= ? AND uid < ? ORDER BY uid',
      first,
      last,
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

  outcomes({ from, to }: UidRange): StoredOutcome[] {
    return this.all<StoredOutcome>(
      'SELECT uid, stage, key, outcome FROM outcomes WHERE uid >= ? AND uid < ? ORDER BY uid, stage',
      from,
      to,
    );
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
    this.run('INSERT OR IGNORE INTO unexported SELECT uid FROM articles WHERE uid >= ? AND uid < ?', ...uidsOf(file));
    for (const table of ['articles', 'reports'])
      this.run(`DELETE FROM ${table} WHERE uid >= ? AND uid < ?`, ...uidsOf(file));
  }

  putReport({ uid, path, chars, han, articles, kept, cut, short }: StoredReport): void {
    this.run(
      'INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[uid, path, chars, han, articles, kept.chars, kept.han, JSON.stringify(cut), short],
    );
  }

  putArticle(a: SentRow): void {
    this.run(
      `INSERT OR REPLACE INTO articles (${ARTICLE_COLUMNS.join(', ')}) VALUES (${ARTICLE_VALUES.join(', ')})`,
      ...ARTICLE_COLUMNS.map((c) => a[c]),
    );
    this.#putUnexported(a.uid);
  }

  #putUnexported(uid: string): void {
    this.run('INSERT OR IGNORE INTO unexported (uid) VALUES (?)', uid);
  }

  /** Tells an article anew of its work. */
  tellArticle(uid: string, w: WorkColumns): void {
    this.run(
      'UPDATE articles SET work = ?, relation = ?, of = ?, jaccard = ?, containment = ?, work_detail = ? WHERE uid = ?',
      ...[w.work, w.relation, w.of, w.jaccard, w.containment, JSON.stringify(w.work_detail), uid],
    );
    this.#putUnexported(uid);
  }

  /** The articles in the order of the export: source path, record, part. Paths compare by code point. */
  *articles(): IterableIterator<StoredArticle> {
    const rows = this.iterate<Record<string, unknown>>(
      `SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles ORDER BY path, record, part`,
    );
    for (const row of rows) yield storedArticle(row);
  }

  /** The articles in the same order, with what is searched of them; JSON columns as they are stored. */
  searched(): IterableIterator<SearchedRow> {
    return this.iterate<SearchedRow>(`SELECT ${SEARCHED} FROM articles ORDER BY path, record, part`);
  }

  /** The same, the earliest first by the day of the text or else of the page; those without a day last. One at a time is held. */
  *searchedByDay(): Generator<SearchedRow> {
    const day = "substr(coalesce(meta ->> 'dated', meta ->> 'published'), 1, 10)";
    const order = this.rows<[uid: string]>(
      `SELECT uid FROM articles ORDER BY ${day} IS NULL, ${day}, path, record, part`,
    );
    const row = this.statement(`SELECT ${SEARCHED} FROM articles WHERE uid = ?`);
    for (const [uid] of order) yield row.get(uid) as SearchedRow;
  }

  /** Uids in the order of the export. */
  articleOrder(): string[] {
    return this.rows<[uid: string]>('SELECT uid FROM articles ORDER BY path, record, part').map(([uid]) => uid);
  }

  /** An article with the JSON columns as they are stored, for those that only copy them. */
  articleRow(uid: string): ArticleRow | undefined {
    return this.statement(`SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles WHERE uid = ?`).get(uid) as
      | ArticleRow
      | undefined;
  }

  /** The lines of an export as they were written last, in their order. */
  *exportLines(file: string): IterableIterator<ExportLine> {
    for (const { lines } of this.iterate<{ lines: string }>(
      'SELECT lines FROM exported WHERE file = ? ORDER BY part',
      file,
    ))
      for (const [uid, id, bytes, sum, names] of JSON.parse(lines) as PackedLine[])
        yield { uid, id, bytes, sum, names };
  }

  /** What the last export was as a whole. */
  exportSum(file: string): { bytes: number; sum: number } | undefined {
    return this.all<{ bytes: number; sum: number }>('SELECT bytes, sum FROM exports WHERE file = ?', file)[0];
  }

  /** Articles that were written or forgotten since the last export. */
  unexported(): string[] {
    return this.all<{ uid: string }>('SELECT uid FROM unexported').map((r) => r.uid);
  }

  /** Replaces what is known of the last export; it holds all articles as they are now. */
  putExport(file: string, lines: readonly ExportLine[], { bytes, sum }: { bytes: number; sum: number }): void {
    this.run('DELETE FROM exported');
    this.run('DELETE FROM exports');
    this.run('INSERT INTO exports (file, bytes, sum) VALUES (?, ?, ?)', file, bytes, sum);
    this.run('DELETE FROM unexported');
    for (let at = 0; at < lines.length; at += EXPORT_PART) {
      const part = lines
        .slice(at, at + EXPORT_PART)
        .map(({ uid, id, bytes, sum, names }): PackedLine => [uid, id, bytes, sum, names]);
      this.run('INSERT INTO exported (file, part, lines) VALUES (?, ?, ?)', file, at, JSON.stringify(part));
    }
  }

  /** The articles that have a work, in the same order, with what that says of them. */
  worked(): IterableIterator<WorkedRow> {
    return this.iterate<WorkedRow>(
      `SELECT uid, id, path, record, source ->> 'member' AS member, part, title, meta, work, relation,
         CASE WHEN title IS NULL THEN substr(text, 1, 100) END AS beginning FROM articles
       WHERE work IS NOT NULL AND relation IS NOT NULL ORDER BY path, record, part`,
    );
  }

  /** Id of an article; for some of them, where {@link articleIds} has all. */
  idOf(uid: string): string | undefined {
    return (this.statement('SELECT id FROM articles WHERE uid = ?').get(uid) as { id: string } | undefined)?.id;
  }

  /** Id of every article by uid. */
  articleIds(): Map<string, string> {
    return new Map(this.rows<[uid: string, id: string]>('SELECT uid, id FROM articles'));
  }

  /** Articles whose id begins so, at most `limit`. */
  findArticles(idPrefix: string, limit = 10): StoredArticle[] {
    return this.all<Record<string, unknown>>(
      `SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT ?`,
      idPrefix,
      `${idPrefix}\u{10ffff}`,
      limit,
    ).map(storedArticle);
  }

  /** The articles of a file in the order of the export, at most `limit`. */
  articlesAt(file: string, limit = 10): StoredArticle[] {
    return this.all<Record<string, unknown>>(
      `SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles WHERE path = ? ORDER BY record, part LIMIT ?`,
      file,
      limit,
    ).map(storedArticle);
  }

  /** Paths of the files that hold such a word in their path, sorted. */
  *pathsWith(word: string): IterableIterator<string> {
    const rows = this.iterate<{ path: string }>('SELECT path FROM files WHERE instr(path, ?) > 0 ORDER BY path', word);
    for (const { path } of rows) yield path;
  }
}
