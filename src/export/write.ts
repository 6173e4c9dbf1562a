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
  // Of this process: another one may be writing into the same folder.
  const begun = `${file}.${process.pid}.part`;
  let count = 0;
  try {
    const fd = openSync(begun, 'w');
    try {
      let block = '';
      for (const line of lines) {
        block += line;
        count++;
        if (block.length < BLOCK) continue;
        writeAll(fd, block);
        block = '';
      }
      writeAll(fd, block);
    } finally {
      closeSync(fd);
    }
    renameSync(begun, file);
  } catch (e) {
    rmSync(begun, { force: true });
    throw e;
  }
  return count;
}

/** A write may take less than it was given (a disk that is nearly full): go on until all is taken or it fails. */
function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
