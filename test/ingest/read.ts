import { ingest, ingestDefaults } from '../../src/ingest/index.ts';
import type { Ingested, Page } from '../../src/pipeline/types.ts';
import { applyPasses } from '../../src/text/edits.ts';

/** The text that ingest leaves of a page. */
export const textOf = (page: Page): string => applyPasses(page.decoded, page.passes);

/** Ingests a file given as text (UTF-8) or bytes. */
export const read = (content: string | Uint8Array, path: string, options = {}): Promise<Ingested> =>
  ingest(typeof content === 'string' ? new TextEncoder().encode(content) : content, path, {
    ...ingestDefaults,
    ...options,
  });

/** The one page of a file; the test fails if it is not exactly one. */
export async function one(
  content: string | Uint8Array,
  path = 'x.html',
  options = {},
): Promise<Page & { text: string }> {
  const { pages, rejects } = await read(content, path, options);
  if (pages.length !== 1) throw new Error(`${pages.length} pages, ${JSON.stringify(rejects)}`);
  return { ...pages[0]!, text: textOf(pages[0]!) };
}

/** Reasons for which nothing of a file was read. */
export async function refused(content: string | Uint8Array, path = 'x.txt', options = {}): Promise<string[]> {
  const { pages, rejects } = await read(content, path, options);
  if (pages.length) throw new Error('was read');
  return rejects.map((r) => r.reason);
}
