import type { Edit } from '../../text/edits.ts';
import { isHan } from '../../text/hanzi.ts';
import { type CodePage, candidates, codePoint, sequenceLength, windows1252 } from './mojibake-codecs.ts';
import { withLostBytes } from './mojibake-lost.ts';
import { commonness, isChinesePunctuation, oddness, rarity } from './mojibake-score.ts';

const RULE = 'repair/mojibake';
/** UTF-8 read wrongly, written as UTF-8, read wrongly again … three layers are the most that was ever seen. */
const LAYERS = 3;
/** A page has to explain away this much oddness before a line of European letters is touched: `É®`, `Ä `, `3×€` stay below. */
const ENOUGH = 2;
/** Characters that are trail bytes in some page and ordinary punctuation too: a sequence of a letter and these proves nothing (café…”). */
const ORDINARY = /^[…‘’“”–—«»°·•\u00a0©®™¡¿ ´]*$/;
const HAS_HIGH = /[^\x00-\x7f]/;

/** A sequence of units that spells one character in UTF-8. */
export interface Sequence {
  start: number;
  end: number;
  char: string;
}

/** Repairs what a repair brought to light. */
function deeper(text: string, layer: number): string {
  const edits = layer < LAYERS && HAS_HIGH.test(text) ? fromSingleByte(text, layer)?.edits : undefined;
  return edits ? apply(text, edits) : text;
}

function apply(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const e of edits) {
    out += text.slice(at, e.start) + e.insert;
    at = e.end;
  }
  return out + text.slice(at);
}

/** Sequences of a page in a line, greedily from the left. */
function sequences(line: string, { byteOf }: CodePage): Sequence[] {
  const found: Sequence[] = [];
  for (let i = 0; i < line.length; i++) {
    const length = sequenceLength(byteOf[line.charCodeAt(i)]!);
    if (!length || i + length > line.length) continue;
    const bytes = [byteOf[line.charCodeAt(i)]!];
    for (let k = 1; k < length; k++) {
      const byte = byteOf[line.charCodeAt(i + k)]!;
      if (byte < 0x80 || byte > 0xbf) break;
      bytes.push(byte);
    }
    const point = bytes.length === length ? codePoint(bytes) : -1;
    if (point < 0) continue;
    found.push({ start: i, end: i + length, char: String.fromCodePoint(point) });
    i += length - 1;
  }
  return found;
}

interface Reading {
  edits: Edit[];
  /** Characters of Chinese text that it brought to light. */
  chinese: number;
  /** How odd the line still is. */
  odd: number;
}

/** The reading that leaves the line least odd; among equals, the one that decodes more, then the likelier page. */
export function fromSingleByte(line: string, layer = 0): Reading | undefined {
  let best: (Reading & { kept: number }) | undefined;
  for (const page of candidates(line)) {
    const found = pairSurrogates(sequences(line, page));
    if (!found.length) continue;
    for (const { kept: whole, chinese } of readings(line, found)) {
      const kept = chinese > 2 ? withLostBytes(line, page, whole) : whole;
      const edits = merge(kept, page.name).map((e) => ({ ...e, insert: deeper(e.insert, layer + 1) }));
      const odd = oddness(apply(line, edits));
      if (!chinese && !isBetter(line, kept, odd, layer)) continue;
      const rank = (r: { chinese: number; odd: number; kept: number }) => 4 * r.chinese - r.odd + r.kept / 1000;
      const reading = { edits: withLostSpaces(line, edits, page.name), chinese, odd, kept: kept.length };
      if (!best || rank(reading) > rank(best)) best = reading;
    }
  }
  return best;
}

