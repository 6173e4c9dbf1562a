import { ownPlace, type StoredFigure, type StoredPoint, type StoredSlogan } from '../export/rows.ts';
import type { SearchedRow } from '../store/store.ts';

export const KINDS = ['title', 'slogan', 'measure', 'figure', 'text'] as const;
export type Kind = (typeof KINDS)[number];

/** What was found in an article; in code points of its `text`, null for a title. */
export interface Hit {
  id: string;
  kind: Kind;
  path: string;
  record: number | null;
  part: number;
  title: string | null;
  start: number | null;
  end: number | null;
  /** The place of the words in what holds them, or, where that is short, all of it. */
  snippet: string;
}

/** Finds words in a text, in any of the ways in which each may be written. */
interface Finder {
  /** Offset (UTF-16) of the first of the words that a text holds; null unless it holds all. */
  all(text: string): number | null;
  /** The first place of any of them. */
  any(text: string): { start: number; end: number } | null;
  /** Whether all are in the texts together. */
  among(texts: readonly string[]): boolean;
}

/** @param words each with the ways in which it may be written, at least one */
export function finder(words: readonly (readonly string[])[]): Finder {
  const pattern = (ways: readonly string[]): string =>
    ways.map((w) => w.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  const each = words.map((ways) => new RegExp(pattern([...new Set(ways)]), 'iu'));
  const any = new RegExp(pattern([...new Set(words.flat())]), 'iu');
  return {
    all: (text) => (each.every((word) => word.test(text)) ? text.search(any) : null),
    any: (text) => {
      const m = any.exec(text);
      return m && { start: m.index, end: m.index + m[0].length };
    },
    among: (texts) => each.every((word) => texts.some((text) => word.test(text))),
  };
}

/** Characters of a snippet on either side of the first word. */
const AROUND = 30;

/** The words' surroundings; `at` in UTF-16 units. */
function snippetOf(text: string, at: number): string {
  // Twice as many units hold as many characters, whatever they are.
  const left = Array.from(text.slice(Math.max(0, at - 2 * AROUND), at));
  const right = Array.from(text.slice(at, at + 4 * AROUND));
  const from = left.slice(-AROUND);
  const to = right.slice(0, 2 * AROUND);
  const before = at > from.join('').length ? '…' : '';
  return `${before}${from.join('')}${to.join('')}${at + to.join('').length < text.length ? '…' : ''}`;
}

/** All that is found in an article: its title, slogans, measures, figures, and its text once. */
export function* hitsIn(row: SearchedRow, find: Finder): Generator<Hit> {
  const { id, path, record, part, title, text } = row;
  const hit = (kind: Kind, place: { start: number; end: number } | null, snippet: string): Hit => ({
    id, kind, path, record, part, title, start: place?.start ?? null, end: place?.end ?? null, snippet,
  }); // biome-ignore format: a table
  if (title !== null && find.all(title) !== null) yield hit('title', null, title);
  for (const s of held<StoredSlogan>(row.slogans, find)) {
    const [mention] = s.mentions;
    const said = [s.text, ...s.variants.map((v) => v.text), ...(s.expansion ?? [])].join('；');
    if (find.all(said) !== null)
      yield hit('slogan', mention ?? null, s.expansion ? `${s.text}：${s.expansion.join('；')}` : s.text);
  }
  yield* measuresIn(row, find, hit);
  for (const f of held<StoredFigure>(row.figures, find)) {
    const said = f.under === null ? (f.indicator ?? '') : `${f.under}；${f.indicator ?? ''}`;
    if (find.all(said) !== null) yield hit('figure', f, `${said}：${f.text}`);
  }
  const at = find.any(text);
  if (at && find.among([title ?? '', text])) yield hit('text', codePoints(text, at), snippetOf(text, at.start));
}

type MakeHit = (kind: Kind, place: { start: number; end: number } | null, snippet: string) => Hit;

/** Measures whose own words hold all that is searched for; not what stands under them, which has measures of its own. */
function* measuresIn({ points: json, text }: SearchedRow, find: Finder, hit: MakeHit): Generator<Hit> {
  if (!find.among([text]) || json === '[]') return;
  const points = JSON.parse(json) as StoredPoint[];
  const chars = Array.from(text);
  for (const [i, p] of points.entries()) {
    if (!p.measure) continue;
    const place = ownPlace(points, i);
    const own = chars.slice(place.start, place.end).join('').trimEnd();
    const at = find.all(own);
    if (at !== null) yield hit('measure', place, snippetOf(own, at));
  }
}

/** A list that is stored as JSON; none where its text does not hold a word. Most articles are passed over so. */
function held<T>(json: string, find: Finder): T[] {
  // Quotation marks and line breaks are written otherwise in JSON: then nothing can be told from the outside.
  return json.length > 2 && (json.includes('\\') || find.any(json)) ? (JSON.parse(json) as T[]) : [];
}

function codePoints(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const from = Array.from(text.slice(0, start)).length;
  return { start: from, end: from + Array.from(text.slice(start, end)).length };
}
