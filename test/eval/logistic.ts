import type { LinearTable } from '../../src/stages/extract/linear.ts';

export interface Example {
  features: readonly string[];
  label: string;
}

const EPOCHS = 30;
const RATE = 0.05;

export interface FitOptions {
  /** Pull of each weight towards nought, at each example that has its feature. */
  decay: number;
  /** Features that fewer examples have are left out. */
  rare: number;
  /** And those whose weights all are less than so many hundredths. */
  slight: number;
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

/** Features as numbers, rare ones left out. */
function numbered(examples: readonly Example[], rare: number): { names: string[]; rows: Uint32Array[] } {
  const counts = new Map<string, number>();
  for (const e of examples) for (const f of new Set(e.features)) counts.set(f, (counts.get(f) ?? 0) + 1);
  const names = [...counts].filter(([, n]) => n >= rare).map(([f]) => f);
  const at = new Map(names.map((f, i) => [f, i]));
  const rows = examples.map((e) => Uint32Array.from([...new Set(e.features)].flatMap((f) => at.get(f) ?? [])));
  return { names, rows };
}

/**
 * Multinomial logistic regression by stochastic gradient descent with a rate of its own for each weight (AdaGrad; Duchi, Hazan,
 * Singer 2011). Deterministic. Examples whose label is none of `labels` are left out.
 */
export function fit(
  all: readonly Example[],
  labels: readonly string[],
  { decay, rare, slight }: FitOptions,
): LinearTable {
  const examples = all.filter((e) => labels.includes(e.label));
  const { names, rows } = numbered(examples, rare);
  const wanted = examples.map((e) => labels.indexOf(e.label));
  const k = labels.length;
  const weights = new Float64Array(names.length * k);
  const squares = new Float64Array(names.length * k).fill(1e-2);
  const sums = new Float64Array(k);
  const places = Uint32Array.from(examples.keys());
  const next = chances();
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
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
