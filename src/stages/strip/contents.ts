import { bareText } from '../../text/boilerplate-fold.ts';
import { contentsEntry, LEADERS } from '../../text/contents-entry.ts';
import type { Line } from './cuts.ts';

/** 第一篇, 第二部分 */
const PART = /^第 ?[一二三四五六七八九十\d]{1,3} ?(?:篇|编|部分|章)$/u;
const CONTENTS = /^目 {0,4}[录次]$/u;

/** How far down a table of contents can begin. */
const REACH = 40;

/**
 * The lines of a table of contents with page numbers at the head of a text that goes on to repeat its entries. It is
 * the print's apparatus: the entries stand in the text. (A list without page numbers may be all that there is, and stays.)
 */
export function findContents(lines: readonly Line[]): Line[] {
  const first = lines.slice(0, REACH).findIndex((l) => l.kind === 'toc');
  if (first < 0) return [];
  let end = first;
  while (lines[end] && (lines[end]!.kind === 'toc' || lines[end]!.kind === 'blank' || isPart(lines, end))) end++;
  const table = lines.slice(first, end).filter((l) => l.kind !== 'blank');
  const below = new Set(
    lines.slice(end).flatMap((l) => (l.text.length <= 80 ? [bareText(l.text), contentsEntry(l.text)] : [])),
  );
  const again = table.filter(
    (l) => below.has(contentsEntry(l.text)) || below.has(bareText(l.text.replace(LEADERS, ''))),
  ).length;
  if (table.length < 2 || again * 2 < table.length) return [];
  return [...headingOf(lines.slice(0, first)), ...table];
}

/** 第一篇 over its entries, on a line of its own. */
function isPart(lines: readonly Line[], i: number): boolean {
  const below = lines.slice(i + 1, i + 4).find((l) => l.kind !== 'blank');
  return below?.kind === 'toc' && PART.test(lines[i]!.text);
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
