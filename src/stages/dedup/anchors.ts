import { winnow } from '../../kernel/winnow.ts';

/** Anchors of a text: windows by which passages that it shares with other texts are found. */
export interface Anchors {
  /** Keys of the windows, in the order of the text; each once, where it stands first. */
  keys: Float64Array;
  /** Folded units at which they begin. */
  places: Uint32Array;
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

/** @param codes folded units */
export function anchorsOf(codes: Uint16Array): Anchors {
  const all = codes.length > LONGEST ? codes.subarray(0, LONGEST) : codes;
  const count = winnow(all, ANCHOR, WINDOW, keys, places);
  const seen = new Set<number>();
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    if (seen.has(key)) continue;
    seen.add(key);
    keys[kept] = key;
    places[kept++] = places[i]!;
  }
  return { keys: keys.slice(0, kept), places: places.slice(0, kept) };
}
