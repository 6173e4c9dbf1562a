import type { StoredArticle } from '../store/store.ts';
import {
  ARTICLE_COLUMNS,
  articleCells,
  isContainer,
  ownPlace,
  PLACE_COLUMNS,
  placeCells,
  pointsOf,
  type Row,
  type StoredPoint,
  yearOf,
} from './rows.ts';

export const columns = [
  ...ARTICLE_COLUMNS, 'point', 'number', 'heading', 'parent', 'container', 'text', 'role', 'actor', 'actor_from', 'action', 'object', 'deadline',
  'deadline_start', 'deadline_end', 'year', 'instrument', ...PLACE_COLUMNS,
] as const; // biome-ignore format: a table

function measureCells(p: StoredPoint): Row {
  const m = p.measure;
  return {
    actor: m?.actor?.text ?? null,
    actor_from: m?.actor?.from ?? null,
    action: m?.action?.text ?? null,
    object: m?.object?.text ?? null,
    deadline: m?.deadline?.text ?? null,
    deadline_start: m?.deadline?.interval?.start ?? null,
    deadline_end: m?.deadline?.interval?.end ?? null,
    year: yearOf(m?.deadline?.text, m?.deadline?.interval),
    instrument: m?.instrument?.text ?? null,
  };
}

/** A row a measure: who does what, until when, by what means, and where it says so. */
export function* rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row> {
  for (const a of articles) {
    const chars = Array.from(a.text);
    const points = pointsOf(a);
    const headings = new Map(points.map((p) => [p.id, p.heading]));
    for (const [i, p] of points.entries()) {
      if (!p.measure) continue;
      const own = ownPlace(points, i);
      yield {
        ...articleCells(a, ids),
        point: p.id,
        number: p.number,
        heading: p.heading,
        parent: p.parent === null ? null : (headings.get(p.parent) ?? null),
        container: isContainer(points, i, chars),
        text: chars.slice(own.start, own.end).join('').trim(),
        role: p.role,
        ...measureCells(p),
        ...placeCells(chars, p),
      };
    }
  }
}
