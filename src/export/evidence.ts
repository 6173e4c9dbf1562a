import type { Json } from '../pipeline/types.ts';
import type { Evidence, Place } from './article.ts';

/**
 * Characters of prefix and suffix. The custom is 32 of a language with letters; sixteen Chinese characters say as much, and
 * half of every export would be contexts otherwise.
 */
export const CONTEXT = 16;

/** The selector of a place; `chars` are the code points of the text. */
export function selectorAt(chars: readonly string[], { start, end }: Place): Evidence {
  const piece = (from: number, to: number): string => chars.slice(Math.max(0, from), to).join('');
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

/**
 * The sentences that the items of an article rest on, each once, in document order, and the items with an index into them
 * in place of the sentence. Several figures stand in one sentence: quoted with each, they would double the export.
 */
export function shareEvidence(text: string, lists: readonly Json[]): { evidence: Evidence[]; lists: Json[] } {
  const chars = Array.from(text);
  const places = new Map<string, Place>();
  const keyOf = ({ start, end }: Place): string => `${start}-${end}`;
  const items = lists as unknown as Item[][];
  for (const list of items) for (const { evidence: e } of list) if (isPlace(e)) places.set(keyOf(e), e);
  const sorted = [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  const index = new Map(sorted.map((place, i) => [keyOf(place), i]));
  const shared = items.map((list) =>
    list.map((item) => (isPlace(item.evidence) ? { ...item, evidence: index.get(keyOf(item.evidence)) } : item)),
  );
  return { evidence: sorted.map((place) => selectorAt(chars, place)), lists: shared as unknown as Json[] };
}
