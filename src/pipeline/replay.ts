import { bisect } from '../text/bisect.ts';
import { applyEdits, type Edit } from '../text/edits.ts';
import { codePointIndex, OffsetMap } from '../text/offsets.ts';
import {
  type Doc,
  type Meta,
  type Origin,
  type Origins,
  type Outcome,
  type Page,
  type Part,
  type Span,
  uidPath,
} from './types.ts';

/** One edit that was made, and where it now stands in the text. Sorted by place. */
interface Trace {
  rule: string;
  at: number;
}

/** A document on its way through the stages, with what is needed to say where each character came from. */
export interface State {
  doc: Doc;
  /** The decoded page, markup and all, with its offsets in code points; shared by all that is cut from it. */
  page: { decoded: string; codePoints(offset: number): number };
  /** From the document's text to the decoded page. */
  map: OffsetMap;
  /** The stretches of the decoded page that the document was cut from; null until a stage has split the page. */
  cuts: Span[] | null;
  traces: Trace[];
  /** Where title and metadata were read; offsets in the decoded page. */
  origins: Origins;
  /** Hash of everything the text depends on. */
  key: string;
  /** Later stages are not run. */
  done: boolean;
}

const NO_META: Meta = {
  author: [],
  org: null,
  publisher: null,
  published: null,
  dated: null,
  editor: null,
  views: null,
  origin: null,
  number: null,
  altTitle: null,
  disclosure: null,
  attachments: [],
};

/** Uid of a page: its records and parts sort in reading order. */
export function pageUid(path: string, record: number | null): string {
  return `${uidPath(path)}#${String(record ?? 0).padStart(7, '0')}`;
}

/** The state of a page as ingest hands it on. */
export function startState(path: string, page: Page, key: string): State {
  const doc: Doc = {
    uid: pageUid(path, page.record),
    text: page.decoded,
    title: page.title,
    meta: fillMeta(NO_META, page.meta),
    source: {
      path,
      record: page.record,
      ...(page.member !== undefined && { member: page.member }),
      url: page.url,
      ...(page.fetched !== undefined && { fetched: page.fetched }),
      sha256: page.sha256,
      charset: page.charset,
      part: 1,
    },
    data: {},
  };
  const whole: State = {
    doc,
    page: { decoded: page.decoded, codePoints: codePointIndex(page.decoded) },
    map: OffsetMap.identity(page.decoded.length),
    cuts: null,
    traces: [],
    origins: page.origins ?? {},
    key,
    done: false,
  };
  // What ingest took out is markup, not damage: it leaves no traces in the article's list of repairs.
  return { ...applyPasses(whole, page.passes), traces: [] };
}

/** The states after a stage's outcome: one, or one an article where the stage has split the page. */
export function applyOutcome(state: State, stage: string, outcome: Outcome, key: string): State[] {
  const after = applyPasses(state, outcome.passes ?? []);
  const doc: Doc = {
    ...after.doc,
    title: outcome.title === undefined ? after.doc.title : outcome.title,
    meta: fillMeta({ ...after.doc.meta, ...outcome.amend }, outcome.meta),
    data: outcome.data === undefined ? after.doc.data : { ...after.doc.data, [stage]: outcome.data },
  };
  const read = readOrigins(stage, outcome, (s, e) => state.map.source(s, e));
  const title = doc.title !== null && (outcome.origins?.title || state.doc.title === null) ? read('title') : undefined;
  const origins = { ...newOrigins(after.doc.meta, doc.meta, read), ...(title && { title }) };
  const next: State = {
    ...after,
    doc,
    origins: { ...state.origins, ...origins },
    key,
    done: state.done || outcome.done === true,
  };
  return outcome.parts ? outcome.parts.map((part, i) => cutPart(next, part, i + 1, stage, state.map)) : [next];
}

/** What of an outcome the document's text, its metadata and the stages that follow depend on: all but the stage's data. */
export function shapeOf({ data: _data, ...shape }: Outcome): Outcome {
  return shape;
}

function applyPasses(state: State, passes: readonly (readonly Edit[])[]): State {
  let { map, traces } = state;
  let { text } = state.doc;
  for (const edits of passes) {
    text = applyEdits(text, edits);
    map = map.after(edits);
    traces = shiftTraces(traces, edits);
  }
  return { ...state, doc: { ...state.doc, text }, map, traces };
}

/**
 * Moves traces to where they stand after the edits, drops those whose place was cut, adds the edits' own. What was done
 * right before a cut stays.
 */