/** A no-break space that became a space took the second half of à (C3 A0) or Š (C5 A0) along: put it back in a line that is mojibake. */
function withLostSpaces(line: string, edits: readonly Edit[], page: string): Edit[] {
  const lost = { 'windows-1252': 'Ã', 'windows-1257': 'Å', 'windows-1251': 'Г', 'windows-1250': 'Â' }[page];
  if (!lost || !line.includes(`${lost} `)) return [...edits];
  const out = [...edits];
  let k = 0;
  for (let i = line.indexOf(`${lost} `); i >= 0; i = line.indexOf(`${lost} `, i + 1)) {
    while (k < edits.length && edits[k]!.end <= i) k++;
    if (k < edits.length && edits[k]!.start <= i) continue;
    const inWord = /\p{L}/u.test(line[i - 1] ?? '') || lost === 'Å' || /^ s /.test(line.slice(i + 1, i + 4));
    out.push({
      start: i,
      end: i + (inWord ? 2 : 1),
      insert: lost === 'Å' ? 'Š' : lost === 'Â' ? '\u00a0' : 'à',
      rule: RULE,
      why: `UTF-8 read as ${page}`,
    });
  }
  return out.sort((x, y) => x.start - y.start);
}

/** CESU-8 writes a character beyond the basic plane as two halves; a half alone is no character. */
function pairSurrogates(found: Sequence[]): Sequence[] {
  const out: Sequence[] = [];
  for (let i = 0; i < found.length; i++) {
    const a = found[i]!;
    const b = found[i + 1];
    if (b && a.end === b.start && (a.char + b.char).isWellFormed() && !a.char.isWellFormed()) {
      out.push({ start: a.start, end: b.end, char: a.char + b.char });
      i++;
    } else if (a.char.isWellFormed()) out.push(a);
  }
  return out;
}

/** Which sequences to decode: all that spell something, with and without those that are ordinary punctuation. */
function readings(line: string, found: readonly Sequence[]): { kept: Sequence[]; chinese: number }[] {
  const kept = found.filter((s) => isAssigned(s.char));
  const sure = kept.filter((s) => isSureChinese(line, s));
  if (isEnoughChinese(line, sure)) return [{ kept, chinese: sure.length }];
  const european = kept.filter((s) => !isHan(s.char.charCodeAt(0)));
  return [
    { kept: european.filter((s) => !isOrdinary(line, s)), chinese: 0 },
    { kept: european, chinese: 0 },
  ].filter((r) => r.kept.some((s) => !isOrdinary(line, s)));
}

/**
 * Punctuation, common characters beside Chinese text, or several common characters. One rare character alone is chance
 * (Mac Roman `Â¢â` spells 墉).
 */
function isEnoughChinese(line: string, sure: readonly Sequence[]): boolean {
  if (!sure.length) return false;
  const ideographs = sure.filter((s) => isHan(s.char.charCodeAt(0)));
  if (ideographs.length < sure.length) return true;
  if (rarity(ideographs.map((s) => s.char).join('')) > 7.3) return false;
  return (
    new Set(ideographs.map((s) => s.char)).size > 1 ||
    sure.some((s) => isHan(line.charCodeAt(s.start - 1)) || isHan(line.charCodeAt(s.end)))
  );
}

/** Whether decoding explains most of what is odd about a line of European letters. */
function isBetter(line: string, kept: readonly Sequence[], odd: number, layer: number): boolean {
  if (kept.every((s) => line.slice(s.start, s.end) === 'Ã¥')) return false;
  const before = oddness(line);
  if (kept.some((s) => isStrong(line, s, layer))) return odd <= before / 2;
  return before - odd >= ENOUGH && odd <= before / 3;
}

/** A letter and nothing but punctuation after it: `É…` proves nothing, `â€…` does. */
function isOrdinary(line: string, { start, end }: Sequence): boolean {
  if (!ORDINARY.test(line.slice(start + 1, end)) || /^â[™œ]/.test(line.slice(start, end))) return false;
  // t√©l√©phone: no root stands inside a word.
  if (line[start] === '√' && /^\p{L}\p{L}$/u.test(`${line[start - 1] ?? ''}${line[end] ?? ''}`)) return false;
  return !/^[ÂÃÄ]/.test(line[start]!) || !(/[\u00a0»´©®°·¿¡]/.test(line[start + 1]!) || /\p{L}/u.test(line[end] ?? ''));
}

