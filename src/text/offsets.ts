import { bisect } from './bisect.ts';
import type { Edit } from './edits.ts';

/**
 * Where each UTF-16 unit of a text came from in its source (the decoded page).
 *
 * Kept as runs. An aligned run maps unit by unit; any other maps each of its units to the run's whole source range
 * (which is empty for text that was inserted, e.g. a paragraph break).
 */
export class OffsetMap {
  /** Runs in order: start in the text, start in the source, length in the source, 1 if aligned. */
  readonly #at: number[] = [];
  readonly #src: number[] = [];
  readonly #len: number[] = [];
  readonly #aligned: boolean[] = [];
  /** Length of the text, in UTF-16 units. */
  length = 0;

  /** The map of a text onto itself (or onto the stretch of the source that starts at `from`). */
  static identity(length: number, from = 0): OffsetMap {
    const map = new OffsetMap();
    map.#push(length, from, length, true);
    return map;
  }

  #push(length: number, src: number, srcLength: number, aligned: boolean): void {
    if (!length) return;
    const last = this.#at.length - 1;
    if (aligned && last >= 0 && this.#aligned[last] && this.#src[last]! + this.#len[last]! === src) {
      this.#len[last]! += length;
    } else {
      this.#at.push(this.length);
      this.#src.push(src);
      this.#len.push(srcLength);
      this.#aligned.push(aligned);
    }
    this.length += length;
  }

  /** Index of the run that holds text offset `i` (0 ≤ i < length). */
  #find(i: number): number {
    let lo = 0;
    let hi = this.#at.length - 1;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if (this.#at[mid]! <= i) lo = mid;
      else hi = mid - 1;
    }
    return lo;
  }

  /**
   * The stretch of the source behind `[start, end)` of the text: the smallest range that holds all of it.
   * For an empty range, the empty range at the same place.
   */
  source(start: number, end: number): [number, number] {
    if (!this.#at.length) return [0, 0];
    if (start >= end) {
      if (start >= this.length) return this.#edge(this.length - 1);
      const at = this.#unit(start)[0];
      return [at, at];
    }
    let lo = Number.POSITIVE_INFINITY;
    let hi = 0;
    for (let r = this.#find(start); r < this.#at.length && this.#at[r]! < end; r++) {
      const from = Math.max(start, this.#at[r]!);
      const to = Math.min(end, this.#endOf(r));
      lo = Math.min(lo, this.#unit(from, r)[0]);
      hi = Math.max(hi, this.#unit(to - 1, r)[1]);
    }
    return [lo, hi];
  }

  #edge(i: number): [number, number] {
    const at = this.#unit(i)[1];
    return [at, at];
  }

  #endOf(run: number): number {
    return run + 1 < this.#at.length ? this.#at[run + 1]! : this.length;
  }

  #unit(i: number, run = this.#find(i)): [number, number] {
    const src = this.#src[run]!;
    if (!this.#aligned[run]) return [src, src + this.#len[run]!];
    const at = src + i - this.#at[run]!;
    return [at, at + 1];
  }

  /** Appends what this map says of `[start, end)` to `into`. `run` is a hint from the last call; the new hint is returned. */
  #copy(into: OffsetMap, start: number, end: number, hint: number): number {
    if (start >= end) return hint;
    let r = hint;
    if (this.#at[r]! > start) r = this.#find(start);
    while (this.#endOf(r) <= start) r++;
    for (; r < this.#at.length && this.#at[r]! < end; r++) {
      const from = Math.max(start, this.#at[r]!);
      const to = Math.min(end, this.#endOf(r));
      if (this.#aligned[r]) into.#push(to - from, this.#src[r]! + from - this.#at[r]!, to - from, true);
      else into.#push(to - from, this.#src[r]!, this.#len[r]!, false);
    }
    return Math.max(0, r - 1);
  }

  /** The map after `edits` (sorted, disjoint) were applied to the text. Linear in edits and runs. */
  after(edits: readonly Edit[]): OffsetMap {
    const out = new OffsetMap();
    let at = 0;
    let hint = 0;
    for (const e of edits) {
      hint = this.#copy(out, at, e.start, hint);
      if (e.insert.length === e.end - e.start) hint = this.#copy(out, e.start, e.end, hint);
      else {
        const [from, to] = this.source(e.start, e.end);
        out.#push(e.insert.length, from, to - from, false);
      }
      at = e.end;
    }
    this.#copy(out, at, this.length, hint);
    return out;
  }

  /** The map of a text made of pieces of this one, joined by `gap` inserted units. */
  pick(pieces: readonly (readonly [number, number])[], gap = 1): OffsetMap {
    const out = new OffsetMap();
    pieces.forEach(([start, end], i) => {
      if (i) out.#push(gap, this.source(start, start)[0], 0, false);
      this.#copy(out, start, end, this.#find(start));
    });
    return out;
  }
}

/**
 * Code-point offsets of a text (the unit of the output contract) from UTF-16 offsets.
 *
 * @returns a function from a UTF-16 offset to a code-point offset; an offset inside a surrogate pair counts the pair as passed.
 */
export function codePointIndex(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i < text.length; i++) {
    // A lone half of a pair, as broken text may hold, is a code point of its own.
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs.push(i++);
  }
  if (!pairs.length) return (offset) => offset;
  return (offset) => offset - bisect(pairs, (pair) => pair >= offset - 1);
}
