/**
 * Features by the parts that they are made of. A feature is a name that is there or not (`last=员 k=people`), and a table has a value
 * for each. What is learned from is told by names; what is only weighed is looked up by the numbers of the parts, each of which is
 * asked for once: to make a name and look that up costs some ten times as much.
 */

import { Cells, twoAt } from '../../text/cells.ts';

/** A piece of a name that varies: a word, a tag, a count. */
export interface Part {
  readonly text: string;
  /** Its number among the parts of all tables; 0 where no table has it. */
  readonly id: number;
}

const parts = new Map<string, Part>();
/** Two parts go into one number. */
const PARTS_MAX = 0xffff;

/** The part of a text. Tables must be read first: what no table had by then stays unknown. */
export const partOf = (text: string): Part => parts.get(text) ?? { text, id: 0 };

function learned(text: string): Part {
  let part = parts.get(text);
  if (!part) {
    if (parts.size >= PARTS_MAX) throw new Error('too many parts of features');
    part = { text, id: parts.size + 1 };
    parts.set(text, part);
  }
  return part;
}

/** What features are told to: see {@link Names}. */
export interface Told {
  /** @param a what stands in the first hole of the form; of a form without holes nothing. */
  tell(form: Form, a?: Part, b?: Part, c?: Part): void;
  /** A form with one hole, in which a stretch of up to four characters stands. */
  tellText(form: TextForm, text: string, from: number, to: number): void;
}

/** The features as names. */
export class Names implements Told {
  readonly names: string[] = [];

  tell(form: Form, a?: Part, b?: Part, c?: Part): void {
    this.names.push(form.name(a, b, c));
  }

  tellText(form: TextForm, text: string, from: number, to: number): void {
    this.names.push(form.name(text, from, to));
  }
}

/** The sum of their values, which are hundredths. */
export class Sum implements Told {
  total = 0;

  tell(form: Form, a?: Part, b?: Part, c?: Part): void {
    this.total += form.value(a, b, c) / 100;
  }

  tellText(form: TextForm, text: string, from: number, to: number): void {
    this.total += form.value(text, from, to) / 100;
  }
}

/** Features that differ in up to three parts. */
export class Form {
  readonly #literals: readonly string[];
  readonly #none: number;
  readonly #cells: Cells;

  /** @param literals what stands in front of each hole. @param most so many of them have a value. @param none that of all others. */
  constructor(literals: readonly string[], most: number, none: number) {
    this.#literals = literals;
    this.#none = none;
    this.#cells = new Cells(most, none);
  }

  /** @param rest a name without the first literal. @returns false where it is none of this form */
  set(rest: string, value: number): boolean {
    const found = [0, 0, 0];
    let from = 0;
    for (let i = 1; i <= this.#literals.length; i++) {
      const next = this.#literals[i];
      const at = next === undefined ? rest.length : rest.indexOf(next, from);
      if (at < 0) return false;
      found[i - 1] = learned(rest.slice(from, at)).id;
      from = at + (next ?? '').length;
    }
    this.#cells.set(found[0]!, (found[1]! << 16) | found[2]!, value);
    return true;
  }

  name(a: Part = NOTHING, b?: Part, c?: Part): string {
    const [first, second, third] = this.#literals;
    const head = first + a.text;
    if (b === undefined) return head;
    return c === undefined ? head + second + b.text : head + second + b.text + third + c.text;
  }

  value(a: Part = NOTHING, b?: Part, c?: Part): number {
    if (a.id === 0 || b?.id === 0 || c?.id === 0) return this.#none;
    return this.#cells.get(a.id, ((b ? b.id : 0) << 16) | (c ? c.id : 0));
  }
}

/** What stands in the hole of a form that has none. */
const NOTHING = learned('');

/** Features that differ in up to four characters: texts are asked without cutting them. */
export class TextForm {
  readonly #literal: string;
  readonly #cells: Cells;

  constructor(literal: string, most: number, none: number) {
    this.#literal = literal;
    this.#cells = new Cells(most, none);
  }

  set(rest: string, value: number): boolean {
    if (rest.length > 4) return false;
    this.#cells.set(twoAt(rest, 0, rest.length), twoAt(rest, 2, rest.length), value);
    return true;
  }

  name(text: string, from: number, to: number): string {
    return this.#literal + text.slice(from, to);
  }

  value(text: string, from: number, to: number): number {
    return this.#cells.get(twoAt(text, from, to), twoAt(text, from + 2, to));
  }
}

/** What stands behind the only hole of a form is no name of another part: `w=员`, not `last=员 k=people`. */
const PARTS = / [a-z]+=/u;

/** A table of features, for the forms that they have. Read at every start: names are not cut before a form needs them. */
export class Forms {
  readonly #names: readonly string[];
  readonly #values: ArrayLike<number>;
  readonly #none: number;
  /** Which names begin alike, up to the first `=` with it. */
  readonly #groups = new Map<string, number[]>();
  readonly #read: Uint8Array;

  /** @param values whole numbers, one for each name. @param none the value of all other names. */
  constructor(names: readonly string[], values: ArrayLike<number>, none: number) {
    this.#names = names;
    this.#values = values;
    this.#none = none;
    this.#read = new Uint8Array(names.length);
    let head = '=';
    let group: number[] = [];
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      // Names that begin alike stand together.
      if (!head.endsWith('=') || !name.startsWith(head)) {
        head = name.slice(0, name.indexOf('=') + 1 || name.length);
        group = this.#groups.get(head) ?? [];
        this.#groups.set(head, group);
      }
      group.push(i);
    }
  }

  /** @param pattern a name with `*` for each part that varies. The first stands behind the first `=`; a name without one has none. */
  form(pattern: string): Form {
    const literals = pattern.includes('*') ? pattern.split('*').slice(0, -1) : [pattern];
    const [head, next] = literals as [string, string?];
    const own = (this.#groups.get(head) ?? []).filter((i) => {
      const name = this.#names[i]!;
      if (next !== undefined) return name.includes(next, head.length);
      return !name.includes('=', head.length) || !PARTS.test(name.slice(head.length));
    });
    return this.#filled(new Form(literals, own.length, this.#none), own, head);
  }

  /** @param pattern a name with `*` for up to four characters. */
  text(pattern: string): TextForm {
    const head = pattern.slice(0, -1);
    const own = this.#groups.get(head) ?? [];
    return this.#filled(new TextForm(head, own.length, this.#none), own, head);
  }

  #filled<T extends Form | TextForm>(form: T, own: readonly number[], head: string): T {
    for (const i of own) if (form.set(this.#names[i]!.slice(head.length), this.#values[i]!)) this.#read[i] = 1;
    return form;
  }

  /** The names that no form has. */
  unread(): string[] {
    return this.#names.filter((_, i) => !this.#read[i]);
  }
}
