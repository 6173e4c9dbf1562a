import type { Edit } from '../../text/edits.ts';
import { fromBig5, fromUnmarkedBig5, isCrowded, isMisreadAsBig5 } from './mojibake-big5.ts';
import { mayBeGbk, mayBeLatin, mayBeSingleByte, scan } from './mojibake-codecs.ts';
import { fromGbk, fromLatin } from './mojibake-double.ts';
import { controls, fromSingleByte } from './mojibake-single.ts';

/**
 * Text that was decoded with the wrong encoding: UTF-8 read as a single-byte page or as GBK, GBK read as Latin-1 or as Big5; repeated
 * layers of these. Found run by run, so that a page that mixes good and bad keeps the good.
 *
 * A run is changed only if its bytes are exactly recovered, spell valid text in the other encoding, and that text is clearly
 * likelier. Rule: `repair/mojibake`; `why` names the encoding it was read as.
 */
export function findMojibake(text: string): Edit[] {
  const big5 = isMisreadAsBig5(text);
  const crowded = !big5 && isCrowded(text, 0, text.length);
  if (!big5 && !crowded && !scan(text, 0, text.length)) return [];
  const edits: Edit[] = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop + 1;
    const bits = scan(text, start, end);
    const way = big5 ? fromBig5 : crowded && isCrowded(text, start, end) ? fromUnmarkedBig5 : null;
    if (bits || way)
      for (const e of inLine(text.slice(start, end), bits, way))
        edits.push({ ...e, start: start + e.start, end: start + e.end });
    start = end;
  }
  return edits;
}

function inLine(line: string, bits: number, big5: ((line: string) => Edit[]) | null): Edit[] {
  const single = mayBeSingleByte(bits) ? fromSingleByte(line) : undefined;
  const latin = mayBeLatin(bits) ? fromLatin(line) : [];
  // Chance: some pairs of a line of GBK spell a character in UTF-8 too.
  if (single?.chinese && lengthOf(latin) < 2 * single.chinese) return single.edits;
  const gbk = mayBeGbk(bits) ? fromGbk(line) : [];
  if (gbk.length) return gbk;
  if (latin.length) return latin;
  const found = big5 ? big5(line) : [];
  if (found.length) return found;
  return single ? single.edits : controls(line);
}

function lengthOf(edits: readonly Edit[]): number {
  return edits.reduce((n, e) => n + e.insert.length, 0);
}
