/**
 * Features of what weights judge: names that are there or not. They are told by templates, put`kind=${kind} unit=${unit}`, and only
 * training puts the names together: a figure has hundreds, most of which no table knows, and a string made for each and looked up
 * takes more than twice as long.
 */

/** Whom features are told. */
export interface Features {
  put(template: TemplateStringsArray, ...values: readonly unknown[]): void;
}

/** Tells the features of something. */
export type Described = (features: Features) => void;

/** The names in full, as `npm run train` learns from them. */
export class Names implements Features {
  readonly all: string[] = [];

  put(template: TemplateStringsArray, ...values: readonly unknown[]): void {
    this.all.push(String.raw({ raw: template }, ...values));
  }
}

export function namesOf(describe: Described): string[] {
  const names = new Names();
  describe(names);
  return names.all;
}

/** Features that are names already. */
export const named =
  (names: readonly string[]): Described =>
  (features) => {
    for (const name of names) features.put`${name}`;
  };

/** What is known by the values of a template: by the first of them, then by the second, … */
type Values<T> = Map<string, Values<T> | T>;

/** What a table says of features that are told by templates. */
export class FeatureTable<T extends number> {
  readonly #entries: ReadonlyMap<string, T>;
  readonly #byTemplate = new Map<TemplateStringsArray, Values<T> | T | undefined>();

  constructor(entries: Iterable<readonly [name: string, entry: T]>) {
    this.#entries = new Map(entries);
  }

  /** The entry of a feature by its name in full. */
  named = (name: string): T | undefined => this.#entries.get(name);

  /** The entry of the feature that a template makes with these values; undefined where the table has none. */
  get(template: TemplateStringsArray, values: readonly unknown[]): T | undefined {
    let found = this.#byTemplate.get(template);
    if (found === undefined && !this.#byTemplate.has(template)) found = this.#learn(template);
    for (let i = 0; i < values.length && found !== undefined; i++) found = (found as Values<T>).get(`${values[i]}`);
    return found as T | undefined;
  }

  /** Finds the names that a template can make. */
  #learn(template: TemplateStringsArray): Values<T> | T | undefined {
    const root: Values<T> = new Map();
    let whole: T | undefined;
    for (const [name, entry] of this.#entries) {
      if (!name.startsWith(template[0]!)) continue;
      for (const values of valuesOf(name.slice(template[0]!.length), template, 1)) {
        if (values.length) insert(root, values, entry);
        else whole = entry;
      }
    }
    const found = template.length === 1 ? whole : root;
    this.#byTemplate.set(template, found);
    return found;
  }
}

/** All ways in which the rest of a name is made of the values and the further strings of a template. */
function* valuesOf(rest: string, template: TemplateStringsArray, from: number): Generator<string[]> {
  if (from === template.length) {
    if (rest === '') yield [];
    return;
  }
  const string = template[from]!;
  for (let at = rest.indexOf(string); at >= 0 && at <= rest.length; at++) {
    if (!rest.startsWith(string, at)) continue;
    for (const more of valuesOf(rest.slice(at + string.length), template, from + 1)) yield [rest.slice(0, at), ...more];
  }
}

function insert<T>(root: Values<T>, values: readonly string[], entry: T): void {
  let at = root;
  for (const value of values.slice(0, -1)) {
    if (!at.has(value)) at.set(value, new Map());
    at = at.get(value) as Values<T>;
  }
  at.set(values.at(-1)!, entry);
}
