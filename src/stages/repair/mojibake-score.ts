import { hanRank, isHan } from '../../text/hanzi.ts';
import { unambiguous } from '../../text/script.ts';

/** Rank of a character among the common ones, its simplified form's for a traditional one; 0 if it is rare. */
export function commonness(unit: number): number {
  return hanRank(unambiguous(unit) || unit);
}

/** Punctuation of Chinese text, as UTF-16 units. */
export function isChinesePunctuation(unit: number): boolean {
  return (
    (unit >= 0x3000 && unit <= 0x3017) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0x2014 && unit <= 0x201d) ||
    unit === 0x2026 ||
    unit === 0xb7 ||
    unit === 0x2103
  );
}

/** Whether a character is one that Chinese text is made of: a common ideograph or its punctuation. */
export function isPlausibleChinese(unit: number): boolean {
  return isHan(unit) ? commonness(unit) > 0 : isChinesePunctuation(unit);
}

/** Mean of ln(rank) over the ideographs of a text; a rare one counts as rank 20000. Running text lies near 5.5, chance text above 8. */
export function rarity(text: string): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isHan(unit)) continue;
    sum += Math.log(commonness(unit) || 20000);
    n++;
  }
  return n ? sum / n : 0;
}

type Kind =
  | 'low'
  | 'up'
  | 'Up'
  | 'cyr'
  | 'CYR'
  | 'greek'
  | 'other'
  | 'han'
  | 'sym'
  | 'soft'
  | 'box'
  | 'ctl'
  | 'rare'
  | '';

/** Marks that stand behind a letter in honest text too: CAFÉ®, OLÉ…, nº, l'été». */
const SOFT = /[®™©°ºª»·«’‘“”…–—¿¡]/;
const SYMBOL =
  /[\u00a2-\u00bf\u00d7\u00f7\u02c6-\u02dd\u0192\u2018-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u2122\u2126\u2202-\u2265\u25ca\u2320\u2321\u2310\u2580-\u25a0]/;

function kind(c: string): Kind {
  const u = c.charCodeAt(0);
  if (u < 0x80) return /[a-z]/.test(c) ? 'low' : /[A-Z]/.test(c) ? 'up' : '';
  if (u < 0xa0) return 'ctl';
  if (SOFT.test(c)) return 'soft';
  if (u >= 0x2500 && u < 0x2580) return 'box';
  if (SYMBOL.test(c)) return 'sym';
  if (u === 0x17f || (u >= 0x180 && u <= 0x2af)) return 'rare';
  if (u < 0x250 || (u >= 0x1e00 && u < 0x1f00)) return c === c.toLowerCase() ? 'low' : 'Up';
  if (u >= 0x370 && u < 0x400) return 'greek';
  if (u >= 0x400 && u < 0x530) return u > 0x45f ? 'rare' : c === c.toLowerCase() ? 'cyr' : 'CYR';
  if (isHan(u)) return 'han';
  return u >= 0x530 && u < 0x700 ? 'other' : '';
}

const LETTERS = new Set<Kind>(['low', 'up', 'Up', 'cyr', 'CYR', 'greek', 'other']);
const SCRIPT: Partial<Record<Kind, string>> = {
  low: 'l',
  up: 'l',
  Up: 'l',
  cyr: 'c',
  CYR: 'c',
  greek: 'g',
  other: 'o',
  han: 'h',
};

/** How odd it is that `b` follows `a`, 0–2. */
function pairOddness(a: Kind, b: Kind, first: string, second: string): number {
  if (!a || !b) return 0;
  // Î and Ï before a fraction or a raised figure: Greek. Known wrong: a note's number behind an abbreviation in Î (CÎ²).
  if (/[ÂÃĂÎÏ]/.test(first) && (b === 'sym' || b === 'ctl')) return 2;
  if (/[ÂÃĂ¬√â]/.test(first) && /[€¬†]/.test(second)) return 2;
  if (LETTERS.has(a) && (b === 'sym' || b === 'box')) return 1;
  if ((a === 'sym' || a === 'box') && LETTERS.has(b)) return a === 'box' || /[√≈ƒ∂∆¬]/.test(first) ? 1 : 0.5;
  if (a === 'sym' && (b === 'sym' || b === 'soft')) return 0.5;
  if (a === 'low' && b === 'Up') return 1;
  if (a === 'cyr' && b === 'CYR') return 1;
  const x = SCRIPT[a];
  const y = SCRIPT[b];
  return x && y && x !== y && !(x === 'l' && y === 'h' && a !== 'Up') && !(x === 'h' && y === 'l') ? 1 : 0;
}

/**
 * How odd a text looks as text of any language: letters beside currency signs, two scripts in one word, capitals inside words,
 * control characters, letters of phonetics. Zero for ordinary text; mojibake shows about one oddity for each lost letter.
 */
export function oddness(text: string): number {
  let odd = 0;
  let last: Kind = '';
  let lastChar = '';
  for (const c of text) {
    const k = kind(c);
    if (k === 'ctl') odd += 1.5;
    if (k === 'rare') odd += 1;
    odd += pairOddness(last, k, lastChar, c);
    last = k;
    lastChar = c;
  }
  return odd;
}
