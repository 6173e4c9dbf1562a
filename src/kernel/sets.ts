/** Sets of keys as sorted arrays of doubles without repeats. */

/** Fewer keys than this the engine's own sort is as good for. */
const FEW = 48;
/** Buckets hold one key on average; where one holds more than this there are repeats, and all is left to the engine. */
const CROWDED = 24;

/** Sketches are sorted one after the other: for so many keys the buckets are kept. */
const KEPT = 1 << 13;
let start = new Uint32Array(KEPT + 2);
let from = new Float64Array(KEPT);

/**
 * Sorts keys that are spread evenly, as hashes are: counted into as many buckets as there are keys, then by insertion
 * over the whole. Linear, and two to three times as fast as `Float64Array.sort` (see README.md). Any other keys are sorted
 * too, at that sort's speed.
 */
function sortSpread(keys: Float64Array): void {
  const n = keys.length;
  if (n > from.length) {
    const own = [start, from] as const;
    [start, from] = [new Uint32Array(n + 2), new Float64Array(n)];
    sortSpread(keys);
    [start, from] = own;
    return;
  }
  let max = 0;
  for (let i = 0; i < n; i++) if (keys[i]! > max) max = keys[i]!;
  // The largest key must fall into the last bucket, not behind it.
  const scale = (n - 1) / (max || 1);
  start.fill(0, 0, n + 2);
  for (let i = 0; i < n; i++) {
    const key = keys[i]!;
    from[i] = key;
    start[(key * scale + 2) | 0]!++;
  }
  let crowded = 0;
  for (let b = 2; b <= n + 1; b++) {
    if (start[b]! > crowded) crowded = start[b]!;
    start[b]! += start[b - 1]!;
  }
  if (crowded > CROWDED) {
    keys.sort();
    return;
  }
  for (let i = 0; i < n; i++) {
    const key = from[i]!;
    keys[start[(key * scale + 1) | 0]!++] = key;
  }
  // Every key now is at most a bucket away from its place.
  for (let i = 1; i < n; i++) {
    const key = keys[i]!;
    let k = i;
    while (k > 0 && keys[k - 1]! > key) {
      keys[k] = keys[k - 1]!;
      k--;
    }
    keys[k] = key;
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
