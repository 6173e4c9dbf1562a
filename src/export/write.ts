import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

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

/** The same for pieces of text and of bytes, which are UTF-8. */
export function writeWhole(file: string, pieces: Iterable<string | Uint8Array>): void {
  // Of this process: another one may be writing into the same folder.
  const begun = `${file}.${process.pid}.part`;
  try {
    const fd = openSync(begun, 'w');
    try {
      let block = '';
      const flush = (): void => {
        writeAll(fd, Buffer.from(block, 'utf8'));
        block = '';
      };
      for (const piece of pieces) {
        if (typeof piece === 'string') block += piece;
        if (block.length >= BLOCK || typeof piece !== 'string') flush();
        if (typeof piece !== 'string') writeAll(fd, piece);
      }
      flush();
    } finally {
      closeSync(fd);
    }
    renameSync(begun, file);
  } catch (e) {
    rmSync(begun, { force: true });
    throw e;
  }
}

/** A write may take less than it was given (a disk that is nearly full): go on until all is taken or it fails. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
