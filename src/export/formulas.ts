/** A run of signs that hides a word, as a concept's key has them (one width, capitals): ＸＸ, ××, □□, 某某, 〇〇. */
const MASK = /(?<![A-Z0-9])X+(?![A-Z0-9])|[*×□○]+|某+|(?<![一二三四五六七八九])〇〇+(?![一二三四五六七八九])/gu;

/** Longest word that a mask may stand for: 荷塘市柳溪区石桥铺. */
const LONGEST = 16;

/**
 * Characters that a masked formula must have beside its masks to be known again by them. Wrong case: of four that are a
 * common phrase another formula may be taken for it; both stand in one work then.
 */
const LEAST = 4;

/**
 * A concept's key with one sign for every mask, and of a motto without the particles that quoting drops or adds: 是最大的政绩,
 * 就是最大政绩. In names and formulas of members they may tell one from another.
 */
export function formulaKey(concept: string, kind: string): string {
  const masked = concept.replace(MASK, '*');
  return kind === 'motto' ? masked.replace(/就(?=是)|(?<!^)的(?!$)/gu, '') : masked;
}

/** True for a key of which words are hidden. */
export const isMasked = (key: string): boolean => key.includes('*');

/** Whether a masked key may be this other one with words hidden. Linear: each piece is looked for behind the one before. */
export function fills(masked: string, key: string): boolean {
  const pieces = masked.split('*');
  if (pieces.join('').length < LEAST || isMasked(key)) return false;
  const first = pieces.shift()!;
  const last = pieces.pop()!;
  if (!key.startsWith(first) || !key.endsWith(last)) return false;
  const end = key.length - last.length;
  let at = first.length;
  for (const piece of pieces) {
    const found = key.indexOf(piece, at + 1);
    if (found < 0 || found - at > LONGEST) return false;
    at = found + piece.length;
  }
  return end > at && end - at <= LONGEST;
}
