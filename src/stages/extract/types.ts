/** Roles of a point; the definitions are those of the annotation guide: what a passage is for in the argument. */
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

/** An explicit item of an article's outline. Offsets are UTF-16 here; the export turns them into code points. */
export interface Point {
  /** `p1`, `p2`, … in document order. */
  id: string;
  /** The marker as written, without its comma (`一、` `(一)` `一是`); null for an unnumbered heading. */
  number: string | null;
  heading: string;
  headingStart: number;
  headingEnd: number;
  /** Id of the point it stands under, null at the top. */
  parent: string | null;
  role: Role;
  /** What decided the role: a word of the heading, of the body, or `inherited`, `majority`, `document`. */
  cue: string;
  /** The whole point with what stands under it, from its marker. */
  start: number;
  end: number;
}

export interface MarkedPoint extends Point {
  /** How it is marked: the style of its marker, or `block`, `para`, `inline` for an unnumbered one. */
  rule: string;
  /** How likely its role is, 0 to 1. */
  likely: number;
}

/** What a reader needs to check an item. */
interface Attested {
  /** The sentence that it was read from. */
  evidence: { start: number; end: number };
  /** How often annotators confirm what this rule finds, of a point as likely as its role is, 0 to 1. */
  confidence: number;
}

export interface FoundPoint extends Omit<MarkedPoint, 'likely'>, Attested {
  /** What a measure (practice, proposal, requirement) says; null for other roles. */
  measure: Measure | null;
}

/** First and last day (ISO 8601), both included; null where an end is open. */
export interface Interval {
  start: string | null;
  end: string | null;
}

/** A phrase of the article. */
export interface Phrase {
  text: string;
  start: number;
  end: number;
}

/**
 * Who does it. `from` says who says so: `text` the point itself, the id of the point above that names it, `addressee` the
 * salutation of an order, `organ` the article's own organ (from its title or metadata: then it has no place in the text).
 */
export interface Actor {
  text: string;
  start?: number;
  end?: number;
  from: string;
}

export interface Deadline extends Phrase {
  /** Null where neither the text nor the article's date gives it a place in the calendar. */
  interval: Interval | null;
}

/** What a measure says of itself; null where it does not say. */
export interface Measure {
  actor: Actor | null;
  /** The verb of the heading or, where there is none in it, of the body's first sentence. */
  action: Phrase | null;
  object: Phrase | null;
  deadline: Deadline | null;
  /** By what means (通过…, 以…为抓手, 依托…, 建立…制度). */
  instrument: Phrase | null;
}

export type SloganKind = 'numeral' | 'motto' | 'name';

/** A formula, watchword or proper name. One entry per distinct slogan of an article. */
export interface Slogan {
  text: string;
  kind: SloganKind;
  /** The members, in order, where the article itself enumerates them, else null. */
  expansion: string[] | null;
  /** True where the members are as many as the numeral says; null for a slogan without numeral or members. */
  complete: boolean | null;
  mentions: { start: number; end: number }[];
  /** The pattern that found it. */
  rule: string;
}

/** Another way in which the article writes a slogan. */
export interface Variant {
  text: string;
  mentions: { start: number; end: number }[];
}

export interface FoundSlogan extends Slogan, Attested {
  /** What all ways of writing it share: no marks, one width, one numeral. */
  concept: string;
  /** Where the text names the members, one place each; null where it does not name them in a row. */
  expansionAt: { start: number; end: number }[] | null;
  /** The members as the whole field knows them: general knowledge, never what the article says. */
  canonical: string[] | null;
  variants: Variant[];
}

type Bound = '=' | '<~' | '>~' | '~' | '>' | '>=' | '<=' | '<';
export type FigureRole = 'target' | 'result' | 'scale' | 'weight' | 'frequency';

/** One mention of a quantity. Exactly one of `value` and (`min`, `max`) is set. */
export interface Figure {
  /** With approximators and unit, as written. */
  text: string;
  value?: number;
  min?: number;
  max?: number;
  /** As written, without a multiplier (`元`, `名`, `%`, `个百分点`); '' where there is none. */
  unit: string;
  bound: Bound;
  indicator: string | null;
  role: FigureRole;
  per: string | null;
  time: string | null;
  /** Id of the innermost point it stands in, or null. */
  point: string | null;
  start: number;
  end: number;
  /** The pattern that found it. */
  rule: string;
}

/** What a figure says of a change: the word as written, with its place. */
export interface Change extends Phrase {
  /**
   * `by`: the figure is the amount of it; `to`, `from`: the level that it came to or from; `than`: how far it is from another body's
   * (高于全市平均2.1个百分点), `direction` above or below, `compared` that body.
   */
  kind: 'by' | 'to' | 'from' | 'than';
  direction: 'up' | 'down';
  /** What changed, where that is itself a change (增速回落, 降幅收窄); null for all else. */
  of: Phrase | null;
  /** What it is measured against (同比, 较上年, 与2019年相比); null where the text does not say. */
  compared: Phrase | null;
}

export interface FoundFigure extends Figure, Attested {
  /** Who did it or has it. */
  actor: Actor | null;
  /** First and last day of `time`; null where neither the text nor the article's date says. */
  interval: Interval | null;
  /** The heading or weighted indicator above it, where targets are set in levels. */
  under: string | null;
  /** That something rose or fell, by it or to it; null for a figure that tells no change. */
  change: Change | null;
}
