import { createHash } from 'node:crypto';
import type { Ingested, Note, Page } from '../pipeline/types.ts';
import { Draft } from '../text/edits.ts';
import { bomCharset, declaredCharset, decode } from './charset.ts';
import { megabytes, unpack } from './gunzip.ts';
import { readHtml } from './html/index.ts';
import { readRecords } from './jsonl.ts';
import { type Format, formatOf, hasTags, looksLikeHtml, magicOf } from './kind.ts';
import { readMarkdown } from './markdown.ts';
import type { IngestOptions } from './options.ts';
import { plainEdits } from './plain.ts';

export { type IngestOptions, ingestDefaults, ingestOptions } from './options.ts';

/** Raised with every change of behaviour, like a stage's. */
export const ingestVersion = 1;

const reject = (reason: string): Ingested => ({ pages: [], rejects: [{ record: null, reason }] });

/**
 * Why a file of this size is not even read, or null. For the runner, which knows the size before it has the bytes.
 * (A packed file is judged unpacked.)
 */
export function tooLarge(bytes: number, path: string, options: IngestOptions): string | null {
  const max =
    formatOf(path) === 'jsonl' ? options.maxFileBytes : /\.gz$/i.test(path) ? options.maxFileBytes : options.maxBytes;
  return bytes > max ? `too large (${megabytes(bytes)} > ${megabytes(max)})` : null;
}

/** Markup where the name says text, text where the name says markup: the content decides. */
function actualFormat(named: Format | null, text: string): Format {
  if (named === 'html') return hasTags(text) ? 'html' : 'txt';
  if (named !== 'md' && looksLikeHtml(text)) return 'html';
  return named ?? 'txt';
}

function readText(
  decoded: string,
  format: Format,
  options: IngestOptions,
): Pick<Page, 'passes' | 'title' | 'meta' | 'url' | 'notes'> {
  if (format === 'html') return readHtml(decoded, options.main);
  if (format === 'md') return readMarkdown(decoded);
  return { passes: new Draft(decoded).pass(plainEdits).passes, title: null, meta: {}, url: null, notes: [] };
}

const isBlank = (text: string): boolean => !/[^\s\0-\x1f\ufeff\u200b]/.test(text);

function readPage(bytes: Uint8Array, named: Format | null, sha256: string, options: IngestOptions): Ingested {
  const decoded = decode(bytes, named === 'md' ? null : declaredCharset(bytes));
  if (!decoded) return reject('binary (no encoding fits)');
  const { text, charset } = decoded;
  if (isBlank(text)) return reject('empty');
  const format = actualFormat(named, text);
  const notes: Note[] = [...decoded.notes];
  if (named && format !== named)
    notes.push({ level: 'info', code: 'ingest/format', text: `named ${named}, is ${format}` });
  const read = readText(text, format, options);
  const page: Page = { record: null, decoded: text, ...read, charset, sha256, notes: [...notes, ...read.notes] };
  const cut = read.passes.reduce(
    (sum, edits) => edits.reduce((n, e) => n - (e.end - e.start) + e.insert.length, sum),
    text.length,
  );
  return cut > 0 ? { pages: [page], rejects: [] } : reject('no text');
}

/**
 * Reads the bytes of one file: what it is, in which encoding, which pages it holds.
 *
 * Never throws for bad input: a file that is no text has no pages and one reject, a broken record of a JSONL file is a
 * reject among the pages of the others.
 *
 * @param path only its name matters (`.html`, `.jsonl.gz`, …); anything unknown is tried as plain text.
 */
export function ingest(bytes: Uint8Array, path: string, options: IngestOptions): Ingested {
  const format = formatOf(path);
  const refused = tooLarge(bytes.length, path, options);
  if (refused) return reject(refused);
  let content = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = unpack(bytes, format === 'jsonl' ? options.maxFileBytes : options.maxBytes);
    if (typeof unpacked === 'string') return reject(unpacked);
    content = unpacked;
  } else if (/\.gz$/i.test(path) && bytes.length) return reject('broken gzip: not a gzip file');
  if (content.every((b) => b <= 32)) return reject('empty');
  const magic = bomCharset(content) ? null : magicOf(content);
  if (magic) return reject(`binary (${magic})`);
  if (format === 'jsonl') return readRecords(content, options, (text, f) => readText(text, f, options));
  if (content.length > options.maxBytes)
    return reject(`too large (${megabytes(content.length)} > ${megabytes(options.maxBytes)})`);
  return readPage(content, format, createHash('sha256').update(bytes).digest('hex'), options);
}
