import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Exported, exportArticles } from '../export/articles.ts';
import { type IngestOptions, tooLarge } from '../ingest/index.ts';
import { type InputFile, listInputs } from '../ingest/walk.ts';
import { Store, type StoredOutcome } from '../store/store.ts';
import { canonicalJson, keyOf, sha256 } from './keys.ts';
import { loadPipeline, type Plan, planJson, type Step } from './load.ts';
import { Pool, WorkerDied } from './pool.ts';
import type { Corpus, Json, Outcome } from './types.ts';
import type { Task, TaskResult } from './worker.ts';

export interface RunOptions {
  /** Name of a built-in pipeline or path of a YAML file. */
  pipeline?: string | Plan;
  /** Folder for the database and the exports; made if need be. */
  out?: string;
  /** Worker threads; by default one a core. The result does not depend on it. */
  workers?: number;
  /** What paths are shown relative to; by default the working directory. */
  cwd?: string;
  onProgress?(event: Progress): void;
}

/** Where a run is: `done` of `total` files in a phase. */
export interface Progress {
  phase: string;
  done: number;
  total: number;
}

export interface RunSummary {
  pipeline: string;
  /** Input files, and how many of them needed any work. */
  files: number;
  changed: number;
  /** Entries that are no input (other formats, sockets, dangling links). */
  skipped: { path: string; reason: string }[];
  pages: number;
  articles: number;
  works: number;
  quarantined: number;
  /** The files that were written. */
  database: string;
  export: Exported;
}

/**
 * Runs a pipeline over inputs: ingest and the local stages file by file in worker threads, each all-stage once over
 * the corpus, the rest file by file again, then the export. What is stored under the same key is not done again.
 *
 * @param inputs folders, globs and files.
 * @throws Error with one line when it cannot run: bad pipeline, no such input, output that cannot be written.
 */
export async function run(inputs: readonly string[], options: RunOptions = {}): Promise<RunSummary> {
  const { cwd = process.cwd(), workers = availableParallelism() } = options;
  const plan = typeof options.pipeline === 'object' ? options.pipeline : loadPipeline(options.pipeline ?? 'default');
  const { files, skipped } = listInputs(inputs, cwd);
  const out = path.resolve(cwd, options.out ?? 'out');
  const database = path.join(out, `${plan.name}.db`);
  const store = Store.open(database);
  const job = {
    plan,
    store,
    files,
    id: store.startRun(plan.name, canonicalJson(planJson(plan)), now()),
    progress: options.onProgress,
  };
  const size = Math.max(1, Math.min(workers, files.length));
  const pool = new Pool(planJson(plan), size);
  try {
    const changed = new Set<string>();
    const stops = [...plan.steps.keys()].filter((i) => plan.steps[i]!.stage.kind === 'all');
    for (const [phase, until] of [...stops, plan.steps.length].entries()) {
      await runPhase({ ...job, pool, size, changed, phase, until });
      if (phase === 0) store.transaction(() => store.dropOtherFiles(job.id));
      const step = plan.steps[until];
      if (step) decide(store, step, job.progress);
    }
    const exported = exportArticles(store, path.join(out, 'articles.jsonl'));
    const { pages, articles, works } = store.counts();
    const quarantined = store.quarantine().length;
    const counts = {
      files: files.length,
      changed: changed.size,
      skipped: skipped.length,
      pages,
      articles,
      works,
      quarantined,
    };
    store.finishRun(job.id, 'finished', counts, now());
    return { pipeline: plan.name, ...counts, skipped, database, export: exported };
  } catch (e) {
    markFailed(store, job.id, e as Error);
    throw e;
  } finally {
    await pool.close();
    store.close();
  }
}

/** The one clock: when a run was. Nothing derived depends on it. */
const now = (): string => new Date().toISOString();

/** As far as the disk still lets us. */
function markFailed(store: Store, id: number, error: Error): void {
  try {
    store.finishRun(id, 'failed', { error: error.message }, now());
  } catch {
    // The first error is the one to report.
  }
}

interface Phase {
  plan: Plan;
  store: Store;
  files: readonly InputFile[];
  id: number;
  pool: Pool;
  size: number;
  /** Paths of the files that needed work. */
  changed: Set<string>;
  phase: number;
  /** See `advance`. */
  until: number;
  progress: RunOptions['onProgress'];
}

/** Tasks under way at once, per worker: enough to keep it busy while results are written, few enough to bound memory. */
const AHEAD = 2;

/** Takes every file through the stages up to the next all-stage, or to its articles. */
async function runPhase(phase: Phase): Promise<void> {
  const { files, plan, until, size, progress } = phase;
  const name = plan.steps[until]
    ? `${phase.phase === 0 ? 'read' : 'go on'} to ${plan.steps[until].stage.name}`
    : 'articles';
  const queue = files[Symbol.iterator]();
  let done = 0;
  const drain = async (): Promise<void> => {
    for (const file of queue) {
      await runFile(phase, file);
      progress?.({ phase: name, done: ++done, total: files.length });
    }
  };
  await Promise.all(Array.from({ length: size * AHEAD }, drain));
}

