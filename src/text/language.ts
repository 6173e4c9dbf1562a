/**
 * How likely a stretch of Chinese is: the cost of its cheapest cutting into words.
 *
 * A word costs −ln of its share behind the word before it, or of its share in general where the two were not met together,
 * so costs add up along a text and compare between texts of any length. Grown one character at a time, and cheap to
 * branch: a {@link Step} points at the one before, so that a search can keep many continuations of one beginning.
 * Characters are looked up in their simplified form, whatever the script of the text.
 * Words and pairs of words come from jieba (MIT) and HanLP (Apache-2.0): see `test/bench/language-table.ts`.
 */
import { clauseCost } from './language-clauses.ts';
import table from './language-table.json' with { type: 'json' };

/** A text, grown by one character. */
export interface Step {
  readonly prev: Step | null;
  /** The character in simplified form, as the model looks it up. */
  readonly unit: number;
  /** Cost of the cheapest cutting of everything up to here, in nats. */
  readonly cost: number;
  /** Characters in the last word of that cutting. */
  readonly length: number;
  /** Number of that word in the table, -1 where it has none. */
  readonly word: number;
}

/** What the text at hand says itself, as cost in nats of a character behind two others; infinite where it says nothing. */
export interface Witness {
  cost(two: number, one: number, unit: number): number;
}

const LONGEST = 6;
const SLOTS = 1 << 18;
const PAIR_SLOTS = 1 << 20;

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

interface Model {
  /** Words of two characters and more by a hash of their characters: check, cost in quarters of a nat, number. */
  keys: Int32Array;
  checks: Int32Array;
  costs: Uint8Array;
  numbers: Int32Array;
  /** Words of one character: cost and number. */
  single: Float32Array;
  singleNumbers: Int32Array;
  /** Pairs of words by number. */
  pairKeys: Int32Array;
  pairCosts: Uint8Array;
  /** What a word costs behind one that it was not met behind. */
  unmet: Float32Array;
  forms: Uint16Array;
  /** 1 for characters that traditional text hardly has. */
  odd: Uint8Array;
  /** Simplified forms of traditional characters. */
  made: Set<number>;
}

let model: Model | undefined;

/** A second hash, against which a hit is checked: millions of words that are none are looked up. */
function check(hash: number, unit: number): number {
  return (Math.imul(hash, 0x01000193) ^ unit) | 0;
}

function mix(hash: number, unit: number): number {
  let h = Math.imul(hash ^ unit, 0x9e3779b1);
  h ^= h >>> 15;
  return Math.imul(h, 0x85ebca6b) | 1;
}

function build(): Model {
  const m: Model = {
    keys: new Int32Array(SLOTS),
    checks: new Int32Array(SLOTS),
    costs: new Uint8Array(SLOTS),
    numbers: new Int32Array(SLOTS).fill(-1),
    single: new Float32Array(0x10000).fill(UNKNOWN),
    singleNumbers: new Int32Array(0x10000).fill(-1),
    pairKeys: new Int32Array(PAIR_SLOTS).fill(-1),
    pairCosts: new Uint8Array(PAIR_SLOTS),
    unmet: new Float32Array(SLOTS),
    forms: new Uint16Array(0x10000),
    made: new Set(),
    odd: new Uint8Array(0x10000),
  };
  m.single.fill(UNKNOWN_HAN, 0x3400, 0xa000);
  [...table.signs].forEach((sign, i) => {
    m.singleNumbers[sign.charCodeAt(0)] = i;
  });
  for (const digit of '0123456789０１２３４５６７８９') m.singleNumbers[digit.charCodeAt(0)] = DIGIT;
  for (const stop of '。！？；!?;') m.singleNumbers[stop.charCodeAt(0)] = START;
  m.singleNumbers[0x2c] = m.singleNumbers['，'.charCodeAt(0)]!;
  let number = table.signs.length;
  for (const [length, byCost] of Object.entries(table.words))
    for (const [cost, words] of Object.entries(byCost))
      number = addWords(m, Number(length), Number(cost), words, number);
  for (const [chars, frequency] of OTHERS)
    for (const c of chars) m.single[c.charCodeAt(0)] = -Math.log(frequency / table.total);
  for (const [pairs, frequency] of PAIRS)
    addWords(m, 2, Math.round(-Math.log(frequency / table.total) * table.step), pairs, -1);
  addPairs(m);
  for (const c of table.odd) m.odd[c.charCodeAt(0)] = 1;
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

function pairSlot(m: Model, first: number, second: number): number {
  const key = (Math.imul(first, 0x20000) + second) | 0;
  let slot = (Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b) >>> 8) & (PAIR_SLOTS - 1);
  while (m.pairKeys[slot] !== -1 && m.pairKeys[slot] !== key) slot = (slot + 1) & (PAIR_SLOTS - 1);
  return slot;
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
  for (let first = 0; at < bytes.length; ) {
    first += int();
    m.unmet[first] = int() / table.step;
    let second = 0;
    for (let count = int(); count > 0; count--) {
      second += int();
      const slot = pairSlot(m, first, second);
      m.pairKeys[slot] = (Math.imul(first, 0x20000) + second) | 0;
      m.pairCosts[slot] = bytes[at++]!;
    }
  }
}

