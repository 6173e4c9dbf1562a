import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import path from 'node:path';

/** What an error of the file system or of SQLite has beside its message. */
interface Refusal extends Error {
  /** `ENOSPC`, `EACCES` … of the file system; `ERR_SQLITE_ERROR`. */
  code?: string;
  /** The call that the file system refused. */
  syscall?: string;
  /** SQLite's extended result code; the low byte is what it is in short. */
  errcode?: number;
}

/** SQLite's result codes in short. */
const SQLITE = { readonly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, noDatabase: 26 } as const;

/** SQLite needs less than that at a time beside the database: a disk with less room refuses for want of it. */
const NO_ROOM = 64 * 1024;

/** Where a database and what is written with it could be instead. */
export const ELSEWHERE = 'choose another --out';

export const isOfDatabase = (e: unknown): boolean => (e as Refusal).code === 'ERR_SQLITE_ERROR';
export const isOfFiles = (e: unknown): boolean => (e as Refusal).syscall !== undefined;

/** Whether a database was refused because beside it nothing can be written, which who only reads could do without. */
export function isOfWriting(file: string, e: unknown): boolean {
  const code = sqliteCode(e as Refusal);
  return code === SQLITE.readonly || code === SQLITE.cannotOpen || isOfFullDisk(file, e as Refusal);
}

/**
 * The error to tell of a file that cannot be written: one line with its path, why, and what can be done.
 *
 * @param elsewhere where it could be written instead: `choose another --out`
 */
export function cannotWrite(file: string, e: unknown, elsewhere: string): Error {
  return new Error(`cannot write ${file}: ${why(file, e as Refusal, elsewhere)}`, { cause: e });
}

/** The same of one that cannot be read. */
export const cannotRead = (file: string, e: unknown): Error =>
  new Error(`cannot read ${file}: ${why(file, e as Refusal, ELSEWHERE)}`, { cause: e });

function why(file: string, e: Refusal, elsewhere: string): string {
  const sqlite = sqliteCode(e);
  if (isOfFullDisk(file, e)) return `the disk is full: make room or ${elsewhere}`;
  if (sqlite === SQLITE.cannotOpen) return whyNotOpen(file, e, elsewhere);
  if (e.code === 'EDQUOT') return `the disk quota is used up: make room or ${elsewhere}`;
  if (sqlite === SQLITE.readonly || e.code === 'EROFS') return `it is read-only: ${elsewhere}`;
  if (e.code === 'EACCES' || e.code === 'EPERM') return `permission denied: ${elsewhere}`;
  if (e.code === 'ENOENT') return 'there is no such folder';
  if (e.code === 'ENOTDIR' || e.code === 'EEXIST') return `a file stands where a folder is needed: ${elsewhere}`;
  if (sqlite === SQLITE.noDatabase || sqlite === SQLITE.corrupt)
    return `${e.message}: move it away, the next run makes it anew, or ${elsewhere}`;
  return e.message;
}

/** SQLite does not say why it cannot open a file: the file system does. */
function whyNotOpen(file: string, e: Refusal, elsewhere: string): string {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return `it is a folder: ${elsewhere}`;
  const folder = path.dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    return `${folder} is no folder: ${elsewhere}`;
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return e.message;
  } catch (refusal) {
    return why(file, refusal as Refusal, elsewhere);
  }
}

/** SQLite's result code in short; 0 of errors that are not its own. */
const sqliteCode = (e: Refusal): number => (isOfDatabase(e) ? (e.errcode ?? 0) & 0xff : 0);

function isOfFullDisk(file: string, e: Refusal): boolean {
  const code = sqliteCode(e);
  return e.code === 'ENOSPC' || code === SQLITE.full || (code === SQLITE.io && isFull(path.dirname(file)));
}

/** SQLite tells of memory that it shares through a file, which found no room, as of any error of the disk. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < NO_ROOM;
  } catch {
    return false;
  }
}