function shiftTraces(traces: readonly Trace[], edits: readonly Edit[]): Trace[] {
  const out: Trace[] = [];
  let shift = 0;
  let t = 0;
  for (const e of edits) {
    for (; t < traces.length && traces[t]!.at <= e.start; t++)
      out.push({ rule: traces[t]!.rule, at: traces[t]!.at + shift });
    for (; t < traces.length && traces[t]!.at < e.end; t++)
      if (e.insert) out.push({ rule: traces[t]!.rule, at: e.start + shift });
    out.push({ rule: e.rule, at: e.start + shift });
    shift += e.insert.length - (e.end - e.start);
  }
  for (; t < traces.length; t++) out.push({ rule: traces[t]!.rule, at: traces[t]!.at + shift });
  return out;
}

/** Where the fields of an outcome or a part were read, in the decoded page; a field of which it says nothing is the stage's. */
function readOrigins(
  stage: string,
  { origins = {} }: Pick<Outcome, 'origins'>,
  source: (start: number, end: number) => Span,
): (field: keyof Origins) => Origin {
  return (field) => {
    const { from, start, end } = origins[field] ?? { from: stage };
    if (start === undefined || end === undefined) return { from };
    const [s, e] = source(start, end);
    return { from, start: s, end: e };
  };
}

/** The origins of the fields that were filled in. */
function newOrigins(before: Meta, after: Meta, read: (field: keyof Origins) => Origin): Origins {
  const fields = (Object.keys(after) as (keyof Meta)[]).filter((f) => isEmpty(before[f]) && !isEmpty(after[f]));
  return Object.fromEntries(fields.map((f) => [f, read(f)]));
}

/** An article cut from a page: its pieces joined by line breaks. `given` maps the text that the stage was given. */
function cutPart(state: State, part: Part, ordinal: number, stage: string, given: OffsetMap): State {
  const { doc } = state;
  const cuts = part.pieces.filter(([s, e]) => s < e).map(([s, e]) => state.map.source(s, e));
  const traces: Trace[] = [];
  let base = 0;
  for (const [start, end] of part.pieces) {
    for (const t of tracesIn(state.traces, start, end)) traces.push({ rule: t.rule, at: t.at - start + base });
    base += end - start + 1;
  }
  const meta = fillMeta(NO_META, part.meta);
  const read = readOrigins(stage, part, (s, e) => given.source(s, e));
  // Of the page, what the part says nothing of itself.
  const { title, ...rest } = state.origins;
  const own =
    part.title === null
      ? undefined
      : part.title === doc.title
        ? part.origins?.title
          ? read('title')
          : title
        : read('title');
  return {
    ...state,
    origins: { ...rest, ...newOrigins(NO_META, meta, read), ...(own && { title: own }) },
    doc: {
      ...doc,
      uid: `${doc.uid}/${String(ordinal).padStart(4, '0')}`,
      text: part.pieces.map(([start, end]) => doc.text.slice(start, end)).join('\n'),
      title: part.title,
      meta: fillMeta(meta, doc.meta),
      source: { ...doc.source, part: ordinal },
    },
    map: state.map.pick(part.pieces),
    cuts,
    traces,
  };
}

function tracesIn(traces: readonly Trace[], start: number, end: number): readonly Trace[] {
  const from = bisect(traces, (t) => t.at >= start);
  // With what was deleted at its very end.
  return traces.slice(
    from,
    bisect(traces, (t) => t.at > end),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && !value.length);

/** Fills in what is not known yet; what the page said first (markup before lines, lines before guesses) stays. */
function fillMeta(meta: Meta, more: Partial<Meta> | undefined): Meta {
  if (!more) return meta;
  const out = { ...meta } as Record<string, unknown>;
  for (const [key, value] of Object.entries(more)) {
    if (isEmpty(out[key])) out[key] = value ?? null;
  }
  out.author ??= [];
  out.attachments ??= [];
  return out as unknown as Meta;
}

/** Counts of edits by rule, most first. */
export function countTraces(state: State): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of state.traces) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/**
 * The stretches of the decoded page that hold the document: its cuts, narrowed to what is left of it.
 * Never empty for a document with text.
 */
export function sourceSpans(state: State): Span[] {
  if (!state.doc.text) return [];
  const [from, to] = hull(state);
  const cuts = state.cuts ?? [[from, to] as Span];
  return cuts.map(([s, e]): Span => [Math.max(s, from), Math.min(e, to)]).filter(([s, e]) => s < e);
}

function hull(state: State): Span {
  const pieces = state.map.source(0, state.map.length);
  return [pieces[0], pieces[1]];
}
