import type { StoredArticle } from '../store/store.ts';
import type { Change } from './article.ts';
import {
  ARTICLE_COLUMNS,
  articleCells,
  figuresOf,
  PLACE_COLUMNS,
  placeCells,
  pointsOf,
  type Row,
  yearOf,
} from './rows.ts';

export const columns = [
  ...ARTICLE_COLUMNS, 'figure', 'value', 'min', 'max', 'unit', 'bound', 'indicator', 'under', 'change', 'change_kind',
  'change_of', 'change_word', 'change_start', 'change_end', 'compared', 'compared_start', 'compared_end', 'role', 'per', 'time',
  'time_start', 'time_end', 'year', 'actor', 'actor_from', 'point', 'heading', 'figure_start', 'figure_end', ...PLACE_COLUMNS,
] as const; // biome-ignore format: a table

/** A row a figure: one for each indicator of a table or a hierarchy of targets, with the one above it. */
export function* rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row> {
  for (const a of articles) {
    const chars = Array.from(a.text);
    const headings = new Map(pointsOf(a).map((p) => [p.id, p.heading]));
    for (const f of figuresOf(a))
      yield {
        ...articleCells(a, ids),
        figure: f.text,
        value: f.value ?? null,
        min: f.min ?? null,
        max: f.max ?? null,
        unit: f.unit,
        bound: f.bound,
        indicator: f.indicator,
        under: f.under,
        ...changeCells(f.change),
        role: f.role,
        per: f.per,
        time: f.time,
        time_start: f.interval?.start ?? null,
        time_end: f.interval?.end ?? null,
        year: yearOf(f.time, f.interval),
        actor: f.actor?.text ?? null,
        actor_from: f.actor?.from ?? null,
        point: f.point,
        heading: f.point === null ? null : (headings.get(f.point) ?? null),
        figure_start: f.start,
        figure_end: f.end,
        ...placeCells(chars, f),
      };
  }
}

/** Which way it went, by or to the figure, and what it is compared with; `change` is missing in what an older version stored. */
function changeCells(change: Change | null = null): Row {
  return {
    change: change?.direction ?? null,
    change_kind: change?.kind ?? null,
    change_of: change?.of?.text ?? null,
    change_word: change?.text ?? null,
    change_start: change?.start ?? null,
    change_end: change?.end ?? null,
    compared: change?.compared?.text ?? null,
    compared_start: change?.compared?.start ?? null,
    compared_end: change?.compared?.end ?? null,
  };
}
