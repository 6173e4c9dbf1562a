import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endings } from '../../src/ingest/kind.ts';
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
    // In a log of many jobs the line says of when and where it is.
    expect(err.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, 'TIME')).toBe(
      "wenshai: TIME bad: 1 quarantined: nothing.txt (empty); 'wenshai status --out bad' tells why\n",
    );
    expect((await here(['status', '--out', 'bad'])).out).toMatch(/quarantine\n {2}nothing\.txt +ingest +empty/);
  });

  it('names some of many that were quarantined, and the very database to look into', async () => {
    mkdirSync(path.join(folder, 'blanks'));
    for (const n of [1, 2, 3, 4]) writeFileSync(path.join(folder, `blanks/${n}.txt`), '');
    const yaml = readFileSync(path.join(root, 'pipelines/text.yaml'), 'utf8').replace(/^name: .*/m, 'name: nightly');
    writeFileSync(path.join(folder, 'my line.yaml'), yaml);
    const where = ['--out', 'all blanks', '--pipeline', 'my line.yaml'];
    const { err } = await here(['run', 'blanks', ...where]);
    expect(err).toContain(
      `\n4 quarantined: blanks/1.txt (empty), blanks/2.txt (empty), blanks/3.txt (empty), …; 'wenshai status --out "all blanks" --pipeline "my line.yaml"' tells why\n`,
    );
    expect((await here(['status', ...where])).code).toBe(0);
  });

  it('ends with 0 all the same where that is asked for', async () => {
    writeFileSync(path.join(folder, 'nothing.txt'), '');
    const run = ['run', 'fine.txt', 'nothing.txt', '--lenient', '--out', 'lenient'];
    expect(await here([...run, '--quiet'])).toMatchObject({ code: 0, out: '', err: '' });
    const { code, err } = await here(run);
    expect([code, err]).toEqual([0, expect.stringContaining('1 quarantined: nothing.txt (empty); ')]);
  });

  it('tells how long its parts took where that is asked for', async () => {
    const { err } = await here(['run', 'fine.txt', '--verbose', '--out', 'timed']);
    expect(err).toMatch(/^took \d+\.\d s(?:: [a-z ]+ \d+\.\d(?:, [a-z ]+ \d+\.\d)*)?$/m);
  });

  it('tells of a broken link once: it is in quarantine, and not skipped', async () => {
    mkdirSync(path.join(folder, 'links'));
    symlinkSync('gone.txt', path.join(folder, 'links/dead.txt'));
    const { code, err } = await here(['run', 'links', 'fine.txt', '--out', 'linked']);
    expect([code, err.split('dead.txt').length - 1]).toEqual([1, 1]);
    expect(err).toContain('1 quarantined: links/dead.txt (broken link); ');
    expect(err).not.toContain('skipped');
    const { out } = await here(['status', '--out', 'linked']);
    expect(out.split('broken link').length - 1).toBe(1);
    rmSync(path.join(folder, 'links'), { recursive: true });
  });

  it('tells what files are new, changed and gone since the last run; so does status', async () => {
    mkdirSync(path.join(folder, 'nightly'));
    const put = (name: string, n: number): void =>
      writeFileSync(path.join(folder, 'nightly', name), `渡口镇值班安排\n每班不少于${n}人，交接要有记录。\n`);
    for (const name of ['a.txt', 'b.txt']) put(name, 2);
    const run = ['run', 'nightly', '--out', 'since'];
    expect((await here(run)).err).not.toContain('since the');
    expect((await here(['status', '--out', 'since'])).out).not.toContain('since the');
    put('a.txt', 3);
    rmSync(path.join(folder, 'nightly/b.txt'));
    for (const name of ['c.txt', 'd.txt']) put(name, 4);
    expect((await here(run)).err).toMatch(/works?\nsince the last run: 2 new, 1 changed, 1 gone\n/);
    expect((await here(['status', '--out', 'since'])).out).toMatch(/^since the run before: 2 new, 1 changed, 1 gone$/m);
    const { since } = JSON.parse((await here(['status', '--out', 'since', '--json'])).out);
    expect(since).toEqual({ new: 2, changed: 1, gone: 1 });
  });

  it('makes nothing where there is nothing to read, and ends with 2', async () => {
    mkdirSync(path.join(folder, 'bare'));
    writeFileSync(path.join(folder, 'bare/old.doc'), 'x');
    expect(await here(['run', 'bare', '--out', 'first'])).toMatchObject({
      code: 2,
      out: '',
      err: 'wenshai: nothing to read in bare (1 skipped: 1 .doc)\n',
    });
    expect(existsSync(path.join(folder, 'first'))).toBe(false);
  });

  it('leaves what is there where there is nothing to read: one line, exit code 2', async () => {
    mkdirSync(path.join(folder, 'unmounted'));
    const export_ = path.join(folder, 'quiet/articles.jsonl');
    const before = readFileSync(export_, 'utf8');
    expect(before.length).toBeGreaterThan(100);
    const { code, out, err } = await here(['run', 'unmounted', '--quiet', '--out', 'quiet']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^wenshai: nothing to read in unmounted: .*\n$/);
    expect(readFileSync(export_, 'utf8')).toBe(before);
  });
});

