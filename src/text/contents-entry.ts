import { bareText } from './boilerplate-fold.ts';
import { lineMarker } from './markers.ts';

/** The dots and the page behind an entry of a table of contents: `……… 12`, `...... (3)`. */
export const LEADERS = /[.…·\-—_ ]{2,}\s?\(?\d{1,4}\)?$/u;

/** An entry of a table of contents as it stands: without its number, the dots and the page. */
export function entryTitle(text: string): string {
  const marker = lineMarker(text, 0);
  return text
    .slice(marker?.body ?? 0)
    .replace(LEADERS, '')
    .replace(/[.…·]+$/u, '')
    .trim();
}

/** What an entry shares with the heading that it lists. */
export const contentsEntry = (text: string): string => bareText(entryTitle(text));
