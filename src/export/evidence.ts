import type { Evidence, Place } from './article.ts';
import { partsOf } from './json-parts.ts';

/**
 * Characters of prefix and suffix. The custom is 32 of a language with letters; sixteen Chinese characters say as much, and
 * half of every export would be contexts otherwise.
 */
export const CONTEXT = 16;

/** A text as {@link selectorAt} takes it: as it is, where each of its UTF-16 units is a code point. */
const codePointsOf = (text: string): string | readonly string[] =>
  /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;

/** The selector of a place; `chars` are the code points of the text. */
export function selectorAt(chars: string | readonly string[], { start, end }: Place): Evidence {
  const piece = (from: number, to: number): string => {
    const some = chars.slice(Math.max(0, from), to);
    return typeof some === 'string' ? some : some.join('');
  };
  return {
    start,
    end,
    exact: piece(start, end),
    prefix: piece(start - CONTEXT, start),
    suffix: piece(end, end + CONTEXT),
  };
}

interface Item {
  evidence?: unknown;
  [key: string]: unknown;
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

/** What was found, and the sentences it rests on: each list as pieces of JSON, which belong together as they are. */
export interface Shared {
  evidence(): Iterable<string>;
  lists: (() => Iterable<string>)[];
}

/**
 * The sentences that the items of an article rest on, each once, in document order, and the items with an index into them
 * in place of the sentence. Several figures stand in one sentence: quoted with each, they would double the export.
 *
 * A file of millions of characters has as many items: no more than some of them are values at a time.
 *
 * @param lists JSON arrays of items
 */
export function shareEvidence(text: string, lists: readonly string[]): Shared {
  const places = new Map<string, Place>();
  const keyOf = ({ start, end }: Place): string => `${start}-${end}`;
  for (const list of lists)
    for (const items of partsOf(list) as Iterable<Item[]>)
      for (const { evidence: e } of items) if (isPlace(e)) places.set(keyOf(e), { start: e.start, end: e.end });
  const sorted = [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  const index = new Map(sorted.map((place, i) => [keyOf(place), i]));
  const share = (item: Item): Item =>
    isPlace(item.evidence) ? { ...item, evidence: index.get(keyOf(item.evidence)) } : item;
  const chars = sorted.length ? codePointsOf(text) : text;
  return {
    evidence: () => jsonOf(chunks(sorted, (place) => selectorAt(chars, place))),
    lists: lists.map((list) => () => jsonOf(partsOf(list) as Iterable<Item[]>, share)),
  };
}

/** Sentences that are made at a time. */
const SENTENCES = 4096;

function* chunks<T, R>(all: readonly T[], make: (one: T) => R): Generator<R[]> {
  for (let at = 0; at < all.length; at += SENTENCES) yield all.slice(at, at + SENTENCES).map(make);
}

/** Pieces of the JSON of an array whose items come some at a time. */
function* jsonOf<T>(parts: Iterable<T[]>, change: (item: T) => T = (item) => item): Generator<string> {
  let before = '[';
  for (const part of parts) {
    if (!part.length) continue;
    yield before + JSON.stringify(part.map(change)).slice(1, -1);
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
