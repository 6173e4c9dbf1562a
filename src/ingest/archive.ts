import type { Ingested, Note, Page } from '../pipeline/types.ts';
import { formatOf } from './kind.ts';
import { type Budget, type Member, readMember } from './zip.ts';

type ReadInner = (bytes: Uint8Array, name: string) => Promise<Ingested>;

const byCodeUnit = (a: Member, b: Member): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Whether the walk over a folder would take it: a known format, not hidden (nor what macOS adds). */
const isWanted = ({ name }: Member): boolean =>
  formatOf(name) !== null && !/(?:^|\/)(?:\.[^/.]|__MACOSX\/|node_modules\/)/.test(name);

/** `inner/list.jsonl#3`; a page of an archive inside has its own name there. */
function memberName(outer: string, page: Page): string {
  if (page.member !== undefined) return `${outer}/${page.member}`;
  return page.record === null ? outer : `${outer}#${page.record}`;
}

/**
 * Reads the members of an archive, in the order of their names, each like a file of its own.
 *
 * The record is the ordinal of the page (or of the reject) in that order; `member` names where it came from.
 */
export async function readArchive(
  members: readonly Member[],
  budget: Budget,
  notes: readonly Note[],
  read: ReadInner,
): Promise<Ingested> {
  const out: Ingested = { pages: [], rejects: [] };
  const wanted = members.filter(isWanted).sort(byCodeUnit);
  for (const member of wanted) {
    const bytes = await readMember(member, budget);
    const inner =
      typeof bytes === 'string'
        ? { pages: [], rejects: [{ record: null, reason: bytes }] }
        : await read(bytes, member.name);
    const from = out.pages.length + out.rejects.length;
    const items = [
      ...inner.pages.map((page) => ({ record: page.record ?? 0, page, reason: '' })),
      ...inner.rejects.map(({ record, reason }) => ({ record: record ?? 0, page: null, reason })),
    ].sort((a, b) => a.record - b.record);
    for (const [i, { page, record, reason }] of items.entries())
      if (page) out.pages.push({ ...page, record: from + i + 1, member: memberName(member.name, page) });
      else out.rejects.push({ record: from + i + 1, reason: `${member.name}${record ? `#${record}` : ''}: ${reason}` });
  }
  return finish(out, members.length - wanted.length, notes);
}

function finish({ pages, rejects }: Ingested, left: number, notes: readonly Note[]): Ingested {
  if (!pages.length && !rejects.length)
    return { pages, rejects: [{ record: null, reason: 'no file in the archive that can be read' }] };
  const all = [...notes];
  if (left) all.push({ level: 'info', code: 'ingest/archive', text: `${left} files of other kinds left out` });
  const [first, ...rest] = pages;
  if (first && all.length) return { pages: [{ ...first, notes: [...first.notes, ...all] }, ...rest], rejects };
  return { pages, rejects };
}
