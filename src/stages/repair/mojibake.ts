import type { Edit } from '../../text/edits.ts';
import { fromBig5, isMisreadAsBig5 } from './mojibake-big5.ts';
import { fromGbk, fromLatin } from './mojibake-double.ts';
import { controls, fromSingleByte } from './mojibake-single.ts';

const HAS_HIGH = /[^\x00-\x7f]/;

/**
 * Text that was decoded with the wrong encoding: UTF-8 read as a single-byte page or as GBK, GBK read as Latin-1 or as Big5; repeated
 * layers of these. Found run by run, so that a page that mixes good and bad keeps the good.
 *
 * A run is changed only if its bytes are exactly recovered, spell valid text in the other encoding, and that text is clearly
 * likelier. Rule: `repair/mojibake`; `why` names the encoding it was read as.
 */
export function findMojibake(text: string): Edit[] {
  if (!HAS_HIGH.test(text)) return [];
  const edits: Edit[] = [];
  const big5 = isMisreadAsBig5(text);
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop + 1;
    const line = text.slice(start, end);
    if (HAS_HIGH.test(line))
      for (const e of inLine(line, big5)) edits.push({ ...e, start: start + e.start, end: start + e.end });
    start = end;
  }
  return edits;
}

function inLine(line: string, big5: boolean): Edit[] {
  const single = fromSingleByte(line);
  if (single?.chinese) return single.edits;
  for (const found of [fromGbk(line), fromLatin(line), big5 ? fromBig5(line) : []]) if (found.length) return found;
  return single ? single.edits : controls(line);
}
