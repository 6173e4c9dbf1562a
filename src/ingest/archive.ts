import type { Note, Page, Piece } from '../pipeline/types.ts';
import { formatOf, holdsPage, mayBePage } from './kind.ts';
import { type Budget, type Member, readMember } from './zip.ts';

type ReadInner = (bytes: Uint8Array, name: string) => AsyncIterable<Piece>;

const byCodeUnit = (a: Member, b: Member): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Whether the walk over a folder would take it: a known format, not hidden (nor what macOS adds). */
const isWanted = ({ name }: Member): boolean =>
  (formatOf(name) !== null || mayBePage(name)) && !/(?:^|\/)(?:\.[^/.]|__MACOSX\/|node_modules\/)/.test(name);

/** `inner/list.jsonl#3`; a page of an archive inside has its own name there. */
function memberName(outer: string, page: Page): string {
  if (page.member !== undefined) return `${outer}/${page.member}`;
  return page.record === null ? outer : `${outer}#${page.record}`;
}

/** The pieces of one member. */
async function* readOne(member: Member, budget: Budget, read: ReadInner): AsyncGenerator<Piece> {
  const bytes = await readMember(member, budget);
  if (typeof bytes === 'string') yield { record: null, reason: bytes };
  // Only what it holds tells such a page from a program, or from anything without an ending.
  else if (formatOf(member.name) === null && !holdsPage(bytes)) return;
  else yield* read(bytes, member.name);
}

/**
 * Reads the members of an archive, in the order of their names, each like a file of its own.
 *
 * The record is the ordinal of the page (or of the reject) in that order; `member` names where it came from.
 *
 * @param broken why there may have been more members.
 */
export async function* readArchive(
  members: readonly Member[],
  budget: Budget,
  notes: readonly Note[],
  broken: string | null,
  read: ReadInner,
): AsyncGenerator<Piece> {
  const wanted = members.filter(isWanted).sort(byCodeUnit);
  const left = members.length - wanted.length;
  let told: Note[] = [...notes];
  if (left) told.push({ level: 'info', code: 'ingest/archive', text: `${left} files of other kinds left out` });
  let record = 0;
  for (const member of wanted)
    for await (const piece of readOne(member, budget, read)) {
      record++;
      if ('reason' in piece) {
        yield { record, reason: `${member.name}${piece.record ? `#${piece.record}` : ''}: ${piece.reason}` };
        continue;
      }
      yield { ...piece, record, member: memberName(member.name, piece), notes: [...piece.notes, ...told] };
      // What is to say of the archive is said once.
      told = [];
    }
  if (broken) yield { record: record + 1, reason: broken };
  else if (!record) yield { record: null, reason: 'no file in the archive that can be read' };
}
