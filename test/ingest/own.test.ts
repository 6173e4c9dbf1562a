import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats, tableLines, tables } from '../../src/export/tables.ts';
import { isOwnExport } from '../../src/ingest/own.ts';
import { listInputs } from '../../src/ingest/walk.ts';
import { run } from '../../src/pipeline/run.ts';
import { Store } from '../../src/store/store.ts';

const PAGE =
  '棠溪县“三亮一评”工作做法\n一、亮身份。县供销社党支部3月底前设立党员示范岗12个。\n二、亮承诺。公开“三亮一评”承诺书40份。\n';

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-own-'));
  mkdirSync(at('pages'));
  writeFileSync(at('pages/a.txt'), PAGE);
  // A title with quotation marks and a backslash.
  writeFileSync(at('pages/b.jsonl'), `${JSON.stringify({ title: '答"问"\\一', text: PAGE })}\n`);
  await run(['pages/b.jsonl', 'pages/a.txt'], { cwd: folder, out: 'out', workers: 1 });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what wenshai wrote', () => {
  it.each(formats)('is known by its beginning: every table as %s', (format) => {
    const store = Store.read(at('out/default.db'));
    for (const name of Object.keys(tables)) {
      const lines = [...tableLines(store, name, format, format === 'csv')];
      expect(lines.length, name).toBeGreaterThan(format === 'csv' ? 1 : 0);
      writeFileSync(at(`table.${format}`), lines.join(''));
      expect(isOwnExport(at(`table.${format}`)), name).toBe(true);
    }
    store.close();
  });

  it('is passed over in a folder, packed or not, and told', () => {
    mkdirSync(at('mixed/old'), { recursive: true });
    const lines = readFileSync(at('out/articles.jsonl'), 'utf8').trim().split('\n');
    writeFileSync(at('mixed/old/articles.jsonl'), `${lines.join('\n')}\n`);
    writeFileSync(at('mixed/quoted.jsonl'), `${lines.find((l) => l.includes('\\"问'))}\n`);
    writeFileSync(at('mixed/packed.jsonl.gz'), gzipSync(`${lines.join('\n')}\n`.repeat(50)));
    writeFileSync(at('mixed/page.txt'), PAGE);
    const { files, skipped } = listInputs(['mixed'], folder);
    expect(files.map((f) => f.path)).toEqual(['mixed/page.txt']);
    expect(skipped).toEqual(
      ['mixed/old/articles.jsonl', 'mixed/packed.jsonl.gz', 'mixed/quoted.jsonl'].map((path) => ({
        path,
        reason: 'written by wenshai',
        failed: false,
      })),
    );
  });

  it('is read where it is named: who names it means it', () => {
    expect(listInputs(['out/articles.jsonl'], folder).files.map((f) => f.path)).toEqual(['out/articles.jsonl']);
  });

  it.each([
    ['a.jsonl', '{"id":"0123456789abcdef","title":"x","text":"y"}\n'],
    ['b.jsonl', '{"id":"17","title":"x","script":"hans","source":{"path":"y"}}\n'],
    ['c.jsonl', '{"concept":"三会一课","kind":"制度","text":"y"}\n'],
    ['d.csv', 'article,work,title,text\n1,2,3,4\n'],
    ['e.jsonl', ''],
    ['f.jsonl.gz', Buffer.from('1f8b08', 'hex')],
    // A text that quotes one of ours.
    ['g.txt', '{"article":"0123456789abcdef","work":"0123456789abcdef","title":null}'],
  ])('%s of somebody else is none', (name, content) => {
    writeFileSync(at(name), content);
    expect(isOwnExport(at(name))).toBe(false);
  });
});
