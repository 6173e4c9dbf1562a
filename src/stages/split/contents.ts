import { bareText } from '../../text/boilerplate-fold.ts';
import { namesGenre } from '../../text/boilerplate-headlines.ts';
import { lineMarker } from '../../text/markers.ts';
import type { Line } from './lines.ts';
import type { Numbered } from './numbered.ts';

const CONTENTS = /^目 {0,4}[录次]$/u;
const LEADERS = /[.…·\-—_ ]{2,}\s?(?:\d{1,4}|[(（]\d{1,4}[)）])$/u;

/**
 * The documents of a compilation that opens with a table of contents: the lines further down that repeat an entry word for
 * word, without a number of their own.
 *
 * A report lists its sections so too: there the entries come back with their numbers (一、总体情况), or name no kind of text and
 * nobody signs them.
 * Wrong case: a report whose unnumbered sections are called 某某报告, 某某方案 throughout is cut at them.
 */
export function findListed(lines: readonly Line[]): Numbered[] {
  const { entries, after } = listed(lines);
  if (entries.size < 2) return [];
  const found: Numbered[] = [];
  for (let i = after; i < lines.length; i++) {
    const l = lines[i]!;
    if (l.outline || l.text.length > 64 || (l.kind !== 'headline' && l.kind !== 'body')) continue;
    const n = entries.get(bareText(l.text));
    if (n === undefined || found.some((f) => f.n === n)) continue;
    found.push({ line: i, n, family: 'contents', style: 'listed', title: l.raw, glued: null });
  }
  const ordered = found.every((f, k) => !k || f.n > found[k - 1]!.n);
  const kinds = found.filter((f) => namesGenre(f.title) || isSigned(lines[f.line + 1])).length;
  return found.length >= 2 && ordered && kinds * 2 >= found.length ? found : [];
}

/** Who wrote, or when: what stands below the headline of a text, not of a section. */
const isSigned = (line: Line | undefined): boolean => line?.kind === 'byline' || line?.kind === 'date';

/** The entries of the table of contents by their bare text, and the line behind it. */
function listed(lines: readonly Line[]): { entries: Map<string, number>; after: number } {
  const entries = new Map<string, number>();
  let after = 0;
  let inside = false;
  for (let i = 0; i < lines.length; i++) {
    const l = lines[i]!;
    if (CONTENTS.test(l.text)) inside = true;
    else if (l.kind !== 'toc') {
      const plain =
        inside && l.text.length <= 64 && (l.kind === 'headline' || (l.outline !== null && !/[。;]/.test(l.text)));
      if (!plain) {
        inside = false;
        if (entries.size) break;
        continue;
      }
    }
    after = i + 1;
    const title = entryTitle(l.text);
    if (/^第.{1,3}[章节篇编]/u.test(title)) return { entries: new Map(), after };
    const bare = bareText(title);
    // The first entry met again: the table has ended, and this is the document.
    if (entries.has(bare) && l.kind !== 'toc') {
      after = i;
      break;
    }
    if (bare.length >= 6 && !entries.has(bare)) entries.set(bare, entries.size + 1);
  }
  return { entries, after };
}

function entryTitle(text: string): string {
  const marker = lineMarker(text, 0);
  return text
    .slice(marker?.body ?? 0)
    .replace(LEADERS, '')
    .replace(/[.…·]+$/u, '')
    .trim();
}
