/**
 * How likely a stretch of Chinese is: the cost of its cheapest cutting into words.
 *
 * A word costs −ln of its share behind the word before it, or of its share in general where the two were not met together,
 * so costs add up along a text and compare between texts of any length. Grown one character at a time, and cheap to
 * branch: a {@link Step} points at the one before, so that a search can keep many continuations of one beginning.
 * Characters are looked up in their simplified form, whatever the script of the text.
 * Words and pairs of words come from jieba (MIT) and HanLP (Apache-2.0): see `test/bench/language-table.ts`.
 */
import { clauseCost, closesTwice, isClausal } from './language-clauses.ts';
import { ALONE, LONGEST, languageModel, type Model } from './language-model.ts';
import { costBehind, unmetBehind } from './language-pairs.ts';
import { childOf, goesOn, type Tree } from './language-tree.ts';

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
  /** What a word that follows costs more where the witness knew the last character: it knew what follows, too. */
  readonly left: number;
  /** Branches of the tree of words at which the last character, the last two … stand: words that may still go on; 0 for none. */
  readonly open: readonly number[];
}

/** What the text at hand says itself, as cost in nats of a character behind two others; infinite where it says nothing. */
export interface Witness {
  cost(two: number, one: number, unit: number): number;
  /** The characters, in simplified form, of which it says something behind `one`. */
  behind(one: number): readonly number[];
}

/** The simplified form of a character, as far as one character makes one. */
export function simpleForm(unit: number): number {
  const { forms, alike } = languageModel();
  return alike.has(unit) ? unit : forms[unit]!;
}

/** The character that the model looks a character up as: its simplified form, and 着 for 著, which converters write for it. */
export function modelForm(unit: number): number {
  return languageModel().forms[unit]!;
}

/**
 * Whether a character is the traditional one of two forms (true), the simplified one of two (false), or has but one
 * form (null).
 */
