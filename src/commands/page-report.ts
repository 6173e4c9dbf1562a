import type { StoredReport } from '../store/store.ts';

/** `87 %`; nothing of nothing is all of it. */
export const percent = (part: number, whole: number): string =>
  whole ? `${Math.round((100 * part) / whole)} %` : '100 %';

const thousands = (n: number): string => n.toLocaleString('en-US');

/** `1,204 of 1,310 characters kept (92 %), 1,058 of 1,102 Chinese ones` */
export function keptOf({ chars, han, kept }: Pick<StoredReport, 'chars' | 'han' | 'kept'>): string {
  const share = percent(kept.chars, chars);
  return `${thousands(kept.chars)} of ${thousands(chars)} characters kept (${share}), ${thousands(kept.han)} of ${thousands(han)} Chinese ones`;
}

/** A number of characters cut; one below zero were put in. */
export const cutOf = (chars: number): string => (chars < 0 ? `+${thousands(-chars)}` : thousands(chars));
