import table from './weights.json' with { type: 'json' };

const weights = table as Readonly<Record<string, number>>;

/**
 * A sign by which a list is judged, with its weight in hundredths; 0 where the weights do not have it. There are some thousand, and
 * each is made once: a list has some fifty, and to put their names together and look these up takes longer than all else.
 */
export class Sign {
  readonly name: string;
  readonly weight: number;
  readonly #pairs = new Map<Sign, Sign>();

  constructor(name: string) {
    this.name = name;
    this.weight = weights[name] ?? 0;
  }

  /** This sign and another one as one. */
  and(other: Sign): Sign {
    let pair = this.#pairs.get(other);
    if (!pair) {
      pair = sign(`${this.name} ${other.name}`);
      this.#pairs.set(other, pair);
    }
    return pair;
  }
}

const made = new Map<string, Sign>();

/** The sign of a name. */
export function sign(name: string): Sign {
  let found = made.get(name);
  if (!found) {
    found = new Sign(name);
    made.set(name, found);
  }
  return found;
}

/** Signs told apart by a value. */
export function signs<V extends string | number | boolean>(nameOf: (value: V) => string): (value: V) => Sign {
  const known = new Map<V, Sign>();
  return (value) => {
    let found = known.get(value);
    if (!found) {
      found = sign(nameOf(value));
      known.set(value, found);
    }
    return found;
  };
}

/** Signs told apart by two values. */
export function signsOfTwo<V extends string>(nameOf: (a: V, b: V) => string): (a: V, b: V) => Sign {
  const ofFirst = new Map<V, (b: V) => Sign>();
  return (a, b) => {
    let found = ofFirst.get(a);
    if (!found) {
      found = signs((value: V) => nameOf(a, value));
      ofFirst.set(a, found);
    }
    return found(b);
  };
}

/** Signs told apart by steps of a number: of steps 1, 4 the step 0 is up to 1, 1 up to 4, and -1 beyond. */
export function steps(name: string, ...bounds: readonly number[]): (n: number) => Sign {
  const ofStep = signs((step: number) => `${name}=${step}`);
  return (n) => ofStep(bounds.findIndex((b) => n <= b));
}

/** Signs that are there or not. */
export function either(name: string): (is: boolean) => Sign {
  const [yes, no] = [sign(`${name}=true`), sign(`${name}=false`)];
  return (is) => (is ? yes : no);
}

/** The most that one sign whose name begins so may weigh; 0 where all weigh against. */
export function mostOf(beginning: string): number {
  let most = 0;
  for (const [name, weight] of Object.entries(weights)) if (weight > most && name.startsWith(beginning)) most = weight;
  return most;
}

/** Signs with the sum of their weights. These are whole, so that sums of sums are the same in any order. */
export class Signs {
  readonly all: readonly Sign[];
  readonly weight: number;

  constructor(all: readonly Sign[]) {
    let weight = 0;
    for (const s of all) weight += s.weight;
    this.all = all;
    this.weight = weight;
  }
}
