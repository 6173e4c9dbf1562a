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

/** Every two neighbouring characters of a text. */
export const bigrams = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** What is known by the values of a template: by the first of them, then by the second, … */
type Values<T> = Map<string, Values<T> | T>;

/** So many characters tell most templates apart. */
const HEAD = 4;

/** What a table says of features that are told by templates. */
export class FeatureTable<T extends number> {
  readonly #entries: Map<string, T>;
  /** Names by their first characters: a template is looked for among few. */
  #byHead: Map<string, string[]> | undefined;
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

  /** The names that may begin with a string. */
  #beginningWith(string: string): Iterable<string> {
    if (string.length < HEAD) return this.#entries.keys();
    this.#byHead ??= Map.groupBy(this.#entries.keys(), (name) => name.slice(0, HEAD));
    return this.#byHead.get(string.slice(0, HEAD)) ?? [];
  }

  /** Finds the names that a template can make. */
  #learn(template: TemplateStringsArray): Values<T> | T | undefined {
    const found = template.length > 1 ? this.#madeBy(template) : this.#entries.get(template[0]!);
    this.#byTemplate.set(template, found);
    return found;
  }

  #madeBy(template: TemplateStringsArray): Values<T> {
    const first = template[0]!;
    if (template.length === 2 && !first && !template[1]) return this.#entries;
    const root: Values<T> = new Map();
    for (const name of this.#beginningWith(first)) {
      if (!name.startsWith(first)) continue;
      for (const values of valuesOf(name.slice(first.length), template, 1))
        insert(root, values, this.#entries.get(name)!);
    }
    return root;
  }
}

/** All ways in which the rest of a name is made of the values and the further strings of a template. */
function valuesOf(rest: string, template: TemplateStringsArray, from: number): string[][] {
  const string = template[from]!;
  // The last string ends the name.
  if (from === template.length - 1) return rest.endsWith(string) ? [[rest.slice(0, rest.length - string.length)]] : [];
  const all: string[][] = [];
  for (let at = rest.indexOf(string); at >= 0; at = at < rest.length ? rest.indexOf(string, at + 1) : -1)
    for (const more of valuesOf(rest.slice(at + string.length), template, from + 1))
      all.push([rest.slice(0, at), ...more]);
  return all;
}

function insert<T>(root: Values<T>, values: readonly string[], entry: T): void {
  let at = root;
  for (const value of values.slice(0, -1)) {
    if (!at.has(value)) at.set(value, new Map());
    at = at.get(value) as Values<T>;
  }
  at.set(values.at(-1)!, entry);
}
