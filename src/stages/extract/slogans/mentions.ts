import type { Slogan } from '../types.ts';
import type { Quote } from './quotes.ts';

/** Shorter ones are too common outside of quotation marks: 五有 in 第五有…. */
const SHORTEST_BARE = 3;

/**
 * All places of each slogan, quoted or not, without quotation marks; a place inside a longer slogan belongs to that one.
 *
 * @returns the slogans with their mentions, in the order of the first
 */
export function findMentions(text: string, quotes: readonly Quote[], slogans: Omit<Slogan, 'mentions'>[]): Slogan[] {
  const out = slogans.map((s): Slogan => ({ ...s, mentions: [] }));
  const byText = new Map(out.map((s) => [s.text, s]));
  const quoted = new Set<number>();
  for (const q of quotes) {
    const slogan = byText.get(q.text);
    if (!slogan) continue;
    slogan.mentions.push({ start: q.start, end: q.end });
    quoted.add(q.start);
  }
  const byStart = Map.groupBy(
    out.filter((s) => s.text.length >= SHORTEST_BARE).sort((a, b) => b.text.length - a.text.length),
    (s) => s.text.slice(0, 2),
  );
  for (let i = 0; i < text.length; i++) {
    const hit = byStart.get(text.slice(i, i + 2))?.find((s) => text.startsWith(s.text, i));
    if (!hit) continue;
    if (!quoted.has(i)) hit.mentions.push({ start: i, end: i + hit.text.length });
    i += hit.text.length - 1;
  }
  for (const s of out) s.mentions.sort((a, b) => a.start - b.start);
  return out.filter((s) => s.mentions.length > 0).sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}
