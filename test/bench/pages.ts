/**
 * The article of an HTML page beside @mozilla/readability and defuddle, in one run on one core.
 *
 *   npm ci --prefix test/bench && npm run bench:pages
 *
 * Input: the fifteen public pages of ../shared/suites/pages, with its measure: F1 over character bigrams, white space, width and
 * quotation marks folded, with or without the headline, whichever is better. Where that folder is not there: the HTML pages of
 * corpus/sample against corpus/expected; what a rival finds there goes through our repair and normalise first, for the
 * pages are damaged on purpose and only the extraction is compared.
 *
 * wenshai goes its own way: quality by a whole run of the default pipeline, speed once for ingest alone (what a rival does:
 * bytes to the text of the article) and once up to strip. Each rival is shown every page twice: decoded as it really is, and
 * as it declares itself. Both come with either DOM that their manuals name. Pages a second of processor time, the best of
 * several rounds in which all take turns.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repair, simplify } from '../../src/index.ts';
import { canonical, declaredCharset, decode } from '../../src/ingest/charset.ts';
import { ingest, ingestDefaults } from '../../src/ingest/index.ts';
import { run } from '../../src/pipeline/run.ts';
import type { Page } from '../../src/pipeline/types.ts';
import { readArticles, readExpected } from '../eval/score.ts';
import { clean, cpuSeconds } from './way.ts';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');
const suite = path.resolve(root, '../shared/suites/pages');
const ROUNDS = Number(process.env.ROUNDS ?? 5);

interface Case {
  name: string;
  file: string;
  bytes: Buffer;
  gold: string;
  url: string;
}

/** What was found on a page: the headline, and the text of the article. */
interface Found {
  title: string;
  text: string;
}

function publicPages(): Case[] {
  const index = JSON.parse(readFileSync(path.join(suite, 'index.json'), 'utf8')) as Record<
    string,
    { url: string; content: string }
  >;
  return Object.entries(index).map(([name, { url, content }]) => {
    const file = path.join(suite, name);
    return { name, file, bytes: readFileSync(file), gold: content, url };
  });
}

function ownPages(): Case[] {
  const texts = new Map<string, string>();
  for (const { page, text } of readExpected(path.join(root, 'corpus/expected')))
    texts.set(page, (texts.get(page) ?? '') + text);
  const folder = path.join(root, 'corpus/sample');
  return readdirSync(folder)
    .filter((f) => f.endsWith('.html'))
    .map((name) => {
      const gold = texts.get(name.slice(0, name.indexOf('-')))!;
      const file = path.join(folder, name);
      return { name, file, bytes: readFileSync(file), gold, url: `http://www.qingxi.example/${name}` };
    });
}

const publicOnes = existsSync(path.join(suite, 'index.json'));
const cases = publicOnes ? publicPages() : ownPages();

// The measure

const fold = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(/[“”「」『』]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\s/gu, '');

function bigrams(s: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (let i = 0; i + 1 < s.length; i++) bag.set(s.slice(i, i + 2), (bag.get(s.slice(i, i + 2)) ?? 0) + 1);
  return bag;
}

/** F1 of two bags. */
function f1(a: Map<string, number>, b: Map<string, number>): number {
  const size = (bag: Map<string, number>): number => [...bag.values()].reduce((n, k) => n + k, 0);
  let both = 0;
  for (const [gram, n] of a) both += Math.min(n, b.get(gram) ?? 0);
  const all = size(a) + size(b);
  return all ? (2 * both) / all : 1;
}

function likeness({ title, text }: Found, gold: string): number {
  const want = bigrams(fold(gold));
  return Math.max(f1(bigrams(fold(text)), want), f1(bigrams(fold(title + text)), want));
}

// wenshai

async function quality(): Promise<number[]> {
  const out = mkdtempSync(path.join(tmpdir(), 'wenshai-pages-'));
  await run(
    cases.map((c) => c.file),
    { cwd: root, out },
  );
  const articles = readArticles(path.join(out, 'articles.jsonl'));
  rmSync(out, { recursive: true });
  return cases.map(({ name, gold }) => {
    const of = articles.filter((a) => path.basename(a.source.path) === name);
    // The headline of each article stands above it, as in the public measure.
    const plain = of.map((a) => a.text as string).join('');
    const titled = of.map((a) => `${a.title ?? ''}${a.text}`).join('');
    return Math.max(likeness({ title: '', text: plain }, gold), likeness({ title: '', text: titled }, gold));
  });
}

const read = async (c: Case): Promise<Page> => (await ingest(c.bytes, c.name, ingestDefaults)).pages[0]!;

