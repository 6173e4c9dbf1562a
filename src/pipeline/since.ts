import { statSync } from 'node:fs';
import path from 'node:path';
import type { InputFile, Skipped } from '../ingest/walk.ts';
import type { Store, StoredFile } from '../store/store.ts';
import { kindsOf } from './skipped.ts';

/** How many input files there are that the last run had not, that hold something else now, and that it had and are gone. */
export interface Since {
  new: number;
  changed: number;
  gone: number;
}

/**
 * Compares the inputs with those that the store knows.
 *
 * @param known files by path; what is read later is written into it
 * @returns to be asked when all files are read; null where no run was before, or the last one did not finish: what it had read is not
 *   known from what is new
 */
export function sinceLast(
  store: Store,
  known: ReadonlyMap<string, StoredFile>,
  files: readonly InputFile[],
): () => Since | null {
  if (store.lastRun()?.state !== 'finished') return () => null;
  const before = new Map([...known].map(([path, { sha256 }]) => [path, sha256]));
  return () => {
    const had = files.filter(({ path }) => before.has(path));
    return {
      new: files.length - had.length,
      changed: had.filter(({ path }) => known.get(path)?.sha256 !== before.get(path)).length,
      gone: before.size - had.length,
    };
  };
}

/** What a run was to read, and the files that it was to write. */
interface Asked {
  inputs: readonly string[];
  skipped: readonly Skipped[];
  written: readonly string[];
}

/** Kinds of skipped files that are named. */
const NAMED = 5;

/**
 * Inputs without any file are a folder that is not mounted, or a wrong one, sooner than the wish to have an empty export.
 *
 * @returns the error of one line to throw
 */
export function nothingToRead({ inputs, skipped, written }: Asked): Error {
  const failed = skipped.find((s) => s.failed);
  const kinds = kindsOf(skipped).slice(0, NAMED);
  const passed = skipped.length
    ? ` (${skipped.length} skipped: ${kinds.map(([kind, n]) => `${n} ${kind}`).join(', ')})`
    : '';
  const why = failed ? ` (${failed.path}: ${failed.reason})` : passed;
  const kept = written.some((file) => statSync(file, { throwIfNoEntry: false })?.size)
    ? ': what the last run wrote is left as it was (remove it to begin anew)'
    : '';
  return new Error(`nothing to read in ${inputs.join(', ').slice(0, 200)}${why}${kept}`);
}

/**
 * One folder of several that has no file any more, but had some, is one that is not mounted, too.
 *
 * @param known files of the last run, by path from `base`. @param cwd what the inputs are named from
 * @throws Error of one line.
 */
export function refuseEmptied(
  known: ReadonlyMap<string, StoredFile>,
  files: readonly InputFile[],
  inputs: readonly string[],
  { cwd, base }: { cwd: string; base: string },
): void {
  for (const input of inputs) {
    const from = path.relative(base, path.resolve(cwd, input)).split(path.sep).join('/');
    const isIn = (file: string): boolean => from === '' || file.startsWith(`${from}/`);
    if (files.some((f) => isIn(f.path))) continue;
    const had = [...known.keys()].filter(isIn).length;
    if (!had) continue;
    throw new Error(
      `nothing to read in ${input}, where ${had} ${had === 1 ? 'file was' : 'files were'}: what the last run wrote is left as it was (name it no more to let them go)`,
    );
  }
}
