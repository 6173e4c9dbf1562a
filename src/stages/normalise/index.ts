import type { EachStage } from '../../pipeline/types.ts';
import { amend } from '../../text/amend.ts';
import { simplify } from '../../text/convert.ts';
import { Draft, type Edit } from '../../text/edits.ts';
import { findJoins } from './lines.ts';
import { findPageNumbers } from './page-numbers.ts';
import { findItems, findParagraphs } from './paragraphs.ts';
import { findDoubled, findInFigures, findPunctuation } from './punctuation.ts';
import { findQuotes } from './quotes.ts';
import { findBreaks, findCuts, findSpace } from './space.ts';
import { idlePasses } from './tidy.ts';
import { findWidth } from './width.ts';

type Options = { simplify: boolean; layout: boolean };

type Pass = (text: string) => Edit[];

/** What one pass lays open another may have to deal with (a joined line, a paragraph set free); three rounds nearly always suffice. */
const ROUNDS = 12;
const toSimplified: Pass = (text) => simplify(text).edits;

function passesOf({ simplify: convert, layout }: Options): Pass[] {
  return [
    ...(convert ? [toSimplified] : []),
    findBreaks,
    findWidth,
    ...(layout ? [findParagraphs, findPageNumbers] : []),
    findSpace,
    findCuts,
    findPunctuation,
    findInFigures,
    findDoubled,
    findQuotes,
    findSpace,
    ...(layout ? [findJoins, findItems] : []),
  ];
}

/** Rounds of all passes until nothing changes. A pass that found nothing is not run again before the text is another. */
function settle(draft: Draft, passes: readonly Pass[]): void {
  const idle = new Set<Pass>();
  for (let round = 0; round < ROUNDS && !passes.every((find) => idle.has(find)); round++) {
    if (round) for (const find of idlePasses(draft.text)) idle.add(find);
    for (const find of passes) {
      if (idle.has(find)) continue;
      const before = draft.text;
      draft.pass(find);
      if (draft.text !== before) idle.clear();
      else idle.add(find);
    }
  }
}

/** Simplified characters, one form of width and punctuation, one line a paragraph. See README.md. */
export const normalise: EachStage<Options> = {
  kind: 'each',
  name: 'normalise',
  version: 7,
  summary: 'convert to simplified characters, one form of punctuation, and one line a paragraph',
  defaults: { simplify: true, layout: true },
  options: {
    simplify: { summary: 'convert traditional to simplified characters' },
    layout: { summary: 'join hard-wrapped lines, heal false headings, take out page numbers, restore paragraphs' },
  },
  apply(doc, options) {
    const draft = new Draft(doc.text);
    settle(draft, passesOf(options));
    // What markup said of the page (title, publisher) is text like the rest.
    const plain = (text: string): string => (options.simplify ? simplify(text).text : text);
    return {
      passes: draft.passes,
      title: doc.title === null ? null : plain(doc.title),
      amend: amend(doc.meta, plain),
    };
  },
};
