/**
 * Makes `src/text/language-table.json`: what the language model of `src/text/language.ts` knows.
 *
 *     mvn dependency:get -Dartifact=com.hankcs:hanlp:portable-1.8.4 -Dtransitive=false
 *     node test/bench/language-table.ts ~/.m2/repository/com/hankcs/hanlp/portable-1.8.4/hanlp-portable-1.8.4.jar
 *
 * Words and their shares: the mean of jieba's dictionary (MIT, Sun Junyi), as shipped in @node-rs/jieba (MIT), and of
 * HanLP's core dictionary (Apache-2.0, He Han; newspaper prose of 1998), cut at the frequencies below, and the genre's
 * own words (genre-words.ts). Which word follows which: HanLP's core bigrams (the same licence). Character forms:
 * OpenCC (Apache-2.0) by way of opencc-js (MIT). Shares become costs, −ln, in quarters of a nat.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dict } from '@node-rs/jieba/dict.js';
import { unzipSync } from 'fflate';
import { Converter } from 'opencc-js/t2cn';
import { genre } from './genre-words.ts';
import { readBigrams, readWords } from './hanlp.ts';
import { variantsOf } from './variants.ts';

const jar = process.argv[2];
if (!jar) throw new Error('usage: node test/bench/language-table.ts hanlp-portable.jar');

/** Least frequency by length. Rare long words are mostly names and idioms, which cost space and decide nothing. */
const LEAST: Record<number, number> = { 1: 1, 2: 4, 3: 8, 4: 10 };
const LONGEST = 6;
const STEP = 4;

/**
 * Names of places and people are counted as news has them: any text knows few of them, and repeats those.
 * Known wrong at 1: 宣传上。口头 is read 宣传上海口头.
 */
const NAME = 0.1;
/** Share of what HanLP's bigrams say; the rest is what the word's own share says. They were counted on 1 M words only. */
const TRUST = 0.9;
/** A pair met once is worth half. */
const DISCOUNT = 0.5;
/** Nats that a pair must save over its two words, or it is left out. */
const SAVES = 1;

/** Words are these; of classes of words (a number, a beginning) HanLP gives the names that stand for one character here. */
const WORD = /^[\u4e00-\u9fff]{1,6}$|^[，。、“”；：？！《》（）]$/;
const CLASSES: Readonly<Record<string, string>> = { '未##数': '0', '始##始': '\n' };

// ---- words ----
const share = new Map<string, number>();
const names = new Set<string>();
let total = 0;
const jieba: [word: string, count: number][] = [];
for (const line of new TextDecoder().decode(dict).split('\n')) {
  const [word, count, tag] = line.split(' ');
  if (!word || !/^[\u4e00-\u9fff]+$/.test(word)) continue;
  total += Number(count);
  if (word.length > 1 && /^n[rs]/.test(tag ?? '')) names.add(word);
  if (Number(count) >= (LEAST[word.length] ?? Number.POSITIVE_INFINITY)) jieba.push([word, Number(count)]);
}
const files = unzipSync(readFileSync(jar), { filter: ({ name }) => /CoreNatureDictionary\..*bin$/.test(name) });
const file = (name: string): Buffer => Buffer.from(files[`data/dictionary/CoreNatureDictionary.${name}.bin`]!);
const core = readWords(file('mini.txt'));
const news = core.filter(({ word }) => WORD.test(word) && /[\u4e00-\u9fff]/.test(word));
const newsTotal = news.reduce((sum, { count }) => sum + count, 0);
for (const [word, count] of jieba) share.set(word, (0.5 * count) / total);
for (const { word, count } of news) {
  if (word.length > LONGEST || (count < 3 && !share.has(word))) continue;
  share.set(word, (share.get(word) ?? 0) + (0.5 * count) / newsTotal);
}
for (const word of names) {
  const p = share.get(word);
  if (p) share.set(word, p * NAME);
}
for (const [word, count] of genre) share.set(word, Math.max(count / total, share.get(word) ?? 0));

// Machines write 甚麼, too.
for (const [word, p] of [...share]) if (word.includes('什么')) share.set(word.replaceAll('什么', '甚么'), p / 5);

const costOf = (p: number): number => Math.round(-Math.log(p) * STEP);
type Words = Record<string, Record<string, string>>;
function byCosts(shares: ReadonlyMap<string, number>): Words {
  const out: Words = {};
  for (const [word, p] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
    out[word.length] ??= {};
    const byCost = out[word.length]!;
    byCost[costOf(p)] = (byCost[costOf(p)] ?? '') + word;
  }
  return out;
}

