import { hanRank } from '../../text/hanzi.ts';
import { type CodePage, codePoint } from './mojibake-codecs.ts';
import type { Sequence } from './mojibake-single.ts';

/**
 * How much commoner the likeliest character must be than the next. A page has at most five holes: ä¸ without its last byte is 不, 丁, 丏,
 * 丐 or 丝, and 不 is 100 times commoner than the next. Where it is closer, U+FFFD marks the place.
 */
const ODDS = 8;
const LOST = '\ufffd';

/** A character of three bytes, as far as it is there. */
interface Remains {
  end: number;
  /** The code points that it may have been. */
  points: number[];
}

/**
 * Characters that lost a byte in a run of Chinese: bytes that the page leaves undefined are dropped or become ? or U+FFFD, and the
 * no-break space becomes a space (习 is E4 B9 A0).
 *
 * @param kept the whole sequences of the line, in order; only what adjoins one of them is looked at.
 */
export function withLostBytes(line: string, page: CodePage, kept: readonly Sequence[]): Sequence[] {
  const out: Sequence[] = [];
  const starts = new Set(kept.map((s) => s.start));
  let at = -1;
  for (const s of kept) {
    // What stands between two whole sequences, or right behind one.
    for (
      let found = at >= 0 ? remainsAt(line, page, at) : undefined;
      found && found.end <= s.start;
      found = remainsAt(line, page, at)
    ) {
      out.push({ start: at, end: found.end, char: likeliest(found.points) });
      at = found.end;
    }
    out.push(s);
    at = s.end;
  }
  for (
    let found = at >= 0 ? remainsAt(line, page, at) : undefined;
    found && !starts.has(at);
    found = remainsAt(line, page, at)
  ) {
    out.push({ start: at, end: found.end, char: likeliest(found.points) });
    at = found.end;
  }
  return out;
}

/** A lead byte of Chinese and what is left of the two bytes behind it; exactly one of the two must be gone. */
function remainsAt(line: string, { byteOf, holes }: CodePage, at: number): Remains | undefined {
  const lead = byteOf[line.charCodeAt(at)]!;
  if ((lead < 0xe3 || lead > 0xe9) && lead !== 0xef) return undefined;
  const inside = holes.filter((b) => b < 0xc0);
  const byteAt = (i: number) => {
    const byte = i < line.length ? byteOf[line.charCodeAt(i)]! : 0;
    return byte >= 0x80 && byte <= 0xbf ? byte : 0;
  };
  const first = byteAt(at + 1);
  const second = byteAt(at + 2);
  if (first && second) return undefined;
  if (first) {
    const mark = markAt(line, byteOf, at + 2, inside);
    if (mark) return { end: at + 3, points: mark.map((b) => codePoint([lead, first, b])) };
    // Dropped without a mark: it may have been either of the two.
    const points = inside.flatMap((b) => [codePoint([lead, first, b]), codePoint([lead, b, first])]);
    return points.length ? { end: at + 2, points } : undefined;
  }
  const mark = second ? markAt(line, byteOf, at + 1, inside) : undefined;
  return mark && { end: at + 3, points: mark.map((b) => codePoint([lead, b, second])) };
}

/** The bytes that a mark may stand for. A space is taken for one only inside a run, not where the run ends. */
function markAt(line: string, byteOf: Uint8Array, i: number, inside: number[]): number[] | undefined {
  const unit = line.charCodeAt(i);
  if (unit === 0x20) return byteOf[line.charCodeAt(i + 1)]! >= 0x80 ? [0xa0] : undefined;
  return (unit === 0x3f || unit === 0xfffd) && inside.length ? inside : undefined;
}

function likeliest(points: readonly number[]): string {
  const ranked = points.filter((p) => p > 0 && rank(p) > 0).sort((p, q) => rank(p) - rank(q));
  if (!ranked.length) return LOST;
  return ranked.length === 1 || rank(ranked[1]!) >= ODDS * rank(ranked[0]!) ? String.fromCodePoint(ranked[0]!) : LOST;
}

/** Place among the common simplified characters; the comma is commoner than any. 0 for others: traditional pages lose bytes too rarely. */
function rank(point: number): number {
  return point === 0xff0c ? 1 : 3 * hanRank(point);
}
