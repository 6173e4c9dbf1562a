import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Page, Piece } from '../pipeline/types.ts';
import { readArticle } from './embedded.ts';
import { SMALL } from './gunzip.ts';
import { type Headers, headerDate, mediaType, pageFormat, parameter, readHead } from './headers.ts';
import type { IngestOptions } from './options.ts';
import { excess, sha256 } from './page.ts';

/** A record of a WARC file. */
interface Entry {
  headers: Headers;
  block: Uint8Array;
  /** The file ends before the record does. */
  cut: boolean;
}

const MARK = Buffer.from('WARC/');
/** Where no header ends in 64 KB, none begins before this. */
const NO_HEADER = 60 << 10;

function* entriesOf(bytes: Uint8Array): Generator<Entry | string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = view.indexOf(MARK);
  while (at >= 0) {
    const head = readHead(bytes, at);
    const length = Number(head?.headers.get('content-length') ?? Number.NaN);
    if (!head || !Number.isSafeInteger(length) || length < 0) {
      yield head ? 'broken record: no length' : 'broken record: its header never ends';
      // Not from the next byte: a file of nothing but marks would be read over and over.
      at = view.indexOf(MARK, head ? head.end : at + NO_HEADER);
      continue;
    }
    const end = head.end + length;
    yield { headers: head.headers, block: bytes.subarray(head.end, end), cut: end > bytes.length };
    at = end < bytes.length ? view.indexOf(MARK, end) : -1;
  }
}

/** A body sent in chunks, put together; what is no chunk ends it. */
function unchunk(body: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const line = body.indexOf(10, at);
    const size = line < 0 || line - at > 200 ? null : /^\s*([0-9a-f]{1,8})\b/i.exec(Buffer.from(body.subarray(at, line)).toString('latin1')); // biome-ignore format: one line
    const length = size ? Number.parseInt(size[1]!, 16) : 0;
    // Some crawlers undo the chunks and keep the header.
    if (!size && !chunks.length) return body;
    if (!length) break;
    chunks.push(body.subarray(line + 1, line + 1 + length));
    at = line + 1 + length;
    while (body[at] === 13 || body[at] === 10) at++;
  }
  return Buffer.concat(chunks);
}

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

/** Servers send `deflate` with and without the header of zlib. */
const inflate: Unpack = (bytes, options) => ((bytes[0]! & 15) === 8 ? inflateSync : inflateRawSync)(bytes, options);

const PACKERS: Record<string, Unpack> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflate,
  br: brotliDecompressSync,
};

/** The body of an HTTP response as its page, or why there is none. */
function bodyOf(headers: Headers, sent: Uint8Array, options: IngestOptions): Uint8Array | string {
  const chunked = /chunked/i.test(headers.get('transfer-encoding') ?? '');
  const body = chunked ? unchunk(sent) : sent;
  const coding = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || !coding) return body;
  const unpack = Object.hasOwn(PACKERS, coding) ? PACKERS[coding]! : null;
  if (!unpack) return `packed in a way that is not known (${coding.slice(0, 40)})`;
  // Crawlers that unpack a body and keep its header are as common as those that do not.
  if (coding !== 'br' && coding !== 'deflate' && !(body[0] === 0x1f && body[1] === 0x8b)) return body;
  try {
    const most = Math.min(options.maxBytes, Math.max(SMALL, body.length * options.maxRatio));
    return unpack(body, { maxOutputLength: most });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too large (unpacked), a bomb?' : `broken ${coding}: ${message}`;
  }
}

/** The page of a record, the reason why there is none, or null where none is to be expected. */
function pageOf({ headers, block, cut }: Entry, options: IngestOptions): Page | string | null {
  const type = headers.get('warc-type');
  if (type !== 'response' && type !== 'resource') return null;
  let envelope = headers;
  let body: Uint8Array | string = block;
  if (type === 'response') {
    if (!/^application\/http/i.test(headers.get('content-type') ?? 'application/http')) return null;
    const head = readHead(block, 0);
    if (!head) return cut ? 'cut off' : 'broken HTTP response';
    // Redirects and errors are no pages, whatever text a server puts there.
    if (!/^HTTP\/[\d.]+ 2\d\d\b/i.test(head.first)) return null;
    envelope = head.headers;
    body = block.subarray(head.end);
  }
  const format = pageFormat(mediaType(envelope) || 'text/html');
  if (!format) return null;
  if (cut) return 'cut off';
  if (body.length > options.maxBytes) return excess(body.length, options.maxBytes);
  if (type === 'response') body = bodyOf(envelope, body, options);
  if (typeof body === 'string') return body;
  const page = readArticle(body, format, sha256(body), options, parameter(envelope, 'charset'));
  if (typeof page === 'string') return page;
  const fetched = headerDate(headers.get('warc-date'));
  // Some writers put the address in angle brackets.
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? page.url;
  return { ...page, url, ...(fetched !== null && { fetched }) };
}

/**
 * Reads a crawl file: a page for each response that is one. The record is the ordinal of the record in the file, whatever
 * its kind; requests, pictures, redirects and errors are passed over.
 *
 * @param broken why the file ends before its end.
 */
export function* readWarc(bytes: Uint8Array, broken: string | null, options: IngestOptions): Generator<Piece> {
  let record = 0;
  let found = false;
  for (const entry of entriesOf(bytes)) {
    record++;
    const page = typeof entry === 'string' ? entry : pageOf(entry, options);
    if (page === null) continue;
    found = true;
    yield typeof page === 'string' ? { record, reason: page } : { ...page, record };
  }
  if (broken) yield { record: record + 1, reason: broken };
  else if (!found) yield { record: null, reason: record ? 'no page in the crawl file' : 'broken WARC: no record' };
}
