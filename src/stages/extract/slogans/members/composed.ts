import type { Slogan } from '../../types.ts';
import { NUMERALS, type Part, partsOf } from '../numerals.ts';

type Found = Omit<Slogan, 'mentions'>;

/**
 * “三清三治”, where “三清” and “三治” stand in the article with their members: its own are those of its parts, one after another.
 *
 * @param found the formulas of one article; those with members keep theirs
 */
export function composed(found: Found[]): Found[] {
  const whole = new Map<string, readonly string[]>();
  for (const s of found) if (s.kind === 'numeral' && s.complete && s.expansion) whole.set(s.text, s.expansion);
  const byPart = listsByPart(whole);
  return found.map((s) => {
    const list = s.kind === 'numeral' && !s.expansion ? (ofParts(s.text, whole) ?? ofWhole(s.text, byPart)) : null;
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

/** The parts that formulas share, by what they count and their word. */
const nameOf = ({ count, key }: Part): string => `${count} ${key}`;

/** The lists of the formulas of several parts under each of these: an article may have thousands of formulas. */
function listsByPart(whole: ReadonlyMap<string, readonly string[]>): Map<string, (readonly string[])[]> {
  const lists = new Map<string, (readonly string[])[]>();
  for (const [formula, list] of whole) {
    const parts = partsOf(formula) ?? [];
    if (parts.length < 2) continue;
    for (const name of new Set(parts.map(nameOf))) {
      const own = lists.get(name);
      if (own) own.push(list);
      else lists.set(name, [list]);
    }
  }
  return lists;
}

/** “三联”, where “三联三促” stands in the article with its members: those of them that have its word, just as many as it counts. */
function ofWhole(formula: string, byPart: ReadonlyMap<string, readonly (readonly string[])[]>): string[] | null {
  const [part, ...more] = partsOf(formula) ?? [];
  if (!part || more.length) return null;
  for (const list of byPart.get(nameOf(part)) ?? []) {
    const own = list.filter((m) => m.includes(part.key));
    if (own.length === part.count && list.length > own.length) return own;
  }
  return null;
}
