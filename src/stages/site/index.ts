import type { AllStage, Corpus, Edit, Outcome, Sketched } from '../../pipeline/types.ts';
import { familiesOf } from './families.ts';
import { defaults, options, type SiteOptions } from './options.ts';
import { pack, unpack } from './packed.ts';
import { type EdgeLine, type SiteSketch, sketchOf } from './sketch.ts';
import { type Shared, siteHead, siteTail } from './walk.ts';

type Page = Sketched<SiteSketch>;

/** Less than this left of a page, and nothing is cut: it is chrome through and through, or the learning went wrong. */
const LEAST = 20;

/** On how many unlike pages each line stands, at the head or at the tail. */
type Witnesses = Map<number, number>;

function witnesses(pages: readonly Page[], families: Int32Array, side: 'head' | 'tail'): Witnesses {
  const found: Witnesses = new Map();
  // Family by family, so that those that have a line are counted without keeping which they are.
  const last = new Map<number, number>();
  const order = Int32Array.from(pages, (_, i) => i).sort((i, k) => families[i]! - families[k]!);
  for (const i of order) {
    const family = families[i]!;
    if (family < 0) continue;
    for (const { key, role } of pages[i]!.sketch[side]) {
      if (role === 'stop' || role === 'title' || last.get(key) === family) continue;
      last.set(key, family);
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return found;
}

/**
 * How many, in powers of two: the reason of a cut must not change with every page that is fetched, or a run after it
 * would do every page of the site again.
 */
const atLeast = (n: number): number => 2 ** Math.floor(Math.log2(n));

/** Cuts as edits: a line goes with the break before it; those above the first that stays go with the one behind. */
function toEdits({ head, length }: SiteSketch, cuts: readonly (EdgeLine & { rule: string; why: string })[]): Edit[] {
  const gone = new Set(cuts.map((c) => c.start));
  const kept = head.find((l) => !gone.has(l.start))?.start ?? Number.POSITIVE_INFINITY;
  return cuts.map(({ start, end, rule, why }) => ({
    start: start > kept ? start - 1 : start,
    end: start > kept ? end : Math.min(length, end + 1),
    insert: '',
    rule,
    why,
  }));
}

function outcomeOf(
  sketch: SiteSketch,
  heads: Witnesses,
  tails: Witnesses,
  most: number,
  o: SiteOptions,
): Outcome | null {
  const shared =
    (known: Witnesses): Shared =>
    ({ key }) => {
      const n = known.get(key) ?? 0;
      return n < o.pages ? 'no' : n >= most ? 'most' : 'some';
    };
  const why = (known: Witnesses, { key }: EdgeLine): string =>
    `on ${atLeast(known.get(key)!)} or more unlike pages of ${sketch.site || 'this folder'}`;
  const cuts = new Map<number, EdgeLine & { rule: string; why: string }>();
  for (const line of siteHead(sketch.head, shared(heads)))
    cuts.set(line.start, { ...line, rule: 'site/head', why: why(heads, line) });
  for (const line of siteTail(sketch.tail, shared(tails)))
    if (!cuts.has(line.start)) cuts.set(line.start, { ...line, rule: 'site/tail', why: why(tails, line) });
  const sorted = [...cuts.values()].sort((a, b) => a.start - b.start);
  const left = sorted.reduce((n, c) => n - (c.end - c.start), sketch.length);
  return sorted.length && left >= LEAST ? { passes: [toEdits(sketch, sorted)] } : null;
}

function decide(sketches: readonly Page[], _: Corpus, o: SiteOptions): Map<string, Outcome> {
  const sites = new Map<string, Page[]>();
  for (const page of sketches) {
    const pages = sites.get(page.sketch.site);
    if (pages) pages.push(page);
    else sites.set(page.sketch.site, [page]);
  }
  const found = new Map<string, Outcome>();
  for (const pages of sites.values()) {
    if (pages.length < o.pages) continue;
    const families = familiesOf(pages.map((p) => p.sketch));
    const unlike = new Set(families.filter((f) => f >= 0)).size;
    if (unlike < o.pages) continue;
    const most = Math.max(o.pages, o.share * unlike);
    const [heads, tails] = [witnesses(pages, families, 'head'), witnesses(pages, families, 'tail')];
    for (const { uid, sketch } of pages) {
      const outcome = outcomeOf(sketch, heads, tails, most, o);
      if (outcome) found.set(uid, outcome);
    }
  }
  return found;
}

/** Cuts what a whole site shares. The method is told in README.md beside this file. */
export const site: AllStage<SiteOptions, SiteSketch> = {
  kind: 'all',
  name: 'site',
  version: 7,
  summary: 'cut the lines at the ends of pages that many unlike pages of a site share',
  texts: false,
  defaults,
  options,
  sketch: sketchOf,
  pack,
  unpack,
  decide,
};
