/**
 * What each threshold of dedup decides: recall, precision and relations on the generated corpus of dedup-edits.ts while one
 * option at a time is moved around its default.
 *
 *   node test/bench/dedup-thresholds.ts [articles] [seed] [option …]     # 1,000 articles, all options by default
 *
 * - recall: labelled pairs with a Jaccard of 0.7 or a containment of 0.9 that are one work;
 * - strangers: pairs labelled `different` (hard negatives on one form, and unrelated ones) that are one work;
 * - same, template, version, derived: share of the pairs of that label, close or not, that are told so;
 * - numbers: copies with a changed number that are told as plain copies;
 * - passages: paragraphs planted in 2, 4 … 48 works each that are told as a passage by all that have them;
 * - µs: of processor time, an article.
 */
import type { Doc } from '../../src/pipeline/types.ts';
import { type DedupOptions, defaults, type WorkData } from '../../src/stages/dedup/index.ts';
import { fold } from '../../src/text/fold.ts';
import { measure } from './dedup.ts';
import { articles, doc, type Labelled, type Want } from './dedup-corpus.ts';
import { areClose, extended, FAMILY, told } from './dedup-edits.ts';

/** Values to try; the default is among them. */
const VALUES: Partial<Record<keyof DedupOptions, readonly number[]>> = {
  shingle: [3, 4, 5, 6, 8],
  scale: [4, 16, 32, 64],
  sketch: [16, 32, 64, 128],
  candidate: [0.05, 0.1, 0.2, 0.3, 0.5],
  candidates: [1, 2, 4, 8],
  formula: [4, 16, 64, 256],
  common: [1, 4, 8, 16, 64],
  phrase: [4, 8, 16, 32, 64],
  same: [0.7, 0.8, 0.85, 0.9, 0.95],
  contained: [0.75, 0.85, 0.9, 0.95],
  excerpt: [0.01, 0.05, 0.2, 0.4],
  derived: [0.35, 0.45, 0.55, 0.65, 0.75],
  stretches: [0.1, 0.3, 0.4, 0.5, 0.7],
  slips: [0.01, 0.03, 0.06, 0.1],
  lead: [0, 50, 200, 800],
  clause: [3, 5, 8, 12, 20],
  templateSlots: [0.05, 0.1, 0.2, 0.35, 0.5],
};

/** In so many works each a paragraph is planted. */
const PLANTED = [2, 4, 6, 8, 12, 16, 20, 24, 32, 48] as const;

interface Set {
  docs: Doc[];
  pairs: (Labelled & { close: boolean })[];
  /** Uids of the articles that hold each planted paragraph. */
  planted: string[][];
}

/** The corpus of edits, and articles of their own around planted paragraphs. */
function made(count: number, seed: number): Set {
  const { docs, pairs } = extended(Math.ceil(count / FAMILY), seed);
  const codes = new Map(docs.map((d) => [d.uid, fold(d.text).codes]));
  const hosts = articles(
    PLANTED.reduce((n, k) => n + k, 0),
    seed + 7,
    10,
  );
  const paragraphs = articles(PLANTED.length, seed + 8, 2);
  const planted = PLANTED.map((works, i) =>
    hosts.splice(0, works).map((host) => {
      const uid = `planted-${host.uid}`;
      docs.push(doc(uid, `${host.text}\n${paragraphs[i]!.text}`));
      return uid;
    }),
  );
  docs.sort((x, y) => (x.uid < y.uid ? -1 : 1));
  return { docs, pairs: pairs.map((p) => ({ ...p, close: areClose(codes.get(p.a)!, codes.get(p.b)!) })), planted };
}

/** A paragraph is told where every article that holds it names a passage that as many share, or as many as are named. */
const isTold = (uids: readonly string[], found: ReadonlyMap<string, WorkData>): boolean =>
  uids.every((uid) => found.get(uid)!.passages?.some((p) => p.articles >= Math.min(uids.length, 2)));

function line({ docs, pairs, planted }: Set, o: DedupOptions): string {
  const start = process.cpuUsage();
  const { found } = measure(docs, o);
  const { user, system } = process.cpuUsage(start);
  const judged = pairs.map((p) => ({ ...p, told: told(found.get(p.a)!, found.get(p.b)!) }));
  const share = (of: typeof judged, test: (p: (typeof judged)[number]) => boolean): string =>
    (of.filter(test).length / of.length).toFixed(3).padStart(9);
  const labelled = (want: Want): typeof judged => judged.filter((p) => p.want === want);
  return [
    share(
      judged.filter((p) => p.close && p.want !== 'different'),
      (p) => p.told !== 'different',
    ),
    String(labelled('different').filter((p) => p.told !== 'different').length).padStart(10),
    ...(['same', 'template', 'version', 'derived'] as const).map((w) => share(labelled(w), (p) => p.told === w)),
    String(labelled('version').filter((p) => p.told === 'same').length).padStart(8),
    `${planted.filter((uids) => isTold(uids, found)).length}/${planted.length}`.padStart(9),
    ((user + system) / docs.length).toFixed(0).padStart(6),
  ].join(' ');
}

const [count = '1000', seed = '1', ...only] = process.argv.slice(2);
const set = made(Number(count), Number(seed));
console.log(`${set.docs.length} articles, ${set.pairs.length} labelled pairs; * the default`);
console.log(
  'option           value    recall  strangers      same  template   version   derived  numbers  passages     µs',
);
for (const [name, values] of Object.entries(VALUES) as [keyof DedupOptions, readonly number[]][]) {
  if (only.length && !only.includes(name)) continue;
  for (const value of values) {
    const mark = value === defaults[name] ? '*' : ' ';
    console.log(`${name.padEnd(14)} ${String(value).padStart(6)}${mark} ${line(set, { ...defaults, [name]: value })}`);
  }
}
