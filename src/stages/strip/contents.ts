import { bareText } from '../../text/boilerplate-fold.ts';
import { contentsEntry, LEADERS } from '../../text/contents-entry.ts';
import type { Line } from './cuts.ts';

/** 第一篇, 第二部分 */
const PART = /^第 ?[一二三四五六七八九十\d]{1,3} ?(?:篇|编|部分|章)$/u;
const CONTENTS = /^目 {0,4}[录次]$/u;

/** How far down a table of contents can begin. */
const REACH = 40;

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
    lines.slice(end).flatMap((l) => (l.text.length <= 80 ? [bareText(l.text), contentsEntry(l.text)] : [])),
  );
  const again = table.filter(
    (l) => below.has(contentsEntry(l.text)) || below.has(bareText(l.text.replace(LEADERS, ''))),
  ).length;
  if (table.length < 2 || again * 2 < table.length) return [];
  return [...headingOf(lines.slice(0, first)), ...lines.slice(first, end).filter((l) => l.kind !== 'blank')];
}

/** 目录 above the table, with 第一篇 between them or in two lines. */
function headingOf(above: readonly Line[]): Line[] {
  const [last, before] = above.filter((l) => l.kind !== 'blank').toReversed();
  if (last && PART.test(last.text)) {
    const rest = headingOf(above.slice(0, above.indexOf(last)));
    return rest.length ? [...rest, last] : [];
  }
  if (last && CONTENTS.test(last.text)) return [last];
  return last && before && /^[录次]$/u.test(last.text) && before.text === '目' ? [before, last] : [];
}
