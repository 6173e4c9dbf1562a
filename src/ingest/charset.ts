import type { Note } from '../pipeline/types.ts';
import { COMMON_HAN } from './common-han.ts';
import { isNoLanguage } from './no-language.ts';

interface Decoded {
  text: string;
  /** WHATWG name; the GBK family is always `gb18030`. */
  charset: string;
  notes: Note[];
}

/** How much of a file is looked at to find its encoding. */
const SAMPLE = 1 << 18;
/** Candidates where nothing is declared, the likeliest first: the first of equals wins. */
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];
/**
 * A declared encoding is believed unless another fits better by this much (scores run from about -3 to 1).
 * A page of names in rare characters scores low in every encoding, but still lowest in the wrong ones.
 */
const MARGIN = 0.15;
/** Below this nothing fits: random bytes score -0.45 as UTF-16 and less in the others; a list of rare characters is above 0. */
const HOPELESS = -0.2;
/** What does not fit is ASCII text with strays up to this many, or this share; beyond, it is no text. */
const STRAYS = 8;
const STRAY_SHARE = 0.05;

/** The canonical name of an encoding label, or null if no decoder knows it. */
export function canonical(label: string): string | null {
  try {
    const name = new TextDecoder(label.trim()).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return null;
  }
}

/** What the head of an HTML file says of its encoding (`<meta charset>`, `<?xml encoding>`), as written; null if nothing. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString('latin1');
  const found =
    /<meta\s[^<>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,30})/i.exec(head) ??
    /^[^<]{0,9}<\?xml\s[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,30})/i.exec(head);
  return found ? found[1]! : null;
}

/** The encoding that a byte-order mark tells, or null. */
export function bomCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // 84 31 95 33 is U+FEFF in GB18030.
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return null;
}

function decodeAs(bytes: Uint8Array, charset: string, stream = false): string {
  return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes, { stream });
}

/** Whether the bytes are valid UTF-8 throughout, give or take a character that the end of the sample cuts. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: bytes.length === SAMPLE });
    return true;
  } catch {
    return false;
  }
}

/** How much a character outside ASCII speaks for a decoding: 1 for a common one, below 0 for what text does not hold. */
function weight(c: number): number {
  if (c >= 0x4e00 && c <= 0x9fff) return COMMON_HAN.has(c) ? 1 : 0.1;
  if ((c >= 0x3000 && c <= 0x3011) || (c >= 0xff01 && c <= 0xff5e) || (c >= 0x2010 && c <= 0x2026)) return 0.6;
  if (c === 0xfffd) return -4;
  if (c >= 0xd800 && c <= 0xdfff) return -0.2;
  if (c >= 0xe000 && c <= 0xf8ff) return -2;
  if (c === 0xa0 || c === 0xa9 || c === 0xb7) return 0.3;
  if (c < 0xa0) return -2;
  if (c < 0x250) return -0.3;
  return -0.5;
}

/** How well an encoding fits. */
interface Fit {
  charset: string;
  /** Mean weight of the characters outside ASCII. */
  score: number;
  count: number;
}

/** The mean weight of the characters outside ASCII, and how many there are. NULs count as outside. */
function plausibility(text: string): Omit<Fit, 'charset'> {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x20 && c < 0x80) continue;
    if (c >= 9 && c <= 13) continue;
    count++;
    sum += c < 0x20 ? -3 : weight(c);
  }
  return { score: count ? sum / count : 0, count };
}

/** A stretch of the file that begins with its first byte outside ASCII: scripts at the head tell nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let from = 0;
  while (from < bytes.length && bytes[from]! < 0x80 && bytes[from] !== 0) from++;
  if (from === bytes.length) return bytes.subarray(0, 0);
  // Even, so that UTF-16 stays in step; a UTF-8 or GBK text can lose nothing by one more ASCII byte.
  from -= from % 2;
  return bytes.subarray(from, from + SAMPLE);
}

interface Guess {
  charset: string;
  /** False where nothing fits well and nothing is declared. */
  sure: boolean;
  /** True where no encoding fits at all. */
  hopeless: boolean;
}

/** Finds the encoding of text that has no byte-order mark; `declared` where the text is all ASCII. */
function detect(bytes: Uint8Array, declared: string | null): Guess {
  const sample = sampleOf(bytes);
  // What is declared UTF-16 by a `<meta>` that can be read as ASCII is none (WHATWG HTML 13.2.3.2).
  if (!sample.length)
    return { charset: declared?.startsWith('utf-16') ? 'utf-8' : (declared ?? 'utf-8'), sure: true, hopeless: false };
  const fits: Fit[] = [];
  for (const charset of declared && !CANDIDATES.includes(declared) ? [...CANDIDATES, declared] : CANDIDATES) {
    const fit = { charset, ...plausibility(decodeAs(sample, charset, sample.length === SAMPLE)) };
    // Text in another encoding is valid UTF-8 only by accident, and for a character or two (联通 in GBK); so valid UTF-8 is
    // UTF-8 even where it looks odd: mojibake that was saved as UTF-8 is repaired later, as characters.
    if (charset === 'utf-8' && isUtf8(sample) && fit.count >= 4 && fit.score > -2)
      return { charset, sure: true, hopeless: false };
    fits.push(fit);
  }
  const best = fits.reduce((a, b) => (b.score > a.score ? b : a));
  const wished = fits.find((f) => f.charset === declared && f.score >= best.score - MARGIN);
  if (wished || best.score >= HOPELESS)
    return { charset: (wished ?? best).charset, sure: !!wished || best.score > 0.1, hopeless: false };
  // ASCII with a stray byte or NUL; read as UTF-16 it would be all odd characters.
  const strays = fits[0]!.count;
  return { charset: 'utf-8', sure: true, hopeless: strays > STRAYS && strays > sample.length * STRAY_SHARE };
}

function damage(text: string): Note[] {
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken++;
  if (!broken) return [];
  const where = text.indexOf('\ufffd');
  const cut = broken === 1 && where === text.length - 1;
  const what = cut ? 'the last character is cut off' : `${broken} places could not be decoded and show as U+FFFD`;
  return [{ level: 'warn', code: 'ingest/charset', text: what, start: where, end: where + 1 }];
}

/**
 * Decodes a text file: byte-order mark, then what is declared, checked against what the bytes look like.
 *
 * The byte-order mark stays in the text (a pass removes it). Bytes that do not decode become U+FFFD, with a note.
 *
 * @param declared a label from the file itself, or null.
 * @returns null if no encoding fits: the bytes are no text.
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded | null {
  const notes: Note[] = [];
  const wish = declared === null ? null : canonical(declared);
  const bom = bomCharset(bytes);
  const found = bom ? { charset: bom, sure: true, hopeless: false } : detect(bytes, wish);
  if (found.hopeless) return null;
  if (declared !== null && wish !== found.charset)
    notes.push({ level: 'info', code: 'ingest/charset', text: `declared ${declared}, is ${found.charset}` });
  if (!found.sure) notes.push({ level: 'warn', code: 'ingest/charset', text: `encoding is a guess: ${found.charset}` });
  const text = decodeAs(bytes, found.charset);
  if (bom?.startsWith('utf-16') && isNoLanguage(text)) return null;
  return { text, charset: found.charset, notes: [...notes, ...damage(text)] };
}
