import type { AllStage, Corpus, Edit, Json, Outcome, Sketched } from '../../pipeline/types.ts';
import { codePointIndex } from '../../text/offsets.ts';
import { anchorsIn } from './anchors.ts';
import { reasonsFor, recentre } from './canonical.ts';
import { type DedupOptions, defaults, options } from './options.ts';
import { type Passage, type Reuse, reuseOf } from './passages.ts';
import { type Sketch, sketchOf } from './sketch.ts';
import { Texts, type Told } from './texts.ts';
import { type Unit, unitsOf } from './units.ts';
import { healing } from './witnesses.ts';
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

function decide(sketches: readonly Sketched<Sketch>[], corpus: Corpus, o: DedupOptions): Map<string, Outcome> {
  const units = unitsOf(sketches);
  const first = (unit: number): Sketched<Sketch> => units[unit]!.members[0]!;
  const texts = new Texts(
    {
      raw: (u) => first(u).sketch.raw,
      anchors: (u) => anchorsIn(first(u).sketch.anchors),
      text: (u) => corpus.doc(first(u).uid).text,
      length: units.reduce((n, u) => n + u.sketch.length, 0),
    },
    o,
    corpus.memo,
  );
  const works = new Works(units, texts, o).gather().map((work) => recentre(work, units, texts));
  const found = new Map(works.flatMap((work) => [...told(work, units)]));
  const healed = new Map(works.flatMap((work) => [...healing(work, units, texts, corpus, o.shingle)]));
  const moved = new Map(
    sketches.flatMap((s) => (healed.has(s.uid) ? [[s.uid, inCodePoints(healed.get(s.uid)!, s, corpus)] as const] : [])),
  );
  for (const [uid, reuse] of reuseOf(works, units, texts, moved, o)) Object.assign(found.get(uid)!, rounded(reuse));
  return new Map(
    sketches.map(({ uid }) => {
      const edits = healed.get(uid);
      return [uid, { ...outcome(found.get(uid)!), ...(edits ? { passes: [edits] } : {}) }];
    }),
  );
}

/** To whole per cents: a share that moves by less is no news, and would make the article anew. */
const percent = (x: number): number => Math.min(1, Math.round(100 * x) / 100);

const rounded = (r: Reuse): Reuse => ({ ...r, reused: percent(r.reused), phrases: percent(r.phrases) });

/** Finds what is the same work. The method is told in README.md beside this file. */
export const dedup: AllStage<DedupOptions, Sketch> = {
  kind: 'all',
  name: 'dedup',
  version: 5,
  summary: 'find what is the same work: copies, excerpts, versions, templates, derived texts; copies heal each other',
  defaults,
  options,
  sketch: sketchOf,
  decide,
};
