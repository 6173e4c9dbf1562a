import { ALONE, sharedKeys } from '../../kernel/shared.ts';
import type { Edit } from '../../pipeline/types.ts';
import { ANCHOR, type Anchors, anchorsIn, MARKS, SHORTEST_PASSAGE } from './anchors.ts';
import type { Match } from './matches.ts';
import type { DedupOptions } from './options.ts';
import type { Texts } from './texts.ts';
import type { Unit } from './units.ts';

/** A stretch that an article shares with articles of other works. Offsets in code points of the texts as exported. */
export interface Passage {
  start: number;
  end: number;
  /** How many articles have it, this one included; copies, versions and other fillings of these are not counted. */
  articles: number;
  /** Of the articles that have it, this one included, the earliest that has a date (uid); null where none has. */
  first: string | null;
  /** Where it stands in others (uids), the earliest first; at most {@link TOLD}. */
  in: { uid: string; start: number; end: number }[];
}

/** What an article has in common with others beyond being a copy. */
interface Reuse {
  passages: Passage[];
  /** Share of the article that stands in passages which other works have too, told or not. */
  reused: number;
  /** Share that stands in set phrases: what more than `phrase` works have. */
  phrases: number;
}

/** So many articles are looked at for what they share with one, those that share most anchors. */
const PARTNERS = 16;
/** So many are named for a passage. */
const TOLD = 8;
/** Anchors of set phrases this close to each other belong to one phrase. */
const NEAR = 2;

/** Units that may share passages: those that stand for a work, and those derived from one. */
interface Eligible {
  unit: number;
  work: number;
}

/** Anchors by number: which each eligible unit has, and in how many works each stands. */
interface Index {
  units: readonly Eligible[];
  anchors: readonly Anchors[];
  ids: Uint32Array;
  starts: Uint32Array;
  works: Uint32Array;
}

function indexOf(standing: readonly (readonly number[])[], units: readonly Unit[]): Index {
  const eligible = standing.flatMap((some, work) => some.map((unit) => ({ unit, work })));
  const anchors = eligible.map((e) => anchorsIn(units[e.unit]!.sketch.anchors));
  const { ids, starts, counts } = sharedKeys(anchors.map((a) => a.keys));
  const inWorks = new Uint32Array(counts.length);
  const last = new Int32Array(counts.length).fill(-1);
  for (let i = 0; i < eligible.length; i++) {
    const { work } = eligible[i]!;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const k = ids[at]!;
      if (k === ALONE || last[k] === work) continue;
      last[k] = work;
      inWorks[k]!++;
    }
  }
  return { units: eligible, anchors, ids, starts, works: inWorks };
}

/** For each eligible unit its anchors that are no set phrases, those of unit `i` from `starts[i]` on. */
type Rare = Pick<Index, 'ids' | 'starts'>;

/** Each once: a page that says one phrase over and over would be looked up at every place for each of its places. */
function rareAnchors({ units, ids, starts, works }: Index, o: DedupOptions): Rare {
  const last = new Int32Array(works.length).fill(-1);
  const rare = new Uint32Array(ids.length);
  const begins = new Uint32Array(units.length + 1);
  let n = 0;
  for (let i = 0; i < units.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const k = ids[at]!;
      if (k === ALONE || works[k]! > o.phrase || last[k] === i) continue;
      last[k] = i;
      rare[n++] = k;
    }
    begins[i + 1] = n;
  }
  return { ids: rare.subarray(0, n), starts: begins };
}

/** For each anchor the eligible units that have it. */
function postingsOf({ ids, starts }: Rare, anchors: number): { ends: Uint32Array; posted: Uint32Array } {
  const ends = new Uint32Array(anchors + 1);
  for (const k of ids) ends[k + 1]!++;
  for (let k = 0; k < anchors; k++) ends[k + 1]! += ends[k]!;
  const posted = new Uint32Array(ids.length);
  // Filled from where each begins: afterwards `ends[k]` is where the posting of k ends, that of k - 1 where it begins.
  for (let i = 0; i + 1 < starts.length; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) posted[ends[ids[at]!]!++] = i;
  return { ends, posted };
}

/** For each eligible unit those that it shares most anchors with which are no set phrases, by their places in the index. */
function partnersOf(index: Index, o: DedupOptions): number[][] {
  const rare = rareAnchors(index, o);
  const { ids, starts } = rare;
  const { ends, posted } = postingsOf(rare, index.works.length);
  const votes = new Uint32Array(index.units.length);
  const touched = new Uint32Array(index.units.length);
  return index.units.map((_, i) => {
    let n = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const k = ids[at]!;
      for (let p = k ? ends[k - 1]! : 0; p < ends[k]!; p++) {
        const j = posted[p]!;
        if (j !== i && votes[j]!++ === 0) touched[n++] = j;
      }
    }
    if (!n) return [];
    const found = Array.from(touched.subarray(0, n), (j) => [j, votes[j]!] as const);
    for (const [j] of found) votes[j] = 0;
    if (n > 1) found.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    return found.slice(0, PARTNERS).map(([j]) => j);
  });
}

