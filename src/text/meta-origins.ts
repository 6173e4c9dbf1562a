/** Where a line of metadata stands and what it says; offsets are UTF-16, the line break not included. */
interface MetaLine {
  kind: string;
  meta: object;
  start: number;
  end: number;
  text: string;
}

/** The same shape as the contract's `Origin`: a kind of line, and its place in the text. */
interface LineOrigin {
  from: string;
  start?: number;
  end?: number;
}

/** What a value looks like on a line: its first name, the year and the day of a date, the digits of a count. */
function written(value: unknown): RegExp | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string' && typeof first !== 'number') return null;
  // Nothing stands on every line.
  if (first === '') return null;
  const date = /^(\d{4})-0?(\d{1,2})-0?(\d{1,2})/.exec(`${first}`);
  if (typeof first === 'number') return new RegExp(`(?<!\\d)${first}(?!\\d)`, 'u');
  const literal = date ? date.slice(1).join('\\D{1,3}0?') : first.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(literal, 'u');
}

/**
 * Finds the line that each field was read from: the first that says the same by itself, else (a dateline or a tail at the
 * end of a paragraph, a number below its label) the first of those that stages cut from whose words hold the value.
 *
 * @param cutFrom lines of which a piece or all was cut, with what the stage calls the cut.
 * @returns nothing for a field that stands on no line: it is the stage's own finding.
 */
export function lineOrigins(
  meta: object,
  lines: readonly MetaLine[],
  cutFrom: readonly (Omit<MetaLine, 'kind' | 'meta'> & { rule: string })[],
): Record<string, LineOrigin> {
  const said = new Map<string, MetaLine>();
  for (const line of lines)
    for (const [field, value] of Object.entries(line.meta)) {
      const key = `${field} ${JSON.stringify(value)}`;
      if (!said.has(key)) said.set(key, line);
    }
  const origins: Record<string, LineOrigin> = {};
  for (const [field, value] of Object.entries(meta)) {
    const line = said.get(`${field} ${JSON.stringify(value)}`);
    const looks = line ? null : written(value);
    const cut = looks && cutFrom.find((l) => looks.test(l.text));
    if (line) origins[field] = { from: line.kind, start: line.start, end: line.end };
    else if (cut) origins[field] = { from: cut.rule, start: cut.start, end: cut.end };
  }
  return origins;
}
