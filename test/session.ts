/**
 * The sessions that the readmes show. `npm run readme` runs them anew and writes down what the program prints now;
 * `docs.test.ts` holds the readmes to it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const READMES = ['README.md', 'README.zh-CN.md'];
const root = path.resolve(import.meta.dirname, '..');
const CONSOLE = /```console\n([\s\S]*?)```/g;

interface Shown {
  command: string;
  printed: string;
}

/** `$ command` and what it printed, of a console block. */
function entries(block: string): Shown[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((entry) => {
      const [command, ...printed] = entry.split('\n');
      return { command: command!, printed: printed.join('\n').trimEnd() };
    });
}

/** All that a readme's console blocks show. */
export function sessions(markdown: string): Shown[] {
  return [...markdown.matchAll(CONSOLE)].flatMap(([, block]) => entries(block!));
}

/** A new folder with the sample in it, where `npx wenshai` runs this checkout. To be removed by who asked for it. */
export function sessionFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-docs-'));
  cpSync(path.join(root, 'corpus/sample'), path.join(folder, 'corpus/sample'), { recursive: true });
  writeFileSync(
    path.join(folder, 'npx'),
    `#!/bin/sh\nshift\nexec '${process.execPath}' '${root}/bin/wenshai.js' "$@"\n`,
  );
  chmodSync(path.join(folder, 'npx'), 0o755);
  return folder;
}

/** What a command prints there, errors included. */
export function printed(command: string, folder: string): string {
  const env = { ...process.env, PATH: `${folder}:${path.dirname(process.execPath)}:${process.env.PATH}` };
  return execFileSync('/bin/sh', ['-c', `${command} 2>&1 || true`], { cwd: folder, env, encoding: 'utf8' }).trimEnd();
}

function rewrite(name: string): void {
  const folder = sessionFolder();
  const file = path.join(root, name);
  const written = readFileSync(file, 'utf8').replace(CONSOLE, (_, block: string) => {
    const lines = entries(block).flatMap(({ command }) => [`$ ${command}`, printed(command, folder)]);
    return `\`\`\`console\n${lines.filter(Boolean).join('\n')}\n\`\`\``;
  });
  writeFileSync(file, written);
  rmSync(folder, { recursive: true });
}

if (process.argv[1] === import.meta.filename) READMES.forEach(rewrite);
