import type { EachStage, Note } from '../../pipeline/types.ts';
import { amend } from '../../text/amend.ts';
import { Draft, type Edit } from '../../text/edits.ts';
import { OffsetMap } from '../../text/offsets.ts';
import { findCharacters } from './characters.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findGlosses } from './gloss.ts';
import { nextSite } from './marks.ts';
import { findMarkup } from './markup.ts';
import { findMojibake } from './mojibake.ts';
import { findShifts } from './shift.ts';

/** Three rounds do nearly always: the second finds nothing more that is sure, the third nothing at all. */
const ROUNDS = 6;

/** A repaired text, with how it came about. */
interface Repaired {
  text: string;
  /** Lists of edits, each applied to the result of the one before; their rules start with `repair/`. */
  passes: Edit[][];
  /** What was found but could not be undone (`repair/open`), with offsets in the text that was given. */
  notes: Note[];
}

/**
 * Undoes damage to the characters of a text and leaves all else alone. A second run changes nothing.
 *
 * The order follows the damage backwards: a wrong encoding lies over everything. Then the bytes: whatever folds, converts
 * or deletes a character destroys what the undoing of a shift needs. Glosses come last, when every character is itself.
 */
export function repairText(text: string): Repaired {
  const draft = new Draft(text);
  let notes: Note[] = [];
  const marked: Note[] = [];
  let damaged = false;
  let inPart = false;
  let first: Evidence | undefined;
  // What is repaired tells more about what is not yet: once more, until nothing changes. Then what is known only in part.
  for (let round = 0; round < ROUNDS; round++) {
    const passes = draft.passes.length;
    draft.pass(findMojibake);
    notes = [];
    if (nextSite(draft.text, 0) >= 0) {
      const evidence = gatherEvidence(draft.text, inPart ? first : undefined);
      first ??= evidence;
      const shifts = findShifts(draft.text, evidence, inPart);
      notes = atSource(shifts.notes, text.length, draft.passes);
      marked.push(...atSource(shifts.marked, text.length, draft.passes));
      draft.pass(() => shifts.edits);
      damaged ||= shifts.edits.length > 0;
    }
    draft
      .pass(findMarkup)
      .pass(findCharacters)
      .pass((t) => findGlosses(t, damaged));
    if (passes < draft.passes.length) continue;
    if (inPart || !notes.length || !first?.damaged) break;
    inPart = true;
  }
  return { text: draft.text, passes: draft.passes, notes: [...marked, ...notes] };
}

/** Moves notes from the text that `passes` made to the one they were made from. */
function atSource(notes: Note[], length: number, passes: readonly Edit[][]): Note[] {
  if (!notes.length || !passes.length) return notes;
  const map = passes.reduce((m, edits) => m.after(edits), OffsetMap.identity(length));
  return notes.map((note) => {
    const [start, end] = map.source(note.start ?? 0, note.end ?? 0);
    return { ...note, start, end };
  });
}

export const repair: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'repair',
  version: 10,
  summary: 'undo damage to characters: byte shifts, pinyin glosses, wrong encodings, leaked markup',
  defaults: {},
  options: {},
  apply(doc) {
    const { passes, notes } = repairText(doc.text);
    // What markup said of the page (title, publisher) went through the same hands.
    const plain = (text: string): string => repairText(text).text;
    return {
      passes,
      notes,
      title: doc.title === null ? null : plain(doc.title),
      amend: amend(doc.meta, plain),
    };
  },
};
