/**
 * Alignment that sees what moved: stretches that both texts have, but in another order. They are cut out of both texts
 * before the rest is aligned, so that a moved paragraph is not held against whatever stands in its old place; each is then
 * aligned with where it went. (Block moves: Tichy 1984, _The string-to-string correction problem with block moves_; found
 * by anchors that the heaviest chain leaves out, so linear.)
 */
import { align, alignAt, anchorsOf, type Hunk, type Run } from './align.ts';

type Codes = Uint16Array;

/** A stretch that stands in another order in the other text. */
interface Move extends Hunk {
  /** Where its two places differ, in the units of the texts; in order. */
  hunks: Hunk[];
}

interface Moved {
  /**
   * Where the texts differ, in order; equal unit by unit between. What moved is left out of one text at a time, by a hunk
   * of its own that is empty in the other.
   */
  hunks: MovedHunk[];
  moves: Move[];
}

export interface MovedHunk extends Hunk {
  /** One side of a move. */
  moved?: true;
}

/** Shorter stretches are phrases that happen to stand in both texts. Wrong case: a moved heading. */
const SHORTEST = 20;
/** Anchors this close to each other on both sides, in one order, are one stretch that was changed in between. */
const NEAR = 40;

/** True where a number may go on across the place, so that nothing is cut there. */
type Glued = (codes: Codes, at: number) => boolean;

/**
 * The differences of two texts, with what moved apart.
 *
 * @param glued where a stretch must neither begin nor end
 */
export function alignMoved(a: Codes, b: Codes, glued: Glued): Moved {
  const anchored = anchorsOf(a, b);
  const { runs, chain } = anchored;
  const stretches = runs.length > chain.length ? stretchesOf(a, b, runs, chain, glued) : [];
  if (!stretches.length) return { hunks: alignAt(a, b, anchored), moves: [] };
  const byB = [...stretches].sort((x, y) => x.bStart - y.bStart);
  const cutsA = stretches.map((s): Cut => ({ start: s.aStart, end: s.aEnd }));
  const cutsB = byB.map((s): Cut => ({ start: s.bStart, end: s.bEnd }));
  const restA = without(a, cutsA);
  const rest = align(restA, without(b, cutsB));
  const moves = stretches.map((s) => ({ ...s, hunks: within(a, b, s) }));
  return { hunks: putBack(rest, cutsA, cutsB, restA.length), moves };
}

/** Stretches off the chain, disjoint from each other and from it, in order of the first text. */
function stretchesOf(a: Codes, b: Codes, runs: readonly Run[], chain: readonly Run[], glued: Glued): Hunk[] {
  const [takenA, takenB] = [new Uint8Array(a.length), new Uint8Array(b.length)];
  const take = (h: Hunk): void => {
    takenA.fill(1, h.aStart, h.aEnd);
    takenB.fill(1, h.bStart, h.bEnd);
  };
  for (const r of chain) take(hunkOf(r));
  const onChain = new Set(chain);
  const free = (h: Hunk): boolean =>
    !takenA.subarray(h.aStart, h.aEnd).includes(1) && !takenB.subarray(h.bStart, h.bEnd).includes(1);
  const found: Hunk[] = [];
  for (const r of runs) {
    if (onChain.has(r)) continue;
    const h = shrunk(hunkOf(r), takenA, takenB);
    if (h.aEnd === h.aStart || !free(h)) continue;
    grow(h, a, b, takenA, takenB);
    const last = found.at(-1);
    const joint = last && { aStart: last.aEnd, aEnd: h.aStart, bStart: last.bEnd, bEnd: h.bStart };
    if (
      joint &&
      joint.bEnd >= joint.bStart &&
      joint.aEnd - joint.aStart <= NEAR &&
      joint.bEnd - joint.bStart <= NEAR &&
      free(joint)
    ) {
      last.aEnd = h.aEnd;
      last.bEnd = h.bEnd;
      take(last);
    } else {
      found.push(h);
      take(h);
    }
  }
  return found
    .map((h) => unglued(h, a, b, glued))
    .filter((h) => h.aEnd - h.aStart >= SHORTEST && h.bEnd - h.bStart >= SHORTEST);
}

const hunkOf = (r: Run): Hunk => ({ aStart: r.a, aEnd: r.a + r.length, bStart: r.b, bEnd: r.b + r.length });

/** Without what is taken at either end. */
function shrunk(h: Hunk, takenA: Uint8Array, takenB: Uint8Array): Hunk {
  while (h.aStart < h.aEnd && (takenA[h.aStart] || takenB[h.bStart])) {
    h.aStart++;
    h.bStart++;
  }
  while (h.aEnd > h.aStart && (takenA[h.aEnd - 1] || takenB[h.bEnd - 1])) {
    h.aEnd--;
    h.bEnd--;
  }
  return h;
}

