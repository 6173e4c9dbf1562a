import { sticky } from './sticky.ts';
import type { Civil } from './times-calendar.ts';
import type { Fields } from './times-readers.ts';

/** Words that count from a date named before: 2018年立项,次年动工. */
const BACK = sticky('(?:同|当|次|翌)(?:年|月|日|天|晚|夜|晨)', '同当次翌');
/** How far back that date may stand. */
const REACH = 120;

/** A date that the text has named. */
export interface Anchor {
  end: number;
  from: Civil;
  /** The finest part that it names. */
  part: 'year' | 'month' | 'day';
}

/** The anchor that a mention makes for what follows it, or null: a range is none. */
export function anchorOf(end: number, from: Civil | null, fields: Fields | undefined): Anchor | null {
  if (!fields || from === null || fields.era || fields.yearEnd || fields.monthEnd || fields.dayEnd) return null;
  const dated = fields.year !== undefined || fields.yearShift !== undefined || fields.month !== undefined;
  if (!dated) return null;
  const part = fields.day !== undefined ? 'day' : fields.month !== undefined ? 'month' : 'year';
  return { end, from, part };
}

const NEEDS: Readonly<Record<string, readonly Anchor['part'][]>> = {
  年: ['year', 'month', 'day'],
  月: ['month', 'day'],
};

/** The date that a word at `i` counts from, where it is one that looks back; null elsewhere: then it is the article's own. */
export function anchored(text: string, i: number, anchor: Anchor | null): Civil | null {
  if (!anchor || i - anchor.end > REACH) return null;
  const m = BACK(text, i);
  if (!m || !(NEEDS[m[0][1]!] ?? ['day']).includes(anchor.part)) return null;
  return text.slice(anchor.end, i).includes('\n') ? null : anchor.from;
}
