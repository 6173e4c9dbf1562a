import type { Json, Memo } from '../../../src/pipeline/types.ts';

/** What a run remembers for the next, as the store would give it back. */
export function memory(): Memo & { size(): number } {
  const kept = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  return {
    get: (key) => (kept.has(key) ? (JSON.parse(kept.get(key)!) as Json) : undefined),
    set: (key, value) => kept.set(key, JSON.stringify(value)),
    bytes: (key) => bytes.get(key),
    setBytes: (key, value) => bytes.set(key, value),
    keep(isAlive) {
      for (const key of kept.keys()) if (!isAlive(key)) kept.delete(key);
    },
    size: () => kept.size,
  };
}