/** Pairs of eligible units of which one chose the other, each once, the one that comes first in the index first. */
function* pairsOf(index: Index, o: DedupOptions): Generator<[i: number, j: number]> {
  const partners = partnersOf(index, o);
  for (let i = 0; i < partners.length; i++)
    for (const j of partners[i]!) if (i < j || !partners[j]!.includes(i)) yield i < j ? [i, j] : [j, i];
}

/** Two eligible units with what they share, `a` the one that comes first in the index. */
interface Shared {
  a: number;
  b: number;
  matches: readonly Match[];
}

/** A match seen from one of its sides. */
interface Seen {
  /** In folded units of this side. */
  at: number;
  length: number;
  start: number;
  end: number;
  other: number;
  otherStart: number;
  otherEnd: number;
  works: number;
}

const fromA = (m: Match, other: number, works: number): Seen => ({
  at: m.a,
  length: m.length,
  start: m.aStart,
  end: m.aEnd,
  other,
  otherStart: m.bStart,
  otherEnd: m.bEnd,
  works,
});

const fromB = (m: Match, other: number, works: number): Seen => ({
  at: m.b,
  length: m.length,
  start: m.bStart,
  end: m.bEnd,
  other,
  otherStart: m.aStart,
  otherEnd: m.aEnd,
  works,
});

/** To whole per cents: a share that moves by less is no news, and would make the article anew. */
const percent = (x: number): number => Math.min(1, Math.round(100 * x) / 100);

/** Edits with offsets in code points by which copies heal an article; none for most. */
type HealedBy = (uid: string) => readonly Edit[] | undefined;

/** What articles share beyond being copies. Who shares with whom is looked up for all at once. */
export class Reuses {
  readonly #index: Index;
  readonly #units: readonly Unit[];
  readonly #healed: HealedBy;
  readonly #o: DedupOptions;
  /** For each eligible unit those that it has matches with, in the order in which it is held against them. */
  readonly #shared: readonly Shared[][];
  /** Place in the index by the article that stands for the unit. */
  readonly #places = new Map<string, number>();

