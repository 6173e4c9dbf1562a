import type { Place } from '../../measures/place.ts';
import type { Slogan } from '../../types.ts';

/** As far behind a mention as its members are looked for; see `expand.ts`. */
const REACH = 2600;
/** Members may stand before their formula: 红色驿站、司机之家等“两站”. */
const BEFORE = 160;
/** Mentions that are tried; the list stands at one of the first. */
const TRIES = 8;

function inOrder(text: string, members: readonly string[], from: number, end: number): Place[] | null {
  const window = text.slice(from, end);
  const places: Place[] = [];
  let at = 0;
  for (const member of members) {
    const found = window.indexOf(member, at);
    if (found < 0) return null;
    places.push({ start: from + found, end: from + found + member.length });
    at = found + member.length;
  }
  return places;
}

/** Where the text names the members of a slogan, in their order; null where they cannot be found in a row. */
export function membersPlaced(text: string, slogan: Slogan): Place[] | null {
  const { expansion } = slogan;
  if (!expansion?.length) return null;
  for (const m of slogan.mentions.slice(0, TRIES)) {
    const found =
      inOrder(text, expansion, m.end, m.end + REACH) ??
      inOrder(text, expansion, Math.max(0, m.start - BEFORE), m.start);
    if (found) return found;
  }
  return null;
}
