/** A word that is searched for, in the ways in which it may be written. */
export interface Word {
  /** At least one. */
  ways: readonly string[];
  /** Only where it stands by itself: no letter, digit or Chinese character beside it. */
  whole: boolean;
}

/** Finds words in a text. */
export interface Finder {
  /** Offset (UTF-16) of the first of the words that a text holds; null unless it holds all. */
  all(text: string): number | null;
  /** The first place of any of them. */
  any(text: string): { start: number; end: number } | null;
  /** Whether all are in the texts together. */
  among(texts: readonly string[]): boolean;
}

/** A word in quotation marks of its own, as search engines have it: “三个一”. A shell takes the plain ones off. */
const QUOTED = /^(?:"([^"]+)"|“([^“”]+)”|「([^「」]+)」|『([^『』]+)』)$/u;

/**
 * A word as it is typed.
 *
 * @param exact whole words are asked for, quotation marks or not
 * @param simplified gives the simplified form of a word
 */
export function wordOf(typed: string, exact: boolean, simplified: (word: string) => string): Word {
  const quoted = QUOTED.exec(typed.trim())?.slice(1).find(Boolean);
  const word = quoted?.trim() || typed;
  // What by itself is the number of a page (第1页) is cut by the simplification: nothing is no way of writing it.
  const ways = [...new Set([word, simplified(word)])].filter(Boolean);
  return { ways, whole: exact || word !== typed };
}

function pattern({ ways, whole }: Word): string {
  const any = ways.map((w) => w.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return whole ? `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])` : any;
}

export function finder(words: readonly Word[]): Finder {
  const each = words.map((word) => new RegExp(pattern(word), 'iu'));
  const any = new RegExp(words.map(pattern).join('|'), 'iu');
  return {
    all: (text) => (each.every((word) => word.test(text)) ? text.search(any) : null),
    any: (text) => {
      const m = any.exec(text);
      return m && { start: m.index, end: m.index + m[0].length };
    },
    among: (texts) => each.every((word) => texts.some((text) => word.test(text))),
  };
}
