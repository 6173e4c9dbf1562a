import { simplify } from '../../text/convert.ts';
import type { Draft, Edit } from '../../text/edits.ts';
import { findChunks } from './chunks.ts';
import { findGluedTitles } from './glued-titles.ts';
import { findJumps } from './jumps.ts';
import { findJoins } from './lines.ts';
import { findPageNumbers } from './page-numbers.ts';
import { findItems, findParagraphs } from './paragraphs.ts';
import { findDoubled, findInFigures, findPunctuation } from './punctuation.ts';
import { findQuotes } from './quotes.ts';
import { findBreaks, findCuts, findSpace } from './space.ts';
import {
  BREAKS,
  CUTS,
  DOUBLED,
  FIGURES,
  INDENTS,
  ITEMS,
  PAGE_NUMBERS,
  PUNCTUATION,
  QUOTES,
  SPACE,
  survey,
  surveyEdited,
  WIDTH,
} from './survey.ts';
import { findWidth } from './width.ts';
import { findWraps } from './wraps.ts';

export type Options = { simplify: boolean; layout: boolean };

/** A search, and what the text must hold for it to find anything. */
interface Pass {
  run(draft: Draft): void;
  needs?: number;
}

function pass(find: (text: string) => Edit[], needs?: number): Pass {
  return { run: (draft) => draft.pass(find), ...(needs && { needs }) };
}

/** What one pass lays open another may have to deal with (a joined line, a paragraph set free); three rounds nearly always suffice. */
const ROUNDS = 12;
const TO_SIMPLIFIED: Pass = { run: (draft) => draft.take(simplify(draft.text)) };
const IN_SPACE = pass(findSpace, SPACE);

/** What is looked for in each round, in this order. */
export function passesOf({ simplify: convert, layout }: Options): Pass[] {
  return [
    ...(convert ? [TO_SIMPLIFIED] : []),
    pass(findBreaks, BREAKS),
    pass(findWidth, WIDTH),
    ...(layout
      ? [
          pass(findChunks),
          pass(findWraps),
          pass(findParagraphs, INDENTS),
          pass(findPageNumbers, PAGE_NUMBERS),
          pass(findJumps, PAGE_NUMBERS),
        ]
      : []),
    IN_SPACE,
    pass(findCuts, CUTS),
    pass(findPunctuation, PUNCTUATION),
    pass(findInFigures, FIGURES),
    pass(findDoubled, DOUBLED),
    pass(findQuotes, QUOTES),
    IN_SPACE,
    ...(layout ? [pass(findJoins), pass(findItems, ITEMS), pass(findGluedTitles)] : []),
  ];
}

/** Rounds of all passes until nothing changes. A pass that found nothing is not run again before the text is another. */
export function settle(draft: Draft, passes: readonly Pass[]): void {
  const idle = new Set<Pass>();
  let seen: number | undefined;
  for (let round = 0; round < ROUNDS && !passes.every((pass) => idle.has(pass)); round++) {
    for (const pass of passes) {
      if (idle.has(pass)) continue;
      if (pass.needs) seen ??= survey(draft.text);
      const before = draft.text;
      if (!pass.needs || seen! & pass.needs) pass.run(draft);
      if (draft.text === before) idle.add(pass);
      else {
        idle.clear();
        if (seen !== undefined) seen = (seen & ~(pass.needs ?? 0)) | surveyEdited(draft.text, draft.passes.at(-1)!);
      }
    }
  }
}
