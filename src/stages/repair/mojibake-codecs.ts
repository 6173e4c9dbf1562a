import iconv from 'iconv-lite';

/** A single-byte code page, both ways. */
export interface CodePage {
  name: string;
  /** By UTF-16 unit: the byte, 0 where the page has none. */
  byteOf: Uint8Array;
}

/** Pages that UTF-8 was read as, the likeliest first: where several explain a text equally well, the first is believed. */
const PAGES = [
  'windows-1252',
  'windows-1251',
  'macroman',
  'maccyrillic',
  'windows-1250',
  'windows-1257',
  'windows-1254',
  'windows-1253',
  'iso-8859-2',
  'cp437',
] as const;

let pages: CodePage[] | undefined;
let gbk: DoubleByte | undefined;
let big5: DoubleByte | undefined;

/** A double-byte code, both ways; codes are lead × 256 + trail, 0 where there is none. */
export interface DoubleByte {
  codeOf: Uint16Array;
  unitOf: Uint16Array;
}

/** Bytes that a page leaves undefined are read as the control character of that number, as browsers do. */
function buildPage(name: string): CodePage {
  const byteOf = new Uint8Array(0x10000);
  for (let byte = 0xff; byte >= 0x80; byte--) {
    const char = iconv.decode(Buffer.from([byte]), name);
    const unit = char.length === 1 && char !== '\ufffd' ? char.charCodeAt(0) : byte;
    byteOf[unit] = byte;
    if (!byteOf[byte] && byte < 0xa0) byteOf[byte] = byte;
  }
  return { name, byteOf };
}

function buildDouble(name: string, firstLead: number): DoubleByte {
  const codeOf = new Uint16Array(0x10000);
  const unitOf = new Uint16Array(0x10000);
  for (let lead = firstLead; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = iconv.decode(Buffer.from([lead, trail]), name);
      if (trail === 0x7f || char.length !== 1 || char === '\ufffd') continue;
      unitOf[lead * 256 + trail] = char.charCodeAt(0);
      codeOf[char.charCodeAt(0)] ||= lead * 256 + trail;
    }
  return { codeOf, unitOf };
}

/** The single-byte code pages, built once. */
export function codePages(): readonly CodePage[] {
  pages ??= PAGES.map(buildPage);
  return pages;
}

export function gbkCodes(): DoubleByte {
  gbk ??= buildDouble('gbk', 0x81);
  return gbk;
}

/** With the rows of Hong Kong and ETEN, as browsers decode it. */
export function big5Codes(): DoubleByte {
  big5 ??= buildDouble('big5', 0xa1);
  return big5;
}

/** Length of the UTF-8 sequence that a lead byte opens (2–4); 0 for any other byte. */
export function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The code point of a whole UTF-8 sequence; -1 for an overlong or impossible one. Halves of surrogate pairs (CESU-8) are let through. */
export function codePoint(bytes: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (bytes.length === 2) return ((a & 0x1f) << 6) | (b & 0x3f);
  if (bytes.length === 3) {
    const point = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
    return point >= 0x800 ? point : -1;
  }
  const point = ((a & 0x07) << 18) | ((b & 0x3f) << 12) | ((c & 0x3f) << 6) | (d & 0x3f);
  return point >= 0x10000 && point <= 0x10ffff ? point : -1;
}
