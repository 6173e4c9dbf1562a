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
/**
 * Share of its units that must go or come for a gap to be rewritten: two sentences on different things share a fifth of
 * their characters by chance, two rows of a table of which every figure changed still a third. Wrong case: rows of long
 * figures behind labels of one character. Below `SHORT` units every gap is compared to the end.
 */
const REWRITTEN = 0.75;
const SHORT = 32;

/** A stretch that both texts have. */
export interface Run {
  a: number;
  b: number;
  length: number;
}

/**
 * Tables that are kept between calls, since a gap fills a few dozen slots and allocating them would take longer. A slot is
 * four numbers: the stamp of its use, the hash, and how often each text has it (0 never, else 1 + its place, -1 often).
 */
let slots = new Int32Array(4 << 12);
let slotOf = new Int32Array(1 << 11);
let stamp = 0;
/** Slots that are kept: texts of 100,000 characters. */
const KEPT = 1 << 18;

function tableFor(count: number, windows: number): { table: Int32Array; mine: Int32Array } {
  if (4 * count <= slots.length && windows <= slotOf.length) return { table: slots, mine: slotOf };
  const made = { table: new Int32Array(4 * count), mine: new Int32Array(count) };
  if (count <= KEPT) {
    slots = made.table;
    slotOf = made.mine;
  }
  return made;
}

const BASE = 0x01000193;

/** Positions in `b` of k-grams that occur exactly once in each text's window, as runs in order of `a`. */
function uniqueRuns(a: Codes, a0: number, a1: number, b: Codes, b0: number, b1: number, k: number): Run[] {
  const na = a1 - a0 - k + 1;
  const nb = b1 - b0 - k + 1;
  if (na <= 0 || nb <= 0) return [];
  let count = 16;
  while (count < 2 * na) count *= 2;
  const { table, mine } = tableFor(count, na);
  stamp = (stamp + 1) | 0 || 1;
  enterWindows(a, a0, na, k, { table, mask: count - 1, mine });
  if (!findWindows(b, b0, nb, k, { table, mask: count - 1 })) return [];
  const runs: Run[] = [];
  let last: Run | undefined;
  for (let i = 0; i < na; i++) {
    const s = mine[i]!;
    const j = table[s + 3]! - 1;
    if (table[s + 2]! < 0 || j < 0) continue;
    if (last && last.a + last.length - k + 1 === a0 + i && last.b + last.length - k + 1 === b0 + j) last.length++;
    else if (sameUnits(a, a0 + i, b, b0 + j, k)) {
      last = { a: a0 + i, b: b0 + j, length: k };
      runs.push(last);
    }
  }
  return runs;
}

/** Enters the windows of `k` units of the first text; `mine` tells the slot of each. */
function enterWindows(
  codes: Codes,
  from: number,
  count: number,
  k: number,
  { table, mask, mine }: { table: Int32Array; mask: number; mine: Int32Array },
): void {
  const drop = dropOf(k);
  let h = 0;
  let gone = 0;
  for (let i = 0; i < k - 1; i++) h = (Math.imul(h, BASE) + codes[from + i]! + 1) | 0;
  for (let i = 0; i < count; i++) {
    h = (Math.imul(h, BASE) + codes[from + i + k - 1]! + 1 - gone) | 0;
    gone = Math.imul(codes[from + i]! + 1, drop);
    let s = (Math.imul(h, 0x9e3779b1) >>> 7) & mask;
    while (table[4 * s] === stamp && table[4 * s + 1] !== h) s = (s + 1) & mask;
    const at = 4 * s;
    mine[i] = at;
    if (table[at] === stamp) table[at + 2] = -1;
    else {
      table[at] = stamp;
      table[at + 1] = h;
      table[at + 2] = i + 1;
      table[at + 3] = 0;
    }
  }
}

/** Finds the windows of the second text among those of the first. @returns whether there are any */
function findWindows(
  codes: Codes,
  from: number,
  count: number,
  k: number,
  { table, mask }: { table: Int32Array; mask: number },
): boolean {
  const drop = dropOf(k);
  let any = false;
  let h = 0;
  let gone = 0;
  for (let i = 0; i < k - 1; i++) h = (Math.imul(h, BASE) + codes[from + i]! + 1) | 0;
  for (let i = 0; i < count; i++) {
    h = (Math.imul(h, BASE) + codes[from + i + k - 1]! + 1 - gone) | 0;
    gone = Math.imul(codes[from + i]! + 1, drop);
    let s = (Math.imul(h, 0x9e3779b1) >>> 7) & mask;
    while (table[4 * s] === stamp && table[4 * s + 1] !== h) s = (s + 1) & mask;
    if (table[4 * s] !== stamp) continue;
    any = true;
    table[4 * s + 3] = table[4 * s + 3] === 0 ? i + 1 : -1;
  }
  return any;
}

function dropOf(k: number): number {
  let drop = 1;
  for (let i = 0; i < k; i++) drop = Math.imul(drop, BASE);
  return drop;
}

function sameUnits(a: Codes, i: number, b: Codes, j: number, k: number): boolean {
  for (let x = 0; x < k; x++) if (a[i + x] !== b[j + x]) return false;
  return true;
}

