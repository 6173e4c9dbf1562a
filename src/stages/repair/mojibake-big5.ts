import { charSet } from '../../text/char-set.ts';
import type { Edit } from '../../text/edits.ts';
import { isHan } from '../../text/hanzi.ts';
import { unambiguous } from '../../text/script.ts';
import { big5Codes, firstBig5Codes, gbkCodes } from './mojibake-codecs.ts';
import { commonness } from './mojibake-score.ts';

const RULE = 'repair/mojibake';
/**
 * So many commas, brackets and full stops of GBK that Big5 shows as ㄛ, ㄗ ㄘ and ﹝, and characters of rows that Big5
 * leaves to its users, prove that a page was misread.
 */
const MISREAD_MARKS = 2;

/** Begins with rare characters, which are found fast. Taiwan's phonetic letters stand in rows, § stands before a number. */
const MARKS = /(?<=\p{Script=Han})[ㄛㄩㄗㄘ﹝﹜](?![ㄅ-ㄩ])|(?<=\p{Script=Han})§(?![ 0-9])|[\uf6b1-\uf848]/gu;

/** Whether a text was written in GBK and decoded as Big5. */
export function isMisreadAsBig5(text: string): boolean {
  let n = 0;
  for (const _ of text.matchAll(MARKS)) if (++n >= MISREAD_MARKS) return true;
  return false;
}

/** So many rare characters, each two common ones taking one away, make a line worth a second look. */
const CROWD = 2;
let rare: Uint8Array | undefined;

/** By UTF-16 unit: 1 for rare ideographs and the private area. */
function rareUnits(): Uint8Array {
  if (rare) return rare;
  rare = new Uint8Array(0x10000);
  for (let unit = 0x3400; unit < 0xf900; unit++)
    if (unit >= 0xe000 || (isHan(unit) && !commonness(unit))) rare[unit] = 1;
  return rare;
}

/** Whether rare characters crowd somewhere in a stretch of text, as they do in clauses that were misread, without any mark. */
export function isCrowded(text: string, from: number, to: number): boolean {
  const table = rareUnits();
  let crowd = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (table[unit]) {
      if (++crowd >= CROWD) return true;
    } else if (unit >= 0x80 && crowd > 0) crowd -= 0.5;
  }
  return false;
}

/** Shortest clause that is believed without a mark, and how its mean cost must change: from chance text to running text. */
const UNMARKED = { length: 6, good: 6.4, gain: 1.5 };

/** As {@link fromBig5}, of a page without marks: only where most of what changes turns from rare characters into running text. */
export function fromUnmarkedBig5(line: string): Edit[] {
  const edits = fromBig5(line);
  let n = 0;
  let before = 0;
  let after = 0;
  for (const e of edits)
    for (let k = 0; k < e.insert.length; k++) {
      const unit = e.insert.charCodeAt(k);
      if (!isHan(unit)) continue;
      n++;
      before += plainCost(line.charCodeAt(e.start + k));
      after += plainCost(unit);
    }
  return n >= UNMARKED.length && after / n <= UNMARKED.good && (before - after) / n >= UNMARKED.gain ? edits : [];
}

/** Cost of a character in text of either script. */
const plainCost = (unit: number): number => Math.log(commonness(unit) || 20000);

/** What it costs to go from good text to misread text or back, in the unit of `cost`: a lone character is never enough. */
const SWITCH = 8;
/** What more it costs within a clause: pages are mixed from clauses. */
const INSIDE = 6;

/** How unlikely a character is in Chinese text: ln of its rank, and as much for marks of other scripts as for the rarest ideographs. */
function cost(unit: number): number {
  if (unit < 0x80) return 0;
  // The page was GBK, so traditional characters in it are misread sooner than meant.
  if (isHan(unit)) return Math.log(commonness(unit) || 20000) + (unambiguous(unit) ? 3 : 0);
  return isMark(unit) ? 3 : 10;
}

const isMark = charSet('，。、：；！？（）《》“”‘’—…％·');

/** Which of two characters of the same code in different tables is the likelier; 0 is none. */
const likelier = (a: number, b: number): number => (b && (!a || cost(b) < cost(a)) ? b : a);

/**
 * 絨膘馱釬ㄛ for 党建工作，: honest-looking traditional characters. A page may mix both, so each character is good or misread, whichever
 * makes the line likeliest at the least number of changes (Viterbi over two states).
 */
export function fromBig5(line: string): Edit[] {
  const { codeOf } = big5Codes();
  const { unitOf } = gbkCodes();
  const first = firstBig5Codes();
  const decoded = new Uint16Array(line.length);
  // Bit 0: the good state was reached from the misread one; bit 1: the other way round.
  const from = new Uint8Array(line.length);
  let good = 0;
  let bad = SWITCH / 2;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    // A full stop is never the misread form of a sign that no text has.
    decoded[i] = unit < 0x80 ? unit : likelier(unitOf[codeOf[unit]!]!, unitOf[first.get(unit) ?? 0]!);
    if (isMark(unit) && !isHan(decoded[i]!) && !isMark(decoded[i]!)) decoded[i] = 0;
    const change = SWITCH + (isHan(unit) && i > 0 && isHan(line.charCodeAt(i - 1)) ? INSIDE : 0);
    const toGood = bad + change < good;
    const toBad = good + change < bad;
    from[i] = (toGood ? 1 : 0) | (toBad ? 2 : 0);
    const nextGood = (toGood ? bad + change : good) + cost(unit);
    bad = (toBad ? good + change : bad) + (decoded[i] ? cost(decoded[i]!) : Number.POSITIVE_INFINITY);
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
