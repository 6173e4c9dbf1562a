import iconv from 'iconv-lite';

/** A single-byte code page, both ways. */
export interface CodePage {
  name: string;
  /** By UTF-16 unit: the byte, 0 where the page has none. */
  byteOf: Uint8Array;
  /** Bytes that the page leaves undefined: other decoders drop them or put ? or U+FFFD in their place. */
  holes: number[];
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
  'windows-1256',
  'windows-1255',
] as const;

/**
 * What other tables of the same page have in a place, besides what iconv's has there: browsers read Mac Cyrillic in its later,
 * Ukrainian form; Mac Roman has the ohm or omega, € or the older ¤, Apple's sign; code page 437 has Greek letters or the signs
 * that look like them.
 */
const OTHER: Readonly<Record<string, readonly [char: string, byte: number][]>> = {
  maccyrillic: [
    ['Ґ', 0xa2],
    ['ґ', 0xb6],
    ['€', 0xff],
  ],
  macroman: [
    ['\u03a9', 0xbd],
    ['\u2126', 0xbd],
    ['€', 0xdb],
    ['¤', 0xdb],
    ['\u0394', 0xc6],
    ['\u03a3', 0xb7],
    ['\u03a0', 0xb8],
    ['\uf8ff', 0xf0],
  ],
  cp437: [
    ['\u03b2', 0xe1],
    ['\u2211', 0xe4],
    ['\u2126', 0xea],
    ['\u03d5', 0xed],
    ['\u2208', 0xee],
  ],
};
/** The micro sign and the letter mu change places in every page. */
const MICRO = 0xb5;
const MU = 0x3bc;

let pages: CodePage[] | undefined;
let gbk: DoubleByte | undefined;
let big5: DoubleByte | undefined;

/** A double-byte code, both ways; codes are lead × 256 + trail, 0 where there is none. */
interface DoubleByte {
  codeOf: Uint16Array;
  unitOf: Uint16Array;
}