/** The longest anchors of two texts. */
interface Anchored {
  /** Units that both begin and end with; anchors lie between. */
  head: number;
  tail: number;
  runs: Run[];
  /** Of the runs those that stand in one order in both. */
  chain: Run[];
}

/** What two texts have in common at their ends, and the runs between that occur once in each. */
export function anchorsOf(a: Codes, b: Codes): Anchored {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - tail - 1] === b[b.length - tail - 1]) tail++;
  const [aEnd, bEnd] = [a.length - tail, b.length - tail];
  if (isSmall(aEnd - head, bEnd - head)) return { head, tail, runs: [], chain: [] };
  const runs = uniqueRuns(a, head, aEnd, b, head, bEnd, ANCHORS[0]!);
  return { head, tail, runs, chain: heaviestChain(runs) };
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

/** Of Myers' comparison: the frontier, and all earlier ones, that of distance d from d² on. */
const MIDDLE = MAX_DISTANCE + 1;
const frontier = new Int32Array(2 * MIDDLE + 1);
const trace = new Int32Array((MAX_DISTANCE + 1) ** 2);
/** How often each unit stands in the first text of a gap, less how often in the second; all noughts between calls. */
const balance = new Int16Array(1 << 16);

/** Units that the gap's texts have in common, wherever they stand: no more can be matched. */
function common(a: Codes, a0: number, a1: number, b: Codes, b0: number, b1: number): number {
  let n = 0;
  for (let i = a0; i < a1; i++) balance[a[i]!]!++;
  for (let j = b0; j < b1; j++) if (balance[b[j]!]!-- > 0) n++;
  for (let i = a0; i < a1; i++) balance[a[i]!] = 0;
  for (let j = b0; j < b1; j++) balance[b[j]!] = 0;
  return n;
}

/** Myers' greedy comparison of a gap. @returns matches as runs, or null when the distance exceeds the bound */
function myers(a: Codes, a0: number, a1: number, b: Codes, b0: number, b1: number): Run[] | null {
  const n = a1 - a0;
  const m = b1 - b0;
  if (Math.abs(n - m) > MAX_DISTANCE) return null;
  const max = Math.min(n + m, MAX_DISTANCE, Math.max(SHORT, Math.floor(REWRITTEN * (n + m))));
  // What is common bounds the distance from below: most rewritten stretches are given up by it alone.
  if (n + m > max && n + m - 2 * common(a, a0, a1, b, b0, b1) > max) return null;
  const v = frontier;
  const mid = MIDDLE;
  v[mid + 1] = 0;
  for (let d = 0; d <= max; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && v[mid + k - 1]! < v[mid + k + 1]!) ? v[mid + k + 1]! : v[mid + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x++;
        y++;
      }
      v[mid + k] = x;
      if (x >= n && y >= m) return backtrack(x, d, k, a0, b0, n);
    }
    for (let k = -d, to = d * d; k <= d; k++) trace[to++] = v[mid + k]!;
  }
  return null;
}

function backtrack(end: number, d: number, last: number, a0: number, b0: number, n: number): Run[] {
  const runs: Run[] = [];
  let k = last;
  let x = Math.min(end, n);
  for (let step = d; step >= 0; step--) {
    const y = x - k;
    if (step === 0) {
      if (x > 0) runs.push({ a: a0, b: b0, length: x });
      break;
    }
    const prev = (step - 1) ** 2 + step - 1;
    const at = (q: number): number => (q < -(step - 1) || q > step - 1 ? -1 : trace[prev + q]!);
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

/** Gaps that are compared unit by unit at once. */
const isSmall = (n: number, m: number): boolean => n * m <= 1024;

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
  if (level === ANCHORS.length || isSmall(a1 - a0, b1 - b0)) {
    const runs = myers(a, a0, a1, b, b0, b1);
    if (runs) out.push(...runs);
    return;
  }
  matchAlong(heaviestChain(uniqueRuns(a, a0, a1, b, b0, b1, ANCHORS[level]!)), a, a0, a1, b, b0, b1, level, out);
}

/** Matches of a stretch by a chain of anchors in it, and of the gaps that these leave. */
function matchAlong(
  chain: readonly Run[],
  a: Codes,
  a0: number,
  a1: number,
  b: Codes,
  b0: number,
  b1: number,
  level: number,
  out: Run[],
): void {
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
export const align = (a: Codes, b: Codes): Hunk[] => alignAt(a, b, anchorsOf(a, b));

/** {@link align} with anchors that are known. */
export function alignAt(a: Codes, b: Codes, { head, tail, chain }: Anchored): Hunk[] {
  const runs: Run[] = [];
  const [aEnd, bEnd] = [a.length - tail, b.length - tail];
  if (head) runs.push({ a: 0, b: 0, length: head });
  if (aEnd > head && bEnd > head) {
    if (isSmall(aEnd - head, bEnd - head)) runs.push(...(myers(a, head, aEnd, b, head, bEnd) ?? []));
    else matchAlong(chain, a, head, aEnd, b, head, bEnd, 0, runs);
  }
  if (tail) runs.push({ a: aEnd, b: bEnd, length: tail });
  return joinAccidental(hunksBetween(runs, a.length, b.length));
}
