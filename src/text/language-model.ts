/** What the language model of `language.ts` looks up: the table of `language-table.json`, laid out for look-up. */

import { type Pairs, readPairs } from './language-pairs.ts';
import table from './language-table.json' with { type: 'json' };
import { type Tree, TreeBuilder } from './language-tree.ts';

/** A Han character in no list: rarer than the rarest one counted. */
const UNKNOWN_HAN = 18.5;
/** Any other character: what misread bytes mostly become (kana, Cyrillic, box drawing). */
const UNKNOWN = 17;

/**
 * Characters that jieba does not count, with frequencies on the scale of its table (60 M words): shares of running
 * official prose, estimated, which need to be right to a factor of two only.
 */
const OTHERS: readonly (readonly [chars: string, frequency: number])[] = [
  ['，,', 5_000_000],
  ['。', 3_000_000],
  ['、', 2_000_000],
  ['“”', 400_000],
  ['；;：:', 200_000],
  ['\n\u3000 ', 300_000],
  ['（）()《》', 120_000],
  ['0123456789', 200_000],
  ['！!？', 60_000],
  ['—', 40_000],
  ['?', 20_000],
  ['.%-…·‘’〔〕【】[]/', 15_000],
  ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 2_000],
  ['０１２３４５６７８９', 5_000],
  ['〈〉〇○①②③④⑤⑥⑦⑧⑨⑩％．', 1_500],
];

/** Punctuation that comes in pairs, which two independent signs would make too dear. */
const PAIRS: readonly (readonly [pairs: string, frequency: number])[] = [
  ['。”：“，“”，。“', 150_000],
  ['。\n、“”、”。', 100_000],
  ['；“”“、《》、》，《“', 30_000],
  ['！”？”；””；》。。《：《》（', 15_000],
];

/** Who speaks stands behind what was said, he or she: before 說 both vanish alike, and neither is to be made up for the other. */
const SAID = ['”他说', '”她说'];
const SAID_FREQUENCY = 16_000;

/** Longest word that is looked up, in characters. */
export const LONGEST = 6;

export interface Model {
  /** Costs are whole numbers of steps: so many make a nat. */
  step: number;
  /** Words of two characters and more. */
  tree: Tree;
  /** Words of one character: cost in nats and number. */
  single: Float32Array;
  singleNumbers: Int32Array;
  /** What a Chinese numeral costs, in nats, once it is known that a number stands there; 0 for all else. */
  within: Float32Array;
  pairs: Pairs;
  /** What each character is looked up as. */
  forms: Uint16Array;
  /** Those that are looked up as another without being a form of it: 著, which converters write for 着. */
  alike: Set<number>;
  /** 1 for characters that traditional text hardly has. */
  odd: Uint8Array;
  /** What a form costs, in nats, beside the common form of its character, when a converter chose it. */
  variants: Uint8Array;
  /** Simplified forms of traditional characters. */
  made: Set<number>;
}

let model: Model | undefined;

/** The model, built on first use (some 0.1 s). */
export function languageModel(): Model {
  model ??= build();
  return model;
}

function build(): Model {
  const singleNumbers = numberCharacters();
  const m: Model = {
    step: table.step,
    tree: plantTree(),
    single: new Float32Array(0x10000).fill(UNKNOWN),
    singleNumbers,
    within: new Float32Array(0x10000),
    pairs: readPairs(table.pairs, table.step, countWords(), singleNumbers),
    forms: new Uint16Array(0x10000),
    alike: new Set(),
    made: new Set(),
    odd: new Uint8Array(0x10000),
    variants: new Uint8Array(0x10000),
  };
  priceCharacters(m);
  priceNumerals(m);
  for (const c of table.odd) m.odd[c.charCodeAt(0)] = 1;
  for (let i = 0; i < table.variants.length; i += 2)
    m.variants[table.variants.charCodeAt(i)] = Number(table.variants[i + 1]);
  for (let i = 0; i < 0x10000; i++) m.forms[i] = i;
  for (let i = 0; i < table.forms.length; i += 2) {
    m.forms[table.forms.charCodeAt(i)] = table.forms.charCodeAt(i + 1);
    m.made.add(table.forms.charCodeAt(i + 1));
  }
  for (let i = 0; i < table.alike.length; i += 2) {
    m.alike.add(table.alike.charCodeAt(i));
    m.forms[table.alike.charCodeAt(i)] = table.alike.charCodeAt(i + 1);
  }
  return m;
}

