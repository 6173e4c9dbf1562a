import { ingest, ingestDefaults } from '../../src/ingest/index.ts';
import type { Page } from '../../src/pipeline/types.ts';
import { applyPasses } from '../../src/text/edits.ts';

/** The text that ingest leaves of a page. */
export const textOf = (page: Page): string => applyPasses(page.decoded, page.passes);

/** Ingests a file given as text (UTF-8) or bytes; the test fails if it is not exactly one page. */
export function one(content: string | Uint8Array, path = 'x.html', options = {}): Page & { text: string } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { pages, rejects } = ingest(bytes, path, { ...ingestDefaults, ...options });
  if (pages.length !== 1) throw new Error(`${pages.length} pages, ${JSON.stringify(rejects)}`);
  return { ...pages[0]!, text: textOf(pages[0]!) };
}

/** Reasons for which nothing of a file was read. */
export function refused(content: string | Uint8Array, path = 'x.txt', options = {}): string[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { pages, rejects } = ingest(bytes, path, { ...ingestDefaults, ...options });
  if (pages.length) throw new Error('was read');
  return rejects.map((r) => r.reason);
}
