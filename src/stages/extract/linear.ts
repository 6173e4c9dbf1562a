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
  /** Which row of the weights a feature has. */
  readonly #rows: ReadonlyMap<string, number>;
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;

  constructor(table: LinearTable) {
    this.#labels = table.labels as readonly Label[];
    this.#rows = new Map(Object.keys(table.weights).map((feature, row) => [feature, row]));
    this.#weights = Float64Array.from(Object.values(table.weights).flat(), (hundredths) => hundredths / 100);
    this.#sums = new Float64Array(this.#labels.length);
  }

  /**
   * How likely each label is by these features. Features that the table does not have say nothing.
   *
   * @param before the sums of features that come before these, from {@link sums}: many are asked about with the same first features
   */
  probabilities(features: readonly string[], before?: Float64Array): Map<Label, number> {
    const sums = this.#sums;
    const n = sums.length;
    if (before) sums.set(before);
    else sums.fill(0);
    this.#add(features, sums);
    const most = Math.max(...sums);
    let all = 0;
    for (let i = 0; i < n; i++) {
      sums[i] = Math.exp(sums[i]! - most);
      all += sums[i]!;
    }
    return new Map(this.#labels.map((label, i) => [label, sums[i]! / all]));
  }

  /** The weights of these features, summed for each label. */
  sums(features: readonly string[]): Float64Array {
    const sums = new Float64Array(this.#labels.length);
    this.#add(features, sums);
    return sums;
  }

  #add(features: readonly string[], sums: Float64Array): void {
    const [weights, rows, n] = [this.#weights, this.#rows, sums.length];
    for (let f = 0; f < features.length; f++) {
      const row = rows.get(features[f]!);
      if (row !== undefined) for (let i = 0; i < n; i++) sums[i]! += weights[row * n + i]!;
    }
  }

  /** By how much a feature speaks for one label rather than another. */
  lean(feature: string, label: Label, other: Label): number {
    const row = this.#rows.get(feature);
    if (row === undefined) return 0;
    const at = row * this.#labels.length;
    return this.#weights[at + this.#labels.indexOf(label)]! - this.#weights[at + this.#labels.indexOf(other)]!;
  }
}

/** The likeliest label, where it is likelier than a given one by a margin; else the given one. */
export function clearest<Label>(probabilities: ReadonlyMap<Label, number>, given: Label, margin: number): Label {
  let best = given;
  for (const [label, p] of probabilities) if (p > (probabilities.get(best) ?? 0)) best = label;
  return probabilities.get(best)! - (probabilities.get(given) ?? 0) > margin ? best : given;
}
