import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xlsx, zip } from '../../corpus/containers.ts';
import { wenshai } from './process.ts';

const CANAL = '石桥县水利站把三十六条渠分给十二个村，逐月检查，谁家门前的渠谁家看护。\n';

let folder: string;
const here = async (...args: string[]): Promise<string> => (await wenshai(args, { cwd: folder })).out;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-members-'));
  mkdirSync(path.join(folder, 'pages'));
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(path.join(folder, 'pages', name), bytes);
  put('canals.zip', zip({ '甲/渠.txt': `渠道看护\n${CANAL}`, '乙/渠.txt': `渠道看护\n${CANAL}` }));
  const rows = [
    ['标题', '正文'],
    ['枇杷园里的党课', '入秋以来桑坪镇党委把枇杷园当作课堂，请老果农讲剪枝。'],
  ];
  put('list.xlsx', xlsx({ 渠道: rows, 空: [['标题', '正文']] }));
  await here('run', 'pages', '--quiet');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a page of an archive', () => {
  it('is told by its name there, not by its number', async () => {
    expect(await here('search', '渠道看护', '--kind', 'title')).toMatch(
      /^ {2}pages\/canals\.zip 乙\/渠\.txt, part 1$/m,
    );
    expect(await here('dups')).toMatch(/^ {2}exact +[0-9a-f]{16} {2}pages\/canals\.zip 甲\/渠\.txt, part 1$/m);
    const { err } = await wenshai(['show', 'canals.zip'], { cwd: folder });
    expect(err).toMatch(/^ {2}[0-9a-f]{16} {2}pages\/canals\.zip 甲\/渠\.txt, part 1 {2}渠道看护$/m);
  });

  it('is told so in JSON and in tables', async () => {
    const hits = JSON.parse(await here('search', '渠道看护', '--kind', 'title', '--json'));
    expect(hits.map((h: any) => h.member)).toEqual(['乙/渠.txt', '甲/渠.txt']);
    const [work] = JSON.parse(await here('dups', '--json'));
    expect(work.members.map((m: any) => m.member)).toEqual(['乙/渠.txt', '甲/渠.txt']);
    const rows = (await here('export', 'works', '--format', 'jsonl')).trim().split('\n');
    expect(rows.map((l) => JSON.parse(l)).map((r) => [r.path, r.record, r.member])).toEqual([
      ['pages/canals.zip', 1, '乙/渠.txt'],
      ['pages/canals.zip', 2, '甲/渠.txt'],
      ['pages/list.xlsx', 2, '渠道'],
    ]);
  });
});

describe('a row of a workbook', () => {
  it('is told by sheet and line', async () => {
    expect(await here('search', '枇杷园', '--kind', 'title')).toMatch(/^ {2}pages\/list\.xlsx 渠道 line 2, part 1$/m);
    expect(await here('show', 'list.xlsx')).toMatch(/^source +pages\/list\.xlsx 渠道 line 2, part 1, /m);
  });
});
