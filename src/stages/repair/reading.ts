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

/** What the search may use of the document. */
export interface Evidence {
  /** Characters that are glossed somewhere in the document. */
  glossed: ReadonlySet<string>;
  /** How often two characters (in simplified form) follow each other in the document, as nats off the price. */
  bonus(first: number, second: number): number;
}

/** Prices of the steps of the channel, in nats, set on damage made from the genre's texts. */
export const PRICE = {
  /** A mark starts a shift; most marks before punctuation are honest (真的吗？！). */
  cut: 3,
  gloss: 1,
  /** The character is not glossed anywhere else. */
  unglossed: 2,
  /** It is not even a traditional form: the converter glosses those only. */
  oddGloss: 6,
  /** A trail byte was lost, and is made up. */
  end: 2,
  /** A pair was dropped. Known wrong at 1: 嚴 is read 國防; at 5: 的生活態度 is read 的深態度. */
  pair: 3,
  /** A simplified form: the page was traditional when it was encoded. */
  simple: 4,
  /** A full-width letter was folded since. */
  folded: 3,
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
  quoted: false,
  rival: Number.POSITIVE_INFINITY,
  rivalText: '',
};

/** Margins above this are not kept: nobody asks about them. */
const SAFE = 12;

/** Keeps on `kept` by how much the reading given up in its favour was dearer, unless it says the same. */
export function noteRival(kept: Reading, lost: Reading): void {
  const margin = Math.min(lost.cost - kept.cost, lost.rival + lost.cost - kept.cost);
  if (margin >= kept.rival || margin > SAFE) return;
  const text = readingText(lost);
  if (text === readingText(kept)) return;
  kept.rival = margin;
  kept.rivalText = text;
}

/** The original text that a reading stands for, from where its search began. */
export function readingText(r: Reading): string {
  return path(r)
    .map((p) => p.text)
    .join('');
}

/** The steps of a reading, in order, the empty root left out. */
export function path(r: Reading): Reading[] {
  const out: Reading[] = [];
  for (let p: Reading | null = r; p?.prev; p = p.prev) out.push(p);
  return out.reverse();
}
