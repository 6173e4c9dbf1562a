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
 * Cuts a text into words with part-of-speech tags.
 *
 * The words cover the text without gaps, so offsets are sums of lengths; some 1 M characters a second.
 * Tags: n v a d m q r p c u … (`x` for punctuation and white space).
 */
export function segment(text: string): Word[] {
  if (!text) return [];
  jieba ??= Jieba.withDict(dict);
  const words: Word[] = [];
  let at = 0;
  for (const { tag, word } of jieba.tag(text)) {
    words.push({ text: word, tag, start: at, end: at + word.length });
    at += word.length;
  }
  return words;
}
