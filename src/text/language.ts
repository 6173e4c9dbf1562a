/**
 * How likely a stretch of Chinese is: the cost of its cheapest cutting into words.
 *
 * A word costs −ln of its share in jieba's counts, so costs add up along a text and compare between texts of any length.
 * Grown one character at a time, and cheap to branch: a {@link Step} points at the one before, so that a search can keep
 * many continuations of one beginning. Characters are looked up in their simplified form, whatever the script of the text.
 * Table and its sources: `test/bench/language-table.ts`.
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
}

const LONGEST = 6;
const SLOTS = 1 << 19;

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
  keys: Int32Array;
  checks: Int32Array;
  costs: Uint8Array;
  single: Float32Array;
  forms: Uint16Array;
  simple: Set<number>;
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
    single: new Float32Array(0x10000).fill(UNKNOWN),
    forms: new Uint16Array(0x10000),
    made: new Set(),
    simple: new Set([...table.simple].map((c) => c.charCodeAt(0))),
  };
  m.single.fill(UNKNOWN_HAN, 0x3400, 0xa000);
  for (const [length, byCost] of Object.entries(table.words))
    for (const [cost, words] of Object.entries(byCost)) addWords(m, Number(length), Number(cost), words);
  for (const [chars, frequency] of OTHERS)
    for (const c of chars) m.single[c.charCodeAt(0)] = -Math.log(frequency / table.total);
  for (const [pairs, frequency] of PAIRS)
    addWords(m, 2, Math.round(-Math.log(frequency / table.total) * table.step), pairs);
  for (let i = 0; i < 0x10000; i++) m.forms[i] = i;
  for (let i = 0; i < table.forms.length; i += 2) {
    m.forms[table.forms.charCodeAt(i)] = table.forms.charCodeAt(i + 1);
    m.made.add(table.forms.charCodeAt(i + 1));
  }
  return m;
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

function addWords(m: Model, length: number, cost: number, words: string): void {
  for (let at = 0; at < words.length; at += length) {
    if (length === 1) {
      m.single[words.charCodeAt(at)] = cost / table.step + (COMMON_ALONE.has(words[at]!) ? 0 : ALONE);
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
  }
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

/** Whether a character is a simplified form that traditional text does not have. */
export function isSimpleOnly(unit: number): boolean {
  model ??= build();
  return model.simple.has(unit);
}

/** Cost of a character as a word of its own, in nats. */
export function characterCost(unit: number): number {
  model ??= build();
  return model.single[model.forms[unit]!]!;
}

/** Grows a text by one character, given in any script. */
export function grow(prev: Step | null, char: number): Step {
  model ??= build();
  const unit = model.forms[char]!;
  const odd = prev ? clauseCost(prev, unit) : 0;
  // “责”字: what is quoted may stand alone.
  const alone = prev?.unit === 0x201c && unit >= 0x3400 ? ALONE / 2 : 0;
  let cost = (prev ? prev.cost : 0) + model.single[unit]! - alone + odd;
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
      const whole =
        (from ? from.cost : 0) + model.costs[slot]! / table.step + (unit < 0x3400 || unit > 0x9fff ? odd : 0);
      if (whole < cost) {
        cost = whole;
        best = length;
      }
    }
  }
  return { prev, unit, cost, length: best };
}

/** Cost of a text, in nats. */
export function textCost(text: string): number {
  let step: Step | null = null;
  for (let i = 0; i < text.length; i++) step = grow(step, text.charCodeAt(i));
  return step ? step.cost : 0;
}
