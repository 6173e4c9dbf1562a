/**
 * A set of characters that is asked by code unit: an array look-up, where a regular expression or a Set of one-character
 * strings costs some twenty times as much in a loop over a text. Characters beyond U+FFFF are no members.
 */
export function charSet(chars: Iterable<string>): (code: number) => boolean {
  const table = new Uint8Array(0x10000);
  for (const c of chars) if (c.length === 1) table[c.charCodeAt(0)] = 1;
  // NaN, as charCodeAt gives behind the end, is no member. It must not come to the look-up: what is no index is looked for among
  // the names of the object, and one such look-up makes all of them slow.
  return (code) => code >= 0 && table[code] === 1;
}
