import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder for the one run of the sample; see sample-run.ts. */
    sampleFolder: string;
  }
}

/** What the run made and nobody may change. */
const MADE = ['articles.jsonl', 'default.db'];

/** Of what the run made; written by whoever runs it. */
export const SEAL = 'seal';

export function sealOf(out: string): string {
  const hash = createHash('sha256');
  for (const name of MADE) hash.update(readFileSync(path.join(out, name)));
  return hash.digest('hex');
}

/** Before all test files: a folder for the run. After them: was it left as it was? */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-sample-'));
  project.provide('sampleFolder', folder);
  return () => {
    const seal = path.join(folder, SEAL);
    const isWhole = !existsSync(seal) || readFileSync(seal, 'utf8') === sealOf(path.join(folder, 'out'));
    rmSync(folder, { recursive: true });
    if (!isWhole) throw new Error('a test changed the run of the sample, which others read');
  };
}
