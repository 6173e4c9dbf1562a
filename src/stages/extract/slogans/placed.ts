import * as cue from './cues.ts';
import type { Quote } from './quotes.ts';

const WINDOW = 24;

/** A quote with the words around the row of quotes it stands in: “甲”、“乙”等活动 is one row. */
export interface Placed {
  quote: Quote;
  /** Up to 24 characters before the row. */
  before: string;
  /** Up to 24 characters after the row. */
  after: string;
  /** Up to 24 characters after the quote itself. */
  own: string;
  /** Begins its line. */
  heads: boolean;
  /** Quoted more than once, and nowhere as what is wrong or a likeness: a name that the article goes on using. */
  again: boolean;
  /** The first quote of its row, by number. */
  row: number;
  /** In no row with another quote. */
  alone: boolean;
  /** Opens an item of a list, as another quote does. */
  inSeries: boolean;
}

/** “甲”18个、“乙”20个 is a row as well. */
const JOINT = /^(?:\d{1,4}余?[个名处场份支期次家条本张间座辆所户件])?(?:[、和与及]|以及)?$/u;

/** Quotes with their surroundings, in one pass from each side. */
export function place(text: string, quotes: readonly Quote[]): Placed[] {
  const joined = (i: number): boolean => {
    if (i === 0 || i >= quotes.length) return false;
    const from = quotes[i - 1]!.close;
    const gap = quotes[i]!.open - from;
    // Below zero: the one stands inside the other.
    return gap >= 0 && gap <= 8 && JOINT.test(text.slice(from, from + gap));
  };
  const before: string[] = [];
  const rows: number[] = [];
  for (let i = 0; i < quotes.length; i++) {
    rows.push(joined(i) ? rows[i - 1]! : i);
    before.push(joined(i) ? before[i - 1]! : lineBefore(text, quotes[i]!.open));
  }
  const placed: Placed[] = [];
  let after = '';
  for (let i = quotes.length - 1; i >= 0; i--) {
    const q = quotes[i]!;
    const own = lineAfter(text, q.close);
    if (!joined(i + 1)) after = own;
    const heads = q.open === 0 || text[q.open - 1] === '\n';
    placed.push({
      quote: q,
      before: before[i]!,
      after,
      own,
      heads,
      again: false,
      row: rows[i]!,
      alone: !joined(i) && !joined(i + 1),
      inSeries: false,
    });
  }
  for (const same of Map.groupBy(placed, (p) => p.quote.text).values())
    if (same.length > 1 && !same.some(isBlamed)) for (const p of same) p.again = true;
  const items = placed.filter(opensItem);
  if (items.length > 1) for (const p of items) p.inSeries = true;
  return placed.reverse();
}

/** Named as a fault, as a likeness, as somebody's words or as a title of honour. */
export const isBlamed = (p: Placed): boolean =>
  cue.DERIDED_BEFORE.test(p.before) ||
  cue.DERIDED_AFTER.test(p.after) ||
  cue.LIKENED_BEFORE.test(p.before) ||
  cue.SPOKEN_BEFORE.test(p.before) ||
  cue.HONOUR_BEFORE.test(p.before) ||
  cue.HONOUR_AFTER.test(p.after) ||
  cue.CHANGED_BEFORE.test(p.before);

/** 一是“…”进社区。 */
function opensItem(p: Placed): boolean {
  const { text } = p.quote;
  return text.length >= 4 && text.length <= 12 && cue.ITEM_BEFORE.test(p.before) && cue.ITEM_AFTER.test(p.own);
}

function lineBefore(text: string, at: number): string {
  const s = text.slice(Math.max(0, at - WINDOW), at);
  return s.slice(s.lastIndexOf('\n') + 1);
}

function lineAfter(text: string, at: number): string {
  const s = text.slice(at, at + WINDOW);
  const eol = s.indexOf('\n');
  return eol < 0 ? s : s.slice(0, eol + 1);
}
