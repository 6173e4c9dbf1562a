import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Store } from '../src/store/store.ts';
import { scoreCuts } from './eval/cuts.ts';
import { fold, readArticles } from './eval/score.ts';
import { SAMPLE_TIMEOUT, sampleRun } from './sample-run.ts';

const corpus = path.resolve(import.meta.dirname, '../corpus');
const expected = path.join(corpus, 'expected');
let folder: string;
let articles: any[];

beforeAll(async () => {
  folder = await sampleRun();
  articles = readArticles(path.join(folder, 'articles.jsonl'));
}, SAMPLE_TIMEOUT);

const of = (page: string): any[] => articles.filter((a) => path.basename(a.source.path).startsWith(`${page}-`));

describe('what is cut from the sample', () => {
  it('takes no character of a body, leaves next to no boilerplate, and splits every page exactly', () => {
    const cuts = scoreCuts(articles, expected);
    expect(cuts.chars).toBeGreaterThan(80_000);
    expect(cuts.lost, cuts.faults.join('\n')).toBe(0);
    expect(cuts.left / cuts.chars, cuts.faults.join('\n')).toBeLessThanOrEqual(0.005);
    expect(cuts.changed / cuts.chars, cuts.faults.join('\n')).toBeLessThanOrEqual(0.001);
    expect(cuts.exact, cuts.faults.join('\n')).toBe(cuts.pages);
  });

  it('is measured so that each fault shows', () => {
    const clean = scoreCuts(articles, expected);
    const spoilt = (page: string, spoil: (text: string) => string) =>
      scoreCuts(
        articles.map((a) => (of(page).includes(a) ? { ...a, text: spoil(a.text) } : a)),
        expected,
      );
    const beginning = fold(of('s13')[0].text.slice(0, 40)).length;
    expect(spoilt('s13', (t) => t.slice(40)).lost).toBe(beginning);
    expect(spoilt('s13', (t) => `${t}\n点击查看更多`).left).toBe(clean.left + 6);
    const [first] = of('s53');
    expect(scoreCuts([...articles, first], expected).exact).toBe(clean.exact - 1);
  });

  it('comes from site where a host or a folder shares it, and only there', () => {
    const store = Store.read(path.join(folder, 'default.db'));
    for (const page of ['s84', 's85']) {
      const reports = of(page).map((a) => {
        const uid = [...store.articleIds()].find(([, id]) => id === a.id)![0];
        return store.report(store.pageOf(uid)!.uid)!;
      });
      const cut = reports.map((r) => r.cut.filter((c) => c.rule.startsWith('site/')).reduce((n, c) => n + c.chars, 0));
      expect(
        cut.slice(0, 5).every((n) => n > 20),
        `${page}: ${cut}`,
      ).toBe(true);
      expect(cut.slice(5).every((n) => n === 0)).toBe(true);
    }
    store.close();
  });
});

describe('the sample', () => {
  it('has every format', () => {
    const ends = new Set(readdirSync(path.join(corpus, 'sample')).map((f) => f.replace(/^[^.]*\./, '')));
    for (const format of 'txt html jsonl mhtml docx pdf csv xlsx warc.gz zip tar.gz'.split(' '))
      expect(ends, format).toContain(format);
  });

  it('keeps address and fetch date of records, saved pages and crawl files', () => {
    const told = (page: string) => of(page).map((a) => [a.source.url, a.source.fetched]);
    expect(told('s76')).toEqual([['http://www.qingxi.example/zwgk/20210305/1.html', '2021-03-06T02:00:00Z']]);
    expect(told('s81')).toEqual([
      ['http://www.qingxi.example/1.html', '2021-03-06T02:00:00Z'],
      ['http://www.qingxi.example/2.html', '2021-03-06T02:00:00Z'],
    ]);
    expect(told('s84')).toEqual(
      [1, 2, 3, 4, 5].map((n) => [`http://dj.songling.example/2021/${n}.html`, `2021-04-0${n}T08:00:00Z`]),
    );
  });
});
