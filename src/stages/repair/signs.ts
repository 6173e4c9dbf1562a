import type { Kind, Reading } from './reading.ts';

export const OPEN_QUOTE = 0x201c;
export const CLOSE_QUOTE = 0x201d;

/** Quotation marks come in pairs; in running text hardly one in a thousand lacks its partner. */
export const UNPAIRED = 10;

export function quoteCost(unit: number, prev: Reading): number {
  if (unit === CLOSE_QUOTE) return prev.quoted ? 0 : UNPAIRED;
  if (unit === OPEN_QUOTE) return prev.quoted ? UNPAIRED : 0;
  return 0;
}

/** Ideographic spaces indent paragraphs. Known wrong without: 大呼隆 is read 大呼 and a space. */
export function blankCost(unit: number, prev: Reading, kind: Kind): number {
  if (unit !== 0x3000 || kind === 'plain') return 0;
  return prev.step === null || prev.step.unit === 0x3000 || prev.step.unit === 0x0a ? 0 : 8;
}

/** Characters that are looked through for the partner of a quotation mark. */
const QUOTE_REACH = 200;

/** Whether a quotation is open at `at`: looks back to the last mark on the line. */
export function isQuoted(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - QUOTE_REACH; i--) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN_QUOTE) return true;
    if (unit === CLOSE_QUOTE || unit === 0x0a) return false;
  }
  return false;
}

/** Whether a quotation must be open at `at`, from the next mark on the line. */
export function mustBeQuoted(text: string, at: number): boolean {
  for (let i = at; i < text.length && i < at + QUOTE_REACH; i++) {
    const unit = text.charCodeAt(i);
    if (unit === CLOSE_QUOTE) return true;
    if (unit === OPEN_QUOTE || unit === 0x0a) return false;
  }
  return false;
}
