/**
 * Features by the parts that they are made of. A feature is a name that is there or not (`last=员 k=people`), and a table has a value
 * for each. What is learned from is told by names; what is only weighed is looked up part by part, since a name that is made to be
 * looked up costs some five times as much, and a figure has a thousand of them.
 */

/** What features are told to: see {@link Names}. */
export interface Told {
  /** @param a what stands in the first hole of the form; of a form without holes nothing. */
  tell(form: Form, a?: string, b?: string, c?: string): void;
  /** A form with one hole, in which two neighbouring characters of a text stand. */
  tellPair(form: PairForm, text: string, i: number): void;
}

/** The features as names. */
export class Names implements Told {
  readonly names: string[] = [];

  tell(form: Form, a?: string, b?: string, c?: string): void {
    this.names.push(form.name(a, b, c));
  }

  tellPair(form: PairForm, text: string, i: number): void {
    this.names.push(form.name(text, i));
  }
}

/** The sum of their values. */
export class Sum implements Told {
  total = 0;

  tell(form: Form, a?: string, b?: string, c?: string): void {
    this.total += form.value(a, b, c);
  }

  tellPair(form: PairForm, text: string, i: number): void {
    this.total += form.value(text, i);
  }
}

/** Features that differ in up to three parts. */
export class Form {
  readonly #literals: readonly string[];
  readonly #none: number;
  readonly #values = new Map<string, number>();
  /** Of a form with several parts: what is left of it behind each first one. */
  readonly #behind = new Map<string, Form>();

  /** @param literals what stands in front of each hole. @param none the value of what no table has. */
  constructor(literals: readonly string[], none: number) {
    this.#literals = literals;
    this.#none = none;
  }

  /** @param rest a name without the first literal. @returns false where it is none of this form */
  set(rest: string, value: number): boolean {
    const next = this.#literals[1];
    if (next === undefined) {
      this.#values.set(rest, value);
      return true;
    }
    const at = rest.indexOf(next);
    if (at < 0) return false;
    const part = rest.slice(0, at);
    let form = this.#behind.get(part);
    if (!form) {
      form = new Form(this.#literals.slice(1), this.#none);
      this.#behind.set(part, form);
    }
    return form.set(rest.slice(at + next.length), value);
  }

  name(a = '', b?: string, c?: string): string {
    const [first, second, third] = this.#literals;
    const head = first + a;
    if (b === undefined) return head;
    return c === undefined ? head + second + b : head + second + b + third + c;
  }

  value(a = '', b?: string, c?: string): number {
    if (b === undefined) return this.#values.get(a) ?? this.#none;
    return this.#behind.get(a)?.value(b, c) ?? this.#none;
  }
}

/** Features that differ in two neighbouring characters: texts are asked without cutting them. */
export class PairForm {
  readonly #literal: string;
  readonly #none: number;
  readonly #values = new Map<number, number>();

  constructor(literal: string, none: number) {
    this.#literal = literal;
    this.#none = none;
  }

  set(pair: string, value: number): boolean {
    if (pair.length === 2) this.#values.set(pairAt(pair, 0), value);
    return pair.length === 2;
  }

  name(text: string, i: number): string {
    return this.#literal + text.slice(i, i + 2);
  }

  value(text: string, i: number): number {
    return this.#values.get(pairAt(text, i)) ?? this.#none;
  }
}

const pairAt = (text: string, i: number): number => (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);

/** A name without what its group begins with, its value, and whether a form has it. */
interface Entry {
  rest: string;
  value: number;
  read: boolean;
}

/** What stands behind the only hole of a form is no name of another part: `w=员`, not `last=员 k=people`. */
const PARTS = / [a-z]+=/u;

/** A table of features, for the forms that they have. */
export class Forms {
  readonly #none: number;
  /** The entries by what their names begin with, up to the first `=` with it. */
  readonly #groups = new Map<string, Entry[]>();

  /** @param none the value of all names that are not among these. */
  constructor(values: Iterable<readonly [name: string, value: number]>, none: number) {
    this.#none = none;
    for (const [name, value] of values) {
      const at = name.indexOf('=') + 1 || name.length;
      const head = name.slice(0, at);
      const entry = { rest: name.slice(at), value, read: false };
      const group = this.#groups.get(head);
      if (group) group.push(entry);
      else this.#groups.set(head, [entry]);
    }
  }

  /** @param pattern a name with `*` for each part that varies. The first stands behind the first `=`; a name without one has none. */
  form(pattern: string): Form {
    const literals = pattern.includes('*') ? pattern.split('*').slice(0, -1) : [pattern];
    const form = new Form(literals, this.#none);
    for (const entry of this.#groups.get(literals[0]!) ?? []) {
      if (literals.length === 1 && PARTS.test(entry.rest)) continue;
      entry.read = form.set(entry.rest, entry.value) || entry.read;
    }
    return form;
  }

  /** @param pattern a name with `*` for two characters. */
  pair(pattern: string): PairForm {
    const literal = pattern.slice(0, -1);
    const form = new PairForm(literal, this.#none);
    for (const entry of this.#groups.get(literal) ?? []) entry.read = form.set(entry.rest, entry.value) || entry.read;
    return form;
  }

  /** The names that no form has. */
  unread(): string[] {
    const names = (head: string, entries: readonly Entry[]): string[] =>
      entries.filter((e) => !e.read).map((e) => head + e.rest);
    return [...this.#groups].flatMap(([head, entries]) => names(head, entries));
  }
}
