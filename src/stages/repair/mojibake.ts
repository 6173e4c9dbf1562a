import type { Edit } from '../../text/edits.ts';
import { isHan } from '../../text/hanzi.ts';
import { unambiguous } from '../../text/script.ts';
import { big5Codes, type CodePage, codePages, codePoint, gbkCodes, sequenceLength } from './mojibake-codecs.ts';
import { commonness, isChinesePunctuation, isPlausibleChinese, oddness, rarity } from './mojibake-score.ts';

const RULE = 'repair/mojibake';
/** UTF-8 read wrongly, written as UTF-8, read wrongly again … three layers are the most that was ever seen. */
const LAYERS = 3;
/** A page has to explain away this much oddness before a line of European letters is touched: `É®`, `Ä `, `5×£` stay below. */
const ENOUGH = 2;
/** Characters that are trail bytes in some page and ordinary punctuation too: a sequence of a letter and these proves nothing (café…”). */
const ORDINARY = /^[…‘’“”–—«»°·•\u00a0©®™¡¿ ´]*$/;
const HAS_HIGH = /[^\x00-\x7f]/;

/** A sequence of units that spells one character in UTF-8. */
interface Sequence {
  start: number;
  end: number;
  char: string;
}

/**
 * Text that was decoded with the wrong encoding: UTF-8 read as a single-byte page or as GBK, GBK read as Latin-1 or as Big5; repeated
 * layers of these. Found run by run, so that a page that mixes good and bad keeps the good.
 *
 * A run is changed only if its bytes are exactly recovered, spell valid text in the other encoding, and that text is clearly
 * likelier. Rule: `repair/mojibake`; `why` names the encoding it was read as.
 */
export function findMojibake(text: string): Edit[] {
  if (!HAS_HIGH.test(text)) return [];
  const edits: Edit[] = [];
  const big5 = isMisreadAsBig5(text);
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop + 1;
    const line = text.slice(start, end);
    if (HAS_HIGH.test(line))
      for (const e of inLine(line, big5)) edits.push({ ...e, start: start + e.start, end: start + e.end });
    start = end;
  }
  return edits;
}

