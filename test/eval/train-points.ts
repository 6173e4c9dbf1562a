/**
 * The part of `npm run train` for the roles of points: src/stages/extract/points/roles/role-weights.json, and role-trust.json, which says how
 * far weights and rules are to be trusted. That is fitted on what the rules said of authors when they first saw them
 * (first-sight.json), with weights that were fitted without these authors.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Linear, type LinearTable } from '../../src/stages/extract/linear.ts';
import { type Ruled, ruledOutline } from '../../src/stages/extract/points/index.ts';
import { asNames, RoleFeatures } from '../../src/stages/extract/points/roles/role-features.ts';
import {
  fused,
  isAsked,
  isOpen,
  LEAST,
  ROLES,
  roleBy,
  rolesOf,
  ruledBy,
  type Trust,
} from '../../src/stages/extract/points/roles/role-weights.ts';
import type { MarkedPoint, Role } from '../../src/stages/extract/types.ts';
import { type Example, fit } from './logistic.ts';

export interface Outlined {
  /** File name of the annotation; '' of a case of the tests. */
  name: string;
  author: string;
  text: string;
  title: string | null;
  points: { heading: string; role: Role }[];
}

/** What rules said of a point at first sight, and how they came to it: as they do now, where they still say so. */
interface Seen {
  role: Role;
  by: string;
}

/** A point that is annotated; `seen` is null where that is not known. */
type Judged = Example & { author: string; seen: Seen | null };

/**
 * The options did best on authors who were left out (decay .001 to .03, rare 2 and 3, slight 3 to 15: up to 8 nothing is lost, at 15
 * three points in a hundred). Features of one author alone are a quarter more, and no help; without those of two, one point in a
 * hundred is lost.
 */
const OPTIONS = { decay: 0.001, rare: 3, authors: 2, slight: 8, epochs: 12 };
/** The author of what the tests expect. */
const CASES = 'cases';
/** Authors are left out in so many groups: one by one takes seven times as long. */
const FOLDS = 5;

/**
 * What rules said of articles when they first saw them: of each annotated point, in order, the place in `roles`; `-` where they found
 * none. Rules of commits 565abc3 (aa to ad), 7251c4b (ag, ah, ai) and 6e0c0528 (ae, af), when nobody had read these articles to make rules.
 */
