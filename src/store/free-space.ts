import type { DatabaseSync } from 'node:sqlite';

/** How long a statement waits for another process, in milliseconds. */
export const BUSY = 10_000;

/**
 * Makes the file of a database smaller where much of it is free. It is copied whole, so that a process killed meanwhile leaves the old one.
 *
 * @param share how much must be free at least, of 1
 */
export function giveBack(db: DatabaseSync, share: number): void {
  const { page_count: all } = db.prepare('PRAGMA page_count').get() as { page_count: number };
  const { freelist_count: free } = db.prepare('PRAGMA freelist_count').get() as { freelist_count: number };
  if (free < all * share) return;
  try {
    // Not worth waiting for who reads: the next run gives it back.
    db.exec('PRAGMA busy_timeout = 0; VACUUM');
    // In WAL mode the copy lies in the log until it is written back.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // No room for a copy, or somebody reads: what is free is used for the rows to come.
  } finally {
    db.exec(`PRAGMA busy_timeout = ${BUSY}`);
  }
}
