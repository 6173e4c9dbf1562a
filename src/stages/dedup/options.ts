import type { OptionSpec } from '../../pipeline/types.ts';

/**
 * Thresholds of the stage. Each is a default with its reason and a case that it gets wrong; pipelines may set them.
 * `node test/bench/dedup-thresholds.ts` prints what each value around a default decides; see "Thresholds" in README.md.
 */
export const defaults = {
  /**
   * Five characters are about three words: rare enough that chance repeats say nothing, short enough that a typing slip
   * costs five shingles only. Wrong case: two articles made of the same set phrases share a few per cent.
   */
  shingle: 5,
  /**
   * One shingle in sixteen is kept. An article of 2,000 characters keeps some 125, which gives its containment to
   * ±0.09 (two standard deviations at 0.5). Wrong case: an excerpt of 100 characters keeps six in the longer text.
   */
  scale: 16,
  /** Short texts keep at least so many (their smallest keys), so that a notice of 150 characters can be found at all. */
  sketch: 64,
  /**
   * Below this estimated containment a pair is not verified. Half of the lowest floor of a relation, since the estimate
   * scatters and slots thin out common shingles. Wrong case: a table of figures all of which changed.
   */
  candidate: 0.2,
  /** So many candidates of an article are verified, best first. Wrong case: an article patched together out of five. */
  candidates: 4,
  /**
   * A shingle shared by more works than this is a formula: it finds no candidates while an article has others.
   * Verification counts it again. Wrong case: more than 64 short articles around one long quotation.
   */
  formula: 64,
  /**
   * What more works than this have in common (a form, an oath, a long quotation) makes nothing `derived`. Wrong case: a
   * speech that more than eight bodies rewrote, each in its own way: from the ninth on they stand alone.
   */
  common: 8,
  /**
   * A passage that more works than this have is a set phrase of the genre, not taken from anywhere. Wrong case: a paragraph
   * of a famous speech that twenty articles quote.
   * Of paragraphs planted in 2, 4, 6, 8, 12, 16, 20, 24, 32 and 48 works, those in up to as many as it says are told: 4 at 8,
   * 6 at 16, 9 at 32. The relations do not depend on it.
   */
  phrase: 16,
  /** So many passages are told of an article, the longest. Their share is reckoned of all. */
  passages: 32,
  /**
   * Resemblance (with slots and slips taken out) from which two texts are one text: what is missing is a lead, a tail, a
   * sentence. Wrong case: a repost that left out a sixth of a short notice is `contained`, which costs nothing.
   */
  same: 0.85,
  /**
   * Containment from which the shorter text is an excerpt. A rewritten short version keeps 0.8 to 0.88 of its shingles;
   * an excerpt damaged once in a hundred characters keeps 0.95. Wrong case: an excerpt with a new introduction of its own.
   */
  contained: 0.9,
  /** An excerpt shorter than this share of its source is a text of its own. Wrong case: one item of a long list reposted. */
  excerpt: 0.05,
  /**
   * Containment (slots and slips taken out) from which a text is `derived`. Documents in one form with different content
   * share as much, but not in sentences: those `stretches` keeps apart. Of texts with three in ten sentences rewritten it
   * finds all, 0.55 finds 0.98, 0.65 finds 0.80. Wrong case: a form of which half is printed text in whole sentences.
   */
  derived: 0.45,
  /**
   * For `derived`, the share of the shorter text that lies in common stretches of 20 characters and more: what is taken
   * over comes in sentences, what a form or a list of like cases shares comes in labels. Wrong case: a thoroughly spun copy.
   */
  stretches: 0.4,
  /**
   * Rate of one- and two-character slips (per character) up to which they are slips. Beyond, someone rewrote (spun copies).
   * At 0.03 copies with five slips in a hundred characters are told otherwise. Wrong case: a copy typed worse than that.
   */
  slips: 0.06,
  /**
   * Characters at the head or the tail that may stand in one copy only, or differ: leads, bylines, tails that stripping
   * left. Wrong case: an article of 150 characters with an addition of its own is `near`.
   */
  lead: 200,
  /** Length of a replaced stretch, in characters, from which it is a changed clause and not a slip. */
  clause: 8,
  /**
   * Share of places, organs and masks among the changed slots from which a pair is a template; below, the numbers make it a
   * version. An annual notice may also move its meeting to another town. Wrong case: a form with one place and ten numbers.
   */
  templateSlots: 0.2,
  /** So many entries of a slot diff are kept. */
  slots: 20,
};

export type DedupOptions = typeof defaults;

const share = (summary: string): OptionSpec => ({ summary, min: 0, max: 1 });
const count = (summary: string, min: number, max: number): OptionSpec => ({ summary, min, max });

export const options: { [K in keyof DedupOptions]: OptionSpec } = {
  shingle: count('characters in a shingle', 2, 32),
  scale: count('one shingle in so many is kept in the sketch', 1, 1024),
  sketch: count('shingles that the sketch of a short text keeps at least', 1, 4096),
  candidate: share('estimated containment from which a pair is verified'),
  candidates: count('candidates of an article that are verified', 1, 64),
  formula: count('works that may share a shingle before it is a formula', 2, 4096),
  common: count('works that may share a shingle before it counts for no derivation', 1, 4096),
  phrase: count('works that may share a passage before it is a set phrase', 2, 4096),
  passages: count('shared passages that are told of an article', 0, 1000),
  same: share('masked Jaccard from which two texts are one text'),
  contained: share('masked containment from which a text is an excerpt'),
  excerpt: share('least share of its source that an excerpt must be'),
  derived: share('masked containment from which a text is derived from another'),
  stretches: share('share of a derived text that must lie in long common stretches'),
  slips: share('one- and two-character differences per character that still are slips'),
  lead: count('characters at either end that may differ between copies', 0, 10000),
  clause: count('characters from which a replaced stretch is a changed clause', 2, 1000),
  templateSlots: share('share of places, organs and masks among changed slots that makes a template'),
  slots: count('entries of a slot diff that are kept', 0, 1000),
};
