import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ingestPieces } from '../ingest/index.ts';
import type { StoredOutcome, StoredPage } from '../store/store.ts';
import { type Advance, advance } from './advance.ts';
import { makePlan, type Plan, type PlanJson } from './load.ts';
import { pageUid } from './replay.ts';
import type { Page } from './types.ts';

/** A file to make pages of. */
export interface IngestTask {
  path: string;
  bytes: Uint8Array;
}

/** Stored pages to take through the stages; see `advance`. */
export interface AdvanceTask {
  pages: StoredPage[];
  stored: StoredOutcome[];
  until: number;
}

/** Some of what a file held. */
export interface Pieces {
  pages: StoredPage[];
  rejects: { record: number | null; reason: string }[];
}

export type Request = { ingest: IngestTask } | { advance: AdvanceTask } | { more: true };
export type Answer = { ready: true } | { part: Pieces } | { done: Advance | null } | { error: string };

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

async function serve(port: MessagePort, request: Request, plan: Plan): Promise<void> {
  const say = (answer: Answer): void => port.postMessage(answer);
  if ('advance' in request) {
    const { pages, stored, until } = request.advance;
    say({ done: advance(pages, plan, until, stored) });
  } else if ('ingest' in request) {
    for await (const part of readParts(request.ingest, plan)) {
      say({ part });
      // Until this part is written there is no room for the next: `more` is the answer.
      await once(port, 'message');
    }
    say({ done: null });
  }
}

if (parentPort) {
  const port = parentPort;
  const plan = makePlan(workerData as PlanJson);
  port.on('message', (request: Request) => {
    serve(port, request, plan).catch((e: Error) =>
      port.postMessage({ error: `${e.name}: ${e.message}` } satisfies Answer),
    );
  });
  port.postMessage({ ready: true } satisfies Answer);
}
