import type { Meta, Origins } from '../pipeline/types.ts';

/**
 * One line of `articles.jsonl`, as {@link articleSchema} describes it. All offsets are Unicode code points, half-open:
 * `[...article.text].slice(start, end).join('')`. Null means that the page or the text does not say.
 *
 * Fields may be added in later versions, never renamed.
 */
export interface Article {
  /** Sixteen hex digits. The same text from the same place has the same id in every run. */
  id: string;
  title: string | null;
  /** What the source was written in; `text` is simplified. */
  script: Script;
  source: Source;
  /** Dates are ISO 8601, times without zone are those of the page. */
  meta: Meta;
  /** Where `title` and each field of `meta` was read; offsets in code points of the decoded page, as `source.spans`. */
  meta_from: Origins;
  /** Repaired, simplified, stripped; paragraphs separated by `\n`, cells of a table by `\t`. */
  text: string;
  /** Null where the pipeline compares no articles (no `dedup` in it). */
  work: Work | null;
  /** In document order. Empty for plain copies (`exact`, `near`, `contained`): the canonical article speaks for them. */
  points: Point[];
  /** One of each distinct slogan. Empty for plain copies. */
  slogans: Slogan[];
  /** Every mention. Empty for plain copies. */
  figures: Figure[];
  /** The sentences that the findings rest on, each once, in document order; findings hold an index into it. */
  evidence: Evidence[];
  /** Edits by rule; `wenshai explain ID` prints them. */
  repairs: RepairCount[];
}

export type Script = 'hans' | 'hant' | 'mixed';

/** A stretch of the article's text: code points, half-open. */
export interface Place {
  start: number;
  end: number;
}

/** A phrase of the article, as written. */
export interface Phrase extends Place {
  text: string;
}

/** Where an article came from. */
export interface Source {
  /** Relative to the folder that the run was started in, where the file lies below it; forward slashes. */
  path: string;
  /** Line of a JSONL file, row of a table, page of an archive or crawl file, from 1; null for a file that is one page. */
  record: number | null;
  /** Name inside an archive, or of a sheet; null elsewhere. */
  member: string | null;
  url: string | null;
  /** When the page was fetched, ISO 8601, as a crawl file tells; null elsewhere. */
  fetched: string | null;
  /** Of the raw bytes, hex; of those of the record or member where a file holds several. */
  sha256: string;
  /** Encoding the bytes were decoded with, WHATWG label; null for what is text already (JSONL, DOCX, XLSX, PDF). */
  charset: string | null;
  /** Ordinal of the article within the page, from 1. */
  part: number;
  /** The stretches of the decoded page that the article was cut from: code points, half-open. */
  spans: [start: number, end: number][];
}

export type Relation = 'canonical' | 'exact' | 'near' | 'contained' | 'version' | 'template' | 'derived';

/** The articles that are one work, and what this one is to the best copy of it. */
export interface Work {
  /** Id of the canonical article. */
  id: string;
  relation: Relation;
  /** Id of the canonical article; null for itself. */
  of: string | null;
  /** How alike this article and the canonical one are, 0 to 1; null where the canonical one was set aside since. */
  jaccard: number | null;
  /** How much of this article stands in the canonical one, 0 to 1; null as above. */
  containment: number | null;
  /** Id of the article it is a plain copy of, where that is another filling and not the canonical one; else null. */
  copyOf?: string | null;
  /** What decided the relation. */
  rule?: string;
  /** Both scores again, with places, organs, persons, dates and figures blotted out. */
  masked?: { jaccard: number; containment: number };
  /** What was exchanged; the commonest where there are more, see `slotCount`. */
  slots?: Slot[];
  /** How many slots were exchanged. */
  slotCount?: number;
  /** Articles of the work; on the canonical one only. */
  size?: number;
  /** Why this article is the canonical one; on it only. */
  reasons?: string[];
  /** What it shares with articles of other works, or with the one that it is derived from; not on plain copies. */
  passages?: Passage[];
  /** Share of the article that stands in such passages, 0 to 1. */
  reused?: number;
  /** Share that stands in set phrases, which too many works have to be taken from one, 0 to 1. */
  phrases?: number;
}

/** Something that the canonical article (`from`) and this one (`to`) have exchanged. */
export interface Slot {
  kind: 'place' | 'organ' | 'person' | 'date' | 'number' | 'word' | 'sense' | 'mask';
  from: string;
  to: string;
  /** How often. */
  count: number;
}

/** A stretch of 30 characters and more that stands in several articles. */
export interface Passage extends Place {
  /** Articles that have it, this one included; copies of these are not counted. At least 2. */
  articles: number;
  /** Id of the earliest dated article that has it, may be this one; null where none has a date. */
  first: string | null;
  /** Where it stands in other articles, the earliest first; offsets in their `text`. */
  in: ({ id: string } & Place)[];
}

/** What every finding is checked by. */
export interface Attested {
  /** The pattern that found it; of a point how it is marked: the style of its marker, or `block`, `para`, `inline`. */
  rule: string;
  /** Index into `evidence` of the article: the sentence it was read from. */
  evidence: number;
  /** How often annotators confirm what this rule finds, 0 to 1; of a point how likely its role is. */
  confidence: number;
}

/** What a passage is for in the argument. */
export type Role =
  | 'significance'
  | 'background'
  | 'problem'
  | 'cause'
  | 'practice'
  | 'proposal'
  | 'requirement'
  | 'result'
  | 'other';

