/** What the language model of `language.ts` looks up: the table of `language-table.json`, laid out for look-up. */
import table from './language-table.json' with { type: 'json' };

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

/** Longest word that is looked up, in characters. */
export const LONGEST = 6;

/** Slots of the hash tables, powers of two; each is less than half full. */
const CHILD_BITS = 19;
/** A branch of the tree of words and a character make one key of 32 bits. */
const CODE_BITS = 14;
const NODES = 1 << (32 - CODE_BITS);

export interface Model {
  /** Costs are whole numbers of steps: so many make a nat. */
  step: number;
  /** Branch of the tree of words that a character opens; 0 where no word begins with it. */
  roots: Uint16Array;
  /** Number of a character in the keys of the tree, 0 where no word has it. */
  codes: Uint16Array;
  childKeys: Int32Array;
  children: Int32Array;
  /** Of the words that end at a branch: cost in steps (0: none ends there) and number in the table (-1: none). */
  costs: Uint8Array;
  numbers: Int32Array;
  /** Words of one character: cost in nats and number. */
  single: Float32Array;
  singleNumbers: Int32Array;
  /** What a Chinese numeral costs, in nats, once it is known that a number stands there; 0 for all else. */
  within: Float32Array;
  /** 1 for branches that go on. */
  grows: Uint8Array;
  /**
   * Pairs of words by number. Each first word has a small hash table of its own in `pairs`, from `pairsFrom` on, of
   * `pairsMask + 1` slots (-1: it begins no pair): a search asks for one word behind many others, and finds them side by side.
   * A slot holds the second word's number + 1 and, in its low byte, the cost in steps.
   */
  pairs: Int32Array;
  pairsFrom: Int32Array;
  pairsMask: Int32Array;
  /** What a word costs behind one that it was not met behind. */
  unmet: Float32Array;
  forms: Uint16Array;
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
  const m: Model = {
    step: table.step,
    roots: new Uint16Array(0x10000),
    codes: new Uint16Array(0x10000),
    childKeys: new Int32Array(1 << CHILD_BITS),
    children: new Int32Array(1 << CHILD_BITS),
    costs: new Uint8Array(NODES),
    numbers: new Int32Array(NODES).fill(-1),
    single: new Float32Array(0x10000).fill(UNKNOWN),
    singleNumbers: new Int32Array(0x10000).fill(-1),
    within: new Float32Array(0x10000),
    grows: new Uint8Array(NODES),
    pairs: new Int32Array(0),
    pairsFrom: new Int32Array(NODES),
    pairsMask: new Int32Array(NODES).fill(-1),
    unmet: new Float32Array(NODES),
    forms: new Uint16Array(0x10000),
    made: new Set(),
    odd: new Uint8Array(0x10000),
    variants: new Uint8Array(0x10000),
  };
  m.single.fill(UNKNOWN_HAN, 0x3400, 0xa000);
  [...table.signs].forEach((sign, i) => {
    m.singleNumbers[sign.charCodeAt(0)] = i;
  });
  for (const digit of '0123456789０１２３４５６７８９') m.singleNumbers[digit.charCodeAt(0)] = DIGIT;
  for (const stop of '。！？；!?;') m.singleNumbers[stop.charCodeAt(0)] = START;
  m.singleNumbers[0x2c] = m.singleNumbers['，'.charCodeAt(0)]!;
  addAllWords(m);
  addNumerals(m);
  addPairs(m);
  for (const c of table.odd) m.odd[c.charCodeAt(0)] = 1;
  for (let i = 0; i < table.variants.length; i += 2)
    m.variants[table.variants.charCodeAt(i)] = Number(table.variants[i + 1]);
  for (let i = 0; i < 0x10000; i++) m.forms[i] = i;
  for (let i = 0; i < table.forms.length; i += 2) {
    m.forms[table.forms.charCodeAt(i)] = table.forms.charCodeAt(i + 1);
    m.made.add(table.forms.charCodeAt(i + 1));
  }
  return m;
}

/** Numbers of the table's signs that stand for many: a beginning (behind any stop), any digit. */
const START = 0;
const DIGIT = 1;

/** Characters of which HanLP's pairs speak as a number only. 百 千 万 亿 stand for themselves behind a figure. */
const NUMERALS = '〇一二三四五六七八九十两几';

/** Makes Chinese numerals one class with the digits; which one it is they tell by their own shares. */
function addNumerals(m: Model): void {
  let share = 0;
  for (const c of NUMERALS) share += Math.exp(-m.single[c.charCodeAt(0)]!);
  for (const c of NUMERALS) {
    const unit = c.charCodeAt(0);
    m.singleNumbers[unit] = DIGIT;
    m.within[unit] = m.single[unit]! + Math.log(share);
  }
}

/** Words of one character that official prose is full of. */
const COMMON_ALONE = new Set(
  '的是在和有不了对为以上中下等与及把要将从就也都到这其他我们一二三四五六七八九十百千万亿个年月日第各每被由向并或但更最可能会应须已又还再只很较既使让给用按经过后前内外间时地得着之所者性化者来去说做看想多少大小新好人事名项次条',
);
/** What other words of one character cost more than in jieba's counts, half of which come from fiction. */
export const ALONE = 1.25;

