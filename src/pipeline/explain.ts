import type { Store, StoredArticle } from '../store/store.ts';
import type { Edit } from '../text/edits.ts';
import { applyEdits } from '../text/edits.ts';
import { canonicalJson } from './keys.ts';
import { makePlan, type PlanJson } from './load.ts';
import { applyOutcome, type State, startState } from './replay.ts';
import type { Note, Outcome, Span } from './types.ts';

/** One edit with what it replaced and where that stood in the decoded page (UTF-16 offsets). */
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

export interface Explanation {
  article: StoredArticle;
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
  if (!run || !row) throw new RangeError(`the database holds no page for ${article.id}`);
  const plan = makePlan(run.plan as unknown as PlanJson);
  const outcomes = new Map(store.outcomesOf(row.uid).map((o) => [`${o.uid}\n${o.stage}`, o]));
  const spans = articleSpans(article, row.page.decoded);
  const bare = startState(article.path, { ...row.page, passes: [] }, '');
  const first = explainStage(bare, {
    stage: 'ingest',
    outcome: { passes: row.page.passes, notes: row.page.notes },
    spans,
  });
  const stages = [first];
  let state = startState(article.path, row.page, '');
  for (const { stage } of plan.steps) {
    const stored = outcomes.get(`${state.doc.uid}\n${stage.name}`);
    if (!stored || state.done) continue;
    const outcome = JSON.parse(stored.outcome) as Outcome;
    stages.push(explainStage(state, { stage: stage.name, outcome, spans }));
    const next = applyOutcome(state, stage.name, outcome, '');
    state = next.find((s) => article.uid === s.doc.uid || article.uid.startsWith(`${s.doc.uid}/`)) ?? state;
  }
  return {
    article,
    stages,
    replayed: state.doc.text === article.text && canonicalJson(state.doc.title) === canonicalJson(article.title),
  };
}

/** The article's spans in UTF-16 offsets of the page (they are stored in code points). */
function articleSpans(article: StoredArticle, decoded: string): Span[] {
  const spans = (article.source as unknown as { spans: Span[] }).spans;
  const chars = Array.from(decoded);
  if (chars.length === decoded.length) return spans;
  const at = new Uint32Array(chars.length + 1);
  chars.forEach((c, i) => {
    at[i + 1] = at[i]! + c.length;
  });
  return spans.map(([s, e]) => [at[s]!, at[e]!]);
}

/** What a stage's outcome does to a document, kept to what lies in `spans` of the decoded page. */
export function explainStage(
  state: State,
  { stage, outcome, spans }: { stage: string; outcome: Outcome; spans: Span[] },
): ExplainedStage {
  let { map } = state;
  let { text } = state.doc;
  const inside = ([s, e]: Span): boolean => spans.some(([from, to]) => s <= to && e >= from);
  const passes = (outcome.passes ?? []).map((edits) => {
    const explained = edits.map(
      (e): ExplainedEdit => ({
        ...e,
        before: text.slice(e.start, e.end),
        left: text.slice(Math.max(0, e.start - AROUND), e.start),
        right: text.slice(e.end, e.end + AROUND),
        source: map.source(e.start, e.end),
      }),
    );
    text = applyEdits(text, edits);
    map = map.after(edits);
    return explained.filter((e) => inside(e.source));
  });
  return { stage, passes, notes: outcome.notes ?? [] };
}