// The rivals

/** A `Document` of whoever made it; its types are those of a browser, which this program does not load. */
type Document = unknown;
type Dom = (html: string, url: string) => Document;
type Extract = (document: Document, url: string) => Found;

const { JSDOM, VirtualConsole } = require('jsdom');
const { parseHTML } = require('linkedom');
const { Readability } = require('@mozilla/readability');
// Its entry for Node is CommonJS that `exports` names for import alone.
const { Defuddle } = require('./node_modules/defuddle/dist/defuddle.js');

const doms: Record<string, Dom> = {
  jsdom: (html, url) => new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document,
  linkedom: (html) => parseHTML(html).document,
};

/** The text of a piece of HTML. Blocks need no breaks: the measure folds white space away. */
const textOf = (html: string): string =>
  parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document.body.textContent;

const extractors: Record<string, Extract> = {
  readability: (document) => {
    const found = new Readability(document).parse();
    return { title: found?.title ?? '', text: found?.textContent ?? '' };
  },
  defuddle: (document, url) => {
    // Not its asynchronous way, which may ask the network. What it says on the console is about style sheets.
    const found = new Defuddle(document, { url }).parse();
    return { title: found.title ?? '', text: textOf(found.content ?? '') };
  },
};

/** As a browser would that believes the page (a page that says nothing is taken for UTF-8). */
function believed(bytes: Buffer): string {
  return new TextDecoder(canonical(declaredCharset(bytes) ?? 'utf-8') ?? 'utf-8').decode(bytes);
}

const really = (bytes: Buffer): string => decode(bytes, declaredCharset(bytes))!.text;

function rival(extract: Extract, dom: Dom, decoded: (bytes: Buffer) => string): (c: Case) => Found {
  return (c) => {
    try {
      return extract(dom(decoded(c.bytes), c.url), c.url);
    } catch (e) {
      console.log(`${c.name}: ${(e as Error).message.split('\n')[0]}`);
      return { title: '', text: '' };
    }
  };
}

/** A rival knows nothing of damage; on our own pages, which are damaged on purpose, that is not what is asked. */
function mended(found: Found): Found {
  if (publicOnes) return found;
  return { title: found.title, text: simplify(repair(found.text).text).text };
}

// The table

interface Row {
  name: string;
  /** Per page, decoded as it is, and as it declares itself. */
  right: number[];
  told: number[];
  work: (c: Case) => unknown;
}

async function secondsOf(work: (c: Case) => unknown): Promise<number> {
  const begun = cpuSeconds();
  for (const c of cases) await work(c);
  return cpuSeconds() - begun;
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const shown = (list: readonly number[]): string => `${mean(list).toFixed(4)}  ${Math.min(...list).toFixed(3)}`;

const say = console.log;
console.log = console.warn = console.error = () => {};
const own = await quality();
const rows: Row[] = [
  { name: 'wenshai, ingest alone', right: [], told: [], work: read },
  { name: 'wenshai, up to strip', right: own, told: own, work: async (c) => clean(await read(c)) },
];
for (const [what, extract] of Object.entries(extractors))
  for (const [with_, dom] of Object.entries(doms)) {
    const score = (decoded: (bytes: Buffer) => string): number[] =>
      cases.map((c) => likeness(mended(rival(extract, dom, decoded)(c)), c.gold));
    const work = rival(extract, dom, really);
    rows.push({ name: `${what}, ${with_}`, right: score(really), told: score(believed), work });
  }
const best = rows.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < ROUNDS; round++)
  for (const [i, { work }] of rows.entries()) best[i] = Math.min(best[i]!, await secondsOf(work));
console.log = say;

if (!publicOnes)
  console.log('no ../shared/suites/pages here: the sample’s own HTML pages instead; not the figures of the readme');
const liars = cases.filter(({ bytes }) => {
  const told = declaredCharset(bytes);
  return told !== null && canonical(told) !== decode(bytes, told)!.charset;
});
console.log(`${cases.length} pages, ${liars.length} of them declare an encoding that they are not in`);
console.log(`${''.padEnd(24)}${'decoded right'.padEnd(17)}${'as declared'.padEnd(17)}`);
console.log(`${''.padEnd(24)}${'mean    least'.padEnd(17)}${'mean    least'.padEnd(17)}pages a second`);
for (const [i, { name, right, told }] of rows.entries()) {
  const scores = right.length ? `${shown(right).padEnd(17)}${shown(told).padEnd(17)}` : ''.padEnd(34);
  console.log(`${name.padEnd(24)}${scores}${(cases.length / best[i]!).toFixed(1).padStart(8)}`);
}
