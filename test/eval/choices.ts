import { type ChoiceWeights, decidedBy, type Offer } from '../../src/stages/extract/slogans/resolve/choose.ts';
import type { Signs } from '../../src/stages/extract/slogans/resolve/signs.ts';
import { chances, shuffle } from './logistic.ts';

/** A choice that somebody made: one of the lists on offer, or none of them (null). */
export interface ChoiceExample {
  offer: Offer;
  chosen: string | null;
}

export interface ChoiceOptions {
  epochs: number;
  rate: number;
  decay: number;
  /** Weights of less than so many hundredths are left out. */
  slight: number;
}

interface Alternative {
  features: Uint32Array;
  right: boolean;
}

/** The names of the features of a list. */
const namesOf = (features: readonly Signs[]): string[] => features.flatMap((f) => f.all.map((s) => s.name));

/** What identifies a list whatever marks stand around its members. */
export const listKey = (list: readonly string[]): string =>
  list
    .map((m) =>
      m
        .normalize('NFKC')
        .replace(/["'《》“”‘’\s]/gu, '')
        .replace(/[,.;:!?、。]+$/u, ''),
    )
    .join('\n');

/** Whether the right answer is on offer: only from such examples can be learned. */
const isOffered = ({ offer, chosen }: ChoiceExample): boolean =>
  chosen === null || offer.choices.some((c) => listKey(c.list) === chosen);

/**
 * Conditional logit (McFadden 1973): the weights by which what was chosen is likeliest among all that was on offer. Stochastic
 * gradient descent with a rate of its own for each weight, as in `logistic.ts`. Deterministic.
 */
export function fitChoices(
  all: readonly ChoiceExample[],
  { epochs, rate, decay, slight }: ChoiceOptions,
): ChoiceWeights {
  const names = new Map<string, number>();
  const numberOf = (feature: string): number => {
    if (!names.has(feature)) names.set(feature, names.size);
    return names.get(feature)!;
  };
  const numbers = (features: readonly Signs[]): Uint32Array => Uint32Array.from(new Set(namesOf(features)), numberOf);
  const examples = all
    .filter(isOffered)
    .map(({ offer, chosen }): Alternative[] => [
      ...offer.choices.map((c) => ({ features: numbers(c.features), right: listKey(c.list) === chosen })),
      { features: numbers(offer.none), right: chosen === null },
    ]);
  const weights = new Float64Array(names.size);
  const squares = new Float64Array(names.size).fill(1e-2);
  const places = Uint32Array.from(examples.keys());
  const next = chances();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(places, next);
    for (const p of places)
      for (const [f, slope] of slopes(examples[p]!, weights)) {
        const pulled = slope + decay * weights[f]!;
        squares[f]! += pulled * pulled;
        weights[f]! -= (rate * pulled) / Math.sqrt(squares[f]!);
      }
  }
  const entries = [...names].map(([name, i]): [string, number] => [name, Math.round(100 * weights[i]!)]);
  return Object.fromEntries(entries.filter(([, w]) => Math.abs(w) >= slight).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Alternatives that are next to impossible move nothing. */
const LEAST = 1e-5;

/** By how much each feature is more expected than it is with what was chosen. */
function slopes(alternatives: readonly Alternative[], weights: Float64Array): Map<number, number> {
  const sums = alternatives.map(({ features }) => features.reduce((s, f) => s + weights[f]!, 0));
  const most = Math.max(...sums);
  const p = sums.map((s) => Math.exp(s - most));
  const all = p.reduce((a, b) => a + b, 0);
  const right = p.reduce((a, b, i) => a + (alternatives[i]!.right ? b : 0), 0);
  const out = new Map<number, number>();
  alternatives.forEach(({ features, right: isRight }, i) => {
    const slope = p[i]! / all - (isRight ? p[i]! / right : 0);
    if (Math.abs(slope) >= LEAST) for (const f of features) out.set(f, (out.get(f) ?? 0) + slope);
  });
  return out;
}

/** The list that rules and weights decide for; what a rule gives is as {@link listKey} has it, null where none gives any. */
export function chosenBy(offer: Offer, weights: ChoiceWeights, formula: string, ruled: string | null): string | null {
  const weigh = (features: readonly Signs[]): number => namesOf(features).reduce((n, f) => n + (weights[f] ?? 0), 0);
  const list = decidedBy(offer, ruled === null ? null : ruled.split('\n'), formula, weigh);
  return list && listKey(list);
}
