import type { AllStage, Corpus, Edit, Json, Outcome, Settled, Sketched } from '../../pipeline/types.ts';
import { codePointIndex } from '../../text/offsets.ts';
import { anchorsIn } from './anchors.ts';
import { reasonsFor } from './canonical.ts';
import { type DedupOptions, defaults, options } from './options.ts';
import { pack, unpack } from './packed.ts';
import { type Passage, Reuses } from './passages.ts';
import { digest, SettledWork, type Settling } from './settled.ts';
import { type Sketch, sketchOf } from './sketch.ts';
import { Texts, type Told } from './texts.ts';
import { type Unit, unitsOf } from './units.ts';
import { Works } from './works.ts';

export { type DedupOptions, defaults } from './options.ts';
export { type AlignedComparison, compareAligned, sharedPassages } from './readable.ts';

/** What the stage says of an article (`doc.data.dedup`); uids throughout. */
export interface WorkData {
  /** The work's canonical article. */
  work: string;
  relation: 'canonical' | 'exact' | 'near' | 'contained' | 'version' | 'template' | 'derived';
  /** The canonical article; null for itself. */
  of: string | null;
  jaccard: number;
  /** How much of this article stands in the canonical one. */
  containment: number;
  /** Both again, with slots, slips and leads taken out. */
  masked: { jaccard: number; containment: number };
  rule: string;
  /** The article that this one is a plain copy of, where that is another filling and not the canonical; else null. */
  copyOf: string | null;
  slots: { kind: string; from: string; to: string; count: number }[];
  slotCount: number;
  /** Of the canonical article: how many articles the work has, and why this one. */
  size?: number;
  reasons?: string[];
  /** Of articles that stand for a work or are derived from one: what they share with other works (see `Reuse`). */
  passages?: Passage[];
  reused?: number;
  phrases?: number;
}

/** Copies need no extraction: the canonical article speaks for them. */
const COPIES = new Set(['exact', 'near', 'contained']);

const round = (x: number): number => Math.round(x * 1e4) / 1e4;

function outcome(data: WorkData): Outcome {
  return COPIES.has(data.relation) ? { data: data as unknown as Json, done: true } : { data: data as unknown as Json };
}

function relationData(to: Told, canonical: string, copyOf: string | null): WorkData {
  return {
    work: canonical,
    // Only a head that could not be exchanged is ever contained the other way round: one text, then.
    relation: to.relation === 'contains' || to.relation === 'different' ? 'near' : to.relation,
    of: canonical,
    jaccard: round(to.jaccard),
    containment: round(to.containment),
    masked: { jaccard: round(to.masked.jaccard), containment: round(to.masked.containment) },
    rule: to.rule,
    copyOf,
    slots: to.slots.map((s) => ({ ...s })),
    slotCount: to.slotCount,
  };
}

const SELF = { jaccard: 1, containment: 1, masked: { jaccard: 1, containment: 1 }, slots: [], slotCount: 0 };

/** An article's place in its work. */
interface Place {
  work: SettledWork;
  /** Null for articles of the unit that stands for it. */
  seat: Settling | null;
}

/** The places of all articles, by uid. */
function placesIn(works: readonly SettledWork[], units: readonly Unit[]): Map<string, Place> {
  const found = new Map<string, Place>();
  const put = (unit: number, place: Place): void => {
    for (const { uid } of units[unit]!.members) found.set(uid, place);
  };
  for (const work of works) {
    put(work.head, { work, seat: null });
    for (const seat of work.seats) put(seat.unit, { work, seat });
  }
  return found;
}

const uidOf = (unit: number, units: readonly Unit[]): string => units[unit]!.members[0]!.uid;

/** Stands for what {@link told} says of an article. */
function toldDigest(uid: string, { work, seat }: Place, units: readonly Unit[]): string {
  const canonical = uidOf(work.head, units);
  if (!seat) return uid === canonical ? work.digest : canonical;
  const raw = (unit: number): string => units[unit]!.sketch.raw;
  return [canonical, raw(work.head), raw(seat.unit), seat.relation, uidOf(seat.copyOf, units)].join('\t');
}

