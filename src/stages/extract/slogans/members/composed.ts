import type { Slogan } from '../../types.ts';
import { NUMERALS, partsOf } from '../numerals.ts';

type Found = Omit<Slogan, 'mentions'>;

/**
 * “三清三治”, where “三清” and “三治” stand in the article with their members: its own are those of its parts, one after another.
 *
 * @param found the formulas of one article; those with members keep theirs
 */
export function composed(found: Found[]): Found[] {
  const whole = new Map<string, readonly string[]>();
  for (const s of found) if (s.kind === 'numeral' && s.complete && s.expansion) whole.set(s.text, s.expansion);
  return found.map((s) => {
    const list = s.kind === 'numeral' && !s.expansion ? (ofParts(s.text, whole) ?? ofWhole(s.text, whole)) : null;
    return list ? { ...s, expansion: list, complete: true } : s;
  });
}

function ofParts(formula: string, whole: ReadonlyMap<string, readonly string[]>): string[] | null {
  const parts = partsOf(formula);
  if (!parts || parts.length < 2) return null;
  const lists = parts.map(({ count, key }) => {
    // A part that counts one is no formula.
    const numerals = count > 1 ? (NUMERALS[count] ?? '') : '';
    const names = [...numerals].flatMap((n) => [n + key, `${n}个${key}`]);
    const list = names.map((name) => whole.get(name)).find((l) => l !== undefined);
    return list?.length === count ? list : null;
  });
  return lists.every((list) => list !== null) ? lists.flat() : null;
}

/** “三联”, where “三联三促” stands in the article with its members: those of them that have its word, just as many as it counts. */
function ofWhole(formula: string, whole: ReadonlyMap<string, readonly string[]>): string[] | null {
  const [part, ...more] = partsOf(formula) ?? [];
  if (!part || more.length) return null;
  for (const [name, list] of whole) {
    const parts = partsOf(name) ?? [];
    if (parts.length < 2 || !parts.some((p) => p.count === part.count && p.key === part.key)) continue;
    const own = list.filter((m) => m.includes(part.key));
    if (own.length === part.count && list.length > own.length) return own;
  }
  return null;
}
