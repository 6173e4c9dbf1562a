/**
 * Alignment of two long texts: anchored at stretches that occur once in both, exact in the gaps between.
 *
 * The anchors are those of patience diff (Cohen), chosen as the heaviest chain instead of the longest so that a moved
 * paragraph loses against the text that stayed; the gaps are Myers' O(ND) greedy comparison, given up at a bounded
 * distance. So the whole is near linear whatever the texts, and what is given up is reported as one replacement.
 */
export interface Hunk {
  /** `[aStart, aEnd)` of the first text stands against `[bStart, bEnd)` of the second. One of the two may be empty. */
  aStart: number;
  aEnd: number;
  bStart: number;
  bEnd: number;
}

type Codes = Uint16Array;

/** Lengths of anchors, tried one after the other in the gaps that the longer ones leave. */
const ANCHORS = [16, 8, 4];
/** Edit distance at which Myers' comparison of a gap is given up: 160² steps at most. A gap beyond is rewritten text. */
const MAX_DISTANCE = 160;

interface Run {
  a: number;
  b: number;
  length: number;
}

/** Positions in `b` of k-grams that occur exactly once in each text's window, as runs in order of `a`. */
function uniqueRuns(a: Codes, a0: number, a1: number, b: Codes, b0: number, b1: number, k: number): Run[] {
  const na = a1 - a0 - k + 1;
  const nb = b1 - b0 - k + 1;
  if (na <= 0 || nb <= 0) return [];
  let bits = 4;
  while (1 << bits < 2 * (na + nb)) bits++;
  const mask = (1 << bits) - 1;
  const hashes = new Int32Array(1 << bits);
  /** 0 free, else 1 + position; counts of occurrences in both texts, capped at 2. */
  const inA = new Int32Array(1 << bits);
  const inB = new Int32Array(1 << bits);
  const slotsOfA = new Int32Array(na);
  const fill = (codes: Codes, from: number, count: number, into: Int32Array, slots: Int32Array | null): void => {
    let drop = 1;
    for (let i = 0; i < k; i++) drop = Math.imul(drop, 0x01000193);
    let h = 0;
    for (let i = 0; i < k - 1; i++) h = (Math.imul(h, 0x01000193) + codes[from + i]! + 1) | 0;
    for (let i = 0; i < count; i++) {
      h = (Math.imul(h, 0x01000193) + codes[from + i + k - 1]! + 1) | 0;
      if (i > 0) h = (h - Math.imul(codes[from + i - 1]! + 1, drop)) | 0;
      let s = (Math.imul(h, 0x9e3779b1) >>> 7) & mask;
      while ((inA[s] !== 0 || inB[s] !== 0) && hashes[s] !== h) s = (s + 1) & mask;
      hashes[s] = h;
      into[s] = into[s] === 0 ? i + 1 : -1;
      if (slots) slots[i] = s;
    }
  };
  fill(a, a0, na, inA, slotsOfA);
  fill(b, b0, nb, inB, null);
  const runs: Run[] = [];
  let last: Run | undefined;
  for (let i = 0; i < na; i++) {
    const s = slotsOfA[i]!;
    const j = inB[s]! - 1;
    if (inA[s]! < 0 || j < 0) continue;
    if (last && last.a + last.length - k + 1 === a0 + i && last.b + last.length - k + 1 === b0 + j) last.length++;
    else if (sameUnits(a, a0 + i, b, b0 + j, k)) {
      last = { a: a0 + i, b: b0 + j, length: k };
      runs.push(last);
    }
  }
  return runs;
}

function sameUnits(a: Codes, i: number, b: Codes, j: number, k: number): boolean {
  for (let x = 0; x < k; x++) if (a[i + x] !== b[j + x]) return false;
  return true;
}

/** The heaviest chain of runs that ascends in both texts, without overlaps. O(m log m), Fenwick tree over ranks of `b`. */
function heaviestChain(runs: Run[]): Run[] {
  const byB = runs.map((_, i) => i).sort((x, y) => runs[x]!.b - runs[y]!.b);
  const rank = new Int32Array(runs.length);
  byB.forEach((i, r) => {
    rank[i] = r + 1;
  });
  const best = new Int32Array(runs.length + 1).fill(-1);
  const weight = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  let top = -1;
  for (let i = 0; i < runs.length; i++) {
    let from = -1;
    for (let r = rank[i]! - 1; r > 0; r -= r & -r) {
      const c = best[r]!;
      if (c >= 0 && (from < 0 || weight[c]! > weight[from]!)) from = c;
    }
    before[i] = from;
    weight[i] = runs[i]!.length + (from < 0 ? 0 : weight[from]!);
    for (let r = rank[i]!; r <= runs.length; r += r & -r) {
      const c = best[r]!;
      if (c < 0 || weight[i]! > weight[c]!) best[r] = i;
    }
    if (top < 0 || weight[i]! > weight[top]!) top = i;
  }
  const chain: Run[] = [];
  for (let i = top; i >= 0; i = before[i]!) chain.push(runs[i]!);
  return chain.reverse();
}

