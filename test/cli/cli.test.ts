import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/pipeline/explain.ts';
import { Store } from '../../src/store/store.ts';
import { version } from '../../src/version.ts';
import { root, wenshai } from './process.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-cli-'));
  const ran = await wenshai(['run', path.join(root, 'corpus/sample'), '--out', 'out'], { cwd: folder });
  expect(ran.code, ran.err).toBeLessThan(2);
});
afterAll(() => rmSync(folder, { recursive: true }));

const here = (args: string[], input?: string | Uint8Array) => wenshai(args, { cwd: folder, input });
const articles = (): any[] =>
  readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));

describe('wenshai run', () => {
  it('keeps standard output for data: what it says goes to standard error', async () => {
    const { code, out, err } = await here(['run', path.join(root, 'corpus/sample'), '--out', 'out']);
    expect([out, code === 0 || code === 1]).toEqual(['', true]);
    expect(err).toMatch(/\d+ files \(0 with work to do\), \d+ pages, \d+ articles, \d+ works/);
  });

  it('says nothing with --quiet when all is fine', async () => {
    writeFileSync(path.join(folder, 'fine.txt'), '关于加强值班工作的通知\n各单位要加强值班,每班不少于2人。\n');
    expect(await here(['run', 'fine.txt', '--quiet', '--out', 'quiet'])).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('ends with 1 when something was quarantined, and says how to find out', async () => {
    writeFileSync(path.join(folder, 'nothing.txt'), '');
    const { code, err } = await here(['run', 'fine.txt', 'nothing.txt', '--quiet', '--out', 'bad']);
    expect(code).toBe(1);
    expect(err).toBe("wenshai: 1 quarantined; 'wenshai status' tells why\n");
    expect((await here(['status', '--out', 'bad'])).out).toMatch(/quarantine\n {2}nothing\.txt +ingest +empty/);
  });
});

describe('a command line that cannot be run', () => {
  it.each([
    [['run', 'nowhere'], /nowhere/],
    [['run'], /missing required argument 'inputs'/],
    [['rnu', 'x'], /unknown command 'rnu'.*did you mean run/i],
    [['run', 'fine.txt', '--pipline', 'x'], /unknown option '--pipline'.*did you mean --pipeline/i],
    [['run', 'fine.txt', '--pipeline', 'defualt'], /unknown pipeline 'defualt'; did you mean 'default'\?/],
    [['run', 'fine.txt', '--workers', '0'], /a whole number from 1 to 9999/],
    [['run', 'fine.txt', '--out', 'fine.txt'], /fine\.txt/],
    [['status', '--out', 'nowhere'], /no database at nowhere/],
    [['explain', 'ffffffffffffffff', '--out', 'out'], /no article with id 'ffffffffffffffff'/],
    [['run', ''], /an input is empty/],
    [['text'], /^$/],
  ])('%j: one line on standard error, exit code 2', async (args, message) => {
    writeFileSync(path.join(folder, 'fine.txt'), '关于加强值班工作的通知\n各单位要加强值班。\n');
    const { code, out, err } = await here(args);
    if (args[0] === 'text') return expect([code, out, err]).toEqual([0, '', '']);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('wenshai explain', () => {
  it('shows every edit of an article and replays them to its text', async () => {
    const a = articles().find((x) => x.repairs.length > 2);
    const { code, out } = await here(['explain', a.id, '--limit', '0']);
    expect(code).toBe(0);
    expect(out).toContain('applied to the page, give the text again');
    for (const { rule } of a.repairs) expect(out).toContain(rule);
  });

  it('does so for every article of the sample', () => {
    const store = Store.read(path.join(folder, 'out/default.db'));
    let edits = 0;
    for (const article of store.articles()) {
      const { replayed, stages } = explain(store, article);
      expect(replayed, article.path).toBe(true);
      const shown = Map.groupBy(
        stages.flatMap((s) => s.passes.flat()),
        (e) => e.rule,
      );
      for (const { rule, count } of article.repairs as { rule: string; count: number }[])
        expect(shown.get(rule)?.length ?? 0, `${article.path} ${rule}`).toBeGreaterThanOrEqual(count);
      edits += [...shown.values()].flat().length;
    }
    store.close();
    expect(edits).toBeGreaterThan(5000);
  });
});

describe('wenshai text', () => {
  it('repairs and simplifies what it is given', async () => {
    const { code, out } = await here(['text'], '機關(guān)黨建工作,沿著正確方向發(fā)展;顯著成效。\n');
    expect([code, out]).toEqual([0, '机关党建工作，沿着正确方向发展；显著成效。\n']);
  });

  it('leaves correct text as it is', async () => {
    const text = '漢語課上，老師寫下“漢語(hànyǔ)”。';
    const plain = '第一季度完成投资1.2亿元，同比增长5.2%。';
    expect((await here(['text'], `${plain}\n`)).out).toBe(`${plain}\n`);
    expect((await here(['text'], `${text}\n`)).out).toContain('“汉语（hànyǔ）”');
  });

  it('shows the edits with --explain', async () => {
    const { out } = await here(['text', '--explain'], '機關(guān)黨建\n');
    expect(out).toMatch(/repair\/gloss +.*\[.*\(guān\) → .*\]/);
    expect(out).toMatch(/normalise\/t2s/);
  });

  it('reads GB18030 as well as UTF-8', async () => {
    const bytes = Buffer.from('cabdbcb6b5b3d7e9d6afd2aaccd8b1f0d6d8cad3a1a3', 'hex');
    expect((await here(['text'], bytes)).out).toBe(`${new TextDecoder('gb18030').decode(bytes)}\n`);
  });
});

describe('help', () => {
  it('tells of every command, and every command of its options', async () => {
    const { out } = await here(['--help']);
    for (const name of ['run', 'status', 'explain', 'stages', 'text', 'schema']) {
      expect(out).toContain(name);
      expect((await here([name, '--help'])).out).toContain('Usage: wenshai');
    }
    expect((await here(['--version'])).out).toBe(`${version}\n`);
  });

  it('lists every stage with its options', async () => {
    const list = JSON.parse((await here(['stages', '--json'])).out) as any[];
    for (const s of list) {
      expect(s.summary, s.name).toMatch(/.{10,}/);
      for (const [key, spec] of Object.entries<any>(s.options)) {
        expect(spec.summary, `${s.name}.${key}`).toMatch(/.{10,}/);
        expect(s.defaults, s.name).toHaveProperty(key);
      }
      expect(Object.keys(s.defaults).sort()).toEqual(Object.keys(s.options).sort());
    }
  });
});
