import { lowerBound, sortUnique } from '../../kernel/sets.ts';
import { fingerprint, KEY_SPACE, shingleCount, shingleKeys } from '../../kernel/shingles.ts';
import type { Doc } from '../../pipeline/types.ts';
import { foldCodes, unfold } from '../../text/fold.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { DedupOptions } from './options.ts';
import { blind } from './prepare.ts';

/** What the decision keeps of a document. */
export interface Sketch {
  /** Fingerprint of the whole folded text: equal for exact copies only. */
  print: string;
  /** Length of the folded text. */
  length: number;
  /** A bottom part of the shingle keys, ascending: all below `limit`. */
  keys: Float64Array;
  /** Keys at or above it were not kept. Two sketches compare below the smaller of their limits. */
  limit: number;
  evidence: Evidence;
}

/** Texts are hashed so many characters at a time: a page of 200 MB needs no array of its length. */
const BLOCK = 1 << 20;

/** The distinct keys of a text below `limit`, ascending. */
function keysBelow(codes: Uint16Array, shingle: number, limit: number): Float64Array {
  const buffer = new Float64Array(shingleCount(Math.min(codes.length, BLOCK + shingle), shingle));
  const blocks: Float64Array[] = [];
  for (let from = 0; from === 0 || from + shingle <= codes.length; from += BLOCK) {
    const block = from || codes.length > BLOCK + shingle ? codes.subarray(from, from + BLOCK + shingle - 1) : codes;
    blocks.push(sortUnique(buffer, shingleKeys(block, shingle, buffer, limit)).slice());
  }
  if (blocks.length === 1) return blocks[0]!;
  const all = new Float64Array(blocks.reduce((n, b) => n + b.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return sortUnique(all, all.length).slice();
}

/**
 * The keys below a share of the key space, or the smallest `sketch` keys where these are more; and the first key that
 * was left out.
 */
function bottom(codes: Uint16Array, o: DedupOptions): { keys: Float64Array; limit: number } {
  const limit = KEY_SPACE / o.scale;
  // Keys are uniform: twice the share that should hold `sketch` keys nearly always does. Where shingles repeat, all count.
  const share = (2 * o.sketch) / Math.max(1, codes.length);
  let keys = keysBelow(codes, o.shingle, Math.max(limit, Math.min(1, share) * KEY_SPACE));
  const below = lowerBound(keys, limit);
  if (below >= o.sketch) return { keys: keys.slice(0, below), limit };
  if (keys.length <= o.sketch && share < 1) keys = keysBelow(codes, o.shingle, KEY_SPACE);
  return { keys: keys.slice(0, o.sketch), limit: keys[o.sketch] ?? KEY_SPACE };
}

/**
 * FracMinHash (Irber et al.): of all shingle keys those below a fixed share of the key space, so that one sketch
 * estimates Jaccard and containment whatever the lengths; a short text keeps its smallest `sketch` keys instead. Figures
 * are blotted out first (see `blind`): the sketch finds candidates, the full texts decide.
 */
export function sketchOf(doc: Doc, o: DedupOptions): Sketch {
  const codes = foldCodes(doc.text);
  const { keys, limit } = bottom(blind(codes), o);
  return {
    print: fingerprint(codes),
    length: codes.length,
    keys,
    limit,
    evidence: evidenceOf(doc, unfold(codes)),
  };
}
