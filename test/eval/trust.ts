/** How far weights and rules are to be trusted (see src/stages/extract/trust.ts): what is fitted, and what is told of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LEAST, type Trust } from '../../src/stages/extract/trust.ts';

/** An item of an article that neither the rules nor the weights had seen. */
export interface Stranger<Label extends string> {
  author: string;
  label: Label;
  /** What the rules took it for, and all that they said: keys of {@link Trust}'s rules. */
  ruled: Label;
  said: readonly string[];
  /** Logarithms of the weights' probabilities, fitted without its author. */
  logs: number[];
}

/**
 * What rules said of articles when they first saw them, by the names of these: of each annotated item, in order, the place in the list
 * of what they may say (`points` a character each, `figures` parted by blanks; `-` where they did not find it). Rules of commits
 * 565abc3 (aa to ad) and 7251c4b (ag, ah, ai), before anybody had read these articles to make rules.
 */
interface FirstSight {
  roles: string[];
  points: Record<string, string>;
  rulings: string[];
  figures: Record<string, string>;
}
const first: FirstSight = JSON.parse(readFileSync(path.join(import.meta.dirname, 'first-sight.json'), 'utf8'));

/** By place in the annotation; null where nothing is known. */
export function firstSight(of: 'points' | 'figures', article: string): (i: number) => string | null {
  const line = first[of][article.replace(/\.json$/u, '')];
  const codes = of === 'points' ? line?.split('') : line?.split(' ');
  const names = of === 'points' ? first.roles : first.rulings;
  return (i) => names[Number(codes?.[i] ?? '-')] ?? null;
}

/** Steps, and their size, of the fit; pull of each number towards nought. */
const STEPS = 500;
const RATE = 2;
const PULL = 1e-3;

/** Multinomial logistic regression with one weight for all logarithms and one number for each label by each thing that is said. */
export function fitTrust<L extends string>(strangers: readonly Stranger<L>[], labels: readonly L[]): Trust {
  const k = labels.length;
  const keys = [...new Set(strangers.flatMap((s) => s.said))].sort();
  const rows = strangers.map((s) => s.said.map((key) => keys.indexOf(key) * k));
  const wanted = strangers.map((s) => labels.indexOf(s.label));
  const logs = strangers.map((s) => Float64Array.from(s.logs, (log) => Math.max(log, LEAST)));
  const rules = new Float64Array(keys.length * k);
  const scores = new Float64Array(k);
  let weights = 1;
  for (let step = 0; step < STEPS; step++) {
    const slopes = rules.map((r) => PULL * r);
    let slope = 0;
    for (const [i, own] of logs.entries()) {
      let all = 0;
      for (let c = 0; c < k; c++) {
        scores[c] = Math.exp(rows[i]!.reduce((sum, row) => sum + rules[row + c]!, weights * own[c]!));
        all += scores[c]!;
      }
      for (let c = 0; c < k; c++) {
        const error = (scores[c]! / all - (c === wanted[i] ? 1 : 0)) / logs.length;
        for (const row of rows[i]!) slopes[row + c]! += error;
        slope += error * own[c]!;
      }
    }
    weights -= 0.2 * RATE * slope;
    for (let j = 0; j < rules.length; j++) rules[j]! -= RATE * slopes[j]!;
  }
  const row = (r: number): number[] => Array.from(rules.subarray(r * k, r * k + k), (x) => Math.round(100 * x));
  return { weights: Math.round(100 * weights), rules: Object.fromEntries(keys.map((key, r) => [key, row(r)])) };
}

/** Of each author how often rules at first sight, weights without him, and both (trusted as the others bear out) are right. */
export function reportTrust<L extends string>(
  what: string,
  strangers: readonly Stranger<L>[],
  labels: readonly L[],
  both: (s: Stranger<L>, trust: Trust) => L,
): void {
  const all = { of: 0, rules: 0, weights: 0, both: 0 };
  for (const author of [...new Set(strangers.map((s) => s.author))]) {
    const trust = fitTrust(strangers.filter((s) => s.author !== author), labels); // biome-ignore format: one thought
    const own = strangers.filter((s) => s.author === author);
    const right = (by: (s: Stranger<L>) => L): number => own.filter((s) => by(s) === s.label).length;
    const counts = {
      of: own.length,
      rules: right((s) => s.ruled),
      weights: right((s) => labels[s.logs.indexOf(Math.max(...s.logs))]!),
      both: right((s) => both(s, trust)),
    };
    say(what, author, counts);
    for (const key of ['of', 'rules', 'weights', 'both'] as const) all[key] += counts[key];
  }
  say(what, 'all', all);
}

type Counts = Record<'of' | 'rules' | 'weights' | 'both', number>;

function say(what: string, author: string, { of, rules, weights, both }: Counts): void {
  const share = (n: number): string => `${((100 * n) / of).toFixed(1)} %`;
  console.log(
    `${what}, author ${author}: ${of}, rules at first sight ${share(rules)}, weights ${share(weights)}, both ${share(both)}`,
  );
}

/** The author of what the tests expect. */
export const CASES = 'cases';
/** Authors are left out in so many groups: one by one takes seven times as long. */
const FOLDS = 5;

/** Models for each group of authors, fitted without it. The cases of the tests were made by those who had read the articles: without them too. */
export function withoutAuthors<E extends { author: string }, M>(
  authors: readonly string[],
  examples: readonly E[],
  fitted: (examples: readonly E[]) => M,
): (author: string) => M {
  const foldOf = new Map([...new Set(authors)].sort().map((author, i) => [author, i % FOLDS]));
  const told = examples.filter((e) => e.author !== CASES);
  const models = Array.from({ length: FOLDS }, (_, fold) => fitted(told.filter((e) => foldOf.get(e.author) !== fold)));
  return (author) => models[foldOf.get(author)!]!;
}
