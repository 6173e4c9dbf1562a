import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** A word with its part of speech (ICTCLAS tags as jieba gives them) and its half-open UTF-16 range. */
export interface Word {
  text: string;
  tag: string;
  start: number;
  end: number;
}

/** Built at the first call (some 300 ms and 100 MB): a run that never segments does not pay for the dictionary. */
let jieba: Jieba | null = null;

/**
 * The tag of every word met so far. A word's tag is the dictionary's and does not depend on its neighbours, so that most texts
 * need only be cut: that costs a third of cutting and tagging, which makes an object a word.
 */
const tags = new Map<string, string>();
/** The dictionary has 350,000 words, and names and numbers are added without end; an article uses some hundreds. */
const TAGS_KEPT = 1 << 16;

/** Tags all words of a text. */
function learn(segmenter: Jieba, text: string): void {
  if (tags.size > TAGS_KEPT) tags.clear();
  for (const { tag, word } of segmenter.tag(text)) tags.set(word, tag);
}

/**
 * Cuts a text into words with part-of-speech tags.
 *
 * The words cover the text without gaps, so offsets are sums of lengths; some 3 M characters a second.
 * Tags: n v a d m q r p c u … (`x` for punctuation and white space).
 */
export function segment(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const word of cut(text)) {
    words.push({ text: word, tag: tagIn(text, word), start: at, end: at + word.length });
    at += word.length;
  }
  return words;
}

/** The words of a text without their tags. */
export function cut(text: string): string[] {
  if (!text) return [];
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text);
}

/** The tag of a word that {@link cut} found in a text. */
export function tagIn(text: string, word: string): string {
  const tag = tags.get(word);
  if (tag !== undefined) return tag;
  learn(jieba!, text);
  return tags.get(word)!;
}

/**
 * Pairs of neighbouring characters of the dictionary's words, hashed to this many bits: some 300,000 pairs, so one in
 * 50 others passes too.
 */
const PAIR_BITS = 1 << 24;
let pairs: Uint8Array | undefined;

/**
 * Whether two characters may stand side by side within a word of the dictionary. A no is certain; it costs nothing beside a call of
 * {@link segment}.
 */
export function isInWord(first: number, second: number): boolean {
  pairs ??= buildPairs();
  const at = pairBit(first, second);
  return (pairs[at >> 3]! & (1 << (at & 7))) > 0;
}

function pairBit(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 8;
}

/** The dictionary has a line a word: the word, its frequency, its tag. */
function buildPairs(): Uint8Array {
  const table = new Uint8Array(PAIR_BITS >> 3);
  const text = new TextDecoder().decode(dict);
  let last = 0;
  let inWord = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) {
      inWord = true;
      last = 0;
    } else if (unit === 0x20) inWord = false;
    else if (inWord) {
      if (last) {
        const at = pairBit(last, unit);
        table[at >> 3]! |= 1 << (at & 7);
      }
      last = unit;
    }
  }
  return table;
}