describe('what is not read', () => {
  it('is named, and of many the kinds are counted', async () => {
    mkdirSync(path.join(folder, 'mixed'));
    for (const name of ['a.png', 'b.PNG', 'c.png', 'd.doc', 'e']) writeFileSync(path.join(folder, 'mixed', name), 'x');
    const { err } = await here(['run', 'mixed', 'fine.txt', '--out', 'kinds']);
    expect(err).toContain(
      '5 skipped (3 .png, 1 .doc, 1 without an ending): mixed/a.png (unsupported), mixed/b.PNG (unsupported), mixed/c.png (unsupported), …\n',
    );
    // A quiet run is asked afterwards.
    const { out } = await here(['status', '--out', 'kinds']);
    expect(out).toMatch(/skipped, not read\n {2}\.png +3 files\n {2}\.doc +1 file\n {2}without an ending +1 file/);
  });
});

describe('a database', () => {
  it('is known by the name of its pipeline, without the file', async () => {
    const yaml = readFileSync(path.join(root, 'pipelines/text.yaml'), 'utf8').replace(/^name: .*/m, 'name: weekly');
    writeFileSync(path.join(folder, 'weekly.yaml'), yaml);
    await here(['run', 'fine.txt', '--quiet', '--out', 'named', '--pipeline', 'weekly.yaml']);
    rmSync(path.join(folder, 'weekly.yaml'));
    const { code, out } = await here(['status', '--out', 'named', '--pipeline', 'weekly']);
    expect([code, out]).toEqual([0, expect.stringContaining('1 article')]);
    const misspelt = await here(['status', '--out', 'named', '--pipeline', 'wekly']);
    expect(misspelt).toMatchObject({
      code: 2,
      err: "wenshai: unknown pipeline 'wekly'; did you mean 'weekly'? (default, text, weekly)\n",
    });
    expect((await here(['status', '--out', 'named'])).err).toMatch(/^wenshai: no database at .* \(there: weekly\)\n$/);
  });
});

