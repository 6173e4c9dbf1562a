import type { StoredArticle, WorkColumns } from '../store/store.ts';
import { codePointIndex } from '../text/offsets.ts';
import { scriptOf } from '../text/script.ts';
import { keyOf } from './keys.ts';
import { countTraces, type State, sourceSpans } from './replay.ts';
import type { Json } from './types.ts';

/** What dedup leaves in `doc.data.dedup`; uids stand for articles. Further fields are kept as they are. */
interface WorkData {
  work: string;
  relation: string;
  of: string | null;
  jaccard: number | null;
  containment: number | null;
}

/** Raised with every change to what is made of a document at the end: articles of another version are made anew. */
export const assembleVersion = 'assemble 2';

/** The article as it is stored and exported, from a document that went through all stages. */
export function assemble(state: State): StoredArticle {
  const { doc } = state;
  const { path, record, member = null, part, url, fetched = null, sha256, charset } = doc.source;
  const spans = sourceSpans(state);
  const found = (doc.data.extract ?? {}) as { points?: Json; slogans?: Json; figures?: Json };
  const codePoints = codePointIndex(doc.text);
  return {
    uid: doc.uid,
    // The place is part of it: copies back to back on one page are articles of their own.
    id: keyOf(path, String(record), String(part), doc.text).slice(0, 16),
    path,
    record,
    part,
    title: doc.title,
    script: scriptOf(sourceText(state, spans)),
    source: {
      path,
      record,
      member,
      url,
      fetched,
      sha256,
      charset,
      part,
      spans: spans.map((span) => span.map(state.page.codePoints)),
    },
    meta: doc.meta as unknown as Json,
    meta_from: inCodePoints(state.origins as unknown as Json, state.page.codePoints),
    text: doc.text,
    ...workColumns(doc.data.dedup),
    points: inCodePoints(found.points ?? [], codePoints),
    slogans: inCodePoints(found.slogans ?? [], codePoints),
    figures: inCodePoints(found.figures ?? [], codePoints),
    repairs: countTraces(state),
  };
}

/** What an article is told of its work. */
export function workColumns(data: Json | undefined): WorkColumns {
  const work = data as unknown as WorkData | undefined;
  const { work: uid = null, relation = null, of = null, jaccard = null, containment = null, ...detail } = work ?? {};
  return { work: uid, relation, of, jaccard, containment, work_detail: detail as Json };
}

/** What the page held where the article was cut from; the start is enough to tell its script. */
function sourceText(state: State, spans: [number, number][]): string {
  return spans
    .map(([s, e]) => state.page.decoded.slice(s, e))
    .join('\n')
    .slice(0, 200_000);
}

const OFFSETS = new Set(['start', 'end', 'headingStart', 'headingEnd']);

/** The same value with every offset field turned from UTF-16 units into code points. */
export function inCodePoints(value: Json, codePoints: (offset: number) => number): Json {
  if (Array.isArray(value)) return value.map((v) => inCodePoints(v, codePoints));
  if (value === null || typeof value !== 'object') return value;
  const out: { [key: string]: Json } = {};
  for (const [key, v] of Object.entries(value))
    if (v !== undefined)
      out[key] = OFFSETS.has(key) && typeof v === 'number' ? codePoints(v) : inCodePoints(v, codePoints);
  return out;
}
