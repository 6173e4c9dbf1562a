import type { Edit } from '../../text/edits.ts';
import { columns } from '../../text/width.ts';
import { splitsWord, WRAP_SLACK } from './lines.ts';
import { endsSentence, opensItem } from './shape.ts';

const RULE = 'normalise/join';
/** A shorter line was hardly wrapped three times. */
const LEAST_LINE = 60;
/** Columns of the narrowest page, and pieces of one width that tell of it. */
const LEAST_WIDTH = 30;
const LEAST_PIECES = 3;
/** Share of its breaks that cut a word. Headlines and mottoes with spaces between them are cut between words. */
const CUT_WORDS = 0.15;
/** So many breaks are asked whether they cut a word. */
const ASKED = 60;
const HAN_END = /[\p{Script=Han}0-9]$/u;
const HAN_START = /^[\p{Script=Han}0-9]/u;

interface Piece {
  start: number;
  text: string;
  width: number;
  /** May a paragraph begin with it? Then it had two characters of indent. */
  first: boolean;
}

const INDENT = 4;

/** Two pieces of a line with a space between them. */
type Gap = [before: Piece, after: Piece];

/**
 * Hard wraps that a library of documents had made spaces of (…把基层党 组织和干部…, every 26 characters): where the pieces
 * between the spaces have one width and some spaces stand inside words, those at that width are taken out.
 */
export function findWraps(text: string): Edit[] {
  if (!text.includes(' ')) return [];
  const gaps = gapsOf(text);
  const edge = edgeOf(gaps.map(([piece]) => piece));
  if (!edge) return [];
  const open = gaps.filter(([a, b]) => HAN_END.test(a.text) && HAN_START.test(b.text) && !opensItem(b.text));
  const full = open.filter(
    ([a, b]) =>
      isFull(a, edge) &&
      !endsSentence(a.text) &&
      // A heading may happen to have the width of the page.
      (!opensItem(a.text) || splitsWord(a.text, b.text)),
  );
  const asked = full.slice(0, ASKED);
  const cut = asked.filter(([a, b]) => splitsWord(a.text, b.text)).length;
  if (full.length < LEAST_PIECES || cut < Math.max(2, CUT_WORDS * asked.length)) return [];
  return full.map(([a, b]) => ({ start: a.start + a.text.length, end: b.start, insert: '', rule: RULE }));
}

/** The gaps of the longer lines. */
function gapsOf(text: string): Gap[] {
  const gaps: Gap[] = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = end - start >= LEAST_LINE ? text.slice(start, end) : '';
    // Nearly all lines are of one piece: looked at once, not taken apart.
    if (/[ \u00a0]/.test(line)) {
      const pieces: Piece[] = [];
      for (const m of line.matchAll(/[^ \u00a0]+/g)) {
        const last = pieces.at(-1);
        const first = !last || endsSentence(last.text) || opensItem(last.text);
        pieces.push({ start: start + m.index, text: m[0], width: columns(m[0]), first });
      }
      for (let k = 1; k < pieces.length; k++) gaps.push([pieces[k - 1]!, pieces[k]!]);
    }
    start = end + 1;
  }
  return gaps;
}

const isFull = ({ width, first }: Piece, edge: number): boolean =>
  width <= edge + 1 && width >= edge - WRAP_SLACK - (first ? INDENT : 0);

/** The width that most of the longer pieces share; 0 where there is none. */
function edgeOf(pieces: readonly Piece[]): number {
  const wide = pieces.filter((p) => p.width >= LEAST_WIDTH);
  if (wide.length < LEAST_PIECES) return 0;
  const sorted = wide.map((p) => p.width).sort((a, b) => a - b);
  let best = 0;
  let most = 0;
  for (let lo = 0, hi = 0; hi < sorted.length; hi++) {
    while (sorted[hi]! - sorted[lo]! > WRAP_SLACK) lo++;
    if (hi - lo + 1 >= most) [best, most] = [sorted[hi]!, hi - lo + 1];
  }
  return most >= LEAST_PIECES && most >= 0.6 * wide.length ? best : 0;
}
