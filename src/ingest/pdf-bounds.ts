import { inflateSync } from 'node:zlib';
import { megabytes } from './gunzip.ts';
import type { IngestOptions } from './options.ts';

const STREAM = 'stream';
/** A dictionary before its stream is seldom longer. */
const DICTIONARY = 2048;

/** Whether two bytes begin a zlib stream (RFC 1950): whatever a dictionary calls its filters, no other is packed so. */
const isZlib = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && (a & 15) === 8 && ((a << 8) | b) % 31 === 0;

/** How much a packed stream comes to, packed again inside as often as it may be; more than `most` at `most + 1`. */
function unpackedSize(bytes: Uint8Array, most: number): number {
  let content = bytes;
  let size = 0;
  for (let i = 0; i < 4 && isZlib(content[0], content[1]); i++) {
    try {
      content = inflateSync(content, { maxOutputLength: most });
    } catch (error) {
      // A damaged stream is the reader's to judge.
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : size;
    }
    size += content.length;
    if (size > most) return size;
  }
  return size;
}

/**
 * Looks for bombs before the reader, which unpacks streams without any bound, sees the file: no stream may unpack to more
 * than a page may have, nor all together to more than a file. Pictures are not looked at: reading text does not unpack
 * them. (So a bomb that calls itself a picture passes; so does one packed by LZW, which reaches a tenth of the ratio.)
 *
 * @returns the reason why not to read the file, or null.
 */
export function pdfBomb(bytes: Uint8Array, options: IngestOptions): string | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = options.maxFileBytes;
  for (let at = view.indexOf(STREAM); at >= 0; ) {
    const begin = at + STREAM.length + (view[at + STREAM.length] === 13 ? 2 : 1);
    const end = view.indexOf('endstream', begin);
    const dictionary = view.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (isZlib(view[begin], view[begin + 1]) && !/\/Subtype\s{0,9}\/Image\b/.test(own)) {
      const stream = view.subarray(begin, end < 0 ? view.length : end);
      const size = unpackedSize(stream, Math.min(left, options.maxBytes));
      left -= size;
      if (size > options.maxBytes || left < 0)
        return `too large (unpacked > ${megabytes(options.maxBytes)}), a PDF bomb?`;
    }
    at = end < 0 ? -1 : view.indexOf(STREAM, end + 9);
  }
  return null;
}
