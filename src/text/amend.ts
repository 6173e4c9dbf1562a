/**
 * The string fields of a record after a change, as far as it changed them: strings and lists of strings; numbers and
 * nulls stay out.
 */
export function amend<T extends object>(fields: T, change: (text: string) => string): Partial<T> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    const next = typeof value === 'string' ? change(value) : Array.isArray(value) ? value.map(change) : value;
    if (JSON.stringify(next) !== JSON.stringify(value)) out[key] = next;
  }
  return out as Partial<T>;
}
