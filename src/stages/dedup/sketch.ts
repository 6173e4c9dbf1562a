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

/**
 * FracMinHash (Irber et al.): of all shingle keys those below a fixed share of the key space, so that one sketch
 * estimates Jaccard and containment whatever the lengths; a short text keeps its smallest `sketch` keys instead. Figures are
 * blotted out first (see `blind`): the sketch finds candidates, the full texts decide.
 */
export function sketchOf(doc: Doc, o: DedupOptions): Sketch {
  const { codes } = fold(doc.text);
  const seen = blind(codes);
  const all = new Float64Array(shingleCount(seen.length, o.shingle));
  const count = shingleKeys(seen, o.shingle, all);
  const share = KEY_SPACE / o.scale;
  let kept = 0;
  const below = new Float64Array(count);
  for (let i = 0; i < count; i++) if (all[i]! < share) below[kept++] = all[i]!;
  let keys = sortUnique(below, kept);
  let limit = share;
  if (keys.length < o.sketch) {
    const every = sortUnique(all, count);
    keys = every.subarray(0, Math.max(keys.length, o.sketch));
    limit = keys.length < every.length ? every[keys.length]! : KEY_SPACE;
    limit = Math.max(limit, share);
  }
  return {
    print: fingerprint(codes),
    length: codes.length,
    keys: keys.slice(),
    limit,
    evidence: evidenceOf(doc, unfold(codes)),
  };
}
