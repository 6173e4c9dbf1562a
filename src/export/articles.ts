import path from 'node:path';
import { crc32 } from 'node:zlib';
import { cannotWrite, ELSEWHERE, isOfFiles } from '../store/refused.ts';
import type { ArticleRow, ExportLine, Store } from '../store/store.ts';
import type { Article, Passage, Place, Relation, Work } from './article.ts';
import { shareEvidence } from './evidence.ts';
import { holds, LastExport } from './last.ts';
import { removeBegun, type Sum, writeWhole } from './write.ts';

export interface Exported {
  file: string;
  articles: number;
}

/** Turns uids into ids: all of the corpus in a map, or those few of an article one by one. */
type Ids = Pick<ReadonlyMap<string, string>, 'get'>;

/**
 * The line of `articles.jsonl` for an article, in pieces, of which a large article has many; `schema.ts` describes it. Most of a
 * row is JSON already and is copied as it is. `ids` turns uids into ids; the uids that it was asked for are added to `names`.
 */
function* lineOf(a: ArticleRow, ids: Ids, names: Set<string>): Generator<string> {
  const work = a.work === null ? null : workOf(a, ids, names);
  const head: [name: keyof Article, json: string][] = [
    ['id', JSON.stringify(a.id)],
    ['title', JSON.stringify(a.title)],
    ['script', JSON.stringify(a.script)],
    ['source', a.source],
    ['meta', a.meta],
    ['meta_from', a.meta_from],
    ['text', JSON.stringify(a.text)],
    ['work', JSON.stringify(work)],
  ];
  yield `{${head.map(([name, json]) => `"${name}":${json}`).join(',')}`;
  for (const [name, pieces] of findingsOf(a)) {
    yield `,"${name}":`;
    yield* pieces;
  }
  yield `,"repairs":${a.repairs}}`;
}

/** What was extracted, with the sentences it rests on in a list of their own. */
function findingsOf(a: ArticleRow): [name: keyof Article, json: Iterable<string>][] {
  const { evidence, lists } = shareEvidence(a.text, [a.points, a.slogans, a.figures]);
  const [points, slogans, figures] = lists.map((list) => list()) as [
    Iterable<string>,
    Iterable<string>,
    Iterable<string>,
  ];
  return [
    ['points', points],
    ['slogans', slogans],
    ['figures', figures],
    ['evidence', evidence()],
  ];
}

function workOf(a: ArticleRow, ids: Ids, names: Set<string>): Work {
  const id = (uid: string | null | undefined): string | null => {
    if (typeof uid !== 'string') return null;
    names.add(uid);
    return ids.get(uid) ?? null;
  };
  // The canonical article may have been set aside since: then this one stands for itself.
  const work = id(a.work);
  if (work === null) return { id: a.id, relation: 'canonical', of: null, jaccard: null, containment: null };
  const { copyOf, passages, ...detail } = JSON.parse(a.work_detail) as WorkDetail;
  const { relation, jaccard, containment } = a;
  return {
    id: work,
    relation: relation as Relation,
    of: id(a.of),
    jaccard,
    containment,
    copyOf: id(copyOf),
    ...detail,
    ...(passages && { passages: passages.map((p) => passageOf(p, id)) }),
  };
}

/** As dedup tells it: uids in place of ids. */
type StoredPassage = Omit<Passage, 'in'> & { in: ({ uid: string } & Place)[] };
type WorkColumn = 'id' | 'relation' | 'of' | 'jaccard' | 'containment';
type WorkDetail = Omit<Work, WorkColumn | 'passages'> & { passages?: StoredPassage[] };

/** A shared passage with ids in place of uids. An article that was set aside since has none. */
function passageOf(p: StoredPassage, id: (uid: string | null) => string | null): Passage {
  const at = p.in.flatMap(({ uid, start, end }) => {
    const known = id(uid);
    return known === null ? [] : [{ id: known, start, end }];
  });
  return { ...p, first: id(p.first), in: at };
}

/** An article as its line of the export holds it. */
export function exportedArticle(store: Store, uid: string): Article {
  const ids: Ids = { get: (uid) => store.idOf(uid) };
  return JSON.parse([...lineOf(store.articleRow(uid)!, ids, new Set())].join('')) as Article;
}

/**
 * Writes every article as a line of JSON, in the order of source path and position. The file appears whole or not at
 * all: it is written beside and renamed. Lines that the last export wrote, and of which nothing has changed since, are
 * copied from there; where nothing has changed at all, the file is left as it is.
 *
 * @throws Error of one line where it cannot be written (disk full, read-only); what was begun is removed.
 */
export function exportArticles(store: Store, file: string): Exported {
  const name = path.basename(file);
  const changed = new Set(store.unexported());
  const known = store.exportSum(name);
  if (known && !changed.size && holds(file, known)) return { file, articles: store.counts().articles };
  const ids = store.articleIds();
  const last = new LastExport(file, store.exportLines(name), ids, changed);
  const lines: ExportLine[] = [];
  function* make(uid: string): Generator<string> {
    const names = new Set<string>();
    let [bytes, sum] = [0, 0];
    const counted = (piece: string): string => {
      bytes += Buffer.byteLength(piece);
      sum = crc32(piece, sum);
      return piece;
    };
    for (const piece of lineOf(store.articleRow(uid)!, ids, names)) yield counted(piece);
    yield counted('\n');
    lines.push({ uid, id: ids.get(uid)!, bytes, sum, names: [...names] });
  }
  function* pieces(): Generator<string | Uint8Array> {
    for (const uid of store.articleOrder()) {
      const known = last.lineOf(uid);
      const copied = known && last.copy(known);
      if (copied) {
        lines.push(known);
        yield copied;
      } else yield* make(uid);
    }
  }
  let sum: Sum;
  try {
    // The run has the folder to itself.
    removeBegun(file);
    sum = writeWhole(file, pieces());
  } catch (e) {
    throw isOfFiles(e) ? cannotWrite(file, e, ELSEWHERE) : e;
  } finally {
    last.close();
  }
  store.transaction(() => store.putExport(name, lines, sum));
  return { file, articles: lines.length };
}
