/**
 * Recall and relation of dedup by kind of edit, against brute force:
 *
 *   node test/bench/dedup-edits.ts [articles] [seed]     # 3,000 articles by default
 *
 * Families of one article and what becomes of such articles in the field (dedup-corpus.ts), with damage and script as the
 * pipeline sees them: damaged (damage.ts), repaired, simplified. A pair counts where the full shingle sets have a Jaccard
 * of 0.7 or one contains 0.9 of the other; it is found where both are one work, right where the relation is the edit's.
 */
import { overlap } from '../../src/kernel/overlap.ts';
import { cleanWith } from '../../src/pipeline/clean.ts';
import type { Doc } from '../../src/pipeline/types.ts';
import { defaults, type WorkData } from '../../src/stages/dedup/index.ts';
import { fold } from '../../src/text/fold.ts';
import { convert, type Density, damage } from './damage.ts';
import { measure } from './dedup.ts';
import { type Corpus, corpus, doc, type Labelled, random, slips } from './dedup-corpus.ts';

/** Articles that {@link extended} makes for each family. */
export const FAMILY = 23;
const JACCARD = 0.7;
const CONTAINMENT = 0.9;
const SAME = new Set(['canonical', 'exact', 'near', 'contained']);

const cleaned = (text: string): string => cleanWith('normalise', cleanWith('repair', text).text).text;
const damaged = (text: string, density: Density, seed: number): string =>
  cleaned(damage(text, { seed, density, script: 'tw' }).text);

/** Edits that need other stages or several articles. */
const MORE: Record<string, (original: string, others: readonly string[], seed: number) => string> = {
  script: (text) => cleaned(convert(text, 'tw')),
  'damage, light': (text, _, seed) => damaged(text, 'light', seed),
  'damage, heavy': (text, _, seed) => damaged(text, 'heavy', seed),
  'slips, 5 %': (text, _, seed) => slips(text, 0.05, random(seed)),
  aggregate: (text, [x = '', y = '']) => `${x}\n\n篇二\n${text}\n\n篇三\n${y}`,
};

/** The generated corpus with one more article of each of these kinds for every family. */
export function extended(families: number, seed: number): Corpus {
  const { docs, pairs } = corpus(families, seed);
  const byUid = new Map(docs.map((d) => [d.uid, d]));
  const r = random(seed + 1);
  const originals = [...new Set(pairs.filter((p) => p.how === 'copy').map((p) => p.a))];
  const texts = originals.map((uid) => byUid.get(uid)!.text);
  originals.forEach((a, f) => {
    for (const [how, make] of Object.entries(MORE)) {
      // Strangers of the same length, so that the aggregate holds nothing of another family.
      const strangers = corpus(1, seed + 1000 + f).docs.slice(0, 2);
      const b = doc(
        `${Math.floor(r() * 1e9).toString(36)}-${how}-${f}#/1`,
        make(
          texts[f]!,
          strangers.map((d) => d.text),
          f,
        ),
      );
      docs.push(b);
      pairs.push({ a, b: b.uid, want: 'same', how });
    }
  });
  docs.sort((x, y) => (x.uid < y.uid ? -1 : 1));
  return { docs, pairs };
}

/** What counts as a pair that is to be found, by the full shingle sets of the folded texts. */
export function areClose(x: Uint16Array, y: Uint16Array): boolean {
  const { a, b, shared } = overlap(x, y, defaults.shingle);
  return shared >= JACCARD * (a + b - shared) || shared >= CONTAINMENT * Math.min(a, b);
}

interface Row {
  pairs: number;
  close: number;
  found: number;
  right: number;
}

/** What two articles are to each other, read off their places in the works. */
export function told(a: WorkData, b: WorkData): string {
  if (a.work !== b.work) return 'different';
  return [a.relation, b.relation].find((x) => !SAME.has(x)) ?? 'same';
}

function main(articles: number, seed: number): void {
  const families = Math.ceil(articles / FAMILY);
  const { docs, pairs } = extended(families, seed);
  const found = measure(docs).found;
  const codes = new Map(docs.map((d) => [d.uid, fold(d.text).codes]));
  const isClose = (x: string, y: string): boolean => areClose(codes.get(x)!, codes.get(y)!);
  const rows = new Map<string, Row>();
  let acrossNumber = 0;
  for (const p of pairs) {
    const row = rows.get(p.how) ?? { pairs: 0, close: 0, found: 0, right: 0 };
    rows.set(p.how, row);
    row.pairs++;
    const told_ = told(found.get(p.a)!, found.get(p.b)!);
    if (p.want === 'version' && told_ === 'same') acrossNumber++;
    if (p.want !== 'different' && !isClose(p.a, p.b)) continue;
    row.close++;
    if (told_ !== 'different') row.found++;
    if (told_ === p.want) row.right++;
  }
  console.log(`${docs.length} articles; pairs with Jaccard ≥ ${JACCARD} or containment ≥ ${CONTAINMENT}`);
  console.log('edit               pairs   close   recall   relation right');
  for (const [how, r] of rows) {
    const different = pairs.find((p) => p.how === how)!.want === 'different';
    console.log(
      [
        how.padEnd(16),
        String(r.pairs).padStart(7),
        (different ? '-' : String(r.close)).padStart(7),
        (different ? '-' : share(r.found, r.close)).padStart(8),
        share(r.right, r.close).padStart(16),
      ].join(' '),
    );
  }
  console.log(`merged across a changed number: ${acrossNumber}`);
  all(docs, pairs, found, isClose);
}

const share = (n: number, of: number): string => (of ? (n / of).toFixed(4) : '-');

/** Every pair of the corpus, not the labelled ones alone: what brute force finds, and what is put into one work. */
function all(
  docs: readonly Doc[],
  pairs: readonly Labelled[],
  found: ReadonlyMap<string, WorkData>,
  isClose: (x: string, y: string) => boolean,
): void {
  const family = new Map(docs.map((d) => [d.uid, d.uid]));
  for (const p of pairs) if (p.want !== 'different') family.set(p.b, family.get(p.a)!);
  let [close, met, joined, right] = [0, 0, 0, 0];
  for (let i = 0; i < docs.length; i++)
    for (let j = 0; j < i; j++) {
      const [x, y] = [docs[i]!.uid, docs[j]!.uid];
      const one = found.get(x)!.work === found.get(y)!.work;
      const kin = family.get(x) === family.get(y);
      // Strangers are measured too where they were joined; a hundredth of the others is enough to see that none is close.
      if (!one && !kin && (i * docs.length + j) % 100) continue;
      const near = isClose(x, y);
      if (near) close++;
      if (near && one) met++;
      if (one) joined++;
      if (one && (kin || near)) right++;
    }
  console.log(`all pairs: recall ${share(met, close)} of ${close}, precision ${share(right, joined)} of ${joined}`);
}

if (process.argv[1] === import.meta.filename) main(Number(process.argv[2] ?? 3000), Number(process.argv[3] ?? 1));
