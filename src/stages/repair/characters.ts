import type { Edit } from '../../text/edits.ts';
import { isHan } from '../../text/hanzi.ts';
import { LOOKALIKES, PRIVATE_USE, RADICALS, RARE_LOOKALIKES, VERTICAL } from './characters-table.ts';

/**
 * Everything that one of the rules may touch. ㎡ ℃ ① ㈠ 〇 stay: they are what the author wrote, and compare equal after NFKC.
 */
const SUSPECT =
  /[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe6b\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u180e\ufeff\u2105\ufe00-\ufe0f\u0000-\u0008\u000e-\u001f\u007f\ue000-\uf8ff臵觃迚癿仸斱乊兲叏収幵劢亍丌迓叐弼]/;

let suspects: Uint8Array | undefined;

/** {@link SUSPECT} by unit: as a regular expression it costs ten times as much. */
function buildSuspects(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, unit) => (SUSPECT.test(String.fromCharCode(unit)) ? 1 : 0));
}

/** Scripts in which joiners and direction marks are part of the spelling. */
const JOINING = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u18af]/;
const EMOJI = /\p{Extended_Pictographic}|[\u200d\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]/u;

/** So many different ones of no other use prove it; only then 彳亍, 丌 (a surname), 迎迓, 辅弼 are taken for 于 不 还 当. */
const PROOF = 2;

/**
 * Characters that stand for another: Kangxi radicals, compatibility forms, zero-width and private-use characters, lookalikes.
 *
 * Runs after byte-level repair: 癿 or 仸 may be half of a shifted run, whose bytes that repair needs.
 * Rules: `repair/kangxi`, `repair/compat`, `repair/zero-width`, `repair/private-use`, `repair/lookalike`.
 */
export function findCharacters(text: string): Edit[] {
  suspects ??= buildSuspects();
  const table = suspects;
  const edits: Edit[] = [];
  let rare: boolean | undefined;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (!table[unit]) continue;
    const char = text[index]!;
    if (LOOKALIKES[char]) push(edits, index, LOOKALIKES[char], 'lookalike');
    else if (RARE_LOOKALIKES[char]) {
      rare ??= isFromShiftedFont(text);
      if (rare) push(edits, index, RARE_LOOKALIKES[char], 'lookalike');
    } else if (unit === 0x2105) {
      // 15℅: the sign of an address (care of) taken for that of a hundredth.
      if (/[0-9]/.test(text[index - 1] ?? '')) push(edits, index, '%', 'lookalike');
    } else if (unit <= 0x1f || unit === 0x7f) push(edits, index, '', 'zero-width');
    else if (unit >= 0x2e80 && unit <= 0x2fd5) {
      const to = radical(char);
      if (to && isAmongHan(text, index)) push(edits, index, to, 'kangxi');
    } else if (unit >= 0xe000 && unit <= 0xf8ff) privateUse(text, index, unit, edits);
    else if (unit >= 0xf900 && unit <= 0xfaff) compat(char, index, edits);
    else if (VERTICAL[char]) push(edits, index, VERTICAL[char], 'compat');
    else if (unit >= 0xfb00 && unit <= 0xfb06) push(edits, index, char.normalize('NFKC'), 'compat');
    else if (isInvisible(unit) && !isSpelling(text, index, unit)) push(edits, index, '', 'zero-width');
  }
  return edits;
}

function push(edits: Edit[], start: number, insert: string, rule: string): void {
  edits.push({ start, end: start + 1, insert, rule: `repair/${rule}` });
}

function compat(char: string, index: number, edits: Edit[]): void {
  const to = char.normalize('NFC');
  if (to !== char) push(edits, index, to, 'compat');
}

function radical(char: string): string | undefined {
  if (char >= '\u2f00') return char.normalize('NFKC');
  return RADICALS[char];
}

/** A radical that is talked about stands alone (⺮ 部); one that a converter left stands in a word. Looks past other radicals. */
function isAmongHan(text: string, index: number): boolean {
  const isRadical = (unit: number) => unit >= 0x2e80 && unit <= 0x2fd5;
  let before = index - 1;
  let after = index + 1;
  for (let n = 0; n < 8 && isRadical(text.charCodeAt(before)); n++) before--;
  for (let n = 0; n < 8 && isRadical(text.charCodeAt(after)); n++) after++;
  return isText(text.charCodeAt(before)) || isText(text.charCodeAt(after));
}

/** Han, or punctuation of Chinese text. */
function isText(unit: number): boolean {
  return isHan(unit) || (unit > 0x3000 && unit <= 0x3011) || unit === 0xff0c || unit === 0xff08 || unit === 0xff09;
}

/**
 * Symbol fonts keep their glyphs at U+F020–F0FF: bullets, when one opens a line. Elsewhere it may be a tick box or an
 * arrow that means something: left alone, as is every private character without a published meaning.
 */
function privateUse(text: string, index: number, unit: number, edits: Edit[]): void {
  const known = PRIVATE_USE[String.fromCharCode(unit)];
  if (known) push(edits, index, known, 'private-use');
  else if (unit >= 0xf020 && unit <= 0xf0ff && opensLine(text, index))
    push(edits, index, numbered(text, index + 1) ? '' : '•', 'private-use');
}

/** A bullet before a number says nothing that the number does not. */
function numbered(text: string, at: number): boolean {
  return /^[ \t\u3000\u00a0]{0,8}[(（]?[0-9一二三四五六七八九十①-⑳][0-9十一二三四五六七八九]{0,2}[)）、.．]/.test(
    text.slice(at, at + 16),
  );
}

function opensLine(text: string, index: number): boolean {
  let i = index - 1;
  for (let n = 0; n < 16 && /[ \t\u3000\u00a0]/.test(text[i] ?? ''); n++) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}

function isInvisible(unit: number): boolean {
  return !(unit >= 0xfe10 && unit <= 0xfe6b);
}

/** Joiners in emoji and in scripts that need them, marks of direction beside right-to-left letters, presentation selectors of emoji. */
function isSpelling(text: string, index: number, unit: number): boolean {
  if (unit === 0x00ad || unit === 0xfeff || unit === 0x200b || unit === 0x2060 || unit === 0x180e) return false;
  const around = text.slice(Math.max(0, index - 3), index + 4);
  return (
    JOINING.test(around) ||
    EMOJI.test(text.slice(Math.max(0, index - 2), index)) ||
    EMOJI.test(text.slice(index + 1, index + 3))
  );
}

/** Whether a page was set in a shifted font: several characters that have no use of their own. 収 alone is the Japanese form of 收. */
function isFromShiftedFont(text: string): boolean {
  const seen = new Set<string>();
  for (const [char] of text.matchAll(/[觃迚癿仸斱乊兲叏収幵]/g)) {
    seen.add(char);
    if (seen.size >= PROOF) return true;
  }
  return false;
}
