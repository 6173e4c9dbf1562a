import type { Line } from './item.ts';

/** Headings of two levels without numbers: 主要做法 ⏎ 建强队伍聚合力 ⏎ a paragraph. */
export interface Stacks {
  /** Rows that head a heading. */
  heads: ReadonlySet<number>;
  /** Rows that stand below one of these. */
  below: ReadonlySet<number>;
}

/** So many headings that are no usual section title must head others: one alone may be what is left of a headline. */
const ENOUGH = 2;

/** What is asked of a line. */
interface Lookup {
  /** A usual section title, another short line that may head something, or neither. */
  kind(row: number): 'known' | 'bare' | null;
  /** Whether a paragraph follows. */
  hasBody(row: number): boolean;
  /** Whether a usual title is that of a section with parts (主要做法), though a paragraph stands between. */
  holds(row: number): boolean;
}

/**
 * Finds headings that stand right above another heading. Once a text does so, the headings that follow stand below too, up
 * to the next head or usual section title; one that is as long as all heads, and no other, is a head without a lower one.
 *
 * @param taken rows that begin with a marker
 */
export function stacksOf(lines: readonly Line[], taken: ReadonlySet<number>, look: Lookup): Stacks {
  const kinds = lines.map((_, row) => (taken.has(row) ? null : look.kind(row)));
  const above = lines.flatMap((_, row) => (isHead(kinds, row) && look.hasBody(row + 1) ? [row] : []));
  const bare = above.filter((row) => kinds[row] === 'bare');
  const heads = new Set(bare.length >= ENOUGH ? above : above.filter((row) => kinds[row] === 'known'));
  return { heads, below: belowOf(lines, kinds, taken, heads, look) };
}

type Kinds = readonly ('known' | 'bare' | null)[];

/** A heading with one other heading behind it: of three short lines in a row nobody knows what they are. */
function isHead(kinds: Kinds, row: number): boolean {
  if (!kinds[row] || kinds[row + 1] !== 'bare' || row + 2 >= kinds.length || kinds[row + 2]) return false;
  return !kinds[row - 1];
}

function belowOf(
  lines: readonly Line[],
  kinds: Kinds,
  taken: ReadonlySet<number>,
  heads: ReadonlySet<number>,
  look: Lookup,
): Set<number> {
  const common = lengthOfHeads(lines, kinds, heads);
  const below = new Set<number>();
  let under: 'head' | 'section' | null = null;
  kinds.forEach((kind, row) => {
    if (heads.has(row)) under = 'head';
    else if (kind === 'known') under = look.holds(row) ? 'section' : null;
    // The parts of a section that has numbered ones are these.
    else if (taken.has(row)) under = under === 'head' ? under : null;
    else if (kind === 'bare' && lengthOf(lines, row) === common) under = null;
    else if (kind === 'bare' && under) below.add(row);
  });
  return below;
}

const lengthOf = (lines: readonly Line[], row: number): number => lines[row]!.end - lines[row]!.start;

/** How long every head is that is no usual title, if nothing below a head is as long. */
function lengthOfHeads(lines: readonly Line[], kinds: Kinds, heads: ReadonlySet<number>): number | null {
  const lengths = new Set([...heads].filter((row) => kinds[row] === 'bare').map((row) => lengthOf(lines, row)));
  const [only] = lengths;
  return lengths.size === 1 && ![...heads].some((row) => lengths.has(lengthOf(lines, row + 1))) ? only! : null;
}
