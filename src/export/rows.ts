import type { StoredArticle } from '../store/store.ts';
import type { Attested, Figure, Found, Interval, Place, Point, Slogan } from './article.ts';
import { selectorAt } from './evidence.ts';

/** A cell of a table: text, a number, a list (one cell in CSV), or nothing. */
export type Cell = string | number | boolean | null | readonly string[];
/** A row of a table; its keys are the columns, in order. */
export type Row = Record<string, Cell>;

/** A table: its columns, and its rows in a stable order (source path, position, place in the text). */
export interface Table {
  columns: readonly string[];
  rows(articles: Iterable<StoredArticle>, ids: ReadonlyMap<string, string>): Iterable<Row>;
}

/** A finding as the store holds it; what an older version stored has no evidence. */
type Stored<T extends Attested> = Omit<Found<T>, 'evidence'> & { evidence?: Place };
export type StoredPoint = Stored<Point>;
export type StoredSlogan = Stored<Slogan>;
export type StoredFigure = Stored<Figure>;

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
export const ARTICLE_COLUMNS = [
  'article', 'work', 'title', 'published', 'dated', 'org', 'publisher', 'origin', 'url', 'path', 'record', 'member', 'part',
] as const; // biome-ignore format: a table

/** What a row is cited with. */
interface Cited {
  dated?: string | null;
  org?: string | null;
  publisher?: string | null;
  origin?: string | null;
}

/** The id of the work's canonical article is looked up by uid; an article outside of any work stands for itself. */
export const workId = (a: StoredArticle, ids: ReadonlyMap<string, string>): string =>
  (a.work === null ? undefined : ids.get(a.work)) ?? a.id;

/** 6月底前, 年底之前; 目前 is a day. */
const UNTIL = /(?<!目)前$/u;

/**
 * The year of a time, to count by: where its days are of one year, that; what is to be done before a day, the year of that day. Null for
 * what goes over several (十四五, 三年来) or has no end.
 *
 * @param time as written
 */
export function yearOf(time: string | null | undefined, interval: Interval | null | undefined): number | null {
  const [start, end] = [interval?.start, interval?.end].map((day) => day?.slice(0, 4));
  if (end === undefined || (start !== end && !UNTIL.test(time ?? ''))) return null;
  return Number(end);
}

/** The day an article was published: one form for a column, whether or not its page told the time as well. */
export const publishedOn = (a: StoredArticle): string | null =>
  (a.meta as { published?: string | null }).published?.slice(0, 10) ?? null;

/** Where a file has an article: the record, the name inside an archive or of a sheet, the part. */
export function fileCells({ path, record, part, source }: StoredArticle): Row {
  const { member = null } = source as { member?: string | null };
  return { path, record, member, part };
}

export function articleCells(a: StoredArticle, ids: ReadonlyMap<string, string>): Row {
  const { dated = null, org = null, publisher = null, origin = null } = a.meta as Cited;
  const { url = null } = a.source as { url?: string | null };
  const { id, title } = a;
  const published = publishedOn(a);
  return {
    article: id,
    work: workId(a, ids),
    title,
    published,
    dated,
    org,
    publisher,
    origin,
    url,
    ...fileCells(a),
  };
}

/**
 * Offsets in code points of the article's text with the sentence at them, and what stands around it.
 *
 * @param chars the code points of the text
 * @throws Error when the finding was made by an older version, which kept no evidence
 */
export function placeCells(chars: readonly string[], { evidence, rule, confidence }: Stored<Attested>): Row {
  if (!evidence) throw new Error("the database holds findings of an older wenshai: run 'wenshai run' again");
  const { start, end, exact: quote, prefix, suffix } = selectorAt(chars, evidence);
  return { start, end, quote, prefix, suffix, rule, confidence };
}
