/** The cheapest few of many characters, cheapest first; of equals the one that came first. */
export class Shortlist<T> {
  readonly costs: number[] = [];
  readonly units: number[] = [];
  readonly more: T[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(cost: number, unit: number, more: T): void {
    const { costs, units } = this;
    let at = costs.length;
    if (at === this.#most) {
      if (cost >= costs[at - 1]!) return;
      at--;
    }
    for (; at > 0 && costs[at - 1]! > cost; at--) {
      costs[at] = costs[at - 1]!;
      units[at] = units[at - 1]!;
      this.more[at] = this.more[at - 1]!;
    }
    costs[at] = cost;
    units[at] = unit;
    this.more[at] = more;
  }
}
