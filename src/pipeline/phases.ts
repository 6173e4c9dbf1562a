import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type IngestOptions, tooLarge } from '../ingest/index.ts';
import { type InputFile, why } from '../ingest/walk.ts';
import type { SentOutcome, Store, StoredFile, StoredOutcome, StoredPage, UidRange } from '../store/store.ts';
import type { Advance } from './advance.ts';
import { assembleVersion } from './assemble.ts';
import { type Hands, Here, isLittle } from './here.ts';
import { keyOfAll, sha256 } from './keys.ts';
import type { Plan } from './load.ts';
import { TookTooLong, WorkerDied } from './pool.ts';
import type { Pieces } from './read.ts';
import { recordOf } from './types.ts';

/** What the phases of a run share. */
export interface Job {
  plan: Plan;
  store: Store;
  files: readonly InputFile[];
  /** What the store knows of the files, by path. */
  known: Map<string, StoredFile>;
  /** Of the run, in the store; and when it began, ms since 1970. */
  id: number;
  startedMs: number;
  pool: Hands;
  /** Paths of the files that needed work. */
  changed: Set<string>;
  /** Pages that took too long in an earlier phase, by uid, with the reason: they would in this one. */
  slow: Map<string, string>;
  /** Whether this thread may do little work itself; and whether it does, and hears nothing meanwhile. */
  alone: boolean;
  here: boolean;
  tick(phase: string, done: number, total: number): void;
  /** Aborted where the run is to end. */
  signal?: AbortSignal | undefined;
}

/** Tasks under way at once, per worker: enough to keep it busy while results are written, few enough to bound memory. */
const AHEAD = 2;
/** Characters of stored pages that make a task. A page is never cut, so a longer one is a task of its own. */
const BATCH = 500_000;

async function inParallel<T>(
  { signal }: Job,
  items: Iterable<T>,
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  let failed = false;
  const drain = async (): Promise<void> => {
    try {
      for (let next = queue.next(); !next.done && !failed; next = queue.next()) {
        signal?.throwIfAborted();
        await work(next.value);
      }
    } catch (e) {
      // Nothing new is begun in a run that cannot go on.
      failed = true;
      throw e;
    }
  };
  await Promise.all(Array.from({ length: size * AHEAD }, drain));
}

/** Reads every file that is not stored as it lies there, and stores its pages. */
export async function readFiles(job: Job): Promise<void> {
  let done = 0;
  const tick = (): void => job.tick('read', ++done, job.files.length);
  const changed: InputFile[] = [];
  for (const file of job.files) {
    if (isKnown(job, file)) tick();
    else changed.push(file);
  }
  await withHands(job, changed, ['read', done], (hands) =>
    inParallel(job, changed, hands.size, async (file) => {
      await readOne(job, file, hands);
      tick();
    }),
  );
}

/** Does work on files: what is little in this thread, and all of it written at once; `phase`: its name, and how many files are done. */
async function withHands(
  job: Job,
  files: readonly InputFile[],
  [phase, done]: [name: string, done: number],
  work: (hands: Hands) => Promise<void>,
): Promise<void> {
  if (!files.length) return;
  const { plan, pool, store } = job;
  if (!job.alone || !isLittle(files)) return work(pool);
  job.here = true;
  job.tick(phase, done, job.files.length);
  await store.together(() => work(new Here(plan, pool)));
  job.here = false;
}

/** True for a file that lies as it was read: size, times and inode are the same, so its bytes are. */
function isKnown({ plan, known }: Job, { path, stamp }: InputFile): boolean {
  const file = known.get(path);
  return file?.stamp === stamp && file.phases.read === plan.ingestSignature;
}

/**
 * A file that changed so shortly before the run may change again within the same tick of its clock (FAT counts in two
 * seconds), so that its times would not tell. Such a file is read again by the next run.
 */
const YOUNG_MS = 2000;

