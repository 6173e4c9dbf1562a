import type { LinearTable } from '../../src/stages/extract/linear.ts';

export interface Example {
  features: readonly string[];
  label: string;
  /** Who wrote the article that it is of. */
  author?: string;
}

const EPOCHS = 30;
const RATE = 0.05;

export interface FitOptions {
  /** Pull of each weight towards nought, at each example that has its feature. */
  decay: number;
  /** Features that fewer examples have are left out. */
  rare: number;
  /** And those that the articles of fewer authors have: what one alone writes says little of others. 1 without it. */
  authors?: number;
  /** And those whose weights all are less than so many hundredths. */
  slight: number;
  /** How often all examples are gone through; 30 without it. */
  epochs?: number;
}

/** Numbers in [0, 1) that are the same in every run (a linear congruential generator; Park and Miller 1988). */
export function chances(): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function shuffle(places: Uint32Array, next: () => number): void {
  for (let i = places.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
}

/** What has features, of whom. */
interface Having {
  features: ReadonlySet<string>;
  author: string;
}

/** The features that enough examples of enough authors have, in the order in which they are met. */
function common(all: readonly Having[], rare: number, authors: number): string[] {
  const counts = new Map<string, { examples: number; authors: Set<string> }>();
  for (const { features, author } of all)
    for (const f of features) {
      let count = counts.get(f);
      if (!count) {
        count = { examples: 0, authors: new Set() };
        counts.set(f, count);
      }
      count.examples++;
      count.authors.add(author);
    }
  return [...counts].filter(([, n]) => n.examples >= rare && n.authors.size >= authors).map(([f]) => f);
}

/** Features as numbers, rare ones left out. */
function numbered(
  examples: readonly Example[],
  { rare, authors = 1 }: FitOptions,
): { names: string[]; rows: Uint32Array[] } {
  const having = examples.map((e) => ({ features: new Set(e.features), author: e.author ?? '' }));
  const names = common(having, rare, authors);
  const at = new Map(names.map((f, i) => [f, i]));
  const rows = examples.map((e) => Uint32Array.from([...new Set(e.features)].flatMap((f) => at.get(f) ?? [])));
  return { names, rows };
}

/**
 * Multinomial logistic regression by stochastic gradient descent with a rate of its own for each weight (AdaGrad; Duchi, Hazan,
 * Singer 2011). Deterministic. Examples whose label is none of `labels` are left out.
 */
export function fit(all: readonly Example[], labels: readonly string[], options: FitOptions): LinearTable {
  const { decay, slight, epochs = EPOCHS } = options;
  const examples = all.filter((e) => labels.includes(e.label));
  const { names, rows } = numbered(examples, options);
  const wanted = examples.map((e) => labels.indexOf(e.label));
  const k = labels.length;
  const weights = new Float64Array(names.length * k);
  const squares = new Float64Array(names.length * k).fill(1e-2);
  const sums = new Float64Array(k);
  const places = Uint32Array.from(examples.keys());
  const next = chances();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(places, next);
    for (const p of places) step(rows[p]!, wanted[p]!, { weights, squares, sums, decay });
  }
  const entries = names.map((name, f): [string, number[]] => [
    name,
    Array.from(weights.subarray(f * k, f * k + k), (w) => Math.round(100 * w)),
  ]);
  const kept = entries.filter(([, w]) => w.some((x) => Math.abs(x) >= slight)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { labels, weights: Object.fromEntries(kept) };
}

interface State {
  weights: Float64Array;
  /** Of each weight the sum of its squared slopes. */
  squares: Float64Array;
  /** Room for a sum of each label. */
  sums: Float64Array;
  decay: number;
}

/** One example: each weight moves against its share of the error. */
function step(row: Uint32Array, label: number, { weights, squares, sums, decay }: State): void {
  const k = sums.length;
  sums.fill(0);
  for (const f of row) for (let c = 0; c < k; c++) sums[c]! += weights[f * k + c]!;
  const most = Math.max(...sums);
  let all = 0;
  for (let c = 0; c < k; c++) {
    sums[c] = Math.exp(sums[c]! - most);
    all += sums[c]!;
  }
  for (const f of row)
    for (let c = 0; c < k; c++) {
      const i = f * k + c;
      const slope = sums[c]! / all - (c === label ? 1 : 0) + decay * weights[i]!;
      squares[i]! += slope * slope;
      weights[i]! -= (RATE * slope) / Math.sqrt(squares[i]!);
    }
}

/** One choice among phrases, of which some are right. */
export interface Choice {
  /** Who wrote the article that it is of. */
  author?: string;
  options: readonly { features: readonly string[]; right: boolean }[];
}

export interface ChoiceFit {
  epochs: number;
  rate: number;
  decay: number;
  /** Features that fewer choices, or choices of fewer authors, have are left out, and those whose weight is less than so many hundredths. */
  rare: number;
  authors?: number;
  slight: number;
}

/**
 * Conditional logit (McFadden 1973): weights by which the right ones among some options are the likeliest. As {@link fit} by AdaGrad.
 * Weights come in hundredths.
 */
export function fitChoice(
  all: readonly Choice[],
  { epochs, rate, decay, rare, authors = 1, slight }: ChoiceFit,
): Record<string, number> {
  const told = all.filter((c) => c.options.some((o) => o.right) && c.options.some((o) => !o.right));
  const having = told.map((c) => ({ features: new Set(c.options.flatMap((o) => o.features)), author: c.author ?? '' }));
  const names = common(having, rare, authors);
  const at = new Map(names.map((f, i) => [f, i]));
  const rows = told.map(({ options }) =>
    options.map((o) => ({ right: o.right, row: Uint32Array.from(o.features.flatMap((f) => at.get(f) ?? [])) })),
  );
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-2);
  const places = Uint32Array.from(rows.keys());
  const next = chances();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(places, next);
    for (const p of places) choose(rows[p]!, weights, squares, { rate, decay });
  }
  const entries = names.map((name, i): [string, number] => [name, Math.round(100 * weights[i]!)]);
  const kept = entries.filter(([, w]) => Math.abs(w) >= slight).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}

/** One choice: each weight moves by how much likelier or less likely its options are than they should be. */
function choose(
  options: readonly { right: boolean; row: Uint32Array }[],
  weights: Float64Array,
  squares: Float64Array,
  { rate, decay }: { rate: number; decay: number },
): void {
  const sums = options.map(({ row }) => row.reduce((sum, f) => sum + weights[f]!, 0));
  const most = Math.max(...sums);
  const parts = sums.map((x) => Math.exp(x - most));
  const all = parts.reduce((a, b) => a + b, 0);
  const right = parts.reduce((a, b, i) => (options[i]!.right ? a + b : a), 0);
  const slopes = new Map<number, number>();
  for (const [i, { right: wanted, row }] of options.entries()) {
    const error = parts[i]! / all - (wanted ? parts[i]! / right : 0);
    for (const f of row) slopes.set(f, (slopes.get(f) ?? 0) + error);
  }
  for (const [f, slope] of slopes) {
    const pull = slope + decay * weights[f]!;
    squares[f]! += pull * pull;
    weights[f]! -= (rate * pull) / Math.sqrt(squares[f]!);
  }
}
