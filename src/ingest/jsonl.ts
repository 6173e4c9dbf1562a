import { createHash } from 'node:crypto';
import type { Ingested, Meta, Page } from '../pipeline/types.ts';
import { decode } from './charset.ts';
import { megabytes } from './gunzip.ts';
import { authors, isoDate } from './html/meta.ts';
import { type Format, looksLikeHtml } from './kind.ts';
import type { IngestOptions } from './options.ts';

type Reader = (text: string, format: Format) => Pick<Page, 'passes' | 'title' | 'meta' | 'url' | 'notes'>;
type Fields = Record<string, unknown>;

/** The first of the fields that holds text. */
function pick(record: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : null;
    if (typeof value === 'string' && value.trim()) return value;
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value) && value.length && value.every((v) => typeof v === 'string')) return value.join('、');
  }
  return null;
}

function metaOf(record: Fields, options: IngestOptions): Partial<Meta> {
  const meta: Partial<Meta> = {};
  const published = isoDate(pick(record, options.dateField) ?? '');
  if (published) meta.published = published;
  const author = authors(pick(record, options.authorField) ?? '');
  if (author.length) meta.author = author;
  const origin = pick(record, options.originField);
  if (origin && !/^https?:/i.test(origin) && origin.length < 60) meta.origin = origin.trim();
  return meta;
}

/** One line as a page, or the reason why it is none. */
function readRecord(line: string, number: number, sha256: string, options: IngestOptions, read: Reader): Page | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${(error as Error).message.replace(/\s+/g, ' ').slice(0, 120)}`;
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return 'not a JSON object';
  const fields = record as Fields;
  const text = pick(fields, options.textField);
  if (text === null) {
    const empty = options.textField.some(
      (name) => fields[name] === '' || (typeof fields[name] === 'string' && !fields[name].trim()),
    );
    return empty ? 'empty' : `no text: none of the fields ${options.textField.join(', ')}`;
  }
  const page = read(text, looksLikeHtml(text) ? 'html' : 'txt');
  return {
    record: number,
    decoded: text,
    passes: page.passes,
    title: pick(fields, options.titleField)?.trim() ?? page.title,
    meta: { ...page.meta, ...metaOf(fields, options) },
    url: pick(fields, options.urlField)?.trim() ?? page.url,
    charset: null,
    sha256,
    notes: page.notes,
  };
}

/** Lines of a file as ranges of bytes, without LF and CR. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(10, at);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(at, end > at && bytes[end - 1] === 13 ? end - 1 : end);
    at = end + 1;
  }
}

/** UTF-16 has no single byte for a line break: such a file is turned into UTF-8 first. */
function asUtf8(bytes: Uint8Array): { bytes: Uint8Array; charset: string } | null {
  // Records are decoded one by one (the file may be larger than any string), so the beginning tells the encoding.
  const head = bytes.subarray(0, 1 << 20);
  const charset = decode(head, null)?.charset;
  if (!charset) return null;
  if (!charset.startsWith('utf-16')) return { bytes, charset };
  return { bytes: new TextEncoder().encode(new TextDecoder(charset).decode(bytes)), charset: 'utf-8' };
}

/** Reads a JSONL file: one page per line that is a record with text, one reject per line that is none. */
export function readRecords(bytes: Uint8Array, options: IngestOptions, read: Reader): Ingested {
  const out: Ingested = { pages: [], rejects: [] };
  const source = asUtf8(bytes);
  if (!source) return { pages: [], rejects: [{ record: null, reason: 'binary (no encoding fits)' }] };
  const decoder = new TextDecoder(source.charset);
  let number = 0;
  for (const raw of linesOf(source.bytes)) {
    number++;
    if (raw.length > options.maxBytes) {
      out.rejects.push({
        record: number,
        reason: `too large (${megabytes(raw.length)} > ${megabytes(options.maxBytes)})`,
      });
      continue;
    }
    const line = decoder.decode(raw);
    if (!line.trim()) continue;
    const result = readRecord(line, number, createHash('sha256').update(raw).digest('hex'), options, read);
    if (typeof result === 'string') out.rejects.push({ record: number, reason: result });
    else out.pages.push(result);
  }
  if (!out.pages.length && !out.rejects.length) out.rejects.push({ record: null, reason: 'empty' });
  return out;
}
