/**
 * Speed and quality of dedup on generated articles: `node test/bench/dedup.ts [families] [seed]`.
 * A family is 18 articles: one with a variant of every kind, and hard negatives.
 */
import { fileURLToPath } from 'node:url';
import { shingleKeys } from '../../src/kernel/shingles.ts';
import type { Doc } from '../../src/pipeline/types.ts';
import { type DedupOptions, dedup, defaults, type WorkData } from '../../src/stages/dedup/index.ts';
import { articles, corpus, doc, random } from './dedup-corpus.ts';

const SAME = new Set(['canonical', 'exact', 'near', 'contained']);

export function measure(
  docs: readonly Doc[],
  options: DedupOptions = defaults,
): { found: Map<string, WorkData>; sketch: number; decide: number } {
  const byUid = new Map(docs.map((d) => [d.uid, d]));
  const start = performance.now();
  const sketches = docs.map((d) => ({ uid: d.uid, sketch: dedup.sketch(d, options) }));
  const between = performance.now();
  const outcomes = dedup.decide(sketches, { doc: (uid) => byUid.get(uid)! }, options);
  const decide = performance.now() - between;
  const found = new Map([...outcomes].map(([uid, o]) => [uid, o.data as unknown as WorkData]));
  return { found, sketch: between - start, decide };
}

function speed(name: string, docs: readonly Doc[]): Map<string, WorkData> {
  const { found, sketch, decide } = measure(docs);
  const chars = docs.reduce((n, d) => n + d.text.length, 0);
  const works = new Set([...found.values()].map((w) => w.work)).size;
  const size = `${docs.length} articles, ${(chars / 1e6).toFixed(1)} M characters`;
  console.log(
    `${name.padEnd(12)} ${size}: sketch ${sketch.toFixed(0)} ms, decide ${decide.toFixed(0)} ms, ${works} works`,
  );
  return found;
}

function main(families: number, seed: number): void {
  const codes = Uint16Array.from({ length: 4_000_000 }, (_, i) => 0x4e00 + ((Math.imul(i, 48271) >>> 9) % 3000));
  const out = new Float64Array(codes.length);
  shingleKeys(codes, 5, out);
  const start = performance.now();
  shingleKeys(codes, 5, out);
  console.log(`hashing      ${(codes.length / (performance.now() - start) / 1000).toFixed(0)} M characters/s`);

  const n = families * 18;
  const [base, formula] = articles(2, seed, 12);
  const own = articles(n, seed + 1, 5);
  const r = random(seed);
  const slip = (s: string): string => s.replace(s[Math.floor(r() * s.length)]!, '漪');
  speed('unrelated', articles(n, seed, 25));
  speed(
    'equal',
    own.map((d) => doc(d.uid, base!.text)),
  );
  speed(
    'near',
    own.map((d) => doc(d.uid, slip(slip(base!.text)))),
  );
  speed(
    'one formula',
    own.map((d) => doc(d.uid, `${formula!.text}\n${d.text}`)),
  );

  const { docs, pairs } = corpus(families, seed);
  const found = speed('variants', docs);
  const tally = new Map<string, { n: number; right: number }>();
  for (const p of pairs) {
    const [a, b] = [found.get(p.a)!, found.get(p.b)!];
    const told = a.work !== b.work ? 'different' : ([a.relation, b.relation].find((x) => !SAME.has(x)) ?? 'same');
    const row = tally.get(p.how) ?? { n: 0, right: 0 };
    tally.set(p.how, { n: row.n + 1, right: row.right + (told === p.want ? 1 : 0) });
  }
  for (const [how, row] of tally) console.log(`  ${how.padEnd(10)} ${(row.right / row.n).toFixed(4)} of ${row.n}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main(Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1));
