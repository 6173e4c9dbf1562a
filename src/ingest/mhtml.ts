import type { Ingested, Note, Page } from '../pipeline/types.ts';
import { readArticle } from './embedded.ts';
import { type Head, type Headers, headerDate, mediaType, pageFormat, parameter, readHead } from './headers.ts';
import { isMail, subjectOf, writtenAt } from './mail.ts';
import type { IngestOptions } from './options.ts';
import { reject, sha256 } from './page.ts';

/** Parts inside parts; browsers have one level. */
const DEEP = 4;

interface Part {
  headers: Headers;
  body: Uint8Array;
}

const find = (bytes: Uint8Array, mark: string, from: number): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(mark, from, 'latin1');

/** The parts between the boundary lines. The last may be cut off. */
function* partsOf(bytes: Uint8Array, start: number, boundary: string): Generator<Part> {
  const mark = `--${boundary}`;
  let at = find(bytes, mark, start);
  while (at >= 0) {
    const begin = at + mark.length;
    if (bytes[begin] === 45 && bytes[begin + 1] === 45) return;
    const next = find(bytes, `\n${mark}`, begin);
    const lineEnd = bytes.indexOf(10, begin);
    const head = lineEnd < 0 ? null : readHead(bytes, lineEnd + 1);
    const end = next < 0 ? bytes.length : bytes[next - 1] === 13 ? next - 1 : next;
    if (head && head.end <= end) yield { headers: head.headers, body: bytes.subarray(head.end, end) };
    at = next < 0 ? -1 : next + 1;
  }
}

/** All parts that are no containers themselves, in order. */
function* leaves({ headers, end }: Head, bytes: Uint8Array, depth: number): Generator<Part> {
  const boundary = parameter(headers, 'boundary');
  if (!mediaType(headers).startsWith('multipart/') || !boundary || depth > DEEP) {
    yield { headers, body: bytes.subarray(end) };
    return;
  }
  for (const part of partsOf(bytes, end, boundary))
    yield* leaves({ first: '', headers: part.headers, end: 0 }, part.body, depth + 1);
}

const HEX = /^[0-9A-Fa-f]{2}$/;

/** Quoted-printable: `=E4`, and `=` at the end of a line that goes on. What is no code stays. */
function unquote(bytes: Uint8Array): Uint8Array {
  const out = Buffer.alloc(bytes.length);
  let n = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 61) {
      out[n++] = bytes[i]!;
      continue;
    }
    const next = bytes[i + 1];
    if (next === 10) i += 1;
    else if (next === 13 && bytes[i + 2] === 10) i += 2;
    else {
      const code = String.fromCharCode(next ?? 0, bytes[i + 2] ?? 0);
      out[n++] = HEX.test(code) ? Number.parseInt(code, 16) : 61;
      if (HEX.test(code)) i += 2;
    }
  }
  return out.subarray(0, n);
}

function decodeBody({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'quoted-printable') return unquote(body);
  if (encoding === 'base64') return Buffer.from(Buffer.from(body).toString('latin1'), 'base64');
  return body;
}

const isAddress = (text: string | undefined): text is string => /^https?:\/\//i.test(text ?? '');

/**
 * Reads a page saved in one file (`.mhtml`, `.mht`): each HTML part is a page, the shown one first and its frames after it,
 * decoded by what its bytes look like; pictures and styles are passed over.
 */
export function readMhtml(bytes: Uint8Array, options: IngestOptions): Ingested {
  const head = readHead(bytes, 0);
  if (!head) return reject('broken MHTML: no headers');
  const fetched = headerDate(head.headers.get('date'));
  const out: Ingested = { pages: [], rejects: [] };
  let record = 0;
  const mail = isMail(head.headers);
  const parts = shownParts([...leaves(head, bytes, 0)], mail);
  for (const part of parts) {
    const format = formatOf(part, mail);
    if (!format) continue;
    record++;
    const body = decodeBody(part);
    const page = readArticle(body, format, sha256(body), options, parameter(part.headers, 'charset'));
    if (typeof page !== 'string')
      out.pages.push(
        mail ? asMail({ ...page, record }, head.headers) : place(page, record, fetched, part.headers, head.headers),
      );
    // Frames without text are counters and advertisements.
    else if (record === 1) out.rejects.push({ record, reason: page });
  }
  if (!record) return reject('broken MHTML: no page in it');
  if (!out.pages.length && !out.rejects.length) return reject('no text');
  return out;
}

/** A part of an e-mail that does not say what it is, is text. */
const formatOf = ({ headers }: Part, mail: boolean): 'html' | 'txt' | null =>
  pageFormat(mediaType(headers)) ?? (mail && !headers.has('content-type') ? 'txt' : null);

/** An e-mail says the same as text and as HTML: only the latter is read. What is attached to it is none of its text. */
function shownParts(parts: readonly Part[], mail: boolean): readonly Part[] {
  if (!mail) return parts;
  const own = parts.filter(({ headers }) => !/^attachment/i.test(headers.get('content-disposition') ?? ''));
  const html = own.filter((p) => formatOf(p, true) === 'html');
  return html.length ? html : own;
}

function asMail(page: Page, headers: Headers): Page {
  const title = subjectOf(headers) ?? page.title;
  const published = writtenAt(headers);
  return {
    ...page,
    title,
    meta: { ...page.meta, ...(published && { published }) },
    origins: {
      ...page.origins,
      ...(title && { title: { from: 'header Subject' } }),
      ...(published && { published: { from: 'header Date' } }),
    },
  };
}

function place(page: Page, record: number, fetched: string | null, own: Headers, whole: Headers): Page {
  const location = own.get('content-location');
  const shown = record === 1 ? whole.get('snapshot-content-location') : undefined;
  const notes: Note[] =
    record > 1 ? [...page.notes, { level: 'info', code: 'ingest/frame', text: 'a frame of the page' }] : page.notes;
  return {
    ...page,
    record,
    url: isAddress(location) ? location : isAddress(shown) ? shown : page.url,
    ...(fetched !== null && { fetched }),
    notes,
  };
}
