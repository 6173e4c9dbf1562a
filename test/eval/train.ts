/**
 * `npm run train`: fits the weights that extraction weighs roles with, on corpus/fresh, corpus/bodies and the cases of the
 * tests of points and figures, and writes them:
 * figures/role/role-weights.json and indicator-weights.json of src/stages/extract, (see `train-points.ts`) points/roles/role-weights.json and
 * role-trust.json, (see `train-quotes.ts`) slogans/judge/quote-weights.json and (see `train-members.ts`) slogans/resolve/weights.json. `-- --check` writes nothing and fails where they differ.
 *
 * It prints what matters: how often the rules alone and the weights are right on the articles of an author whose own are left
 * out of the training.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findFigures } from '../../src/stages/extract/figures/index.ts';
import type { Named } from '../../src/stages/extract/figures/indicator/indicator.ts';
import { bestOf, isGuessed, type Rated } from '../../src/stages/extract/figures/indicator/indicator-weights.ts';
import { isGuess, weighed } from '../../src/stages/extract/figures/role/role-weights.ts';
import type { Seen } from '../../src/stages/extract/figures/run.ts';
import { Linear, type LinearTable } from '../../src/stages/extract/linear.ts';
import { ruledOutline } from '../../src/stages/extract/points/index.ts';
import { findSlogans } from '../../src/stages/extract/slogans/index.ts';
import type { FigureRole, Role } from '../../src/stages/extract/types.ts';
import { readAnnotated } from './corpus.ts';
import { type Choice, type Example, type FitOptions, fit, fitChoice } from './logistic.ts';
import { bare as folded } from './score.ts';
import { trainMembers } from './train-members.ts';
import { outlineBy, type PointModel, trainPoints } from './train-points.ts';
import { trainQuotes } from './train-quotes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const EXTRACT = path.join(root, 'src/stages/extract');

/** What is fitted. The options did best on authors who were left out (rare 2 to 5, slight 15 to 30, decay .001 to .1 were tried). */
interface Task {
  name: string;
  file: string;
  labels: readonly string[];
  /** The label that is taken where these are the probabilities. */
  taken: (of: Judged, probabilities: ReadonlyMap<string, number>) => string;
  options: FitOptions;
}
const FIGURES: Task = {
  name: 'figures',
  file: 'figures/role/role-weights.json',
  labels: ['target', 'result', 'scale', 'weight', 'frequency'],
  taken: ({ ruled, by }, p) => weighed({ role: ruled as FigureRole, by }, p as ReadonlyMap<FigureRole, number>),
  options: { decay: 0.01, rare: 3, slight: 20, authors: 2, epochs: 20 },
};
/** The plain cases of the tests count so many times: they are few among the articles, and what every reader knows. */
const CASES = 3;
const counted = (examples: readonly Example[]): Example[] =>
  examples.flatMap((e) => (e.author === 'cases' ? Array.from({ length: CASES }, () => e) : [e]));
const fitted = (examples: readonly Example[], task: Task): LinearTable =>
  fit(counted(examples), task.labels, task.options);

interface Article {
  name: string;
  /** It is there with its headline too: what a figure counts does not hang on that. */
  again?: boolean;
  author: string;
  text: string;
  title: string | null;
  points: { heading: string; role: Role }[];
  figures: { text: string; role: string; indicator?: string | null; optional?: boolean }[];
}

/** An example with what the rules alone make of it; `open` where they leave it to the weights. All are learned from. */
type Judged = Example & { author: string; ruled: string; by: string; open: boolean };

