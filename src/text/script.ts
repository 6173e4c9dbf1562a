import iconv from 'iconv-lite';
import { Locale } from 'opencc-js/t2cn';
import { utf16 } from './utf16.ts';

type Script = 'hans' | 'hant' | 'mixed';

/** How many characters of a text exist in one script only. */
export interface ScriptCount {
  hans: number;
  hant: number;
}

/** A count with what was seen on the way: the bits of all kinds, or-ed. */
export interface KindCount extends ScriptCount {
  seen: number;
}

const HANS = 1;
const HANT = 2;
/** Traditional in most uses, kept in some names (昇 陞 祕 釐) or simplified to what few fonts have (刘龑, 䶮 by the letter). */
const WEAK_HANT = 4;
/** Simplified in most uses, a character of its own in traditional text: 后 里 干 怀. */
const WEAK_HANS = 8;
/** Below this share the minority is taken for slips: one 幹 left over does not make a page of simplified text `mixed`. */
const MIXED_SHARE = 0.1;

interface Table {
  /** By UTF-16 unit: HANS, a weak kind or 0. */
  kind: Uint8Array;
  /** For units of kind HANT: the simplified unit. */
  simple: Uint16Array;
}

let table: Table | undefined;

/** GB 2312 is what simplified text is written with; it holds 乾 著 徵 於 藉 瞭, so these are never HANT (後 it holds for no use). */
function inGb2312(char: string): boolean {
  if (char === '後') return false;
  const [lead = 0, trail = 0] = iconv.encode(char, 'gbk');
  return lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1;
}

/**
 * Big5 is what traditional text is written with; it holds 后 里 干 党 机, so these are never HANS.
 * The rows below A4 are Hong Kong's supplement, which holds 设 and other simplified characters.
 */
function inBig5(char: string): boolean {
  const bytes = iconv.encode(char, 'big5');
  return bytes.length === 2 && bytes[0]! >= 0xa4;
}

/** Characters that OpenCC's phrases keep although its character table converts them: 畢昇 → 毕昇, 祝釐. No evidence of either script. */
function keptInPhrases(phrases: string, simpleOf: Map<string, string>): Set<string> {
  const kept = new Set<string>();
  for (const entry of phrases.split('|')) for (const c of entry.split(' ')[1] ?? '') if (simpleOf.has(c)) kept.add(c);
  kept.delete('計'); // 不可貲計 → 不可赀計 is a slip of the table
  return kept;
}

function build(): Table {
  const [phrases, characters] = Locale.to.cn![0] as [string, string];
  const simpleOf = new Map<string, string>();
  for (const entry of characters.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from.length === 1 && from !== to) simpleOf.set(from, to);
  }
  const kept = keptInPhrases(phrases, simpleOf);
  const kind = new Uint8Array(0x10000);
  const simple = new Uint16Array(0x10000);
  for (const [from, to] of simpleOf) {
    if (!inGb2312(from)) {
      const isPlain = !kept.has(from) && to.length === 1 && to >= '\u4e00';
      kind[from.charCodeAt(0)] = isPlain ? HANT : WEAK_HANT;
      if (isPlain) simple[from.charCodeAt(0)] = to.charCodeAt(0);
    }
    if (to.length === 1 && !simpleOf.has(to)) kind[to.charCodeAt(0)] = inBig5(to) ? WEAK_HANS : HANS;
  }
  return { kind, simple };
}

/**
 * The simplified form of a UTF-16 unit that occurs in traditional text only, with one reading: 黨 → 党, 機 → 机.
 *
 * @returns 0 for every other unit, ambiguous ones (乾, 著, 徵) among them.
 */
export function unambiguous(unit: number): number {
  table ??= build();
  return table.simple[unit]!;
}

/** Counts the characters that exist in one script only. */
export function countScripts(text: string): ScriptCount {
  const { hans, hant } = countKinds(scriptKinds(), utf16(text), 0, text.length, { hans: 0, hant: 0, seen: 0 });
  return { hans, hant };
}

/** By UTF-16 unit: of which script a character is evidence, in the lowest four bits; the higher ones are free. */
export function scriptKinds(): Uint8Array {
  table ??= build();
  return table.kind;
}

/**
 * Counts over `[from, to)` by a table of {@link scriptKinds}, which may have further bits set.
 *
 * @returns `into`, overwritten: there are as many counts as lines
 */
export function countKinds(
  kinds: Uint8Array,
  units: Uint16Array,
  from: number,
  to: number,
  into: KindCount,
): KindCount {
  let hans = 0;
  let hant = 0;
  let seen = 0;
  // Without branches: in mixed text none of them can be foreseen.
  for (let i = from; i < to; i++) {
    const k = kinds[units[i]!]!;
    hans += k & HANS;
    hant += (k & HANT) >> 1;
    seen |= k;
  }
  into.hans = hans;
  into.hant = hant;
  into.seen = seen;
  return into;
}

/** Whether the bits of what was seen tell of any traditional character, those that names keep among them. */
export function sawTraditional(seen: number): boolean {
  return (seen & (HANT | WEAK_HANT)) > 0;
}

/** Whether a text without simplified characters has a traditional one, if only one that names keep: 步步高陞, 相剋. */
export function isTraditionalOnly(seen: number): boolean {
  return sawTraditional(seen) && (seen & (HANS | WEAK_HANS)) === 0;
}

/**
 * What a text is written in, by the characters that exist in one script only.
 * Text without any of them (三大, 2020) is `hans`: it needs no conversion.
 */
export function scriptOf(text: string): Script {
  const { hans, hant } = countScripts(text);
  const least = MIXED_SHARE * (hans + hant);
  if (hant > 0 && hans <= least) return 'hant';
  return hant > least ? 'mixed' : 'hans';
}
