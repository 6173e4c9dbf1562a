/**
 * How likely a stretch of Chinese is: the cost of its cheapest cutting into words.
 *
 * A word costs −ln of its share behind the word before it, or of its share in general where the two were not met together,
 * so costs add up along a text and compare between texts of any length. Grown one character at a time, and cheap to
 * branch: a {@link Step} points at the one before, so that a search can keep many continuations of one beginning.
 * Characters are looked up in their simplified form, whatever the script of the text.
 * Words and pairs of words come from jieba (MIT) and HanLP (Apache-2.0): see `test/bench/language-table.ts`.
 */
import { clauseCost, closesTwice } from './language-clauses.ts';
import { ALONE, childOf, costBehind, LONGEST, languageModel, type Model } from './language-model.ts';

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
  /** Branches of the tree of words at which the last character, the last two … stand: words that may still go on; 0 for none. */
  readonly open: readonly number[];
}

/** What the text at hand says itself, as cost in nats of a character behind two others; infinite where it says nothing. */
export interface Witness {
  cost(two: number, one: number, unit: number): number;
}

/** The simplified form of a character, as far as one character makes one. */
export function simpleForm(unit: number): number {
  return languageModel().forms[unit]!;
}

/**
 * Whether a character is the traditional one of two forms (true), the simplified one of two (false), or has but one
 * form (null).
 */
export function isTraditional(unit: number): boolean | null {
  const { forms, made } = languageModel();
  if (forms[unit] !== unit) return true;
  return made.has(unit) ? false : null;
}

/**
 * Whether traditional text hardly has a character: a simplified form, or a variant of a traditional one (麫, 鬬) that is not
 * among the common characters of Big5.
 */
export function isOddForm(unit: number): boolean {
  return languageModel().odd[unit] === 1;
}

/** What the choice of a form costs, in nats: 0 for the form that a converter usually makes, more for others (彆, 嵗, 颱). */
export function formCost(unit: number): number {
  return languageModel().variants[unit]!;
}

/** Cost of a character as a word of its own, in nats. */
export function characterCost(unit: number): number {
  const { single, forms } = languageModel();
  return single[forms[unit]!]!;
}

/** The cutting that {@link cut} found last: the length of its last word, and its number. */
let lastLength = 1;
let lastWord = -1;

/** Cost of the cheapest cutting of a text grown by `unit`. A search asks this of a hundred characters to follow up five. */
function cut(m: Model, prev: Step | null, unit: number, witness: Witness | null): number {
  lastLength = 1;
  lastWord = m.singleNumbers[unit]!;
  if (!prev) return m.single[unit]!;
  const odd = clauseCost(prev, unit);
  // “责”字: what is quoted may stand alone.
  const alone = prev.unit === 0x201c && unit >= 0x3400 ? ALONE / 2 : 0;
  let cost = prev.cost + costBehind(m, prev.word, lastWord, m.single[unit]! - alone + odd, m.within[unit]!);
  const { open } = prev;
  let from: Step | null = prev;
  for (let i = 0; i < open.length; i++) {
    from = from!.prev;
    const node = open[i]! && childOf(m, open[i]!, unit);
    if (!node || !m.costs[node]) continue;
    const number = m.numbers[node]!;
    const plain = m.costs[node]! / m.step + (unit < 0x3400 || unit > 0x9fff ? odd : 0);
    const whole = from ? from.cost + costBehind(m, from.word, number, plain) : plain;
    if (whole >= cost) continue;
    cost = whole;
    lastLength = i + 2;
    // Two signs in one: what follows stands behind the second.
    if (number >= 0) lastWord = number;
  }
  cost += closesTwice(prev, unit);
  if (witness && unit >= 0x3400)
    cost = Math.min(cost, prev.cost + witness.cost(prev.prev ? prev.prev.unit : 0, prev.unit, unit));
  return cost;
}

/** Whether a character, given in any script, goes on with a word that the text may have begun, or ends it. */
export function continuesWord(step: Step, char: number): boolean {
  const m = languageModel();
  const unit = m.forms[char]!;
  for (const node of step.open) if (node && childOf(m, node, unit)) return true;
  return false;
}

/** Cost of a text grown by one character, given in any script: that of the step that {@link grow} would make. */
export function grownCost(prev: Step | null, char: number, witness: Witness | null = null): number {
  const m = languageModel();
  return cut(m, prev, m.forms[char]!, witness);
}

/** Grows a text by one character, given in any script. `witness` may know better what stands behind what. */
export function grow(prev: Step | null, char: number, witness: Witness | null = null): Step {
  return growBelow(prev, char, witness, Number.POSITIVE_INFINITY)!;
}

/** The same, unless it costs more than `most`: then null. */
export function growBelow(prev: Step | null, char: number, witness: Witness | null, most: number): Step | null {
  const m = languageModel();
  const unit = m.forms[char]!;
  const cost = cut(m, prev, unit, witness);
  if (cost > most) return null;
  return { prev, unit, cost, length: lastLength, word: lastWord, open: openWords(m, prev, unit) };
}

const NO_WORDS: readonly number[] = [];

function openWords(m: Model, prev: Step | null, unit: number): readonly number[] {
  const root = m.roots[unit]!;
  let open: number[] | null = root && m.grows[root] ? [root] : null;
  if (!prev) return open ?? NO_WORDS;
  for (let i = 0; i < prev.open.length && i + 2 < LONGEST; i++) {
    const node = prev.open[i]! && childOf(m, prev.open[i]!, unit);
    if (!node || !m.grows[node]) continue;
    open ??= [0];
    while (open.length <= i) open.push(0);
    open.push(node);
  }
  return open ?? NO_WORDS;
}

/** Cost of a text, in nats. */
export function textCost(text: string): number {
  let step: Step | null = null;
  for (let i = 0; i < text.length; i++) step = grow(step, text.charCodeAt(i));
  return step ? step.cost : 0;
}
