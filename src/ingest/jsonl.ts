import type { Page, Piece } from '../pipeline/types.ts';
import { decode } from './charset.ts';
import { type Fields, fieldsPage, notJson } from './fields.ts';
import type { IngestOptions } from './options.ts';
import { excess, sha256 } from './page.ts';

/** One line as a page, or the reason why it is none. */
function readRecord(line: string, record: number, raw: Uint8Array, options: IngestOptions): Page | string {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch (error) {
    return notJson(error);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return 'not a JSON object';
  return fieldsPage(fields as Fields, { record, charset: null, sha256: sha256(raw) }, options);
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

/** Reads a JSONL file record by record: a page of each line that is a record with text, a reject of each that is none. */
export function* readRecords(bytes: Uint8Array, options: IngestOptions): Generator<Piece> {
  const source = asUtf8(bytes);
  if (!source) return yield { record: null, reason: 'binary (no encoding fits)' };
  const decoder = new TextDecoder(source.charset);
  let number = 0;
  let found = 0;
  for (const raw of linesOf(source.bytes)) {
    number++;
    if (raw.length > options.maxBytes) {
      found++;
      yield { record: number, reason: excess(raw.length, options.maxBytes) };
      continue;
    }
    const line = decoder.decode(raw);
    if (!line.trim()) continue;
    found++;
    const result = readRecord(line, number, raw, options);
    yield typeof result === 'string' ? { record: number, reason: result } : result;
  }
  if (!found) yield { record: null, reason: 'empty' };
}
