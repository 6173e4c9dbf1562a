import type { Named } from './indicator.ts';
import table from './indicator-weights.json' with { type: 'json' };
import { type Around, type Phrase, phrasesAround } from './phrases-around.ts';

/** By how much another phrase must be better than the rules' own. */
export const MARGIN = 0.5;

const weights: ReadonlyMap<string, number> = new Map(Object.entries(table as Record<string, number>));

/** The rules that only guess: by where a phrase stands, or that nothing is named near by. */
const GUESSES: ReadonlySet<string> = new Set(
  ['front', 'behind', 'same', 'spoken', 'deed', 'lasting', 'reached', 'none'], // biome-ignore format: a list
);

export const isGuessed = ({ by }: Named): boolean => GUESSES.has(by);

/** The sum of the weights of a phrase's features. */
export function rated(features: readonly string[], of: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const f of features) sum += of.get(f) ?? 0;
  return sum;
}

/** The best of some phrases, where it is better than the rules' own by a margin; else theirs. */
export function bestOf(
  phrases: readonly Phrase[],
  ruled: string | null,
  of: ReadonlyMap<string, number>,
  margin: number,
): string | null {
  let best = { text: ruled, rate: Number.NEGATIVE_INFINITY };
  // Where the rules name nothing, what is chosen must have something to say for it.
  let own = ruled === null ? 0 : Number.NEGATIVE_INFINITY;
  for (const { text, features } of phrases) {
    const rate = rated(features, of);
    if (rate > best.rate) best = { text, rate };
    if (text === ruled) own = rate;
  }
  return best.rate - own > margin ? best.text : ruled;
}

/**
 * What a figure counts or measures: rules that see a form have the last word. Where they only go by what stands nearest, trained
 * weights choose among the phrases around, the rules' own among them.
 */
export function weighIndicator(named: Named, around: Around): string | null {
  return isGuessed(named) ? bestOf(phrasesAround(around, named), named.indicator, weights, MARGIN) : named.indicator;
}
