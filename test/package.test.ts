import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tar from 'tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './cli/process.ts';

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
  files: string[];
  dependencies: Record<string, string>;
};
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

let folder: string;
let consumer: string;
let installed: string;

/** npm puts these into every package. */
const ALWAYS = ['package.json', 'README.md', 'LICENSE'];

/** The package built from the sources as they are now, in a folder of its own: no build that lies in the checkout has a part in it. */
function build(): string {
  const stage = path.join(folder, 'stage');
  for (const name of [...ALWAYS, ...manifest.files])
    if (name !== 'dist') cpSync(path.join(root, name), path.join(stage, name), { recursive: true });
  const dist = path.join(stage, 'dist');
  execFileSync(process.execPath, [compiler, '-p', path.join(root, 'tsconfig.build.json'), '--outDir', dist]);
  return stage;
}

/** Packs the package, and puts it beside the dependencies that it names, as npm would: no other module is to be found there. */
async function install(stage: string): Promise<void> {
  // Windows has npm as a script for its shell.
  const options = { cwd: stage, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--offline'], options);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  mkdirSync(installed, { recursive: true });
  await tar.extract({ file: path.join(stage, filename), cwd: installed, strip: 1 });
  for (const name of [...Object.keys(manifest.dependencies), '@types/node']) link(name);
}

function link(name: string): void {
  const at = path.join(consumer, 'node_modules', name);
  mkdirSync(path.dirname(at), { recursive: true });
  symlinkSync(path.join(root, 'node_modules', name), at, 'junction');
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: consumer, encoding: 'utf8', stdio: 'pipe' });
}

const command = (...args: string[]): string => node(path.join(installed, 'bin/wenshai.js'), ...args);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-package-'));
  consumer = path.join(folder, 'consumer');
  installed = path.join(consumer, 'node_modules/wenshai');
  await install(build());
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('holds what is run and read, no sources and no tests', () => {
    expect(readdirSync(installed).sort()).toEqual([...ALWAYS, ...manifest.files.map((f) => f.split('/')[0]!)].sort());
    expect(existsSync(path.join(installed, 'dist/text/language-table.json'))).toBe(true);
  });

  it('runs as a command, in worker threads too', () => {
    expect(command('--version')).toBe(`${manifest.version}\n`);
    mkdirSync(path.join(consumer, 'pages'));
    const page =
      '云碧县工作要点\n\n一、加强队伍建设。全年培训社区工作者不少于120人次。\n\n二、强化保障。投入资金1.2亿元。\n';
    writeFileSync(path.join(consumer, 'pages/a.txt'), page);
    // Too large to be read in the main thread.
    const lines = Array.from({ length: 6000 }, (_, i) => `第${i}户领到了新证件。`);
    writeFileSync(path.join(consumer, 'pages/b.txt'), lines.join('\n'));
    command('run', 'pages', '-q');
    const articles = readFileSync(path.join(consumer, 'out/articles.jsonl'), 'utf8').trim().split('\n');
    expect(articles).toHaveLength(2);
    expect(JSON.parse(articles[0]!)).toMatchObject({
      title: '云碧县工作要点',
      figures: [{ value: 120 }, { value: 120_000_000 }],
    });
  });

  it('is imported by its name', () => {
    const script = "import * as w from 'wenshai'; console.log(w.version, w.repair('機關(guān)').text, typeof w.run);";
    expect(node('--input-type=module', '-e', script)).toBe(`${manifest.version} 機關 function\n`);
  });

  it('has types that a strict consumer can use, and that refuse what is wrong', () => {
    const compilerOptions = {
      strict: true,
      module: 'nodenext',
      target: 'es2024',
      types: ['node'],
      noEmit: true,
      skipLibCheck: false,
    };
    writeFileSync(path.join(consumer, 'package.json'), '{"type":"module"}');
    const check = (code: string): string => {
      writeFileSync(path.join(consumer, 'use.ts'), code);
      writeFileSync(path.join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
      try {
        return node(compiler, '-p', consumer);
      } catch (e) {
        return (e as { stdout: string }).stdout;
      }
    };
    const use = (type: string): string =>
      `import { type Article, extract, readArticles } from 'wenshai';
       export const first = (a: Article): ${type} => a.figures[0]!.value;
       for await (const a of readArticles('x.jsonl')) first(a);
       extract('一', { published: '2021-01-01' }).points.map((p) => p.heading);`;
    expect(check(use('number | undefined'))).toBe('');
    expect(check(use('boolean'))).toMatch(/use\.ts.*TS2322/);
  });
});
