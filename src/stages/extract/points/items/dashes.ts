/** Items that dashes part inside a paragraph: 我们体会到：——必须实干；——必须为民；——必须创新。 */
import { headingEnd } from './heading.ts';
import type { Item } from './item.ts';
import { unmarked } from './unnumbered.ts';

/** A dash where a clause begins; one alone may be an afterthought or a source. */
const DASH = /(?<=[：:；;。])(?:——|－－|--)(?=[一-鿿“])/g;
const LEAST = 2;
/** A name or a source is shorter. */
const HEADING_MIN = 5;

/** What leads such a list in: 深深体会到：. Otherwise dashes part what several people say, or figures of one sentence. */
const LEADS = /(?:体会|感到|认识|启示|启发|经验|原则)[^，,。；;]{0,8}[：:]$/u;
const LEAD_REACH = 40;

/**
 * @param from,to of the paragraph's own text, UTF-16, half-open
 * @param headed it stands below a heading
 */
export function dashItems(text: string, row: number, from: number, to: number, headed: boolean): Item[] {
  const starts = [...text.slice(from, to).matchAll(DASH)].map((m) => from + m.index + m[0].length);
  if (starts.length < LEAST) return [];
  const first = starts[0]! - 2;
  const led = LEADS.test(text.slice(Math.max(from, first - LEAD_REACH), first));
  const items = starts.map((start, i) => {
    const end = headingEnd(text, start, i + 1 < starts.length ? starts[i + 1]! - 2 : to);
    return unmarked('inline', row, start, end, false);
  });
  if (items.some((it) => it.headEnd - it.headStart < HEADING_MIN)) return [];
  // ——码头有大家。在沿线…: under a heading each heads a sentence of its own.
  const heads = (it: Item): boolean =>
    text[it.headEnd] === '。' && !/[0-9]/u.test(text.slice(it.headStart, it.headEnd));
  return led || (headed && heads(items[0]!)) ? items : [];
}
