import type { Edit } from '../text/edits.ts';
import type { Tally } from '../text/tally.ts';

export type { Edit } from '../text/edits.ts';

/** What JSON can hold: everything a stage hands on is plain JSON, so that it can be stored, sent and read anywhere. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A half-open range of UTF-16 offsets. */
export type Span = [start: number, end: number];

/** What a page says of itself. Null where it says nothing; dates are ISO 8601 (`2016-12-23`, `2016-12-23T10:02:42`). */
export interface Meta {
  author: string[];
  org: string | null;
  publisher: string | null;
  published: string | null;
  /**
   * The day that the text itself bears: in brackets under the headline of a speech, or in its signature. Goes before
   * `published` where times are resolved.
   */
  dated: string | null;
  editor: string | null;
  /** Times read, from 点击数, 阅读次数, 浏览量. */
  views: number | null;
  /** Where the text was taken from, from 来源, 稿件来源. */
  origin: string | null;
  /** 国发〔2014〕14号 */
  number: string | null;
  /** A second headline that disagrees with the title (the `<title>` against the `<h1>`, say). */
  altTitle: string | null;
  /** Who may see the document, as it says below itself: 此件公开发布, 主动公开. */
  disclosure: string | null;
  /** Names of what is attached: 附件：1.… 2.… They stay in the text, too. */
  attachments: string[];
}

/**
 * Where a field was read. `from` names the kind of place: `meta NAME`, `json-ld NAME`, `<title>`, `<h1>`, `beside` (a line of
 * the page beside the article), `field NAME` of a record, a kind of line (`header`, `tail`, `dateline`, …), or the stage.
 * Offsets are there where it is a stretch of the page.
 */
export interface Origin {
  from: string;
  start?: number;
  end?: number;
}

export type Origins = { [K in keyof Meta | 'title']?: Origin };

/** The part of a uid that stands for a file: the sign that ends it does not occur in it. */
export const uidPath = (path: string): string => path.replaceAll('%', '%25').replaceAll('#', '%23');

/** The path of the file that a uid stands for. */
export const pathOf = (uid: string): string =>
  uid.slice(0, uid.indexOf('#')).replaceAll('%23', '#').replaceAll('%25', '%');

