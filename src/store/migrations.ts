import type { DatabaseSync } from 'node:sqlite';
import { giveBack } from './free-space.ts';
import { undo } from './undo.ts';

/**
 * The schema, as an append-only list: a database knows how many it has had (`PRAGMA user_version`) and gets the rest.
 * Never change an entry that was released; add one.
 */
export const migrations: readonly { name: string; up(db: DatabaseSync): void }[] = [
  {
    name: 'first schema',
    up(db) {
      db.exec(`
        -- One row a run of a pipeline.
        CREATE TABLE runs (
          id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, pipeline TEXT NOT NULL, plan TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'failed')), counts TEXT
        );
        -- One row an input file; run is the last run that had it among its inputs.
        CREATE TABLE files (
          path TEXT PRIMARY KEY, run INTEGER NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
          phases TEXT NOT NULL -- JSON: name of a phase -> key of what was done
        );
        -- One row a page: a file, or a record of a JSONL file. decoded is what spans and offsets point into.
        CREATE TABLE pages (
          uid TEXT PRIMARY KEY, path TEXT NOT NULL, record INTEGER, page TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX pages_path ON pages (path);
        -- What a stage found out about a document (a page before split, an article after): edits, notes, data.
        CREATE TABLE outcomes (
          uid TEXT NOT NULL, stage TEXT NOT NULL, key TEXT NOT NULL, outcome TEXT NOT NULL,
          PRIMARY KEY (uid, stage)
        ) WITHOUT ROWID;
        -- What an all-stage keeps of each document: its sketch, and the document as the sketch saw it.
        CREATE TABLE sketches (
          uid TEXT NOT NULL, stage TEXT NOT NULL, path TEXT NOT NULL, key TEXT NOT NULL, sketch BLOB NOT NULL, doc TEXT NOT NULL,
          PRIMARY KEY (stage, uid)
        ) WITHOUT ROWID;
        -- The key of the corpus that an all-stage last decided on.
        CREATE TABLE decided (stage TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
        -- What could not be used, and why.
        CREATE TABLE quarantine (path TEXT NOT NULL, record INTEGER, uid TEXT, stage TEXT NOT NULL, reason TEXT NOT NULL);
        CREATE INDEX quarantine_path ON quarantine (path);
        -- The articles as they are exported. work, of: uids; offsets in code points.
        CREATE TABLE articles (
          uid TEXT PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, record INTEGER, part INTEGER NOT NULL,
          title TEXT, script TEXT NOT NULL, source TEXT NOT NULL, meta TEXT NOT NULL, text TEXT NOT NULL,
          work TEXT, relation TEXT, of TEXT, jaccard REAL, containment REAL, work_detail TEXT,
          points TEXT NOT NULL, slogans TEXT NOT NULL, figures TEXT NOT NULL, repairs TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX articles_id ON articles (id);
        CREATE INDEX articles_order ON articles (path, record, part);
        CREATE INDEX articles_work ON articles (work);

        -- For whoever reads the file with SQLite alone.
        CREATE VIEW edits AS
          SELECT o.uid, o.stage, p.key AS pass, e.value ->> 'rule' AS rule, e.value ->> 'start' AS start,
                 e.value ->> 'end' AS "end", e.value ->> 'insert' AS "insert", e.value ->> 'why' AS why
          FROM outcomes o, json_each(o.outcome, '$.passes') p, json_each(p.value) e;
        CREATE VIEW notes AS
          SELECT o.uid, o.stage, n.value ->> 'level' AS level, n.value ->> 'code' AS code, n.value ->> 'text' AS text
          FROM outcomes o, json_each(o.outcome, '$.notes') n
          UNION ALL
          SELECT p.uid, 'ingest', n.value ->> 'level', n.value ->> 'code', n.value ->> 'text'
          FROM pages p, json_each(p.page, '$.notes') n;
        CREATE VIEW points AS
          SELECT a.id AS article, p.value ->> 'id' AS id, p.value ->> 'parent' AS parent, p.value ->> 'number' AS number,
                 p.value ->> 'heading' AS heading, p.value ->> 'role' AS role, p.value ->> 'start' AS start, p.value ->> 'end' AS "end"
          FROM articles a, json_each(a.points) p;
        CREATE VIEW slogans AS
          SELECT a.id AS article, s.value ->> 'text' AS text, s.value ->> 'kind' AS kind, s.value ->> 'expansion' AS expansion
          FROM articles a, json_each(a.slogans) s;
        CREATE VIEW figures AS
          SELECT a.id AS article, f.value ->> 'text' AS text, f.value ->> 'value' AS value, f.value ->> 'min' AS min,
                 f.value ->> 'max' AS max, f.value ->> 'unit' AS unit, f.value ->> 'bound' AS bound,
                 f.value ->> 'indicator' AS indicator, f.value ->> 'role' AS role, f.value ->> 'per' AS per,
                 f.value ->> 'time' AS time, f.value ->> 'point' AS point, f.value ->> 'start' AS start, f.value ->> 'end' AS "end"
          FROM articles a, json_each(a.figures) f;
      `);
    },
  },
  {
    name: 'what all-stages remember',
    up(db) {
      db.exec(`
        -- Hash of what an all-stage decided about a document: which decisions changed is told without reading them.
        CREATE TABLE decisions (
          stage TEXT NOT NULL, uid TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (stage, uid)
        ) WITHOUT ROWID;
        -- What a stage worked out on its way to its decisions and need not work out again; signature is the stage's.
        CREATE TABLE memos (
          stage TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (stage, key)
        ) WITHOUT ROWID;
        -- Size, times and inode of a file when it was read; null where it was too young to go by these.
        ALTER TABLE files ADD COLUMN stamp TEXT;
        -- Decided anew, so that the hashes are there.
        DELETE FROM decided;
      `);
    },
  },
  {
    name: 'what became of each page',
    up(db) {
      db.exec(`
        -- How much of a page its articles hold and what was cut, in characters that are not white space (han: Chinese ones).
        -- cut is JSON: [{rule, chars, han}]; short says why the articles are suspiciously short for the page, or is null.
        CREATE TABLE reports (
          uid TEXT PRIMARY KEY, path TEXT NOT NULL, chars INTEGER NOT NULL, han INTEGER NOT NULL, articles INTEGER NOT NULL,
          kept_chars INTEGER NOT NULL, kept_han INTEGER NOT NULL, cut TEXT NOT NULL, short TEXT
        ) WITHOUT ROWID;
        -- Where title and metadata were read: {field: {from, start, end}}, offsets in code points of the decoded page.
        ALTER TABLE articles ADD COLUMN meta_from TEXT NOT NULL DEFAULT '{}';
        CREATE INDEX reports_short ON reports (uid) WHERE short IS NOT NULL;
      `);
    },
  },
  {
    name: 'what decisions rest on, what was exported',
    up(db) {
      db.exec(`
        -- digest: of all that the outcome was made of; shape: hash of the outcome without its data.
        ALTER TABLE decisions ADD COLUMN shape TEXT NOT NULL DEFAULT '';
        ALTER TABLE decisions ADD COLUMN digest TEXT;
        -- Articles that are to be told anew what was decided about them; all else of them is as it was.
        CREATE TABLE retold (stage TEXT NOT NULL, uid TEXT NOT NULL, PRIMARY KEY (stage, uid)) WITHOUT ROWID;
        -- The lines of an export in their order, some in a row: JSON [[uid, id, bytes, CRC-32, [uids that it names]], ...].
        CREATE TABLE exported (file TEXT NOT NULL, part INTEGER NOT NULL, lines TEXT NOT NULL, PRIMARY KEY (file, part));
        -- Articles that were written since.
        CREATE TABLE unexported (uid TEXT PRIMARY KEY) WITHOUT ROWID;
        -- Decided anew, so that digests are there.
        DELETE FROM decided;
      `);
    },
  },
  {
    name: 'what an export is as a whole',
    up(db) {
      db.exec(`
        -- Bytes of an export and their CRC-32.
        CREATE TABLE exports (file TEXT PRIMARY KEY, bytes INTEGER NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
      `);
    },
  },
  {
    name: 'changes in the view of figures',
    up(db) {
      db.exec(`
        -- The columns are those of 'wenshai export figures'; change is null in what an older version stored.
        DROP VIEW figures;
        CREATE VIEW figures AS
          SELECT a.id AS article, f.value ->> 'text' AS text, f.value ->> 'value' AS value, f.value ->> 'min' AS min,
                 f.value ->> 'max' AS max, f.value ->> 'unit' AS unit, f.value ->> 'bound' AS bound,
                 f.value ->> 'indicator' AS indicator, f.value ->> 'under' AS under,
                 f.value ->> '$.change.direction' AS change, f.value ->> '$.change.kind' AS change_kind,
                 f.value ->> '$.change.of.text' AS change_of, f.value ->> '$.change.text' AS change_word,
                 f.value ->> '$.change.start' AS change_start, f.value ->> '$.change.end' AS change_end,
                 f.value ->> '$.change.compared.text' AS compared, f.value ->> '$.change.compared.start' AS compared_start,
                 f.value ->> '$.change.compared.end' AS compared_end,
                 f.value ->> 'role' AS role, f.value ->> 'per' AS per, f.value ->> 'time' AS time,
                 f.value ->> '$.interval.start' AS time_start, f.value ->> '$.interval.end' AS time_end,
                 f.value ->> '$.actor.text' AS actor, f.value ->> '$.actor.from' AS actor_from,
                 f.value ->> 'point' AS point, f.value ->> 'start' AS start, f.value ->> 'end' AS "end"
          FROM articles a, json_each(a.figures) f;
      `);
    },
  },
  {
    name: 'long rows in tables with rowids',
    // A table without rowids has room for 1 kB of a row in its tree, and the rest in pages that no other row shares.
    up: (db) => rebuild(db, LONG_ROWS),
  },
  {
    name: 'settings',
    up(db) {
      db.exec(`
        -- base: the folder that paths are relative to, from the folder of this file.
        CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      `);
    },
  },
  {
    name: 'years in the view of figures',
    up(db) {
      db.exec(`
        -- The columns are those of 'wenshai export figures'; year as there.
        DROP VIEW figures;
        CREATE VIEW figures AS
          SELECT a.id AS article, f.value ->> 'text' AS text, f.value ->> 'value' AS value, f.value ->> 'min' AS min,
                 f.value ->> 'max' AS max, f.value ->> 'unit' AS unit, f.value ->> 'bound' AS bound,
                 f.value ->> 'indicator' AS indicator, f.value ->> 'under' AS under,
                 f.value ->> '$.change.direction' AS change, f.value ->> '$.change.kind' AS change_kind,
                 f.value ->> '$.change.of.text' AS change_of, f.value ->> '$.change.text' AS change_word,
                 f.value ->> '$.change.start' AS change_start, f.value ->> '$.change.end' AS change_end,
                 f.value ->> '$.change.compared.text' AS compared, f.value ->> '$.change.compared.start' AS compared_start,
                 f.value ->> '$.change.compared.end' AS compared_end,
                 f.value ->> 'role' AS role, f.value ->> 'per' AS per, f.value ->> 'time' AS time,
                 f.value ->> '$.interval.start' AS time_start, f.value ->> '$.interval.end' AS time_end,
                 CASE WHEN substr(f.value ->> '$.interval.start', 1, 4) = substr(f.value ->> '$.interval.end', 1, 4)
                        OR (f.value ->> 'time' LIKE '%前' AND f.value ->> 'time' NOT LIKE '%目前')
                      THEN CAST(substr(f.value ->> '$.interval.end', 1, 4) AS INTEGER) END AS year,
                 f.value ->> '$.actor.text' AS actor, f.value ->> '$.actor.from' AS actor_from,
                 f.value ->> 'point' AS point, f.value ->> 'start' AS start, f.value ->> 'end' AS "end"
          FROM articles a, json_each(a.figures) f;
      `);
    },
  },
  {
    name: 'measures, places and quotes in the views',
    up(db) {
      db.exec(`
        -- The columns are those of the tables that wenshai exports; quote is the sentence that a row rests on.
        DROP VIEW points;
        CREATE VIEW points AS
          SELECT a.id AS article, p.value ->> 'id' AS id, p.value ->> 'parent' AS parent, p.value ->> 'number' AS number,
                 p.value ->> 'heading' AS heading, p.value ->> 'role' AS role,
                 p.value ->> '$.measure.actor.text' AS actor, p.value ->> '$.measure.actor.from' AS actor_from,
                 p.value ->> '$.measure.action.text' AS action, p.value ->> '$.measure.object.text' AS object,
                 p.value ->> '$.measure.deadline.text' AS deadline,
                 p.value ->> '$.measure.deadline.interval.start' AS deadline_start,
                 p.value ->> '$.measure.deadline.interval.end' AS deadline_end,
                 p.value ->> '$.measure.instrument.text' AS instrument,
                 p.value ->> 'start' AS start, p.value ->> 'end' AS "end",
                 substr(a.text, (p.value ->> '$.evidence.start') + 1,
                        (p.value ->> '$.evidence.end') - (p.value ->> '$.evidence.start')) AS quote,
                 p.value ->> 'rule' AS rule, p.value ->> 'confidence' AS confidence
          FROM articles a, json_each(a.points) p;
        DROP VIEW slogans;
        CREATE VIEW slogans AS
          SELECT a.id AS article, s.value ->> 'text' AS text, s.value ->> 'concept' AS concept, s.value ->> 'kind' AS kind,
                 s.value ->> 'expansion' AS expansion, s.value ->> 'complete' AS complete,
                 s.value ->> 'canonical' AS canonical_members, json_array_length(s.value, '$.mentions') AS mentions,
                 s.value ->> '$.mentions[0].start' AS start, s.value ->> '$.mentions[0].end' AS "end",
                 substr(a.text, (s.value ->> '$.evidence.start') + 1,
                        (s.value ->> '$.evidence.end') - (s.value ->> '$.evidence.start')) AS quote,
                 s.value ->> 'rule' AS rule, s.value ->> 'confidence' AS confidence
          FROM articles a, json_each(a.slogans) s;
        DROP VIEW figures;
        CREATE VIEW figures AS
          SELECT a.id AS article, f.value ->> 'text' AS text, f.value ->> 'value' AS value, f.value ->> 'min' AS min,
                 f.value ->> 'max' AS max, f.value ->> 'unit' AS unit, f.value ->> 'bound' AS bound,
                 f.value ->> 'indicator' AS indicator, f.value ->> 'under' AS under,
                 f.value ->> '$.change.direction' AS change, f.value ->> '$.change.kind' AS change_kind,
                 f.value ->> '$.change.of.text' AS change_of, f.value ->> '$.change.text' AS change_word,
                 f.value ->> '$.change.start' AS change_start, f.value ->> '$.change.end' AS change_end,
                 f.value ->> '$.change.compared.text' AS compared, f.value ->> '$.change.compared.start' AS compared_start,
                 f.value ->> '$.change.compared.end' AS compared_end,
                 f.value ->> 'role' AS role, f.value ->> 'per' AS per, f.value ->> 'time' AS time,
                 f.value ->> '$.interval.start' AS time_start, f.value ->> '$.interval.end' AS time_end,
                 CASE WHEN substr(f.value ->> '$.interval.start', 1, 4) = substr(f.value ->> '$.interval.end', 1, 4)
                        OR (f.value ->> 'time' LIKE '%前' AND f.value ->> 'time' NOT LIKE '%目前')
                      THEN CAST(substr(f.value ->> '$.interval.end', 1, 4) AS INTEGER) END AS year,
                 f.value ->> '$.actor.text' AS actor, f.value ->> '$.actor.from' AS actor_from,
                 f.value ->> 'point' AS point, f.value ->> 'start' AS start, f.value ->> 'end' AS "end",
                 substr(a.text, (f.value ->> '$.evidence.start') + 1,
                        (f.value ->> '$.evidence.end') - (f.value ->> '$.evidence.start')) AS quote,
                 f.value ->> 'rule' AS rule, f.value ->> 'confidence' AS confidence
          FROM articles a, json_each(a.figures) f;
      `);
    },
  },
];

