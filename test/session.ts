/**
 * The session that both readmes show, and the line of `articles.jsonl`. `npm run readme` runs the one of README.md anew and writes
 * down what the program prints now, in the other readme too; `docs.test.ts` holds the readmes to it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LINE, shownLine } from './shown-line.ts';

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

/** A session as it runs now, with its fence. */
function rerun(block: string, folder: string): string {
  const lines = entries(block).flatMap(({ command }) => [`$ ${command}`, printed(command, folder)]);
  return `\`\`\`console\n${lines.filter(Boolean).join('\n')}\n\`\`\``;
}

function rewrite(): void {
  const folder = sessionFolder();
  const texts = READMES.map((name) => readFileSync(path.join(root, name), 'utf8'));
  const blocks = [...texts[0]!.matchAll(CONSOLE)].map(([, block]) => rerun(block!, folder));
  const line = `\`\`\`json\n${shownLine(folder)}\`\`\``;
  READMES.forEach((name, i) => {
    let block = 0;
    const written = texts[i]!.replace(CONSOLE, () => blocks[block++] ?? '').replace(LINE, () => line);
    writeFileSync(path.join(root, name), written);
  });
  rmSync(folder, { recursive: true });
}

if (process.argv[1] === import.meta.filename) rewrite();
