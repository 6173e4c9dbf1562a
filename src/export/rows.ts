import type { StoredArticle } from '../store/store.ts';
import { type Place, selectorAt } from './evidence.ts';

/** A cell of a table: text, a number, a list (one cell in CSV), or nothing. */
export type Cell = string | number | boolean | null | readonly string[];
/** A row of a table; its keys are the columns, in order. */
export type Row = Record<string, Cell>;

/** A table: its columns, and its rows in a stable order (source path, position, place in the text). */
export interface Table {
  columns: readonly string[];
  rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row>;
}

/** What the tables read of a point, a slogan, a figure as the store holds them (see `schema.ts`). */
export interface Phrase extends Place {
  text: string;
}

export interface Interval {
  start: string | null;
  end: string | null;
}

export interface Actor extends Partial<Place> {
  text: string;
  from: string;
}

interface Attested {
  rule: string;
  /** Missing in what an older version stored. */
  evidence?: Place;
  confidence: number;
}

export interface StoredPoint extends Attested, Place {
  id: string;
  number: string | null;
  heading: string;
  parent: string | null;
  role: string;
  cue: string;
  headingStart: number;
  headingEnd: number;
  measure: {
    actor: Actor | null;
    action: Phrase | null;
    object: Phrase | null;
    deadline: (Phrase & { interval: Interval | null }) | null;
    instrument: Phrase | null;
  } | null;
}

export interface StoredSlogan extends Attested {
  text: string;
  concept: string;
  kind: string;
  expansion: string[] | null;
  complete: boolean | null;
  canonical: string[] | null;
  mentions: Place[];
  variants: { text: string; mentions: Place[] }[];
}

export interface Change extends Phrase {
  kind: string;
  direction: string;
  of: Phrase | null;
  compared: Phrase | null;
}

export interface StoredFigure extends Attested, Place {
  text: string;
  value?: number;
  min?: number;
  max?: number;
  unit: string;
  bound: string;
  indicator: string | null;
  role: string;
  per: string | null;
  time: string | null;
  interval: Interval | null;
  actor: Actor | null;
  point: string | null;
  under: string | null;
  change: Change | null;
}

export const pointsOf = (a: StoredArticle): StoredPoint[] => a.points as unknown as StoredPoint[];
export const slogansOf = (a: StoredArticle): StoredSlogan[] => a.slogans as unknown as StoredSlogan[];
export const figuresOf = (a: StoredArticle): StoredFigure[] => a.figures as unknown as StoredFigure[];

/** A point's own words, without what stands under it: up to the next point or its own end. `points` in document order. */
export function ownPlace(points: readonly StoredPoint[], at: number): Place {
  const { start, end } = points[at]!;
  // Points may begin at one place: a heading and what it runs into.
  let next = at + 1;
  while (next < points.length && points[next]!.start <= start) next++;
  return { start, end: Math.min(end, points[next]?.start ?? end) };
}

/** True for a heading that only holds the points under it together: beside its own heading it says nothing. */
export function isContainer(points: readonly StoredPoint[], at: number, chars: readonly string[]): boolean {
  const { id, headingEnd } = points[at]!;
  // What stands under a point follows it.
  if (points[at + 1]?.parent !== id) return false;
  return !/[\p{L}\p{N}]/u.test(chars.slice(headingEnd, ownPlace(points, at).end).join(''));
}

/** Columns that every row ends with: where it is from, and the quote to check it by. */
export const PLACE_COLUMNS = ['start', 'end', 'quote', 'prefix', 'suffix', 'rule', 'confidence'] as const;
/** Columns that every row begins with. */
export const ARTICLE_COLUMNS = ['article', 'work', 'title', 'published', 'path', 'record', 'part'] as const;

/** The id of the work's canonical article is looked up by uid; an article outside of any work stands for itself. */
export const workId = (a: StoredArticle, ids: ReadonlyMap<string, string>): string =>
  (a.work === null ? undefined : ids.get(a.work)) ?? a.id;

/** The day an article was published: one form for a column, whether or not its page told the time as well. */
export const publishedOn = (a: StoredArticle): string | null =>
  (a.meta as { published?: string | null }).published?.slice(0, 10) ?? null;

export function articleCells(a: StoredArticle, ids: ReadonlyMap<string, string>): Row {
  const { id, title, path, record, part } = a;
  return { article: id, work: workId(a, ids), title, published: publishedOn(a), path, record, part };
}

/**
 * Offsets in code points of the article's text with the sentence at them, and what stands around it.
 *
 * @param chars the code points of the text
 * @throws Error when the finding was made by an older version, which kept no evidence
 */
export function placeCells(chars: readonly string[], { evidence, rule, confidence }: Attested): Row {
  if (!evidence) throw new Error("the database holds findings of an older wenshai: run 'wenshai run' again");
  const { start, end, exact: quote, prefix, suffix } = selectorAt(chars, evidence);
  return { start, end, quote, prefix, suffix, rule, confidence };
}
