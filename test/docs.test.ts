import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestOptions } from '../src/ingest/index.ts';
import { builtinPipelines } from '../src/pipeline/load.ts';
import { stages } from '../src/stages/index.ts';
import { root, wenshai } from './cli/process.ts';
import { printed, READMES, sessionFolder, sessions } from './session.ts';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe.each(READMES)('%s', (name) => {
  let folder: string;
  beforeAll(() => {
    folder = sessionFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows a session that really runs so', () => {
    const shown = sessions(read(name));
    expect(shown.length).toBeGreaterThan(3);
    for (const { command, printed: before } of shown) expect(printed(command, folder), command).toBe(before);
  });

  it('tells of every stage, option and pipeline', () => {
    const words = [...stages.values()].flatMap((s) => [s.name, ...Object.keys(s.options)]);
    for (const word of [...words, ...Object.keys(ingestOptions), ...builtinPipelines()])
      expect(read(name), word).toContain(`\`${word}\``);
  });

  it('tells of every command and flag', async () => {
    const { out } = await wenshai(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1]!).filter((c) => c !== 'help');
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const help = (await wenshai([command, '--help'])).out;
      expect(read(name), command).toContain(`\`${command}`);
      for (const [, flag] of help.matchAll(/(--[a-z]+)/g))
        if (flag !== '--help') expect(read(name), `${command} ${flag}`).toContain(flag!);
    }
  });

  it('has the two set-up commands', () => {
    expect(read(name)).toContain('npm ci && npx wenshai run corpus/sample');
    expect(read(name)).toContain('npm ci && npm test');
  });

  it('names every dependency in its table', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    for (const dependency of Object.keys(dependencies)) expect(read(name)).toContain(`\`${dependency}\``);
  });

  it('links to files that are there', () => {
    for (const [, target] of read(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect(() => read(target!), target).not.toThrow();
  });
});