const first: { roles: Role[]; points: Record<string, string> } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'first-sight.json'), 'utf8'),
);
const bare = (s: string): string => s.normalize('NFKC').replace(/[\s“”"'‘’《》]/gu, '');

function examplesOf({ name, author, text, title, points }: Outlined): Judged[] {
  const { nodes, decisions } = ruledOutline(text, { title });
  const features = new RoleFeatures(text, title, nodes, asNames);
  const document = features.ofDocument();
  const known = first.points[name.replace(/\.json$/u, '')];
  // A page that lost its headline was not shown to the rules so.
  const pool = Map.groupBy(points.keys(), (i) => bare(points[i]!.heading));
  return nodes.flatMap((n, k) => {
    const i = pool.get(bare(text.slice(n.item.headStart, n.item.headEnd)))?.shift();
    if (i === undefined) return [];
    const role = (title !== null && first.roles[Number(known?.[i] ?? '-')]) || null;
    const seen = role && { role, by: role === decisions[k]!.role ? ruledBy(decisions[k]!) : role };
    return [{ author, label: points[i]!.role, seen, features: [document, ...features.of(n)].flat() }];
  });
}

export interface PointModel {
  model: Linear<Role>;
  trust: Trust;
}

const fitted = (examples: readonly Judged[]): LinearTable => fit(examples, ROLES, OPTIONS);
/** Weights of other articles have other rows than those of the program: they are asked by name. */
const logsBy = (model: Linear<Role>, features: readonly string[]): number[] =>
  model.logs(model.sums([...new Set(features)]));
const modelOf = (table: LinearTable): Linear<Role> => new Linear<Role>(table);

export interface TrainedPoints {
  table: LinearTable;
  trust: Trust;
  /** What an author's articles are to be judged by: fitted without them. */
  without: (author: string) => PointModel;
}

/** Fits both, and models for each group of authors without it. */
export function trainPoints(articles: readonly Outlined[], quiet: boolean): TrainedPoints {
  const examples = articles.flatMap(examplesOf);
  // The tests' cases were made by those who had read the articles: an author is no stranger to them.
  const told = examples.filter((e) => e.author !== CASES);
  const authors = [...new Set(articles.map((a) => a.author))].sort();
  const foldOf = new Map(authors.map((author, i) => [author, i % FOLDS]));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    modelOf(fitted(told.filter((e) => foldOf.get(e.author) !== fold))),
  );
  const strangers = examples.flatMap(({ author, seen, label, features }) =>
    seen ? [{ author, seen, label: label as Role, logs: logsBy(models[foldOf.get(author)!]!, features) }] : [],
  );
  const trust = fitTrust(strangers);
  if (!quiet) report(strangers);
  const without = (author: string): PointModel => ({ model: models[foldOf.get(author)!]!, trust });
  return { table: fitted(examples), trust, without };
}

interface Stranger {
  author: string;
  seen: Seen;
  label: Role;
  logs: number[];
}

/** Of each author how often rules at first sight, weights without him, and both (trusted as the others say) are right. */
function report(strangers: readonly Stranger[]): void {
  const all = { of: 0, rules: 0, weights: 0, both: 0 };
  for (const author of [...new Set(strangers.map((s) => s.author))]) {
    const trust = fitTrust(strangers.filter((s) => s.author !== author));
    const own = strangers.filter((s) => s.author === author);
    const right = (by: (s: Stranger) => Role): number => own.filter((s) => by(s) === s.label).length;
    const counts = {
      of: own.length,
      rules: right((s) => s.seen.role),
      weights: right((s) => ROLES[s.logs.indexOf(Math.max(...s.logs))]!),
      both: right(({ logs, seen: { role, by } }) => (isOpen(role) ? roleBy(fused(logs, by, trust), role).role : role)),
    };
    say(author, counts);
    for (const key of ['of', 'rules', 'weights', 'both'] as const) all[key] += counts[key];
  }
  say('all', all);
}

function say(author: string, { of, rules, weights, both }: Record<'of' | 'rules' | 'weights' | 'both', number>): void {
  const percent = (n: number): string => `${((100 * n) / of).toFixed(1)} %`;
  console.log(
    `roles of points, author ${author}: ${of} points, rules at first sight ${percent(rules)}, weights ${percent(weights)}, both ${percent(both)}`,
  );
}

/** Steps, and their size, of the fit; pull of each number towards nought. */
const STEPS = 600;
const RATE = 2;
const PULL = 5e-3;

/** Multinomial logistic regression with one weight for all logarithms and one number for each role by what the rules say and how. */
function fitTrust(strangers: readonly Stranger[]): Trust {
  const k = ROLES.length;
  const keys = [...new Set(strangers.map((s) => s.seen.by))].sort();
  const rows = strangers.map((s) => keys.indexOf(s.seen.by));
  const wanted = strangers.map((s) => ROLES.indexOf(s.label));
  const rules = new Float64Array(keys.length * k);
  let weights = 1;
  for (let step = 0; step < STEPS; step++) {
    const slopes = rules.map((r) => PULL * r);
    let slope = 0;
    for (const [i, { logs }] of strangers.entries()) {
      const scores = logs.map((log, c) => Math.exp(weights * Math.max(log, LEAST) + rules[rows[i]! * k + c]!));
      const all = scores.reduce((a, b) => a + b, 0);
      for (let c = 0; c < k; c++) {
        const error = (scores[c]! / all - (c === wanted[i] ? 1 : 0)) / strangers.length;
        slopes[rows[i]! * k + c]! += error;
        slope += error * Math.max(logs[c]!, LEAST);
      }
    }
    weights -= 0.2 * RATE * slope;
    for (let j = 0; j < rules.length; j++) rules[j]! -= RATE * slopes[j]!;
  }
  const row = (r: number): number[] => Array.from(rules.subarray(r * k, r * k + k), (x) => Math.round(100 * x));
  return {
    weights: Math.round(100 * weights),
    rules: Object.fromEntries(keys.map((key, r) => [key, row(r)])),
    stands: Object.fromEntries(ROLES.filter((r) => !isOpen(r)).map((role) => [role, rightOf(strangers, role)])),
  };
}

/** In how many of a hundred the rules are right that say a role. */
function rightOf(strangers: readonly Stranger[], role: Role): number {
  const said = strangers.filter((s) => s.seen.role === role);
  return Math.round((100 * said.filter((s) => s.label === role).length) / said.length);
}

/** The outline as a model has it that was not fitted on the article: what figures are judged with. */
export function outlineBy(
  { model, trust }: PointModel,
  text: string,
  title: string | null,
  ruled: Ruled,
): MarkedPoint[] {
  const { nodes, decisions } = ruled;
  const features = new RoleFeatures(text, title, nodes, asNames);
  const document = features.ofDocument();
  const logs = nodes.map((n, i) =>
    isAsked(text, n, decisions[i]!) ? logsBy(model, [...document, ...features.of(n).flat()]) : null,
  );
  const roles = rolesOf(nodes, decisions, logs, trust);
  const ids = new Map(nodes.map((n, i) => [n, `p${i + 1}`]));
  return nodes.map((n, i) => {
    const { item } = n;
    const place = { start: item.start, end: n.end, headingStart: item.headStart, headingEnd: item.headEnd };
    const parent = n.parent ? ids.get(n.parent)! : null;
    const heading = text.slice(item.headStart, item.headEnd);
    return {
      ...place,
      id: ids.get(n)!,
      number: item.number,
      heading,
      parent,
      ...roles[i]!,
      cue: decisions[i]!.cue,
      rule: item.style,
    };
  });
}
