import { winnow } from '../../kernel/winnow.ts';

/** Anchors of a text, in its order: windows by which passages that it shares with other texts are found. */
export interface Anchors {
  /** Keys of the windows. */
  keys: Float64Array;
  /** For each the folded unit at which it begins, and its {@link surroundings}. */
  marks: Uint32Array;
}

/** Numbers of an anchor among the marks, and which tells what stands around it. */
export const MARKS = 2;
const AROUND = 1;

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

/** Folded units on either side of an anchor that its surroundings tell of: half of what a passage has beside it. */
const REACH = Math.ceil((SHORTEST_PASSAGE - ANCHOR) / 2);

/** Sixteen bits of a hash of the units from `from` on; 0 where the text has not so many there. */
function sideOf(codes: Uint16Array, from: number): number {
  if (from < 0 || from + REACH > codes.length) return 0;
  let h = 0;
  for (let i = from; i < from + REACH; i++) h = Math.imul(h ^ codes[i]!, 0x9e3779b1) ^ (h >>> 15);
  return (h >>> 16) | 1;
}

/** What stands before and behind an anchor, a half of the number each. */
const surroundings = (codes: Uint16Array, at: number): number =>
  ((sideOf(codes, at - REACH) << 16) | sideOf(codes, at + ANCHOR)) >>> 0;

/**
 * Whether an anchor that two texts share may lie in a passage of both: at least on one side as much as {@link REACH} is the
 * same then. Told without the texts; of those that share an anchor by chance or in a short phrase hardly one may.
 */
export function mayBePassage(x: Anchors, i: number, y: Anchors, j: number): boolean {
  const [a, b] = [x.marks[MARKS * i + AROUND]!, y.marks[MARKS * j + AROUND]!];
  return (a >>> 16 !== 0 && a >>> 16 === b >>> 16) || ((a & 0xffff) !== 0 && (a & 0xffff) === (b & 0xffff));
}

/**
 * The anchors of a text in one array, as the sketch keeps them: keys, then marks. (An array has a cost of its own.)
 *
 * @param codes folded units
 */
export function anchorsOf(codes: Uint16Array): Float64Array {
  const all = codes.length > LONGEST ? codes.subarray(0, LONGEST) : codes;
  const count = winnow(all, ANCHOR, WINDOW, keys, places);
  const packed = new Float64Array(2 * count);
  packed.set(keys.subarray(0, count));
  const { marks } = anchorsIn(packed);
  for (let i = 0; i < count; i++) {
    marks[MARKS * i] = places[i]!;
    marks[MARKS * i + AROUND] = surroundings(codes, places[i]!);
  }
  return packed;
}

/** The anchors that were packed: views on them, nothing is copied. */
export function anchorsIn(packed: Float64Array): Anchors {
  const count = packed.length / 2;
  const marks = new Uint32Array(packed.buffer, packed.byteOffset + 8 * count, MARKS * count);
  return { keys: packed.subarray(0, count), marks };
}
