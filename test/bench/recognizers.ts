/**
 * Numbers with their units beside Microsoft's Recognizers-Text (the JavaScript package), in one run.
 *
 *   npm ci --prefix test/bench && npm run bench:recognizers
 *
 * 1. The public cases (../shared/suites/recognizers-zh): spans and values, by the reader of the extract stage (`readQuantities`),
 *    before it is asked which of its quantities are figures. `ours` with its option `loose`, since many cases are written as transcripts
 *    are (digits set apart by blanks, 2e5, 5k, dozens); beside it as articles are read, without. The rival was made on them; it has no
 *    ranges in JavaScript.
 * 2. The figures of the annotated articles (../shared/gold/dev). Of the rival: numbers, percentages, currencies, dimensions and ages,
 *    the longest where they overlap. `touched` counts a figure as found that a span overlaps, and a span as false that touches no figure;
 *    `exact` wants the span that the annotation has, with approximators and counting word.
 * 3. Characters a second on those articles, of a quarter of their text and of all of it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { extract } from '../../src/index.ts';
import { readQuantities } from '../../src/stages/extract/figures/read/quantities.ts';
import { type Case, type Found, read, SUITES, same, wanted } from '../stages/extract/recognizers.ts';

interface Entity {
  start: number;
  end: number;
  resolution: { value: string | null; unit?: string };
}
type Recognize = (text: string, culture: string) => Entity[];
type Rival = Record<string, Recognize> & { Culture: { Chinese: string } };

const rival = createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as Rival;
const shared = path.resolve(import.meta.dirname, '../../../shared');
const suites = path.join(shared, 'suites/recognizers-zh');
const gold = path.join(shared, 'gold/dev');

const ask = (kind: string, text: string): Entity[] => rival[`recognize${kind}`]!(text, rival.Culture.Chinese);
const KINDS = ['Number', 'Percentage', 'Currency', 'Dimension', 'Age'];
const OF_SUITE: Readonly<Record<string, string>> = {
  number: 'Number',
  percent: 'Percentage',
  currency: 'Currency',
  dimension: 'Dimension',
};

function theirs(suite: string, text: string): Found[] {
  return ask(OF_SUITE[suite]!, text).map((e): Found => {
    const { value, unit } = e.resolution;
    if (suite === 'dimension') return [e.start, e.end + 1, `${Number(value)} ${unit}`];
    return [e.start, e.end + 1, value === null || value === undefined ? null : Number.parseFloat(value)];
  });
}

function publicCases(): void {
  for (const suite of SUITES) {
    const cases = JSON.parse(readFileSync(path.join(suites, `${suite}.json`), 'utf8')) as Case[];
    const right = (read: (text: string) => Found[]): number =>
      cases.filter((c) => same(read(c.Input), wanted(suite, c))).length;
    const other = suite in OF_SUITE ? `${right((t) => theirs(suite, t))}` : 'none';
    console.log(
      `${suite.padEnd(10)} cases ${cases.length}  ours ${right((t) => read(suite, t, { loose: true }))}  ours as articles are read ${right((t) => read(suite, t, {}))}  recognizers ${other}`,
    );
  }
}

type Span = readonly [start: number, end: number];

/** The longest of overlapping spans. */
function longest(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  const out: Span[] = [];
  for (const s of sorted) if (out.every((o) => s[1] <= o[0] || s[0] >= o[1])) out.push(s);
  return out;
}

interface Annotated {
  text: string;
  title: string | null;
  wanted: Span[];
  optional: Span[];
}

/** The annotated articles; the figures are listed in the order of the text, so that each is looked for behind the one before. */
function articles(): Annotated[] {
  return readdirSync(gold)
    .filter((f) => /^\d.*\.json$/u.test(f))
    .map((f) => {
      const { figures, title } = JSON.parse(readFileSync(path.join(gold, f), 'utf8')) as {
        figures: { text: string; optional?: boolean }[];
        title: string | null;
      };
      const text = readFileSync(path.join(gold, f.replace('.json', '.txt')), 'utf8').trim();
      const out: Annotated = { text, title, wanted: [], optional: [] };
      let at = 0;
      for (const figure of figures) {
        const start = text.indexOf(figure.text, at);
        if (start < 0) continue;
        at = start + 1;
        (figure.optional ? out.optional : out.wanted).push([start, start + figure.text.length]);
      }
      return out;
    });
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
const equal = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

function score(name: string, texts: readonly Annotated[], read: (a: Annotated) => Span[]): void {
  const line = [name.padEnd(12)];
  for (const [how, fits] of [
    ['touched', overlap],
    ['exact', equal],
  ] as const) {
    let found = 0;
    let missed = 0;
    let wrong = 0;
    for (const a of texts) {
      const spans = read(a);
      for (const w of a.wanted) spans.some((s) => fits(s, w)) ? found++ : missed++;
      const known = [...a.wanted, ...a.optional];
      wrong += spans.filter((s) => !known.some((w) => fits(s, w)) && !a.optional.some((w) => overlap(s, w))).length;
    }
    line.push(
      `${how} F1 ${((2 * found) / (2 * found + missed + wrong)).toFixed(3)} (found ${found}, missed ${missed}, false ${wrong})`,
    );
  }
  console.log(line.join('  '));
}

const spansOf = (text: string): Span[] =>
  longest(KINDS.flatMap((k) => ask(k, text).map((e): Span => [e.start, e.end + 1])));

/** Best of three, in characters a second; the rival takes seconds for each, so no more. */
function rate(text: string, work: (text: string) => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const begun = performance.now();
    work(text);
    best = Math.min(best, performance.now() - begun);
  }
  return (text.length / best) * 1000;
}

function speed(texts: readonly Annotated[]): void {
  const text = texts.map((a) => a.text).join('\n');
  const all: [string, (t: string) => void][] = [
    ['ours, numbers with units', readQuantities],
    ['ours, all of extraction', (t) => extract(t, { title: null })],
    ['recognizers', spansOf],
  ];
  for (const [name, work] of all) {
    const quarter = text.slice(0, text.length / 4);
    work(quarter);
    const one = rate(quarter, work);
    const four = rate(text, work);
    console.log(
      `${name.padEnd(26)} ${Math.round(one)} characters/s at ${quarter.length}, ${Math.round(four)} at ${text.length}`,
    );
  }
}

if (!existsSync(suites)) console.log('the suites are not here: nothing to measure');
else {
  publicCases();
  const texts = articles();
  // The rival's offsets and ours are both UTF-16; figures of the export are in code points, and these articles have none beyond 16 bits.
  score('ours', texts, (a) => extract(a.text, { title: a.title }).figures.map((f): Span => [f.start, f.end]));
  score('recognizers', texts, (a) => spansOf(a.text));
  speed(texts);
}
