/**
 * One change to a text.
 *
 * `start`, `end` are half-open UTF-16 offsets of the text the edit is applied to; `insert` replaces what stands there.
 * An edit whose `insert` is exactly as long as what it replaces maps unit by unit (a conversion of characters);
 * any other maps every inserted unit to the whole replaced range.
 */
export interface Edit {
  start: number;
  end: number;
  insert: string;
  /** `stage/rule`, e.g. `repair/gloss`. */
  rule: string;
  /** Why the rule fired, where the rule's name alone does not tell. */
  why?: string;
}

/** Throws RangeError unless the edits are sorted, disjoint and inside `[0, length]`. */
export function checkEdits(edits: readonly Edit[], length: number): void {
  let at = 0;
  for (const e of edits) {
    if (!(e.start >= at && e.end >= e.start && e.end <= length))
      throw new RangeError(`edit ${e.rule} [${e.start},${e.end}) is out of order or outside a text of ${length}`);
    at = e.end;
  }
}

/**
 * Applies edits to a text.
 *
 * @throws RangeError when the edits are not sorted, overlap or lie outside the text: the stage that made them is wrong.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  checkEdits(edits, text.length);
  const out: string[] = [];
  let at = 0;
  for (const { start, end, insert } of edits) {
    out.push(text.slice(at, start), insert);
    at = end;
  }
  out.push(text.slice(at));
  return out.join('');
}

/** Applies lists of edits one after the other, each to the result of the one before. */
export function applyPasses(text: string, passes: readonly (readonly Edit[])[]): string {
  return passes.reduce(applyEdits, text);
}

/**
 * A text on its way through several passes of a stage: each pass sees what the one before left.
 *
 * ```ts
 * const draft = new Draft(text);
 * draft.pass((t) => findEntities(t));
 * draft.pass((t) => findGlosses(t));
 * return { passes: draft.passes };
 * ```
 */
export class Draft {
  text: string;
  readonly passes: Edit[][] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Runs one pass. Edits that change nothing are dropped; an empty pass is not recorded. */
  pass(find: (text: string) => Edit[]): this {
    const edits = find(this.text).filter((e) => this.text.slice(e.start, e.end) !== e.insert);
    if (edits.length) {
      this.text = applyEdits(this.text, edits);
      this.passes.push(edits);
    }
    return this;
  }
}
