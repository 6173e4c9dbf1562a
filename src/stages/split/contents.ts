import { bareText } from '../../text/boilerplate-fold.ts';
import { namesGenre } from '../../text/boilerplate-headlines.ts';
import { entryTitle } from '../../text/contents-entry.ts';
import type { Line } from './lines.ts';
import type { Numbered } from './numbered.ts';

/** The page of an entry, where no dots lead to it. */
const PAGE = /(?<=\p{Script=Han}[)”》]?) \d{1,3}$/u;
const CONTENTS = /^目 {0,4}[录次]$/u;

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
    if (l.outline || l.text.length > 64 || !['headline', 'body', 'byline'].includes(l.kind)) continue;
    const n = entries.get(bareText(l.text));
    if (n === undefined || found.some((f) => f.n === n)) continue;
    found.push({ line: i, n, family: 'contents', style: 'listed', title: l.raw, named: true, glued: null });
  }
  const ordered = found.every((f, k) => !k || f.n > found[k - 1]!.n);
  const kinds = found.filter((f) => namesGenre(f.title) || isSigned(lines[f.line + 1])).length;
  return found.length >= 2 && ordered && kinds * 2 >= found.length ? found : [];
}

/** Index of the line where the table of contents begins; -1 where there is none. */
export const contentsAt = (lines: readonly Line[]): number =>
  lines.findIndex((l) => l.kind === 'toc' || CONTENTS.test(l.text));

/** An entry without dots: a headline, a numbered one, or one with its page behind a space. */
const isPlainEntry = (l: Line): boolean =>
  l.text.length <= 64 && !/[。;]/.test(l.text) && (l.kind === 'headline' || l.outline !== null || PAGE.test(l.text));

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
      if (!inside || !isPlainEntry(l)) {
        inside = false;
        if (entries.size) break;
        continue;
      }
    }
    after = i + 1;
    const title = entryTitle(l.text).replace(PAGE, '');
    if (/^第.{1,3}[章节篇编]/u.test(title)) return { entries: new Map(), after };
    // 2.某某县水利局: who wrote what the next line lists.
    if (/[:、,]$/u.test(title)) continue;
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
