import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Inputs, inOrder, shownFrom } from '../ingest/walk.ts';
import type { Store } from '../store/store.ts';

/** Known files that are looked for under a folder before it is held not to be the one that they were named from. */
const TRIED = 20;

/**
 * The folder that paths are relative to, and with them the ids: that of the runs before, wherever this one was started.
 *
 * A folder is held to be it when a file that the store knows is there. A database that an older version made does not say its own:
 * the working directory is tried, then the folder that `out` lies in.
 *
 * @throws Error when the folder that is asked for is not there.
 * @param out folder of the database, absolute. @param asked what the user says it is; goes before all else
 */
export function baseOf(store: Store, known: Iterable<string>, out: string, cwd: string, asked?: string): string {
  if (asked !== undefined) return named(path.resolve(cwd, asked));
  const own = store.base();
  const tried: string[] = [];
  for (const file of known) if (tried.push(file) === TRIED) break;
  const holds = (base: string): boolean => tried.some((file) => existsSync(path.resolve(base, file)));
  const places = own === null ? [cwd, path.dirname(out)] : [own, cwd];
  return places.find(holds) ?? own ?? cwd;
}

/** A slip in its name would give every article another id. */
function named(base: string): string {
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`paths cannot be relative to ${base}: no such folder`);
  return base;
}

/** What was listed from the working directory, named from another folder. */
export function namedFrom({ files, skipped }: Inputs, cwd: string, base: string): Inputs {
  if (base === cwd) return { files, skipped };
  return {
    files: inOrder(files.map((f) => ({ ...f, path: shownFrom(f.absolute, base) }))),
    skipped: inOrder(skipped.map((s) => ({ ...s, path: shownFrom(path.resolve(cwd, s.path), base) }))),
  };
}
