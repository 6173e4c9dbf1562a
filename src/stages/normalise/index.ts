import type { EachStage } from '../../pipeline/types.ts';
import { amend } from '../../text/amend.ts';
import { simplify } from '../../text/convert.ts';
import { Draft } from '../../text/edits.ts';
import { type Options, passesOf, settle } from './passes.ts';

/** Simplified characters, one form of width and punctuation, one line a paragraph. See README.md. */
export const normalise: EachStage<Options> = {
  kind: 'each',
  name: 'normalise',
  version: 15,
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