  /**
   * @param standing for each work the unit that stands for it, and those that are derived from that one
   * @param healed offsets of passages are those of the texts after these edits
   */
  constructor(
    standing: readonly (readonly number[])[],
    units: readonly Unit[],
    texts: Texts,
    healed: HealedBy,
    o: DedupOptions,
  ) {
    this.#index = indexOf(standing, units);
    this.#units = units;
    this.#healed = healed;
    this.#o = o;
    const shared: Shared[][] = this.#index.units.map(() => []);
    for (const [a, b] of pairsOf(this.#index, o)) {
      // Most pairs that are met share none, and each is looked up once.
      const matches = texts.matches(this.#index.units[a]!.unit, this.#index.units[b]!.unit);
      if (!matches.length) continue;
      const pair = { a, b, matches };
      shared[a]!.push(pair);
      shared[b]!.push(pair);
    }
    this.#shared = shared;
    for (let i = 0; i < this.#index.units.length; i++) this.#places.set(this.#uidOf(i), i);
  }

  #uidOf(i: number): string {
    return this.#units[this.#index.units[i]!.unit]!.members[0]!.uid;
  }

  /** What an article shares; undefined where it shares nothing and holds no set phrase. */
  of(uid: string): Reuse | undefined {
    const i = this.#places.get(uid);
    if (i === undefined) return undefined;
    const { length } = this.#units[this.#index.units[i]!.unit]!.sketch;
    const all = this.#seenFrom(i);
    const phrases = phrasesIn(this.#index, i, 0, length, this.#o) / length;
    if (!all.length && !phrases) return undefined;
    const told = tell(i, all, this.#index, this.#units, this.#healed, this.#o);
    return { passages: told, reused: percent(covered(all) / length), phrases: percent(phrases) };
  }

  #seenFrom(i: number): Seen[] {
    const seen: Seen[] = [];
    for (const { a, b, matches } of this.#shared[i]!) {
      for (const m of matches) {
        const shared = worksWith(this.#index, a, m.a, m.length);
        // A set phrase and what happens to stand on either side of it in both is no passage.
        if (shared > this.#o.phrase || m.length - phrasesIn(this.#index, a, m.a, m.length, this.#o) < SHORTEST_PASSAGE)
          continue;
        seen.push(i === a ? fromA(m, b, shared) : fromB(m, a, shared));
      }
    }
    return seen;
  }
}

/** In how many works a stretch stands as a whole: its rarest anchor tells. */
function worksWith({ ids, starts, works, anchors }: Index, i: number, from: number, length: number): number {
  const { marks } = anchors[i]!;
  const count = marks.length / MARKS;
  let least = Number.POSITIVE_INFINITY;
  for (let k = firstFrom(marks, from); k < count && marks[MARKS * k]! + ANCHOR <= from + length; k++) {
    const id = ids[starts[i]! + k]!;
    // Alone among those that stand for works: what it matched stands in a later repeat.
    if (id !== ALONE) least = Math.min(least, works[id]!);
  }
  return Number.isFinite(least) ? Math.max(2, least) : 2;
}

/** Number of the first anchor at or behind `from`. */
function firstFrom(marks: Uint32Array, from: number): number {
  let lo = 0;
  let hi = marks.length / MARKS;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (marks[MARKS * mid]! < from) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Folded units of a stretch that stand in set phrases, as far as anchors show. */
function phrasesIn(
  { ids, starts, works, anchors }: Index,
  i: number,
  from: number,
  length: number,
  o: DedupOptions,
): number {
  const { marks } = anchors[i]!;
  const count = marks.length / MARKS;
  let sum = 0;
  let end = -1;
  for (let k = firstFrom(marks, from); k < count; k++) {
    const at = marks[MARKS * k]!;
    if (at + ANCHOR > from + length) break;
    const id = ids[starts[i]! + k]!;
    if (id === ALONE || works[id]! <= o.phrase) continue;
    const begin = end >= 0 && at <= end + NEAR ? end : at;
    sum += at + ANCHOR - begin;
    end = at + ANCHOR;
  }
  return sum;
}

/** Folded units that lie in any of the stretches. */
function covered(stretches: readonly Seen[]): number {
  let sum = 0;
  let end = 0;
  for (const s of [...stretches].sort((x, y) => x.at - y.at)) {
    sum += Math.max(0, s.at + s.length - Math.max(end, s.at));
    end = Math.max(end, s.at + s.length);
  }
  return sum;
}

function tell(
  i: number,
  all: readonly Seen[],
  index: Index,
  units: readonly Unit[],
  healed: HealedBy,
  o: DedupOptions,
): Passage[] {
  const first = (k: number): { uid: string; date: string | null } => {
    const { uid, sketch } = units[index.units[k]!.unit]!.members[0]!;
    return { uid, date: sketch.evidence.date };
  };
  const own = first(i);
  const places = new Map<string, Seen[]>();
  for (const s of all) {
    const key = `${s.start} ${s.end}`;
    const list = places.get(key);
    if (list) list.push(s);
    else places.set(key, [s]);
  }
  const longest = [...places.values()].sort((x, y) => y[0]!.length - x[0]!.length || x[0]!.start - y[0]!.start);
  return longest
    .slice(0, o.passages)
    .sort((x, y) => x[0]!.start - y[0]!.start || x[0]!.end - y[0]!.end)
    .map((list) => {
      const others = list.map((s) => ({ ...first(s.other), start: s.otherStart, end: s.otherEnd })).sort(earlier);
      const dated = [own, ...others].filter((x) => x.date !== null).sort(earlier);
      const moved = (uid: string, at: number): number => at + shiftAt(healed(uid), at);
      const [{ start, end, works }] = list as [Seen];
      return {
        start: moved(own.uid, start),
        end: moved(own.uid, end),
        articles: Math.max(works, 1 + new Set(list.map((s) => s.other)).size),
        first: dated[0]?.uid ?? null,
        in: others.slice(0, TOLD).map((x) => ({ uid: x.uid, start: moved(x.uid, x.start), end: moved(x.uid, x.end) })),
      };
    });
}

type Dated = { uid: string; date: string | null };

/** Dated before undated, early before late, then by uid. */
function earlier(x: Dated, y: Dated): number {
  const [a, b] = [x.date ?? '9999', y.date ?? '9999'];
  return a < b ? -1 : a > b ? 1 : x.uid < y.uid ? -1 : x.uid > y.uid ? 1 : 0;
}

/** How far healing moves an offset: what is restored before it may be longer than what stood there. */
function shiftAt(edits: readonly Edit[] | undefined, at: number): number {
  let shift = 0;
  for (const e of edits ?? []) {
    if (e.end <= at) shift += e.insert.length - (e.end - e.start);
    else if (e.start < at) return shift + e.start + e.insert.length - at;
    else break;
  }
  return shift;
}
