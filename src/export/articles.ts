import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Json } from '../pipeline/types.ts';
import type { ArticleRow, Store } from '../store/store.ts';

/** Characters that are written at once. */
const BLOCK = 1 << 18;

export interface Exported {
  file: string;
  articles: number;
}

/**
 * The line of `articles.jsonl` for an article; `schema.ts` describes it. Most of a row is JSON already and is copied as
 * it is. `ids` turns uids into ids.
 */
function lineOf(a: ArticleRow, ids: ReadonlyMap<string, string>): string {
  const fields: [name: string, json: string][] = [
    ['id', JSON.stringify(a.id)],
    ['title', JSON.stringify(a.title)],
    ['script', JSON.stringify(a.script)],
    ['source', a.source],
    ['meta', a.meta],
    ['text', JSON.stringify(a.text)],
    ['work', a.work === null ? 'null' : JSON.stringify(workOf(a, ids))],
    ['points', a.points],
    ['slogans', a.slogans],
    ['figures', a.figures],
    ['repairs', a.repairs],
  ];
  return `{${fields.map(([name, json]) => `"${name}":${json}`).join(',')}}`;
}

function workOf(a: ArticleRow, ids: ReadonlyMap<string, string>): Json {
  const id = (uid: Json | undefined): string | null => (typeof uid === 'string' ? (ids.get(uid) ?? null) : null);
  // The canonical article may have been set aside since: then this one stands for itself.
  if (id(a.work) === null) return { id: a.id, relation: 'canonical', of: null, jaccard: null, containment: null };
  const { copyOf, passages, ...detail } = JSON.parse(a.work_detail) as WorkDetail;
  const { relation, jaccard, containment } = a;
  return {
    id: id(a.work),
    relation,
    of: id(a.of),
    jaccard,
    containment,
    copyOf: id(copyOf),
    ...detail,
    ...(passages && { passages: passages.map((p) => passageOf(p, id)) }),
  };
}

interface StoredPassage {
  first: string | null;
  in: { uid: string; start: number; end: number }[];
  [field: string]: Json;
}

type WorkDetail = { [field: string]: Json } & { copyOf?: string | null; passages?: StoredPassage[] };

/** A shared passage with ids in place of uids. An article that was set aside since has none. */
function passageOf(p: StoredPassage, id: (uid: Json) => string | null): Json {
  return {
    ...p,
    first: id(p.first),
    in: p.in.flatMap(({ uid, start, end }) => (id(uid) === null ? [] : [{ id: id(uid), start, end }])),
  };
}

/**
 * Writes every article as a line of JSON, in the order of source path and position. The file appears whole or not at
 * all: it is written beside and renamed.
 *
 * @throws the error of the file system (disk full, read-only); what was begun is removed.
 */
export function exportArticles(store: Store, file: string): Exported {
  const ids = store.articleIds();
  // Of this process: another pipeline may be writing into the same folder.
  const begun = `${file}.${process.pid}.part`;
  let articles = 0;
  try {
    const fd = openSync(begun, 'w');
    try {
      let block = '';
      for (const row of store.articleRows()) {
        block += `${lineOf(row, ids)}\n`;
        articles++;
        if (block.length < BLOCK) continue;
        writeAll(fd, block);
        block = '';
      }
      writeAll(fd, block);
    } finally {
      closeSync(fd);
    }
    renameSync(begun, file);
  } catch (e) {
    rmSync(begun, { force: true });
    throw e;
  }
  return { file, articles };
}

/** A write may take less than it was given (a disk that is nearly full): go on until all is taken or it fails. */
function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
