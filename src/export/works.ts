import type { StoredArticle } from '../store/store.ts';
import { figuresOf, fileCells, pointsOf, publishedOn, type Row, slogansOf, workId } from './rows.ts';

export const columns = [
  'work', 'article', 'relation', 'title', 'script', 'published', 'dated', 'author', 'org', 'publisher', 'origin', 'number', 'editor', 'path', 'record', 'member', 'part', 'url', 'jaccard',
  'containment', 'characters', 'points', 'measures', 'slogans', 'figures', 'start', 'end', 'quote',
] as const; // biome-ignore format: a table

interface Meta {
  dated?: string | null;
  author?: string[] | null;
  org?: string | null;
  publisher?: string | null;
  origin?: string | null;
  number?: string | null;
  editor?: string | null;
}

/** What stands for an article in the table: its first sentence, or as much of it. */
const QUOTE = 40;

/** A row an article with the work it belongs to; works in the order of their first article, the canonical one first. */
export function* rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row> {
  const works = new Map<string, Row[]>();
  for (const a of articles) {
    const work = workId(a, ids);
    const list = works.get(work) ?? [];
    list[work === a.id ? 'unshift' : 'push'](rowOf(a, work));
    works.set(work, list);
  }
  for (const list of works.values()) yield* list;
}

function rowOf(a: StoredArticle, work: string): Row {
  const meta = a.meta as Meta;
  const chars = Array.from(a.text);
  const end = Math.min(chars.length, QUOTE);
  return {
    work,
    article: a.id,
    relation: a.relation,
    title: a.title,
    script: a.script,
    published: publishedOn(a),
    dated: meta.dated ?? null,
    author: meta.author?.length ? meta.author : null,
    org: meta.org ?? null,
    publisher: meta.publisher ?? null,
    origin: meta.origin ?? null,
    number: meta.number ?? null,
    editor: meta.editor ?? null,
    ...fileCells(a),
    url: (a.source as { url?: string | null }).url ?? null,
    jaccard: a.jaccard,
    containment: a.containment,
    characters: chars.length,
    points: pointsOf(a).length,
    measures: pointsOf(a).filter((p) => p.measure).length,
    slogans: slogansOf(a).length,
    figures: figuresOf(a).length,
    start: 0,
    end,
    quote: chars.slice(0, end).join(''),
  };
}
