/** How sure a rule may be: fitting the table of confidences, and measuring how far it keeps its word. No I/O. */

/** One found item: by which rule, and whether annotators confirm it. `weight` below one counts it less. */
export interface Judged {
  key: string;
  ok: boolean;
  weight: number;
}

export interface Rates {
  /** Of a rule that was never seen. */
  rest: number;
  rates: Record<string, number>;
}

const familyOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));

/**
 * The smoothed rate of each rule and of each family (the part of the key before its last stroke).
 *
 * @param lean how many items of a rule outweigh what is known of its family, and of that what is known of all
 */
export function fit(items: readonly Judged[], lean: number): Rates {
  const sums = new Map<string, { ok: number; n: number }>();
  for (const { key, ok, weight } of items)
    for (const k of new Set(['', familyOf(key), key])) {
      const s = sums.get(k) ?? { ok: 0, n: 0 };
      s.n += weight;
      if (ok) s.ok += weight;
      sums.set(k, s);
    }
  const all = sums.get('') ?? { ok: 0, n: 0 };
  const rest = (all.ok + 1) / (all.n + 2);
  const rate = (key: string): number => {
    const s = sums.get(key);
    if (key === '' || !s) return rest;
    return (s.ok + lean * rate(familyOf(key))) / (s.n + lean);
  };
  const keys = [...sums.keys()].filter((k) => k !== '').sort();
  return { rest: round(rest), rates: Object.fromEntries(keys.map((k) => [k, round(rate(k))])) };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** What the table says of a rule: its rate, its family's, or the rest's. */
export const rateOf = ({ rest, rates }: Rates, key: string): number => rates[key] ?? rates[familyOf(key)] ?? rest;

export interface Reliability {
  n: number;
  /** Share of items that are confirmed, and the mean confidence they were given. */
  confirmed: number;
  claimed: number;
  /** Expected calibration error over ten bins of equal width. */
  ece: number;
  /** Mean squared distance of confidence from outcome; beside it that of one constant rate for all. */
  brier: number;
  constant: number;
}

/** How far confidences keep their word. */
export function reliability(items: readonly { confidence: number; ok: boolean }[]): Reliability {
  const n = items.length;
  const mean = (f: (i: { confidence: number; ok: boolean }) => number): number =>
    n ? items.reduce((sum, i) => sum + f(i), 0) / n : 0;
  const confirmed = mean((i) => Number(i.ok));
  const bins = Map.groupBy(items, (i) => Math.min(9, Math.floor(i.confidence * 10)));
  let ece = 0;
  for (const bin of bins.values()) ece += Math.abs(bin.reduce((sum, i) => sum + i.confidence - Number(i.ok), 0)) / n;
  return {
    n,
    confirmed,
    claimed: mean((i) => i.confidence),
    ece,
    brier: mean((i) => (i.confidence - Number(i.ok)) ** 2),
    constant: confirmed * (1 - confirmed),
  };
}