/** Numbers of the table's signs that stand for many: a beginning (behind any stop), any digit. */
const START = 0;
const DIGIT = 1;

/** Characters of which HanLP's pairs speak as a number only. 百 千 万 亿 stand for themselves behind a figure. */
const NUMERALS = '〇一二三四五六七八九十两几';

/** Numbers of characters as words: one for all digits and numerals, and one for all signs that end a sentence. */
function numberCharacters(): Int32Array {
  const numbers = new Int32Array(0x10000).fill(-1);
  [...table.signs].forEach((sign, i) => {
    numbers[sign.charCodeAt(0)] = i;
  });
  for (const digit of '0123456789０１２３４５６７８９') numbers[digit.charCodeAt(0)] = DIGIT;
  for (const stop of '。！？；!?;') numbers[stop.charCodeAt(0)] = START;
  numbers[0x2c] = numbers['，'.charCodeAt(0)]!;
  for (const [length, , chars, number] of wordLists())
    if (length === 1) for (let i = 0; i < chars.length; i++) numbers[chars.charCodeAt(i)] = number + i;
  for (const c of NUMERALS) numbers[c.charCodeAt(0)] = DIGIT;
  return numbers;
}

/** Gives Chinese numerals, which share a number with the digits, what each costs among them. */
function priceNumerals(m: Model): void {
  let share = 0;
  for (const c of NUMERALS) share += Math.exp(-m.single[c.charCodeAt(0)]!);
  for (const c of NUMERALS) m.within[c.charCodeAt(0)] = m.single[c.charCodeAt(0)]! + Math.log(share);
}

/** Words of one character that official prose is full of. */
const COMMON_ALONE = new Set(
  '的是在和有不了对为以上中下等与及把要将从就也都到这其他我们一二三四五六七八九十百千万亿个年月日第各每被由向并或但更最可能会应须已又还再只很较既使让给用按经过后前内外间时地得着之所者性化者来去说做看想多少大小新好人事名项次条',
);
/** What other words of one character cost more than in jieba's counts, half of which come from fiction. */
export const ALONE = 1.25;

/** The words of the table: each list with their length, their cost in steps, and the number of its first. */
function* wordLists(): Generator<[length: number, cost: number, words: string, number: number]> {
  let number = table.signs.length;
  for (const [length, byCost] of Object.entries(table.words))
    for (const [cost, words] of Object.entries(byCost)) {
      yield [Number(length), Number(cost), words, number];
      number += words.length / Number(length);
    }
}

function countWords(): number {
  let count = table.signs.length;
  for (const [length, , words] of wordLists()) count += words.length / length;
  return count;
}

function priceCharacters(m: Model): void {
  m.single.fill(UNKNOWN_HAN, 0x3400, 0xa000);
  for (const [length, cost, chars] of wordLists())
    if (length === 1)
      for (const c of chars) m.single[c.charCodeAt(0)] = cost / table.step + (COMMON_ALONE.has(c) ? 0 : ALONE);
  for (const [chars, frequency] of OTHERS)
    for (const c of chars) m.single[c.charCodeAt(0)] = -Math.log(frequency / table.total);
}

function plantTree(): Tree {
  const lists = [...wordLists()].filter(([length]) => length > 1 && length <= LONGEST);
  const tree = new TreeBuilder(lists.reduce((sum, [, , words]) => sum + words.length, 0));
  for (const [length, cost, words, number] of lists)
    for (let at = 0, own = number; at < words.length; at += length, own++) tree.add(words, at, length, cost, own);
  for (const [pairs, frequency] of PAIRS)
    for (let at = 0; at < pairs.length; at += 2)
      tree.add(pairs, at, 2, Math.round(-Math.log(frequency / table.total) * table.step), -1);
  for (const said of SAID)
    tree.add(said, 0, said.length, Math.round(-Math.log(SAID_FREQUENCY / table.total) * table.step), -1);
  return tree.build();
}
