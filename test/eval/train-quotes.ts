/**
 * The part of `npm run train` that is about quotes which no rule knows: fits src/stages/extract/slogans/judge/quote-weights.json on
 * corpus/fresh, corpus/bodies and the cases of the tests of slogans.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Linear, type LinearTable } from '../../src/stages/extract/linear.ts';
import type { Placed } from '../../src/stages/extract/slogans/judge/placed.ts';
import { quoteFeatures } from '../../src/stages/extract/slogans/judge/quote-features.ts';
import {
  mayBeWeighed,
  QUOTE_KINDS,
  type QuoteKind,
  weighQuote,
} from '../../src/stages/extract/slogans/judge/quote-weights.ts';
import { judgeAll } from '../../src/stages/extract/slogans/judge/rows.ts';
import { findQuotes } from '../../src/stages/extract/slogans/quotes.ts';
import { readAnnotated } from './corpus.ts';
import { type Example, fit } from './logistic.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FILE = 'src/stages/extract/slogans/judge/quote-weights.json';
/** Decay .001 to .03 and rare 2 and 3 were tried on authors left out. */
const OPTIONS = { decay: 0.03, rare: 3, slight: 10 };

interface Article {
  author: string;
  name: string;
  text: string;
  slogans: { text: string; kind: string; optional?: boolean }[];
}

/** A quote of an article with what the annotator says; `open` where no rule knows it. */
interface Judged extends Example {
  author: string;
  /** The same for the places of one slogan. */
  key: string;
  placed: Placed;
  open: boolean;
}

const nameOf = (s: string): string => s.normalize('NFKC').replace(/[、,;·\s“”‘’"]/gu, '');

function readCases(): Article[] {
  return ['members', 'synthetic', 'wild', 'negative', 'around', 'weighed'].flatMap((name) => {
    const cases = JSON.parse(readFileSync(path.join(root, `test/cases/extract-slogans/${name}.json`), 'utf8'));
    return cases.map(({ before, after }: { before: string[]; after: string[] }, i: number): Article => {
      const slogans = after.map((line) => {
        const [, kind, text] = /^(\w+) (.*?)(?: [=≈] .*?)?(?: ×\d+)?$/u.exec(line)!;
        return { kind: kind!, text: text! };
      });
      return { author: 'cases', name: `${name} ${i}`, text: before.join('\n'), slogans };
    });
  });
}

/** Formulas show by their form: rules read them, and nothing is learned from them, nor from what annotators could leave out. */
function examplesOf({ author, name, text, slogans }: Article): Judged[] {
  const said = new Map(slogans.map((s) => [nameOf(s.text), s]));
  return judgeAll(text, findQuotes(text), () => null).flatMap(({ placed, verdict, quote }) => {
    const gold = said.get(nameOf(quote.text));
    if (gold?.optional || gold?.kind === 'numeral' || verdict?.kind === 'numeral') return [];
    if (quote.titled || quote.text.length < 2) return [];
    const open = !verdict && mayBeWeighed(placed);
    const key = `${name} ${nameOf(quote.text)}`;
    return [{ author, key, placed, open, label: gold?.kind ?? 'none', features: quoteFeatures(placed) }];
  });
}

interface Found {
  right: number;
  wrong: number;
}

/** How many of the open ones, each slogan of an article once, weights find. */
function foundBy(examples: readonly Judged[], table: LinearTable): Found {
  const model = new Linear<QuoteKind>(table);
  const open = examples.filter((e) => e.open);
  const found = new Map(open.flatMap((e) => (weighQuote(e.placed, model) ? [[e.key, e.label]] : [])));
  const right = [...found.values()].filter((label) => label !== 'none').length;
  return { right, wrong: found.size - right };
}

function report(examples: readonly Judged[]): void {
  const all: Found = { right: 0, wrong: 0 };
  for (const author of [...new Set(examples.map((e) => e.author))].sort()) {
    const table = fit(examples.filter((e) => e.author !== author), QUOTE_KINDS, OPTIONS); // biome-ignore format: one thought
    const { right, wrong } = foundBy(examples.filter((e) => e.author === author), table); // biome-ignore format: one thought
    const missed = new Set(
      examples.flatMap((e) => (e.author === author && e.open && e.label !== 'none' ? [e.key] : [])),
    );
    console.log(`quotes, author ${author}: of ${missed.size} that rules miss ${right}, and ${wrong} that are none`);
    if (author === 'cases') continue;
    all.right += right;
    all.wrong += wrong;
  }
  console.log(`quotes, all authors: ${all.right} right, ${all.wrong} wrong`);
}

/** Fits the weights and writes them, or compares them with what is written; says how they do on authors left out. */
export function trainQuotes({ check, quiet }: { check: boolean; quiet: boolean }): void {
  const examples = [...readAnnotated('bodies'), ...readAnnotated('fresh'), ...readCases()].flatMap(examplesOf);
  if (!quiet) report(examples);
  const text = `${JSON.stringify(fit(examples, QUOTE_KINDS, OPTIONS))}\n`.replaceAll('],"', '],\n"');
  if (!check) writeFileSync(path.join(root, FILE), text);
  else if (readFileSync(path.join(root, FILE), 'utf8') !== text)
    throw new Error(`${FILE} is not what the articles give`);
}