function addAllWords(m: Model): void {
  const grown = { node: 1 << CODE_BITS, code: 1 };
  let number = table.signs.length;
  for (const [length, byCost] of Object.entries(table.words))
    for (const [cost, words] of Object.entries(byCost)) {
      if (length === '1') addCharacters(m, Number(cost), words, number);
      else addWords(m, grown, Number(length), Number(cost), words, number);
      number += words.length / Number(length);
    }
  for (const [chars, frequency] of OTHERS)
    for (const c of chars) m.single[c.charCodeAt(0)] = -Math.log(frequency / table.total);
  for (const [pairs, frequency] of PAIRS)
    addWords(m, grown, 2, Math.round(-Math.log(frequency / table.total) * table.step), pairs, -1);
}

function addCharacters(m: Model, cost: number, chars: string, number: number): void {
  for (let i = 0; i < chars.length; i++) {
    m.single[chars.charCodeAt(i)] = cost / table.step + (COMMON_ALONE.has(chars[i]!) ? 0 : ALONE);
    m.singleNumbers[chars.charCodeAt(i)] = number + i;
  }
}

/** Adds words that cost the same; gives them numbers from `number` on, unless that is -1. */
function addWords(
  m: Model,
  grown: { node: number; code: number },
  length: number,
  cost: number,
  words: string,
  number: number,
): void {
  if (length > LONGEST) return;
  for (let at = 0, own = number; at < words.length; at += length, own++) {
    const first = words.charCodeAt(at);
    m.codes[first] ||= grown.code++;
    m.roots[first] = m.codes[first]!;
    let node = m.roots[first]!;
    for (let i = at + 1; i < at + length; i++) {
      const unit = words.charCodeAt(i);
      m.codes[unit] ||= grown.code++;
      const slot = childSlot(m, (node << CODE_BITS) | m.codes[unit]!);
      if (!m.children[slot]) {
        m.childKeys[slot] = (node << CODE_BITS) | m.codes[unit]!;
        m.children[slot] = grown.node++;
        m.grows[node] = 1;
      }
      node = m.children[slot]!;
    }
    m.costs[node] = cost;
    m.numbers[node] = number < 0 ? -1 : own;
  }
  if (grown.node > NODES || grown.code > 1 << CODE_BITS) throw new RangeError('too many words for their keys');
}

function childSlot(m: Model, key: number): number {
  const mask = m.childKeys.length - 1;
  let slot = Math.imul(key, 0x9e3779b1) >>> (32 - CHILD_BITS);
  while (m.childKeys[slot] !== 0 && m.childKeys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/** The branch behind `node` that a character in simplified form leads to; 0 when no word goes on like this. */
export function childOf(m: Model, node: number, unit: number): number {
  const code = m.codes[unit]!;
  return code && m.children[childSlot(m, (node << CODE_BITS) | code)]!;
}

/** Reads the table's pairs: for each first word its number, what others cost behind it, and the second words. */
function addPairs(m: Model): void {
  const bytes = Buffer.from(table.pairs, 'base64');
  let at = 0;
  const int = (): number => {
    let n = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      n |= (byte & 127) << shift;
      if (byte < 128) return n;
    }
  };
  const rows: Int32Array[] = [];
  let size = 0;
  for (let first = 0; at < bytes.length; ) {
    first += int();
    m.unmet[first] = int() / table.step;
    const count = int();
    const row = new Int32Array(2 ** Math.ceil(Math.log2(count * 1.5 + 1)));
    m.pairsFrom[first] = size;
    m.pairsMask[first] = row.length - 1;
    for (let n = 0, second = 0; n < count; n++) {
      second += int();
      let slot = spread(second) & (row.length - 1);
      while (row[slot]) slot = (slot + 1) & (row.length - 1);
      row[slot] = ((second + 1) << 8) | bytes[at++]!;
    }
    rows.push(row);
    size += row.length;
  }
  m.pairs = new Int32Array(size);
  let from = 0;
  for (const row of rows) {
    m.pairs.set(row, from);
    from += row.length;
  }
}

function spread(second: number): number {
  return Math.imul(second, 0x9e3779b1) >>> 14;
}

/**
 * What word `second`, which costs `alone` by itself, costs behind word `first`; `within`: what it costs among those that
 * share its number.
 */
export function costBehind(m: Model, first: number, second: number, alone: number, within = 0): number {
  if (first < 0) return alone;
  const mask = m.pairsMask[first]!;
  if (mask < 0) return alone;
  if (second >= 0) {
    const from = m.pairsFrom[first]!;
    for (let slot = spread(second) & mask; ; slot = (slot + 1) & mask) {
      const entry = m.pairs[from + slot]!;
      if (entry === 0) break;
      if (entry >> 8 === second + 1) return Math.min((entry & 255) / m.step + within, alone);
    }
  }
  return alone + m.unmet[first]!;
}
