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
  put(
    'slow.txt',
    '渠水慢灌法\n石桥县水利站在柳湾村推行“渠水慢灌”，2019年1月起轮流放水，家家有份。\n石桥县水利站\n2020年3月1日\n',
  );
  put(
    'table.html',
    '<meta charset="utf-8"><h1>桑溪镇农田报表</h1><p>发布时间：2021-05-06 来源：桑溪镇农办</p><p>现将全镇今年农田各项指标的完成数报送如下，请查收。</p><table><tr><td>指标</td><td>单位</td><td>2020年完成数</td><td>同比增长%</td></tr><tr><td>稻田面积</td><td>万亩</td><td>3.92</td><td>4.5</td></tr></table>',
  );
  put('trees.txt', '梅岭村封山育林\n梅岭村植树一百亩，封山三年，泉眼又出了水，渠也不干了。\n');
  put(
    'untitled.txt',
    '入秋以来，桑坪镇党委把枇杷园当作党课的课堂，请老果农讲剪枝，也请回乡的青年讲销路，园子里一时热闹起来。\n',
  );
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
    // As a text of its own each would be the number of a page, which is cut: a word of nothing is everywhere.
    for (const word of ['第1页', '- 1 -', '“第1页”']) expect(await kinds('--', word), word).toEqual([]);
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

  it('finds what stands by itself, where that is asked for by quotation marks or --exact', async () => {
    expect(await kinds('慢灌')).toEqual(['slow title', 'slow slogan', 'slow text']);
    expect(await kinds('慢灌', '--exact')).toEqual([]);
    for (const word of ['“渠水慢灌”', '"渠水慢灌"', '「渠水慢灌」'])
      expect(await kinds(word), word).toEqual(['slow slogan', 'slow text']);
    expect(await kinds('渠水慢灌', '-w')).toEqual(['slow slogan', 'slow text']);
    expect(await kinds('渠水慢灌')).toContain('slow title');
    // Of several words only the one in quotation marks; traditional as well.
    expect(await kinds('“渠水慢灌”', '石桥', '--kind', 'text')).toEqual(['slow text']);
    expect(await kinds('“四包一查”', '渠')).toContain('canal slogan');
    expect(await kinds('“植樹”')).toEqual([]);
    expect(await kinds('“梅嶺村”', '--exact')).toEqual([]);
    const { err, code } = await here('search', '-w', '慢灌');
    expect([code, err]).toEqual([
      1,
      'nothing found as a whole word; longer ones have it: leave out --exact or the quotation marks\n',
    ]);
    expect((await here('search', '-w', '海港')).err).toBe('nothing found\n');
  });

  it('prints hits by article, with day, whose it is, place and work, and counts them', async () => {
    const { code, out } = await here('search', '管护');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^[0-9a-f]{16} {2}𪨊溪河渠管护/u);
    expect(lines[1]).toBe('  pages/canal.txt, part 1');
    expect(lines[2]).toMatch(/^ {4}title {4}𪨊溪河渠管护/u);
    expect(lines[3]).toMatch(/^ {4}text {5}𪨊?.*管护/u);
    expect(lines[5]).toMatch(/^ {2}pages\/copy\.txt, part 1 · (?:exact|near) of [0-9a-f]{16}$/);
    expect(lines[5]!.endsWith(lines[0]!.slice(0, 16))).toBe(true);
    expect(lines.at(-1)).toBe('4 hits in 2 articles, 1 work (--works: only in the best copy of each)');
    expect((await here('search', '管护', '--works')).out).toMatch(/\n2 hits in 1 article, 1 work\n$/);
    expect((await here('search', '慢灌')).out).toMatch(/^ {2}2020-03-01 · 石桥县水利站 · pages\/slow\.txt, part 1$/m);
    expect((await here('search', '稻田')).out).toMatch(/^ {2}2021-05-06 · from 桑溪镇农办 · pages\/table\.html/m);
  });

  it('prints so many as asked for, in all and of an article', async () => {
    const { out } = await here('search', '管护', '--limit', '1');
    expect(out).toMatch(/\n… and 3 more hits \(--limit 0 for all\)\n4 hits in 2 articles/);
    expect(await hits('管护', '--limit', '1')).toHaveLength(1);
    // Article, place and hits of two.
    expect((await here('search', '管护', '--limit', '0')).out.trim().split('\n')).toHaveLength(9);
    const canal = ['search', '涵闸', '--works'];
    expect((await here(...canal)).out).toMatch(/\n {4}… and 1 more hit here \(--each 0 for all\)\n4 hits/);
    expect((await here(...canal, '--each', '0')).out).not.toContain('…  and');
    expect((await here(...canal, '--each', '0')).out).not.toContain('more hit');
    const both = (await here(...canal, '--each', '3', '--limit', '2')).out;
    expect(both).not.toContain('here');
    expect(both).toContain('… and 2 more hits (--limit 0 for all)\n');
    expect(await hits('涵闸', '--works')).toHaveLength(4);
    expect(await hits('涵闸', '--works', '--each', '1')).toHaveLength(1);
  });

  it('shows of a figure its unit, where that stands in the head of its table, the change, role and time', async () => {
    const { out } = await here('search', '稻田', '--kind', 'figure');
    expect(out).toMatch(/^ {4}figure {3}稻田面积：3\.92 万亩 · result · 2020年$/m);
    expect(out).toMatch(/^ {4}figure {3}稻田面积：4\.5 % · up by 增长 \(同比\) · /m);
  });

  it('lists the earliest first, those without a date last', async () => {
    const found = (await hits('石桥', '--kind', 'text')).map((h) => path.basename(h.path));
    expect(found).toEqual(['canal.txt', 'copy.txt', 'slow.txt']);
    const first = await hits('石桥', '--kind', 'text', '--oldest');
    expect(first.map((h) => path.basename(h.path))).toEqual(['slow.txt', 'canal.txt', 'copy.txt']);
  });

  it('tells in JSON whose and of when an article is, and of which work', async () => {
    const [slow] = await hits('慢灌');
    expect(slow).toMatchObject({ dated: '2020-03-01', org: '石桥县水利站', relation: 'canonical', work: slow.id });
    const [canal, , copy] = await hits('管护');
    expect(copy).toMatchObject({ work: canal.id, dated: null, publisher: null });
    expect(['exact', 'near']).toContain(copy.relation);
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

  it('tells an article without a title by how its text begins', async () => {
    expect((await here('search', '枇杷园')).out).toMatch(
      /^[0-9a-f]{16} {2}\(no title\) 入秋以来，桑坪镇党委把枇杷园当作党课的课堂，请老…$/m,
    );
    expect(await hits('枇杷园')).toMatchObject([
      { title: null, opening: '入秋以来，桑坪镇党委把枇杷园当作党课的课堂，请老…' },
    ]);
    expect(await hits('植树', '--kind', 'text')).toMatchObject([{ title: '梅岭村封山育林', opening: null }]);
  });
});