/** The record that a uid stands for; null for a file that is one page. */
export function recordOf(uid: string): number | null {
  return Number(/^[^#]*#(\d+)/.exec(uid)?.[1] ?? 0) || null;
}

/** Where a text came from. */
interface Source {
  /** Relative to the working directory where it lies below it; forward slashes. */
  path: string;
  /** Line of a JSONL file, row of a table, page of an archive, from 1; null for a file that is one page. */
  record: number | null;
  /** Name inside an archive (`inner/page.html`, `inner/list.jsonl#3` for its third record), or of a sheet. */
  member?: string;
  url: string | null;
  /** When the page was fetched, ISO 8601, as the crawl file tells. */
  fetched?: string;
  /** Of the raw bytes (of the record's or member's bytes where the file holds several), hex. */
  sha256: string;
  /** The encoding that was used to decode, WHATWG label; null for what is text already (JSONL, DOCX, XLSX, PDF). */
  charset: string | null;
  /** Ordinal of the article within the page, from 1. */
  part: number;
}

/** A text with its origin. What a stage sees; stages never change it, they return an {@link Outcome}. */
export interface Doc {
  /** Position key: `path#record/part`. Unique within a run, the same in every run. */
  uid: string;
  text: string;
  title: string | null;
  meta: Meta;
  source: Source;
  /**
   * What earlier stages found, under their names: `data.dedup`, … for the export. No stage is shown any of it: what is
   * decided over a corpus may change with every run, and a text that stays as it was shall not be gone through again.
   */
  data: { [stage: string]: Json | undefined };
}

/** A remark on a document: what was odd, what was given up. Bad input becomes notes, never exceptions. */
export interface Note {
  level: 'info' | 'warn' | 'error';
  /** `stage/code`, e.g. `repair/open`, `ingest/charset`. */
  code: string;
  text: string;
  /** Where in the text that the stage was given, if it is about a place. */
  start?: number;
  end?: number;
}

/** An article that `split` cut from a page. */
export interface Part {
  /** Pieces of the stage's text *after* its passes, in reading order; they are joined by line breaks. */
  pieces: Span[];
  title: string | null;
  meta?: Partial<Meta>;
  origins?: Origins;
}

/** What a stage found out about one document. All fields optional: an empty outcome changes nothing. */
export interface Outcome {
  /** Lists of edits, each applied to the result of the one before (see `Draft` in text/edits.ts). */
  passes?: Edit[][];
  notes?: Note[];
  /** Fields to fill in; a field that is already known is not overwritten. */
  meta?: Partial<Meta>;
  /** Fields to put in place of what is known: the same words repaired or simplified. */
  amend?: Partial<Meta>;
  title?: string | null;
  /** Where `meta` and `title` were read; offsets in the text that the stage was given. */
  origins?: Origins;
  /** The document is replaced by these articles. What no piece covers is left out of every article; say why in `notes`. */
  parts?: Part[];
  /** Kept as `doc.data[stage.name]`. */
  data?: Json;
  /** Later stages are not run on this document (a copy needs no extraction). */
  done?: boolean;
}

/** An option of a stage, as a pipeline file may set it. Its type is that of its default. */
export interface OptionSpec {
  summary: string;
  /** Allowed values of a string option. */
  values?: readonly string[];
  min?: number;
  max?: number;
}

export type OptionValues = Record<string, string | number | boolean | readonly string[]>;

interface StageBase<O extends OptionValues> {
  /** The verb that is the stage's folder. */
  name: string;
  /** Raised with every change of behaviour: results made by another version are made anew. */
  version: number;
  /** One line for `wenshai stages`. */
  summary: string;
  defaults: O;
  options: { [K in keyof O]: OptionSpec };
}

/** A local, pure step: runs in any worker. */
export interface EachStage<O extends OptionValues = OptionValues> extends StageBase<O> {
  kind: 'each';
  apply(doc: Doc, options: O): Outcome;
}

/** What `sketch` returned for one document. */
export interface Sketched<S> {
  uid: string;
  sketch: S;
}

/**
 * What a stage worked out before, in this run or an earlier one. A cache: it may forget anything at any time, so what is
 * decided must not depend on it. Keys stand for all that a value was made of, but for the stage's version and options.
 */
export interface Memo {
  get(key: string): Json | undefined;
  set(key: string, value: Json): void;
  bytes(key: string): Uint8Array | undefined;
  setBytes(key: string, value: Uint8Array): void;
  /** Says of which keys the stage may ask again. The others are forgotten before they outweigh these. */
  keep(isAlive: (key: string) => boolean): void;
}

/** An outcome that is worked out when it is asked for. */
export interface Settled {
  /** Stands for all that the outcome depends on, but for the stage's version and options: of equal digests one is enough. */
  digest: string;
  outcome(): Outcome;
}

/** What `decide` may look up while it decides. */
export interface Corpus {
  /** The document as the stage's sketch saw it; none is there where the stage says that it needs none. */
  doc(uid: string): Doc;
  memo?: Memo;
}

/** A step over the whole corpus: `sketch` in the workers, then `decide` once. Sketches come sorted by uid. */
export interface AllStage<O extends OptionValues = OptionValues, S = unknown> extends StageBase<O> {
  kind: 'all';
  /** False where `decide` looks up no document: they are then not stored a second time. */
  texts?: boolean;
  /** A small digest of the document: structured-cloneable (typed arrays welcome). */
  sketch(doc: Doc, options: O): S;
  /** A sketch as bytes and back, where the general way is too slow: all sketches are read by every run that decides. */
  pack?(sketch: S): Uint8Array;
  unpack?(bytes: Uint8Array): S;
  /**
   * Like `decide`, but each outcome only where it is asked for: what has the digest that it had in an earlier run, is not.
   * For stages of which a document's outcome depends on few others.
   */
  settle?(sketches: readonly Sketched<S>[], corpus: Corpus, options: O): Map<string, Settled>;
  /** @returns an outcome for each uid that has one; a uid left out is unchanged. */
  decide(sketches: readonly Sketched<S>[], corpus: Corpus, options: O): Map<string, Outcome>;
}

// biome-ignore lint/suspicious/noExplicitAny: a stage takes no options but its own, so that no type is that of the options of them all.
export type Stage = EachStage<any> | AllStage<any, any>;

/** A page as ingest hands it on: the decoded text, and what turned it into plain text. */
export interface Page {
  /** See {@link Source}, like `member` and `fetched`. */
  record: number | null;
  member?: string;
  fetched?: string;
  /**
   * The decoded page, markup and all: what `source.spans` and every offset map point into. Of a format that is no text
   * (DOCX, PDF, XLSX) or wraps it (JSONL, CSV), the plain text that was taken out of it.
   */
  decoded: string;
  /** From the decoded page to plain text: markup, chrome, byte-order marks. */
  passes: Edit[][];
  /** Of markup: what the passes took out of the page's text, by rule; tags and scripts are no text. */
  cut?: Record<string, Tally>;
  title: string | null;
  meta: Partial<Meta>;
  /** Where title and metadata were read; offsets in `decoded`. */
  origins?: Origins;
  url: string | null;
  charset: string | null;
  sha256: string;
  notes: Note[];
}

/** A part of a file that could not be read (a broken JSONL line, or with record null all of it), and why. */
export interface Reject {
  record: number | null;
  reason: string;
}

/** What a file that holds several pages gives, one after the other. */
export type Piece = Page | Reject;

/** What became of one input file. A file that cannot be read as text has a reject and no pages. */
export interface Ingested {
  pages: Page[];
  rejects: Reject[];
}