/** Myers' greedy comparison of a gap. @returns matches as runs, or null when the distance exceeds the bound */
function myers(a: Codes, a0: number, a1: number, b: Codes, b0: number, b1: number): Run[] | null {
  const n = a1 - a0;
  const m = b1 - b0;
  if (Math.abs(n - m) > MAX_DISTANCE) return null;
  const max = Math.min(n + m, MAX_DISTANCE);
  const size = 2 * max + 3;
  const v = new Int32Array(size);
  const trace: Int32Array[] = [];
  const mid = max + 1;
  for (let d = 0; d <= max; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && v[mid + k - 1]! < v[mid + k + 1]!) ? v[mid + k + 1]! : v[mid + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x++;
        y++;
      }
      v[mid + k] = x;
      if (x >= n && y >= m) return backtrack(trace, v, d, k, mid, a0, b0, n);
    }
    trace.push(v.slice(mid - d, mid + d + 1));
  }
  return null;
}

function backtrack(
  trace: Int32Array[],
  v: Int32Array,
  d: number,
  k: number,
  mid: number,
  a0: number,
  b0: number,
  n: number,
): Run[] {
  const runs: Run[] = [];
  let x = Math.min(v[mid + k]!, n);
  for (let step = d; step >= 0; step--) {
    const y = x - k;
    if (step === 0) {
      if (x > 0) runs.push({ a: a0, b: b0, length: x });
      break;
    }
    const prev = trace[step - 1]!;
    const at = (q: number): number => (q < -(step - 1) || q > step - 1 ? -1 : prev[q + step - 1]!);
    const down = k === -step || (k !== step && at(k - 1) < at(k + 1));
    const pk = down ? k + 1 : k - 1;
    const px = at(pk);
    const sx = down ? px : px + 1;
    if (x > sx) runs.push({ a: a0 + sx, b: b0 + y - (x - sx), length: x - sx });
    x = px;
    k = pk;
  }
  return runs.reverse();
}

/** Matches of a gap, by shorter and shorter anchors and at last unit by unit. */
function matchGap(a: Codes, a0: number, a1: number, b: Codes, b0: number, b1: number, level: number, out: Run[]): void {
  let head = 0;
  while (a0 + head < a1 && b0 + head < b1 && a[a0 + head] === b[b0 + head]) head++;
  if (head) out.push({ a: a0, b: b0, length: head });
  a0 += head;
  b0 += head;
  let tail = 0;
  while (a1 - tail > a0 && b1 - tail > b0 && a[a1 - tail - 1] === b[b1 - tail - 1]) tail++;
  a1 -= tail;
  b1 -= tail;
  if (a1 > a0 && b1 > b0) matchMiddle(a, a0, a1, b, b0, b1, level, out);
  if (tail) out.push({ a: a1, b: b1, length: tail });
}

function matchMiddle(
  a: Codes,
  a0: number,
  a1: number,
  b: Codes,
  b0: number,
  b1: number,
  level: number,
  out: Run[],
): void {
  if (level === ANCHORS.length || (a1 - a0) * (b1 - b0) <= 1024) {
    const runs = myers(a, a0, a1, b, b0, b1);
    if (runs) out.push(...runs);
    return;
  }
  const chain = heaviestChain(uniqueRuns(a, a0, a1, b, b0, b1, ANCHORS[level]!));
  let x = a0;
  let y = b0;
  for (const run of chain) {
    const skip = Math.max(0, x - run.a, y - run.b);
    if (skip >= run.length) continue;
    matchGap(a, x, run.a + skip, b, y, run.b + skip, level + 1, out);
    out.push({ a: run.a + skip, b: run.b + skip, length: run.length - skip });
    x = run.a + run.length;
    y = run.b + run.length;
  }
  matchGap(a, x, a1, b, y, b1, level + 1, out);
}

/** Where the texts differ, from the runs where they agree. */
function hunksBetween(runs: readonly Run[], aLength: number, bLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let x = 0;
  let y = 0;
  for (const run of [...runs, { a: aLength, b: bLength, length: 0 }]) {
    if (run.a > x || run.b > y) hunks.push({ aStart: x, aEnd: run.a, bStart: y, bEnd: run.b });
    x = run.a + run.length;
    y = run.b + run.length;
  }
  return hunks;
}

const extent = (h: Hunk): number => Math.max(h.aEnd - h.aStart, h.bEnd - h.bStart);

/**
 * Joins hunks across agreements that mean nothing: shorter than both neighbours and than three units (the semantic
 * cleanup of diff-match-patch). Known wrong case: two clauses exchanged around a two-character word that stayed.
 */
function joinAccidental(hunks: readonly Hunk[]): Hunk[] {
  const out: Hunk[] = [];
  for (const hunk of hunks) {
    const last = out.at(-1);
    const gap = last ? hunk.aStart - last.aEnd : 0;
    if (last && gap <= 2 && gap < extent(last) && gap < extent(hunk)) {
      last.aEnd = hunk.aEnd;
      last.bEnd = hunk.bEnd;
    } else out.push({ ...hunk });
  }
  return out;
}

/** The stretches in which two texts differ, in order; what lies between them is equal unit by unit. */
export function align(a: Codes, b: Codes): Hunk[] {
  const runs: Run[] = [];
  matchGap(a, 0, a.length, b, 0, b.length, 0, runs);
  return joinAccidental(hunksBetween(runs, a.length, b.length));
}
