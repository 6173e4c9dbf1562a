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
    const [rows, k] = [Object.entries(table.weights), this.#labels.length];
    this.#rows = new Map(rows.map(([feature], row) => [feature, row]));
    this.#weights = new Float64Array(rows.length * k);
    // Filled in place: a list of all weights would be built first and thrown away, at every start of the program.
    for (const [row, [, weights]] of rows.entries())
      for (let i = 0; i < k; i++) this.#weights[row * k + i] = weights[i]! / 100;
    this.#sums = new Float64Array(this.#labels.length);
  }

  /** What features speak for each label, on top of `given`. Features that the table does not have say nothing. */
  sums(features: readonly string[], given?: Float64Array): Float64Array {
    const sums = given ? given.slice() : new Float64Array(this.#labels.length);
    this.#add(sums, features);
    return sums;
  }

  /** Logarithms of how likely each label is, in the order of the labels. */
  logs(features: readonly string[], given?: Float64Array): number[] {
    const sums = this.sums(features, given);
    const most = Math.max(...sums);
    const all = Math.log(sums.reduce((sum, x) => sum + Math.exp(x - most), 0)) + most;
    return Array.from(sums, (x) => x - all);
  }

  /** How likely each label is by these features. */
  probabilities(features: readonly string[]): Map<Label, number> {
    const sums = this.#sums;
    sums.fill(0);
    this.#add(sums, features);
    const most = Math.max(...sums);
    let all = 0;
    for (let i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i]! - most);
      all += sums[i]!;
    }
    return new Map(this.#labels.map((label, i) => [label, sums[i]! / all]));
  }

  #add(sums: Float64Array, features: readonly string[]): void {
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
