import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/pipeline/run.ts';
import { Store, type StoredReport } from '../../src/store/store.ts';
import { SAMPLE_TIMEOUT, sampleRun } from '../sample-run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Chinese characters of a text. */
const han = (text: string): number => text.replace(/[^一-鿿]/g, '').length;
const SENTENCE = '镇水利站组织民工疏浚沟渠三十六条，新建涵闸四座，惠及沿河九个村。';
/** Sentences that differ, as those of an article do. */
const VILLAGES = ['石桥', '柳湾', '上塘', '新河', '七里', '双井'];
const TEXT = VILLAGES.map((v) => `${v}村出动民工疏浚沟渠，清除淤泥，${v}河水流畅通，两岸树木成行。`);
const menu = (n: number): string => `<ul>${'<li><a href="/c">政务公开栏目</a></li>'.repeat(n)}</ul>`;
const html = (body: string): string => `<html><head><title>疏浚沟渠工作总结</title></head><body>${body}</body></html>`;

async function reports(pages: Record<string, string>): Promise<Record<string, StoredReport>> {
  for (const [name, text] of Object.entries(pages)) writeFileSync(path.join(folder, name), text);
  await run(Object.keys(pages), { cwd: folder, out: path.join(folder, 'out'), pipeline: 'text' });
  const store = Store.read(path.join(folder, 'out/text.db'));
  const found = Object.keys(pages).map((name) => [name, store.report(`${name}#0000000`)!]);
  store.close();
  return Object.fromEntries(found);
}

const all = ({ kept, cut }: StoredReport, of: 'chars' | 'han'): number => cut.reduce((n, c) => n + c[of], kept[of]);

describe('the report on a page', () => {
  it(
    'accounts for every character of the sample',
    async () => {
      const store = Store.read(path.join(await sampleRun(), 'default.db'));
      const ids = [...store.articleIds().keys()];
      for (const page of new Set(ids.map((uid) => store.pageOf(uid)!.uid))) {
        const report = store.report(page)!;
        expect([all(report, 'chars'), all(report, 'han')], page).toEqual([report.chars, report.han]);
        expect(report.cut.map((c) => c.rule)).not.toContain('quarantine');
      }
      expect(store.shortPages()).toEqual([]);
      store.close();
    },
    SAMPLE_TIMEOUT,
  );

  it('calls a page of nothing but headlines, or one that is not there, suspiciously short', async () => {
    const found = await reports({
      'list.txt': VILLAGES.map((v, i) => `关于做好${v}村沟渠清淤工作的通知　2021-0${i + 1}-12`).join('\n'),
      'gone.html': html('<h1>您访问的页面不存在</h1><p>即将返回首页，请稍候</p>'),
      'text.txt': TEXT.join('\n'),
    });
    expect(Object.entries(found).map(([name, r]) => [name, r.short])).toEqual([
      ['list.txt', 'a list of headlines'],
      ['gone.html', 'a page that is not there'],
      ['text.txt', null],
    ]);
  });

  it('tells chrome, captions and hidden blocks of a page apart, and what later stages cut', async () => {
    const { 'a.html': report } = await reports({
      'a.html': html(
        `${menu(4)}<div id="content"><h1>疏浚沟渠工作总结</h1><p>作者：程望舒 时间：2021-03-05</p>${TEXT.map((p) => `<p>${p}</p>`).join('')}<figure><figcaption>图为施工现场</figcaption></figure><p style="display:none">藏字</p></div>`,
      ),
    });
    const cut = Object.fromEntries(report!.cut.map((c) => [c.rule, c.han]));
    expect(cut).toMatchObject({ 'ingest/caption': 6, 'ingest/hidden': 2 });
    expect(cut['ingest/chrome']! + (cut['strip/headline'] ?? 0) + (cut['strip/header'] ?? 0)).toBe(24 + 8 + 7);
    expect(report).toMatchObject({ articles: 1, kept: { han: han(TEXT.join('')) }, short: null });
  });

  it('counts what no article of an aggregate holds as left out', async () => {
    const lead = '本页收录疏浚沟渠工作总结两篇。';
    const text = (n: string): string =>
      `篇${n}：疏浚沟渠工作总结\n${VILLAGES.map((v) => `${v}村第${n}组出动民工疏浚沟渠，清除淤泥，${v}河水流畅通。\n`).join('')}`;
    const { 'a.txt': report } = await reports({ 'a.txt': `疏浚沟渠工作总结2篇\n${lead}\n${text('一')}${text('二')}` });
    expect(report!.articles).toBe(2);
    expect(report!.cut.find((c) => c.rule === 'split/left')!.han).toBe(
      han(`疏浚沟渠工作总结篇${lead}篇一疏浚沟渠工作总结篇二疏浚沟渠工作总结`),
    );
  });
});

describe('a suspiciously short page', () => {
  it('is one of which more running text was cut than kept', async () => {
    const comment = `<div class="comment"><p>${SENTENCE.repeat(3)}</p></div>`;
    const { 'a.html': report } = await reports({
      'a.html': html(`${menu(9)}<div id="content"><p>${SENTENCE.repeat(2)}</p></div>${comment.repeat(4)}`),
    });
    expect(report!.short).toBe(
      `more running text was cut (${12 * han(SENTENCE)}) than kept (${2 * han(SENTENCE)} Chinese characters)`,
    );
  });

  it('is one that holds no article: a script was to fetch it', async () => {
    const { 'a.html': report } = await reports({ 'a.html': html(`${menu(40)}<div id="app"></div>${menu(12)}`) });
    expect(report!.short).toMatch(/^hardly any running text \(0 of 3\d\d Chinese characters\)$/);
  });

  it('is none that is short itself, holds a table or has its comments beside a long text', async () => {
    const rows = VILLAGES.map((v) => `<tr><td>${v}村</td><td>沟渠四条</td></tr>`)
      .join('')
      .repeat(6);
    const found = await reports({
      'notice.txt': '关于停水的通知\n定于三月五日停水检修，请各户备水。\n青石镇水利站\n',
      'notice.html': html(`${menu(30)}<div id="content"><p>${SENTENCE.repeat(2)}</p></div>`),
      'teasers.html': html(
        `<div id="content"><p>${SENTENCE.repeat(2)}</p></div>${`<div><a href="/x">另一新闻</a><p>${SENTENCE}</p></div>`.repeat(9)}`,
      ),
      'table.html': html(`${menu(30)}<div id="content"><p>${SENTENCE}${SENTENCE}</p><table>${rows}</table></div>`),
      'list.txt':
        `疏浚沟渠先进集体名单\n${VILLAGES.map((v) => `${v}村水利小组\n${v}村民兵排\n${v}村青年突击队\n${v}村妇联\n`).join('')}`.repeat(
          2,
        ),
      'talk.html': html(
        `<div id="content">${`<p>${SENTENCE.repeat(3)}</p>`.repeat(12)}</div><div class="comment">${`<p>${SENTENCE.repeat(3)}</p>`.repeat(14)}</div>`,
      ),
    });
    expect(Object.entries(found).filter(([, r]) => r.short)).toEqual([]);
  });
});
