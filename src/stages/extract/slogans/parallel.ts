const BREAK = /[、，,；;·。 　]/u;

/** The clauses of a phrase: `抓党建、促发展` has two. */
export function clausesOf(phrase: string): string[] {
  return phrase.split(BREAK).filter((c) => c.length > 0);
}

/** Clauses of one length: the fixed parallel form of a watchword. */
export function isParallel(phrase: string): boolean {
  const clauses = clausesOf(phrase);
  if (clauses.length < 2 || clauses.length > 9) return false;
  const length = clauses[0]!.length;
  // Words of two characters (组织、交流、协调) are a list of nouns or verbs; longer than twelve, a sentence.
  return length >= 3 && length <= 12 && clauses.every((c) => c.length === length);
}

/** Clauses of nearly one length (弘扬改革主旋律、激发创新的正能量). */
export function isCouplet(phrase: string): boolean {
  const lengths = clausesOf(phrase).map((c) => c.length);
  if (lengths.length < 2 || lengths.length > 9) return false;
  const min = Math.min(...lengths);
  return min >= 3 && Math.max(...lengths) - min <= Math.max(2, min >> 1);
}
