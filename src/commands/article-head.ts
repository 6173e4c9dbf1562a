import type { StoredArticle } from '../store/store.ts';
import { placeOf } from './rows.ts';

interface SourceShown {
  member: string | null;
  charset: string | null;
  sha256: string;
  url: string | null;
}

/** Where an article came from, in a line: file, place in it, encoding. */
export function sourceOf(a: StoredArticle): string {
  const { member, charset, sha256 } = a.source as unknown as SourceShown;
  return `${placeOf({ ...a, member })}, part ${a.part}, ${charset ?? 'text'}, sha256 ${sha256.slice(0, 12)}…`;
}

/** The name inside an archive, or of the sheet. */
export const memberOf = (a: StoredArticle): string | null => (a.source as unknown as SourceShown).member;

export const urlOf = (a: StoredArticle): string | null => (a.source as unknown as SourceShown).url;

/** What an article is to its work; `of` the id of the canonical one, null for itself. */
export function relationOf(a: StoredArticle, of: string | null): string {
  if (a.relation === null) return 'not compared';
  return of === null ? 'canonical' : `${a.relation} of ${of} (Jaccard ${a.jaccard}, containment ${a.containment})`;
}

/** The fields of the metadata that are known, as text. */
export function metaFields(a: StoredArticle): [field: string, value: string][] {
  const known = Object.entries(a.meta as object).filter(([, v]) => v !== null && !(Array.isArray(v) && !v.length));
  return known.map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : String(v)]);
}
