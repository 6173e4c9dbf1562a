import type { Slogan, Variant } from '../types.ts';
import { conceptKey } from './canonical.ts';
import type { Quote } from './quotes.ts';

/**
 * The other ways in which an article writes each of its slogans (抓党建、促发展 beside 抓党建促发展, “1＋3＋N” beside
 * 1+3+N), with their places. A way of writing that is a slogan of its own in the list is left to it.
 *
 * @returns variants by the slogan's text; offsets are UTF-16
 */
export function variantsOf(quotes: readonly Quote[], slogans: readonly Slogan[]): Map<string, Variant[]> {
  const own = new Set(slogans.map((s) => s.text));
  const byKey = new Map(slogans.map((s) => [conceptKey(s.text), s.text]));
  const found = new Map<string, Map<string, Variant>>();
  for (const q of quotes) {
    const of = q.titled || own.has(q.text) ? undefined : byKey.get(conceptKey(q.text));
    if (of === undefined) continue;
    const forms = found.get(of) ?? new Map<string, Variant>();
    const form = forms.get(q.text) ?? { text: q.text, mentions: [] };
    form.mentions.push({ start: q.start, end: q.end });
    found.set(of, forms.set(q.text, form));
  }
  return new Map([...found].map(([of, forms]) => [of, [...forms.values()]]));
}
