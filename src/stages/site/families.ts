/**
 * From this share of the smaller page's sentences on, two pages are of one make: copies, last year's notice, a filled
 * form. They count once as witnesses for a line. Articles that have only a site in common share none, or one quotation.
 * Wrong case: two short notices that quote the same two sentences are taken for one, and the site needs another page.
 */
const ALIKE = 0.25;

/** Is a quarter of the smaller list in the other? Both ascending. */
function alike(a: readonly number[], b: readonly number[]): boolean {
  let both = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    if (a[i] === b[k]) both++;
    if (a[i]! <= b[k]!) i++;
    else k++;
  }
  return both > 0 && both >= ALIKE * Math.min(a.length, b.length);
}

/**
 * Families of pages of one make, by their prints: for each page the number of its family, -1 for a page without a
 * sentence, which is no witness for anything.
 *
 * Each print links a page to the last one that had it, so the work is linear: a print that all pages have makes a chain
 * of pairs, not all pairs.
 */
export function familiesOf(pages: readonly { prints: readonly number[] }[]): Int32Array {
  const parent = Int32Array.from(pages, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  const last = new Map<number, number>();
  pages.forEach(({ prints }, i) => {
    const before = new Set(prints.flatMap((p) => last.get(p) ?? []));
    for (const k of before) if (alike(prints, pages[k]!.prints)) parent[root(i)] = root(k);
    for (const p of prints) last.set(p, i);
  });
  return Int32Array.from(pages, ({ prints }, i) => (prints.length ? root(i) : -1));
}
