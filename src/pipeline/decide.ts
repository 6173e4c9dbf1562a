import { deserialize } from 'node:v8';
import type { StoredDecision } from '../store/store.ts';
import { workColumns } from './assemble.ts';
import { canonicalJson, keyOf, keyOfAll } from './keys.ts';
import type { Step } from './load.ts';
import type { Job } from './phases.ts';
import { shapeOf } from './replay.ts';
import type { AllStage, Corpus, Outcome, Settled, Sketched } from './types.ts';

/** Lets an all-stage decide, unless it has decided on the very same corpus. */
export function decide({ store, tick }: Job, { stage, options, signature }: Step): void {
  if (stage.kind !== 'all') return;
  const key = keyOfAll(corpusParts(signature, store.sketchKeys(stage.name)));
  if (store.decidedKey(stage.name) === key) return;
  tick(stage.name, 0, 1);
  store.transaction(() => {
    const memo = store.memo(stage.name, signature);
    const corpus: Corpus = { doc: (uid) => store.sketchedDoc(stage.name, uid), memo };
    const settled = settle(stage, store.sketches(stage.name, stage.unpack ?? deserialize), corpus, options);
    putDecisions(store, stage.name, signature, settled);
    store.putDecided(stage.name, key);
    memo.close();
  });
  tick(stage.name, 1, 1);
}

function* corpusParts(signature: string, sketches: Iterable<{ uid: string; key: string }>): Generator<string> {
  yield signature;
  for (const { uid, key } of sketches) yield `${uid} ${key}`;
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

/** Replaces what a stage decided. Only what changed is worked out and written. */
function putDecisions(
  store: Job['store'],
  stage: string,
  signature: string,
  settled: ReadonlyMap<string, Settled>,
): void {
  const before = new Map<string, StoredDecision>();
  for (const d of store.decisions(stage)) before.set(d.uid, d);
  for (const [uid, { digest: own, outcome: make }] of settled) {
    const digest = `${signature} ${own}`;
    const had = before.get(uid);
    before.delete(uid);
    if (had?.digest === digest) continue;
    const made = make();
    const outcome = canonicalJson(made);
    const hash = keyOf(signature, outcome);
    const shape = keyOf(signature, canonicalJson(shapeOf(made)));
    if (had?.hash !== hash) {
      store.putOutcome({ uid, stage, key: signature, outcome });
      // Where the shape changed too, the whole document is done again.
      if (had?.shape === shape) store.putRetold(stage, uid);
    }
    store.putDecision(stage, { uid, hash, shape, digest });
  }
  for (const uid of before.keys()) store.dropDecision(stage, uid);
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
