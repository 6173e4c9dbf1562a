import { BASE_1, BASE_2, first, LOW, power, second } from './shingles.ts';

/** Room for the ranks of one window. */
const WIDEST = 64;
const ring = new Int32Array(WIDEST);

/**
 * Anchors of a text by winnowing (Schleimer, Wilkerson, Aiken 2003: _Winnowing: local algorithms for document
 * fingerprinting_): of every `window` neighbouring windows of `n` units the one with the least rank, the rightmost of
 * equals. Whatever two texts have in common in a row has an anchor in common if it is as long as `window + n - 1`; two
 * anchors in `window + 1` windows on average.
 *
 * @param codes UTF-16 units of a folded text
 * @param window at most 64
 * @param keys room for the anchors' keys (made as those of shingles are), `places` for where each begins: at most one a unit
 * @returns the number of anchors
 */
export function winnow(codes: Uint16Array, n: number, window: number, keys: Float64Array, places: Uint32Array): number {
  const drop = power(BASE_1, n);
  let found = 0;
  let h1 = 0;
  let gone = 0;
  let least = -1;
  for (let i = 0; i < n - 1 && i < codes.length; i++) h1 = (Math.imul(h1, BASE_1) + codes[i]! + 1) | 0;
  for (let at = 0; at + n <= codes.length; at++) {
    h1 = (Math.imul(h1, BASE_1) + codes[at + n - 1]! + 1 - gone) | 0;
    gone = Math.imul(codes[at]! + 1, drop);
    const rank = first(h1);
    ring[at % window] = rank;
    const before = least;
    if (least <= at - window) least = leastOf(at, window);
    else if (rank <= ring[least % window]!) least = at;
    // Before the first window is whole nothing is chosen.
    if (at < window - 1 || (least === before && at > window - 1)) continue;
    keys[found] = keyAt(codes, least, n, ring[least % window]!);
    places[found++] = least;
  }
  return found;
}

/** The rightmost of the least ranks in the window that ends at `at`. */
function leastOf(at: number, window: number): number {
  let least = at;
  for (let i = at - 1; i > at - window && i >= 0; i--) if (ring[i % window]! < ring[least % window]!) least = i;
  return least;
}

function keyAt(codes: Uint16Array, at: number, n: number, rank: number): number {
  let h2 = 0;
  for (let i = at; i < at + n; i++) h2 = (Math.imul(h2, BASE_2) + codes[i]! + 1) | 0;
  return (rank >>> 0) * LOW + second(h2, rank);
}
