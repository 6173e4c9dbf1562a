/**
 * The chosen parts beside their rivals, each pair in one run on the same input and one core.
 *
 *   npm ci --prefix test/bench && npm run bench:parts
 *
 * Input: the project's own sample pages, repeated. Rates are characters a second; the column to read is the ratio.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { Parser } from 'htmlparser2';
import { Locale, Trie } from 'opencc-js/t2cn';
import { KEY_SPACE, shingleCount, shingleKeys } from '../../src/kernel/shingles.ts';

const require = createRequire(import.meta.url);
const corpus = path.resolve(import.meta.dirname, '../../corpus');
const bodies = readdirSync(path.join(corpus, 'bodies')).filter((f) => f.endsWith('.txt'));
const prose = bodies
  .map((f) => readFileSync(path.join(corpus, 'bodies', f), 'utf8'))
  .join('\n')
  .repeat(20);
const html = readdirSync(path.join(corpus, 'sample'))
  .filter((f) => f.endsWith('.html'))
  .map((f) => readFileSync(path.join(corpus, 'sample', f), 'utf8'));

/** Best of five, in characters a second: the best is the least disturbed by what else the machine does. */
function rate(chars: number, work: () => void): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const begun = performance.now();
    work();
    best = Math.min(best, performance.now() - begun);
  }
  return (chars / best) * 1000;
}

function compare(what: string, chars: number, ours: [string, () => void], theirs: [string, () => void]): void {
  const [a, b] = [rate(chars, ours[1]), rate(chars, theirs[1])];
  const million = (n: number): string => `${(n / 1e6).toFixed(n < 1e6 ? 3 : 1)} M/s`;
  console.log(`${what.padEnd(14)} ${ours[0]} ${million(a)}  ${theirs[0]} ${million(b)}  ratio ${(a / b).toFixed(1)}`);
}

const trie = new Trie();
trie.loadDictGroup(Locale.to.cn![0]!);
const { sify } = require('chinese-conv') as { sify(text: string): string };
compare('conversion', prose.length, ['opencc-js', () => trie.convert(prose)], ['chinese-conv', () => sify(prose)]);

const jieba = Jieba.withDict(dict);
const wasm = require('jieba-wasm') as { tag(text: string, hmm: boolean): unknown };
const piece = prose.slice(0, 200_000);
compare(
  'segmentation',
  piece.length,
  ['@node-rs/jieba', () => jieba.tag(piece)],
  ['jieba-wasm', () => wasm.tag(piece, true)],
);

const parse5 = require('parse5') as { parse(html: string): unknown };
const chars = html.reduce((n, h) => n + h.length, 0);
const tokens = (h: string): void => {
  const parser = new Parser({}, { decodeEntities: false });
  parser.end(h);
};
compare('HTML', chars, ['htmlparser2', () => html.forEach(tokens)], ['parse5', () => html.map((h) => parse5.parse(h))]);

const cheerio = require('cheerio') as { load(html: string): unknown };
compare(
  'HTML',
  chars,
  ['htmlparser2', () => html.forEach(tokens)],
  ['cheerio', () => html.map((h) => cheerio.load(h))],
);

const { Minhash } = require('minhash') as { Minhash: new () => { update(shingle: string): void } };
const short = prose.slice(0, 20_000);
const codes = Uint16Array.from(short, (c) => c.charCodeAt(0));
const keys = new Float64Array(shingleCount(codes.length, 5));
const theirs = (): void => {
  const m = new Minhash();
  for (let i = 0; i + 5 <= short.length; i++) m.update(short.slice(i, i + 5));
};
// As sketches take them (one in sixteen), and as the exact verification does.
const sampled = (): unknown => shingleKeys(codes, 5, keys, KEY_SPACE / 16);
compare('sketching', short.length, ['own kernel', sampled], ['minhash', theirs]);
compare('all shingles', short.length, ['own kernel', () => shingleKeys(codes, 5, keys)], ['minhash', theirs]);
