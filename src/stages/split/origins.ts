import type { Meta, Origins } from '../../pipeline/types.ts';
import type { InlineTail } from '../../text/boilerplate-tails.ts';
import { lineOrigins } from '../../text/meta-origins.ts';
import { type Line, TAIL_LOOK } from './lines.ts';

/**
 * Where the fields of an article and its title were read: lines of the page from `from` up to `to`. A title that no line of
 * these holds is the page's headline, of which nothing is said here.
 */
export function originsOf(
  lines: readonly Line[],
  [from, to]: readonly [number, number],
  meta: Partial<Meta>,
  title: string | null,
): Origins {
  const own = lines.slice(Math.max(0, from), to);
  const tails = own.flatMap((l) => (l.tail ? [tailOf(l, l.tail)] : []));
  const fields: object = title === null ? meta : { ...meta, title };
  const heads = own.slice(0, HEAD).map((l) => ({ rule: 'headline', text: l.raw, start: l.start, end: l.end }));
  return lineOrigins(fields, [...own, ...tails], heads);
}

/** What closes a paragraph: the line's end from where the tail begins. */
function tailOf(line: Line, { start, meta }: InlineTail) {
  return { ...line, kind: 'tail', meta, start: Math.max(line.start, line.end - TAIL_LOOK) + start };
}

/** A headline stands among the first lines of its article. */
const HEAD = 4;