describe('standard output that takes nothing', () => {
  it.skipIf(!existsSync('/dev/full'))('ends with 2, and with a line that says so', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [path.join(root, 'bin/wenshai.js'), 'schema'], {
      stdio: ['ignore', full, 'pipe'],
    });
    let err = '';
    child.stderr!.on('data', (chunk) => {
      err += chunk;
    });
    const [code] = await once(child, 'close');
    closeSync(full);
    expect([code, err]).toEqual([2, expect.stringMatching(/^wenshai: cannot write to standard output: .*\n$/)]);
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
    [['status', '--out', 'fine.txt'], /--out is a folder, not fine\.txt: /],
    [['explain', 'ffffffffffffffff', '--out', 'out'], /no article with id 'ffffffffffffffff'/],
    [['run', ''], /an input is empty/],
    [
      ['explain', '0', '--out', 'out', '--limit', '-1'],
      /--limit <n>' argument '-1' is invalid. It takes a whole number/,
    ],
  ])('%j: one line on standard error, exit code 2', async (args, message) => {
    writeFileSync(path.join(folder, 'fine.txt'), '关于加强值班工作的通知\n各单位要加强值班。\n');
    const { code, out, err } = await here(args);
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

  it('tells of a stage that did nothing, and of a rule that did nothing which did', async () => {
    const a = articles().find((x) => !x.repairs.some((r: { rule: string }) => r.rule.startsWith('repair/')));
    expect((await here(['explain', a.id, '--stage', 'repair'])).out).toMatch(/\n\nrepair: 0 edits\n/);
    expect((await here(['explain', a.id])).out).not.toMatch(/^\w+: 0 edits$/m);
    // A stage of the pipeline that had nothing to say of the article.
    expect((await here(['explain', a.id, '--stage', 'site'])).out).toMatch(/\n\nsite: 0 edits\n/);
    expect((await here(['explain', a.id, '--stage', 'sites'])).err).toMatch(/no stage 'sites'; did you mean 'site'\?/);
    const { code, err } = await here(['explain', a.id, '--rule', 'repair/gloss']);
    expect(code).toBe(2);
    expect(err).toMatch(/^wenshai: no edit by 'repair\/gloss' here, only by [a-z0-9/-]+(?:, [a-z0-9/-]+)*\n$/);
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

describe('what became of a page', () => {
  it('is told by explain: how much of it is kept, what was cut, where title and metadata were read', async () => {
    const a = articles().find((x) => x.source.path.endsWith('s41-header.txt'));
    const { out } = await here(['explain', a.id]);
    expect(out).toMatch(
      /^page +1 article, [\d,]+ of [\d,]+ characters kept \(\d\d %\), [\d,]+ of [\d,]+ Chinese ones$/m,
    );
    expect(out).toMatch(/^ {2}author +header +\d+–\d+ +作者：何晓舟 /m);
    expect(out).toMatch(/^characters of the page cut, by rule\n(?: {2}.*\n)* {2}strip\/header +\d+$/m);
    const { page, read } = JSON.parse((await here(['explain', a.id, '--json'])).out);
    expect(page.cut.reduce((n: number, c: { chars: number }) => n + c.chars, page.kept.chars)).toBe(page.chars);
    expect(read.find((r: { field: string }) => r.field === 'views')).toMatchObject({ from: 'header' });
    expect((await here(['explain', a.id, '--stage', 'strip'])).out).not.toContain('characters of the page cut');
  });

  it('is summed up by status, with the pages of which suspiciously little is left', async () => {
    const line = '县水利局组织民工疏浚沟渠三十六条，新建涵闸四座，惠及沿河九个村，';
    const menu = '<li><a href="/a">政务公开栏目</a></li>'.repeat(40);
    writeFileSync(path.join(folder, 'app.html'), `<ul>${menu}</ul><div id="app"></div>`);
    writeFileSync(
      path.join(folder, 'whole.html'),
      `<ul>${menu}</ul><div class="content"><p>${line.repeat(9)}</p></div>`,
    );
    await here(['run', 'app.html', 'whole.html', '--quiet', '--out', 'short']);
    const { out } = await here(['status', '--out', 'short']);
    expect(out).toMatch(/^[\d,]+ of [\d,]+ characters kept \(\d\d %\)/m);
    expect(out).toMatch(/^characters cut by rule\n {2}ingest\/chrome +240 +on 1 page$/m);
    expect(out).toMatch(
      /^suspiciously short\n {2}app\.html +240 of 240 +hardly any running text \(0 of 240 Chinese characters\)\n$/m,
    );
    const { short, characters } = JSON.parse((await here(['status', '--out', 'short', '--json'])).out);
    expect(short.map((p: { path: string }) => p.path)).toEqual(['app.html']);
    expect(characters).toMatchObject({
      chars: 240 + 240 + 9 * 32,
      cut: [{ rule: 'ingest/chrome', han: 240, pages: 1 }],
    });
  });

  it('is shown by status under its path where it has a note', async () => {
    writeFileSync(path.join(folder, 'page #1 100%.html'), '<html><body><p>各单位要加强值班。');
    await here(['run', 'page #1 100%.html', '--quiet', '--out', 'noted']);
    const { out } = await here(['status', '--out', 'noted']);
    expect(out).toMatch(/^notes\n {2}ingest\/no-main +1 +page #1 100%\.html: no article stands out/m);
    expect(out).toMatch(/^1 file, 1 page, 1 article, 1 work$/m);
  });

  it('is known for every title and every field of the sample', () => {
    for (const { title, meta, meta_from, source } of articles()) {
      const fields = Object.entries({ title, ...meta }).filter(
        ([, v]) => v !== null && (!Array.isArray(v) || v.length),
      );
      expect(Object.keys(meta_from).sort(), source.path).toEqual(fields.map(([k]) => k).sort());
      for (const { from } of Object.values<any>(meta_from)) expect(from, source.path).not.toMatch(/^(?:strip|split)$/);
    }
  });
});

describe('wenshai text', () => {
  it('repairs and simplifies what it is given', async () => {
    const { code, out } = await here(['text'], '機關(guān)黨建工作,沿著正確方向發(fā)展;顯著成效。\n');
    expect([code, out]).toEqual([0, '机关党建工作，沿着正确方向发展；显著成效。\n']);
  });

  it('makes nothing of nothing', async () => {
    for (const input of ['', ' \n\t\r\n'])
      expect(await here(['text'], input)).toMatchObject({ code: 0, out: '', err: '' });
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
    for (const name of [
      'run',
      'status',
      'search',
      'show',
      'explain',
      'compare',
      'dups',
      'export',
      'stages',
      'text',
      'schema',
    ]) {
      expect(out).toContain(name);
      const help = (await here([name, '--help'])).out;
      expect(help).toContain('Usage: wenshai');
      expect(help, 'a flag that is not given needs no default').not.toContain('default: false');
    }
    expect((await here(['--version'])).out).toBe(`${version}\n`);
  });

  it('tells of every ending that is read', async () => {
    const help = (await here(['run', '--help'])).out.replace(/\s+/g, ' ');
    expect(help).toContain(`folders, globs and files: ${endings.join(' ')}, each also .gz`);
  });

  it('shows the names that an option lists behind its summary', async () => {
    const { out } = await here(['stages']);
    expect(out).toMatch(/^ {4}titleField +… +fields or columns that may hold the title: title headline 标题$/m);
    expect(out).toMatch(/^ {4}maxDepth +1 +archives/m);
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