/** Tables as they are since 'long rows in tables with rowids': name, columns, what they are filled with, indexes. */
const LONG_ROWS: readonly { name: string; schema: string; select: string }[] = [
  {
    name: 'pages',
    schema: `
      -- One row a page: a file, or a record of a file that holds several. decoded is what spans and offsets point into.
      CREATE TABLE pages (uid TEXT PRIMARY KEY NOT NULL, path TEXT NOT NULL, record INTEGER, page TEXT NOT NULL);
    `,
    select: 'uid, path, record, page',
  },
  {
    name: 'outcomes',
    schema: `
      CREATE TABLE outcomes (
        uid TEXT NOT NULL, stage TEXT NOT NULL, key TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (uid, stage)
      );
    `,
    select: 'uid, stage, key, outcome',
  },
  {
    name: 'sketches',
    schema: `
      -- doc is null where the stage looks up no document.
      CREATE TABLE sketches (
        uid TEXT NOT NULL, stage TEXT NOT NULL, key TEXT NOT NULL, sketch BLOB NOT NULL, doc TEXT, PRIMARY KEY (stage, uid)
      );
    `,
    // No other stage stored documents without their texts.
    select: "uid, stage, key, sketch, CASE stage WHEN 'site' THEN NULL ELSE doc END",
  },
  {
    name: 'articles',
    schema: `
      -- The articles as they are exported. work, of: uids; offsets in code points. What is long stands last, so that what is
      -- in front of it can be read without it; the indexes hold all that is asked for of every article.
      CREATE TABLE articles (
        uid TEXT PRIMARY KEY NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL, record INTEGER, part INTEGER NOT NULL,
        title TEXT, script TEXT NOT NULL, work TEXT, relation TEXT, of TEXT, jaccard REAL, containment REAL,
        repairs TEXT NOT NULL, meta TEXT NOT NULL, meta_from TEXT NOT NULL DEFAULT '{}', work_detail TEXT,
        source TEXT NOT NULL, slogans TEXT NOT NULL, points TEXT NOT NULL, figures TEXT NOT NULL, text TEXT NOT NULL
      );
      CREATE INDEX articles_id ON articles (id, uid);
      CREATE INDEX articles_order ON articles (path, record, part, uid);
      CREATE INDEX articles_work ON articles (work);
    `,
    select: `uid, id, path, record, part, title, script, work, relation, of, jaccard, containment, repairs, meta, meta_from,
      work_detail, source, slogans, points, figures, text`,
  },
];

