/** Characters of JSON from which on an array is read some items at a time; as many make a part. */
const PART = 1 << 20;

/**
 * The items of a JSON array, some at a time: parsed as a whole, that of a text of millions of characters takes ten times its
 * length in memory.
 *
 * @param json an array of objects, as `JSON.stringify` writes it: without blanks
 * @param size characters that a part has at least
 */
export function* partsOf(json: string, size = PART): Generator<unknown[]> {
  if (json.length <= size) {
    yield JSON.parse(json) as unknown[];
    return;
  }
  let from = 1;
  for (const end of ends(json)) {
    if (end - from < size && end < json.length - 1) continue;
    yield JSON.parse(`[${json.slice(from, end)}]`) as unknown[];
    from = end + 1;
  }
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, ARRAY, ARRAY_END] = [34, 92, 123, 125, 91, 93];

/** Where each item of an array ends: at the comma behind it, or the bracket. */
function* ends(json: string): Generator<number> {
  let depth = 0;
  for (let i = 1; i < json.length - 1; i++) {
    const c = json.charCodeAt(i);
    if (c === QUOTE) i = stringEnd(json, i);
    else if (c === OPEN || c === ARRAY) depth++;
    else if ((c === CLOSE || c === ARRAY_END) && --depth === 0) yield i + 1;
  }
}

/** The closing quotation mark of the string that begins there. */
function stringEnd(json: string, start: number): number {
  let i = start + 1;
  while (json.charCodeAt(i) !== QUOTE) i += json.charCodeAt(i) === BACKSLASH ? 2 : 1;
  return i;
}
