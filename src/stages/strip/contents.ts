import { bareText } from '../../text/boilerplate-fold.ts';
import { lineMarker } from '../../text/markers.ts';
import type { Line } from './cuts.ts';

const CONTENTS = /^目 {0,4}[录次]$/u;
const LEADERS = /[.…·\-—_ ]{2,}\s?(?:\d{1,4}|[(（]\d{1,4}[)）])$/u;

/** How far down a table of contents can begin. */
const REACH = 40;

/** An entry without its number, leaders and page. */
function entry(text: string): string {
  const plain = text.replace(LEADERS, '').replace(/[.…·]+$/u, '');
  return bareText(plain.slice(lineMarker(plain, 0)?.body ?? 0));
}

/** Lines without a page number that may stand between two entries: 第二篇, the second half of a long one. */
const BETWEEN = 2;

/** Behind the last entry of the table that begins at `first`. */
function endOf(lines: readonly Line[], first: number): number {
  let end = first + 1;
  for (let i = end, other = 0; i < lines.length && other <= BETWEEN; i++) {
    const { kind, text } = lines[i]!;
    if (kind === 'toc') {
      end = i + 1;
      other = 0;
    } else if (kind !== 'blank' && (++other > BETWEEN || text.length > 40 || /[。;!?]$/u.test(text))) break;
  }
  return end;
}

/**
 * The lines of a table of contents with page numbers at the head of a text that goes on to repeat its entries. It is
 * the print's apparatus: the entries stand in the text. (A list without page numbers may be all that there is, and stays.)
 */
export function findContents(lines: readonly Line[]): Line[] {
  const first = lines.slice(0, REACH).findIndex((l) => l.kind === 'toc');
  if (first < 0) return [];
  const end = endOf(lines, first);
  const table = lines.slice(first, end).filter((l) => l.kind === 'toc');
  const below = new Set(
    lines.slice(end).flatMap((l) => (l.text.length <= 80 ? [bareText(l.text), entry(l.text)] : [])),
  );
  const again = table.filter(
    (l) => below.has(entry(l.text)) || below.has(bareText(l.text.replace(LEADERS, ''))),
  ).length;
  if (table.length < 2 || again * 2 < table.length) return [];
  const heading = lines.slice(0, first).findLast((l) => l.kind !== 'blank');
  const all = lines.slice(first, end).filter((l) => l.kind !== 'blank');
  return heading && CONTENTS.test(heading.text) ? [heading, ...all] : all;
}
