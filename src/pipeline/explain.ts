import type { Store, StoredArticle, StoredReport } from '../store/store.ts';
import type { Edit } from '../text/edits.ts';
import { applyEdits } from '../text/edits.ts';
import { canonicalJson } from './keys.ts';
import { makePlan, type Pipeline } from './load.ts';
import { applyOutcome, type State, startState } from './replay.ts';
import type { Note, Origin, Outcome, Span } from './types.ts';

/** One edit with what it replaced and where that stood in the decoded page (in code points, as spans are). */
export interface ExplainedEdit extends Edit {
  before: string;
  /** A few characters on either side, of the text that the edit was made on. */
  left: string;
  right: string;
  source: Span;
}

/** What one stage did to an article. */
export interface ExplainedStage {
  stage: string;
  passes: ExplainedEdit[][];
  notes: Note[];
}

/** Where a field was read, and the words of the page there. */
interface ExplainedOrigin extends Origin {
  field: string;
  quote?: string;
}

export interface Explanation {
  article: StoredArticle;
  /** What became of the page it was cut from. */
  page: StoredReport | null;
  /** Where title and metadata were read; offsets in code points of the decoded page. */
  read: ExplainedOrigin[];
  stages: ExplainedStage[];
  /** The edits, replayed from the decoded page, gave the article's text again. */
  replayed: boolean;
}

const AROUND = 8;

/**
 * Replays what the stages did to an article, from the decoded page on.
 *
 * @throws RangeError when the store does not hold what the article was made of.
 */
export function explain(store: Store, article: StoredArticle): Explanation {
  const run = store.lastRun();
  const row = store.pageOf(article.uid);
  if (run?.state !== 'finished') throw new RangeError('the last run did not finish: run again');
  if (!row) throw new RangeError(`the database holds no page for ${article.id}`);
  const plan = makePlan(run.plan as unknown as Pipeline);
  const outcomes = new Map(store.outcomesOf(row.uid).map((o) => [`${o.uid}\n${o.stage}`, o]));
  const steps: Step[] = [];
  let state = startState(article.path, { ...row.page, passes: [] }, '');
  steps.push({ stage: 'ingest', before: state, outcome: { passes: row.page.passes, notes: row.page.notes } });
  state = startState(article.path, row.page, '');
  for (const { stage } of plan.steps) {
    const stored = outcomes.get(`${state.doc.uid}\n${stage.name}`);
    // A stage that left nothing, or was not needed, is a stage all the same.
    const outcome = stored && !state.done ? (JSON.parse(stored.outcome) as Outcome) : null;
    steps.push({ stage: stage.name, before: state, outcome: outcome ?? {} });
    if (!outcome) continue;
    const next = applyOutcome(state, stage.name, outcome, '');
    state = next.find((s) => article.uid === s.doc.uid || article.uid.startsWith(`${s.doc.uid}/`)) ?? state;
  }
  // Before a page was split, only what lies in the article's own stretches of it is the article's.
  const { cuts } = state;
  const stages = steps.map((step) => explainStage(step.before, { ...step, spans: step.before.cuts ? null : cuts }));
  const same = state.doc.text === article.text && canonicalJson(state.doc.title) === canonicalJson(article.title);
  return { article, page: store.report(row.uid), read: quoteOrigins(state), stages, replayed: same };
}

/** Longest piece of a page that is quoted: a line of fields is shorter. */
const QUOTE = 300;

function quoteOrigins({ origins, page }: State): ExplainedOrigin[] {
  return Object.entries(origins).map(([field, { from, start, end }]) => {
    if (start === undefined || end === undefined) return { field, from };
    const quote = page.decoded.slice(start, Math.min(end, start + QUOTE));
    return { field, from, start: page.codePoints(start), end: page.codePoints(end), quote };
  });
}

interface Step {
  stage: string;
  before: State;
  outcome: Outcome;
}

interface Explained {
  /** In UTF-16 units of the page. */
  at: Span;
  edit: ExplainedEdit;
}

/** Context without halves of surrogate pairs. */
const around = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** What a stage's outcome does to a document, kept to what lies in `spans` of the decoded page, if they are given. */
export function explainStage(
  state: State,
  { stage, outcome, spans }: { stage: string; outcome: Outcome; spans: Span[] | null },
): ExplainedStage {
  let { map } = state;
  let { text } = state.doc;
  const inside = ([s, e]: Span): boolean => !spans || spans.some(([from, to]) => s <= to && e >= from);
  const passes = (outcome.passes ?? []).map((edits) => {
    const explained = edits.map(
      (e): Explained => ({
        at: map.source(e.start, e.end),
        edit: {
          ...e,
          before: text.slice(e.start, e.end),
          left: around(text.slice(Math.max(0, e.start - AROUND), e.start)),
          right: around(text.slice(e.end, e.end + AROUND)),
          source: map.source(e.start, e.end).map(state.page.codePoints) as Span,
        },
      }),
    );
    text = applyEdits(text, edits);
    map = map.after(edits);
    return explained.filter((e) => inside(e.at)).map((e) => e.edit);
  });
  return { stage, passes, notes: outcome.notes ?? [] };
}
