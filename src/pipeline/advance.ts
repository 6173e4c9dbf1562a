import { serialize } from 'node:v8';
import { articleRow, sentText } from '../store/records.ts';
import type { SentOutcome, SentRow, StoredOutcome, StoredPage, StoredReport, StoredSketch } from '../store/store.ts';
import { assemble } from './assemble.ts';
import { keyOf } from './keys.ts';
import type { Plan, Step } from './load.ts';
import { thrown } from './read.ts';
import { applyOutcome, type State, shapeOf, startState } from './replay.ts';
import { Account } from './report.ts';
import type { Doc, Outcome } from './types.ts';

/** What came of the documents of one file. */
export interface Advance {
  /** Outcomes that were used; `outcome` is null where the stored one served. */
  outcomes: (Omit<SentOutcome, 'outcome'> & { outcome: SentOutcome['outcome'] | null })[];
  /** For the all-stage that the documents were taken to. */
  sketches: StoredSketch[];
  /** Where the documents were taken through all stages. */
  articles: SentRow[];
  /** Of the same pages. */
  reports: StoredReport[];
  quarantined: { uid: string; stage: string; reason: string }[];
}

/**
 * Takes the pages of one file through the stages before `until`: with the stored outcome of a stage where its key
 * fits, with the stage itself where it does not. `until` is the index of an all-stage, whose sketches are made, or the
 * number of stages, where the articles are put together.
 *
 * Pure but for the stages' own lazily built tables: the same input gives the same answer in any worker.
 */
export function advance(
  pages: readonly StoredPage[],
  plan: Plan,
  until: number,
  stored: readonly StoredOutcome[],
): Advance {
  const result: Advance = { outcomes: [], sketches: [], articles: [], reports: [], quarantined: [] };
  const prior = new Map(stored.map((o) => [`${o.uid}\n${o.stage}`, o]));
  for (const { uid, path, page } of pages) {
    const key = keyOf(plan.ingestSignature, page.sha256, String(page.record));
    let states = guarded(result, path, 'replay', () => [startState(path, page, key)]);
    // Only what goes through all stages is told of.
    const account = until === plan.steps.length && states[0] ? new Account(page, states[0].doc.text) : null;
    for (const step of plan.steps.slice(0, until)) {
      states = states.flatMap((s) =>
        s.done ? [s] : guarded(result, s.doc.uid, step.stage.name, () => pass(s, step, prior, result, account)),
      );
    }
    const last = plan.steps[until];
    if (account) result.reports.push({ uid, path, ...account.report(states.map((s) => s.doc)) });
    for (const s of states) {
      if (!last) guarded(result, s.doc.uid, 'assemble', () => result.articles.push(articleRow(assemble(s))));
      else if (!s.done) guarded(result, s.doc.uid, last.stage.name, () => result.sketches.push(sketch(s, last)));
    }
  }
  return result;
}

/** A stage that throws costs its document, not the run. */
function guarded<T>(result: Advance, uid: string, stage: string, work: () => T): T extends unknown[] ? T : T | never[] {
  try {
    return work() as never;
  } catch (e) {
    result.quarantined.push({ uid, stage, reason: thrown(e as Error) });
    return [] as never;
  }
}

function pass(
  state: State,
  step: Step,
  prior: Map<string, StoredOutcome>,
  result: Advance,
  account: Account | null,
): State[] {
  const { uid } = state.doc;
  const { stage, options, signature } = step;
  const had = prior.get(`${uid}\n${stage.name}`);
  const apply = (json: string, key: string): State[] => {
    const outcome = JSON.parse(json) as Outcome;
    account?.stage(stage.name, state, outcome);
    return applyOutcome(state, stage.name, outcome, key);
  };
  if (stage.kind === 'all') {
    // Decided over the corpus, and stored: what the text owes to it becomes part of the key of all that follows.
    const outcome = had?.outcome ?? '{}';
    return apply(outcome, keyOf(state.key, signature, JSON.stringify(shapeOf(JSON.parse(outcome) as Outcome))));
  }
  const key = keyOf(state.key, signature);
  if (had?.key === key) {
    result.outcomes.push({ uid, stage: stage.name, key, outcome: null });
    return apply(had.outcome, key);
  }
  const outcome = JSON.stringify(stage.apply(withoutData(state.doc), options));
  // Applied as it will be read back, so that a run and a rerun cannot differ.
  const next = apply(outcome, key);
  result.outcomes.push({ uid, stage: stage.name, key, outcome: sentText(outcome) });
  return next;
}

/** What earlier stages found of a document may change from run to run without its text: no other stage sees it. */
const withoutData = (doc: Doc): Doc => ({ ...doc, data: {} });

function sketch(state: State, { stage, options, signature }: Step): StoredSketch {
  if (stage.kind !== 'all') throw new TypeError(`${stage.name} is no all-stage`);
  const doc = withoutData(state.doc);
  const kept = stage.texts === false ? null : doc;
  const key = keyOf(state.key, signature);
  const made: unknown = stage.sketch(doc, options);
  return { uid: doc.uid, stage: stage.name, key, sketch: stage.pack?.(made) ?? serialize(made), doc: kept };
}
