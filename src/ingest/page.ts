import { createHash } from 'node:crypto';
import type { Ingested, Note, Page } from '../pipeline/types.ts';
import { Draft } from '../text/edits.ts';
import { declaredCharset, decode } from './charset.ts';
import { megabytes } from './gunzip.ts';
import { readHtml } from './html/index.ts';
import { type Format, hasTags, looksLikeHtml } from './kind.ts';
import { readMarkdown } from './markdown.ts';
import type { IngestOptions } from './options.ts';
import { plainEdits } from './plain.ts';

/** Nothing of a file could be read, and why. */
export const reject = (reason: string): Ingested => ({ pages: [], rejects: [{ record: null, reason }] });

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `too large (80 MB > 64 MB)` */
export const excess = (bytes: number, max: number): string => `too large (${megabytes(bytes)} > ${megabytes(max)})`;

const isBlank = (text: string): boolean => !/[^\s\0-\x1f\ufeff\u200b]/.test(text);

type Read = Pick<Page, 'passes' | 'title' | 'meta' | 'url' | 'notes' | 'cut' | 'origins'>;

/** Decoded text of a format to plain text. */
export function readText(decoded: string, format: Format, options: IngestOptions): Read {
  if (format === 'html') return readHtml(decoded, options.main);
  if (format === 'md') return readMarkdown(decoded);
  return { passes: new Draft(decoded).pass(plainEdits).passes, title: null, meta: {}, url: null, notes: [] };
}

/** Markup where the name says text, text where the name says markup: the content decides. */
function actualFormat(named: Format | null, text: string): Format {
  if (named === 'html') return hasTags(text) ? 'html' : 'txt';
  if (named !== 'md' && looksLikeHtml(text)) return 'html';
  return named === 'md' ? 'md' : 'txt';
}

/** How many characters the passes leave of a text. */
export function lengthAfter(text: string, passes: Page['passes']): number {
  return passes.reduce(
    (sum, edits) => edits.reduce((n, e) => n - (e.end - e.start) + e.insert.length, sum),
    text.length,
  );
}

/**
 * Bytes of one text page: found encoding, found format, plain text.
 *
 * @param declared the encoding that an envelope tells (an HTTP or MIME header); it goes before what the page itself says.
 * @returns the page, be there any text on it or not; or the reason why there is none.
 */
export function readPage(
  bytes: Uint8Array,
  named: Format | null,
  sha: string,
  options: IngestOptions,
  declared: string | null = null,
): Page | string {
  if (bytes.length > options.maxBytes) return excess(bytes.length, options.maxBytes);
  const decoded = decode(bytes, declared ?? (named === 'md' ? null : declaredCharset(bytes)));
  if (!decoded) return 'binary (no encoding fits)';
  const { text, charset } = decoded;
  if (isBlank(text)) return 'empty';
  const format = actualFormat(named, text);
  const notes: Note[] = [...decoded.notes];
  if (named && format !== named)
    notes.push({ level: 'info', code: 'ingest/format', text: `named ${named}, is ${format}` });
  const read = readText(text, format, options);
  return { record: null, decoded: text, ...read, charset, sha256: sha, notes: [...notes, ...read.notes] };
}

/** A page of text that was taken out of a document of another kind (DOCX, PDF). */
export function documentPage(
  text: string,
  title: string | null,
  notes: readonly Note[],
  sha: string,
  options: IngestOptions,
): Ingested {
  if (isBlank(text)) return reject('no text');
  // Three bytes a character, as Chinese has in UTF-8.
  if (text.length * 3 > options.maxBytes) return reject(excess(text.length * 3, options.maxBytes));
  const read = readText(text, 'txt', options);
  const page: Page = { record: null, decoded: text, ...read, title, charset: null, sha256: sha, notes: [...notes] };
  if (title) page.origins = { title: { from: 'style Title' } };
  return { pages: [page], rejects: [] };
}
