/** What `npm run train` writes: for each named feature its weight for each label, in hundredths. */
export interface LinearTable {
  labels: readonly string[];
  weights: Readonly<Record<string, readonly number[]>>;
}

/**
 * Multinomial logistic regression (McFadden 1973) over named features that are there or not. Small enough to be read: a
 * weight says how far a feature speaks for a label.
 */
export class Linear<Label extends string> {
  readonly #labels: readonly Label[];
  readonly #weights: ReadonlyMap<string, readonly number[]>;

  constructor(table: LinearTable) {
    this.#labels = table.labels as readonly Label[];
    this.#weights = new Map(Object.entries(table.weights));
  }

  /** How likely each label is by these features. Features that the table does not have say nothing. */
  probabilities(features: Iterable<string>): Map<Label, number> {
    const sums = this.#labels.map(() => 0);
    for (const feature of features) {
      const weights = this.#weights.get(feature);
      if (weights) for (let i = 0; i < sums.length; i++) sums[i]! += weights[i]! / 100;
    }
    const most = Math.max(...sums);
    const parts = sums.map((s) => Math.exp(s - most));
    const all = parts.reduce((a, b) => a + b, 0);
    return new Map(this.#labels.map((label, i) => [label, parts[i]! / all]));
  }

  /** By how much a feature speaks for one label rather than another. */
  lean(feature: string, label: Label, other: Label): number {
    const weights = this.#weights.get(feature);
    if (!weights) return 0;
    return (weights[this.#labels.indexOf(label)]! - weights[this.#labels.indexOf(other)]!) / 100;
  }
}

/** The likeliest label, where it is likelier than a given one by a margin; else the given one. */
export function clearest<Label>(probabilities: ReadonlyMap<Label, number>, given: Label, margin: number): Label {
  let best = given;
  for (const [label, p] of probabilities) if (p > (probabilities.get(best) ?? 0)) best = label;
  return probabilities.get(best)! - (probabilities.get(given) ?? 0) > margin ? best : given;
}
