import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Io } from '../../src/commands/io.ts';
import { searchCommand } from '../../src/commands/search.ts';
import { wenshai } from './process.ts';

const LONG = '村里老人常说渠水养人，田里的活计离不开它，家家户户都盼着水来。'.repeat(4);
const CANAL = [
  '石桥县水利站推行“四包一查”管护法，即包渠段、包涵闸、包清淤、包绿化，逐月检查。',
  '一、包渠段。县水利站把三十六条渠分给十二个村。',
  '二、包涵闸。镇水利站维修涵闸9座，GDP不看，只看水。',
  LONG,
].join('\n');

let folder: string;
const here = (...args: string[]) => wenshai(args, { cwd: folder });

/** What the command gives as JSON; in this process, for a start of the program costs more than a search. */
async function hits(...args: string[]): Promise<any[]> {
  let out = '';
  const io = { out: (text: string) => (out += text), err: () => {}, exit: () => {} } as unknown as Io;
  await searchCommand(io).parseAsync(['--json', '--out', path.join(folder, 'out'), ...args], { from: 'user' });
  return JSON.parse(out);
}

const kinds = async (...args: string[]): Promise<string[]> =>
  (await hits(...args)).map((h) => `${path.basename(h.path, '.txt')} ${h.kind}`);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-search-'));
  mkdirSync(path.join(folder, 'pages'));
  const put = (name: string, text: string): void => writeFileSync(path.join(folder, 'pages', name), text);
  put('canal.txt', `𪨊溪河渠管护“四包一查”见实效\n${CANAL}\n`);
  put('copy.txt', `𪨊溪河渠管护“四包一查”见实效\n${CANAL.replaceAll('，', ',')}\n`);
  put('trees.txt', '梅岭村封山育林\n梅岭村植树一百亩，封山三年，泉眼又出了水，渠也不干了。\n');
  await here('run', 'pages', '--quiet');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('wenshai search', () => {
  it('finds titles, slogans, measures, figures and texts, and tells which', async () => {
    expect(await kinds('管护')).toEqual(['canal title', 'canal text', 'copy title', 'copy text']);
    expect(await kinds('四包一查', '--works')).toEqual(['canal title', 'canal slogan', 'canal text']);
    expect(await kinds('涵闸', '--kind', 'measure')).toEqual(['canal measure']);
    expect(await kinds('涵闸', '--kind', 'figure')).toEqual(['canal figure']);
    expect(await kinds('包绿化', '--kind', 'slogan')).toEqual(['canal slogan']);
  });

  it('finds what has all the words, in any order', async () => {
    expect(await kinds('植树', '泉眼')).toEqual(['trees text']);
    expect(await kinds('泉眼', '涵闸')).toEqual([]);
    // One word in the title, one in the text.
    expect(await kinds('育林', '泉眼')).toEqual(['trees text']);
  });

  it('knows traditional words, small letters, and signs for what they are', async () => {
    expect(await kinds('樹', '--kind', 'text')).toEqual(['trees text']);
    expect(await kinds('gdp', '--kind', 'text', '--works')).toEqual(['canal text']);
    expect(await kinds('植.')).toEqual([]);
    expect(await kinds('（')).toEqual([]);
  });

  it('tells places in code points, and shows the surroundings', async () => {
    const [title] = await hits('𪨊溪', '--works');
    expect(title).toMatchObject({ kind: 'title', start: null, end: null, part: 1, record: null });
    const { text } = JSON.parse((await here('show', 'canal.txt', '--json')).out);
    const cut = (h: { start: number; end: number }): string =>
      Array.from(text as string)
        .slice(h.start, h.end)
        .join('');
    const [found] = await hits('家家户户', '--kind', 'text');
    expect(cut(found)).toBe('家家户户');
    expect(found.snippet).toMatch(/^….*家家户户.*…$/su);
    const [measure] = await hits('涵闸', '--kind', 'measure');
    expect(cut(measure)).toContain('二、包涵闸。镇水利站维修涵闸9座');
  });

  it('prints id, kind, path, title and a snippet; so many as asked for', async () => {
    const { code, out } = await here('search', '管护', '--limit', '1');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^[0-9a-f]{16} {2}title {4}pages\/canal\.txt, part 1 {2}𪨊溪河渠.*\n {4}𪨊溪河渠.*\n… and 3 more hits \(--limit 0 for all\)\n$/u,
    );
    expect(await hits('管护', '--limit', '1')).toHaveLength(1);
    expect((await here('search', '管护', '--limit', '0')).out.trim().split('\n')).toHaveLength(8);
  });

  it('says so where there is nothing', async () => {
    expect(await here('search', '海港')).toMatchObject({ code: 1, out: '', err: 'nothing found\n' });
    expect(await here('search', '海港', '--json')).toMatchObject({ code: 1, out: '[]\n', err: '' });
  });

  it.each([
    [['search'], /missing required argument 'words'/],
    [['search', ' '], /^wenshai: a word to search for is empty\n$/],
    [['search', '渠', '--kind', 'titel'], /'titel' is invalid/],
  ])('%j: one line, exit code 2', async (args, message) => {
    const { code, out, err } = await here(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
