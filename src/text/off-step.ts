import { maySimplify, simplify } from './convert.ts';
import { pairOf, unitOf } from './gbk.ts';

/**
 * Reading GBK off step: what a text looks like when its bytes are paired one byte late, as converters that replace bytes
 * leave it. Works on simplified text whose page may have been traditional: every traditional form of a character counts.
 */

let forms: Map<string, number[]> | undefined;

/** Pairs of the characters in GBK that `simplify` turns into another, by that other. Built on first use (some 30 ms). */
function formPairs(): Map<string, number[]> {
  if (forms) return forms;
  forms = new Map();
  for (let unit = 0x4e00; unit < 0xa000; unit++) {
    const pair = pairOf(unit);
    if (!pair) continue;
    const form = String.fromCharCode(unit);
    const simple = maySimplify(unit) ? simplify(form).text : form;
    const known = forms.get(simple);
    if (known) known.push(pair);
    else forms.set(simple, [pair]);
    // What simplifies to another may still be meant as it is (乾, 著).
    if (simple !== form && !forms.has(form)) forms.set(form, [pair]);
  }
  return forms;
}

const NONE: readonly number[] = [];

/** What {@link pairsOf} gave, by unit: it is asked for every character of every stretch that may be damaged. */
const asked: (readonly number[] | undefined)[] = [];

/** The pairs of bytes that a character may have had on the page. An ASCII character is its own byte, first and last. */
function pairsOf(char: string): readonly number[] {
  const unit = char.charCodeAt(0);
  if (char.length > 1) return NONE;
  asked[unit] ??= findPairs(char, unit);
  return asked[unit];
}

function findPairs(char: string, unit: number): readonly number[] {
  if (unit < 0x80) return [(unit << 8) | unit];
  const known = formPairs().get(char);
  if (known) return known;
  const pair = pairOf(unit);
  return pair ? [pair] : NONE;
}

/** What may stand across the neighbouring characters of a text: pairs of bytes, and behind which character each. */
interface Across {
  pairs: number[];
  places: number[];
}

/** Every pair of bytes that lies across two neighbouring characters, in whatever traditional form these were written. */
export function acrossAll(chars: readonly string[]): Across {
  const found: Across = { pairs: [], places: [] };
  for (let i = 0; i + 1 < chars.length; i++)
    for (const x of pairsOf(chars[i]!))
      for (const y of pairsOf(chars[i + 1]!)) {
        found.pairs.push(((x & 0xff) << 8) | (y >> 8));
        found.places.push(i);
      }
  return found;
}

/** The first place from `from` on where `char` stands across two neighbours of a text; -1 if none. */
export function findAcross(char: string, { pairs, places }: Across, from: number): number {
  const wanted = pairsOf(char);
  for (let k = 0; k < pairs.length; k++) if (wanted.includes(pairs[k]!) && places[k]! >= from) return places[k]!;
  return -1;
}

/** What may stand across two neighbouring characters, as it is on the page. */
export function across(before: string, after: string): string[] {
  const found = new Set<string>();
  for (const x of pairsOf(before))
    for (const y of pairsOf(after)) {
      const unit = (x & 0xff) < 0x81 ? 0 : unitOf(((x & 0xff) << 8) | (y >> 8));
      if (unit && !(unit >= 0xe000 && unit < 0xf900)) found.add(String.fromCharCode(unit));
    }
  return [...found];
}
