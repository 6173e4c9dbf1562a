/**
 * Near-duplicate search of wenshai, npm minhash, datasketch and rensa on the same generated articles and shingles, one
 * after the other, each in a process of its own on one core:
 *
 *   npm ci --prefix test/bench
 *   python3 -m venv test/bench/.venv && test/bench/.venv/bin/pip install 'datasketch>=2,<3' 'rensa>=0.5'
 *   node test/bench/dedup-rivals.ts [families] [tool …]
 *
 * A family is 18 articles. Found pairs are held against brute force: every pair with an exact Jaccard of 0.7 or more.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ShingleSet } from '../../src/kernel/overlap.ts';
import { Candidates } from '../../src/stages/dedup/candidates.ts';
import { dedup, defaults, type WorkData } from '../../src/stages/dedup/index.ts';
import { keySet } from '../../src/stages/dedup/prepare.ts';
import { type Bottom, bottomOf } from '../../src/stages/dedup/sketch.ts';
import { fold, foldCodes, unfold } from '../../src/text/fold.ts';
import { corpus, doc } from './dedup-corpus.ts';

const here = import.meta.dirname;
const PERMUTATIONS = 128;
const THRESHOLD = 0.7;

/** What a tool's process prints. CPU seconds, so that what else the machine does counts little. */
interface Report {
  seconds: number;
  /** Of these, for cutting texts into shingles: wenshai hashes in the same pass. */
  shingling: number;
  /** Peak resident memory, MB. */
  memory: number;
  pairs: [number, number][];
}

const shinglesOf = (text: string): string[] => {
  const found = new Set<string>();
  for (let i = 0; i + 5 <= text.length; i++) found.add(text.slice(i, i + 5));
  return [...found];
};

let shinglingTime = 0;
function shingled(texts: readonly string[]): string[][] {
  const start = process.cpuUsage();
  const made = texts.map(shinglesOf);
  const { user, system } = process.cpuUsage(start);
  shinglingTime = (user + system) / 1e6;
  return made;
}

/**
 * Sketch, index, query, as all tools here do it: each article asks for those before it, then is entered.
 *
 * @param pair for every pair that is found
 */
function search(sketches: readonly Bottom[], pair: (i: number, j: number) => void): void {
  const index = new Candidates(sketches, { ...defaults, candidate: 0.65, candidates: 64 });
  for (let i = 0; i < sketches.length; i++) {
    for (const { unit } of index.find(i)) pair(unit, i);
    index.add(i, true);
  }
}

/** From the text as it is: folding, hashing, sketch, index, query. */
function wenshai(texts: string[]): () => [number, number][] {
  return () => {
    const pairs: [number, number][] = [];
    search(
      texts.map((t) => bottomOf(foldCodes(t), defaults)),
      (i, j) => pairs.push([i, j]),
    );
    return pairs;
  };
}

/** The same, and the exact Jaccard of the full shingle sets of every pair that is found. */
function verified(texts: string[]): () => [number, number][] {
  return () => {
    const pairs: [number, number][] = [];
    const codes = texts.map((t) => foldCodes(t).slice());
    const set = new ShingleSet();
    let entered = -1;
    search(
      codes.map((c) => bottomOf(c, defaults)),
      (i, j) => {
        // As the stage does: a text is entered once for all that it is held against.
        if (entered !== j) set.enter(codes[j]!, defaults.shingle);
        entered = j;
        const { a, b, shared } = set.with(codes[i]!);
        if (shared >= THRESHOLD * (a + b - shared)) pairs.push([i, j]);
      },
    );
    return pairs;
  };
}

/** The whole stage: exact verification, relations, works, canonical copies. A pair is found where it is one work. */
function whole(texts: string[]): () => [number, number][] {
  const docs = texts.map((t, i) => doc(`${i}#/1`, t));
  return () => {
    const byUid = new Map(docs.map((d) => [d.uid, d]));
    const sketches = docs.map((d) => ({ uid: d.uid, sketch: dedup.sketch(d, defaults) }));
    const works = new Map<string, number[]>();
    for (const [uid, o] of dedup.decide(sketches, { doc: (u) => byUid.get(u)! }, defaults)) {
      const { work } = o.data as unknown as WorkData;
      works.set(work, [...(works.get(work) ?? []), Number.parseInt(uid, 10)]);
    }
    return [...works.values()].flatMap((m) =>
      m.flatMap((x) => m.filter((y) => x < y).map((y): [number, number] => [x, y])),
    );
  };
}

function minhash(texts: string[]): () => [number, number][] {
  const { Minhash, LshIndex } = createRequire(`${here}/`)('minhash');
  return () => {
    const ready = shingled(texts);
    const index = new LshIndex({ bandSize: 8 });
    const pairs: [number, number][] = [];
    for (const [i, shingles] of ready.entries()) {
      const m = new Minhash({ numPerm: PERMUTATIONS });
      for (const s of shingles) m.update(s);
      index.insert(String(i), m);
      // It can look for nothing but what is entered: itself is left out.
      for (const j of new Set(index.query(m) as string[])) if (Number(j) !== i) pairs.push([Number(j), i]);
    }
    return pairs;
  };
}