/** Bytes that a page leaves undefined are read as the control character of that number, as browsers do. */
function buildPage(name: string): CodePage {
  const byteOf = new Uint8Array(0x10000);
  const holes: number[] = [];
  for (let byte = 0xff; byte >= 0x80; byte--) {
    const char = iconv.decode(Buffer.from([byte]), name);
    const unit = char.length === 1 && char !== '\ufffd' ? char.charCodeAt(0) : byte;
    if (unit === byte && byte < 0xa0) holes.push(byte);
    byteOf[unit] = byte;
    if (!byteOf[byte] && byte < 0xa0) byteOf[byte] = byte;
  }
  for (const [char, byte] of OTHER[name] ?? []) byteOf[char.charCodeAt(0)] ||= byte;
  byteOf[MU] ||= byteOf[MICRO]!;
  return { name, byteOf, holes };
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

/** By UTF-16 unit: what it can open (low half) and what it can follow (high half), a bit a way of misreading; see {@link scan}. */
let roles: Uint32Array | undefined;
/** Bits behind those of the single-byte pages. */
const GBK = 1 << 12;
const LATIN = 1 << 13;
const CONTROL = 1 << 14;

function buildRoles(): Uint32Array {
  const table = new Uint32Array(0x10000);
  const { codeOf } = gbkCodes();
  for (let unit = 0x80; unit < 0x10000; unit++) {
    let opens = 0;
    let follows = 0;
    for (const [bit, { byteOf }] of allPages().entries()) {
      const byte = byteOf[unit]!;
      if (sequenceLength(byte)) opens |= 1 << bit;
      if (byte >= 0x80 && byte <= 0xbf) follows |= 1 << bit;
    }
    const [lead, trail] = [codeOf[unit]! >> 8, codeOf[unit]! & 0xff];
    if (lead >= 0xe2 && lead <= 0xef && trail >= 0x80 && trail <= 0xbf) opens |= GBK;
    if ((lead >= 0x80 && lead <= 0xbf) || unit === 0x20ac) follows |= GBK;
    if (unit <= 0xff) {
      opens |= LATIN;
      follows |= LATIN;
    }
    // A control character is a find by itself: whatever stands before it opens it.
    if (unit < 0xa0) follows |= CONTROL;
    table[unit] = (follows << 16) | opens;
  }
  return table;
}

/** What some pair of neighbours in a stretch of text may be, as bits: nearly all text is sifted out by this. */
export function scan(text: string, from: number, to: number): number {
  roles ??= buildRoles();
  const table = roles;
  let found = 0;
  let opened = CONTROL;
  for (let i = from; i < to; i++) {
    const role = table[text.charCodeAt(i)]!;
    found |= opened & (role >>> 16);
    opened = role | CONTROL;
  }
  return found;
}

/** Whether the bits of {@link scan} allow that a single-byte page shows what was UTF-8. */
export function mayBeSingleByte(bits: number): boolean {
  return (bits & (GBK - 1)) > 0;
}

/** Whether the bits of {@link scan} allow that GBK shows what was UTF-8. */
export function mayBeGbk(bits: number): boolean {
  return (bits & GBK) > 0;
}

/** Whether the bits of {@link scan} allow that Windows-1252 shows what was GBK. */
export function mayBeLatin(bits: number): boolean {
  return (bits & LATIN) > 0;
}

/** The code pages that a line may have been read as, the likeliest first. */
export function candidates(line: string): CodePage[] {
  const mask = scan(line, 0, line.length);
  return allPages().filter((_, bit) => mask & (1 << bit));
}

/** Windows-1252, which Latin-1 is read as. */
export function windows1252(): CodePage {
  return allPages()[0]!;
}

/** The single-byte code pages, built once. */
function allPages(): readonly CodePage[] {
  pages ??= PAGES.map(buildPage);
  return pages;
}

export function gbkCodes(): DoubleByte {
  gbk ??= buildDouble('gbk', 0x81);
  return gbk;
}

/** With the rows of Hong Kong and ETEN, as browsers decode it. */
export function big5Codes(): DoubleByte {
  big5 ??= withUserDefined(buildDouble('big5', 0xa1));
  return big5;
}

/** Rows of Big5 without a character of their own: Microsoft's and ICU's tables put them in the private area from these points on. */
const USER_DEFINED: readonly [first: number, last: number, point: number][] = [
  [0xfa, 0xfe, 0xe000],
  [0x8e, 0xa0, 0xe311],
  [0x81, 0x8d, 0xeeb8],
  [0xc6, 0xc8, 0xf672],
];

/**
 * Kana, Cyrillic and numbers in circles in the order of Unicode's first table of Big5 (BIG5.TXT, which Python still goes by), from
 * C6A1 on: ETEN and browsers put the same characters elsewhere.
 */
const FIRST_TABLE: readonly [first: number, last: number][] = [
  [0x30fe, 0x30fe],
  [0x309d, 0x309e],
  [0x3005, 0x3005],
  [0x3041, 0x3093],
  [0x30a1, 0x30f6],
  [0x414, 0x415],
  [0x401, 0x401],
  [0x416, 0x41c],
  [0x423, 0x435],
  [0x451, 0x451],
  [0x436, 0x44f],
  [0x2460, 0x2469],
  [0x2474, 0x247d],
];
let firstTable: Map<number, number> | undefined;

/** By UTF-16 unit: its code in Unicode's first table of Big5, where that differs. */
export function firstBig5Codes(): ReadonlyMap<number, number> {
  if (firstTable) return firstTable;
  firstTable = new Map();
  let code = 0xc6a1;
  for (const [first, last] of FIRST_TABLE)
    for (let unit = first; unit <= last; unit++) {
      firstTable.set(unit, code);
      code += (code & 0xff) === 0x7e ? 0x23 : (code & 0xff) === 0xfe ? 0x42 : 1;
    }
  return firstTable;
}

/** With the codes that the private area stands for: half of what GBK text shows there. */
function withUserDefined(table: DoubleByte): DoubleByte {
  for (const [first, last, point] of USER_DEFINED)
    for (let row = first, unit = point; row <= last; row++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail > 0x7e && trail < 0xa1) continue;
        table.codeOf[unit++]! ||= row * 256 + trail;
      }
  return table;
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
