import { charSet } from './char-set.ts';

/** Matches at an offset, and nowhere else. */
export type Matcher = (text: string, i: number) => RegExpExecArray | null;

/**
 * A pattern that is tried at one offset.
 *
 * @param starts every character that a match may begin with: a look-up answers for all others, at some twentieth of what the
 *   pattern costs. A character that is left out is never matched (`test/text/sticky.test.ts` holds that of all of them).
 */
export function sticky(source: string, starts: Iterable<string>): Matcher {
  const re = new RegExp(source, 'uy');
  const begins = charSet(starts);
  return (text, i) => {
    if (!begins(text.charCodeAt(i))) return null;
    re.lastIndex = i;
    return re.exec(text);
  };
}

/** The first characters of words. */
export const initials = (words: Iterable<string>): string => [...words].map((w) => w[0]).join('');
