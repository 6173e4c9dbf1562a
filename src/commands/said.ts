/** What a figure or a time says, in a few words for a list: the unit that stands in the head of its table, the change, the days. */
import type { Interval } from '../export/article.ts';
import type { StoredFigure } from '../export/rows.ts';
import { oneLine } from './rows.ts';

/** A number with nothing behind it: its unit stands elsewhere, where it is none of 千分之6.8. */
const BARE = /[0-9](?:以上|以下|以内|左右)?$/u;
const FRACTION = '分之';
/** Multipliers that heads of columns have: 单位：万元. */
const TIMES: readonly [word: string, times: number][] = [
  ['', 1], ['百', 1e2], ['千', 1e3], ['万', 1e4], ['十万', 1e5], ['百万', 1e6], ['千万', 1e7], ['亿', 1e8],
]; // biome-ignore format: a table

/**
 * A figure as written and, where its unit stands in the head of a table, that behind a blank: `3.92 万亩`. Where the number by itself does
 * not tell the multiplier, the value is told in full: `3.92 (39,150 亩)`.
 */
export function amount(f: Pick<StoredFigure, 'text' | 'unit' | 'value' | 'max'>): string {
  const told = !f.unit || f.text.includes(f.unit) || f.text.includes(FRACTION);
  if (told || !BARE.test(f.text)) return oneLine(f.text, 60);
  const value = Math.abs(f.value ?? f.max ?? Number.NaN);
  const written = Number(
    f.text
      .match(/[0-9][0-9,]*(?:\.[0-9]+)?/gu)
      ?.at(-1)
      ?.replaceAll(',', ''),
  );
  const times = TIMES.find(([, n]) => Math.abs(written * n - value) <= value * 1e-9);
  if (times) return `${oneLine(f.text, 60)} ${times[0]}${f.unit}`;
  return `${oneLine(f.text, 60)} (${Number.isNaN(value) ? '' : `${value.toLocaleString('en-US')} `}${f.unit})`;
}

/** Which way it went and by which words: up by 增长 (同比); empty for no change. Missing in what an older version stored. */
export function changed(c: StoredFigure['change'] = null): string {
  if (!c) return '';
  const compared = c.compared ? ` (${oneLine(c.compared.text)})` : '';
  return `${c.direction} ${c.kind} ${c.of ? `${oneLine(c.of.text)} … ` : ''}${oneLine(c.text)}${compared}`;
}

/** Last days of the months, with that of February in a leap year too. */
const LAST = /-(?:0[13578]-31|1[02]-31|0[469]-30|11-30|02-2[89])$/;

/** An interval in the fewest words that tell it: `2024`, `2024-01–2024-06`, `2024-03-05–2024-06-10`, `–2024-06-10`, `2024-06-10`. */
export function days(interval: Interval | null | undefined): string {
  const { start, end } = interval ?? { start: null, end: null };
  if (start === null || end === null) return start === null && end === null ? '' : `${start ?? ''}–${end ?? ''}`;
  const width =
    start.endsWith('-01-01') && end.endsWith('-12-31') ? 4 : start.endsWith('-01') && LAST.test(end) ? 7 : 10;
  const [from, to] = [start.slice(0, width), end.slice(0, width)];
  return from === to ? from : `${from}–${to}`;
}

/** A time as written with its days behind it: `6月底前 (–2024-06-30)`; alone where they are not known, or are the very words. */
export function dated(text: string, interval: Interval | null | undefined): string {
  const when = days(interval);
  return when && when !== text.replace(/年度?$/u, '') ? `${oneLine(text)} (${when})` : oneLine(text);
}