async function runFile(phase: Phase, file: InputFile): Promise<void> {
  const { plan, store, pool, until } = phase;
  const known = store.file(file.path);
  const content = phase.phase === 0 ? await readInput(file, plan.ingest) : null;
  const sha = content ? content.sha256 : known!.sha256;
  const key = phaseKey(phase, file.path, sha);
  const same = known?.sha256 === sha;
  if (same && known.phases[phase.phase] === key) return store.touchFile(file.path, phase.id);
  phase.changed.add(file.path);
  const stored = store.outcomes(file.path);
  const task: Task = {
    path: file.path,
    bytes: content?.bytes ?? null,
    pages: content ? [] : store.pages(file.path),
    stored,
    until,
  };
  const result = content?.reason ? reject(content.reason) : await attempt(pool, task);
  // What later phases had made was made of what this one now replaces.
  const before = Object.entries(same ? known.phases : {}).filter(([p]) => Number(p) < phase.phase);
  const phases = { ...Object.fromEntries(before), [phase.phase]: key };
  store.transaction(() => {
    keep(phase, file.path, result, stored);
    store.putFile({ path: file.path, sha256: sha, bytes: file.bytes, phases }, phase.id);
  });
}

/** What the result of a phase depends on for one file: its bytes, the stages, and what was decided about its documents. */
function phaseKey({ plan, until, store }: Phase, file: string, sha: string): string {
  const steps = plan.steps.slice(0, until + 1);
  const decided = steps.slice(0, until).flatMap((s) => (s.stage.kind === 'all' ? [s.stage.name] : []));
  const decisions = decided.flatMap((stage) =>
    store.outcomes(file, stage).map((o) => `${o.uid} ${stage} ${o.outcome}`),
  );
  return keyOf(sha, plan.ingestSignature, ...steps.map((s) => s.signature), '', ...decisions);
}

async function readInput(
  file: InputFile,
  options: IngestOptions,
): Promise<{ bytes: Uint8Array | null; sha256: string; reason?: string }> {
  const reason = tooLarge(file.bytes, file.path, options);
  if (reason) return { bytes: null, sha256: `size:${file.bytes}`, reason };
  try {
    const bytes = await readFile(file.absolute);
    return { bytes, sha256: sha256(bytes) };
  } catch (e) {
    return { bytes: null, sha256: 'unreadable', reason: `unreadable: ${(e as Error).message}` };
  }
}

function reject(reason: string): TaskResult {
  return { pages: [], outcomes: [], sketches: [], articles: [], quarantined: [], rejects: [{ record: null, reason }] };
}

async function attempt(pool: Pool, task: Task): Promise<TaskResult> {
  try {
    return await pool.run(task);
  } catch (e) {
    if (e instanceof WorkerDied) return reject(`the worker died: ${e.message}`);
    throw e;
  }
}

/** Writes what came of a file, in place of what it had. */
function keep(
  { store, plan, phase, until }: Phase,
  file: string,
  result: TaskResult,
  stored: readonly StoredOutcome[],
): void {
  if (phase === 0) {
    store.clearFile(file);
    for (const page of result.pages) store.putPage(page);
    for (const { record, reason } of result.rejects)
      store.putQuarantine({ path: file, record, uid: null, stage: 'ingest', reason });
  } else {
    // A document that failed later than the last phase's stages is tried again now.
    store.dropQuarantine(file, [...plan.steps.slice(0, until + 1).map((s) => s.stage.name), 'assemble', 'replay']);
  }
  for (const o of result.outcomes) if (o.outcome !== null) store.putOutcome(o as StoredOutcome);
  dropUnused(store, plan, until, result, stored);
  const last = plan.steps[until];
  if (last) store.clearSketches(file, last.stage.name);
  else store.clearArticles(file);
  for (const s of result.sketches) store.putSketch(s);
  for (const a of result.articles) store.putArticle(a);
  for (const q of result.quarantined) store.putQuarantine({ path: file, record: null, ...q });
}

/** Outcomes of these stages that no document came by any more (an article that the page no longer holds). */
function dropUnused(
  store: Store,
  plan: Plan,
  until: number,
  result: TaskResult,
  stored: readonly StoredOutcome[],
): void {
  const ran = new Set(plan.steps.slice(0, until).flatMap((s) => (s.stage.kind === 'each' ? [s.stage.name] : [])));
  const used = new Set(result.outcomes.map((o) => `${o.uid}\n${o.stage}`));
  for (const { uid, stage } of stored)
    if (ran.has(stage) && !used.has(`${uid}\n${stage}`)) store.dropOutcome(uid, stage);
}

/** Lets an all-stage decide, unless it has decided on the very same corpus. */
function decide(store: Store, { stage, options, signature }: Step, progress: RunOptions['onProgress']): void {
  if (stage.kind !== 'all') return;
  const key = keyOf(signature, ...store.sketchKeys(stage.name).map((s) => `${s.uid} ${s.key}`));
  if (store.decidedKey(stage.name) === key) return;
  progress?.({ phase: stage.name, done: 0, total: 1 });
  const corpus: Corpus = { doc: (uid) => store.sketchedDoc(stage.name, uid) };
  const outcomes: Map<string, Outcome> = stage.decide(store.sketches(stage.name), corpus, options);
  const rows = [...outcomes].map(([uid, outcome]) => ({
    uid,
    stage: stage.name,
    key: signature,
    outcome: canonicalJson(outcome as unknown as Json),
  }));
  store.putDecisions(stage.name, key, rows);
  progress?.({ phase: stage.name, done: 1, total: 1 });
}
