import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Exported, exportArticles } from '../export/articles.ts';
import { type InputFile, listInputs, type Skipped } from '../ingest/walk.ts';
import { cannotWrite, ELSEWHERE, isOfDatabase } from '../store/refused.ts';
import { type Quarantined, Store } from '../store/store.ts';
import { runApart } from './apart.ts';
import { baseOf, namedFrom } from './base.ts';
import { Clock, type Took } from './clock.ts';
import { decide, retell } from './decide.ts';
import { isSpoiled, Spoiled } from './here.ts';
import { canonicalJson } from './keys.ts';
import { loadPipeline, makePlan, type Pipeline, type Plan, planJson } from './load.ts';
import { refuseOthers } from './others.ts';
import { advanceFiles, type Job, readFiles } from './phases.ts';
import { Pool } from './pool.ts';
import { nothingToRead, refuseEmptied, type Since, sinceLast } from './since.ts';
import { kindsOf } from './skipped.ts';
import type { Json } from './types.ts';

export interface RunOptions {
  /** Name of a built-in pipeline, path of a YAML file, or what `parsePipeline` made. */
  pipeline?: string | Pipeline;
  /** Folder for the database and the exports; made if need be. */
  out?: string;
  /** Worker threads; by default one a core. The result does not depend on it. */
  workers?: number;
  /** What `inputs` and `out` are relative to; by default the working directory. */
  cwd?: string;
  /**
   * Folder that the paths of files are relative to, and with them the ids of articles; by default that of the last run into `out`,
   * and of a first run `cwd`.
   */
  base?: string;
  /** Called as files are done. What it throws ends the run. */
  onProgress?(event: Progress): void;
  /**
   * Ends the run before its next file when aborted: `run` rejects with the signal's reason, the last export is left as it
   * was, and what is done is kept for the next run. A stage that decides over the whole corpus, and the files of a run of
   * few and small ones, do not give way to timers: there it is seen when they are done, or in `onProgress`.
   */
  signal?: AbortSignal;
}

/** Where a run is: `done` of `total` files in a phase. */
export interface Progress {
  phase: string;
  done: number;
  total: number;
  /** The thread that runs does work itself: it may hear of no signal until the next event, or the end. */
  busy: boolean;
}

export interface RunSummary {
  pipeline: string;
  /** The folder that paths are relative to. */
  base: string;
  /** Input files, and how many of them needed any work. */
  files: number;
  changed: number;
  /** How the inputs differ from those of the last run; null where there was none. */
  since: Since | null;
  /** Entries that are no input (other formats, sockets). What was to be read and could not be is in `quarantine`, and only there. */
  skipped: { path: string; reason: string }[];
  pages: number;
  articles: number;
  works: number;
  quarantined: number;
  /** These documents, each with its reason. */
  quarantine: Quarantined[];
  /** How long each part of the run took, in its order; what found nothing to do is among them, with next to nothing. */
  took: Took[];
  /** When it ended, ISO 8601 in UTC. */
  finished: string;
  /** The files that were written. */
  database: string;
  export: Exported;
}

/** More threads than this only cost memory. */
const MOST_WORKERS = 64;

/**
 * Runs a pipeline over inputs: ingest and the local stages file by file in worker threads, each all-stage once over
 * the corpus, the rest file by file again, then the export. What is stored under the same key is not done again.
 *
 * @param inputs folders, globs and files.
 * @throws the reason of `signal` where it was aborted; Error with one line when it cannot run: bad pipeline, no such input,
 *   output that cannot be written, or nothing to read.
 */
export async function run(inputs: readonly string[], options: RunOptions = {}): Promise<RunSummary> {
  options.signal?.throwIfAborted();
  if (isSpoiled()) return runApart(inputs, options);
  try {
    return await runOnce(inputs, options, true);
  } catch (e) {
    if (!(e instanceof Spoiled)) throw e;
    return runApart(inputs, options);
  }
}

/**
 * The same as {@link run}.
 *
 * @param alone whether this thread may do little work itself
 * @throws Spoiled when it did, and it took too long: this thread is not to run again.
 */