/**
 * Characters that converters write for another, though they are characters of their own in both scripts (着 and 著 in 显著), so that
 * no table of forms folds them. The model takes both for one. Each with the one it is taken for.
 */
const ALIKE = '著着瞭了覆复藉借簷檐彷仿痺痹甦苏揹背薰熏伕夫暱昵';
const alike = new Map([...ALIKE].flatMap((c, i, all) => (i % 2 ? [] : [[c, all[i + 1]!] as const])));
const folded = (word: string): string => [...word].map((c) => alike.get(c) ?? c).join('');

const asWritten = byCosts(share);
for (const [word, p] of [...share]) {
  const fold = folded(word);
  if (fold === word) continue;
  share.delete(word);
  share.set(fold, p + (share.get(fold) ?? 0));
}
const words = byCosts(share);

// ---- pairs of words ----
/** Signs and classes stand in front of the words of the table, in this order. */
const SIGNS = '\n0，。、“”；：？！《》（）';
const index = new Map<string, number>([...SIGNS].map((sign, i) => [sign, i]));
for (const [length, byCost] of Object.entries(words))
  for (const list of Object.values(byCost))
    for (let i = 0; i < list.length; i += Number(length)) index.set(list.slice(i, i + Number(length)), index.size);

const next = new Map<string, Map<string, number>>();
const counts = new Map<string, number>();
for (const { first, second, count } of readBigrams(file('ngram.mini.txt.table'), core)) {
  const [a, b] = [CLASSES[first] ?? folded(first), CLASSES[second] ?? folded(second)];
  counts.set(a, (counts.get(a) ?? 0) + count);
  if (!index.has(a)) continue;
  const list = next.get(a) ?? new Map<string, number>();
  list.set(b, count + (list.get(b) ?? 0));
  next.set(a, list);
}
// The share of a sign: what HanLP counts, as jieba has none.
const signShare = new Map<string, number>();
for (const [, list] of next)
  for (const [b, count] of list) if (SIGNS.includes(b)) signShare.set(b, (signShare.get(b) ?? 0) + count);
const pairTotal = [...counts.values()].reduce((a, b) => a + b, 0);

const bytes: number[] = [];
const put = (n: number): void => {
  let rest = n;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
};
let kept = 0;
let last = 0;
for (const [a, list] of [...next].sort(([x], [y]) => index.get(x)! - index.get(y)!)) {
  const n = counts.get(a)!;
  const trust = (TRUST * n) / (n + list.size);
  const found: [at: number, cost: number][] = [];
  for (const [b, count] of list) {
    const at = index.get(b);
    const p = share.get(b) ?? (signShare.get(b) ?? 0) / pairTotal;
    if (at === undefined || !p) continue;
    const pair = (trust * (count - (count === 1 ? DISCOUNT : 0))) / n + (1 - trust) * p;
    if (Math.log(pair / (p * (1 - trust))) < SAVES) continue;
    found.push([at, costOf(pair)]);
  }
  kept += found.length;
  put(index.get(a)! - last);
  last = index.get(a)!;
  put(costOf(1 - trust));
  put(found.length);
  let from = 0;
  for (const [at, cost] of found.sort(([x], [y]) => x - y)) {
    put(at - from);
    bytes.push(cost);
    from = at;
  }
}

// ---- forms ----
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

// What traditional text hardly has: simplified forms that Big5 lacks, and traditional forms that are not among its common
// characters (A440–C67E).
const big5 = new Set<string>();
const common = new Set<string>();
const traditional = new TextDecoder('big5');
for (let lead = 0xa4; lead <= 0xf9; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = traditional.decode(Uint8Array.of(lead, trail));
    big5.add(char);
    if (lead <= 0xc6) common.add(char);
  }
const odd = [...new Set(forms)]
  .filter((c) => (forms.indexOf(c) % 2 ? !big5.has(c) : !common.has(c)))
  .sort()
  .join('');

const NOTICE =
  'Words: jieba (MIT, Sun Junyi) and HanLP (Apache-2.0, He Han); pairs of words: HanLP; forms: OpenCC (Apache-2.0). Made by test/bench/language-table.ts.';
const pairs = Buffer.from(bytes).toString('base64');
const out = new URL('../../src/text/language-table.json', import.meta.url);
const variants = variantsOf(asWritten, forms, STEP);
const table = { notice: NOTICE, step: STEP, total, signs: SIGNS, words, pairs, forms, alike: ALIKE, odd, variants };
writeFileSync(out, `${JSON.stringify(table, null, 1)}\n`);
process.stdout.write(`${share.size} words, ${kept} pairs\n`);