function find(m: Model, hash: number, sum: number): number {
  let slot = (hash >>> 1) & (SLOTS - 1);
  while (m.keys[slot] && (m.keys[slot] !== hash || m.checks[slot] !== sum)) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/** Words of one character that official prose is full of. */
const COMMON_ALONE = new Set(
  '的是在和有不了对为以上中下等与及把要将从就也都到这其他我们一二三四五六七八九十百千万亿个年月日第各每被由向并或但更最可能会应须已又还再只很较既使让给用按经过后前内外间时地得着之所者性化者来去说做看想多少大小新好人事名项次条',
);
/** What other words of one character cost more than in jieba's counts, half of which come from fiction. */
const ALONE = 1.25;

/** Adds words that cost the same; gives them numbers from `number` on, unless that is -1. Returns the next number. */
function addWords(m: Model, length: number, cost: number, words: string, number: number): number {
  let next = number;
  for (let at = 0; at < words.length; at += length) {
    const own = next < 0 ? -1 : next++;
    if (length === 1) {
      m.single[words.charCodeAt(at)] = cost / table.step + (COMMON_ALONE.has(words[at]!) ? 0 : ALONE);
      m.singleNumbers[words.charCodeAt(at)] = own;
      continue;
    }
    let hash = 0;
    let sum = 0;
    for (let i = at + length - 1; i >= at; i--) {
      hash = mix(hash, words.charCodeAt(i));
      sum = check(sum, words.charCodeAt(i));
    }
    const slot = find(m, hash, sum);
    m.keys[slot] = hash;
    m.checks[slot] = sum;
    m.costs[slot] = cost;
    m.numbers[slot] = own;
  }
  return next;
}

/** The simplified form of a character, as far as one character makes one. */
export function simpleForm(unit: number): number {
  model ??= build();
  return model.forms[unit]!;
}

/**
 * Whether a character is the traditional one of two forms (true), the simplified one of two (false), or has but one
 * form (null).
 */
export function isTraditional(unit: number): boolean | null {
  model ??= build();
  if (model.forms[unit] !== unit) return true;
  return model.made.has(unit) ? false : null;
}

/**
 * Whether traditional text hardly has a character: a simplified form, or a variant of a traditional one (麫, 鬬) that is not
 * among the common characters of Big5.
 */
export function isOddForm(unit: number): boolean {
  model ??= build();
  return model.odd[unit] === 1;
}

/** Cost of a character as a word of its own, in nats. */
export function characterCost(unit: number): number {
  model ??= build();
  return model.single[model.forms[unit]!]!;
}

/** What word `second`, which costs `alone` by itself, costs behind word `first`. */
function behind(m: Model, first: number, second: number, alone: number): number {
  if (first < 0) return alone;
  if (second >= 0) {
    const slot = pairSlot(m, first, second);
    if (m.pairKeys[slot] !== -1) return Math.min(m.pairCosts[slot]! / table.step, alone);
  }
  return alone + m.unmet[first]!;
}

/** Grows a text by one character, given in any script. `witness` may know better what stands behind what. */
export function grow(prev: Step | null, char: number, witness: Witness | null = null): Step {
  model ??= build();
  const unit = model.forms[char]!;
  const odd = prev ? clauseCost(prev, unit) : 0;
  // “责”字: what is quoted may stand alone.
  const alone = prev?.unit === 0x201c && unit >= 0x3400 ? ALONE / 2 : 0;
  let word = model.singleNumbers[unit]!;
  const own = model.single[unit]! - alone + odd;
  let cost = prev ? prev.cost + behind(model, prev.word, word, own) : own;
  let best = 1;
  if (unit >= 0x2000 || unit === 0x0a) {
    let hash = mix(0, unit);
    let sum = check(0, unit);
    let from = prev;
    for (let length = 2; from && length <= LONGEST && from.unit >= 0x2000; length++) {
      hash = mix(hash, from.unit);
      sum = check(sum, from.unit);
      from = from.prev;
      const slot = find(model, hash, sum);
      if (!model.keys[slot]) continue;
      const number = model.numbers[slot]!;
      const plain = model.costs[slot]! / table.step + (unit < 0x3400 || unit > 0x9fff ? odd : 0);
      const whole = from ? from.cost + behind(model, from.word, number, plain) : plain;
      if (whole < cost) {
        cost = whole;
        best = length;
        // Two signs in one: what follows stands behind the second.
        if (number >= 0) word = number;
      }
    }
  }
  if (witness && prev && unit >= 0x3400)
    cost = Math.min(cost, prev.cost + witness.cost(prev.prev ? prev.prev.unit : 0, prev.unit, unit));
  return { prev, unit, cost, length: best, word };
}

/** Cost of a text, in nats. */
export function textCost(text: string): number {
  let step: Step | null = null;
  for (let i = 0; i < text.length; i++) step = grow(step, text.charCodeAt(i));
  return step ? step.cost : 0;
}
