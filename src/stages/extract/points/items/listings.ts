import type { Line } from './item.ts';

/** 一、总体要求……3: the leader of a table of contents. */
const LEADER = /(?:…+|\.{3,}|·{3,}|—{3,})[ 　]*[(（]?[0-9]{1,3}[)）]?$/;
/** 一、总体要求 3 */
const PAGE = /[ 　\t]+[0-9]{1,3}$/;
const CONTENTS = /^目[ 　]*录[:：]?$/;
const ATTACHED = /^附(?:件)?[ 　]*[:：]/;
const ITEM = /^[(（]?[0-9]{1,2}[)）]?[ 　]*[、.．]/;

/** Lines of a list of titles are short; what they name is not. */
const TITLE_MAX = 40;

/**
 * Rows that name other texts or other parts of this one: a table of contents, the attachments of a notice.
 *
 * A line is one of a table of contents where it has a leader, or where it stands below 目录 or ends in a page number and comes
 * again as the beginning of a later line. Wrong case: a table of contents without any of these is read as the outline.
 */
export function listingRows(text: string, lines: readonly Line[]): Set<number> {
  const rows = new Set<number>();
  const at = (row: number): string => text.slice(lines[row]!.start, Math.min(lines[row]!.end, lines[row]!.start + 80));
  const again = lastRows(lines, at);
  let below = false;
  let attached = false;
  for (let row = 0; row < lines.length; row++) {
    const s = at(row);
    const short = s.length <= TITLE_MAX;
    below = CONTENTS.test(s) || (below && short && comesAgain(s, row, again));
    attached = ATTACHED.test(s) || (attached && short && ITEM.test(s));
    if (below || attached || (short && (LEADER.test(s) || (PAGE.test(s) && comesAgain(s, row, again))))) rows.add(row);
  }
  return rows;
}

/** How far a heading is compared: what follows it in its line differs. */
const KEY = 12;
const keyOf = (s: string): string =>
  s
    .replace(PAGE, '')
    .replace(/[ 　\t]/g, '')
    .slice(0, KEY);

function lastRows(lines: readonly Line[], at: (row: number) => string): Map<string, number> {
  const last = new Map<string, number>();
  for (let row = 0; row < lines.length; row++) last.set(keyOf(at(row)), row);
  return last;
}

const comesAgain = (s: string, row: number, last: ReadonlyMap<string, number>): boolean =>
  (last.get(keyOf(s)) ?? row) > row;
