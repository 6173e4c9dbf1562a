import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wenshai } from './process.ts';

const BODY = [
  '宁川县把服务窗口搬到集市上。每逢赶集日,县政务大厅派出8名干部,现场受理12类事项,群众不出镇就能把事办成。',
  '一是把清单亮出来。窗口把所需材料逐项写在展板上,让群众一看就懂,一次备齐,不跑冤枉路,不交重复件。',
  '二是把进度讲明白。每件事项都有编号,群众扫一扫就知道办到哪一步,由谁经手,还要等几天,心里有数。',
  '三是把评价交给群众。每月评出服务之星3名,群众不满意的一律重办,直到满意为止,结果张榜公布。',
].join('\n');

let folder: string;
const ids: Record<string, string> = {};
const articles: Record<string, any> = {};
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-compare-'));
  mkdirSync(path.join(folder, 'pages'));
  const put = (name: string, text: string): void =>
    writeFileSync(path.join(folder, 'pages', `${name}.txt`), `把窗口开到集市上\n${text}\n`);
  put('whole', BODY);
  put('same', BODY.replaceAll(',', '，'));
  put('filled', BODY.replaceAll('宁川县', '安泽县').replaceAll('县政务', '安泽县政务'));
  put('number', BODY.replace('12类', '15类'));
  put('rates', `${BODY}\n群众满意率达到94.4%，办件量5.62万件，比上月多145件，全部按时办结并逐件回访登记在册。`);
  put('rated', `${BODY}\n群众满意率达到89.1%，办件量3.92万件，比上月多210件，全部按时办结并逐件回访登记在册。`);
  const tide = [
    '潮田乡把排涝站交给村民轮值，涨潮关闸、退潮开闸，一年下来田里没有积过水，收成比往年都稳。',
    '全乡粮食产量增长6.2%，养殖收入增长5.1%，村民说闸门管住了，心里就踏实，夜里也睡得着觉。',
    '值班的人每天在闸口的小黑板上写下水位和开关的时辰，谁路过都能看一眼，年底装订成册存进村里。',
  ].join('\n');
  put('tide', tide);
  put('tided', tide.replace('6.2%', '7.1%').replace('5.1%', '4.4%'));
  put('other', '槐荫区组织退休教师开办四点半课堂,为放学后无人照看的孩子辅导功课,家长说省了心,孩子说长了见识。');
  await wenshai(['run', 'pages', '--out', 'out'], { cwd: folder });
  for (const line of readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8').trim().split('\n')) {
    const a = JSON.parse(line);
    ids[path.basename(a.source.path, '.txt')] = a.id;
    articles[path.basename(a.source.path, '.txt')] = a;
  }
});
afterAll(() => rmSync(folder, { recursive: true }));
const here = (...args: string[]) => wenshai(args, { cwd: folder });

describe('wenshai compare', () => {
  it('tells relation, rule, scores and the slot diff', async () => {
    const { code, out } = await here('compare', ids.number!, ids.whole!);
    expect(code).toBe(0);
    expect(out).toMatch(/^relation +version: the first is a version of the second$/m);
    expect(out).toMatch(/^rule +a number or date changed in one text$/m);
    expect(out).toMatch(/^scores +Jaccard 0\.\d{4}/m);
    expect(out).toMatch(/^ {2}number +12 → 15 +1×$/m);
    expect(out).toMatch(/slot number +\S*现场受理\[12 → 15\]类事项/);
  });

  it('shows numbers that changed whole', async () => {
    const { out } = await here('compare', ids.rates!, ids.rated!);
    expect(out).toMatch(/^ {2}number +89\.1% → 94\.4% +1×$/m);
    expect(out).toMatch(/^ {2}number +3\.92万 → 5\.62万 +1×$/m);
    expect(out).toMatch(/^ {2}number +210 → 145 +1×$/m);
    expect(out.match(/\[[0-9][^\]]* → [^\]]*\]/gu)).toEqual(['[89.1% → 94.4%]', '[3.92万 → 5.62万]', '[210 → 145]']);
  });

  it('shows slots as explain does', async () => {
    const { of, slots: stored } = articles.tided!.work;
    expect(of).toBe(articles.tide!.id);
    // What is stored, and exported, are the characters that differ.
    expect(stored.map((s: { from: string }) => s.from)).not.toContain('6.2%');
    const slots = (text: string): string => /^slots, .*: (2\n(?: {2}.*\n)+)/m.exec(text)?.[1] ?? '';
    const explained = slots((await here('explain', ids.tided!)).out);
    expect(explained).toMatch(/^ {2}number +6\.2% → 7\.1% +1×\n {2}number +5\.1% → 4\.4% +1×$/m);
    expect(explained).toBe(slots((await here('compare', ids.tided!, ids.tide!)).out));
    expect((await here('explain', ids.tided!, '--limit', '1')).out).toContain('\n  … and 1 more (--limit 0 for all)\n');
  });

  it('shows as many differences as asked for', async () => {
    const all = JSON.parse((await here('compare', ids.filled!, ids.whole!, '--json')).out);
    expect(all.differences.length).toBeGreaterThan(1);
    const { out } = await here('compare', ids.filled!, ids.whole!, '--limit', '1');
    expect(out).toContain(`… and ${all.differences.length - 1} more (--limit 0 for all)`);
  });

  it('gives JSON whose offsets are code points of the texts', async () => {
    const found = JSON.parse((await here('compare', ids.number!, ids.whole!, '--json')).out);
    expect(found).toMatchObject({ relation: 'version', a: ids.number, b: ids.whole });
    const text = BODY.replace('12类', '15类');
    for (const d of found.differences) expect([...text].slice(d.a.start, d.a.end).join('')).toBe(d.a.text);
  });

  it('calls what has nothing in common different', async () => {
    const { out } = await here('compare', ids.other!, ids.whole!);
    expect(out).toMatch(/relation +different: neither is made of the other/);
  });

  it('says in one line what it does not know', async () => {
    expect(await here('compare', ids.whole!, 'ffff')).toMatchObject({
      code: 2,
      out: '',
      err: "wenshai: no article with id 'ffff'\n",
    });
  });
});

describe('wenshai explain', () => {
  it('tells of a filling what was exchanged, and why the canonical copy is canonical', async () => {
    const { out } = await here('explain', ids.number!);
    const canonical = JSON.parse((await here('dups', '--json')).out)[0].work;
    if (canonical === ids.number) return expect(out).toMatch(/^canonical +this one: /m);
    expect(out).toMatch(/^rule +a number or date changed in one text$/m);
    expect(out).toMatch(new RegExp(`^canonical +${canonical}: `, 'm'));
    expect(out).toMatch(/^ {2}number +12 → 15 +1×$/m);
  });
});
