/** What dedup compared of two articles, for the commands that compare them anew. */
import { makePlan, type Pipeline } from '../pipeline/load.ts';
import type { Doc } from '../pipeline/types.ts';
import { compareAligned, type DedupOptions, defaults } from '../stages/dedup/index.ts';
import type { Store, StoredArticle } from '../store/store.ts';

/** An exchange of `from` for `to`. */
export interface Slot {
  kind: string;
  from: string;
  to: string;
  count: number;
}

/** The article as dedup saw it (before copies healed it); as it is where the pipeline has no such stage. */
export function comparedDoc(store: Store, { uid, text }: Pick<StoredArticle, 'uid' | 'text'>): Doc {
  try {
    return store.sketchedDoc('dedup', uid);
  } catch {
    return { uid, text } as Doc;
  }
}

/** The options that the run compared with. */
export function comparedWith(store: Store): DedupOptions {
  const run = store.lastRun();
  const step = run && makePlan(run.plan as unknown as Pipeline).steps.find((s) => s.stage.name === 'dedup');
  return (step?.options as DedupOptions | undefined) ?? defaults;
}

/** What may hold a piece of a number. */
const isNumber = ({ kind }: Slot): boolean => kind === 'number' || kind === 'date';

/** What of slots is no number, in one order. */
const others = (slots: readonly Slot[]): string =>
  JSON.stringify(
    slots
      .filter((s) => !isNumber(s))
      .map((s) => [s.kind, s.from, s.to, s.count].join('\n'))
      .sort(),
  );

/**
 * The slots of an article against the canonical one with the numbers whole, as `compare` shows them: what dedup stored are the characters
 * that differ (6. → 7. of 6.2% and 7.1%). As they are stored where there is no number among them, where the list was cut off, and where
 * the two, compared anew, have exchanged anything else than is stored.
 *
 * @param slots as stored, `count` of them in all
 * @param of the uid of the canonical article
 */
export function wholeSlots(
  store: Store,
  a: StoredArticle,
  of: string,
  slots: readonly Slot[],
  count: number,
): readonly Slot[] {
  if (slots.length !== count || !slots.some(isNumber)) return slots;
  const canonical = store.articleRow(of);
  if (!canonical) return slots;
  const anew = compareAligned(comparedDoc(store, a), comparedDoc(store, canonical), comparedWith(store));
  const same = anew.relation === a.relation && others(anew.slots) === others(slots);
  return same && anew.slots.length ? anew.slots : slots;
}
