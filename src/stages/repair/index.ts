import type { EachStage, Note } from '../../pipeline/types.ts';
import { Draft, type Edit } from '../../text/edits.ts';
import { gatherEvidence } from './evidence.ts';
import { findGlosses } from './gloss.ts';
import { nextSite } from './marks.ts';
import { findShifts } from './shift.ts';

/** A repaired text, with how it came about. */
export interface Repaired {
  text: string;
  passes: Edit[][];
  notes: Note[];
}

/**
 * Undoes damage to the characters of a text and leaves all else alone: lists of edits, each applied to the result of
 * the one before.
 */
export function repairText(text: string): Repaired {
  const draft = new Draft(text);
  const notes: Note[] = [];
  // Bytes first: whatever folds, converts or deletes a character destroys what the undoing of a shift needs.
  if (nextSite(draft.text, 0) >= 0) {
    const { edits, notes: open } = findShifts(draft.text, gatherEvidence(draft.text));
    draft.pass(() => edits);
    notes.push(...open);
  }
  draft.pass((t) => findGlosses(t));
  return { text: draft.text, passes: draft.passes, notes };
}

export const repair: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'repair',
  version: 1,
  summary: 'undo damage to characters: byte shifts, pinyin glosses, wrong encodings, leaked markup',
  defaults: {},
  options: {},
  apply(doc) {
    const { passes, notes } = repairText(doc.text);
    return { passes, notes };
  },
};
