import { ALONE, sharedKeys } from '../../kernel/shared.ts';
import type { Edit } from '../../pipeline/types.ts';
import { ANCHOR } from './anchors.ts';
import type { Match } from './matches.ts';
import type { DedupOptions } from './options.ts';
import type { Texts } from './texts.ts';
import type { Unit } from './units.ts';
import type { Work } from './works.ts';

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
export interface Reuse {
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

/** Anchors by number: which eligible units have each, and in how many works it stands. */
interface Index {
  units: readonly Eligible[];
  ids: Uint32Array;
  starts: Uint32Array;
  works: Uint32Array;
}

function indexOf(works: readonly Work[], units: readonly Unit[]): Index {
  const eligible = works.flatMap((w, work) => [
    { unit: w.head, work },
    ...w.members.filter((m) => m.to.relation === 'derived').map((m) => ({ unit: m.unit, work })),
  ]);
  const { ids, starts, counts } = sharedKeys(eligible.map((e) => units[e.unit]!.sketch.anchors.keys));
  const inWorks = new Uint32Array(counts.length);
  const last = new Int32Array(counts.length).fill(-1);
  eligible.forEach(({ work }, i) => {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const k = ids[at]!;
      if (k === ALONE || last[k] === work) continue;
      last[k] = work;
      inWorks[k]!++;
    }
  });
  return { units: eligible, ids, starts, works: inWorks };
}

/** Pairs of eligible units (by their place in the index) that share an anchor which is no set phrase, each once. */
function pairsOf({ units, ids, starts, works }: Index, o: DedupOptions): Map<number, number[]> {
  const posted = new Map<number, number[]>();
  units.forEach((_, i) => {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const k = ids[at]!;
      if (k === ALONE || works[k]! > o.phrase) continue;
      const list = posted.get(k);
      if (list) list.push(i);
      else posted.set(k, [i]);
    }
  });
  const pairs = new Map<number, number[]>();
  const known = new Set<string>();
  units.forEach((_, i) => {
    const votes = new Map<number, number>();
    for (let at = starts[i]!; at < starts[i + 1]!; at++)
      for (const j of posted.get(ids[at]!) ?? []) if (j !== i) votes.set(j, (votes.get(j) ?? 0) + 1);
    const best = [...votes].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, PARTNERS);
    for (const [j] of best) {
      const [x, y] = i < j ? [i, j] : [j, i];
      if (known.has(`${x} ${y}`)) continue;
      known.add(`${x} ${y}`);
      const list = pairs.get(x);
      if (list) list.push(y);
      else pairs.set(x, [y]);
    }
  });
  return pairs;
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

/**
 * What articles share beyond being copies, by uid of the article that stands for each unit; those that share nothing and
 * hold no set phrase are left out.
 *
 * @param healed edits that copies heal each other by: offsets are those of the texts after them
 */
export function reuseOf(
  works: readonly Work[],
  units: readonly Unit[],
  texts: Texts,
  healed: ReadonlyMap<string, readonly Edit[]>,
  o: DedupOptions,
): Map<string, Reuse> {
  const index = indexOf(works, units);
  const seen = new Map<number, Seen[]>();
  const add = (i: number, s: Seen): void => {
    const list = seen.get(i);
    if (list) list.push(s);
    else seen.set(i, [s]);
  };
  for (const [i, others] of pairsOf(index, o))
    for (const j of others)
      for (const m of texts.matches(index.units[i]!.unit, index.units[j]!.unit)) {
        const shared = worksWith(index, units, i, m.a, m.length);
        if (shared > o.phrase) continue;
        add(i, fromA(m, j, shared));
        add(j, fromB(m, i, shared));
      }
  const found = new Map<string, Reuse>();
  index.units.forEach(({ unit }, i) => {
    const { sketch, members } = units[unit]!;
    const all = seen.get(i) ?? [];
    const phrases = phrasesIn(index, units, i, o) / sketch.length;
    if (!all.length && !phrases) return;
    const told = tell(i, all, index, units, healed, o);
    found.set(members[0]!.uid, { passages: told, reused: covered(all) / sketch.length, phrases });
  });
  return found;
}

/** In how many works a stretch stands as a whole: its rarest anchor tells. */
function worksWith(
  { ids, starts, works, units: eligible }: Index,
  units: readonly Unit[],
  i: number,
  from: number,
  length: number,
): number {
  const { places } = units[eligible[i]!.unit]!.sketch.anchors;
  let least = Number.POSITIVE_INFINITY;
  for (let k = firstFrom(places, from); k < places.length && places[k]! + ANCHOR <= from + length; k++) {
    const id = ids[starts[i]! + k]!;
    // Alone among those that stand for works: what it matched stands in a later repeat.
    if (id !== ALONE) least = Math.min(least, works[id]!);
  }
  return Number.isFinite(least) ? Math.max(2, least) : 2;
}

/** Index of the first place at or behind `from`. */
function firstFrom(places: Uint32Array, from: number): number {
  let lo = 0;
  let hi = places.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (places[mid]! < from) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Folded units of a text that stand in set phrases. */
function phrasesIn(
  { ids, starts, works, units: eligible }: Index,
  units: readonly Unit[],
  i: number,
  o: DedupOptions,
): number {
  const { places } = units[eligible[i]!.unit]!.sketch.anchors;
  let sum = 0;
  let end = -1;
  for (let k = 0; k < places.length; k++) {
    const id = ids[starts[i]! + k]!;
    if (id === ALONE || works[id]! <= o.phrase) continue;
    const from = places[k]! <= end + NEAR ? end : places[k]!;
    sum += places[k]! + ANCHOR - from;
    end = places[k]! + ANCHOR;
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
  healed: ReadonlyMap<string, readonly Edit[]>,
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
      const moved = (uid: string, at: number): number => at + shiftAt(healed.get(uid), at);
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
