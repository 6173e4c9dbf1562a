/** What `\s` matches. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Whether a code unit is one of some characters. */
export type CharTest = (code: number) => boolean;

/**
 * A set of characters that is asked by code unit: a look-up in a bitmap, where a regular expression or a Set of one-character
 * strings costs some twenty times as much in a loop over a text. Characters beyond U+FFFF are no members.
 *
 * A bit for each character, because there are many sets, and those asked in one loop should fit into the processor's cache.
 */
export function charSet(chars: Iterable<string>): CharTest {
  const bits = new Uint32Array(0x10000 >> 5);
  for (const c of chars) if (c.length === 1) bits[c.charCodeAt(0) >> 5]! |= 1 << (c.charCodeAt(0) & 31);
  // NaN, as charCodeAt gives behind the end, is no member. It must not come to the look-up: what is no index is looked for among
  // the names of the object, and one such look-up makes all of them slow.
  return (code) => code >= 0 && (bits[code >> 5]! & (1 << (code & 31))) !== 0;
}