export async function runOnce(inputs: readonly string[], options: RunOptions, alone: boolean): Promise<RunSummary> {
  const { cwd = process.cwd(), pipeline = 'default', workers = 1 } = options;
  // With none nothing would be done, and what is stored exported as if it were.
  if (!Number.isInteger(workers) || workers < 1) throw new Error(`workers is a whole number from 1 on, not ${workers}`);
  if (options.out === '') throw new Error('the folder to write to has no name');
  const plan = typeof pipeline === 'string' ? loadPipeline(pipeline) : makePlan(planJson(pipeline));
  const out = path.resolve(cwd, options.out ?? 'out');
  const startedMs = Date.now();
  const found = listInputs(inputs, cwd);
  const files = found.files.filter((f) => !isOutput(f.absolute, out));
  const skipped = found.skipped.filter((s) => !isOutput(path.resolve(cwd, s.path), out));
  const database = path.join(out, `${plan.name}.db`);
  const file = path.join(out, 'articles.jsonl');
  if (!files.length) throw nothingToRead({ inputs, skipped, written: [database, file] });
  const store = Store.open(database, () => refuseOthers(out, plan.name));
  try {
    const base = baseOf(store, store.files().keys(), out, cwd, options.base);
    const named = namedFrom({ files, skipped }, cwd, base);
    return await runIn(store, { plan, inputs, ...named, database, file, cwd, base, startedMs, alone }, options);
  } catch (e) {
    throw isOfDatabase(e) ? cannotWrite(database, e, ELSEWHERE) : e;
  } finally {
    store.close();
  }
}

/** What a run reads and writes, all paths absolute but those of the inputs, which are relative to `base`. */
interface Task {
  plan: Plan;
  inputs: readonly string[];
  files: readonly InputFile[];
  skipped: readonly Skipped[];
  database: string;
  /** The export. */
  file: string;
  cwd: string;
  base: string;
  /** Milliseconds since 1970. */
  startedMs: number;
  alone: boolean;
}

async function runIn(store: Store, task: Task, options: RunOptions): Promise<RunSummary> {
  const { plan, inputs, files, skipped, database, file, cwd, base, startedMs, alone } = task;
  const { workers = availableParallelism(), signal } = options;
  const clock = new Clock();
  const passedOver = skipped.filter((s) => !s.failed);
  const known = store.files();
  refuseEmptied(known, files, inputs, { cwd, base });
  const since = sinceLast(store, known, files);
  const id = store.startRun(plan.name, canonicalJson(planJson(plan)), now());
  // As many as there may be tasks: a single file may hold many pages.
  const pool = new Pool(planJson(plan), Math.min(workers, MOST_WORKERS));
  const changed = new Set<string>();
  const tick: Job['tick'] = (phase, done, total) =>
    // Where nothing is done yet a stage decides over all pages, without a break.
    options.onProgress?.({ phase, done, total, busy: done === 0 || job.here });
  const slow = new Map<string, string>();
  const job: Job = { plan, store, files, known, id, startedMs, pool, changed, slow, alone, here: false, tick, signal };
  try {
    store.transaction(() => {
      store.putBase(base);
      store.putUnread(skipped.filter((s) => s.failed));
    });
    await runPhases(job, clock);
    // What the workers still hold of a large file is room for the export.
    await pool.close();
    const exported = exportArticles(store, file);
    const { pages, articles, works } = store.counts();
    const quarantine = store.quarantine();
    const counts = {
      files: files.length,
      changed: changed.size,
      since: since(),
      skipped: passedOver.length,
      pages,
      articles,
      works,
      quarantined: quarantine.length,
    };
    const finished = now();
    store.finishRun(id, 'finished', { ...counts, kinds: kindsOf(passedOver) } as unknown as Json, finished);
    store.shrink();
    clock.lap('export');
    const { took } = clock;
    return {
      pipeline: plan.name,
      base,
      ...counts,
      skipped: passedOver,
      quarantine,
      took,
      finished,
      database,
      export: exported,
    };
  } catch (e) {
    markFailed(store, id, isOfDatabase(e) ? cannotWrite(database, e, ELSEWHERE) : (e as Error));
    throw e;
  } finally {
    await pool.close();
  }
}

/** All that the plan says, phase by phase: what is in the store then is what is to be exported. */
async function runPhases(job: Job, clock: Clock): Promise<void> {
  const { plan, store, files, signal } = job;
  await readFiles(job);
  clock.lap('read');
  store.transaction(() => store.dropOtherFiles(new Set(files.map((f) => f.path))));
  for (const [until, step] of plan.steps.entries()) {
    if (step.stage.kind !== 'all') continue;
    await advanceFiles(job, `to ${step.stage.name}`, until);
    clock.lap(`to ${step.stage.name}`);
    signal?.throwIfAborted();
    decide(job, step, until);
    clock.lap(step.stage.name);
  }
  await advanceFiles(job, 'articles', plan.steps.length);
  clock.lap('articles');
  signal?.throwIfAborted();
  retell(job);
}

/** What runs write into their folder is no input to them. */
function isOutput(file: string, out: string): boolean {
  return path.dirname(file) === out && /^articles\.jsonl(\..*)?$|\.db(-\w+)?$/.test(path.basename(file));
}

/** When a run was. Nothing derived depends on the clock. */
const now = (): string => new Date().toISOString();

/** As far as the disk still lets us. */
function markFailed(store: Store, id: number, error: Error): void {
  try {
    store.finishRun(id, 'failed', { error: error.message }, now());
  } catch {
    // The first error is the one to report.
  }
}
