import { fromUtf16 } from './utf16.ts';

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
  if (edits.length * DENSE > text.length) return copyUnits(text, edits);
  const out: string[] = [];
  let at = 0;
  for (const { start, end, insert } of edits) {
    out.push(text.slice(at, start), insert);
    at = end;
  }
  out.push(text.slice(at));
  return out.join('');
}

/** From one edit in so many units on (a converted text has one in five), copying units is three times as fast as joining slices. */
const DENSE = 64;

function copyUnits(text: string, edits: readonly Edit[]): string {
  let length = text.length;
  for (const { start, end, insert } of edits) length += insert.length - (end - start);
  const units = new Uint16Array(length);
  let to = 0;
  let from = 0;
  for (const { start, end, insert } of edits) {
    for (; from < start; from++) units[to++] = text.charCodeAt(from);
    for (let i = 0; i < insert.length; i++) units[to++] = insert.charCodeAt(i);
    from = end;
  }
  for (; from < text.length; from++) units[to++] = text.charCodeAt(from);
  return fromUtf16(units);
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
    const found = find(this.text);
    const edits = found.some((e) => isIdle(e, this.text)) ? found.filter((e) => !isIdle(e, this.text)) : found;
    return edits.length ? this.take({ edits, text: applyEdits(this.text, edits) }) : this;
  }

  /** Records a pass whose result is known. */
  take({ edits, text }: { edits: Edit[]; text: string }): this {
    if (!edits.length) return this;
    this.text = text;
    this.passes.push(edits);
    return this;
  }
}

/** Whether an edit puts what stands there already. */
function isIdle({ start, end, insert }: Edit, text: string): boolean {
  return insert.length === end - start && text.startsWith(insert, start);
}
