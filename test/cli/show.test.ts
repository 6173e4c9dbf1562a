import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wenshai } from './process.ts';

const BODY = [
  '石桥县供销社推行“三亮一评”工作法，即亮身份、亮承诺、亮业绩、群众评议。',
  '一、亮身份。社党支部2023年设立党员示范岗12个。',
  '二、亮承诺。公开承诺书40份，接受群众监督。',
].join('\n');

let folder: string;
let articles: any[];
const here = (...args: string[]) => wenshai(args, { cwd: folder });
const idAt = (file: string, record: number | null = null): string =>
  articles.find((a) => a.source.path === file && a.source.record === record).id;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-show-'));
  mkdirSync(path.join(folder, 'pages/old'), { recursive: true });
  const put = (name: string, text: string): void => writeFileSync(path.join(folder, 'pages', name), text);
  put('a-1.txt', `石桥县供销社“三亮一评”\n作者：韩青　发布时间：2023-11-02\n${BODY}\n`);
  put('old/copy.txt', `石桥县供销社“三亮一评”\n${BODY.replaceAll('，', ',')}\n`);
  put('escape.txt', '渡口镇值班安排\n渡口镇每班不少于2人，交接要有记录，并且逐日登记。\n');
  put(
    'old/escape.txt',
    '棠溪镇防汛安排\n棠溪镇备足沙袋3000只，堤上昼夜有人巡查，险情随时上报。全年险情同比下降三成。\n',
  );
  const rows = ['柳湾村修渠三里，引水到田，家家都出了工。', '梅岭村植树百亩，封山三年，泉眼又出了水。'];
  put('rows.jsonl', rows.map((text) => `${JSON.stringify({ title: text.slice(0, 5), text })}\n`).join(''));
  put(
    'tasks.html',
    '<meta charset="utf-8"><h1>石桥县林水任务安排</h1><p>发布时间：2023-03-02</p><p>各乡镇：现将今年的林水任务安排如下，请对照落实。</p><p>一、造林。各乡镇要按下表造林，逐月报送进度。</p><p>二、修渠。各乡镇要在明年6月底前完成修渠任务。</p><table><tr><td>指标</td><td>单位</td><td>2023年目标数</td></tr><tr><td>造林面积</td><td>万亩</td><td>3.92</td></tr></table>',
  );
  put('nothing.txt', '');
  await here('run', 'pages', '--quiet');
  const many = Array.from({ length: 23 }, (_, i) => ({ title: `第${i}渠`, text: `第${i}渠由${i}户人家轮流看管。` }));
  writeFileSync(path.join(folder, 'many.jsonl'), many.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await here('run', 'many.jsonl', '--out', 'many', '--quiet');
  articles = readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('wenshai show', () => {
  it('prints an article to read: title, where it is from, metadata, work, text', async () => {
    const { code, out, err } = await here('show', 'pages/a-1.txt');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toBe('石桥县供销社“三亮一评”');
    expect(out).toContain(`\narticle    ${idAt('pages/a-1.txt')}\n`);
    expect(out).toMatch(/^source {5}pages\/a-1\.txt, part 1, utf-8/m);
    expect(out).toMatch(/^work {7}canonical$/m);
    expect(out).toMatch(/^published {2}2023-11-02$/m);
    expect(out).toMatch(/^author {5}韩青$/m);
    expect(out.endsWith(`\n\n${BODY}\n`)).toBe(true);
  });

  it('prints what was found where it is asked for', async () => {
    const { out } = await here('show', 'a-1', '--points', '--slogans', '--figures');
    expect(out).toMatch(/^points: 2\n {2}practice +一、 亮身份/m);
    expect(out).toMatch(/^slogans: 1\n {2}numeral +三亮一评 +1× +亮身份；亮承诺；亮业绩；群众评议$/m);
    expect(out).toMatch(/^figures: 2\n {2}\w+ +12个 +党员示范岗/m);
    const { out: flood } = await here('show', 'old/escape.txt', '--figures');
    expect(flood).toMatch(/三成 +\S+ +\S* +down by 下降 \(同比\)$/m);
    expect((await here('show', 'a-1', '--points')).out).not.toContain('figures');
    const tasks = await here('show', 'tasks', '--points', '--figures');
    expect(tasks.out).toMatch(/^ {2}requirement +二、 修渠 .*· 明年6月底前 \(2023-03-02–2024-06-30\)$/m);
    expect(tasks.out).toMatch(/^ {2}\w+ +3\.92 万亩 +造林面积 +2023年$/m);
    const copy = await here('show', 'copy', '--points');
    expect(copy.out).toContain('points: 0 (a copy: they are those of the canonical article)\n');
  });

  it('gives the line of articles.jsonl as JSON', async () => {
    const a = articles.find((x) => x.source.path === 'pages/a-1.txt');
    expect(JSON.parse((await here('show', a.id.slice(0, 12), '--json')).out)).toEqual(a);
  });
});

describe('several articles', () => {
  const ids = ['a-1', 'old/copy.txt'] as const;

  it('are printed one after the other, each once', async () => {
    const { code, out, err } = await here('show', ...ids, 'pages/a-1.txt');
    expect([code, err]).toEqual([0, '']);
    const one = await here('show', ids[0]);
    const other = await here('show', ids[1]);
    expect(out).toBe(`${one.out}\n${'─'.repeat(60)}\n\n${other.out}`);
  });

  it('are a line each as JSON', async () => {
    const { out } = await here('show', ...ids, '--json');
    const paths = ['pages/a-1.txt', 'pages/old/copy.txt'];
    const lines = out.trim().split('\n');
    expect(lines.map((l) => JSON.parse(l))).toEqual(paths.map((p) => articles.find((a) => a.source.path === p)));
  });

  it('come without those that are not there: these are told, exit code 2', async () => {
    const { code, out, err } = await here('show', 'nix.txt', 'a-1', 'pages/nothing.txt');
    expect(code).toBe(2);
    expect(out).toBe((await here('show', 'a-1')).out);
    expect(err).toBe(
      "wenshai: no article with id 'nix.txt', nor a file of that path\nwenshai: 'pages/nothing.txt' holds no article: empty\n",
    );
  });
});

describe('an article', () => {
  it.each([['pages/a-1.txt'], ['./pages/../pages/a-1.txt'], ['a-1.txt'], ['a-1'], ['pages/a-1']])(
    'is known by %s',
    async (name) => {
      expect(JSON.parse((await here('show', name, '--json')).out).id).toBe(idAt('pages/a-1.txt'));
    },
  );

  it('is known by its absolute path, and by the beginning of its id', async () => {
    const id = idAt('pages/a-1.txt');
    for (const name of [path.join(folder, 'pages/a-1.txt'), id, id.slice(0, 10)])
      expect(JSON.parse((await here('show', name, '--json')).out).id).toBe(id);
  });

  it('is known by a number of a file before an id that begins so', async () => {
    const digits = [...'0123456789abcdef'];
    mkdirSync(path.join(folder, 'numbered'));
    for (const d of digits)
      writeFileSync(
        path.join(folder, 'numbered', `${d}.txt`),
        `第${d}渠\n第${d}渠由九户人家轮流看管，逐日登记水位。\n`,
      );
    await here('run', 'numbered', '--out', 'by-number', '--quiet');
    const shown = (await here('show', ...digits, '--json', '--out', 'by-number')).out.trim().split('\n');
    expect(shown.map((l) => JSON.parse(l).source.path)).toEqual(digits.map((d) => `numbered/${d}.txt`));
  });

  it('is known so to explain and compare', async () => {
    expect((await here('explain', 'a-1')).out).toContain(idAt('pages/a-1.txt'));
    const { out } = await here('compare', 'old/copy.txt', 'a-1');
    expect(out).toMatch(/^relation +(?:exact|near): /m);
  });

  it('has the path that is whole before others that end so', async () => {
    expect(JSON.parse((await here('show', 'pages/escape.txt', '--json')).out).source.path).toBe('pages/escape.txt');
  });

  it('is known by its path from another folder, too', async () => {
    const there = await wenshai(['show', '../a-1.txt', '--json', '-o', '../../out'], {
      cwd: path.join(folder, 'pages/old'),
    });
    expect(JSON.parse(there.out).id).toBe(idAt('pages/a-1.txt'));
  });

  it.each([
    [
      'escape.txt',
      /^wenshai: 'escape\.txt' is the end of several paths: pages\/escape\.txt, pages\/old\/escape\.txt\n$/,
    ],
    ['scape.txt', /^wenshai: no article with id 'scape\.txt', nor a file of that path\n$/],
    ['pages/nothing.txt', /^wenshai: 'pages\/nothing\.txt' holds no article: empty\n$/],
    ['pages', /^wenshai: no article with id 'pages', nor a file of that path: 'wenshai search' looks for words\n$/],
    ['引水', /^wenshai: no article with id '引水', nor a file of that path: 'wenshai search' looks for words\n$/],
    ['ffff', /^wenshai: no article with id 'ffff'\n$/],
    ['', /^wenshai: no article with id '', nor a file of that path\n$/],
  ])('%j is none, or several: one line, exit code 2', async (name, message) => {
    const { code, out, err } = await here('show', name);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('that shares its file with others is asked for by its id; the ids are told, one a line', async () => {
    const row = (n: number, title: string): string =>
      `  ${idAt('pages/rows.jsonl', n)}  pages/rows.jsonl line ${n}, part 1  ${title}\n`;
    const listed = row(1, '柳湾村修渠') + row(2, '梅岭村植树');
    const message = `wenshai: 'pages/rows.jsonl' holds several articles, say which by its id:\n${listed}`;
    expect(await here('explain', 'rows')).toMatchObject({ code: 2, out: '', err: message });
    // Beside others, too.
    const { out, err } = await here('show', 'rows', 'a-1');
    expect([out, err]).toEqual([(await here('show', 'a-1')).out, message]);
  });

  it('of more than a screen of ids so many are listed', async () => {
    const all = readFileSync(path.join(folder, 'many/articles.jsonl'), 'utf8').trim().split('\n');
    expect(all).toHaveLength(23);
    const { err } = await here('show', 'many', '--out', 'many');
    expect(err.match(/^ {2}[0-9a-f]{16} {2}many\.jsonl line /gm)).toHaveLength(20);
    expect(err.endsWith('\n  … and more\n')).toBe(true);
  });
});
