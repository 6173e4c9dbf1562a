import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestOptions } from '../src/ingest/index.ts';
import { builtinPipelines } from '../src/pipeline/load.ts';
import { stages } from '../src/stages/index.ts';
import { root, wenshai } from './cli/process.ts';
import { printed, READMES, sessionFolder, sessions } from './session.ts';
import { LINE, shownLine } from './shown-line.ts';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/** Cells of the rows of the tables under a heading, without their heads. */
function rows(markdown: string, heading: RegExp): string[][] {
  const section = markdown.split(/^## /m).find((s) => heading.test(s)) ?? '';
  const lines = section.split('\n').filter((line) => /^\| (?!(?:what|项目) \|)/.test(line));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

describe('what both readmes show', () => {
  const [english, chinese] = READMES.map(read) as [string, string];
  const measured = rows(english, /^Measured/);
  let folder: string;
  beforeAll(() => {
    folder = sessionFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // Eight starts of the program and the whole sample: longer than other tests where the machine is busy.
  it('is a session that really runs so, and a line of its articles.jsonl', () => {
    const shown = sessions(english);
    expect(shown.length).toBeGreaterThan(3);
    for (const { command, printed: before } of shown) expect(printed(command, folder), command).toBe(before);
    expect(LINE.exec(english)![1]).toBe(shownLine(folder));
  }, 300_000);

  it('is the same session and line', () => {
    expect(sessions(chinese)).toEqual(sessions(english));
    expect(LINE.exec(chinese)![1]).toBe(LINE.exec(english)![1]);
  });

  it('is measured in the words of the whole table', () => {
    expect(measured.length).toBeGreaterThan(9);
    const all = rows(read('test/README.md').replaceAll('](../', ']('), /^Measured/).map((cells) => cells.join(' | '));
    for (const cells of measured) expect(all).toContain(cells.join(' | '));
  });

  it('is the same figures, by the same commands', () => {
    const numbers = ([, figures, command]: string[]): unknown => [
      figures!.match(/[\d.,]*\d/g),
      command!.match(/`[^`]+`/g),
    ];
    expect(rows(chinese, /^实测/).map(numbers)).toEqual(measured.map(numbers));
  });
});

describe.each(READMES)('%s', (name) => {
  it('tells of every stage, option and pipeline, or links to where the stage tells of its options', () => {
    const words = [...[...stages.keys()], ...Object.keys(ingestOptions), ...builtinPipelines()];
    for (const word of words) expect(read(name), word).toContain(`\`${word}\``);
    for (const stage of stages.values()) {
      const own = `src/stages/${stage.name}/README.md`;
      const told = read(name) + (read(name).includes(`](${own}#options)`) ? read(own) : '');
      for (const option of Object.keys(stage.options))
        expect(told, `${stage.name} ${option}`).toContain(`\`${option}\``);
    }
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

describe.each(['test/README.md', 'src/stages/dedup/README.md'])('%s', (name) => {
  it('links to files that are there', () => {
    for (const [, target] of read(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect(() => read(path.join(path.dirname(name), target!)), target).not.toThrow();
  });
});
