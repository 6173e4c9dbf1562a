import { winnow } from '../../kernel/winnow.ts';

/** Anchors of a text, in its order: windows by which passages that it shares with other texts are found. */
export interface Anchors {
  /** Keys of the windows. */
  keys: Float64Array;
  /** Folded units at which they begin. */
  places: Float64Array;
}

/**
 * Folded characters from which a stretch that two texts share is a passage: two lines of a notice. Shorter ones are the
 * set phrases of the language. Wrong case: a slogan of 24 characters that somebody coined.
 */
export const SHORTEST_PASSAGE = 30;
/** Folded characters in an anchor. Half a passage, so that every passage has one (see `winnow`) and few chance repeats do. */
export const ANCHOR = 15;
const WINDOW = SHORTEST_PASSAGE - ANCHOR + 1;
/** Anchors are looked for in so many characters at the head of a text: a bound for books and dumps. */
const LONGEST = 1 << 18;

const keys = new Float64Array(LONGEST);
const places = new Uint32Array(LONGEST);

/**
 * The anchors of a text in one array, as the sketch keeps them: keys, then places. (An array has a cost of its own.)
 *
 * @param codes folded units
 */
export function anchorsOf(codes: Uint16Array): Float64Array {
  const all = codes.length > LONGEST ? codes.subarray(0, LONGEST) : codes;
  const count = winnow(all, ANCHOR, WINDOW, keys, places);
  const packed = new Float64Array(2 * count);
  packed.set(keys.subarray(0, count));
  packed.set(places.subarray(0, count), count);
  return packed;
}

export function anchorsIn(packed: Float64Array): Anchors {
  const count = packed.length / 2;
  return { keys: packed.subarray(0, count), places: packed.subarray(count) };
}