export function isTraditional(unit: number): boolean | null {
  const { forms, made, alike } = languageModel();
  if (forms[unit] !== unit && !alike.has(unit)) return true;
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

const OPEN_QUOTE = 0x201c;

/** The cutting that {@link cut} found last: the length of its last word, its number, and {@link Step.left}. */
let lastLength = 1;
let lastWord = -1;
let lastLeft = 0;

/**
 * Nats by which it is dearer to go on otherwise than the witness has it, once it was followed: −ln of the share that is left to the
 * table. Known wrong without: 人民政府簽訂 is read 人民政簽訂 on a page that has 人民政府.
 */
const LEFT = 1.4;

/** Cost of the cheapest cutting of a text grown by `unit`. */
function cut(m: Model, prev: Step | null, unit: number, witness: Witness | null): number {
  lastLength = 1;
  lastWord = m.singleNumbers[unit]!;
  lastLeft = 0;
  if (!prev) return m.single[unit]!;
  let cost =
    prev.cost + prev.left + costBehind(m.pairs, prev.word, lastWord, aloneBehind(m, prev, unit), m.within[unit]!);
  const { open } = prev;
  const { tree } = m;
  let from: Step | null = prev;
  for (let i = 0; i < open.length; i++) {
    from = from!.prev;
    const branch = open[i]! && childOf(tree, open[i]!, unit);
    if (!branch || !tree.costs[branch]) continue;
    const number = tree.numbers[branch]!;
    const plain = tree.costs[branch]! / m.step + (unit < 0x3400 || unit > 0x9fff ? clauseCost(prev, unit) : 0);
    const whole = from ? from.cost + from.left + costBehind(m.pairs, from.word, number, plain) : plain;
    if (whole >= cost) continue;
    cost = whole;
    lastLength = i + 2;
    // Two signs in one: what follows stands behind the second.
    if (number >= 0) lastWord = number;
  }
  cost += closesTwice(prev, unit);
  if (!witness || unit < 0x3400) return cost;
  const met = prev.cost + witness.cost(prev.prev ? prev.prev.unit : 0, prev.unit, unit);
  if (met >= cost) return cost;
  lastLeft = LEFT;
  return met;
}

/** What a character costs as a word of its own behind a text, whatever its last word is. */
function aloneBehind(m: Model, prev: Step, unit: number): number {
  let saved = 0;
  if (unit >= 0x3400) {
    // “责”字: what is quoted may stand alone; what is counted mostly does: 一泵两池, 三看五问.
    if (prev.unit === OPEN_QUOTE) saved = ALONE / 2;
    else if (isNumeral(m, prev.unit) && !isNumeral(m, unit)) saved = ALONE;
  }
  return m.single[unit]! - saved + clauseCost(prev, unit);
}

/** Whether a character is a Chinese numeral. */
function isNumeral({ within }: Model, unit: number): boolean {
  return within[unit] !== 0;
}

/** Characters whose costs are asked together, as they are looked up. */
export interface Characters {
  /** In simplified form. */
  readonly units: readonly number[];
  /** Cost of each as a word of its own. */
  readonly alone: readonly number[];
  /** Whether there are any that a clause can make dearer. */
  readonly clausal: boolean;
}

/** Prepares characters, given in any script, for {@link grownCosts}. */
export function charactersOf(chars: readonly number[]): Characters {
  const { forms, single } = languageModel();
  const units: number[] = [];
  const alone: number[] = [];
  let clausal = false;
  for (const char of chars) {
    const unit = forms[char]!;
    units.push(unit);
    alone.push(single[unit]!);
    clausal ||= isClausal(unit);
  }
  return { units, alone, clausal };
}

/** Characters that go with the end of a text, by the number of the look that found them. */
const marks = new Uint8Array(0x10000);
let look = 0;

/** What the last look was for: a text is asked about several lists one after the other. */
let looked: Step | null = null;
let lookedAt: Witness | null = null;
let lookedInWord = false;

/** Marks the characters that have to do with the end of a text. */
function mark(m: Model, prev: Step, witness: Witness | null, inWord: boolean): void {
  if (prev === looked && witness === lookedAt && inWord === lookedInWord) return;
  looked = prev;
  lookedAt = witness;
  lookedInWord = inWord;
  if (++look === 256) {
    marks.fill(0);
    look = 1;
  }
  markWords(m, prev);
  if (!inWord) markMet(m, prev, witness);
}

/** Marks the characters that go on with a word or end it. */
function markWords({ tree }: Model, prev: Step): void {
  const now = look;
  const { from, units } = tree;
  for (const branch of prev.open) {
    const end = branch && from[branch + 1]!;
    for (let k = branch && from[branch]!; k < end; k++) marks[units[k]!] = now;
  }
}

/** Marks also those that the table or the witness has met behind the last word. */
function markMet({ pairs }: Model, prev: Step, witness: Witness | null): void {
  const now = look;
  const { followers, followersFrom } = pairs;
  if (prev.word >= 0) {
    const end = followersFrom[prev.word + 1]!;
    for (let k = followersFrom[prev.word]!; k < end; k++) marks[followers[k]!] = now;
  }
  if (!witness) return;
  const met = witness.behind(prev.unit);
  for (let k = 0; k < met.length; k++) marks[met[k]!] = now;
}

/** What {@link grownCosts} gave last. */
let costs = new Float64Array(256);

/**
 * Costs of a text grown by each of many characters: of the steps that {@link grow} would make. Most characters have nothing to do
 * with what they stand behind, and cost what they cost alone.
 *
 * @param inWord only characters that go on with a word or end it are wanted: others cost without end
 * @returns the costs in the order of the characters; the next call overwrites them
 */
export function grownCosts(
  prev: Step | null,
  { units, alone, clausal }: Characters,
  witness: Witness | null,
  inWord = false,
): Float64Array {
  if (costs.length < units.length) costs = new Float64Array(2 * units.length);
  if (!prev) {
    costs.set(alone);
    return inWord ? costs.fill(Number.POSITIVE_INFINITY) : costs;
  }
  const m = languageModel();
  mark(m, prev, witness, inWord);
  const plain = !clausal && prev.unit !== OPEN_QUOTE && !isNumeral(m, prev.unit);
  const unmet = unmetBehind(m.pairs, prev.word);
  const out = costs;
  const now = look;
  const before = prev.cost + prev.left;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (marks[unit] === now) out[i] = cut(m, prev, unit, witness);
    else if (inWord) out[i] = Number.POSITIVE_INFINITY;
    else out[i] = before + ((plain ? alone[i]! : aloneBehind(m, prev, unit) + closesTwice(prev, unit)) + unmet);
  }
  return out;
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
  return { prev, unit, cost, length: lastLength, word: lastWord, left: lastLeft, open: openWords(m.tree, prev, unit) };
}

const NO_WORDS: readonly number[] = [];

function openWords(tree: Tree, prev: Step | null, unit: number): readonly number[] {
  const root = tree.roots[unit]!;
  let open: number[] | null = root ? [root] : null;
  if (!prev) return open ?? NO_WORDS;
  for (let i = 0; i < prev.open.length && i + 2 < LONGEST; i++) {
    const branch = prev.open[i]! && childOf(tree, prev.open[i]!, unit);
    if (!branch || !goesOn(tree, branch)) continue;
    open ??= [0];
    while (open.length <= i) open.push(0);
    open.push(branch);
  }
  return open ?? NO_WORDS;
}

/** Cost of a text, in nats. */
export function textCost(text: string): number {
  let step: Step | null = null;
  for (let i = 0; i < text.length; i++) step = grow(step, text.charCodeAt(i));
  return step ? step.cost : 0;
}
