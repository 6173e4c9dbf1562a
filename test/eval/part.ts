import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Some of the annotated articles of one folder or more, in a folder of their own: the scorer takes folders whole. It is removed
 * when the process ends.
 *
 * @param keep by the name of a file without its ending
 */
export function partOf(folders: string | readonly string[], keep: (name: string) => boolean): string {
  const part = mkdtempSync(path.join(tmpdir(), 'wenshai-part-'));
  process.on('exit', () => rmSync(part, { recursive: true }));
  for (const folder of [folders].flat())
    for (const f of readdirSync(folder))
      if (keep(path.parse(f).name)) copyFileSync(path.join(folder, f), path.join(part, f));
  return part;
}

/** The letters that the names of an author's articles begin with. */
export const authorOf = (name: string): string => /^[a-z]*/u.exec(name)![0];