const bare = (s: string): string => s.normalize('NFKC').replace(/[\s“”"'‘’《》]/gu, '');

/** Articles without their headline too: many a page has lost it. */
const read = (folder: string): Article[] =>
  readAnnotated(folder).flatMap((a) => (a.title === null ? [a] : [a, { ...a, title: null, again: true }]));

const casesOf = (folder: string): any[] =>
  ['wild', 'synthetic', 'negative'].flatMap((name) =>
    JSON.parse(readFileSync(path.join(root, 'test/cases', folder, `${name}.json`), 'utf8')),
  );

/** What the tests of points and figures expect: short texts, many with a headline that says what they are. */
function readCases(): Article[] {
  const outlines = casesOf('extract-points').map(({ before, after }) => {
    const lines = after.map((line: string) => /^ *\S+ (.*) \[(\w+)\]$/u.exec(line)!);
    const points = lines.map(([, heading, role]: string[]) => ({ heading, role }));
    return { name: '', author: 'cases', text: before.text.join('\n'), title: before.title, points, figures: [] };
  });
  const figures = casesOf('extract-figures').map(({ before, after }) => {
    const { text = before, title = null } = before;
    return { name: '', author: 'cases', text, title, points: [], figures: after };
  });
  return [...outlines, ...figures];
}

/** Each expected item for the found one with its key, each used once. */
function takers<T>(items: readonly T[], key: (item: T) => string): (key: string) => T | undefined {
  const pool = Map.groupBy(items, key);
  return (k) => pool.get(k)?.shift();
}

/** What a figure counts, chosen among the phrases around it. */
interface Naming extends Choice {
  author: string;
  named: Named;
  open: boolean;
  options: (Seen['phrases'][number] & { right: boolean })[];
}

/** As the score has it: one ends in the other. */
function agrees(wanted: string, got: string): boolean {
  const [p, q] = [folded(wanted), folded(got)];
  return p === q || (q.length > 1 && (p.endsWith(q) || q.endsWith(p)));
}

function judged(
  { text, title, author, figures, again }: Article,
  model: PointModel,
): { roles: Judged[]; names: Naming[] } {
  const points = outlineBy(model, text, title, ruledOutline(text, { title }));
  const seen: Seen[] = [];
  const observe = (s: Seen): number => seen.push(s);
  const found = findFigures(text, points, findSlogans(text, points), { published: null, title, observe });
  const take = takers(figures, (f) => bare(f.text));
  const roles: Judged[] = [];
  const names: Naming[] = [];
  for (const [i, f] of found.entries()) {
    const gold = take(bare(f.text));
    const { ruling, features, named, phrases } = seen[i]!;
    if (!gold || gold.optional) continue;
    roles.push({ author, ruled: ruling.role, by: ruling.by, label: gold.role, features, open: isGuess(ruling) });
    if (!gold.indicator || again) continue;
    const options = phrases.map((p) => ({ ...p, right: agrees(gold.indicator!, p.text) }));
    names.push({ author, named, open: isGuessed(named), options });
  }
  return { roles, names };
}

const INDICATORS = {
  file: 'figures/indicator/indicator-weights.json',
  options: { epochs: 6, rate: 0.1, decay: 0.002, rare: 3, slight: 25 },
};

/** How many of the open ones the rules and weights (in hundredths) name right. */
function rightNames(names: readonly Naming[], weights: Record<string, number>): Rights {
  const open = names.filter((n) => n.open);
  const sum = (features: readonly string[]): number => features.reduce((s, f) => s + (weights[f] ?? 0) / 100, 0);
  const rated = (n: Naming): Rated[] => n.options.map((o) => ({ text: o.text, rate: sum(o.features) }));
  const right = (n: Naming, text: string | null): boolean => n.options.some((o) => o.right && o.text === text);
  return {
    rules: open.filter((n) => right(n, n.named.indicator)).length,
    weights: open.filter((n) => right(n, bestOf(rated(n), n.named))).length,
    of: open.length,
  };
}

function reportNames(names: readonly Naming[]): void {
  const all: Rights = { rules: 0, weights: 0, of: 0 };
  for (const author of authorsOf(names)) {
    const weights = fitChoice(names.filter((n) => n.author !== author), INDICATORS.options); // biome-ignore format: one thought
    const own = rightNames(names.filter((n) => n.author === author), weights); // biome-ignore format: one thought
    say(`indicators, author ${author}`, own);
    all.rules += own.rules;
    all.weights += own.weights;
    all.of += own.of;
  }
  say('indicators, all authors', all);
}

const authorsOf = (of: readonly { author: string }[]): string[] => [...new Set(of.map((x) => x.author))].sort();
const without = (examples: readonly Judged[], author: string): Judged[] => examples.filter((e) => e.author !== author);
const percent = (part: number, of: number): string => ((100 * part) / of).toFixed(1);

interface Rights {
  rules: number;
  weights: number;
  of: number;
}

/** How many of the open examples the rules and a model have right. */
function rightsOf(task: Task, examples: readonly Judged[], model: Linear<string>): Rights {
  const open = examples.filter((e) => e.open);
  const byWeights = (e: Judged): string => task.taken(e, model.probabilities(e.features));
  const rules = open.filter((e) => e.ruled === e.label).length;
  return { rules, weights: open.filter((e) => byWeights(e) === e.label).length, of: open.length };
}

function say(what: string, { rules, weights, of }: Rights): void {
  console.log(`${what}: ${of} examples, rules ${percent(rules, of)} %, weights ${percent(weights, of)} %`);
}

/** By author, what the rules have right and weights that were fitted without that author's articles. */
function report(task: Task, examples: readonly Judged[]): void {
  const all: Rights = { rules: 0, weights: 0, of: 0 };
  for (const author of authorsOf(examples)) {
    const model = new Linear<string>(fitted(without(examples, author), task));
    const own = rightsOf(task, examples.filter((e) => e.author === author), model); // biome-ignore format: one thought
    say(`${task.name}, author ${author}`, own);
    all.rules += own.rules;
    all.weights += own.weights;
    all.of += own.of;
  }
  say(`${task.name}, all authors`, all);
}

function write(file: string, table: object, check: boolean): void {
  const at = path.join(EXTRACT, file);
  const text = `${JSON.stringify(table)}\n`.replaceAll('],"', '],\n"').replaceAll(/(?<=":-?[0-9]+,)/gu, '\n');
  if (!check) writeFileSync(at, text);
  else if (readFileSync(at, 'utf8') !== text) throw new Error(`${file} is not what the articles give`);
}

function main({ check = false, quiet = false }: { check?: boolean; quiet?: boolean }): void {
  trainQuotes({ check, quiet });
  trainMembers({ check, quiet });
  const articles = [...read('bodies'), ...read('fresh'), ...readCases()];
  const points = trainPoints(articles, quiet);
  write('points/roles/role-weights.json', points.table, check);
  write('points/roles/role-trust.json', points.trust, check);
  const seen = articles.map((a) => judged(a, points.without(a.author)));
  const roles = seen.flatMap((x) => x.roles);
  const names = seen.flatMap((x) => x.names);
  if (!quiet) report(FIGURES, roles);
  write(FIGURES.file, fitted(roles, FIGURES), check);
  if (!quiet) reportNames(names);
  write(INDICATORS.file, fitChoice(names, INDICATORS.options), check);
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, quiet: { type: 'boolean' } } });
main(values);
