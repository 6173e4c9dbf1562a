import type { AllStage, Corpus, Edit, Json, Outcome, Settled, Sketched } from '../../pipeline/types.ts';
import { codePointIndex } from '../../text/offsets.ts';
import { anchorsIn } from './anchors.ts';
import { reasonsFor } from './canonical.ts';
import { type DedupOptions, defaults, options } from './options.ts';
import { pack, unpack } from './packed.ts';
import { type Passage, type Reuse, Reuses } from './passages.ts';
import { SettledWork } from './settled.ts';
import { type Sketch, sketchOf } from './sketch.ts';
import { Texts, type Told } from './texts.ts';
import { type Unit, unitsOf } from './units.ts';
import { type Work, Works } from './works.ts';

export { type Comparison, compare, type Relation, type Scores, type SlotChange } from './compare.ts';
export { type DedupOptions, defaults } from './options.ts';
export type { Passage } from './passages.ts';
export { type AlignedComparison, type AlignedDifference, compareAligned, sharedPassages } from './readable.ts';

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
  /** Of articles that stand for a work or are derived from one: what they share with other works (see {@link Reuse}). */
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

/** What is said of every article of a work. */
function* told(work: Work, units: readonly Unit[]): Generator<[uid: string, data: WorkData]> {
  const uidOf = (unit: number): string => units[unit]!.members[0]!.uid;
  const canonical = uidOf(work.head);
  const articles = work.members.reduce((n, m) => n + units[m.unit]!.members.length, units[work.head]!.members.length);
  const self = { ...SELF, work: canonical, copyOf: null };
  const own = { size: articles, reasons: articles > 1 ? reasonsFor(work, units) : [] };
  yield [canonical, { ...self, relation: 'canonical', of: null, rule: 'canonical', ...own }];
  for (const { uid } of units[work.head]!.members.slice(1))
    yield [
      uid,
      { ...self, relation: 'exact', of: canonical, rule: 'equal but for width, punctuation and white space' },
    ];
  for (const m of work.members) {
    const original = uidOf(m.copyOf);
    for (const { uid } of units[m.unit]!.members)
      yield [uid, relationData(m.to, canonical, m.copyOf === work.head || original === uid ? null : original)];
  }
}

/** Edits with offsets in code points, as passages have them. The same, but in texts with rare ideographs or emoji. */
function inCodePoints(edits: readonly Edit[], { sketch, uid }: Sketched<Sketch>, corpus: Corpus): readonly Edit[] {
  if (!sketch.astral) return edits;
  const index = codePointIndex(corpus.doc(uid).text);
  return edits.map((e) => ({ ...e, start: index(e.start), end: index(e.end) }));
}

/** What becomes of one article, with what its work and its passages say. */
function outcomeOf(work: SettledWork, s: Sketched<Sketch>, told: WorkData, reuses: Reuses): Outcome {
  const reuse = reuses.of(s.uid);
  const edits = work.healed.get(s.uid);
  return { ...outcome(reuse ? { ...told, ...rounded(reuse) } : told), ...(edits ? { passes: [[...edits]] } : {}) };
}

function settle(sketches: readonly Sketched<Sketch>[], corpus: Corpus, o: DedupOptions): Map<string, Settled> {
  const units = unitsOf(sketches);
  const ground = { units, texts: textsOf(units, corpus, o), corpus, o };
  const works = new Works(units, ground.texts, o).gather().map((gathered) => new SettledWork(gathered, ground));
  const workOf = new Map<string, SettledWork>();
  for (const work of works) for (const uid of work.uids()) workOf.set(uid, work);
  const byUid = new Map(sketches.map((s) => [s.uid, s]));
  const moved = (uid: string): readonly Edit[] | undefined => {
    const edits = workOf.get(uid)!.healed.get(uid);
    return edits && inCodePoints(edits, byUid.get(uid)!, corpus);
  };
  const standing = works.map((work) => work.standing);
  const reuses = new Reuses(standing, units, ground.texts, moved, o);
  if (corpus.memo) ground.texts.keep(corpus.memo, new Set(works.map((work) => work.memoKey)));
  const toldOf = toldOnce(units);
  return new Map(
    sketches.map((s) => {
      const work = workOf.get(s.uid)!;
      const digest = `${work.digest} ${reuses.digest(s.uid)}`;
      return [s.uid, { digest, outcome: () => outcomeOf(work, s, toldOf(work).get(s.uid)!, reuses) }];
    }),
  );
}

/** What is said of the articles of a work; of each once, when one of them is first asked for. */
function toldOnce(units: readonly Unit[]): (work: SettledWork) => ReadonlyMap<string, WorkData> {
  const known = new Map<SettledWork, Map<string, WorkData>>();
  return (settled) => {
    let found = known.get(settled);
    if (!found) {
      found = new Map(told(settled.work, units));
      known.set(settled, found);
    }
    return found;
  };
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

/** To whole per cents: a share that moves by less is no news, and would make the article anew. */
const percent = (x: number): number => Math.min(1, Math.round(100 * x) / 100);

const rounded = (r: Reuse): Reuse => ({ ...r, reused: percent(r.reused), phrases: percent(r.phrases) });

/** Finds what is the same work. The method is told in README.md beside this file. */
export const dedup: AllStage<DedupOptions, Sketch> = {
  kind: 'all',
  name: 'dedup',
  version: 6,
  summary: 'find what is the same work: copies, excerpts, versions, templates, derived texts; copies heal each other',
  defaults,
  options,
  sketch: sketchOf,
  pack,
  unpack,
  settle,
  decide,
};
