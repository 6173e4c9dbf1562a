import { Locale as ToTraditional } from 'opencc-js/cn2t';
import { applyEdits, type Edit } from './edits.ts';
import { hasKana, isJapanese, isKana } from './kana.ts';
import { OVERLAID, overlaid } from './overlay.ts';
import {
  countKinds,
  isTraditionalOnly,
  type KindCount,
  type ScriptCount,
  sawTraditional,
  scriptKinds,
  unambiguous,
} from './script.ts';
import { isOddToT2s, t2s, t2sInPlace } from './t2s.ts';
import { fromUtf16, utf16 } from './utf16.ts';

/** A text in simplified characters, and the edits that made it from the text given (rules `normalise/t2s`, `normalise/overlay`). */
interface Simplified {
  text: string;
  edits: Edit[];
}

/** From this share of traditional among the one-script characters a line is converted by phrases, ambiguous characters and all. */
const HANT_SHARE = 0.3;
/** Longer lines are converted in pieces, so that a page of one 200 MB line does not need several copies of it at once. */
const PIECE = 1 << 16;

let rareForms: Map<string, string> | undefined;
let kinds: Uint8Array | undefined;

/** Only what has one reading in any context: for simplified text with traditional characters strewn in. */
function t2sUnambiguous(text: string): string {
  let out = '';
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const to = unambiguous(text.charCodeAt(i));
    if (!to) continue;
    out += text.slice(at, i) + String.fromCharCode(to);
    at = i + 1;
  }
  return at ? out + text.slice(at) : text;
}

/** Bits beside those of {@link scriptKinds}: the overlay's characters, those whose simplified form lies beyond the basic plane. */
const TRIGGER = 16;
const RARE = 32;
/** … halves of surrogate pairs, with which these are written; and what else may change the length of a text. */
const BEYOND = 64;
const ODD = 128;

function buildOverlay(): Uint8Array {
  const kinds = scriptKinds().slice();
  for (const c of OVERLAID) kinds[c.charCodeAt(0)]! |= TRIGGER;
  rareForms = new Map();
  for (const entry of ToTraditional.from.cn![0]!.at(-1)!.split('|')) {
    const [simple = '', traditional = ''] = entry.split(' ');
    if (simple.length !== 2 || traditional.length !== 1) continue;
    rareForms.set(traditional, simple);
    kinds[traditional.charCodeAt(0)]! |= RARE;
  }
  for (let unit = 0; unit < kinds.length; unit++) if (isOddToT2s(unit) || isKana(unit)) kinds[unit]! |= ODD;
  kinds.fill(BEYOND, 0xd800, 0xdc00);
  return kinds;
}

/** Offsets at which the overlay has something to decide. */
function places(text: string): number[] {
  kinds ??= buildOverlay();
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) if (kinds[text.charCodeAt(i)]! & TRIGGER) found.push(i);
  return found;
}

/** Applies the overlay, but not beside kana: a Japanese name or title is quoted, and its spelling is right. Never changes the length. */
function overlay(text: string, hant: boolean): string {
  const found = places(text);
  return found.length && !hasKana(text) ? overlaid(text, found, hant) : text;
}

