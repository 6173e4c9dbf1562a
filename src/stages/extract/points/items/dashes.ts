/** Items that dashes part inside a paragraph: 我们体会到：——必须实干；——必须为民；——必须创新。 */
import { headingEnd } from './heading.ts';
import type { Item } from './item.ts';
import { unmarked } from './unnumbered.ts';

/** A dash where a clause begins; one alone may be an afterthought or a source. */
const DASH = /(?<=[：:；;。])(?:——|－－|--)(?=[一-鿿“])/g;
const LEAST = 2;
/** A name or a source is shorter. */
const HEADING_MIN = 5;

/** @param from,to of the paragraph's own text, UTF-16, half-open */
export function dashItems(text: string, row: number, from: number, to: number): Item[] {
  const starts = [...text.slice(from, to).matchAll(DASH)].map((m) => from + m.index + m[0].length);
  if (starts.length < LEAST) return [];
  const items = starts.map((start, i) => {
    const end = headingEnd(text, start, i + 1 < starts.length ? starts[i + 1]! - 2 : to);
    return unmarked('inline', row, start, end, false);
  });
  return items.every((it) => it.headEnd - it.headStart >= HEADING_MIN) ? items : [];
}
