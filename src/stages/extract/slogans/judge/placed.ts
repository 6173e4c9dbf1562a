import type { Quote } from '../quotes.ts';
import * as cue from './cues.ts';
import { clausesOf } from './parallel.ts';

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

/** For each quote the one before it, which it is not in; null for one inside another (“‘三心’服务队”): it stands in no row. */
function befores(quotes: readonly Quote[]): (number | null)[] {
  let last = -1;
  return quotes.map((q, i) => {
    if (last >= 0 && q.open < quotes[last]!.close) return null;
    const before = last;
    last = i;
    return before;
  });
}

/** Quotes with their surroundings, in one pass from each side. */
export function place(text: string, quotes: readonly Quote[]): Placed[] {
  const previous = befores(quotes);
  const joined = (i: number | undefined): boolean => {
    const last = i === undefined ? -1 : (previous[i] ?? -1);
    if (last < 0) return false;
    const [from, to] = [quotes[last]!.close, quotes[i!]!.open];
    return to - from <= 8 && JOINT.test(text.slice(from, to));
  };
  const before: string[] = [];
  const rows: number[] = [];
  for (let i = 0; i < quotes.length; i++) {
    rows.push(joined(i) ? rows[previous[i]!]! : i);
    before.push(joined(i) ? before[previous[i]!]! : lineBefore(text, quotes[i]!.open));
  }
  const placed: Placed[] = [];
  let after = '';
  let next: number | undefined;
  for (let i = quotes.length - 1; i >= 0; i--) {
    const q = quotes[i]!;
    const own = lineAfter(text, q.close);
    const inside = previous[i] === null;
    if (!inside && !joined(next)) after = own;
    placed.push({
      quote: q,
      before: before[i]!,
      after: inside ? own : after,
      own,
      heads: q.open === 0 || text[q.open - 1] === '\n',
      again: false,
      row: rows[i]!,
      alone: inside || (!joined(i) && !joined(next)),
      inSeries: false,
    });
    if (!inside) next = i;
  }
  for (const same of Map.groupBy(placed, (p) => p.quote.text).values())
    if (same.length > 1 && !same.some(isBlamed)) for (const p of same) p.again = true;
  const items = placed.filter(opensItem);
  if (items.length > 1) for (const p of items) p.inSeries = true;
  return placed.reverse();
}

/** What was told of a quote by what stands around it: many rules ask. */
const blamed = new WeakMap<Placed, boolean>();

/** Named as a fault, as a likeness, as somebody's words or as a title of honour. */
export function isBlamed(p: Placed): boolean {
  let is = blamed.get(p);
  if (is === undefined) {
    is = speaksAgainst(p);
    blamed.set(p, is);
  }
  return is;
}

const speaksAgainst = (p: Placed): boolean =>
  cue.DERIDED_BEFORE.test(p.before) ||
  cue.DERIDED_AFTER.test(p.after) ||
  cue.LIKENED_BEFORE.test(p.before) ||
  cue.SPOKEN_BEFORE.test(p.before) ||
  cue.GRUMBLED_BEFORE.test(p.before) ||
  cue.HONOUR_BEFORE.test(p.before) ||
  cue.HONOUR_AFTER.test(p.after) ||
  cue.CHANGED_BEFORE.test(p.before);

/** A phrase of several clauses that is an answer in an inquiry. */
export const isChosen = (p: Placed): boolean => cue.CHOSEN_AFTER.test(p.own) && clausesOf(p.quote.text).length > 1;

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
