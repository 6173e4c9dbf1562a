import { KeyTable } from '../../kernel/key-table.ts';
import { codePointIndex } from '../../text/offsets.ts';
import { ANCHOR, type Anchors, MARKS, mayBePassage, SHORTEST_PASSAGE } from './anchors.ts';
import { type Prepared, placeOf } from './prepare.ts';

/** A stretch that two texts have in common, as long as it goes on both sides. */
export interface Match {
  /** In folded units of each text. */
  a: number;
  b: number;
  length: number;
  /** In code points of the texts. */
  aStart: number;
  aEnd: number;
  bStart: number;
  bEnd: number;
}

/** So many stretches of a pair are kept, the longest: whoever shares more is patched together of the other throughout. */
const MOST = 64;

/** The second text's anchors, by number. */
const inB = new KeyTable();

function enter(y: Anchors): void {
  inB.reset(y.keys.length);
  for (let i = 0; i < y.keys.length; i++) inB.add(y.keys[i]!, i);
}

/** Whether two texts may have a match, as far as their anchors tell: false of most that share an anchor. */
export function mayMatch(x: Anchors, y: Anchors): boolean {
  enter(y);
  for (let i = 0; i < x.keys.length; i++) {
    const j = inB.get(x.keys[i]!);
    if (j >= 0 && mayBePassage(x, i, y, j)) return true;
  }
  return false;
}

/**
 * The maximal stretches of at least {@link SHORTEST_PASSAGE} folded characters that two texts share, in the order of the
 * first. Found by their anchors (where one
 * stands several times in the second, by the first), so linear; what lies wholly within a longer one is left out.
 */
export function matches(a: Prepared, b: Prepared, x: Anchors, y: Anchors): Match[] {
  enter(y);
  const found: Pick<Match, 'a' | 'b' | 'length'>[] = [];
  for (let i = 0; i < x.keys.length; i++) {
    const j = inB.get(x.keys[i]!);
    if (j < 0) continue;
    const [atA, atB] = [x.marks[MARKS * i]!, y.marks[MARKS * j]!];
    const last = found.at(-1);
    if (last && atA + ANCHOR <= last.a + last.length && atB - atA === last.b - last.a) continue;
    const stretch = extend(a.codes, b.codes, atA, atB);
    if (stretch.length < SHORTEST_PASSAGE) continue;
    if (last && stretch.a + stretch.length <= last.a + last.length) continue;
    while (found.length && found.at(-1)!.a >= stretch.a) found.pop();
    found.push(stretch);
  }
  const kept = found.length > MOST ? longest(found) : found;
  if (!kept.length) return [];
  const [inCodePointsA, inCodePointsB] = [codePointIndex(a.text), codePointIndex(b.text)];
  return kept.map((m) => {
    const [aStart, aEnd] = whole(a, m.a, m.length).map(inCodePointsA) as [number, number];
    const [bStart, bEnd] = whole(b, m.b, m.length).map(inCodePointsB) as [number, number];
    return { ...m, aStart, aEnd, bStart, bEnd };
  });
}

function longest<T extends { a: number; length: number }>(found: T[]): T[] {
  return [...found]
    .sort((p, q) => q.length - p.length || p.a - q.a)
    .slice(0, MOST)
    .sort((p, q) => p.a - q.a);
}

function extend(a: Uint16Array, b: Uint16Array, atA: number, atB: number): Pick<Match, 'a' | 'b' | 'length'> {
  let back = 0;
  while (back < atA && back < atB && a[atA - back - 1] === b[atB - back - 1]) back++;
  let on = 0;
  while (atA + on < a.length && atB + on < b.length && a[atA + on] === b[atB + on]) on++;
  return { a: atA - back, b: atB - back, length: back + on };
}

/** The stretch in UTF-16 units of the text, never half a surrogate pair. */
function whole(t: Prepared, from: number, length: number): [start: number, end: number] {
  let [start, end] = placeOf(t, from, from + length);
  if (/[\udc00-\udfff]/.test(t.text[start] ?? '')) start++;
  if (/[\ud800-\udbff]/.test(t.text[end - 1] ?? '')) end--;
  return [start, end];
}
