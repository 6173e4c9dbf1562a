/**
 * Folding for comparison: what two copies of one text may differ in without being different.
 *
 * Width, letter case, white space and punctuation go; digits, letters, ideographs, percent signs and the signs that mask
 * words (`*` `×` `□`) stay; ○, which both masks and writes the nought of 二○一四, becomes 〇. Marks inside numbers stay too, since 1.5 is not 15 and 1-2 is not 12.
 */
export interface Folded {
  /** UTF-16 units of the folded text. */
  codes: Uint16Array;
  /** For each unit its offset in the text that was folded. */
  at: Int32Array;
}

const DROP = 0;
const KEEP_SYMBOLS = new Set('%‰℃°+*×□�');
/** Full-width forms, the sign pairs that mean one thing, and the signs that only ever stand for `*`. */
const SAME: Record<string, string> = {
  '＊': '*',
  '※': '*',
  '✱': '*',
  '∗': '*',
  '﹡': '*',
  '％': '%',
  '﹪': '%',
  零: '〇',
  '○': '〇',
  '◯': '〇',
};

let table: Uint16Array | undefined;

/** Folded unit by unit; 0 where the unit is dropped. Built on first use (65,536 entries, some milliseconds). */
function foldTable(): Uint16Array {
  if (table) return table;
  const made = new Uint16Array(65536);
  const noise = /[\p{P}\p{S}\p{Z}\p{C}\p{M}]/u;
  for (let c = 1; c < 65536; c++) {
    if (c >= 0xd800 && c < 0xe000) {
      made[c] = c;
      continue;
    }
    let s = String.fromCharCode(c);
    if (c >= 0xff01 && c <= 0xff5e) s = String.fromCharCode(c - 0xfee0);
    s = SAME[s] ?? s;
    // Private-use units are damage, not noise: dropping them would hide that a word is missing.
    if (KEEP_SYMBOLS.has(s) || (c >= 0xe000 && c < 0xf900)) made[c] = s.charCodeAt(0);
    else if (noise.test(s)) made[c] = DROP;
    else {
      const lower = s.toLowerCase();
      made[c] = lower.length === 1 ? lower.charCodeAt(0) : c;
    }
  }
  table = made;
  return made;
}

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
const POINTS = new Map([...'.．。'].map((c) => [c.charCodeAt(0), '.'.charCodeAt(0)]));
const RANGES = new Map([...'-－—–~～至/／:：'].map((c) => [c.charCodeAt(0), '-'.charCodeAt(0)]));
const COMMAS = new Map([...',，、'].map((c) => [c.charCodeAt(0), ','.charCodeAt(0)]));

/** Characters whose units are copied into a buffer that is kept; a longer text gets one of its own. */
const ROOM = 1 << 16;
let room: { units: Uint16Array; bytes: Buffer; codes: Uint16Array } | undefined;
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The UTF-16 units of a text. Copied natively, which is ten times as fast as `charCodeAt`; valid until the next call. */
function unitsOf(text: string): Uint16Array {
  if (!room) {
    const units = new Uint16Array(ROOM);
    room = { units, bytes: Buffer.from(units.buffer), codes: new Uint16Array(ROOM) };
  }
  const { length } = text;
  const units = length <= ROOM ? room.units : new Uint16Array(length);
  if (LITTLE_ENDIAN) (length <= ROOM ? room.bytes : Buffer.from(units.buffer)).write(text, 0, 2 * length, 'utf16le');
  else for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
  return units.subarray(0, length);
}

/** The next unit from `i` on that is not white space, folded to half width; 0 at the end. */
function nextSolid(units: Uint16Array, i: number): number {
  for (let k = i; k < units.length && k < i + 8; k++) {
    const c = units[k]!;
    if (c === 0x20 || c === 0x3000 || c === 0xa0 || c === 9) continue;
    return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
  }
  return 0;
}

function digitsFrom(units: Uint16Array, i: number): number {
  let k = i;
  while (k < units.length && k < i + 4 && isDigit(units[k]!)) k++;
  return k - i;
}

/** What a dropped mark between two digits is kept as: `.`, `-`, `,`, or nothing for the comma of thousands. */
function insideNumber(units: Uint16Array, i: number, c: number): number {
  if (!isDigit(nextSolid(units, i + 1))) return DROP;
  // A full stop between figures is a point only in `3。5`-style slips; at a sentence's end a line break follows instead.
  const point = POINTS.get(c);
  if (point) return point;
  const comma = COMMAS.get(c);
  // 1,200 is 1200. Known wrong case: an enumeration of three-digit numbers without blanks (`120,130`).
  if (comma) return c !== 0x3001 && digitsFrom(units, i + 1) === 3 ? DROP : comma;
  return RANGES.get(c) ?? DROP;
}

/** Writes the folded units, and where each stood if that is wanted. @returns how many */
function foldInto(units: Uint16Array, codes: Uint16Array, at: Int32Array | null): number {
  const map = foldTable();
  const { length } = units;
  let n = 0;
  for (let i = 0; i < length; i++) {
    const c = units[i]!;
    let out = map[c]!;
    if (out === DROP) {
      if (n === 0 || c <= 0x20 || !isDigit(codes[n - 1]!)) continue;
      out = insideNumber(units, i, c);
      if (out === DROP) continue;
    }
    codes[n] = out;
    if (at) at[n] = i;
    n++;
  }
  return n;
}

/** Folds a text (see above). Pure; linear; about one unit out per ideograph in. */
export function fold(text: string): Folded {
  const codes = new Uint16Array(text.length);
  const at = new Int32Array(text.length);
  const n = foldInto(unitsOf(text), codes, at);
  return { codes: codes.slice(0, n), at: at.slice(0, n) };
}

/** The units alone, for those that need not find back. Valid until the next call: copy what is to be kept. */
export function foldCodes(text: string): Uint16Array {
  const units = unitsOf(text);
  const codes = text.length <= ROOM ? room!.codes : new Uint16Array(text.length);
  return codes.subarray(0, foldInto(units, codes, null));
}

/** A stretch of folded units as a string. */
export function unfold(codes: Uint16Array, start = 0, end = codes.length): string {
  const parts: string[] = [];
  for (let i = start; i < end; i += 8192)
    parts.push(String.fromCharCode.apply(null, codes.subarray(i, Math.min(end, i + 8192)) as unknown as number[]));
  return parts.join('');
}
