import { closeSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** What a file holds: so many bytes, with this CRC-32. */
export interface Sum {
  bytes: number;
  sum: number;
}

/** Characters that are written at once. */
const BLOCK = 1 << 18;

/**
 * Writes lines to a file that appears whole or not at all: it is written beside and renamed.
 *
 * @returns how many lines
 * @throws the error of the file system (disk full, read-only); what was begun is removed.
 */
export function writeLines(file: string, lines: Iterable<string>): number {
  let count = 0;
  function* counted(): Generator<string> {
    for (const line of lines) {
      count++;
      yield line;
    }
  }
  writeWhole(file, counted());
  return count;
}

/** The file that a process writes before it has the name that it is to have: another process may be writing into the same folder. */
const begunBy = (file: string, process: number | string): string => `${file}.${process}.part`;

/** Removes what processes that were killed had begun of a file. For who knows that no other process is writing it. */
export function removeBegun(file: string): void {
  const folder = path.dirname(file);
  for (const name of readdirSync(folder)) {
    const number = /\.(\d+)\.part$/.exec(name)?.[1];
    if (number !== undefined && name === path.basename(begunBy(file, number))) rmSync(path.join(folder, name));
  }
}

/** Pieces of bytes that lie one behind the other in memory as one: a write costs as much as a thousand bytes of it. */
function* joined(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let held: Uint8Array | null = null;
  for (const piece of pieces) {
    if (held && typeof piece !== 'string' && follows(held, piece))
      held = new Uint8Array(held.buffer, held.byteOffset, held.length + piece.length);
    else {
      if (held) yield held;
      held = null;
      if (typeof piece === 'string') yield piece;
      else held = piece;
    }
  }
  if (held) yield held;
}

const follows = (a: Uint8Array, b: Uint8Array): boolean =>
  a.buffer === b.buffer && a.byteOffset + a.length === b.byteOffset;

/** The same for pieces of text and of bytes, which are UTF-8. @returns how many bytes, and their CRC-32 */
export function writeWhole(file: string, pieces: Iterable<string | Uint8Array>): Sum {
  const begun = begunBy(file, process.pid);
  const all: Sum = { bytes: 0, sum: 0 };
  try {
    const fd = openSync(begun, 'w');
    try {
      let block = '';
      const put = (bytes: Uint8Array): void => {
        writeAll(fd, bytes);
        all.bytes += bytes.length;
        all.sum = crc32(bytes, all.sum);
      };
      const flush = (): void => {
        if (block) put(Buffer.from(block, 'utf8'));
        block = '';
      };
      for (const piece of joined(pieces)) {
        if (typeof piece === 'string') block += piece;
        if (block.length >= BLOCK || typeof piece !== 'string') flush();
        if (typeof piece !== 'string') put(piece);
      }
      flush();
    } finally {
      closeSync(fd);
    }
    renameSync(begun, file);
    return all;
  } catch (e) {
    rmSync(begun, { force: true });
    throw e;
  }
}

/** A write may take less than it was given (a disk that is nearly full): go on until all is taken or it fails. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
