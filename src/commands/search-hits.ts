import { ownPlace, type StoredFigure, type StoredPoint, type StoredSlogan } from '../export/rows.ts';
import type { SearchedRow } from '../store/store.ts';
import { amount, changed, dated } from './said.ts';
import type { Finder } from './search-words.ts';
import { type Cited, openingOf } from './whence.ts';

export const KINDS = ['title', 'slogan', 'measure', 'figure', 'text'] as const;
export type Kind = (typeof KINDS)[number];

/** An article that has hits: what it is, whose and of when, and what it is to its work. */
export interface FoundIn {
  id: string;
  path: string;
  record: number | null;
  /** Name inside an archive, or of a sheet. */
  member: string | null;
  part: number;
  title: string | null;
  /** How its text begins, where it has no title. */
  opening: string | null;
  published: string | null;
  dated: string | null;
  org: string | null;
  origin: string | null;
  publisher: string | null;
  /** Id of the canonical article of its work, and what it is to that; null where the pipeline compares no articles. */
  work: string | null;
  relation: string | null;
}

/** What was found in an article; in code points of its `text`, null for a title. */
export interface Hit extends FoundIn {
  kind: Kind;
  start: number | null;
  end: number | null;
  /** The place of the words in what holds them, or, where that is short, all of it. */
  snippet: string;
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

/** What is told of an article that has hits. @param idOf the id of the article of a uid */
export function foundIn(row: SearchedRow, idOf: (uid: string) => string | undefined): FoundIn {
  const { id, path, record, member, part, title, relation } = row;
  const opening = title === null ? openingOf(row.text) : null;
  const { published = null, dated = null, org = null, origin = null, publisher = null } = JSON.parse(row.meta) as Cited;
  const work = row.work === null ? null : row.work === row.uid ? id : (idOf(row.work) ?? id);
  return { id, path, record, member, part, title, opening, published, dated, org, origin, publisher, work, relation };
}

/** A hit without what is told of its article. */
export type BareHit = Omit<Hit, keyof FoundIn>;

/** An article with all its hits, one or more. */
export interface Found {
  article: FoundIn;
  hits: BareHit[];
}

/** All that is found in an article: its title, slogans, measures, figures, and its text once. */
export function* hitsIn(row: SearchedRow, find: Finder): Generator<BareHit> {
  const { title, text } = row;
  const hit: MakeHit = (kind, place, snippet) => ({
    kind,
    start: place?.start ?? null,
    end: place?.end ?? null,
    snippet,
  });
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
    if (find.all(said) !== null) yield hit('figure', f, `${said}：${figureSaid(f)}`);
  }
  const at = find.any(text);
  if (at && find.among([title ?? '', text])) yield hit('text', codePoints(text, at), snippetOf(text, at.start));
}

/** A figure with its unit, the change that it tells, its role and its time. */
const figureSaid = (f: StoredFigure): string =>
  [amount(f), changed(f.change), f.role, f.time === null ? '' : dated(f.time, f.interval)].filter(Boolean).join(' · ');

type MakeHit = (kind: Kind, place: { start: number; end: number } | null, snippet: string) => BareHit;

/** Measures whose own words hold all that is searched for; not what stands under them, which has measures of its own. */
function* measuresIn({ points: json, text }: SearchedRow, find: Finder, hit: MakeHit): Generator<BareHit> {
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
