import type { Doc, Json, Memo, Page } from '../pipeline/types.ts';

/** A page as it is stored: what ingest made of it, and its place. */
export interface StoredPage {
  /** `path#record` with the record in seven digits (0000000 for a file that is one page). */
  uid: string;
  path: string;
  page: Page;
}

/** A stage's outcome as JSON text, with the key it was made under. */
export interface StoredOutcome {
  uid: string;
  stage: string;
  key: string;
  outcome: string;
}

/** A stage's outcome on its way to the store. */
export type SentOutcome = Omit<StoredOutcome, 'outcome'> & { outcome: SentText };

/** Text on its way to the store, which holds it as text: where it is long, as UTF-8. */
export type SentText = string | Uint8Array<ArrayBuffer>;

/** Of shorter texts a buffer costs more than a copy. */
const LONG = 100_000;
const encoder = new TextEncoder();

/** What a stage found in a large document takes hundreds of MB as a string, and as much again in each copy; bytes are moved between threads. */
export const sentText = (json: string): SentText => (json.length < LONG ? json : encoder.encode(json));

export interface StoredSketch {
  uid: string;
  stage: string;
  key: string;
  sketch: Uint8Array;
  /** The document as the sketch saw it; null where the stage looks up none. */
  doc: Doc | null;
}

/** An article as it is stored: uids where the export has ids; the JSON columns as values. Offsets in code points. */
export interface StoredArticle {
  uid: string;
  id: string;
  path: string;
  record: number | null;
  part: number;
  title: string | null;
  script: string;
  source: Json;
  meta: Json;
  /** Where title and metadata were read; offsets in code points of the decoded page. */
  meta_from: Json;
  text: string;
  work: string | null;
  relation: string | null;
  of: string | null;
  jaccard: number | null;
  containment: number | null;
  /** What dedup said beyond the columns: slot diff, reasons. Uids in it. */
  work_detail: Json;
  points: Json;
  slogans: Json;
  figures: Json;
  repairs: Json;
}

/** What of an article dedup decides. */
export type WorkColumns = Pick<StoredArticle, 'work' | 'relation' | 'of' | 'jaccard' | 'containment' | 'work_detail'>;

/** An article as its row holds it: the columns that are values in {@link StoredArticle} are JSON text. */
export type ArticleRow = {
  [K in keyof StoredArticle]: Json extends StoredArticle[K] ? string : StoredArticle[K];
};

/** The columns that are JSON text. */
export const ARTICLE_JSON = [
  'source',
  'meta',
  'meta_from',
  'work_detail',
  'points',
  'slogans',
  'figures',
  'repairs',
] as const;

/** The row of an article on its way to the store. */
export type SentRow = {
  [K in keyof ArticleRow]: K extends (typeof ARTICLE_JSON)[number] ? SentText : ArticleRow[K];
};

/** The row of an article: made where the article is, for of a large one the text moves between threads at a tenth of the memory. */
export function articleRow(a: StoredArticle): SentRow {
  const json = Object.fromEntries(ARTICLE_JSON.map((column) => [column, sentText(JSON.stringify(a[column]))]));
  return { ...a, ...json } as unknown as SentRow;
}

/** The article of a row. */
export function storedArticle(row: Readonly<Record<string, unknown>>): StoredArticle {
  const json = Object.fromEntries(ARTICLE_JSON.map((column) => [column, JSON.parse(row[column] as string)]));
  return { ...row, ...json } as unknown as StoredArticle;
}

/** What is searched of an article. */
export type SearchedRow = Pick<
  ArticleRow,
  | 'uid'
  | 'id'
  | 'path'
  | 'record'
  | 'part'
  | 'title'
  | 'meta'
  | 'text'
  | 'work'
  | 'relation'
  | 'points'
  | 'slogans'
  | 'figures'
> & {
  /** Name inside an archive, or of a sheet. */
  member: string | null;
};

/** An article of a work, and what it is to the canonical one. */
export type WorkedRow = Pick<ArticleRow, 'uid' | 'id' | 'path' | 'record' | 'part' | 'title' | 'meta'> & {
  member: string | null;
  /** The first characters of its text, where it has no title. */
  beginning: string | null;
  work: string;
  relation: string;
};

/** A line of `articles.jsonl` as it was written. */
export interface ExportLine {
  uid: string;
  id: string;
  /** With the line break. */
  bytes: number;
  /** CRC-32 of these. */
  sum: number;
  /** Uids of the articles whose ids it holds. */
  names: string[];
}

/** What became of a page: how much of it its articles hold, what was cut by which rule. */
export interface StoredReport {
  uid: string;
  path: string;
  /** Characters that are not white space, Chinese ones among them, and how many of them the articles hold. */
  chars: number;
  han: number;
  articles: number;
  kept: { chars: number; han: number };
  /**
   * Most first. What a rule put in beside what it took out is taken off, so that one may come out below zero, and
   * `chars` is `kept` and all of these together.
   */
  cut: { rule: string; chars: number; han: number }[];
  /** Why the articles are suspiciously short for the page; null where they are not. */
  short: string | null;
}

export interface Quarantined {
  path: string;
  record: number | null;
  uid: string | null;
  stage: string;
  reason: string;
}

export interface StoredFile {
  path: string;
  sha256: string;
  bytes: number;
  /** What the walk saw of it when it was read; without it the file is read again to see whether it changed. */
  stamp?: string | null;
  phases: Record<string, string>;
}

export interface StoredRun {
  id: number;
  started: string;
  finished: string | null;
  pipeline: string;
  plan: Json;
  state: string;
  counts: Json;
}

/** What a decision about a document rests on. */
export interface StoredDecision {
  uid: string;
  /** Of the outcome, and of what of it other stages and the article's text depend on: all but its data. */
  hash: string;
  shape: string;
  /** See `Settled`; null in what an older version decided. */
  digest: string | null;
}

/** What an all-stage remembers; see `Memo`. */
export interface StoredMemo extends Memo {
  /** Ends its use: what is not alive is forgotten, not at once but before it outweighs the rest. */
  close(): void;
}

/** Uids from `from` up to, without, `to`. */
export interface UidRange {
  from: string;
  to: string;
}
