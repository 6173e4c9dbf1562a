import type { DatabaseSync } from 'node:sqlite';

/**
 * Ends a transaction in which something failed. After a full disk SQLite has rolled back by itself, and what ends it may fail for
 * the same reason: the first error is the one to be told.
 */
export function undo(db: DatabaseSync, sql: string): void {
  try {
    if (db.isTransaction) db.exec(sql);
  } catch {
    // Closing the database rolls back.
  }
}