const TOOLS: Record<string, ((texts: string[]) => () => [number, number][]) | null> = {
  wenshai,
  'wenshai-verified': verified,
  'wenshai-whole': whole,
  minhash,
  datasketch: null,
  rensa: null,
};

/** In the child: runs one tool over the texts of a file. */
function child(tool: string, file: string): void {
  const work = TOOLS[tool]!(JSON.parse(readFileSync(file, 'utf8')));
  const start = process.cpuUsage();
  const pairs = work();
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const report: Report = { seconds, shingling: shinglingTime, memory: process.resourceUsage().maxRSS / 1024, pairs };
  process.stdout.write(JSON.stringify(report));
}

/** Every pair with an exact Jaccard of at least the threshold. */
function brute(texts: readonly string[]): Set<string> {
  const sets = texts.map((t) => keySet(fold(t).codes, 5));
  const found = new Set<string>();
  for (let i = 0; i < sets.length; i++)
    for (let j = i + 1; j < sets.length; j++) {
      const [a, b] = [sets[i]!, sets[j]!];
      if (Math.min(a.length, b.length) < THRESHOLD * Math.max(a.length, b.length)) continue;
      // A sample first: a hundredth of the keys cannot share nothing where seven tenths of all are shared.
      if (a.length > 500 && intersectionSize(sample(a), sample(b)) === 0) continue;
      const shared = intersectionSize(a, b);
      if (shared >= THRESHOLD * (a.length + b.length - shared)) found.add(`${i} ${j}`);
    }
  return found;
}

/** The keys in the lowest tenth of the key space: of 500 keys some 50, of which 35 would have to be shared. */
const sample = (keys: Float64Array): Float64Array => keys.subarray(0, lowest(keys));
function lowest(keys: Float64Array): number {
  const limit = 2 ** 53 / 10;
  let n = 0;
  while (n < keys.length && keys[n]! < limit) n++;
  return n;
}

function main(families: number, tools: string[]): void {
  const { docs, pairs } = corpus(families, 1);
  const texts = docs.map((d) => d.text);
  // The rivals get folded text: what wenshai does itself, within its time.
  const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-rivals-'));
  const raw = path.join(folder, 'raw.json');
  const folded = path.join(folder, 'folded.json');
  writeFileSync(raw, JSON.stringify(texts));
  writeFileSync(folded, JSON.stringify(texts.map((t) => unfold(fold(t).codes))));
  const truth = texts.length <= 4000 ? brute(texts) : null;
  const at = new Map(docs.map((d, i) => [d.uid, i]));
  const family = Int32Array.from(texts, (_, i) => i);
  for (const p of pairs) if (p.want !== 'different') family[at.get(p.b)!] = family[at.get(p.a)!]!;
  const chars = texts.reduce((n, t) => n + t.length, 0);
  console.log(
    `${texts.length} articles, ${(chars / 1e6).toFixed(1)} M characters; ${truth?.size ?? '-'} pairs with Jaccard ≥ ${THRESHOLD}`,
  );
  console.log('tool             articles/s  without shingling   peak MB   recall   precision');
  for (const tool of tools) {
    const command = TOOLS[tool]
      ? [process.execPath, import.meta.filename, '--child', tool, tool.startsWith('wenshai') ? raw : folded]
      : [path.join(here, '.venv/bin/python'), path.join(here, 'dedup-rivals.py'), tool, folded];
    const env = { ...process.env, RAYON_NUM_THREADS: '1', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
    const out = execFileSync('taskset', ['-c', '1', ...command], { env, maxBuffer: 1 << 30, encoding: 'utf8' });
    const { seconds, shingling, memory, pairs: found } = JSON.parse(out) as Report;
    const recall = truth && found.filter(([i, j]) => truth.has(`${i} ${j}`)).length / truth.size;
    const right = found.filter(([i, j]) => family[i] === family[j] || truth?.has(`${i} ${j}`)).length / found.length;
    console.log(
      [
        tool.padEnd(16),
        (texts.length / seconds).toFixed(0).padStart(10),
        (texts.length / (seconds - shingling)).toFixed(0).padStart(18),
        memory.toFixed(0).padStart(9),
        (recall?.toFixed(4) ?? '-').padStart(8),
        right.toFixed(4).padStart(11),
      ].join(' '),
    );
  }
  rmSync(folder, { recursive: true });
}

if (process.argv[2] === '--child') child(process.argv[3]!, process.argv[4]!);
else {
  const [families = '167', ...tools] = process.argv.slice(2);
  main(Number(families), tools.length ? tools : Object.keys(TOOLS));
}

/** How many keys two sorted sets share. Linear merge. */
function intersectionSize(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return shared;
}
