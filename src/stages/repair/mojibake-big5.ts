import type { Edit } from '../../text/edits.ts';
import { isHan } from '../../text/hanzi.ts';
import { unambiguous } from '../../text/script.ts';
import { big5Codes, gbkCodes } from './mojibake-codecs.ts';
import { commonness } from './mojibake-score.ts';

const RULE = 'repair/mojibake';
/** So many commas, brackets and full stops of GBK that Big5 shows as ㄛ, ㄗ ㄘ and ﹝, and characters of rows that Big5 leaves to its users, prove that a page was misread. */
const MISREAD_MARKS = 2;

/** Begins with rare characters, which are found fast. Taiwan's phonetic letters stand in rows, § stands before a number. */
const MARKS = /(?<=\p{Script=Han})[ㄛㄩㄗㄘ﹝﹜](?![ㄅ-ㄩ])|(?<=\p{Script=Han})§(?![ 0-9])|[\uf6b1-\uf848]/gu;

export function isMisreadAsBig5(text: string): boolean {
  let n = 0;
  for (const _ of text.matchAll(MARKS)) if (++n >= MISREAD_MARKS) return true;
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
export function fromBig5(line: string): Edit[] {
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
