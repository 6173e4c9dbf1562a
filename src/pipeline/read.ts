import { ingestPieces } from '../ingest/index.ts';
import type { StoredPage } from '../store/store.ts';
import type { Plan } from './load.ts';
import { pageUid } from './replay.ts';
import type { Page } from './types.ts';

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

/** The pages of a file in parts; the last may be empty. */
export async function* readParts({ path, bytes }: IngestTask, plan: Plan): AsyncGenerator<Pieces> {
  let part: Pieces = { pages: [], rejects: [] };
  let size = 0;
  for await (const piece of ingestPieces(bytes, path, plan.ingest)) {
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

/** Halves of surrogate pairs, as broken JSON escapes hold them, cannot be stored: they become U+FFFD. */
function wellFormed(page: Page): Page {
  if (page.decoded.isWellFormed() && (page.title ?? '').isWellFormed()) return page;
  return { ...page, decoded: page.decoded.toWellFormed(), title: page.title?.toWellFormed() ?? null };
}