async function readOne(job: Job, file: InputFile, hands: Hands): Promise<void> {
  const { plan, store, changed } = job;
  const { path } = file;
  const { bytes, sha, reason } = await readInput(file, plan.ingest, hands);
  const key = plan.ingestSignature;
  const known = job.known.get(path);
  // What could not be read is tried again by every run.
  const stamp = file.changedMs < job.startedMs - YOUNG_MS && sha !== UNREADABLE ? file.stamp : null;
  if (known?.sha256 === sha && known.phases.read === key) {
    if (stamp) putFile(job, { ...known, stamp });
    return;
  }
  changed.add(path);
  store.transaction(() => {
    store.clearFile(path);
    putFile(job, { path, sha256: sha, bytes: file.bytes, phases: {} });
  });
  const keep = ({ pages, rejects }: Pieces): void => {
    // A file may hold pages for hours.
    job.signal?.throwIfAborted();
    store.transaction(() => {
      for (const page of pages) store.putPage(page);
      for (const r of rejects)
        store.putQuarantine({ path, record: r.record, uid: null, stage: 'ingest', reason: r.reason });
    });
  };
  const refuse = (why: string): void => keep({ pages: [], rejects: [{ record: null, reason: why }] });
  let died = false;
  const refuseDied = (e: Error): void => {
    refuse(diedOf(e));
    died = true;
  };
  if (bytes) await hands.ingest({ path, bytes }, keep).catch(refuseDied);
  else refuse(reason);
  // A worker may have died of the machine's state rather than the file's: such a file is tried again by the next run.
  putFile(job, { path, sha256: sha, bytes: file.bytes, stamp, phases: died ? {} : { read: key } });
}

function putFile({ store, known, id }: Job, file: StoredFile): void {
  store.putFile(file, id);
  known.set(file.path, file);
}

/** The reason to set a document aside when its worker died; any other error ends the run. */
function diedOf(error: Error): string {
  if (error instanceof TookTooLong) return error.message;
  if (error instanceof WorkerDied) return `the worker died: ${error.message}`;
  throw error;
}

const UNREADABLE = 'unreadable';

async function readInput(
  file: InputFile,
  options: IngestOptions,
  hands: Hands,
): Promise<{ bytes: Uint8Array; sha: string; reason?: undefined } | { bytes: null; sha: string; reason: string }> {
  const reason = tooLarge(file.bytes, file.path, options);
  if (reason) return { bytes: null, sha: `size:${file.bytes}`, reason };
  try {
    // Small files, and nobody else to be kept busy: waiting for them costs more than reading them.
    const bytes = hands instanceof Here ? readFileSync(file.absolute) : await readFile(file.absolute);
    return { bytes, sha: sha256(bytes) };
  } catch (e) {
    return {
      bytes: null,
      sha: UNREADABLE,
      reason: `unreadable: ${(e as NodeJS.ErrnoException).code === 'ENOENT' ? 'it is gone' : why(e)}`,
    };
  }
}

/** A stretch of a file's pages that goes through the stages as one task. */
interface Batch {
  file: InputFile;
  range: UidRange;
  /** Batches of the file that are not done; the last one records the phase. */
  left: { count: number; died: boolean };
}

/**
 * Takes every document through the stages before `until`, an all-stage, whose sketches are stored, or the number of
 * stages: then the articles are.
 *
 * @param name of the phase, for whom it may concern and for the store.
 */
export async function advanceFiles(job: Job, name: string, until: number): Promise<void> {
  let done = 0;
  const tick = (): void => job.tick(name, ++done, job.files.length);
  const due = dueFiles(job, name, until, tick);
  const one = async (batch: Batch, hands: Hands): Promise<void> => {
    if (await advanceBatch(job, batch, until, hands)) batch.left.died = true;
    if (--batch.left.count) return;
    const known = job.known.get(batch.file.path)!;
    // Where a worker died, the next run tries again.
    const phases = batch.left.died ? known.phases : { ...known.phases, [name]: phaseKey(job.plan, until) };
    putFile(job, { ...known, phases });
    tick();
  };
  await withHands(job, due, [name, done], (hands) =>
    inParallel(job, batches(job, due, until, tick), hands.size, (batch) => one(batch, hands)),
  );
}

/** The files that a phase has work with; `tick` for each file that needs none. */
function dueFiles(job: Job, name: string, until: number, tick: () => void): InputFile[] {
  const key = phaseKey(job.plan, until);
  return job.files.filter((file) => {
    const isDone = job.known.get(file.path)!.phases[name] === key;
    if (isDone) tick();
    return !isDone;
  });
}

/** The work that is to be done, file by file; `tick` for each file without pages. */
function* batches(job: Job, due: readonly InputFile[], until: number, tick: () => void): Generator<Batch> {
  const { plan, store, changed } = job;
  for (const file of due) {
    const known = job.known.get(file.path)!;
    const ranges = store.pageRanges(file.path, BATCH);
    if (!ranges.length) {
      tick();
      continue;
    }
    changed.add(file.path);
    store.transaction(() => {
      // What later phases had made was made of what this one now replaces.
      putFile(job, { ...known, phases: phasesBefore(plan, known.phases, until) });
      clearPhase(store, plan, file.path, until);
    });
    const left = { count: ranges.length, died: false };
    for (const range of ranges) yield { file, range, left };
  }
}

