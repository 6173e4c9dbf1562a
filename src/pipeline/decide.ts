import { deserialize } from 'node:v8';
import { workColumns } from './assemble.ts';
import { canonicalJson, keyOf } from './keys.ts';
import type { Step } from './load.ts';
import { forgetPhases, type Job } from './phases.ts';
import { shapeOf } from './replay.ts';
import { type AllStage, type Corpus, type Outcome, pathOf, type Settled, type Sketched } from './types.ts';

/** Lets an all-stage decide, unless it has decided on the very same corpus: whatever changes a sketch forgets that it has. */
export function decide(job: Job, { stage, options, signature }: Step, at: number): void {
  const { store, tick } = job;
  if (stage.kind !== 'all' || store.decidedKey(stage.name) === signature) return;
  tick(stage.name, 0, 1);
  store.transaction(() => {
    const memo = store.memo(stage.name, signature);
    const corpus: Corpus = { doc: (uid) => store.sketchedDoc(stage.name, uid), memo };
    const settled = settle(stage, store.sketches(stage.name, stage.unpack ?? deserialize), corpus, options);
    const reshaped = putDecisions(store, stage.name, signature, settled);
    forgetPhases(job, new Set(reshaped.map(pathOf)), at + 1);
    store.putDecided(stage.name, signature);
    memo.close();
  });
  tick(stage.name, 1, 1);
}

/** What a stage decided, each outcome to be worked out where its digest is new. */
function settle(
  stage: AllStage,
  sketches: readonly Sketched<unknown>[],
  corpus: Corpus,
  options: Step['options'],
): Map<string, Settled> {
  if (stage.settle) return stage.settle(sketches, corpus, options);
  const found = new Map<string, Settled>();
  for (const [uid, outcome] of stage.decide(sketches, corpus, options))
    found.set(uid, { digest: keyOf(canonicalJson(outcome)), outcome: () => outcome });
  return found;
}

/**
 * Replaces what a stage decided. Only what changed is worked out and written.
 *
 * @returns uids of the documents that are to be done again, since more than what is told of them changed
 */
function putDecisions(
  store: Job['store'],
  stage: string,
  signature: string,
  settled: ReadonlyMap<string, Settled>,
): string[] {
  const reshaped: string[] = [];
  const before = store.decisionDigests(stage);
  for (const [uid, { digest: own, outcome: make }] of settled) {
    const digest = `${signature} ${own}`;
    const known = before.get(uid);
    before.delete(uid);
    if (known === digest) continue;
    const had = known === undefined ? undefined : store.decision(stage, uid);
    const made = make();
    const outcome = canonicalJson(made);
    const hash = keyOf(signature, outcome);
    const shape = keyOf(signature, canonicalJson(shapeOf(made)));
    if (had?.hash !== hash) store.putOutcome({ uid, stage, key: signature, outcome });
    if (had?.shape !== shape) reshaped.push(uid);
    else if (had.hash !== hash) store.putRetold(stage, uid);
    store.putDecision(stage, { uid, hash, shape, digest });
  }
  for (const uid of before.keys()) {
    store.dropDecision(stage, uid);
    reshaped.push(uid);
  }
  return reshaped;
}

/** The stage that tells articles of their works. */
const TELLS = 'dedup';

/** Puts what was decided anew into articles of which nothing else changed. */
export function retell({ store, plan }: Job): void {
  const uids = store.retold(TELLS);
  if (!uids.length) return;
  // Articles that another pipeline has made since, without the stage, have no works.
  const told = plan.steps.some((s) => s.stage.name === TELLS) ? uids : [];
  store.transaction(() => {
    for (const uid of told) {
      const outcome = store.outcome(uid, TELLS);
      if (outcome !== null) store.tellArticle(uid, workColumns((JSON.parse(outcome) as Outcome).data));
    }
    store.dropRetold(TELLS);
  });
}
