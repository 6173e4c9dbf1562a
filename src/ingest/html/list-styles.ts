/** What an `<ol>` or an item of it says of its number. */
export interface Counted {
  /** `type`: 1, a, A, i, I; `''` where it says nothing. */
  type: string;
  /** `list-style` of the element itself, in lower case. */
  style: string;
  /** `start` of a list. */
  start: number | null;
  reversed: boolean;
  /** `value` of an item. */
  value: number | null;
}

/** Browsers clamp a number of a list to 32 bits. */
const MOST = 2 ** 31 - 1;
const STYLE = /(?:^|[;\s])list-style(?:-type)?\s{0,3}:([^;]{1,100})/i;

/** An attribute as a whole number, read as HTML does: white space before it and anything behind it are passed over. */
function whole(text: string | undefined): number | null {
  const n = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(n) && Math.abs(n) <= MOST ? n : null;
}

/** What the attributes of an `<ol>` or `<li>` say of numbers; null if nothing. */
export function countedOf(attributes: ReadonlyMap<string, string>): Counted | null {
  const style =
    STYLE.exec(attributes.get('style') ?? '')?.[1]
      ?.trim()
      .toLowerCase() ?? '';
  const type = (attributes.get('type') ?? '').trim();
  const start = whole(attributes.get('start'));
  const value = whole(attributes.get('value'));
  const reversed = attributes.has('reversed');
  return style || type || start !== null || value !== null || reversed ? { type, style, start, reversed, value } : null;
}

/** A sheet is read so far, and so far back from a style to the selectors it is for. */
const SHEET = 50_000;
const BACK = 600;
const NONE = /list-style(?:-type)?\s{0,3}:\s{0,3}none/gi;
/** Selectors of every list or item. */
const ALL = /^(?:\*|(?:body\s+)?(?:ol|li)|(?:ol|ul)\s*>?\s*li)$/i;

/**
 * Whether a sheet takes the numbers off all lists, as the resets do that most sites begin with (`ul,ol,li{list-style:none}`).
 * A reset in a file of its own is not seen.
 */
export function unnumbers(sheet: string): boolean {
  const head = sheet.slice(0, SHEET);
  for (const { index } of head.matchAll(NONE)) {
    const before = head.slice(Math.max(0, index - BACK), index);
    const open = before.lastIndexOf('{');
    if (open < 0 || before.includes('}', open)) continue;
    const comment = before.lastIndexOf('*/', open);
    const selectors = before.slice(Math.max(before.lastIndexOf('}', open) + 1, comment < 0 ? 0 : comment + 2), open);
    if (selectors.split(',').some((s) => ALL.test(s.trim()))) return true;
  }
  return false;
}
