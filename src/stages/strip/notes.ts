import { documentNotes, type FoundNotes } from '../../text/document-notes.ts';
import type { Line } from './cuts.ts';

/** What the document says of what is attached and who may see it; `body` is the index of the text's first line. */
export function notesOf(lines: readonly Line[], body: number): FoundNotes {
  const held = lines.filter((l) => l.kind !== 'blank');
  return documentNotes(held, held.indexOf(lines[body]!));
}
