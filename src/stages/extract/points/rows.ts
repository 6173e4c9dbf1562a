import type { Item } from './items/item.ts';

/** Looks ahead along the numbers of each style: what comes later tells whether a row was interrupted or has ended. */
export class Rows {
  /** Items at line starts by style, in order. */
  readonly #byStyle = new Map<string, Item[]>();
  readonly #place = new Map<Item, number>();

  constructor(items: readonly Item[]) {
    for (const it of items) {
      if (!it.line || !it.value) continue;
      const row = this.#byStyle.get(it.style) ?? [];
      this.#place.set(it, row.length);
      row.push(it);
      this.#byStyle.set(it.style, row);
    }
  }

  /** Whether the next number of `outer`'s style is its own successor and stands after `inner`. */
  goesOn(outer: Item, inner: Item): boolean {
    const place = this.#place.get(outer);
    if (place === undefined) return false;
    const next = this.#byStyle.get(outer.style)![place + 1];
    return next !== undefined && next.start > inner.start && next.value === outer.value + 1;
  }

  /** Whether the row that `first` begins (1 2 3 …) is followed by the successor of `outer`, which could not go on with it. */
  comesBack(outer: Item, first: Item): boolean {
    let place = this.#place.get(first);
    if (place === undefined) return false;
    const row = this.#byStyle.get(first.style)!;
    while (row[place + 1]?.value === row[place]!.value + 1) place++;
    return row[place + 1]?.value === outer.value + 1;
  }
}
