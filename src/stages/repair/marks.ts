/** The marks that byte-blind edits leave in a text: what to look at before anything is decoded again. */
import { assignedUnit } from '../../text/gbk.ts';

/** Pinyin letters, those of old encodings and sloppy input included. */
const PINYIN = 'a-zA-ZüÜɑɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêńňǹăĕĭŏŭ';

/** Punctuation whose byte pair the converter's tools cut at, at any offset: A3A1 A3BB A3AC A3BF A1A3 A1A2. */
const CUT = '！；，？。、';
/** The same as a later folding of widths shows them. */
const CUT_FOLDED = '!;,?。、';

function isSymbol(unit: number): boolean {
  return unit > 0 && !CUT.includes(String.fromCharCode(unit));
}

/** What stands for a byte that could not be decoded. */
export function isLost(unit: number): boolean {
  return unit === 0x3f || unit === 0xff1f || unit === 0xfffd;
}

/** Whether a unit is one of {@link CUT} or its folded form. */
export function isCut(unit: number): boolean {
  const char = String.fromCharCode(unit);
  return CUT.includes(char) || CUT_FOLDED.includes(char);
}

/** A gloss, or what is left of one: `(guān)`, `（luò ）`, `qū)` behind an eaten bracket. */
export interface GlossMark {
  /** The reading as written. */
  reading: string;
  /** Offset behind the closing bracket. */
  end: number;
}

const SYLLABLE = new RegExp(`[(（]? ?([${PINYIN}\u0300-\u0304\u030c]{1,7}|lu:e?) ?[)）]`, 'y');

/** The gloss that starts at `at`; its opening bracket may be missing unless `bracket` is set. */
export function glossAt(text: string, at: number, bracket: boolean): GlossMark | null {
  const first = text.charCodeAt(at);
  if (bracket && first !== 0x28 && first !== 0xff08) return null;
  SYLLABLE.lastIndex = at;
  const m = SYLLABLE.exec(text);
  return m ? { reading: m[1]!, end: SYLLABLE.lastIndex } : null;
}

/** What A8, the second byte of a full-width bracket, leads; A9, of a closing one, where all between vanished; or a single byte. */
const BEHIND_BRACKET = `${String.fromCharCode(
  ...[0xa840, 0xa940].flatMap((row) => Array.from({ length: 0xbf }, (_, i) => assignedUnit(row + i)).filter(isSymbol)),
)}\\d`;
const BLANK = ' \u3000\u00a0';

/**
 * White space of two bytes each, cut inside at A1A3: its last byte and the first of the bracket behind it are read as a full stop,
 * `　　（一）加` → ` 。ㄒ唬┘`. The half that was left over went with the white space.
 */
const HALF_BLANK = `(?<![^\\n${BLANK}])。(?=[${BEHIND_BRACKET}])`;

const SITE = new RegExp(
  `[?？\uFFFD](?=[${CUT}${CUT_FOLDED}\uFFFD]|[(（]? ?[${PINYIN}]{1,7} ?[)）])|${HALF_BLANK}`,
  'g',
);
const HALF_BLANK_AT = new RegExp(HALF_BLANK, 'y');

/** Whether a full stop stands for half a blank and the bracket behind it. */
export function isHalfBlank(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x3002) return false;
  HALF_BLANK_AT.lastIndex = at;
  return HALF_BLANK_AT.test(text);
}

/**
 * The next place at or after `from` that may be damage of this kind: a lost byte before cut punctuation or before what
 * is left of a gloss, or half a blank. Most marks are honest ("真的吗？！"): the search decides.
 *
 * @returns its offset, -1 when there is none.
 */
export function nextSite(text: string, from: number): number {
  SITE.lastIndex = from;
  const m = SITE.exec(text);
  return m ? m.index : -1;
}
