/**
 * Makes `src/text/language-table.json`: what the language model of `src/text/language.ts` knows.
 *
 *     node test/bench/language-table.ts
 *
 * Words and frequencies: the dictionary of jieba (MIT, Sun Junyi), as shipped in @node-rs/jieba (MIT), cut at the
 * frequencies below, and the genre's own words. Character forms: OpenCC (Apache-2.0) by way of opencc-js (MIT).
 * Frequencies become costs, −ln(frequency / total), in quarters of a nat.
 */
import { writeFileSync } from 'node:fs';
import { dict } from '@node-rs/jieba/dict.js';
import { Converter } from 'opencc-js/t2cn';
import { genre } from './genre-words.ts';

/** Least frequency by length. Rare long words are mostly names and idioms, which cost space and decide nothing. */
const LEAST: Record<number, number> = { 1: 1, 2: 4, 3: 8, 4: 10 };
const STEP = 4;

/**
 * Names of places and people are counted as news has them: any text knows few of them, and repeats those.
 * Known wrong at 1: 宣传上。口头 is read 宣传上海口头.
 */
const NAME = 0.1;

const frequency = new Map<string, number>();
let total = 0;
for (const line of new TextDecoder().decode(dict).split('\n')) {
  const [word, count, tag] = line.split(' ');
  if (!word || !/^[\u4e00-\u9fff]+$/.test(word)) continue;
  total += Number(count);
  if (Number(count) < (LEAST[word.length] ?? Number.POSITIVE_INFINITY)) continue;
  frequency.set(word, word.length > 1 && /^n[rs]/.test(tag ?? '') ? Number(count) * NAME : Number(count));
}
for (const [word, count] of genre) frequency.set(word, Math.max(count, frequency.get(word) ?? 0));

const words: Record<string, Record<string, string>> = {};
for (const [word, count] of [...frequency].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const cost = Math.round(-Math.log(count / total) * STEP);
  words[word.length] ??= {};
  const byCost = words[word.length]!;
  byCost[cost] = (byCost[cost] ?? '') + word;
}

const t2s = Converter({ from: 't', to: 'cn' });
let forms = '';
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (char.length !== 1 || !/[\u4e00-\u9fff]/.test(char)) continue;
    const plain = t2s(char);
    if (plain !== char && plain.length === 1) forms += char + plain;
  }

// Simplified forms that traditional text does not have: what OpenCC makes of traditional forms, and Big5 lacks.
const big5 = new Set<string>();
const traditional = new TextDecoder('big5');
for (let lead = 0xa4; lead <= 0xf9; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) big5.add(traditional.decode(Uint8Array.of(lead, trail)));
const made = new Set([...forms].filter((_, i) => i % 2));
const simple = [...made]
  .filter((c) => !big5.has(c))
  .sort()
  .join('');

const file = new URL('../../src/text/language-table.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ step: STEP, total, words, forms, simple }, null, 1)}\n`);