/** An explicit item of an article's outline: the whole of it with what stands under it, from its marker. */
export interface Point extends Attested, Place {
  /** `p1`, `p2`, … in document order; unique within the article. */
  id: string;
  /** The marker as written, without its comma (`一、`, `(一)`, `一是`); null for an unnumbered heading. */
  number: string | null;
  heading: string;
  /** Where the heading stands. */
  headingStart: number;
  headingEnd: number;
  /** Id of the point it stands under; null at the top. */
  parent: string | null;
  role: Role;
  /** What decided the role: a word of the heading, of the body, or `inherited`, `majority`, `document`. */
  cue: string;
  /** What a practice, a proposal or a requirement says of itself; null for other roles. */
  measure: Measure | null;
}

/** What a measure says of itself; null where it does not say. */
export interface Measure {
  actor: Actor | null;
  /** The verb of the heading or, where there is none in it, of the first sentence under it. */
  action: Phrase | null;
  /** What is acted on. */
  object: Phrase | null;
  /** Until when. */
  deadline: Deadline | null;
  /** By what means (通过…, 以…为抓手, 依托…, 建立…制度). */
  instrument: Phrase | null;
}

/** Who does it. */
export interface Actor {
  text: string;
  /**
   * Who says so: `text` the item itself; a point's id: inherited from there; `addressee` the salutation of an order;
   * `organ` the article's own organ, from title or metadata: then without a place.
   */
  from: string;
  start?: number;
  end?: number;
}

export interface Deadline extends Phrase {
  /** Null where neither the text nor the article's date gives it a place in the calendar. */
  interval: Interval | null;
}

/** First and last day (ISO 8601), both included; null where an end is open. */
export interface Interval {
  start: string | null;
  end: string | null;
}

/** A formula, watchword or proper name. */
export interface Slogan extends Attested {
  /** Without quotation marks. */
  text: string;
  kind: SloganKind;
  /** The members, in order, where the article itself enumerates them; else null. */
  expansion: string[] | null;
  /** Whether the members are as many as the numeral says; null for a slogan without numeral or members. */
  complete: boolean | null;
  /** What all ways of writing it share, in this article and in others. */
  concept: string;
  /** Where the text names the members, a place each; null where it does not name them in a row. */
  expansionAt: Place[] | null;
  /** The members as the whole field knows them: general knowledge, never what the article says; null where there are none. */
  canonical: string[] | null;
  /** At least one. */
  mentions: Place[];
  /** Other ways in which the article writes it. */
  variants: Variant[];
}

export type SloganKind = 'numeral' | 'motto' | 'name';

export interface Variant {
  text: string;
  /** At least one. */
  mentions: Place[];
}

/** One mention of a quantity. Either `value` is set, or `min` and `max` are. */
export interface Figure extends Attested, Place {
  /** With approximators and unit, as written. */
  text: string;
  /** Written out in the unit: 1.2亿元 is 120000000. */
  value?: number;
  min?: number;
  max?: number;
  /** As written, without a multiplier (`元`, `名`, `%`, `个百分点`); `''` where there is none. */
  unit: string;
  bound: Bound;
  /** The noun phrase that is counted or measured; null where none was found. */
  indicator: string | null;
  role: FigureRole;
  /** The period of a rate, as written; null for other figures. */
  per: string | null;
  /** The time it holds for, as written. */
  time: string | null;
  /** First and last day of that time; null where neither the text nor the article's date says. */
  interval: Interval | null;
  /** Who did it or has it. */
  actor: Actor | null;
  /** Id of the innermost point it stands in; null outside of points. */
  point: string | null;
  /** The heading or weighted indicator above it, where targets are set in levels; else null. */
  under: string | null;
  /** That something rose or fell, by it or to it; null for a figure that tells no change. */
  change: Change | null;
}

/** `~` about, `<~` nearly, `>~` a little over; `>=` at least, `<=` at most. */
export type Bound = '=' | '<~' | '>~' | '~' | '>' | '>=' | '<=' | '<';
export type FigureRole = 'target' | 'result' | 'scale' | 'weight' | 'frequency';

/** What a figure says of a change: the word that says so, as written, with its place. */
export interface Change extends Phrase {
  /**
   * `by`: the figure is the amount of it (增长5.2%); `to`, `from`: the level that it came to or from; `than`: how far it is from that of
   * another body (高于全市平均2.1个百分点), `direction` above or below, `compared` that body.
   */
  kind: 'by' | 'to' | 'from' | 'than';
  direction: 'up' | 'down';
  /** What changed, where that is itself a change (增速回落, 降幅收窄); null for all else. */
  of: Phrase | null;
  /** What it is measured against (同比, 较上年, 与2019年相比); null where the text does not say. */
  compared: Phrase | null;
}

/**
 * A sentence as evidence: the fields of a W3C Web Annotation TextQuoteSelector (`exact`, `prefix`, `suffix`) and of a
 * TextPositionSelector (`start`, `end`).
 */
export interface Evidence extends Place {
  exact: string;
  /** Up to 16 characters before and after it. */
  prefix: string;
  suffix: string;
}

export interface RepairCount {
  rule: string;
  /** At least 1. */
  count: number;
}

/** A finding by itself, as `extract` gives it: with the place of its sentence in place of an index. */
export type Found<T extends Attested> = Omit<T, 'evidence'> & { evidence: Place };
