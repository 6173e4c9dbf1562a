import { lowerBound, sortUnique } from '../../kernel/sets.ts';
import { fingerprint, KEY_SPACE, shingleKeys } from '../../kernel/shingles.ts';
import type { Doc } from '../../pipeline/types.ts';
import { foldCodes, unfold } from '../../text/fold.ts';
import { utf16 } from '../../text/utf16.ts';
import { anchorsOf } from './anchors.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { DedupOptions } from './options.ts';
import { blind, blindInto } from './prepare.ts';

/** What the decision keeps of a document. */
export interface Sketch {
  /** Fingerprint of the whole folded text: equal for exact copies only. */
  print: string;
  /** Fingerprint of the text as it is: what comparisons are remembered by. */
  raw: string;
  /** Length of the folded text. */
  length: number;
  /** A bottom part of the shingle keys, ascending: all below `limit`. */
  keys: Float64Array;
  /** Keys at or above it were not kept. Two sketches compare below the smaller of their limits. */
  limit: number;
  /** The text holds characters beyond the first plane: its code points are not its units. */
  astral: boolean;
  /** What passages are found by; see `anchorsIn`. */
  anchors: Float64Array;
  evidence: Evidence;
}

/** Texts are hashed so many characters at a time: a page of 200 MB needs no array of its length. */
const BLOCK = 1 << 16;
/** Room for the keys of a block, kept between texts: what is handed out is copied. */
const room = new Float64Array(BLOCK + 1);
const blinded = new Uint16Array(BLOCK);

/** The distinct keys of a text below `limit`, ascending; a view of `room` where the text is one block. */
function keysBelow(codes: Uint16Array, shingle: number, limit: number): Float64Array {
  if (codes.length <= BLOCK) return sortUnique(room, shingleKeys(codes, shingle, room, limit));
  const blocks: Float64Array[] = [];
  for (let from = 0; from === 0 || from + shingle <= codes.length; from += BLOCK) {
    const block = codes.subarray(from, from + BLOCK + shingle - 1);
    blocks.push(sortUnique(room, shingleKeys(block, shingle, room, limit)).slice());
  }
  const all = new Float64Array(blocks.reduce((n, b) => n + b.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return sortUnique(all, all.length);
}

/** The keys of a sketch, and the first key that was left out. */
export type Bottom = Pick<Sketch, 'keys' | 'limit'>;

/**
 * FracMinHash (Irber et al.): of the shingle keys of folded units those below a fixed share of the key space, or the
 * smallest `sketch` keys where these are more. Figures are blotted out first (see `blind`).
 */
export function bottomOf(codes: Uint16Array, o: DedupOptions): Bottom {
  if (codes.length > BLOCK) return bottom(blind(codes), o);
  return bottom(blinded.subarray(0, blindInto(codes, blinded)), o);
}

function bottom(codes: Uint16Array, o: DedupOptions): Bottom {
  const limit = KEY_SPACE / o.scale;
  // Keys are uniform: a share that should hold `sketch` keys and four standard deviations more nearly always does. Where
  // shingles repeat, all count.
  const share = (o.sketch + 4 * Math.sqrt(o.sketch)) / Math.max(1, codes.length);
  let keys = keysBelow(codes, o.shingle, Math.max(limit, Math.min(1, share) * KEY_SPACE));
  const below = lowerBound(keys, limit);
  if (below >= o.sketch) return { keys: keys.slice(0, below), limit };
  if (keys.length <= o.sketch && share < 1) keys = keysBelow(codes, o.shingle, KEY_SPACE);
  return { keys: keys.slice(0, o.sketch), limit: keys[o.sketch] ?? KEY_SPACE };
}

/**
 * What the decision keeps of a document: a sketch that estimates Jaccard and containment whatever the lengths, to find
 * candidates by (the full texts decide), and what can be seen of it alone.
 */
export function sketchOf(doc: Doc, o: DedupOptions): Sketch {
  const codes = foldCodes(doc.text);
  const { keys, limit } = bottomOf(codes, o);
  return {
    print: fingerprint(codes),
    raw: fingerprint(utf16(doc.text)),
    length: codes.length,
    keys,
    limit,
    astral: /[\ud800-\udbff]/.test(doc.text),
    anchors: anchorsOf(codes),
    evidence: evidenceOf(doc, unfold(codes)),
  };
}