/**
 * Sequences that honest text does not contain. Left out on purpose: Ã¥ (it may be Latin-1 or Mac Roman), ÂÃ before » ´ © at the end
 * of a word, √ that does not stand in a word.
 */
function isStrong(line: string, { start, end, char }: Sequence, layer: number): boolean {
  const s = line.slice(start, end);
  if (layer && (/^[ÂÃĂ√¬]/.test(s) || (end - start === 3 && /\p{So}/u.test(char)))) return true;
  const inWord = /\p{L}/u.test(line[start - 1] ?? '') || /\p{L}/u.test(line[end] ?? '');
  if (/^[ÄÅ][°«¯±³·¼½¾¡¦¶]$/.test(s)) return /\p{Ll}/u.test(line[end] ?? '');
  if (/^[ÎÏ][±²³´µ¶·¸¹º»¼½¾¿]$/.test(s)) return inWord;
  if (/^Ã¥$/.test(s)) return false;
  if (/^[ÂÃĂ][\u00a0»´©]$/.test(s))
    return /\p{L}/u.test(line[end] ?? '') || (/[^ ]/.test(s[1]!) && line[end] === ' ' && /^Ã\u00a0/.test(s));
  if (/^[ÂÃĂ]/.test(s)) return true;
  if (/^[ВГ][\x80-\xbf‚„…†‡€‰‹‘’“”•–—™›]/.test(s)) return true;
  if (/^√[^±∂]/.test(s) || /^¬/.test(s)) return inWord && /[\p{L}\p{P}\p{S}]/u.test(char);
  return (
    end - start >= 3 &&
    /^(?:[âãïðåæäçèé]|вЂ|‚Ä)/.test(s) &&
    /[\p{L}\p{P}\p{S}]/u.test(char) &&
    /[\x80-\x9f\u00a0-\u00bf\u2013-\u203a€™œžŸšŽŠƒ]/.test(s.slice(1))
  );
}

/** Three bytes that spell a common ideograph or Chinese punctuation, not all of them ordinary punctuation where they stand. */
function isSureChinese(line: string, { start, end, char }: Sequence): boolean {
  if (end - start !== 3 || ORDINARY.test(line.slice(start + 1, end))) return false;
  const unit = char.charCodeAt(0);
  return isHan(unit) ? commonness(unit) > 0 : unit >= 0x3000 && isChinesePunctuation(unit);
}

function isAssigned(char: string): boolean {
  return !/[\p{Cn}\p{Co}\x00-\x1f\x7f]/u.test(char);
}

/** One edit for each stretch of adjoining sequences. */
function merge(kept: readonly Sequence[], page: string): Edit[] {
  const edits: Edit[] = [];
  for (const s of kept) {
    const last = edits.at(-1);
    if (last && last.end === s.start) {
      last.end = s.end;
      last.insert += s.char;
    } else edits.push({ start: s.start, end: s.end, insert: s.char, rule: RULE, why: `UTF-8 read as ${page}` });
  }
  return edits;
}

/** C1 controls left alone by everything else are Windows-1252 that was read as Latin-1. */
export function controls(line: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: char, index } of line.matchAll(/[\x80-\x9f]/g)) {
    const insert = controlNames().get(char.charCodeAt(0));
    if (insert) edits.push({ start: index, end: index + 1, insert, rule: RULE, why: 'Windows-1252 read as Latin-1' });
  }
  return edits;
}

let c1: Map<number, string> | undefined;

function controlNames(): Map<number, string> {
  if (!c1) {
    c1 = new Map();
    for (let unit = 0xa0; unit < 0x2200; unit++) {
      const byte = windows1252().byteOf[unit]!;
      if (byte >= 0x80 && byte < 0xa0) c1.set(byte, String.fromCharCode(unit));
    }
  }
  return c1;
}