/** The recorded phases that stand before a step in the plan: what later ones, or another plan's, had made is gone. */
function phasesBefore(plan: Plan, phases: Record<string, string>, until: number): Record<string, string> {
  const before = ['read', ...allStages(plan, until).map((name) => `to ${name}`)];
  return Object.fromEntries(before.flatMap((name) => (phases[name] === undefined ? [] : [[name, phases[name]]])));
}

function clearPhase(store: Store, plan: Plan, path: string, until: number): void {
  const last = plan.steps[until];
  if (last) store.clearSketches(path, last.stage.name);
  store.clearArticles(path);
  // A document that failed in one of these stages is tried again now.
  store.dropQuarantine(path, [
    ...plan.steps.slice(0, until + 1).map((s) => s.stage.name),
    'assemble',
    'replay',
    'worker',
  ]);
}

/** Names of the all-stages before a step. */
const allStages = (plan: Plan, until: number): string[] =>
  plan.steps.slice(0, until).flatMap((s) => (s.stage.kind === 'all' ? [s.stage.name] : []));

/**
 * What the result of a phase depends on, beside the file's bytes and what was decided about its documents: where these
 * change, the phase is forgotten.
 */
function phaseKey({ steps, ingestSignature }: Plan, until: number): string {
  const stages = steps.slice(0, until).map((s) => s.signature);
  return keyOfAll([ingestSignature, ...stages, steps[until]?.signature ?? assembleVersion]);
}

/** Forgets that files went through the phases behind a step of the plan: something else was decided about their documents. */
export function forgetPhases(job: Job, paths: Iterable<string>, behind: number): void {
  for (const path of paths) {
    const known = job.known.get(path);
    if (!known) continue;
    const phases = phasesBefore(job.plan, known.phases, behind);
    if (Object.keys(phases).length < Object.keys(known.phases).length) putFile(job, { ...known, phases });
  }
}

/** @returns whether a worker died of one of the pages. */
async function advanceBatch(job: Job, { file, range }: Batch, until: number, hands: Hands): Promise<boolean> {
  const { plan, store } = job;
  const all = store.pages(range);
  const stored = store.outcomes(range);
  const pages = all.filter(({ uid }) => !job.slow.has(uid));
  const results = await attempted(job, pages, (some) => hands.advance({ pages: some, stored, until }));
  for (const { uid } of all) if (job.slow.has(uid)) results.push(failed(uid, job.slow.get(uid)!));
  store.transaction(() => {
    for (const result of results) keepAdvance(store, file.path, result);
    dropUnused(store, plan, until, results, stored);
  });
  return results.some((r) => r.quarantined.some((q) => q.stage === 'worker'));
}

/** What came of pages; where one of them was too much for the worker, it alone is set aside. */
async function attempted(
  { slow }: Job,
  pages: StoredPage[],
  attempt: (some: StoredPage[]) => Promise<Advance>,
): Promise<Advance[]> {
  try {
    return [await attempt(pages)];
  } catch (e) {
    diedOf(e as Error);
    // That a single page takes too long need not be seen twice.
    if (e instanceof TookTooLong && pages.length === 1) {
      slow.set(pages[0]!.uid, diedOf(e));
      return [];
    }
  }
  const results: Advance[] = [];
  for (const page of pages)
    try {
      results.push(await attempt([page]));
    } catch (e) {
      const why = diedOf(e as Error);
      if (e instanceof TookTooLong) slow.set(page.uid, why);
      else results.push(failed(page.uid, why));
    }
  return results;
}

function failed(uid: string, reason: string): Advance {
  return { outcomes: [], sketches: [], articles: [], reports: [], quarantined: [{ uid, stage: 'worker', reason }] };
}

function keepAdvance(store: Store, path: string, result: Advance): void {
  for (const o of result.outcomes) if (o.outcome !== null) store.putOutcome(o as SentOutcome);
  for (const s of result.sketches) store.putSketch(s);
  for (const a of result.articles) store.putArticle(a);
  for (const r of result.reports) store.putReport(r);
  for (const q of result.quarantined) store.putQuarantine({ path, record: recordOf(q.uid), ...q });
}

/** Outcomes of these stages that no document came by any more (an article that the page no longer holds). */
function dropUnused(
  store: Store,
  plan: Plan,
  until: number,
  results: Advance[],
  stored: readonly StoredOutcome[],
): void {
  const ran = new Set(plan.steps.slice(0, until).flatMap((s) => (s.stage.kind === 'each' ? [s.stage.name] : [])));
  const used = new Set(results.flatMap((r) => r.outcomes.map((o) => `${o.uid}\n${o.stage}`)));
  for (const { uid, stage } of stored)
    if (ran.has(stage) && !used.has(`${uid}\n${stage}`)) store.dropOutcome(uid, stage);
}
