/** Sets of keys as sorted arrays of doubles without repeats. */

/** Sorts `keys[0, count)` in place and drops repeats. @returns a view of the distinct keys, ascending */
export function sortUnique(keys: Float64Array, count: number): Float64Array {
  const view = keys.subarray(0, count);
  view.sort();
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
