import type { Ingested, Note, Piece } from '../pipeline/types.ts';
import { readArchive } from './archive.ts';
import { bomCharset } from './charset.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { readArticle } from './embedded.ts';
import { looksLikeFeed, readFeed } from './feed.ts';
import { unpack, unpackSome } from './gunzip.ts';
import { isSpread, looksLikeJson, readJson, unwrapCall, whyNoPage } from './json.ts';
import { readRecords } from './jsonl.ts';
import { type Format, formatOf, holdsPage, isText, magicOf, mayBePage, sniff } from './kind.ts';
import { readMhtml } from './mhtml.ts';
import type { IngestOptions } from './options.ts';
import { excess, reject, sha256 } from './page.ts';
import { readPdf } from './pdf.ts';
import { tarMembers } from './tar.ts';
import { readWarc } from './warc.ts';
import { readXlsx } from './xlsx.ts';
import { type Budget, type Member, zipMembers } from './zip.ts';

export { type IngestOptions, ingestDefaults, ingestOptions } from './options.ts';

/** Raised with every change of behaviour, like a stage's. */
export const ingestVersion = 17;

/**
 * Why a file of this size is not even read, or null. For the runner, which knows the size before it has the bytes.
 * (A packed file is judged unpacked, a file that holds several pages page by page.)
 */
export function tooLarge(bytes: number, path: string, options: IngestOptions): string | null {
  const max = isText(formatOf(path)) && !/\.gz$/i.test(path) ? options.maxBytes : options.maxFileBytes;
  return bytes > max ? excess(bytes, max) : null;
}

/** A file to read: as it lies on the disk or in an archive, and looked through gzip. */
interface File {
  raw: Uint8Array;
  content: Uint8Array;
  /** Why `content` is not all of it. */
  broken: string | null;
  options: IngestOptions;
  /** How many archives it lies in. */
  depth: number;
  budget: Budget;
}

/** What was read, and, of a file that may hold more records than memory does, what is to be read one by one. */
type Read = Ingested & { more?: Iterable<Piece> | AsyncIterable<Piece> };

type Reader = (file: File) => Promise<Read> | Read;

/** What reads a format that is no text. The libraries behind them are loaded when the first such file comes. */
const READERS: { [F in Format]?: Reader } = {
  csv: ({ content, options }) => readCsv(content, options),
  jsonl: ({ content, options }) => ({ pages: [], rejects: [], more: readRecords(content, options) }),
  mhtml: ({ content, options }) => readMhtml(content, options),
  pdf: ({ content, raw, options }) => readPdf(content, sha256(raw), options),
  tar: readTar,
  warc: ({ content, options, broken }) => ({ pages: [], rejects: [], more: readWarc(content, broken, options) }),
  zip: readZip,
};

/** What a ZIP is by its members: a document, a table, another office format, or an archive of files. */
async function readZip(file: File): Promise<Read> {
  const { content, options, budget } = file;
  const members = await zipMembers(content, options);
  if (typeof members === 'string') return reject(members);
  const has = (start: string): boolean => members.some((m) => m.name.startsWith(start));
  if (has('word/')) return readDocx(members, sha256(file.raw), budget, options);
  if (has('xl/')) return readXlsx(members, budget, options);
  if (has('ppt/')) return reject('binary (PPTX)');
  if (members[0]?.name === 'mimetype') return reject('binary (EPUB or OpenDocument)');
  return openArchive(file, members, []);
}

async function readTar(file: File): Promise<Read> {
  const { members, broken, others } = await tarMembers(file.content, file.options);
  if (broken && !members.length) return reject(broken);
  const notes: Note[] = [];
  if (others) notes.push({ level: 'info', code: 'ingest/archive', text: `${others} links and devices left out` });
  return openArchive(file, members, notes, broken);
}

function openArchive(
  { options, depth, budget }: File,
  members: readonly Member[],
  notes: readonly Note[],
  broken: string | null = null,
): Read {
  if (depth > options.maxDepth) return reject(`archive in an archive (${depth} deep; maxDepth is ${options.maxDepth})`);
  const read = async function* (bytes: Uint8Array, name: string): AsyncGenerator<Piece> {
    yield* pieces(await readFile(bytes, name, options, depth + 1, budget));
  };
  return { pages: [], rejects: [], more: readArchive(members, budget, notes, broken, read) };
}