function inLine(line: string, big5: boolean): Edit[] {
  const single = fromSingleByte(line);
  if (single?.chinese) return single.edits;
  for (const found of [fromGbk(line), fromLatin(line), big5 ? fromBig5(line) : []]) if (found.length) return found;
  return single ? single.edits : controls(line);
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

// --- UTF-8 read as a single-byte page

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
function fromSingleByte(line: string, layer = 0): Reading | undefined {
  let best: (Reading & { kept: number }) | undefined;
  for (const page of codePages()) {
    const found = pairSurrogates(sequences(line, page));
    if (!found.length) continue;
    for (const { kept, chinese } of readings(line, found)) {
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
  const lost = { 'windows-1252': 'Ã', 'windows-1257': 'Å', 'windows-1251': 'Г' }[page];
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
      insert: lost === 'Å' ? 'Š' : 'à',
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

/** Punctuation, common characters beside Chinese text, or several common characters. One rare character alone is chance (Mac Roman `Â¢â` spells 墉). */
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
  if (!ORDINARY.test(line.slice(start + 1, end))) return false;
  return !/^[ÂÃ]/.test(line[start]!) || !(/[\u00a0»´©®°·¿¡]/.test(line[start + 1]!) || /\p{L}/u.test(line[end] ?? ''));
}

/**
 * Sequences that honest text does not contain. Left out on purpose: Ã¥ (it may be Latin-1 or Mac Roman), ÂÃ before » ´ © at the end
 * of a word, √ that does not stand in a word.
 */
function isStrong(line: string, { start, end, char }: Sequence, layer: number): boolean {
  const s = line.slice(start, end);
  if (layer && /^[ÂÃĂ√¬]/.test(s)) return true;
  const inWord = /\p{L}/u.test(line[start - 1] ?? '') || /\p{L}/u.test(line[end] ?? '');
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
function controls(line: string): Edit[] {
  const page = codePages()[0]!;
  const edits: Edit[] = [];
  for (const { 0: char, index } of line.matchAll(/[\x80-\x9f]/g)) {
    const insert = windows1252(page).get(char.charCodeAt(0));
    if (insert) edits.push({ start: index, end: index + 1, insert, rule: RULE, why: 'Windows-1252 read as Latin-1' });
  }
  return edits;
}

let c1: Map<number, string> | undefined;

function windows1252(page: CodePage): Map<number, string> {
  if (!c1) {
    c1 = new Map();
    for (let unit = 0xa0; unit < 0x2200; unit++) {
      const byte = page.byteOf[unit]!;
      if (byte >= 0x80 && byte < 0xa0) c1.set(byte, String.fromCharCode(unit));
    }
  }
  return c1;
}

// --- UTF-8 read as GBK

/** 鎶撳ソ for 抓好: ideographs of the rare half of GBK whose bytes are UTF-8. */
function fromGbk(line: string): Edit[] {
  const { codeOf } = gbkCodes();
  const edits: Edit[] = [];
  for (let i = 0; i < line.length; i++) {
    const lead = codeOf[line.charCodeAt(i)]! >> 8;
    if (lead < 0xe2 || lead > 0xef) continue;
    const run = gbkRun(line, i);
    if (run.text && isLikelier(line.slice(i, run.end), run.text, 1))
      edits.push({ start: i, end: run.end, insert: run.text, rule: RULE, why: 'UTF-8 read as GBK' });
    i = Math.max(i, run.end - 1);
  }
  return edits.some((e) => e.end - e.start >= 3) ? edits : [];
}

/** The bytes of a character in GBK; code page 936 reads a lone 80 as €. */
function gbkBytes(unit: number): number[] {
  const code = unit === 0x20ac ? 0x80 : gbkCodes().codeOf[unit]!;
  if (!code) return [];
  return code < 0x100 ? [code] : [code >> 8, code & 0xff];
}

/** Decodes from `start` as long as the bytes are UTF-8; ends where a character of both ends. A byte lost at the end (锛?) becomes U+FFFD. */
function gbkRun(line: string, start: number): { end: number; text: string } {
  const best = { end: start, text: '' };
  let bytes: number[] = [];
  let text = '';
  for (let i = start; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    const code = gbkBytes(unit);
    if (!code.length) {
      if ((unit === 0x3f || unit === 0xfffd) && bytes.length && text.length > 1)
        return { end: i + 1, text: `${text}\ufffd` };
      break;
    }
    for (const byte of code) {
      bytes.push(byte);
      const length = sequenceLength(bytes[0]!);
      if (length < 2 || (bytes.length > 1 && (byte < 0x80 || byte > 0xbf))) return best;
      if (bytes.length < length) continue;
      const point = codePoint(bytes);
      // 全 after the run is the bytes of ȫ: what is neither Chinese nor ASCII is where good text begins again.
      if (!isPlausible(point)) return best;
      text += String.fromCodePoint(point);
      bytes = [];
    }
    if (!bytes.length) Object.assign(best, { end: i + 1, text });
  }
  return best;
}

/** ASCII, Chinese punctuation, any ideograph (whether it is a common one is weighed over the run). */
function isPlausible(point: number): boolean {
  return (point > 0 && point < 0x80) || (point < 0x10000 && (isHan(point) || isChinesePunctuation(point)));
}

/** Nearly all of the new text is common Chinese, and it is clearly commoner than the old. */
function isLikelier(old: string, text: string, margin: number): boolean {
  let good = 0;
  let all = 0;
  for (const c of text) {
    if (c === '\ufffd') continue;
    all++;
    if (isPlausibleChinese(c.charCodeAt(0)) || c < '\x80') good++;
  }
  return all >= 1 && good >= 0.8 * all && rarity(old) - rarity(text) > margin;
}

// --- GBK read as Latin-1 or as Big5

/** A stretch of a line whose bytes are double-byte codes, and what these spell. */
interface Stretch {
  start: number;
  end: number;
  text: string;
}

/** µ³½¨ for 党建. A line must have three characters of it; then single ones between digits count too (6ÔÂ). */
function fromLatin(line: string): Edit[] {
  if (!/[\x80-\xff]{2}/.test(line)) return [];
  const found = latinStretches(line).filter(
    (s) => !/\p{Script=Latin}/u.test((line[s.start - 1] ?? '') + (line[s.end] ?? '')),
  );
  const long = found.filter((s) => s.text.length >= 3).map((s) => s.text);
  if (!long.length || !isLikelier('', long.join(''), -7.3)) return [];
  return found.map(({ start, end, text }) => ({
    start,
    end,
    insert: text,
    rule: RULE,
    why: 'GBK read as Windows-1252',
  }));
}

/** Pairs of GB 2312 only: the rest of GBK is where chance pairs (éa, ÀB) fall. */
function latinStretches(line: string): Stretch[] {
  const { byteOf } = codePages()[0]!;
  const { unitOf } = gbkCodes();
  const found: Stretch[] = [];
  for (let start = 0; start < line.length; start++) {
    let text = '';
    let end = start;
    for (; end + 1 < line.length; end += 2) {
      const lead = byteOf[line.charCodeAt(end)]!;
      const trail = byteOf[line.charCodeAt(end + 1)]!;
      const unit = lead >= 0xa1 && trail >= 0xa1 ? unitOf[lead * 256 + trail]! : 0;
      if (!unit) break;
      text += String.fromCharCode(unit);
    }
    if (!text) continue;
    found.push({ start, end, text });
    start = end - 1;
  }
  return found;
}

/** So many commas and full stops of GBK that Big5 shows as ㄛ and ﹝ prove that a page was misread. */
const MISREAD_MARKS = 2;

function isMisreadAsBig5(text: string): boolean {
  let n = 0;
  for (const _ of text.matchAll(/\p{Script=Han}[ㄛ﹝﹜](?![ㄅ-ㄩ])/gu)) if (++n >= MISREAD_MARKS) return true;
  return false;
}

/** What it costs to go from good text to misread text or back, in the unit of `cost`: a lone character is never enough. */
const SWITCH = 8;

/** How unlikely a character is in Chinese text: ln of its rank, and as much for marks of other scripts as for the rarest ideographs. */
function cost(unit: number): number {
  if (unit < 0x80) return 0;
  // The page was GBK, so traditional characters in it are misread sooner than meant.
  if (isHan(unit)) return Math.log(commonness(unit) || 20000) + (unambiguous(unit) ? 3 : 0);
  return '，。、：；！？（）《》“”‘’—…％·'.includes(String.fromCharCode(unit)) ? 3 : 10;
}

/**
 * 絨膘馱釬ㄛ for 党建工作，: honest-looking traditional characters. A page may mix both, so each character is good or misread, whichever
 * makes the line likeliest at the least number of changes (Viterbi over two states).
 */
function fromBig5(line: string): Edit[] {
  const { codeOf } = big5Codes();
  const { unitOf } = gbkCodes();
  const decoded = new Uint16Array(line.length);
  // Bit 0: the good state was reached from the misread one; bit 1: the other way round.
  const from = new Uint8Array(line.length);
  let good = 0;
  let bad = SWITCH / 2;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    decoded[i] = unit < 0x80 ? unit : unitOf[codeOf[unit]!]!;
    const toGood = bad + SWITCH < good;
    const toBad = good + SWITCH < bad;
    from[i] = (toGood ? 1 : 0) | (toBad ? 2 : 0);
    const nextGood = (toGood ? bad + SWITCH : good) + cost(unit);
    bad = (toBad ? good + SWITCH : bad) + (decoded[i] ? cost(decoded[i]!) : Number.POSITIVE_INFINITY);
    good = nextGood;
  }
  const edits: Edit[] = [];
  let isBad = bad < good;
  for (let i = line.length - 1; i >= 0; i--) {
    if (isBad && line.charCodeAt(i) >= 0x80) prepend(edits, i, String.fromCharCode(decoded[i]!));
    isBad = isBad ? (from[i]! & 2) === 0 : (from[i]! & 1) > 0;
  }
  return edits.reverse();
}

/** Adds a character before the last edit, as part of it if they adjoin. */
function prepend(edits: Edit[], at: number, insert: string): void {
  const last = edits.at(-1);
  if (last?.start === at + 1) {
    last.start = at;
    last.insert = insert + last.insert;
  } else edits.push({ start: at, end: at + 1, insert, rule: RULE, why: 'GBK read as Big5' });
}
