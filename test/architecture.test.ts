import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folder may import which: the table in src/README.md. A folder may always import itself. */
const TABLE: Record<string, readonly string[]> = {
  text: [],
  kernel: [],
  stages: ['text', 'kernel', 'pipeline/types.ts'],
  ingest: ['text', 'pipeline/types.ts'],
  store: ['pipeline/types.ts'],
  export: ['store', 'pipeline/types.ts'],
  pipeline: ['ingest', 'stages/index.ts', 'stages/extract/types.ts', 'store', 'export', 'text'],
  commands: ['ingest', 'stages', 'pipeline', 'store', 'export', 'text'],
};

interface Import {
  file: string;
  target: string;
}

const root = path.resolve(import.meta.dirname, '../src');
const files = globSync('**/*.ts', { cwd: root }).map((f) => f.split(path.sep).join('/'));

function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1]!);
}

function ownImports(): Import[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((spec) => spec.startsWith('.'))
      .map((spec) => ({ file, target: path.posix.join(path.posix.dirname(file), spec) })),
  );
}

function allowed({ file, target }: Import): boolean {
  const folder = file.split('/')[0]!;
  const rules = TABLE[folder];
  if (!file.includes('/') || !rules) return !file.includes('/');
  if (folder === 'stages') {
    const stage = file.split('/').slice(0, 2).join('/');
    if (file === 'stages/index.ts') return target.startsWith('stages/') || target === 'pipeline/types.ts';
    return target.startsWith(`${stage}/`) || rules.some((r) => target === r || target.startsWith(`${r}/`));
  }
  return target.startsWith(`${folder}/`) || rules.some((r) => target === r || target.startsWith(`${r}/`));
}

describe('the house', () => {
  it('reads sources at all', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(ownImports().length).toBeGreaterThan(60);
  });

  it('keeps to the import table', () => {
    expect(ownImports().filter((i) => !allowed(i))).toEqual([]);
  });

  it('is described as it is', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    for (const [folder, allowed] of Object.entries(TABLE)) {
      const row = new RegExp(`^\\| \`${folder}/(?:x/)?\` \\|.*\\| (.*) \\|$`, 'm').exec(readme)?.[1] ?? '';
      const described = row.replaceAll('`', '').split(', ');
      if (folder === 'commands') expect(row).toBe('all of these');
      else if (!allowed.length) expect(row, folder).toBe('nothing of ours');
      else expect(described.filter((d) => d !== 'itself').sort(), folder).toEqual([...allowed].sort());
    }
  });

  it('knows every folder', () => {
    const folders = new Set(files.filter((f) => f.includes('/')).map((f) => f.split('/')[0]));
    expect([...folders].filter((f) => !TABLE[f!])).toEqual([]);
  });

  const grep = (where: RegExp, what: RegExp): string[] =>
    files.filter(
      (f) =>
        where.test(f) && what.test(readFileSync(path.join(root, f), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );

  it('has SQL in the store alone', () => {
    expect(grep(/^(?!store\/)/, /node:sqlite/)).toEqual([]);
  });

  it('has no I/O, clock or chance in stages, text and kernel', () => {
    expect(
      grep(
        /^(stages|text|kernel)\//,
        /node:(fs|net|http|child_process)|Date\.now|new Date\(\)|Math\.random|performance\./,
      ),
    ).toEqual([]);
  });

  it('reads no date by the time zone of the machine', () => {
    // A string, or parts without UTC, are read as the machine's; only these hold moments, all of them numbers.
    expect(grep(/^(?!text\/times-calendar\.ts$|pipeline\/run\.ts$)/, /new Date\(/)).toEqual([]);
    expect(grep(/^pipeline\/run\.ts$/, /new Date\((?!\))/)).toEqual([]);
    expect(
      grep(
        /./,
        /Date\.parse\(|\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes)\(|toLocale(?:Date|Time)String|new Date\(['"`]/,
      ),
    ).toEqual([]);
  });

  it('prints in cli.ts alone', () => {
    expect(grep(/^(?!cli\.ts$)/, /console\.|process\.(stdout|stderr|exit)/)).toEqual([]);
  });

  it('has no cases that no test reads', () => {
    const tests = globSync('**/*.test.ts', { cwd: import.meta.dirname });
    const read = tests.map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8')).join('\n');
    const folders = globSync('cases/*/', { cwd: import.meta.dirname }).map((folder) =>
      folder.split(path.sep).join('/'),
    );
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.filter((folder) => !read.includes(folder))).toEqual([]);
  });

  it('loads no command before it is asked for', () => {
    const loaded = [...readFileSync(path.join(root, 'cli.ts'), 'utf8').matchAll(/^import (?!type ).* from '(.+)'/gm)];
    expect(loaded.map((m) => m[1]).sort()).toEqual(['./version.ts', 'commander', 'node:os']);
  });
});
