import { charSet } from './char-set.ts';
import { lastCharacters } from './last-characters.ts';

/** What can be asked like a regular expression. */
export interface Test {
  test(text: string): boolean;
}

/**
 * Tells whether a text ends in a match of `pattern`, every branch of which ends in `$`. The pattern is read from the end backwards
 * (as a lookbehind), so that it is given up at the last characters; read forwards it would be tried at every character of
 * the text, which takes ten times as long on a clause. Most texts end in a character that no match ends in: they are told by a
 * look-up.
 */
export function ending(pattern: RegExp): Test {
  const re = new RegExp(`(?<=${pattern.source})`, 'uy');
  const chars = lastCharacters(pattern.source);
  const may = chars === null ? () => true : charSet(chars);
  return {
    test(text) {
      if (!may(text.charCodeAt(text.length - 1))) return false;
      re.lastIndex = text.length;
      return re.test(text);
    },
  };
}

/** Tells whether a text is one of these words: one look-up, where a regular expression tries them one by one. */
export function oneOf(words: string): Test {
  const set = new Set(words.split(' '));
  return { test: (text) => set.has(text) };
}

/** Where the last match of a global pattern in a text begins, or -1. */
export function lastMatch(re: RegExp, text: string): number {
  let at = -1;
  re.lastIndex = 0;
  for (let m = re.exec(text); m; m = re.exec(text)) {
    at = m.index;
    if (m[0] === '') re.lastIndex++;
  }
  return at;
}

/** Whether a text has one of some pieces, without which an expression need not be asked. */
export const hasOne = (text: string, a: string, b: string, c: string): boolean =>
  text.includes(a) || text.includes(b) || text.includes(c);
