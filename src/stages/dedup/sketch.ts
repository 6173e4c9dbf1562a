import { sortUnique } from '../../kernel/sets.ts';
import { fingerprint, KEY_SPACE, shingleCount, shingleKeys } from '../../kernel/shingles.ts';
import type { Doc } from '../../pipeline/types.ts';
import { fold, unfold } from '../../text/fold.ts';
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
    const count = shingleKeys(codes.subarray(from, from + BLOCK + shingle - 1), shingle, buffer);
    let kept = 0;
    for (let i = 0; i < count; i++) if (buffer[i]! < limit) buffer[kept++] = buffer[i]!;
    blocks.push(sortUnique(buffer, kept).slice());
  }
  const all = new Float64Array(blocks.reduce((n, b) => n + b.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return blocks.length === 1 ? all : sortUnique(all, all.length).slice();
}

/**
 * FracMinHash (Irber et al.): of all shingle keys those below a fixed share of the key space, so that one sketch
 * estimates Jaccard and containment whatever the lengths; a short text keeps its smallest `sketch` keys instead. Figures
 * are blotted out first (see `blind`): the sketch finds candidates, the full texts decide.
 */
export function sketchOf(doc: Doc, o: DedupOptions): Sketch {
  const { codes } = fold(doc.text);
  const seen = blind(codes);
  let limit = KEY_SPACE / o.scale;
  let keys = keysBelow(seen, o.shingle, limit);
  if (keys.length < o.sketch) {
    const every = keysBelow(seen, o.shingle, KEY_SPACE);
    keys = every.slice(0, o.sketch);
    limit = every.length > keys.length ? every[keys.length]! : KEY_SPACE;
  }
  return {
    print: fingerprint(codes),
    length: codes.length,
    keys,
    limit,
    evidence: evidenceOf(doc, unfold(codes)),
  };
}
