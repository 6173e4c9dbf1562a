import type { Ingested } from '../pipeline/types.ts';
import { bomCharset } from './charset.ts';
import { unpack } from './gunzip.ts';
import { readRecords } from './jsonl.ts';
import { type Format, formatOf, isText, magicOf, sniff } from './kind.ts';
import type { IngestOptions } from './options.ts';
import { excess, readPage, reject, sha256 } from './page.ts';

export { type IngestOptions, ingestDefaults, ingestOptions } from './options.ts';

/** Raised with every change of behaviour, like a stage's. */
export const ingestVersion = 2;

/**
 * Why a file of this size is not even read, or null. For the runner, which knows the size before it has the bytes.
 * (A packed file is judged unpacked, a file that holds several pages page by page.)
 */
export function tooLarge(bytes: number, path: string, options: IngestOptions): string | null {
  const max = isText(formatOf(path)) && !/\.gz$/i.test(path) ? options.maxBytes : options.maxFileBytes;
  return bytes > max ? excess(bytes, max) : null;
}

/** A file to read: as it lies on the disk, and looked through gzip. */
interface File {
  raw: Uint8Array;
  content: Uint8Array;
  options: IngestOptions;
}

type Reader = (file: File) => Promise<Ingested> | Ingested;

/** What reads a format that is no text. The libraries behind them are loaded when the first such file comes. */
const READERS: { [F in Format]?: Reader } = {
  jsonl: ({ content, options }) => readRecords(content, options),
};

/** The format by content, else by name; text where a name of a binary format lies (a server's error page, say). */
function formatFor(content: Uint8Array, path: string): Format | null {
  const named = formatOf(path);
  const found = sniff(content);
  if (found) return found;
  return named === 'pdf' || named === 'docx' || named === 'xlsx' || named === 'zip' ? null : named;
}

function readContent(file: File, path: string): Promise<Ingested> | Ingested {
  const { content, options } = file;
  if (content.every((b) => b <= 32)) return reject('empty');
  const format = formatFor(content, path);
  const reader = format && READERS[format];
  if (reader) return reader(file);
  const magic = bomCharset(content) ? null : magicOf(content);
  if (magic) return reject(`binary (${magic})`);
  const page = readPage(content, format, sha256(file.raw), options);
  return typeof page === 'string' ? reject(page) : { pages: [page], rejects: [] };
}

/**
 * Reads the bytes of one file: what it is, in which encoding, which pages it holds.
 *
 * Never throws for bad input: a file that is no text has no pages and one reject, a broken record of a file that holds
 * several is a reject among the pages of the others. Nothing is written anywhere, whatever names an archive holds.
 *
 * @param path only its name matters (`.html`, `.jsonl.gz`, …), and less than what the bytes tell; anything unknown is tried
 *   as plain text.
 */
export async function ingest(bytes: Uint8Array, path: string, options: IngestOptions): Promise<Ingested> {
  const refused = tooLarge(bytes.length, path, options);
  if (refused) return reject(refused);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const max = isText(formatOf(path)) ? options.maxBytes : options.maxFileBytes;
    const content = unpack(bytes, max, options.maxRatio);
    return typeof content === 'string' ? reject(content) : readContent({ raw: bytes, content, options }, path);
  }
  if (/\.gz$/i.test(path) && bytes.length) return reject('broken gzip: not a gzip file');
  return readContent({ raw: bytes, content: bytes, options }, path);
}
