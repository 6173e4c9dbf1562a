import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { ExportLine } from '../store/store.ts';
import type { Sum } from './write.ts';

/** Bytes that are read of the last export at once. */
const BLOCK = 1 << 20;

/** A line of the last export, and where it stood. */
interface Placed extends ExportLine {
  start: number;
}

/**
 * The export that an earlier run left, to copy from it what has not changed. Its lines are what the store says they were: a
 * line of which the checksum is another (somebody edited the file, or a run was killed before it told the store) is none.
 */
export class LastExport {
  readonly #fd: number | null;
  readonly #lines = new Map<string, Placed>();
  /** Articles whose id is another now, or that have come or gone: lines that name them are made anew. */
  readonly #moved = new Set<string>();
  readonly #changed: ReadonlySet<string>;
  #block = Buffer.alloc(0);
  #blockStart = 0;

  /**
   * @param lines in the order in which they were written
   * @param ids of all articles there are now, by uid
   * @param changed uids of the articles that were written to the store since
   */
  constructor(
    file: string,
    lines: Iterable<ExportLine>,
    ids: ReadonlyMap<string, string>,
    changed: ReadonlySet<string>,
  ) {
    this.#fd = openIfThere(file);
    this.#changed = changed;
    let start = 0;
    for (const line of lines) {
      this.#lines.set(line.uid, { ...line, start });
      start += line.bytes;
      if (ids.get(line.uid) !== line.id) this.#moved.add(line.uid);
    }
    for (const uid of ids.keys()) if (!this.#lines.has(uid)) this.#moved.add(uid);
  }

  /** What the line of an article was, if it is the same now. */
  lineOf(uid: string): Placed | undefined {
    const line = this.#fd === null || this.#changed.has(uid) ? undefined : this.#lines.get(uid);
    if (!line || this.#moved.has(uid)) return undefined;
    return this.#moved.size && line.names.some((name) => this.#moved.has(name)) ? undefined : line;
  }

  /** The bytes of a line; undefined where they are not what was written. Valid until the next call. */
  copy({ start, bytes, sum }: Placed): Uint8Array | undefined {
    if (start < this.#blockStart || start + bytes > this.#blockStart + this.#block.length) this.#read(start, bytes);
    const from = start - this.#blockStart;
    const line = this.#block.subarray(from, from + bytes);
    return line.length === bytes && crc32(line) === sum ? line : undefined;
  }

  #read(start: number, bytes: number): void {
    const block = Buffer.allocUnsafe(Math.max(BLOCK, bytes));
    const length = readSync(this.#fd!, block, 0, block.length, start);
    this.#block = block.subarray(0, length);
    this.#blockStart = start;
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
  }
}

/** Whether a file is, byte for byte, what was written. */
export function holds(file: string, { bytes, sum }: Sum): boolean {
  const fd = openIfThere(file);
  if (fd === null) return false;
  try {
    const block = Buffer.allocUnsafe(BLOCK);
    const found: Sum = { bytes: 0, sum: 0 };
    for (let length = -1; length !== 0 && found.bytes <= bytes; ) {
      length = readSync(fd, block, 0, BLOCK, null);
      found.bytes += length;
      found.sum = crc32(block.subarray(0, length), found.sum);
    }
    return found.bytes === bytes && found.sum === sum;
  } finally {
    closeSync(fd);
  }
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    return null;
  }
}
