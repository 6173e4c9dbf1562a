import { across, acrossAll, findAcross } from '../../text/off-step.ts';
import { readingOf } from '../../text/readings.ts';

/** What is left where characters were lost. */
export const LOST = /[�\ue000-\uf8ff]/u;
const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
/** A syllable with its tone mark: the rest of a gloss. Wrong case: a lesson that spells a word, in one copy only. */
export const GLOSS = new RegExp(`[a-zü]*[${TONED}][a-zü]*`, 'iu');
const TOKENS = new RegExp(`${GLOSS.source}|\\p{Script=Han}|\\d+`, 'giu');
/** So many ideographs must be what the other text gives off step; one may be chance (1 in some hundred). */
const ENOUGH = 2;
/** Longer stretches are no local damage. */
const LONGEST = 64;

/** How a stretch follows from another one. */
interface Explained {
  /** Ideographs and glosses of the seen stretch. */
  total: number;
  /** Ideographs that the other gives off step, in its order; glosses that are the reading of one of these or of its own. */
  offStep: number;
  glosses: number;
  /** Ideographs that both have, in the same order. */
  kept: number;
}

/**
 * Runs the converter's damage forward: which parts of `seen` come of reading `clean` one byte off step.
 *
 * @param clean with a character of context on either side, since the step is lost there.
 */
export function explain(seen: string, clean: string): Explained {
  const chars = Array.from(clean);
  const bytes = acrossAll(chars);
  const e: Explained = { total: 0, offStep: 0, glosses: 0, kept: 0 };
  let at = 0;
  for (const [token] of seen.matchAll(TOKENS)) {
    if (/^\d/u.test(token)) continue;
    e.total++;
    if (!/^\p{Script=Han}$/u.test(token)) {
      const read = (c: string): boolean => readingOf(c, token) === 'exact';
      if (chars.some(read) || chars.slice(1).some((c, i) => across(chars[i]!, c).some(read))) e.glosses++;
      continue;
    }
    const off = findAcross(token, bytes, at);
    const own = chars.indexOf(token, at);
    if (off >= 0 && (own < 0 || off <= own)) {
      e.offStep++;
      at = off + 1;
    } else if (own >= 0) {
      e.kept++;
      at = own + 1;
    }
  }
  return e;
}

/** True where `seen` reads like `clean` read one byte off step: no author writes so. */
function readsOffStep(seen: string, clean: string): boolean {
  const ideographs = seen.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (ideographs < ENOUGH || seen.length > LONGEST || clean.length > LONGEST) return false;
  // Each ideograph came of two bytes: what is much shorter or longer is something else. (One or two are slips anyway.)
  if (clean.length < 3 || 2 * seen.length < clean.length || seen.length > clean.length + 3) return false;
  const { offStep } = explain(seen, clean);
  return offStep >= ENOUGH && 3 * offStep >= ideographs;
}

/** Figures that stand in the damaged stretch must be rests of the whole one's: 00 of 400, not 3 against 5. */
export function figuresAreRests(damaged: string, whole: string): boolean {
  return (damaged.match(/\d+/gu) ?? []).every((run) => whole.includes(run));
}

/**
 * True where `seen` is what damage left of `clean`: a lost character, the rest of a gloss, or text read off step; and
 * says no other number than `clean`. Both folded.
 */
export function isDamageOf(seen: string, clean: string): boolean {
  if (LOST.test(clean) || GLOSS.test(clean) || !figuresAreRests(seen, clean)) return false;
  return LOST.test(seen) || GLOSS.test(seen) || readsOffStep(seen, clean);
}
