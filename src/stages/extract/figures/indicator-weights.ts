import { type Features, FeatureTable } from '../features.ts';
import type { Named } from './indicator.ts';
import table from './indicator-weights.json' with { type: 'json' };
import { type Around, isEnd, phrasesAround } from './phrases-around.ts';

/** As `npm run train` writes them: in hundredths. */
const weights = new FeatureTable(
  Object.entries(table as Record<string, number>).map(([feature, hundredths]) => [feature, hundredths / 100]),
);

/** The sum of the weights of a phrase's features. */
class Rate implements Features {
  sum = 0;

  put(template: TemplateStringsArray, ...values: readonly unknown[]): void {
    this.sum += weights.get(template, values) ?? 0;
  }
}

/**
 * The rules that only guess, since several phrases stand behind the figure or nothing is named near by, and by how much another phrase
 * must be better than theirs: the more, the more often they are right. (What stands right in front is mostly it: there weights cost
 * more time than they are worth.)
 */
const MARGINS: ReadonlyMap<string, number> = new Map([
  ['behind', 2], ['same', 1], ['spoken', 0.5], ['deed', 0.5], ['lasting', 0.5], ['reached', 0.5], ['none', 0.5],
]); // biome-ignore format: a table

export const isGuessed = ({ by }: Named): boolean => MARGINS.has(by);

/** A phrase with the sum of the weights of its features. */
interface Phrase {
  text: string;
  rate: number;
}

/** The best of the phrases, where it is better than the rules' own by as much as these are worth; else theirs. */
export function bestOf(phrases: readonly Phrase[], { indicator: ruled, by }: Named): string | null {
  let best: { text: string | null; rate: number } = { text: ruled, rate: Number.NEGATIVE_INFINITY };
  // Where the rules name nothing, what is chosen must have something to say for it.
  let own = ruled === null ? 0 : Number.NEGATIVE_INFINITY;
  for (const phrase of phrases) {
    if (phrase.rate > best.rate) best = phrase;
    if (phrase.text === ruled) own = phrase.rate;
  }
  // One head: the rules cut where it begins with more care.
  const same = ruled !== null && best.text !== null && isEnd(best.text, ruled);
  return best.rate - own > (MARGINS.get(by) ?? 0) && !same ? best.text : ruled;
}

/**
 * What a figure counts or measures: rules that see a form have the last word. Where they only go by what stands nearest, trained
 * weights choose among the phrases around, the rules' own among them.
 */
export function weighIndicator(named: Named, around: Around): string | null {
  if (!isGuessed(named)) return named.indicator;
  const phrases = phrasesAround(around, named, () => new Rate());
  return bestOf(phrases.map(({ text, features }) => ({ text, rate: features.sum })), named); // biome-ignore format: one thought
}
