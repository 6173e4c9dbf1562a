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

/** What is waiting for room for its next part. */
let goOn: (() => void) | null = null;

async function serve(port: MessagePort, request: Request, plan: Plan): Promise<void> {
  const say = (answer: Answer, move: ArrayBuffer[] = []): void => port.postMessage(answer, move);
  if ('more' in request) {
    goOn?.();
    goOn = null;
  } else if ('advance' in request) {
    const { pages, stored, until } = request.advance;
    const done = advance(pages, plan, until, stored);
    say({ done }, buffersOf(done));
  } else {
    for await (const part of readParts(request.ingest, plan)) {
      // Until this part is written there is no room for the next: `more` is the answer.
      const written = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      say({ part });
      await written;
    }
    say({ done: null });
  }
}

/** The long texts of what was done, which are moved, not copied. */
function buffersOf({ outcomes, articles }: Advance): ArrayBuffer[] {
  const texts: unknown[] = [...outcomes.map((o) => o.outcome), ...articles.flatMap((a) => Object.values(a))];
  return texts.flatMap((text) => (text instanceof Uint8Array ? [text.buffer as ArrayBuffer] : []));
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
