import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../src/export/tables.ts';
import { root, wenshai } from './process.ts';

let folder: string;
const here = (...args: string[]) => wenshai(args, { cwd: folder });
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-export-'));
  writeFileSync(
    path.join(folder, 'rows.jsonl'),
    ['一', '二'].map((n) => `${JSON.stringify({ text: `${n}、加强值班。全年巡查12次。` })}\n`).join(''),
  );
  await here('run', 'rows.jsonl', '--quiet');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('wenshai export', () => {
  it('tells who names the file with -o how to', async () => {
    expect(await here('export', 'figures', '-o', 'm.csv')).toMatchObject({
      code: 2,
      out: '',
      err: 'wenshai: -o, --out is a folder, not m.csv: that of the database; name the file to write with --output m.csv\n',
    });
  });

  it.each([
    [
      ['show', 'rows', '-o', 'm.txt'],
      'that of the database; what this command finds goes to standard output (> m.txt)',
    ],
    [['run', 'rows.jsonl', '-o', 'articles.jsonl'], 'the export is written into it, as articles.jsonl'],
    [['export', 'works', '-o', 'rows.jsonl'], 'that of the database; name the file to write with --output rows.jsonl'],
  ])('%j: -o is a folder in all commands', async (args, instead) => {
    const err = `wenshai: -o, --out is a folder, not ${args.at(-1)}: ${instead}\n`;
    expect(await here(...args)).toMatchObject({ code: 2, out: '', err });
    expect(existsSync(path.join(folder, 'articles.jsonl'))).toBe(false);
  });

  it('writes the format that the ending of the file promises', async () => {
    expect((await here('export', 'figures', '--output', 'f.CSV')).err).toBe('wrote f.CSV: 2 rows\n');
    expect(read('f.CSV')).toMatch(/^article,work,/);
    await here('export', 'figures', '--output', 'f.jsonl');
    expect(read('f.jsonl')).toMatch(/^\{"article":/);
    await here('export', 'figures', '--output', 'f.xlsx', '--format', 'csv');
    expect(read('f.xlsx')).toBe(read('f.CSV'));
  });

  it.each([
    ['table.xlsx', /^wenshai: a table is CSV or JSONL, not \.xlsx: .*--format\n$/],
    ['nowhere/f.csv', /^wenshai: cannot write nowhere\/f\.csv: there is no such folder\n$/],
    ['.', /^wenshai: cannot write \.: it is not a regular file\n$/],
    ['/dev/null', /^wenshai: cannot write \/dev\/null: it is not a regular file\n$/],
  ])('to %s: refuses in one line, and leaves what is there', async (file, message) => {
    const { code, out, err } = await here('export', 'figures', '--output', file);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(existsSync(path.join(folder, 'table.xlsx'))).toBe(false);
  });

  it('has no byte-order mark for JSONL, and says so', async () => {
    for (const args of [
      ['--format', 'jsonl'],
      ['--output', 'marked.jsonl'],
    ]) {
      const { code, out, err } = await here('export', 'figures', '--bom', ...args);
      expect([code, out, err]).toEqual([2, '', 'wenshai: --bom is for CSV: JSONL has no byte-order mark\n']);
    }
    expect(existsSync(path.join(folder, 'marked.jsonl'))).toBe(false);
    expect((await here('export', 'figures', '--bom')).out).toMatch(/^\ufeffarticle,/);
  });

  it('writes through a link', async () => {
    mkdirSync(path.join(folder, 'shared'));
    writeFileSync(path.join(folder, 'shared/f.csv'), 'old');
    symlinkSync('shared/f.csv', path.join(folder, 'link.csv'));
    await here('export', 'figures', '--output', 'link.csv');
    expect(readlinkSync(path.join(folder, 'link.csv'))).toBe('shared/f.csv');
    expect(read('shared/f.csv')).toMatch(/^article,/);
  });

  it('tells which record of a file a finding is from', async () => {
    const { out } = await here('export', 'figures', '--format', 'jsonl');
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map((r) => [r.path, r.record, r.part])).toEqual([
      ['rows.jsonl', 1, 1],
      ['rows.jsonl', 2, 1],
    ]);
  });

  it('warns of a run that is not finished', async () => {
    await here('run', 'rows.jsonl', '--quiet', '--out', 'killed');
    const db = new DatabaseSync(path.join(folder, 'killed/default.db'));
    db.exec("UPDATE runs SET state = 'running'");
    db.close();
    const { code, err } = await here('export', 'works', '--out', 'killed');
    expect([code, err]).toEqual([0, expect.stringContaining('the last run is not finished')]);
    expect((await here('export', 'works')).err).toBe('');
  });
});

describe('the description of the tables', () => {
  it('has every column of every table, and no other', () => {
    const described = readFileSync(path.join(root, 'src/export/README.md'), 'utf8');
    const words = new Set([...described.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap((m) => m[1]!.match(/\w+/g)!));
    expect([...words].sort()).toEqual([...new Set(Object.values(tables).flatMap((t) => t.columns))].sort());
  });
});
