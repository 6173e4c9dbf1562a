import { isHan } from './hanzi.ts';

/** The ASCII unit that a full-width form (U+FF01–FF5E) stands for; 0 for any other unit. */
export function halfWidth(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : 0;
}

/** Whether a unit is Chinese text: an ideograph, Chinese punctuation or a full-width form. */
export function isChinese(unit: number): boolean {
  return (
    isHan(unit) ||
    (unit > 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff01 && unit <= 0xff65) ||
    (unit >= 0x2014 && unit <= 0x201d) ||
    unit === 0x2026
  );
}

let widths: Uint8Array | undefined;

/** Columns that a text takes on a grid: two for a unit of Chinese text, one for any other. Hard wraps are made at a column. */
export function columns(text: string): number {
  widths ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => (isChinese(unit) ? 2 : 1));
  let n = 0;
  for (let i = 0; i < text.length; i++) n += widths[text.charCodeAt(i)]!;
  return n;
}
