/** The cheapest few of many characters, cheapest first; of equals the one that came first. */
export class Shortlist {
  readonly costs: number[] = [];
  readonly units: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a character in; never one of infinite cost. */
  add(cost: number, unit: number): void {
    const { costs, units } = this;
    let at = costs.length;
    if (at === this.#most) {
      if (cost >= costs[at - 1]!) return;
      at--;
    } else if (cost === Number.POSITIVE_INFINITY) return;
    for (; at > 0 && costs[at - 1]! > cost; at--) {
      costs[at] = costs[at - 1]!;
      units[at] = units[at - 1]!;
    }
    costs[at] = cost;
    units[at] = unit;
  }

  /** Takes in all of a list, with their costs in the same order. */
  addAll(units: readonly number[], costs: ArrayLike<number>): this {
    for (let i = 0; i < units.length; i++) this.add(costs[i]!, units[i]!);
    return this;
  }
}
