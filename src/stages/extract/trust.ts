/**
 * Weights and rules together. Weights are fitted on signs of which none is what the rules say, and how far either is to be trusted on
 * what the rules said of articles when they first saw them (test/eval/first-sight.json): on texts that rules were made on they look
 * better than they are, and weights that had learned so would lean on them.
 */
export interface Trust {
  /** What the weights' logarithm of a probability counts, in hundredths. */
  weights: number;
  /** What each thing that the rules may say speaks for each label, in hundredths. */
  rules: Readonly<Record<string, readonly number[]>>;
}

/** Logarithm below which a probability is not taken seriously: weights are sure of themselves where they should not be. */
export const LEAST = -9;

/**
 * For each label what speaks for it.
 *
 * @param logs logarithms of the weights' probabilities, in the order of the labels
 * @param said what the rules say: keys of `rules`, of which those that it does not have say nothing
 */
export function fused(logs: readonly number[], said: readonly string[], { weights, rules }: Trust): number[] {
  const scores = logs.map((log) => weights * Math.max(log, LEAST));
  for (const key of said) {
    const row = rules[key];
    if (row) for (let i = 0; i < scores.length; i++) scores[i]! += row[i]!;
  }
  return scores.map((score) => score / 100);
}

/** The label for which most speaks, by its place; what is nearly even stays with that of the rules. */
export function strongest(scores: readonly number[], ruled: number, margin: number): number {
  let best = ruled;
  const enough = scores[ruled]! + margin;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > scores[best]! && scores[i]! > enough) best = i;
  return best;
}
