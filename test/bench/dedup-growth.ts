/**
 * Time and memory of dedup against the number of articles, and a second run with some more:
 *
 *   node test/bench/dedup-growth.ts growth 10000 40000 160000
 *   node test/bench/dedup-growth.ts more 16000
 *   node test/bench/dedup-growth.ts more 4000 default   # all stages, not dedup alone
 *   node test/bench/dedup-growth.ts more 4000 only 160  # so many more, not one in a hundred
 *
 * Generated articles: families of 18 (see dedup-corpus.ts). Each size and each run in a process of its own; CPU time, of
 * runs without loading the program, whose start is told beside it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportArticles } from '../../src/export/articles.ts';
import { dedup, defaults } from '../../src/stages/dedup/index.ts';
import { Store } from '../../src/store/store.ts';
import { corpus } from './dedup-corpus.ts';
import type { Timed } from './timed-run.ts';

const FAMILY = 18;

function cpu<T>(work: () => T): [result: T, seconds: number] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1e6];
}

function size(n: number): void {
  const { docs } = corpus(Math.round(n / FAMILY), 1);
  const byUid = new Map(docs.map((d) => [d.uid, d]));
  global.gc?.();
  const before = process.memoryUsage().rss;
  const [sketches, sketch] = cpu(() => docs.map((d) => ({ uid: d.uid, sketch: dedup.sketch(d, defaults) })));
  const [, decide] = cpu(() => dedup.decide(sketches, { doc: (uid) => byUid.get(uid)! }, defaults));
  const memory = process.resourceUsage().maxRSS * 1024 - before;
  const each = (x: number): string => ((1e6 * x) / docs.length).toFixed(0).padStart(8);
  console.log(
    `${String(docs.length).padStart(8)}${each(sketch)} µs${each(decide)} µs${(memory / docs.length / 1024).toFixed(1).padStart(10)} KB`,
  );
}

/** A file that changed within two seconds before a run is read again by the next. */
const SETTLE_MS = 2500;

async function more(n: number, name: string, added: number): Promise<void> {
  const { docs } = corpus(Math.round(n / FAMILY), 1);
  const every = Math.round(docs.length / added);
  const isNew = (i: number): boolean => i % every === every >> 1;
  const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-more-'));
  const pages = path.join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(path.join(folder, 'only.yaml'), 'name: only\nstages:\n  - dedup\n');
  const pipeline = name === 'only' ? path.join(folder, 'only.yaml') : name;
  const put = (test: (i: number) => boolean): void => {
    for (let i = 0; i < docs.length; i++)
      if (test(i)) writeFileSync(path.join(pages, `p${String(i).padStart(6, '0')}.txt`), docs[i]!.text);
  };
  const timed = (out: string): Timed => {
    const args = [path.join(import.meta.dirname, 'timed-run.ts'), folder, out, pipeline];
    const env = { ...process.env, XDG_CACHE_HOME: folder };
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env })) as Timed;
  };
  put((i) => !isNew(i));
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  const first = timed('grown');
  put(isNew);
  const second = timed('grown');
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  const full = timed('full');
  const none = timed('full');
  const store = Store.open(path.join(folder, 'full', `${name}.db`));
  const [, written] = cpu(() => exportArticles(store, path.join(folder, 'again.jsonl')));
  store.close();
  const text = (out: string): string => readFileSync(path.join(folder, out, 'articles.jsonl'), 'utf8');
  const share = (x: Timed): string => `${x.seconds.toFixed(2)} s (${((100 * x.seconds) / full.seconds).toFixed(1)} %)`;
  console.log(`${docs.length} articles at once ${full.seconds.toFixed(2)} s, ${full.mb.toFixed(0)} MB; the program starts in ${first.start.toFixed(2)} s, later in ${second.start.toFixed(2)} s
all but ${docs.filter((_, i) => isNew(i)).length} ${share(first)}, then these ${share(second)}, ${second.main.toFixed(2)} s of them in its main thread, ${second.mb.toFixed(0)} MB; nothing new ${share(none)}
the export alone ${written.toFixed(2)} s; results ${text('grown') === text('full') ? 'equal' : 'DIFFER'}`);
  rmSync(folder, { recursive: true });
}

const [what, ...sizes] = process.argv.slice(2);
if (what === 'one') size(Number(sizes[0]));
else if (what === 'more')
  await more(Number(sizes[0] ?? 4000), sizes[1] ?? 'only', Number(sizes[2] ?? Number(sizes[0] ?? 4000) / 100));
else {
  console.log('articles   sketch      decide     memory   (an article each)');
  for (const n of sizes.length ? sizes : ['10000', '40000'])
    process.stdout.write(
      execFileSync(process.execPath, ['--expose-gc', import.meta.filename, 'one', n], { encoding: 'utf8' }),
    );
}
