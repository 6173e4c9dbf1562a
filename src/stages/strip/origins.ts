import type { Meta, Origins } from '../../pipeline/types.ts';
import { lineOrigins } from '../../text/meta-origins.ts';
import type { Line } from './cuts.ts';

/** Where the fields were read, and the headline if strip found it: lines of the text that strip was given. `known` is told already. */
export function originsOf(
  lines: readonly Line[],
  meta: Partial<Meta>,
  title: string | null,
  known: Origins,
): { origins?: Origins } {
  const fields = title === null ? meta : { ...meta, title };
  if (!Object.keys(fields).length) return {};
  const cut = lines.flatMap((l) => {
    if (l.rule !== null) return [{ rule: l.rule, text: l.text, start: l.start, end: l.end }];
    const at = l.start + l.indent;
    return l.cuts.map((c) => ({
      rule: c.rule,
      text: l.text.slice(c.start, c.end),
      start: at + c.start,
      end: at + c.end,
    }));
  });
  return { origins: { ...lineOrigins(fields, lines, cut), ...known } };
}
