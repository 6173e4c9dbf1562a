import { type Form, Forms, type Part, type TextForm, type Told } from './forms.ts';

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
  readonly #names: readonly string[];
  /** In hundredths, a row for each feature: in few bytes, since a look-up goes anywhere among them. */
  readonly #weights: Int16Array;
  #rows: ReadonlyMap<string, number> | null = null;
  /** For each row the last call of {@link Linear.sumsOnce} that had it. */
  readonly #seen: Uint32Array;
  #turn = 0;

  constructor(table: LinearTable) {
    this.#labels = table.labels as readonly Label[];
    this.#names = Object.keys(table.weights);
    this.#weights = new Int16Array(this.#names.length * this.#labels.length);
    this.#seen = new Uint32Array(this.#names.length);
    let at = 0;
    for (const row of Object.values(table.weights)) {
      this.#weights.set(row, at);
      at += row.length;
    }
  }

  /** Which row of the weights a feature has, for those that are asked by name. */
  #row(feature: string): number | undefined {
    this.#rows ??= new Map(this.#names.map((name, row) => [name, row]));
    return this.#rows.get(feature);
  }

  /** The features with their rows, for those that are asked by {@link LinearSum}. */
  forms(): Forms {
    return new Forms(this.#names, Uint32Array.from(this.#names.keys()), -1);
  }

  /** What rows speak for each label, on top of `given`. A row that several groups have counts once. */
  sumsOnce(groups: readonly (readonly number[])[], given?: Float64Array): Float64Array {
    const sums = given ? given.slice() : this.noughts();
    const turn = ++this.#turn;
    for (const group of groups)
      for (const row of group) {
        if (this.#seen[row] === turn) continue;
        this.#seen[row] = turn;
        this.add(row, sums);
      }
    return sums;
  }

  /** What features speak for each label. Features that the table does not have say nothing. */
  sums(features: readonly string[]): Float64Array {
    const sums = this.noughts();
    for (const f of features) this.add(this.#row(f) ?? -1, sums);
    return sums;
  }

  /** How likely each label is by these features. */
  probabilities(features: readonly string[]): Map<Label, number> {
    return this.likelihoods(this.sums(features));
  }

  /** Adds a row of the weights, one for each label; a negative row is none. */
  add(row: number, sums: Float64Array): void {
    if (row < 0) return;
    const [weights, n] = [this.#weights, sums.length];
    for (let i = 0; i < n; i++) sums[i]! += weights[row * n + i]! / 100;
  }

  /** How likely each label is by the sums of its weights, which are lost. */
  likelihoods(sums: Float64Array): Map<Label, number> {
    const n = sums.length;
    const most = Math.max(...sums);
    let all = 0;
    for (let i = 0; i < n; i++) {
      sums[i] = Math.exp(sums[i]! - most);
      all += sums[i]!;
    }
    return new Map(this.#labels.map((label, i) => [label, sums[i]! / all]));
  }

  /** Logarithms of how likely each label is by the sums of its weights, in the order of the labels. */
  logs(sums: Float64Array): number[] {
    const most = Math.max(...sums);
    const all = Math.log(sums.reduce((sum, x) => sum + Math.exp(x - most), 0)) + most;
    return Array.from(sums, (x) => x - all);
  }

  /** As many noughts as there are labels. */
  noughts(): Float64Array {
    return new Float64Array(this.#labels.length);
  }

  /** By how much a row speaks for one label rather than another. */
  leaning(label: Label, other: Label): (row: number) => number {
    const [weights, n] = [this.#weights, this.#labels.length];
    const [own, others] = [this.#labels.indexOf(label), this.#labels.indexOf(other)];
    return (row) => weights[row * n + own]! / 100 - weights[row * n + others]! / 100;
  }

  /** The feature of a row. */
  name(row: number): string {
    return this.#names[row]!;
  }
}

/** The weights of the features that it is told, for each label. */
export class LinearSum<Label extends string> implements Told {
  readonly #model: Linear<Label>;
  readonly #sums: Float64Array;

  constructor(model: Linear<Label>) {
    this.#model = model;
    this.#sums = model.noughts();
  }

  tell(form: Form, a?: Part, b?: Part, c?: Part): void {
    this.#model.add(form.value(a, b, c), this.#sums);
  }

  tellText(form: TextForm, text: string, from: number, to: number): void {
    this.#model.add(form.value(text, from, to), this.#sums);
  }

  /** How likely each label is by what was told; to be asked once. */
  probabilities(): Map<Label, number> {
    return this.#model.likelihoods(this.#sums);
  }
}

/** The rows of the features that it is told; those that the table does not have are none. */
export class Rows implements Told {
  readonly rows: number[] = [];

  tell(form: Form, a?: Part, b?: Part, c?: Part): void {
    this.#keep(form.value(a, b, c));
  }

  tellText(form: TextForm, text: string, from: number, to: number): void {
    this.#keep(form.value(text, from, to));
  }

  #keep(row: number): void {
    if (row >= 0) this.rows.push(row);
  }
}

/** The likeliest label, where it is likelier than a given one by a margin; else the given one. */
export function clearest<Label>(probabilities: ReadonlyMap<Label, number>, given: Label, margin: number): Label {
  let best = given;
  for (const [label, p] of probabilities) if (p > (probabilities.get(best) ?? 0)) best = label;
  return probabilities.get(best)! - (probabilities.get(given) ?? 0) > margin ? best : given;
}
