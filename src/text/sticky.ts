import { charSet } from './char-set.ts';

/** Matches at an offset, and nowhere else. */
export interface Matcher {
  (text: string, i: number): RegExpExecArray | null;
  /** Every character that a match may begin with. */
  readonly starts: string;
}

/**
 * A pattern that is tried at one offset.
 *
 * @param starts every character that a match may begin with: a look-up answers for all others, at some twentieth of what the
 *   pattern costs. A character that is left out is never matched (`test/text/sticky.test.ts` holds that of all of them).
 */
export function sticky(source: string, starts: Iterable<string>): Matcher {
  const re = new RegExp(source, 'uy');
  const begins = charSet(starts);
  const match = (text: string, i: number): RegExpExecArray | null => {
    if (!begins(text.charCodeAt(i))) return null;
    re.lastIndex = i;
    return re.exec(text);
  };
  return Object.assign(match, { starts: [...starts].join('') });
}

/**
 * All matches in a text, from left to right, none within another. A pattern that looks back or has many branches is slow where a
 * regular expression tries it at every character.
 */
export function allMatches(text: string, match: Matcher): RegExpExecArray[] {
  const out: RegExpExecArray[] = [];
  for (let i = 0; i < text.length; ) {
    const m = match(text, i);
    if (m) out.push(m);
    i += m?.[0].length || 1;
  }
  return out;
}

/** The first characters of words. */
export const initials = (words: Iterable<string>): string => [...words].map((w) => w[0]).join('');
