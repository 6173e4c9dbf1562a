import { charSet } from '../../../text/char-set.ts';
import type { TimeMention } from '../../../text/times.ts';
import type { TimeBase } from '../../../text/times-origins.ts';
import { actorAt, clauseEnd } from '../measures/actors.ts';
import { skipTo } from '../measures/adverbs.ts';
import { type Place, quote } from '../measures/place.ts';
import { verbAt } from '../measures/verbs.ts';
import type { Figure, FoundFigure, FoundPoint } from '../types.ts';
import { intervals } from './intervals.ts';

/** What a figure takes from what stands around it: who, when, and the indicator it is a part of. */
type Bearing = Pick<FoundFigure, 'actor' | 'interval' | 'under'>;

/** As far before a figure as its sentence is looked at for a subject. */
const REACH = 160;
const endsSentence = charSet('。；;！!？?\n');

/** Where the clauses begin that stand before an offset in its sentence, the nearest first. */
function clauseStarts(text: string, at: number): number[] {
  const low = Math.max(0, at - REACH);
  let from = at;
  while (from > low && !endsSentence(text.charCodeAt(from - 1))) from--;
  const starts: number[] = [];
  for (let i = from; i < at; i = clauseEnd(text, i, at) + 1) starts.push(i);
  return starts.reverse();
}

/** The subject of each clause, read once: figures stand close together. */
class Subjects {
  readonly #text: string;
  readonly #known = new Map<number, Place | null>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Who does what a figure counts: the subject of its clause, or one before it in its sentence whose deeds go on. */
  before(at: number): { place: Place | null; deed: boolean } {
    const starts = clauseStarts(this.#text, at);
    for (const [i, start] of starts.entries()) {
      const found = this.#at(start);
      if (found && found.end <= at) return { place: found, deed: true };
      // 办结率达97.8%: a subject of another kind, whatever stands before it.
      if (i === 0 && !beginsWithVerb(this.#text, start, at)) return { place: null, deed: false };
    }
    return { place: null, deed: true };
  }

  #at(start: number): Place | null {
    let found = this.#known.get(start);
    if (found === undefined) {
      found = actorAt(this.#text, start, clauseEnd(this.#text, start, this.#text.length));
      this.#known.set(start, found);
    }
    return found;
  }
}

function beginsWithVerb(text: string, from: number, end: number): boolean {
  return verbAt(text, skipTo(text, from, end)) !== null;
}

/** What is done or aimed at takes the actor of its point; a stock or a weight does not. */
const DONE: ReadonlySet<Figure['role']> = new Set(['target', 'result', 'frequency']);

/** An enumeration of targets has short headings: 粮食生产:…, 集体经济(10分). */
const LABEL_MAX = 20;

function labelled(text: string, p: FoundPoint): boolean {
  return p.heading.length <= LABEL_MAX && /[：:（(]/u.test(text[p.headingEnd] ?? '');
}

/**
 * The heading or weighted indicator above a figure: 农村改厕 of 完成户厕改造60户, 加强组织建设 of its items in a letter of
 * responsibility whose sections carry weights.
 */
function underOf(
  text: string,
  f: Figure,
  byId: ReadonlyMap<string, FoundPoint>,
  weights: ReadonlyMap<string, string>,
): string | null {
  if (f.role === 'scale') return null;
  let p = f.point === null ? undefined : byId.get(f.point);
  const own = p && f.start < p.headingEnd + 2;
  if (own) p = p!.parent === null ? undefined : byId.get(p!.parent);
  for (let first = true; p; first = false) {
    const weight = weights.get(p.id);
    if (weight !== undefined) return weight;
    if (first && labelled(text, p)) return p.heading;
    p = p.parent === null ? undefined : byId.get(p.parent);
  }
  return null;
}

/** Headings that carry a weight of their own (思想建设(25分)), by the id of their point. */
function weighted(figures: readonly Figure[], byId: ReadonlyMap<string, FoundPoint>): Map<string, string> {
  const weights = new Map<string, string>();
  for (const f of figures) {
    const p = f.role === 'weight' && f.point !== null ? byId.get(f.point) : undefined;
    if (p && f.start < p.headingEnd + 4 && f.start >= p.headingStart)
      weights.set(p.id, p.heading.replace(/[（(].*$/u, ''));
  }
  return weights;
}

/** What each figure takes from its surroundings, in their order. Linear: bounded windows, each clause read once. */
export function bearings(
  text: string,
  figures: readonly Figure[],
  points: readonly FoundPoint[],
  { bases, times }: { bases: readonly TimeBase[]; times: readonly TimeMention[] },
): Bearing[] {
  const byId = new Map(points.map((p) => [p.id, p]));
  const weights = weighted(figures, byId);
  const subjects = new Subjects(text);
  const when = intervals(text, bases, times);
  return figures.map((f) => {
    const said = subjects.before(f.start);
    const measure = f.point === null ? null : byId.get(f.point)?.measure?.actor;
    const from = measure?.from === 'text' ? f.point! : measure?.from;
    const taken = measure && said.deed && DONE.has(f.role) ? { ...measure, from: from! } : null;
    return {
      actor: said.place ? { ...quote(text, said.place), from: 'text' } : taken,
      interval: when(f),
      under: underOf(text, f, byId, weights),
    };
  });
}
