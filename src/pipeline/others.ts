import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { lastExport } from '../store/database.ts';

/**
 * A folder holds one export: a second pipeline would write its own over `articles.jsonl`, and what reads that would not see from which
 * it is.
 *
 * An older wenshai let them. The one that wrote last goes on there.
 *
 * @throws Error of one line where another pipeline has written there last
 */
export function refuseOthers(out: string, pipeline: string): void {
  if (!existsSync(path.join(out, 'articles.jsonl'))) return;
  const others = readdirSync(out)
    .filter((name) => name.endsWith('.db') && name !== `${pipeline}.db`)
    .sort();
  const written = (name: string): string => lastExport(path.join(out, name)) ?? '';
  const own = written(`${pipeline}.db`);
  const other = others.find((name) => written(name) > own);
  if (other === undefined) return;
  throw new Error(
    `${path.join(out, 'articles.jsonl')} is the export of pipeline '${other.slice(0, -'.db'.length)}': give '${pipeline}' another --out (or remove ${path.join(out, other)})`,
  );
}
