import type { Json } from '../pipeline/types.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { shareEvidence } from './evidence.ts';
import { writeLines } from './write.ts';

export interface Exported {
  file: string;
  articles: number;
}

/** The line of `articles.jsonl` for an article; `schema.ts` describes it. `ids` turns uids into ids. */
export function articleLine(a: StoredArticle, ids: ReadonlyMap<string, string>): Json {
  const { evidence, lists } = shareEvidence(a.text, [a.points, a.slogans, a.figures]);
  const [points, slogans, figures] = lists;
  return {
    id: a.id,
    title: a.title,
    script: a.script,
    source: a.source,
    meta: a.meta,
    text: a.text,
    work: a.work === null ? null : workOf(a, ids),
    points,
    slogans,
    figures,
    evidence: evidence as unknown as Json,
    repairs: a.repairs,
  };
}

function workOf(a: StoredArticle, ids: ReadonlyMap<string, string>): Json {
  const id = (uid: Json | undefined): string | null => (typeof uid === 'string' ? (ids.get(uid) ?? null) : null);
  // The canonical article may have been set aside since: then this one stands for itself.
  if (id(a.work) === null) return { id: a.id, relation: 'canonical', of: null, jaccard: null, containment: null };
  const { copyOf, ...detail } = a.work_detail as { [key: string]: Json };
  const { jaccard, containment } = a;
  return { id: id(a.work), relation: a.relation, of: id(a.of), jaccard, containment, copyOf: id(copyOf), ...detail };
}

/**
 * Writes every article as a line of JSON, in the order of source path and position. The file appears whole or not at
 * all: it is written beside and renamed.
 *
 * @throws the error of the file system (disk full, read-only); what was begun is removed.
 */
export function exportArticles(store: Store, file: string): Exported {
  const ids = store.articleIds();
  function* lines(): Iterable<string> {
    for (const article of store.articles()) yield `${JSON.stringify(articleLine(article, ids))}\n`;
  }
  return { file, articles: writeLines(file, lines()) };
}
