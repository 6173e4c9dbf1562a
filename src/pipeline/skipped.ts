import path from 'node:path';
import type { Skipped } from '../ingest/walk.ts';

/**
 * How many inputs were passed over, by kind, most first: `.doc` among pictures is worth a look. The kind is the ending of a
 * file whose format is not read, and of what could not be read at all the reason.
 */
export function kindsOf(skipped: readonly Pick<Skipped, 'path' | 'reason'>[]): [kind: string, n: number][] {
  const kinds = new Map<string, number>();
  for (const s of skipped) kinds.set(kindOf(s), (kinds.get(kindOf(s)) ?? 0) + 1);
  return [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const kindOf = ({ path: file, reason }: Pick<Skipped, 'path' | 'reason'>): string =>
  reason === 'unsupported' ? path.extname(file).toLowerCase() || 'without an ending' : reason;
