/**
 * The line in one width, unit by unit, so that offsets stay: full-width forms of ASCII become ASCII, white space a space.
 *
 * For looking at lines only. Chinese text itself must keep its punctuation.
 */
export function fold(line: string): string {
  return /[\u3000\u00a0\u2002-\u200a\t\uff01-\uff5e]/.test(line)
    ? line
        .replace(/[\u3000\u00a0\u2002-\u200a\t]/g, ' ')
        .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    : line;
}

/** What two spellings of one headline share: letters and digits only, one width, lower case. */
export function bareText(s: string): string {
  return fold(s)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Dice coefficient of character bigrams of two strings, 0 … 1. */
export function similarity(a: string, b: string): number {
  const x = bareText(a);
  const y = bareText(b);
  if (x === y) return 1;
  if (x.length < 2 || y.length < 2) return 0;
  const seen = new Map<string, number>();
  for (let i = 0; i + 2 <= x.length; i++) seen.set(x.slice(i, i + 2), (seen.get(x.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i + 2 <= y.length; i++) {
    const n = seen.get(y.slice(i, i + 2)) ?? 0;
    if (!n) continue;
    shared++;
    seen.set(y.slice(i, i + 2), n - 1);
  }
  return (2 * shared) / (x.length + y.length - 2);
}