/** Makes tables anew with the rows that they have. Views, which read them, are taken away for as long. */
function rebuild(db: DatabaseSync, tables: typeof LONG_ROWS): void {
  const views = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of views) db.exec(`DROP VIEW "${name}"`);
  for (const { name, schema, select } of tables) {
    db.exec(`ALTER TABLE ${name} RENAME TO before`);
    // The indexes of a table keep their names when it is renamed.
    const indexes = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'before' AND sql IS NOT NULL")
      .all() as { name: string }[];
    for (const index of indexes) db.exec(`DROP INDEX "${index.name}"`);
    db.exec(schema);
    db.exec(`INSERT INTO ${name} SELECT ${select} FROM before; DROP TABLE before`);
  }
  for (const { sql } of views) db.exec(sql);
}

/**
 * Brings a database up to date, each migration in a transaction of its own.
 *
 * @throws Error when the database was made by a newer wenshai.
 */
export function migrate(db: DatabaseSync): void {
  const { user_version: had } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (had > migrations.length) throw new Error(`the database was made by a newer wenshai (schema ${had})`);
  for (let i = had; i < migrations.length; i++) {
    db.exec('BEGIN IMMEDIATE');
    try {
      migrations[i]!.up(db);
      db.exec(`PRAGMA user_version = ${i + 1}`);
      db.exec('COMMIT');
    } catch (e) {
      undo(db, 'ROLLBACK');
      throw e;
    }
  }
  if (had && had < migrations.length) giveBack(db, 1 / 4);
}
