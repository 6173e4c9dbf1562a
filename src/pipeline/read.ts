import { ingestPieces } from '../ingest/index.ts';
import type { StoredPage } from '../store/store.ts';
import type { Plan } from './load.ts';
import { pageUid } from './replay.ts';
import type { Page, Piece } from './types.ts';

/** A file to make pages of. */
export interface IngestTask {
  path: string;
  bytes: Uint8Array;
}

/** Some of what a file held. */
export interface Pieces {
  pages: StoredPage[];
  rejects: { record: number | null; reason: string }[];
}

/** Characters of pages that are sent at once. A file may hold a million records; they are never all in memory. */
const PART = 2_000_000;

/** Everything that a file holds. No reader is known to throw; one that does costs the rest of its file, not the run. */
async function* piecesOf({ path, bytes }: IngestTask, plan: Plan): AsyncGenerator<Piece> {
  try {
    yield* ingestPieces(bytes, path, plan.ingest);
  } catch (e) {
    yield { record: null, reason: thrown(e as Error) };
  }
}

/** The pages of a file in parts; the last may be empty. */
export async function* readParts(task: IngestTask, plan: Plan): AsyncGenerator<Pieces> {
  const { path } = task;
  let part: Pieces = { pages: [], rejects: [] };
  let size = 0;
  for await (const piece of piecesOf(task, plan)) {
    if ('reason' in piece) part.rejects.push(piece);
    else part.pages.push({ uid: pageUid(path, piece.record), path, page: wellFormed(piece) });
    size += 'reason' in piece ? 100 : piece.decoded.length;
    if (size < PART) continue;
    yield part;
    part = { pages: [], rejects: [] };
    size = 0;
  }
  yield part;
}

/** What was thrown, as the reason why a document is set aside. */
export const thrown = ({ name, message }: Error): string => `${name}: ${message}`.split('\n')[0]!.slice(0, 500);

/** Halves of surrogate pairs, as broken JSON escapes hold them, cannot be stored: they become U+FFFD. */
function wellFormed(page: Page): Page {
  if (page.decoded.isWellFormed() && (page.title ?? '').isWellFormed()) return page;
  return { ...page, decoded: page.decoded.toWellFormed(), title: page.title?.toWellFormed() ?? null };
}
