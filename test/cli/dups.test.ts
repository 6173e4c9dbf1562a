import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_TIMEOUT, sampleRun } from '../sample-run.ts';
import { wenshai } from './process.ts';

let folder: string;
let articles: any[];
beforeAll(async () => {
  folder = path.dirname(await sampleRun());
  articles = readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));
}, SAMPLE_TIMEOUT);
const here = (...args: string[]) => wenshai(args, { cwd: folder });

describe('wenshai dups', () => {
  it('lists every article once, in works by size, the canonical one first', async () => {
    const works = JSON.parse((await here('dups', '--json', '--min', '1', '--limit', '0')).out) as any[];
    expect(works.flatMap((w) => w.members.map((m: any) => m.id)).sort()).toEqual(articles.map((a) => a.id).sort());
    for (const [i, w] of works.entries()) {
      expect(w.size).toBe(w.members.length);
      expect(w.members[0]).toMatchObject({ id: w.work, relation: 'canonical', title: w.title });
      if (i) expect(w.size).toBeLessThanOrEqual(works[i - 1].size);
      for (const m of w.members) expect(articles.find((a) => a.id === m.id).work.id).toBe(w.work);
    }
  });

  it('leaves out works below --min and those beyond --limit', async () => {
    const three = JSON.parse((await here('dups', '--json', '--min', '3', '--limit', '0')).out) as any[];
    expect(three.length).toBeGreaterThan(1);
    expect(three.every((w) => w.size >= 3)).toBe(true);
    const { out } = await here('dups', '--min', '3', '--limit', '1');
    expect(out).toContain(`… and ${three.length - 1} more works (--limit 0 for all)`);
    expect(out.split('\n')[0]).toMatch(new RegExp(`^${three[0].size}  ${three[0].work}  `));
  });

  it('says so where there is none', async () => {
    expect(await here('dups', '--min', '1000')).toMatchObject({
      code: 0,
      out: '',
      err: 'no work has 1000 articles or more\n',
    });
    expect((await here('dups', '--min', '1000', '--json')).out).toBe('[]\n');
  });

  it('shows relation and place of each member', async () => {
    const { code, out } = await here('dups');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}canonical +[0-9a-f]{16} +sample\/s\d+\S*, part \d+/m);
    expect(out).toMatch(/^ {2}template +[0-9a-f]{16} /m);
  });
});

describe('works of one title', () => {
  const report = (city: string, by: string): string =>
    [
      '政府工作报告',
      `——2024年1月9日在${city}市第九届人民代表大会第四次会议上`,
      '各位代表：',
      '现在，我代表市人民政府，向大会报告政府工作，请予审议，并请各位委员提出意见。',
      `一年来，我们修渠引水、植树护坡，地区生产总值增长${by}%，群众的日子一天比一天好。`,
    ].join('\n');
  const two = mkdtempSync(path.join(tmpdir(), 'wenshai-dups-'));
  const there = (...args: string[]) => wenshai(args, { cwd: two });
  beforeAll(async () => {
    mkdirSync(path.join(two, 'pages'));
    writeFileSync(path.join(two, 'pages/a.txt'), report('澧禾', '6.2'));
    writeFileSync(path.join(two, 'pages/b.txt'), report('杉溪', '7.1'));
    writeFileSync(path.join(two, 'pages/c.txt'), report('澧禾', '6.2').replace(/^——.*\n/mu, ''));
    await there('run', 'pages', '--quiet');
  });
  afterAll(() => rmSync(two, { recursive: true }));

  it('are told apart by whose they are, with their day', async () => {
    const { out } = await there('dups');
    expect(out).toMatch(/^3 {2}[0-9a-f]{16} {2}政府工作报告 \(澧禾市人民政府\)$/m);
    expect(out).toMatch(/pages\/b\.txt, part 1 {2}2024-01-09 {2}政府工作报告 \(杉溪市人民政府\)$/m);
    // Whose it is is not known: that is no other title.
    expect(out).toMatch(/pages\/c\.txt, part 1$/m);
    const [work] = JSON.parse((await there('dups', '--json')).out);
    expect(work.members[0]).toMatchObject({
      day: '2024-01-09',
      org: '澧禾市人民政府',
      publisher: null,
      path: 'pages/a.txt',
    });
  });

  it('are told apart by compare and explain, too', async () => {
    expect((await there('compare', 'a.txt', 'b.txt')).out).toMatch(
      /^second {4}[0-9a-f]{16} {2}政府工作报告 \(杉溪市人民政府\)$/m,
    );
    expect((await there('explain', 'a.txt')).out).toMatch(
      /^article {4}[0-9a-f]{16} {2}政府工作报告 \(澧禾市人民政府\)$/m,
    );
  });
});

describe('works without a title', () => {
  const orchard = (town: string): string =>
    `入秋以来，${town}党委把枇杷园当作党课的课堂，请老果农讲剪枝，也请回乡的青年讲销路，园子里一时热闹起来，来听课的人比往年多了一倍还不止。\n`;
  const three = mkdtempSync(path.join(tmpdir(), 'wenshai-dups-'));
  beforeAll(async () => {
    mkdirSync(path.join(three, 'pages'));
    writeFileSync(path.join(three, 'pages/a.txt'), orchard('桑坪镇'));
    writeFileSync(path.join(three, 'pages/b.txt'), orchard('桑坪镇'));
    writeFileSync(path.join(three, 'pages/c.txt'), orchard('石桥镇'));
    await wenshai(['run', 'pages', '--quiet'], { cwd: three });
  });
  afterAll(() => rmSync(three, { recursive: true }));

  it('are told by how their text begins, as is a member that begins otherwise', async () => {
    const { out } = await wenshai(['dups'], { cwd: three });
    expect(out).toMatch(/^3 {2}[0-9a-f]{16} {2}\(no title\) 入秋以来，桑坪镇党委把枇杷园当作党课的课堂，请老…$/m);
    expect(out).toMatch(/pages\/b\.txt, part 1$/m);
    expect(out).toMatch(/pages\/c\.txt, part 1 +\(no title\) 入秋以来，石桥镇党委把枇杷园当作党课的课堂，请老…$/m);
  });
});
