/**
 * The project's own evaluation: exported articles against expected results in the format of corpus/expected.
 *
 * `<page>-a<k>.txt` is the text of the k-th article of a page, `<page>-a<k>.json` what is to be found in it (optional,
 * and each list in it optional), `meta.json` titles and metadata, `pairs.json` relations between articles, `sites.json` words that damage had hidden.
 * Every score is a share in [0, 1]; null where the expectations hold nothing of the kind.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';

export interface Scores {
  [name: string]: number | null;
}

interface Expected {
  name: string;
  page: string;
  text: string;
  found: Finding | null;
}

interface Finding {
  title?: string | null;
  points?: { heading: string; parent: string | null; role: string }[];
  slogans?: { text: string; kind: string; expansion: string[] | null; optional?: boolean }[];
  figures?: GoldFigure[];
}

interface GoldFigure {
  text: string;
  value?: number;
  min?: number;
  max?: number;
  unit: string;
  bound: string;
  indicator: string | null;
  role: string;
  per: string | null;
  optional?: boolean;
}

const QUOTES: Record<string, string> = { '“': '"', '”': '"', '「': '"', '」': '"', '‘': "'", '’': "'", '—': '-' };

/** One form for comparison: no white space, one width, one style of quotation marks. */
export const fold = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[“”「」‘’—]/g, (c) => QUOTES[c]!);
/** As {@link fold}, without quotation marks and without what ends a sentence. */
export const bare = (s: string): string =>
  fold(s)
    .replace(/["'《》]/g, '')
    .replace(/[,.;:!?、。]+$/, '');

class Share {
  ok = 0;
  n = 0;
  add(ok: boolean): void {
    this.n++;
    if (ok) this.ok++;
  }
  get value(): number | null {
    return this.n ? this.ok / this.n : null;
  }
}

/** Counts for an F1 score. */
export class Matches {
  hit = 0;
  missing = 0;
  wrong = 0;
  get value(): number | null {
    const all = 2 * this.hit + this.missing + this.wrong;
    return all ? (2 * this.hit) / all : null;
  }
}

/** Pairs items with equal keys. Optional expectations count neither when met nor when missed. */
function pair<G extends { optional?: boolean }, O>(
  gold: G[],
  out: O[],
  goldKey: (g: G) => string,
  outKey: (o: O) => string,
  into: Matches,
): [G, O][] {
  const pool = new Map<string, O[]>();
  for (const o of out) pool.set(outKey(o), [...(pool.get(outKey(o)) ?? []), o]);
  const pairs: [G, O][] = [];
  for (const g of gold) {
    const o = pool.get(goldKey(g))?.shift();
    if (o) pairs.push([g, o]);
    if (!g.optional) o ? into.hit++ : into.missing++;
  }
  for (const rest of pool.values()) into.wrong += rest.length;
  return pairs;
}

const MEASURE = new Set(['practice', 'proposal', 'requirement']);

/** The articles of a `articles.jsonl`. */
export function readArticles(file: string): any[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

export function readExpected(folder: string): Expected[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .map((f) => {
      const name = f.slice(0, -4);
      const json = path.join(folder, `${name}.json`);
      const found = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Finding) : null;
      return {
        name,
        page: name.slice(0, name.indexOf('-')),
        text: fold(readFileSync(path.join(folder, f), 'utf8')),
        found,
      };
    });
}

/** @param folder of the expected results. */
export function score(articles: readonly any[], folder: string): Scores {
  const expected = readExpected(folder);
  const s = {
    found: new Matches(), points: new Matches(), parent: new Share(), role: new Share(), measures: new Matches(),
    slogans: new Matches(), slogan_kind: new Share(), expansion: new Share(), figures: new Matches(),
    figures_joint: new Matches(), figure_role: new Share(), figure_per: new Share(), indicator: new Share(),
    title: new Share(), meta: new Share(), grounding: new Share(), relations: new Share(), sites: new Share(),
  }; // biome-ignore format: a table
  let text = 0;
  const byId = new Map(articles.map((a) => [a.id, a]));
  const match = matchArticles(expected, articles, s.found);
  for (const e of expected) {
    const a = match.get(e.name);
    if (!a) continue;
    const got = fold(a.text);
    text += got === e.text ? 1 : Math.max(0, 1 - distance(got, e.text) / Math.max(1, e.text.length));
    scoreGrounding(a, s.grounding);
    if (!e.found) continue;
    const x = ['exact', 'near', 'contained'].includes(a.work?.relation) ? (byId.get(a.work.of) ?? a) : a;
    if (e.found.points) scorePoints(e.found.points, x.points, s);
    if (e.found.slogans) scoreSlogans(e.found.slogans, x.slogans, s);
    if (e.found.figures) scoreFigures(e.found.figures, x.figures, s);
  }
  scoreMeta(path.join(folder, 'meta.json'), match, s.title, s.meta);
  scoreRelations(path.join(folder, 'pairs.json'), match, s.relations);
  scoreSites(path.join(folder, 'sites.json'), articles, s.sites);
  const rest = Object.fromEntries(Object.entries(s).map(([k, v]) => [k, v.value]));
  return { articles: expected.length, text: text / Math.max(1, expected.length), ...rest };
}

/** Each expected article takes the article of its page that is nearest in text; ties go by document order. */
export function matchArticles(
  expected: readonly Expected[],
  articles: readonly any[],
  found: Matches,
): Map<string, any> {
  const match = new Map<string, any>();
  const used = new Set<any>();
  for (const e of expected) {
    const pool = articles.filter((a) => !used.has(a) && path.basename(a.source.path).startsWith(e.page));
    const ranked = pool
      .map((a) => ({ a, likeness: overlap(fold(a.text), e.text) }))
      .sort((x, y) => y.likeness - x.likeness || x.a.source.part - y.a.source.part);
    const best = ranked[0];
    if (best && best.likeness >= 0.5) {
      match.set(e.name, best.a);
      used.add(best.a);
    }
    if (best && best.likeness >= 0.95) found.hit++;
    else {
      found.missing++;
      if (best && best.likeness >= 0.5) found.wrong++;
    }
  }
  const pages = new Set(expected.map((e) => e.page));
  for (const a of articles)
    if (!used.has(a) && [...pages].some((p) => path.basename(a.source.path).startsWith(p))) found.wrong++;
  return match;
}

/** Jaccard of 5-character shingles. */
function overlap(a: string, b: string): number {
  const grams = (t: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, t.length - 4) }, (_, i) => t.slice(i, i + 5)));
  const [x, y] = [grams(a), grams(b)];
  let both = 0;
  for (const g of x) if (y.has(g)) both++;
  return both / Math.max(1, x.size + y.size - both);
}