/** What is said of an article of a work. */
function told(uid: string, { work, seat }: Place, units: readonly Unit[]): WorkData {
  const canonical = uidOf(work.head, units);
  if (seat) {
    const original = uidOf(seat.copyOf, units);
    return relationData(work.told(seat), canonical, seat.copyOf === work.head || original === uid ? null : original);
  }
  const self = { ...SELF, work: canonical, copyOf: null };
  if (uid !== canonical)
    return { ...self, relation: 'exact', of: canonical, rule: 'equal but for width, punctuation and white space' };
  const { head, seats } = work;
  const articles = seats.reduce((n, s) => n + units[s.unit]!.members.length, units[head]!.members.length);
  const reasons = articles > 1 ? reasonsFor({ head, members: seats }, units) : [];
  return { ...self, relation: 'canonical', of: null, rule: 'canonical', size: articles, reasons };
}

/** Edits with offsets in code points, as passages have them. The same, but in texts with rare ideographs or emoji. */
function inCodePoints(edits: readonly Edit[], { sketch, uid }: Sketched<Sketch>, corpus: Corpus): readonly Edit[] {
  if (!sketch.astral) return edits;
  const index = codePointIndex(corpus.doc(uid).text);
  return edits.map((e) => ({ ...e, start: index(e.start), end: index(e.end) }));
}

function settle(sketches: readonly Sketched<Sketch>[], corpus: Corpus, o: DedupOptions): Map<string, Settled> {
  const units = unitsOf(sketches);
  const texts = textsOf(units, corpus, o);
  const works = new Works(units, texts, o).gather().map((g) => new SettledWork(g, { units, texts, corpus, o }));
  const places = placesIn(works, units);
  const byUid = new Map(sketches.map((s) => [s.uid, s]));
  const healed = (uid: string): readonly Edit[] | undefined => places.get(uid)!.work.healed.get(uid);
  const moved = (uid: string): readonly Edit[] | undefined => {
    const edits = healed(uid);
    return edits && inCodePoints(edits, byUid.get(uid)!, corpus);
  };
  const standing = works.map((work) => work.standing);
  const reuses = new Reuses(standing, units, texts, moved, o);
  const found = new Map<string, Settled>();
  for (const { uid } of sketches) {
    const place = places.get(uid)!;
    const edits = healed(uid);
    const parts = [toldDigest(uid, place, units), JSON.stringify(edits), JSON.stringify(reuses.of(uid))];
    const made = (): Outcome => {
      const said = outcome({ ...told(uid, place, units), ...reuses.of(uid) });
      return edits ? { ...said, passes: [[...edits]] } : said;
    };
    found.set(uid, { digest: digest(parts.join('\n')), outcome: made });
  }
  if (corpus.memo) texts.keep(corpus.memo, new Set(works.map((work) => work.memoKey)));
  return found;
}

const decide = (...args: Parameters<typeof settle>): Map<string, Outcome> =>
  new Map([...settle(...args)].map(([uid, settled]) => [uid, settled.outcome()]));

function textsOf(units: readonly Unit[], corpus: Corpus, o: DedupOptions): Texts {
  const first = (unit: number): Sketched<Sketch> => units[unit]!.members[0]!;
  const source = {
    raw: (u: number) => first(u).sketch.raw,
    anchors: (u: number) => anchorsIn(first(u).sketch.anchors),
    text: (u: number) => corpus.doc(first(u).uid).text,
    count: units.length,
    length: units.reduce((n, u) => n + u.sketch.length, 0),
  };
  return new Texts(source, o, corpus.memo);
}

/** Finds what is the same work. The method is told in README.md beside this file. */
export const dedup: AllStage<DedupOptions, Sketch> = {
  kind: 'all',
  name: 'dedup',
  version: 11,
  summary: 'find what is the same work: copies, excerpts, versions, templates, derived texts; copies heal each other',
  defaults,
  options,
  sketch: sketchOf,
  pack,
  unpack,
  settle,
  decide,
};
