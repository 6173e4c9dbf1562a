import { createHash, hash } from 'node:crypto';

/** JSON with the keys of objects in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v) ?? 'null').join(',')}]`;
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const v = (value as Record<string, unknown>)[key];
    if (v !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(v)}`);
  }
  return `{${fields.join(',')}}`;
}

/** A key made of its parts: 32 hex digits of SHA-256. Parts are set apart, so `('ab','c')` and `('a','bc')` differ. */
export function keyOf(...parts: readonly string[]): string {
  // The same as below, in one call: there are several for every file of every run.
  let text = '';
  for (const part of parts) text += `${part.length}:${part}`;
  return hash('sha256', text).slice(0, 32);
}

/** Characters that are hashed at once. */
const BLOCK = 1 << 16;

/** The same for any number of parts: a corpus may have more than a call can take arguments. */
export function keyOfAll(parts: Iterable<string>): string {
  const all = createHash('sha256');
  let text = '';
  for (const part of parts) {
    text += `${part.length}:${part}`;
    if (text.length < BLOCK) continue;
    all.update(text);
    text = '';
  }
  return all.update(text).digest('hex').slice(0, 32);
}

/** SHA-256 of bytes, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
