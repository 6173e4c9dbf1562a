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

/**
 * Makes a reading. All are made here: a search makes hundreds a place, and goes half as fast over objects of several layouts,
 * as spreading makes them.
 */
export function makeReading(
  prev: Reading | null,
  text: string,
  from: number,
  to: number,
  kind: Kind,
  pending: number,
  step: Step | null,
  penalty: number,
  cost: number,
  intrusions: readonly Intrusion[],
  literal: boolean,
  drops: number,
  quoted: boolean,
  rival = Number.POSITIVE_INFINITY,
  rivalText = '',
): Reading {
  return {
    prev,
    text,
    from,
    to,
    kind,
    pending,
    step,
    penalty,
    cost,
    intrusions,
    literal,
    drops,
    quoted,
    rival,
    rivalText,
  };
}

export const NONE: readonly Intrusion[] = [];

/** The reading of nothing at `at`. */
export function rootAt(at: number, quoted: boolean): Reading {
  return makeReading(null, '', at, at, 'plain', 0, null, 0, 0, NONE, true, 0, quoted);
}

/** A copy of a reading, to be changed before it is shown to anyone. */
export function copyOf(r: Reading): { -readonly [K in keyof Reading]: Reading[K] } {
  return makeReading(
    r.prev,
    r.text,
    r.from,
    r.to,
    r.kind,
    r.pending,
    r.step,
    r.penalty,
    r.cost,
    r.intrusions,
    r.literal,
    r.drops,
    r.quoted,
    r.rival,
    r.rivalText,
  );
}

/** A reading that goes on with what is seen up to `to`, which says nothing to the language model. */
export function past(r: Reading, seen: string, to: number): ReturnType<typeof copyOf> {
  const over = copyOf(r);
  over.prev = r;
  over.text = seen.slice(r.to, to);
  over.from = r.to;
  over.to = to;
  return over;
}

/** A reading that also takes in what is seen up to `to`, and then waits for the second byte of a character. */
export function ending(r: Reading, to: number, pending: number): Reading {
  const longer = copyOf(r);
  longer.to = to;
  longer.pending = pending;
  return longer;
}

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
function readingText(r: Reading): string {
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