function scoreGrounding(a: any, into: Share): void {
  const chars = Array.from(a.text as string);
  const quotes = [...a.figures, ...a.slogans.flatMap((w: any) => w.mentions.map((m: any) => ({ ...m, text: w.text })))];
  for (const q of quotes) {
    const got = bare(chars.slice(q.start, q.end).join(''));
    into.add(got.length > 0 && got.includes(bare(q.text)));
  }
}

function scorePoints(gold: NonNullable<Finding['points']>, points: any[], s: any): void {
  const heading = new Map(points.map((p) => [p.id, p.heading]));
  for (const [g, o] of pair(
    gold as any[],
    points,
    (p) => bare(p.heading),
    (p) => bare(p.heading),
    s.points,
  )) {
    s.parent.add(
      (o.parent === null ? null : bare(heading.get(o.parent) ?? '')) === (g.parent === null ? null : bare(g.parent)),
    );
    s.role.add(o.role === g.role);
  }
  const measures = (list: any[]): any[] => list.filter((p) => MEASURE.has(p.role));
  pair(
    measures(gold),
    measures(points),
    (p) => bare(p.heading),
    (p) => bare(p.heading),
    s.measures,
  );
}

function scoreSlogans(gold: NonNullable<Finding['slogans']>, slogans: any[], s: any): void {
  const key = (w: any): string => bare(w.text).replace(/[、,]/g, '');
  for (const [g, o] of pair(gold, slogans, key, key, s.slogans)) {
    if (!g.optional) s.slogan_kind.add(g.kind === o.kind);
    if (g.expansion?.length || o.expansion?.length)
      s.expansion.add(JSON.stringify((g.expansion ?? []).map(bare)) === JSON.stringify((o.expansion ?? []).map(bare)));
  }
}

function scoreFigures(gold: GoldFigure[], figures: any[], s: any): void {
  const amount = (f: any): string => (f.value === undefined || f.value === null ? `${f.min}..${f.max}` : `${f.value}`);
  const joint = (f: any): string => `${bare(f.text)} ${f.bound} ${amount(f)} ${f.unit ?? ''}`;
  for (const [g, o] of pair(
    gold,
    figures,
    (f) => bare(f.text),
    (f) => bare(f.text),
    s.figures,
  )) {
    if (g.optional) continue;
    s.figure_role.add(g.role === o.role);
    if (g.per || o.per) s.figure_per.add((g.per ?? null) === (o.per ?? null));
    if (g.indicator) {
      const [p, q] = [bare(g.indicator), bare(o.indicator ?? '')];
      s.indicator.add(q.length > 1 && (p.endsWith(q) || q.endsWith(p)));
    }
  }
  pair(gold, figures, joint, joint, s.figures_joint);
}

/** `meta.json`: article → the title and the metadata that its page states, nothing else. */
function scoreMeta(file: string, match: Map<string, any>, title: Share, meta: Share): void {
  if (!existsSync(file)) return;
  for (const [name, want] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, any>)) {
    const a = match.get(name);
    for (const [field, value] of Object.entries(want)) {
      if (field === 'title') title.add(bare(a?.title ?? '') === bare((value as string) ?? ''));
      else meta.add(JSON.stringify(a?.meta[field]) === JSON.stringify(value));
    }
  }
}

const COPIES = new Set(['canonical', 'exact', 'near', 'contained']);

function scoreRelations(file: string, match: Map<string, any>, into: Share): void {
  if (!existsSync(file)) return;
  for (const [x, y, want] of JSON.parse(readFileSync(file, 'utf8')) as [string, string, string | string[]][]) {
    const [a, b] = [match.get(x)?.work, match.get(y)?.work];
    const own = [a?.relation, b?.relation].find((r) => r && !COPIES.has(r)) ?? 'same';
    const got = a && b && a.id === b.id ? own : 'different';
    into.add(Boolean(a && b) && [want].flat().includes(got));
  }
}

function scoreSites(file: string, articles: readonly any[], into: Share): void {
  if (!existsSync(file)) return;
  for (const [page, words] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>)) {
    const texts = articles.filter((a) => path.basename(a.source.path).startsWith(page)).map((a) => fold(a.text));
    for (const word of words) into.add(texts.some((t) => t.includes(fold(word))));
  }
}