/** As far as both texts go on alike. */
function grow(h: Hunk, a: Codes, b: Codes, takenA: Uint8Array, takenB: Uint8Array): void {
  const alike = (i: number, j: number): boolean => a[i] === b[j] && !takenA[i] && !takenB[j];
  while (h.aStart > 0 && h.bStart > 0 && alike(h.aStart - 1, h.bStart - 1)) {
    h.aStart--;
    h.bStart--;
  }
  while (h.aEnd < a.length && h.bEnd < b.length && alike(h.aEnd, h.bEnd)) {
    h.aEnd++;
    h.bEnd++;
  }
}

/** Ends are moved inwards, out of numbers, as long as both texts read alike there. */
function unglued(h: Hunk, a: Codes, b: Codes, glued: Glued): Hunk {
  const inside = { ...h };
  while (
    inside.aStart < inside.aEnd &&
    inside.bStart < inside.bEnd &&
    (glued(a, inside.aStart) || glued(b, inside.bStart))
  ) {
    inside.aStart++;
    inside.bStart++;
  }
  while (
    inside.aEnd > inside.aStart &&
    inside.bEnd > inside.bStart &&
    (glued(a, inside.aEnd) || glued(b, inside.bEnd))
  ) {
    inside.aEnd--;
    inside.bEnd--;
  }
  return inside;
}

function within(a: Codes, b: Codes, s: Hunk): Hunk[] {
  return align(a.subarray(s.aStart, s.aEnd), b.subarray(s.bStart, s.bEnd)).map((h) => ({
    aStart: h.aStart + s.aStart,
    aEnd: h.aEnd + s.aStart,
    bStart: h.bStart + s.bStart,
    bEnd: h.bEnd + s.bStart,
  }));
}

interface Cut {
  start: number;
  end: number;
}

function without(codes: Codes, cuts: readonly Cut[]): Codes {
  const out = new Uint16Array(codes.length);
  let n = 0;
  let at = 0;
  for (const { start, end } of cuts) {
    out.set(codes.subarray(at, start), n);
    n += start - at;
    at = end;
  }
  out.set(codes.subarray(at), n);
  return out.subarray(0, n + codes.length - at);
}

/** One text while the cut-out stretches are put back: `at` is where one is in it. */
class Side {
  at = 0;
  #next = 0;
  readonly #cuts: readonly Cut[];

  constructor(cuts: readonly Cut[]) {
    this.#cuts = cuts;
  }

  /** Units up to the next cut. */
  get free(): number {
    return (this.#cuts[this.#next]?.start ?? Number.POSITIVE_INFINITY) - this.at;
  }

  /** Goes on by so many units, or past the cut that begins here. @returns from where to where */
  go(units: number): [from: number, to: number] {
    const from = this.at;
    this.at += units;
    return [from, this.at];
  }

  skip(): [from: number, to: number] {
    const { end } = this.#cuts[this.#next++]!;
    return this.go(end - this.at);
  }
}

/**
 * Puts the cut-out stretches back between the differences of what was left.
 *
 * @param length of what was left of the first text
 */
function putBack(rest: readonly Hunk[], cutsA: readonly Cut[], cutsB: readonly Cut[], length: number): MovedHunk[] {
  const [a, b] = [new Side(cutsA), new Side(cutsB)];
  const out: MovedHunk[] = [];
  const put = ([aStart, aEnd]: [number, number], [bStart, bEnd]: [number, number], moved: boolean): void => {
    if (aEnd > aStart || bEnd > bStart) out.push({ aStart, aEnd, bStart, bEnd, ...(moved ? { moved } : {}) });
  };
  const skips = (): void => {
    while (a.free === 0) put(a.skip(), b.go(0), true);
    while (b.free === 0) put(a.go(0), b.skip(), true);
  };
  const equal = (units: number): void => {
    for (let left = units; left > 0; ) {
      skips();
      const step = Math.min(left, a.free, b.free);
      a.go(step);
      b.go(step);
      left -= step;
    }
  };
  let x = 0;
  for (const h of rest) {
    equal(h.aStart - x);
    skips();
    let [p, q] = [h.aEnd - h.aStart, h.bEnd - h.bStart];
    // A stretch that was cut out of the midst of a difference parts it.
    while (a.free < p || b.free < q) {
      const [m, n] = [Math.min(p, a.free), Math.min(q, b.free)];
      put(a.go(m), b.go(n), false);
      skips();
      p -= m;
      q -= n;
    }
    put(a.go(p), b.go(q), false);
    x = h.aEnd;
  }
  equal(length - x);
  skips();
  return out;
}
