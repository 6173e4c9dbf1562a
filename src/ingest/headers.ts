import { isoMoment } from '../text/field-dates.ts';

/** Header fields of a MIME part, an HTTP response or a WARC record, by their name in lower case; the first of each. */
export type Headers = ReadonlyMap<string, string>;

/** No envelope has more. */
const LONGEST = 1 << 16;

/** A header block and where what follows it begins. */
export interface Head {
  /** The line before the fields (`HTTP/1.1 200 OK`); empty where the block has none. */
  first: string;
  headers: Headers;
  /** Offset of the body. */
  end: number;
}

/** Where the first empty line begins (the break before it) and ends. Looks no farther than that. */
function emptyLine(bytes: Uint8Array): [start: number, end: number] | null {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    const next = bytes[at + 1] === 13 ? at + 2 : at + 1;
    if (bytes[next] === 10) return [bytes[at - 1] === 13 ? at - 1 : at, next + 1];
  }
  return null;
}

/**
 * Reads header fields from `start` up to the empty line.
 *
 * @returns null if no empty line comes within 64 KB.
 */
export function readHead(bytes: Uint8Array, start: number): Head | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(LONGEST, bytes.length - start));
  const gap = emptyLine(view);
  if (!gap) return null;
  const text = view.toString('latin1', 0, gap[0]);
  const headers = new Map<string, string>();
  // A line that begins with white space goes on the one before.
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const first = /^[\w-]+:/.test(lines[0]!) ? '' : lines.shift()!;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { first, headers, end: start + gap[1] };
}

/** `text/html` of `text/html; charset=gbk`; empty without a type. */
export const mediaType = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

/** A parameter of a content type: `gbk` of `text/html; charset="gbk"`. */
export function parameter(headers: Headers, name: string): string | null {
  const value = headers.get('content-type') ?? '';
  for (const piece of value.match(/;[^;"]*(?:"[^"]*"[^;"]*)?/g) ?? []) {
    const [, key, quoted, plain] = /^;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|(\S*))/.exec(piece) ?? [];
    if (key?.toLowerCase() === name) return quoted ?? plain ?? '';
  }
  return null;
}

/** A date of a header (RFC 5322, or ISO already) as ISO 8601: in UTC, or as it is written where it tells no zone; null if it is none. */
export const headerDate = (written: string | undefined): string | null => (written ? isoMoment(written) : null);

/** Whether a type of media is a page; `null` for those that are not, else what it is named like. */
export function pageFormat(type: string): 'html' | 'txt' | null {
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  return type === 'text/plain' ? 'txt' : null;
}
