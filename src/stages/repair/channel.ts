import { assignedUnit, gbkBytes, isLead, unitOf } from '../../text/gbk.ts';

/**
 * The converter's channel, forward: what its steps make of a text. A repair is accepted only if the channel turns it
 * back into exactly what was seen.
 */

/** Something that was done to the bytes of a text, blind to where characters begin. */
export interface Intrusion {
  /** Offset in the bytes of the original. */
  at: number;
  /** A gloss with its brackets, or '' where the bytes were cut apart. */
  insert: string;
}

/** A byte that is no lead and takes no part in a pair: stands for a cut until decoding is done. */
const CUT = -1;

/** A mark that asks {@link damage} for a decoder that knows GB 18030's later pairs (⻊); others drop those or mark them. */
export const LATER = 'later';

/**
 * Runs the channel: encodes as GBK, makes the intrusions (sorted by `at`), decodes piece by piece.
 *
 * A lead byte without a trail byte becomes `orphan` (`?`; nothing where a site trimmed its lines) and takes an ASCII
 * byte below 40 with it; pairs that GBK assigns nothing vanish, or become `mark`.
 *
 * @returns null when a character is not in GBK.
 */
export function damage(original: string, intrusions: readonly Intrusion[], mark = '', orphan = '?'): string | null {
  const bytes = gbkBytes(original);
  if (!bytes) return null;
  const stream: number[] = [];
  let at = 0;
  for (const { at: place, insert } of intrusions) {
    for (; at < place && at < bytes.length; at++) stream.push(bytes[at]!);
    if (insert) for (const b of gbkBytes(insert) ?? []) stream.push(b);
    else stream.push(CUT);
  }
  for (; at < bytes.length; at++) stream.push(bytes[at]!);
  return decode(stream, mark, orphan);
}

function decode(stream: readonly number[], mark: string, orphan: string): string {
  const out: string[] = [];
  for (let i = 0; i < stream.length; i++) {
    const byte = stream[i]!;
    if (byte === CUT) continue;
    if (!isLead(byte)) {
      out.push(byte === 0x80 ? '€' : String.fromCharCode(byte));
      continue;
    }
    const next = stream[i + 1];
    if (next === undefined || next === CUT) out.push(orphan);
    else {
      i++;
      if (next < 0x40) out.push('?');
      else {
        const pair = (byte << 8) | next;
        const unit = mark === LATER ? unitOf(pair) : assignedUnit(pair);
        out.push(unit ? String.fromCharCode(unit) : mark === LATER ? '' : mark);
      }
    }
  }
  return out.join('');
}

/** One form of what is seen: widths folded, one kind of mark, marks single and without the bracket they may have left. */
export function canonical(seen: string): string {
  return seen
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[\ue000-\uf8ff]/g, '')
    .replace(/[?\ufffd]+\(?/g, '?')
    .replace(/ ?\)/g, ')');
}
