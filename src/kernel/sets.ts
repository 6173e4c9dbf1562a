/** Sets of keys as sorted arrays of doubles without repeats. */

/** Fewer keys than this the engine's own sort is as good for. */
const FEW = 48;
/** Buckets hold one key on average; one that holds more than this holds repeats, and is left to the engine. */
const CROWDED = 24;

/**
 * Sorts keys that are spread evenly, as hashes are: counted into as many buckets as there are keys, then each bucket by
 * insertion. Linear, and 5 times `Float64Array.sort` (see README.md). Any other keys are sorted too, at that sort's speed.
 */
function sortSpread(keys: Float64Array): void {
  const n = keys.length;
  let max = 0;
  for (let i = 0; i < n; i++) if (keys[i]! > max) max = keys[i]!;
  // The largest key must fall into the last bucket, not behind it.
  const scale = (n - 1) / (max || 1);
  const start = new Uint32Array(n + 1);
  for (let i = 0; i < n; i++) start[Math.floor(keys[i]! * scale) + 1]!++;
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const from = keys.slice();
  const next = start.slice(0, n);
  for (let i = 0; i < n; i++) {
    const key = from[i]!;
    keys[next[Math.floor(key * scale)]!++] = key;
  }
  for (let b = 0; b < n; b++) {
    const lo = start[b]!;
    const hi = start[b + 1]!;
    if (hi - lo > CROWDED) keys.subarray(lo, hi).sort();
    else
      for (let i = lo + 1; i < hi; i++) {
        const key = keys[i]!;
        let k = i;
        while (k > lo && keys[k - 1]! > key) {
          keys[k] = keys[k - 1]!;
          k--;
        }
        keys[k] = key;
      }
  }
}

/** Sorts `keys[0, count)` in place and drops repeats. @returns a view of the distinct keys, ascending */
export function sortUnique(keys: Float64Array, count: number): Float64Array {
  const view = keys.subarray(0, count);
  if (count < FEW) view.sort();
  else sortSpread(view);
  let kept = 0;
  for (let i = 0; i < count; i++) if (i === 0 || view[i] !== view[i - 1]) view[kept++] = view[i]!;
  return view.subarray(0, kept);
}

/** How many keys two sorted sets share. Linear merge. */
export function intersectionSize(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return shared;
}

/** Index of the first key ≥ `key`; `keys.length` if there is none. */
export function lowerBound(keys: Float64Array, key: number, from = 0): number {
  let lo = from;
  let hi = keys.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (keys[mid]! < key) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
