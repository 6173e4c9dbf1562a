import { charSet } from '../../../text/char-set.ts';
import type { Slogan } from '../types.ts';
import type { Quote } from './quotes.ts';

/** Shorter ones are too common outside of quotation marks: 五有 in 第五有…. */
const SHORTEST_BARE = 3;

/**
 * All places of each slogan, quoted or not, without quotation marks; a place inside a longer slogan belongs to that one.
 *
 * @param bare places without quotation marks that were recognised as slogans; those of two characters count only here
 * @returns the slogans with their mentions, in the order of the first
 */
export function findMentions(
  text: string,
  quotes: readonly Quote[],
  slogans: Omit<Slogan, 'mentions'>[],
  bare: readonly { text: string; open: number; close: number }[],
): Slogan[] {
  const out = slogans.map((s): Slogan => ({ ...s, mentions: [] }));
  const byText = new Map(out.map((s) => [s.text, s]));
  const quoted = new Set<number>();
  for (const q of quotes) {
    const slogan = byText.get(q.text);
    if (!slogan) continue;
    slogan.mentions.push({ start: q.start, end: q.end });
    quoted.add(q.start);
  }
  for (const b of bare) {
    if (b.text.length < SHORTEST_BARE && !quoted.has(b.open))
      byText.get(b.text)?.mentions.push({ start: b.open, end: b.close });
  }
  const lengths = lengthsByStart(out);
  const starts = charSet(out.map((s) => s.text[0]!));
  for (let i = 0; i < text.length; i++) {
    if (!starts(text.charCodeAt(i))) continue;
    const slogan = longestAt(text, i, lengths, byText);
    if (!slogan) continue;
    const end = i + slogan.text.length;
    if (!quoted.has(i)) slogan.mentions.push({ start: i, end });
    i = end - 1;
  }
  for (const s of out) s.mentions.sort((a, b) => a.start - b.start);
  return out.filter((s) => s.mentions.length > 0).sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

/** The first two characters of a text from an offset, as a whole number of 32 bits: larger ones are objects of their own. */
const firstTwo = (text: string, i: number): number => (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);

/** The slogan at an offset, longest first: a place inside a longer slogan belongs to that one. */
function longestAt(
  text: string,
  i: number,
  lengths: ReadonlyMap<number, readonly number[]>,
  byText: ReadonlyMap<string, Slogan>,
): Slogan | null {
  for (const length of lengths.get(firstTwo(text, i)) ?? []) {
    const slogan = byText.get(text.slice(i, i + length));
    if (slogan) return slogan;
  }
  return null;
}

/** For the first two characters of slogans, how long these are; descending. Thousands may begin alike, few differ in length. */
function lengthsByStart(slogans: readonly Slogan[]): Map<number, number[]> {
  const lengths = new Map<number, Set<number>>();
  for (const { text } of slogans) {
    if (text.length < SHORTEST_BARE) continue;
    const start = firstTwo(text, 0);
    const known = lengths.get(start);
    if (known) known.add(text.length);
    else lengths.set(start, new Set([text.length]));
  }
  return new Map([...lengths].map(([start, set]) => [start, [...set].sort((a, b) => b - a)]));
}
