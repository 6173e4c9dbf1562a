/**
 * Folding for comparison: what two copies of one text may differ in without being different.
 *
 * Width, letter case, white space and punctuation go; digits, letters, ideographs, percent signs and the signs that mask
 * words (`*` `×` `□`) stay; ○, which both masks and writes the nought of 二○一四, becomes 〇. Marks inside numbers stay
 * too, since 1.5 is not 15 and 1-2 is not 12.
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

/** Folded unit by unit; 0 where the unit is dropped. Filled on first use (some milliseconds). */
const TABLE = new Uint16Array(65536);
let filled = false;

/** Ideographs and Hangul syllables: half of all units, and letters without case, which need not be asked for one by one. */
const isLetter = (c: number): boolean => (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);

function fillTable(made: Uint16Array): void {
  const noise = /[\p{P}\p{S}\p{Z}\p{C}\p{M}]/u;
  for (let c = 1; c < 65536; c++) {
    if ((c >= 0xd800 && c < 0xe000) || isLetter(c)) {
      made[c] = c;
      continue;
    }
    const s = String.fromCharCode(c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c);
    // Private-use units are damage, not noise: dropping them would hide that a word is missing.
    if (KEEP_SYMBOLS.has(s) || (c >= 0xe000 && c < 0xf900)) made[c] = s.charCodeAt(0);
    else if (noise.test(s)) made[c] = DROP;
    else {
      const lower = s.toLowerCase();
      made[c] = lower.length === 1 ? lower.charCodeAt(0) : c;
    }
  }
  for (const [from, to] of Object.entries(SAME)) made[from.charCodeAt(0)] = to.charCodeAt(0);
  filled = true;
}

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
const POINTS = new Map([...'.．。'].map((c) => [c.charCodeAt(0), '.'.charCodeAt(0)]));
const RANGES = new Map([...'-－—–~～至/／:：'].map((c) => [c.charCodeAt(0), '-'.charCodeAt(0)]));
const COMMAS = new Map([...',，、'].map((c) => [c.charCodeAt(0), ','.charCodeAt(0)]));

/** Texts are folded so many units at a time, in arrays that are kept: constants, which the engine need not look up. */
const ROOM = 1 << 15;
/** What is looked at behind a unit at most (see `nextSolid` and `digitsFrom`). */
const AHEAD = 16;
const UNITS = new Uint16Array(ROOM + AHEAD);
const BYTES = Buffer.from(UNITS.buffer);
/** One more: what is dropped is written too, and overwritten by what comes next. */
const CODES = new Uint16Array(ROOM + 1);
const AT = new Int32Array(ROOM + 1);
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Puts the units of a text into `UNITS`: natively, which is ten times as fast as `charCodeAt`. */
function load(text: string): void {
  if (LITTLE_ENDIAN) BYTES.write(text, 0, 2 * text.length, 'utf16le');
  else for (let i = 0; i < text.length; i++) UNITS[i] = text.charCodeAt(i);
}

/** The next unit from `i` on that is not white space, folded to half width; 0 at the end. */
function nextSolid(units: Uint16Array, length: number, i: number): number {
  for (let k = i; k < length && k < i + 8; k++) {
    const c = units[k]!;
    if (c === 0x20 || c === 0x3000 || c === 0xa0 || c === 9) continue;
    return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
  }
  return 0;
}

function digitsFrom(units: Uint16Array, length: number, i: number): number {
  let k = i;
  while (k < length && k < i + 4 && isDigit(units[k]!)) k++;
  return k - i;
}

/** What a dropped mark between two digits is kept as: `.`, `-`, `,`, or nothing for the comma of thousands. */
function insideNumber(units: Uint16Array, length: number, i: number, c: number): number {
  if (!isDigit(nextSolid(units, length, i + 1))) return DROP;
  // A full stop between figures is a point only in `3。5`-style slips; at a sentence's end a line break follows instead.
  const point = POINTS.get(c);
  if (point) return point;
  const comma = COMMAS.get(c);
  // 1,200 is 1200. Known wrong case: an enumeration of three-digit numbers without blanks (`120,130`).
  if (comma) return c !== 0x3001 && digitsFrom(units, length, i + 1) === 3 ? DROP : comma;
  return RANGES.get(c) ?? DROP;
}

/**
 * Folds `UNITS[0, end)` into `CODES`, and where each stood, counted from `base`, into `AT`. Without branches but for marks
 * behind a digit: what is dropped is written and overwritten, since guessing wrong at every comma takes longer.
 *
 * @param length of what is loaded: the marks at the end look ahead
 * @param before the unit kept last, 0 where there is none
 * @returns how many were kept
 */
function foldLoaded(end: number, length: number, base: number, before: number): number {
  let n = 0;
  let last = before;
  for (let i = 0; i < end; i++) {
    const c = UNITS[i]!;
    let out = TABLE[c]!;
    // Negative where the unit is dropped and the one kept before it is a digit.
    if (((out - 1) & ~((last - 0x30) | (0x39 - last))) < 0 && c > 0x20) out = insideNumber(UNITS, length, i, c);
    CODES[n] = out;
    AT[n] = base + i;
    const kept = -out >> 31;
    n -= kept;
    last = (out & kept) | (last & ~kept);
  }
  return n;
}

/** Folds a text of at most `ROOM` units into `CODES` and `AT`. @returns how many were kept */
function foldShort(text: string): number {
  if (!filled) fillTable(TABLE);
  load(text);
  return foldLoaded(text.length, text.length, 0, 0);
}

/** Folds a text (see above). Pure; linear; about one unit out per ideograph in. */
export function fold(text: string): Folded {
  if (text.length > ROOM) return foldLong(text);
  const n = foldShort(text);
  return { codes: CODES.slice(0, n), at: AT.slice(0, n) };
}

function foldLong(text: string): Folded {
  if (!filled) fillTable(TABLE);
  const codes = new Uint16Array(text.length);
  const at = new Int32Array(text.length);
  let n = 0;
  for (let base = 0; base < text.length; base += ROOM) {
    const piece = text.slice(base, base + ROOM + AHEAD);
    load(piece);
    const more = foldLoaded(Math.min(ROOM, piece.length), piece.length, base, n ? codes[n - 1]! : 0);
    codes.set(CODES.subarray(0, more), n);
    at.set(AT.subarray(0, more), n);
    n += more;
  }
  return { codes: codes.slice(0, n), at: at.slice(0, n) };
}

/** {@link fold} without a copy. Valid until the next call. */
export function foldView(text: string): Folded {
  if (text.length > ROOM) return foldLong(text);
  const n = foldShort(text);
  return { codes: CODES.subarray(0, n), at: AT.subarray(0, n) };
}

/** The units alone, for those that need not find back. Valid until the next call: copy what is to be kept. */
export const foldCodes = (text: string): Uint16Array =>
  text.length > ROOM ? foldLong(text).codes : CODES.subarray(0, foldShort(text));

/** A stretch of folded units as a string. */
export function unfold(codes: Uint16Array, start = 0, end = codes.length): string {
  const parts: string[] = [];
  for (let i = start; i < end; i += 8192)
    parts.push(String.fromCharCode.apply(null, codes.subarray(i, Math.min(end, i + 8192)) as unknown as number[]));
  return parts.join('');
}
