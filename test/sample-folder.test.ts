import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { TestProject } from 'vitest/node';
import setup, { SEAL, sealOf } from './sample-folder.ts';

/** The folder that a suite is given, with a run in it, and what the suite ends with. */
function suite(): { folder: string; out: string; end(): void } {
  let folder = '';
  const end = setup({
    provide: (_: string, value: string) => {
      folder = value;
    },
  } as unknown as TestProject);
  const out = path.join(folder, 'out');
  mkdirSync(out);
  for (const name of ['articles.jsonl', 'default.db']) writeFileSync(path.join(out, name), name);
  writeFileSync(path.join(folder, SEAL), sealOf(out));
  return { folder, out, end };
}

it('the run that test files share is removed at the end of the suite, which fails where one of them changed it', () => {
  const left = suite();
  left.end();
  expect(existsSync(left.folder)).toBe(false);
  const changed = suite();
  writeFileSync(
    path.join(changed.out, 'articles.jsonl'),
    `${readFileSync(path.join(changed.out, 'articles.jsonl'))}more`,
  );
  expect(changed.end).toThrow(/changed the run/);
  expect(existsSync(changed.folder)).toBe(false);
});
