import type { EachStage } from '../../pipeline/types.ts';
import { amend } from '../../text/amend.ts';
import { simplify } from '../../text/convert.ts';
import { Draft } from '../../text/edits.ts';
import { findJoins } from './lines.ts';
import { findPageNumbers } from './page-numbers.ts';
import { findItems, findParagraphs } from './paragraphs.ts';
import { findDoubled, findInFigures, findPunctuation } from './punctuation.ts';
import { findQuotes } from './quotes.ts';
import { findBreaks, findCuts, findSpace } from './space.ts';
import { findWidth } from './width.ts';

type Options = { simplify: boolean; layout: boolean };

/** What one pass lays open another may have to deal with (a joined line, a paragraph set free); three rounds always sufficed. */
const ROUNDS = 4;

function round(draft: Draft, { simplify: convert, layout }: Options): void {
  if (convert) draft.pass((text) => simplify(text).edits);
  draft.pass(findBreaks).pass(findWidth);
  if (layout) draft.pass(findParagraphs).pass(findPageNumbers);
  draft
    .pass(findSpace)
    .pass(findCuts)
    .pass(findPunctuation)
    .pass(findInFigures)
    .pass(findDoubled)
    .pass(findQuotes)
    .pass(findSpace);
  if (layout) draft.pass(findJoins).pass(findItems);
}

/** Simplified characters, one form of width and punctuation, one line a paragraph. See README.md. */
export const normalise: EachStage<Options> = {
  kind: 'each',
  name: 'normalise',
  version: 5,
  summary: 'convert to simplified characters, one form of punctuation, and one line a paragraph',
  defaults: { simplify: true, layout: true },
  options: {
    simplify: { summary: 'convert traditional to simplified characters' },
    layout: { summary: 'join hard-wrapped lines, heal false headings, take out page numbers, restore paragraphs' },
  },
  apply(doc, options) {
    const draft = new Draft(doc.text);
    for (let n = 0; n < ROUNDS; n++) {
      const before = draft.text;
      round(draft, options);
      if (draft.text === before) break;
    }
    // What markup said of the page (title, publisher) is text like the rest.
    const plain = (text: string): string => (options.simplify ? simplify(text).text : text);
    return {
      passes: draft.passes,
      title: doc.title === null ? null : plain(doc.title),
      amend: amend(doc.meta, plain),
    };
  },
};