/** The format by content, else by name; text where a name of a binary format lies (a server's error page, say). */
function formatFor(content: Uint8Array, path: string): Format | null {
  const named = formatOf(path);
  const found = sniff(content);
  if (found) return found;
  if (named === null && mayBePage(path) && holdsPage(content)) return 'html';
  return named !== null && BINARY.has(named) ? null : named;
}

const BINARY: ReadonlySet<Format> = new Set(['pdf', 'docx', 'xlsx', 'zip']);

/** Why a file is a broken one of the format that it is named, or null: it begins as one, as no text does. */
function brokenFormat(content: Uint8Array, path: string): string | null {
  const named = formatOf(path);
  if (named === null || !BINARY.has(named) || sniff(content)) return null;
  const mark = named === 'pdf' ? '%PDF' : 'PK';
  if (Buffer.from(content.subarray(0, mark.length)).toString('latin1') !== mark) return null;
  return `broken ${named.toUpperCase()}: not a ${named === 'pdf' ? 'PDF' : 'ZIP'} file`;
}

function readContent(file: File, path: string): Promise<Read> | Read {
  const { content, options } = file;
  if (content.every((b) => b <= 32)) return reject('empty');
  const broken = brokenFormat(content, path);
  if (broken) return reject(broken);
  const format = formatFor(content, path);
  const reader = format && READERS[format];
  if (reader) return reader(file);
  const magic = bomCharset(content) ? null : magicOf(content);
  if (magic) return reject(`binary (${magic})`);
  const small = content.length <= options.maxBytes;
  const json = small ? unwrapCall(content) : content;
  const answer = small && looksLikeJson(json) && readJson(json, sha256(file.raw), options);
  if (answer) return answer;
  if (small && looksLikeFeed(content)) return readFeed(content, sha256(file.raw), options);
  if (format === 'json' && looksLikeJson(content) && isSpread(content)) return reject(whyNoPage(content, options));
  // Named JSON but none: a record a line, which many tools write. A small one is read at once, as pages are.
  if (format === 'json' && looksLikeJson(content))
    return content.length > AT_ONCE ? READERS.jsonl!(file) : sorted(readRecords(content, options));
  const page = readArticle(content, format, sha256(file.raw), options);
  return typeof page === 'string' ? reject(page) : { pages: [page], rejects: [] };
}

/** Bytes of records that need not be read one by one. */
const AT_ONCE = 1 << 20;

function sorted(all: Iterable<Piece>): Read {
  const read: Read = { pages: [], rejects: [] };
  for (const piece of all) 'reason' in piece ? read.rejects.push(piece) : read.pages.push(piece);
  return read;
}

async function readFile(
  bytes: Uint8Array,
  path: string,
  options: IngestOptions,
  depth: number,
  budget: Budget,
): Promise<Read> {
  const refused = tooLarge(bytes.length, path, options);
  if (refused) return reject(refused);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const max = isText(formatOf(path)) ? options.maxBytes : options.maxFileBytes;
    if (formatOf(path) === 'warc') {
      const some = await unpackSome(bytes, Math.min(max, budget.left), options.maxRatio);
      if (depth) budget.left -= some.content.length;
      return readContent({ raw: bytes, ...some, options, depth, budget }, path);
    }
    const content = unpack(bytes, Math.min(max, budget.left), options.maxRatio);
    if (typeof content === 'string') return reject(content);
    // What a file of its own unpacks to is its size; in an archive it adds to the rest.
    if (depth) budget.left -= content.length;
    return readContent({ raw: bytes, content, broken: null, options, depth, budget }, path);
  }
  if (/\.t?gz$/i.test(path) && bytes.length) return reject('broken gzip: not a gzip file');
  return readContent({ raw: bytes, content: bytes, broken: null, options, depth, budget }, path);
}

/** Everything, in the order of the records. */
async function* pieces({ pages, rejects, more = [] }: Read): AsyncGenerator<Piece> {
  yield* rejects.length ? [...pages, ...rejects].sort((a, b) => (a.record ?? 0) - (b.record ?? 0)) : pages;
  yield* more;
}

/** The same as {@link ingest}, page by page: of JSONL, crawl files and archives no more than a record is made at once. */
export async function* ingestPieces(bytes: Uint8Array, path: string, options: IngestOptions): AsyncGenerator<Piece> {
  yield* pieces(await readFile(bytes, path, options, 0, { left: options.maxFileBytes }));
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
  const { pages, rejects, more = [] } = await readFile(bytes, path, options, 0, { left: options.maxFileBytes });
  for await (const piece of more) 'reason' in piece ? rejects.push(piece) : pages.push(piece);
  return { pages, rejects };
}
