import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { StoredOutcome, StoredPage } from '../store/store.ts';
import { type Advance, advance } from './advance.ts';
import { makePlan, type Pipeline, type Plan } from './load.ts';
import { type IngestTask, type Pieces, readParts } from './read.ts';

/** Stored pages to take through the stages; see `advance`. */
export interface AdvanceTask {
  pages: StoredPage[];
  stored: StoredOutcome[];
  until: number;
}

export type Request = { ingest: IngestTask } | { advance: AdvanceTask } | { more: true };
export type Answer = { ready: true } | { part: Pieces } | { done: Advance | null } | { error: string };

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
  const plan = makePlan(workerData as Pipeline);
  port.on('message', (request: Request) => {
    serve(port, request, plan).catch((e: Error) =>
      port.postMessage({ error: `${e.name}: ${e.message}` } satisfies Answer),
    );
  });
  port.postMessage({ ready: true } satisfies Answer);
}