/** Edits between two texts of one length, a run each; never between the halves of a surrogate pair. */
function runs(from: string, to: string, at: number, rule: string, edits: Edit[]): void {
  for (let i = 0; i < from.length; i++) {
    if (from.charCodeAt(i) === to.charCodeAt(i)) continue;
    let start = i;
    while (i < from.length && from.charCodeAt(i) !== to.charCodeAt(i)) i++;
    if (start && isLow(from.charCodeAt(start))) start--;
    if (isLow(from.charCodeAt(i)) || isLow(to.charCodeAt(i))) i++;
    edits.push({ start: at + start, end: at + i, insert: to.slice(start, i), rule });
  }
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** Edits between two texts whose lengths differ: character by character if they have as many, else what lies between their common ends. */
function loose(from: string, to: string, at: number, rule: string, edits: Edit[]): void {
  const a = [...from];
  const b = [...to];
  if (a.length === b.length) {
    let start = at;
    for (let i = 0; i < a.length; i++) {
      const end = start + a[i]!.length;
      if (a[i] !== b[i]) edits.push({ start, end, insert: b[i]!, rule });
      start = end;
    }
    return;
  }
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const start = at + a.slice(0, head).join('').length;
  const end = at + a.slice(0, a.length - tail).join('').length;
  edits.push({ start, end, insert: b.slice(head, b.length - tail).join(''), rule });
}

/**
 * 殢 → 𣨼 only where the line writes 𣨼 too. Fonts and dictionaries for simplified text mostly lack these forms, and texts of
 * either script write 殢; OpenCC has the pairs in its table of the other direction.
 */
function withRareForms(text: string): string {
  if (!/[\ud800-\udbff]/.test(text)) return text;
  const written = new Set(text.match(/[\ud840-\udbff][\udc00-\udfff]/g));
  return text.replace(/[\u3400-\u9fff]/g, (c) => {
    const simple = rareForms!.get(c);
    return simple && written.has(simple) ? simple : c;
  });
}

/** A text on its way: as it is, its units, and the units that are converted in place. */
interface Work {
  text: string;
  before: Uint16Array;
  after: Uint16Array;
  edits: Edit[];
}

/** Converts a piece; @returns false where its length may have changed, so that only the edits tell what became of it. */
function convertPiece(work: Work, { start, end, hant, seen }: Piece): boolean {
  const { text, before, after, edits } = work;
  if (seen & (BEYOND | ODD)) {
    convertOdd(text.slice(start, end), start, hant === true, edits);
    return false;
  }
  if (hant) t2sInPlace(after, text, start, end);
  else for (let i = start; i < end; i++) after[i] = unambiguous(before[i]!) || before[i]!;
  if (!(seen & TRIGGER) || !overlayInPlace(work, start, end, hant === true)) unitRuns(before, after, start, end, edits);
  return true;
}

/** The overlay on a converted piece; @returns false, and makes no edits, where it changes nothing. */
function overlayInPlace({ text, after, edits }: Work, start: number, end: number, hant: boolean): boolean {
  let i = start;
  while (i < end && !(kinds![after[i]!]! & TRIGGER)) i++;
  if (i === end) return false;
  const plain = fromUtf16(after.subarray(start, end));
  const best = overlay(plain, hant);
  if (best === plain) return false;
  for (let k = 0; k < best.length; k++) after[start + k] = best.charCodeAt(k);
  bothRules(text.slice(start, end), plain, best, start, edits);
  return true;
}

/** Edits between units before and after, a run each. */
function unitRuns(before: Uint16Array, after: Uint16Array, from: number, to: number, edits: Edit[]): void {
  for (let i = from; i < to; i++) {
    if (before[i] === after[i]) continue;
    const start = i;
    let insert = '';
    for (; i < to && before[i] !== after[i]; i++) insert += letter(after[i]!);
    edits.push({ start, end: i, insert, rule: 'normalise/t2s' });
  }
}

/** By unit. A converted text inserts a few hundred characters again and again. */
const letters = new Array<string | undefined>(0x10000);

function letter(unit: number): string {
  const known = letters[unit];
  if (known) return known;
  letters[unit] = String.fromCharCode(unit);
  return letters[unit];
}

/** For pieces with kana, with characters beyond the basic plane, or with such a simplified form. */
function convertOdd(piece: string, at: number, hant: boolean, edits: Edit[]): void {
  if (isJapanese(piece, hant)) return;
  const plain = withRareForms(hant ? t2s(piece) : t2sUnambiguous(piece));
  const text = overlay(plain, hant);
  if (text === piece) return;
  if (text.length !== piece.length) loose(piece, text, at, 'normalise/t2s', edits);
  else if (plain === text) runs(piece, text, at, 'normalise/t2s', edits);
  else bothRules(piece, plain, text, at, edits);
}

/** Edits of both rules, where the overlay changed what conversion left. All three texts are as long. */
function bothRules(from: string, plain: string, to: string, at: number, edits: Edit[]): void {
  const own: Edit[] = [];
  runs(from, plain, at, 'normalise/t2s', own);
  runs(plain, to, at, 'normalise/overlay', own);
  for (const e of merge(own, to, at)) edits.push(e);
}

/** Edits of both rules in order. Where both touched one unit (甚麼 → 甚么 → 什么) they become one edit, the overlay's. */
function merge(own: Edit[], text: string, at: number): Edit[] {
  own.sort((x, y) => x.start - y.start || x.end - y.end);
  const out: Edit[] = [];
  for (const e of own) {
    const last = out.at(-1);
    if (last && e.start < last.end) {
      last.end = Math.max(last.end, e.end);
      last.insert = text.slice(last.start - at, last.end - at);
      last.rule = 'normalise/overlay';
    } else out.push({ ...e, insert: text.slice(e.start - at, e.end - at) });
  }
  return out;
}

function isHant({ hans, hant }: ScriptCount): boolean {
  return hant > 0 && hant >= HANT_SHARE * (hans + hant);
}

/** End of the piece that begins at `start`: a line, or of a long line a part cut where no word runs on (at most `PIECE`). */
function pieceEnd(text: string, start: number): number {
  const stop = text.indexOf('\n', start);
  let end = stop < 0 ? text.length : stop + 1;
  if (end - start > PIECE) {
    end = start + PIECE;
    const pause = text.slice(end - 1000, end).search(/[，。,；][^，。,；]*$/);
    if (pause >= 0) end = end - 1000 + pause + 1;
    else if (isLow(text.charCodeAt(end))) end--;
  }
  return end;
}

/**
 * Converts traditional, machine-made traditional and mixed text to simplified characters, line by line.
 *
 * A line in traditional script goes through OpenCC's phrases and characters (`t2s`) and the overlay. In a line in simplified
 * script only characters with one reading in any context change, so 乾隆, 显著, 徵羽, 程序 stay. A line without evidence
 * follows the rest of the text. Converting twice changes nothing.
 *
 * Source of the tables: OpenCC (Apache-2.0) by way of opencc-js; the overlay (overlay.ts) is ours. Never fails.
 */
export function simplify(text: string): Simplified {
  const before = utf16(text);
  const edits: Edit[] = [];
  const pieces = toConvert(text, before);
  if (!pieces.length) return { text, edits };
  const work: Work = { text, before, after: before.slice(), edits };
  let isInPlace = true;
  for (const piece of pieces) isInPlace = convertPiece(work, piece) && isInPlace;
  if (!edits.length) return { text, edits };
  return { text: isInPlace ? fromUtf16(work.after) : applyEdits(text, edits), edits };
}

/** Whether {@link simplify} may change a UTF-16 unit that stands alone: cheaper to ask than to convert. */
export function maySimplify(unit: number): boolean {
  kinds ??= buildOverlay();
  return hasWork(kinds[unit]!);
}

interface Piece {
  start: number;
  end: number;
  /** Whether it is traditional text; null where it has no evidence of its own. */
  hant: boolean | null;
  /** The kinds of its characters, or-ed. */
  seen: number;
}

/** The pieces in which there may be anything to convert: none in simplified text, which costs one look at each character. */
function toConvert(text: string, units: Uint16Array): Piece[] {
  kinds ??= buildOverlay();
  const all: KindCount = { hans: 0, hant: 0, seen: 0 };
  const own: KindCount = { hans: 0, hant: 0, seen: 0 };
  const found: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    countKinds(kinds, units, start, end, own);
    all.hans += own.hans;
    all.hant += own.hant;
    all.seen |= own.seen;
    const hant = own.hans + own.hant > 0 ? isHant(own) : null;
    if (hant !== false || hasWork(own.seen)) found.push({ start, end, hant, seen: own.seen });
    start = end;
  }
  const whole = isHant(all) || (all.hans === 0 && isTraditionalOnly(all.seen));
  return found.map((p) => ({ ...p, hant: p.hant ?? whole })).filter((p) => p.hant || hasWork(p.seen));
}

function hasWork(seen: number): boolean {
  return (seen & TRIGGER) > 0 || sawTraditional(seen) || (seen & (RARE | BEYOND)) === (RARE | BEYOND);
}
