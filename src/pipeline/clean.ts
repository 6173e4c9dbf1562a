import type { Figure, Found, Point, Slogan } from '../export/article.ts';
import { extractText, stages } from '../stages/index.ts';
import { applyPasses, type Edit } from '../text/edits.ts';
import { codePointIndex } from '../text/offsets.ts';
import { inCodePoints } from './assemble.ts';
import { startState } from './replay.ts';
import type { Doc, Json, Note, Outcome } from './types.ts';

/** What a text stage did to a text. */
export interface Cleaned {
  text: string;
  /** Lists of edits, each applied to the result of the one before. */
  passes: Edit[][];
  notes: Note[];
}

/** What `extract` finds in an article. Offsets in code points. */
export interface Findings {
  points: Found<Point>[];
  slogans: Found<Slogan>[];
  figures: Found<Figure>[];
}

/** A text of one's own as a document, for stages that are used as functions. */
function bareDoc(text: string): Doc {
  const page = {
    record: null,
    decoded: text,
    passes: [],
    title: null,
    meta: {},
    url: null,
    charset: null,
    sha256: '',
    notes: [],
  };
  return startState('-', page, '').doc;
}

function applyStage(name: string, doc: Doc): Outcome {
  const stage = stages.get(name);
  if (stage?.kind !== 'each') throw new TypeError(`no local stage '${name}'`);
  return stage.apply(doc, stage.defaults);
}

/** Runs a text stage with its default options over a text. */
export function cleanWith(name: string, text: string): Cleaned {
  const { passes = [], notes = [] } = applyStage(name, bareDoc(text));
  return { text: applyPasses(text, passes), passes, notes };
}

/** What is in a text, however short: that a page is none (a wall, an error) is for the pipeline to say. */
export function extractArticle(text: string, about: { title?: string | null; published?: string | null }): Findings {
  const found = extractText(text, { title: about.title ?? null, published: about.published ?? null });
  return inCodePoints(found as unknown as Json, codePointIndex(text)) as unknown as Findings;
}
