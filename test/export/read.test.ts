import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from '../../src/export/read.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-read-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string): Promise<string[]> {
  const file = path.join(folder, 'a.jsonl');
  writeFileSync(file, content);
  const texts: string[] = [];
  for await (const { text } of readArticles(file)) texts.push(text);
  return texts;
}

const line = (text: string): string => `${JSON.stringify({ id: 'a', text })}\n`;

describe('readArticles', () => {
  it('gives one article a line, the last with or without its end', async () => {
    expect(await read(line('一') + line('二'))).toEqual(['一', '二']);
    expect(await read(line('一') + line('二').trim())).toEqual(['一', '二']);
    expect(await read('')).toEqual([]);
    expect(await read(`\ufeff${line('一')}`)).toEqual(['一']);
  });

  it('ends a line at \\n alone, and joins what was read in pieces', async () => {
    const odd = ['甲\u2028乙\u2029丙\u0085丁', '岚'.repeat(100_000), '末'];
    expect(await read(odd.map(line).join(''))).toEqual(odd);
  });

  it.each([
    ['{"id": "a", "te', /^[^\n]*a\.jsonl: line 3: not JSON: [^\n]*$/],
    ['null', /a\.jsonl: line 3: no article$/],
    ['{"id": "a"}', /a\.jsonl: line 3: no article$/],
    ['[1]', /a\.jsonl: line 3: no article$/],
  ])('names the line of %j', async (broken, message) => {
    await expect(read(`${line('一')}${line('二')}${broken}\n${line('四')}`)).rejects.toThrow(message);
  });

  it('gives what stands before a broken line', async () => {
    const file = path.join(folder, 'b.jsonl');
    writeFileSync(file, `${line('一')}{`);
    const articles = readArticles(file);
    expect((await articles.next()).value).toEqual({ id: 'a', text: '一' });
    await expect(articles.next()).rejects.toThrow('line 2');
  });

  it('says that there is no file', async () => {
    await expect(readArticles(path.join(folder, 'none.jsonl')).next()).rejects.toThrow(/ENOENT/);
  });
});
