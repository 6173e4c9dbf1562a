import {
  chmodSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, wenshai } from './process.ts';

const SENTENCE = '各级党组织要加强领导，落实责任，全年完成投资1.2亿元，同比增长5.2%。';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-hostile-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};

async function run(...args: string[]): Promise<Ended & { articles: any[]; quarantine: any[]; notes: any[] }> {
  const ended = await wenshai(['run', ...args, '--quiet'], { cwd: folder });
  expect(ended.signal).toBeNull();
  expect(ended.err.split('\n').length, ended.err).toBeLessThanOrEqual(2);
  const status = await wenshai(['status', '--json'], { cwd: folder });
  const { quarantine = [], notes = [] } = status.code === 0 ? JSON.parse(status.out) : {};
  const lines =
    status.code === 0 ? readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8').split('\n').filter(Boolean) : [];
  return { ...ended, articles: lines.map((l) => JSON.parse(l)), quarantine, notes };
}

describe('bad input', () => {
  it('of no bytes, and of blanks only', async () => {
    put('empty.txt', '');
    put('blank.txt', ' \n\t\u3000\n');
    const { code, quarantine } = await run('.');
    expect(code).toBe(1);
    expect(quarantine.map((q) => [q.path, q.reason])).toEqual([
      ['blank.txt', 'empty'],
      ['empty.txt', 'empty'],
    ]);
  });

  it('a picture that is named a page', async () => {
    put(
      'photo.html',
      Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(5000, 0x9a)]),
    );
    expect((await run('photo.html')).quarantine[0]).toMatchObject({
      path: 'photo.html',
      stage: 'ingest',
      reason: 'binary (JPEG)',
    });
  });

  it('GB18030 that is declared UTF-8', async () => {
    // 关于加强防汛工作的通知 in GB18030.
    const title = Buffer.from('b9d8d3dabcd3c7bfb7c0d1b4b9a4d7f7b5c4cda8d6aa', 'hex');
    const head = Buffer.from('<html><head><meta charset="utf-8"><title>');
    const body = Buffer.from('</title></head><body><div><h1>');
    put(
      'lying.html',
      Buffer.concat([
        head,
        title,
        body,
        title,
        Buffer.from('</h1><p>'),
        ...Array(40).fill(Buffer.concat([title, Buffer.from('a1a3', 'hex')])),
        Buffer.from('</p></div></body></html>'),
      ]),
    );
    const { articles, notes } = await run('lying.html');
    expect(articles[0].source.charset).toBe('gb18030');
    expect(articles[0].text).toContain('关于加强防汛工作的通知。');
    expect(notes.map((n) => n.code)).toContain('ingest/charset');
  });

  it('HTML that is nested 100,000 deep', async () => {
    const depth = 100_000;
    put(
      'deep.html',
      `<html><body>${'<div>'.repeat(depth)}<p>${SENTENCE.repeat(20)}</p>${'</div>'.repeat(depth)}</body></html>`,
    );
    const { code, articles } = await run('deep.html');
    expect(code).toBe(0);
    expect(articles[0].text).toContain(SENTENCE);
  });

  it('JSONL with broken lines: the rest goes on, and each says which line it was', async () => {
    put(
      'some.jsonl',
      [
        JSON.stringify({ text: SENTENCE }),
        '{"text": ',
        'no',
        JSON.stringify({ text: `又,${SENTENCE}`, url: 'http://example.org/1' }),
        '{"other": 1}',
        '',
      ].join('\n'),
    );
    const { code, articles, quarantine } = await run('some.jsonl');
    expect(code).toBe(1);
    expect(articles.map((a) => [a.source.record, a.source.url])).toEqual([
      [1, null],
      [4, 'http://example.org/1'],
    ]);
    expect(quarantine.map((q) => q.record)).toEqual([2, 3, 5]);
  });

  it('a file that is larger than the pipeline allows', async () => {
    put('p.yaml', 'name: default\nstages: [repair, normalise]\ningest: {maxBytes: 1000}\n');
    put('long.txt', SENTENCE.repeat(1000));
    expect((await run('long.txt', '--pipeline', 'p.yaml')).quarantine[0].reason).toMatch(/^too large/);
  });

  it('one line of many megabytes', async () => {
    put('line.txt', SENTENCE.repeat(100_000));
    const { code, articles } = await run('line.txt');
    expect(code).toBe(0);
    expect(articles[0].text.length).toBeGreaterThan(3_000_000);
  });

  it('links in a circle, and links to nowhere', async () => {
    put('in/page.txt', SENTENCE);
    symlinkSync('..', path.join(folder, 'in/loop'));
    symlinkSync('nowhere.txt', path.join(folder, 'in/gone.txt'));
    const { articles } = await run('in');
    expect(articles).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    put('in/page.txt', SENTENCE);
    put('in/secret.txt', SENTENCE);
    chmodSync(path.join(folder, 'in/secret.txt'), 0);
    const { code, quarantine } = await run('in');
    expect(code).toBe(1);
    expect(quarantine[0]).toMatchObject({ path: 'in/secret.txt', reason: expect.stringMatching(/^unreadable/) });
  });

  it('names that would break lines or colour a terminal are shown harmless, and stay as they are in what is written', async () => {
    const name = 'in/\u001b[31m红\n行.txt';
    put(name, SENTENCE);
    put('in/again.txt', SENTENCE);
    put('in/empty\n.txt', '');
    const { articles } = await run('in');
    expect(articles.map((a) => a.source.path).sort()).toEqual(['in/again.txt', name].sort());
    for (const args of [['status'], ['dups'], ['show', name]]) {
      const { out, err } = await wenshai(args, { cwd: folder });
      expect(out + err).not.toContain('\u001b');
      expect(out + err).not.toMatch(/^行|^\.txt/m);
      if (args[0] === 'dups') expect(out).toContain('in/␀[31m红⏎行.txt');
    }
  }, 240_000);

  it('names that are none, and a file for a folder', async () => {
    put('in/page.txt', SENTENCE);
    const said = async (...args: string[]): Promise<string> => {
      const { code, err } = await wenshai(args, { cwd: folder });
      expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
      return err;
    };
    expect(await said('run', 'in', '--out', '')).toMatch(/--out .*It takes a name/);
    expect(await said('status', '--out', '')).toMatch(/--out .*It takes a name/);
    expect(await said('export', 'works', '--output', '')).toMatch(/--output .*It takes a name/);
    expect(await said('run', 'in', '--out', 'in/page.txt')).toMatch(/--out is a folder, not in\/page\.txt: /);
  }, 240_000);

  it('an output folder that cannot be written: one line, exit code 2, nothing left behind', async () => {
    put('page.txt', SENTENCE);
    put('out/default.db/file', '');
    const { code, err } = await wenshai(['run', 'page.txt', '--quiet'], { cwd: folder });
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(path.join(folder, 'out')).filter((f) => f.startsWith('articles'))).toEqual([]);
  });
});
