/**
 * Index of the first of some items in order for which something holds; their number where it holds for none. By halving:
 * it must hold for all behind the first as well.
 */
export function bisect<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let lo = 0;
  let hi = items.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (holds(items[mid]!)) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}
