import type { Step } from '../../text/language.ts';
import type { Intrusion } from './channel.ts';

/**
 * A reading of the seen text up to some offset: which original would have been turned into it.
 *
 * `pending` is the heart of it. While it is 0 the seen characters are the original ones. Otherwise the decoder was one
 * byte late: `pending` is the lead byte of the next original character, taken from the end of the last seen pair.
 */
export interface Reading {
  readonly prev: Reading | null;
  /** What stands in the original for `[from, to)` of the seen text; '' where the seen text has more than the original. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly pending: number;
  /** Language model after `text`. */
  readonly step: Step | null;
  /** What the damage itself costs. */
  readonly penalty: number;
  readonly cost: number;
  /** What was done to the bytes of `text`, offsets counted from its first byte. */
  readonly intrusions: readonly Intrusion[];
  /** Nothing but seen characters: kept to the end, whatever it costs. */
  readonly literal: boolean;
  /** Pairs that were dropped. */
  readonly drops: number;
  /** Inside quotation marks. */
  readonly quoted: boolean;
  /** By how much the best reading that says something else was dearer when it was given up for this one. */
  rival: number;
  rivalText: string;
}

/**
 * How a piece was read: as it stands · behind a cut, which starts a shift · a gloss across two characters, which starts
 * one too · one byte late · part of a dropped pair · as the end of a shift · bytes that cannot be known.
 */
export type Kind = 'plain' | 'cut' | 'gloss' | 'late' | 'pair' | 'end' | 'open';

/** Prices of the steps of the channel, in nats, set on damage made from the genre's texts. */
export const PRICE = {
  /** A mark starts a shift; most marks before punctuation are honest (真的吗？！), but not on a page with glosses. */
  cut: 3,
  cutDamaged: 1,
  gloss: 1,
  /** The character is not glossed anywhere else. */
  unglossed: 2,
  /** It is not even a traditional form: the converter glosses those only. */
  oddGloss: 6,
  /** The character is glossed wherever it stands on this page, only not here. */
  missed: 4,
  /** A sign at which the converter cuts on this page was not cut at. It leaves out three places in ten. */
  uncut: 1,
  /** A trail byte was lost, and is made up. */
  end: 1,
  /** A pair was dropped: one place in twenty has such a pair. */
  pair: 3,
  /** A simplified form, on a page that was traditional when it was encoded, or a rare variant, that is nowhere else on the page. */
  oddForm: 4,
  /** A full-width sign was folded since; a full-width digit or letter. */
  folded: 2,
  foldedLetter: 6,
  /** The mark took a `<` or `&` with it. */
  eaten: 1,
  /** What was lost cannot be known. */
  open: 16,
  /** A mark was doubled on its way. */
  repeated: 6,
} as const;

export const ROOT: Reading = {
  prev: null,
  text: '',
  from: 0,
  to: 0,
  kind: 'plain',
  pending: 0,
  step: null,
  penalty: 0,
  cost: 0,
  intrusions: [],
  literal: true,
  drops: 0,
  quoted: false,
  rival: Number.POSITIVE_INFINITY,
  rivalText: '',
};

/**
 * Nats of a dropped pair's price that are caution, not channel: what was dropped left no trace. A reading without dropped pairs
 * must beat one that has some by so much more for each. Known wrong without: “海葵一號” is read “海炕號”.
 */
const HIDDEN = 1.5;
/** Margins above this are not kept: nobody asks about them. */
const SAFE = 12;

/** Keeps on `kept` by how much the reading given up in its favour was dearer, unless it says the same. */
export function noteRival(kept: Reading, lost: Reading): void {
  const dearer = lost.cost - kept.cost;
  const margin = Math.min(dearer, lost.rival + dearer) - (kept.drops ? 0 : HIDDEN * lost.drops);
  if (margin >= kept.rival || margin > SAFE) return;
  const text = readingText(lost);
  if (text === readingText(kept)) return;
  kept.rival = margin;
  kept.rivalText = text;
}

/** The original text that a reading stands for, from where its search began. */
export function readingText(r: Reading): string {
  let text = '';
  for (let p: Reading | null = r; p; p = p.prev) text = p.text + text;
  return text;
}

/** The steps of a reading, in order, the empty root left out. */
export function path(r: Reading): Reading[] {
  const out: Reading[] = [];
  for (let p: Reading | null = r; p?.prev; p = p.prev) out.push(p);
  return out.reverse();
}
