import type { StoredArticle } from '../store/store.ts';
import { ARTICLE_COLUMNS, articleCells, PLACE_COLUMNS, placeCells, type Row, slogansOf } from './rows.ts';

export const columns = [
  ...ARTICLE_COLUMNS, 'slogan', 'concept', 'kind', 'members', 'complete', 'canonical_members', 'variants', 'mentions', 'slogan_start',
  'slogan_end', ...PLACE_COLUMNS,
] as const; // biome-ignore format: a table

/** A row a slogan of an article, placed at its first mention. */
export function* rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row> {
  for (const a of articles) {
    const chars = Array.from(a.text);
    for (const s of slogansOf(a))
      yield {
        ...articleCells(a, ids),
        slogan: s.text,
        concept: s.concept,
        kind: s.kind,
        members: s.expansion,
        complete: s.complete,
        canonical_members: s.canonical,
        variants: s.variants.map((v) => v.text),
        mentions: s.mentions.length + s.variants.reduce((n, v) => n + v.mentions.length, 0),
        slogan_start: s.mentions[0]!.start,
        slogan_end: s.mentions[0]!.end,
        ...placeCells(chars, s),
      };
  }
}
