import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOM, safe, tableLines, tables } from '../../src/export/tables.ts';
import { run } from '../../src/pipeline/run.ts';
import { Store } from '../../src/store/store.ts';
import { SAMPLE_TIMEOUT, sampleRun } from '../sample-run.ts';

const corpus = path.resolve(import.meta.dirname, '../../corpus');
const names = Object.keys(tables);
let folder: string;
let store: Store;
let articles: Map<string, any>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-tables-'));
  const sample = await sampleRun();
  await run(['sample'], { cwd: corpus, out: folder, workers: 1 });
  store = Store.read(path.join(sample, 'default.db'));
  articles = new Map(
    readFileSync(path.join(sample, 'articles.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l))
      .map((a) => [a.id, a]),
  );
}, SAMPLE_TIMEOUT);
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const jsonl = (name: string): any[] => [...tableLines(store, name, 'jsonl')].map((l) => JSON.parse(l));
const csv = (name: string, bom = false): string => [...tableLines(store, name, 'csv', bom)].join('');

describe.each(names)('the table of %s', (name) => {
  it('has rows, each with its columns, in CSV and JSONL alike', () => {
    const rows = jsonl(name);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...tables[name]!.columns].sort());
    const parsed = Papa.parse<Record<string, string>>(csv(name), { header: true, skipEmptyLines: true });
    expect(parsed.errors).toEqual([]);
    expect(parsed.meta.fields).toEqual(tables[name]!.columns);
    expect(parsed.data.length).toBe(rows.length);
    for (const [i, row] of rows.entries())
      for (const [column, value] of Object.entries(row)) {
        const text = value === null ? '' : Array.isArray(value) ? value.join('；') : String(value);
        expect(parsed.data[i]![column]!.replace(/^'(?=[=+\-@＝＋－＠\t])/, ''), column).toBe(text);
      }
  });

  it('quotes each row’s text where it says, in code points', () => {
    for (const { article, start, end, quote, prefix = '', suffix = '' } of jsonl(name)) {
      const chars = Array.from(articles.get(article).text as string);
      expect(chars.slice(start, end).join('')).toBe(quote);
      expect(quote.length).toBeGreaterThan(0);
      expect(chars.slice(0, start).join('').endsWith(prefix)).toBe(true);
      expect(chars.slice(end).join('').startsWith(suffix)).toBe(true);
    }
  });

  it('is the same with one worker and with two', () => {
    const other = Store.read(path.join(folder, 'default.db'));
    expect([...tableLines(other, name, 'csv')].join('')).toBe(csv(name));
    other.close();
  });

  it('begins with a byte-order mark only where one is wanted', () => {
    expect(csv(name).startsWith(BOM)).toBe(false);
    expect(csv(name, true)).toBe(BOM + csv(name));
  });
});

describe('the rows', () => {
  it.each(names)('of %s name the file, and where in it they are', (name) => {
    const rows = jsonl(name);
    for (const { article, path, record, member, part } of rows)
      expect(articles.get(article).source).toMatchObject({ path, record, member, part });
    expect(rows.some((r) => r.member !== null)).toBe(true);
  });

  it('follow the export: articles by place, findings by offset', () => {
    const order = [...articles.keys()];
    for (const name of ['measures', 'figures', 'slogans']) {
      const at = jsonl(name).map((r) => [order.indexOf(r.article), r.figure_start ?? r.slogan_start ?? r.start]);
      expect(at).toEqual([...at].sort((x, y) => x[0] - y[0] || x[1] - y[1]));
    }
  });

  it('are one for each measure, figure and slogan of the articles', () => {
    const all = [...articles.values()];
    const count = (f: (a: any) => number): number => all.reduce((n, a) => n + f(a), 0);
    expect(jsonl('measures').length).toBe(count((a) => a.points.filter((p: any) => p.measure).length));
    expect(jsonl('figures').length).toBe(count((a) => a.figures.length));
    expect(jsonl('slogans').length).toBe(count((a) => a.slogans.length));
    expect(jsonl('works').length).toBe(all.length);
  });

  it('say in code points where a change is told and what it is compared with', () => {
    const rows = jsonl('figures').filter((r) => r.change !== null);
    expect(new Set(rows.map((r) => `${r.change} ${r.change_kind}`)).size).toBeGreaterThan(3);
    expect(rows.filter((r) => r.compared !== null).length).toBeGreaterThan(3);
    for (const r of rows) {
      const chars = Array.from(articles.get(r.article).text as string);
      expect(chars.slice(r.change_start, r.change_end).join('')).toBe(r.change_word);
      expect(r.compared && chars.slice(r.compared_start, r.compared_end).join('')).toBe(r.compared);
    }
    for (const r of jsonl('figures'))
      if (r.change === null) expect([r.change_word, r.change_kind, r.compared]).toEqual([null, null, null]);
  });

  it('put the canonical article of each work first', () => {
    const rows = jsonl('works');
    for (const [i, row] of rows.entries())
      if (i === 0 || rows[i - 1].work !== row.work) expect(row.article).toBe(row.work);
    expect(new Set(rows.map((r) => r.work)).size).toBe(rows.filter((r) => r.work === r.article).length);
  });
});

describe('the glossary', () => {
  it('has a row a concept, the most widely used first, with members as texts give them apart from the canonical ones', () => {
    const rows = jsonl('glossary');
    expect(new Set(rows.map((r) => r.concept)).size).toBe(rows.length);
    for (let i = 1; i < rows.length; i++) expect(rows[i].works).toBeLessThanOrEqual(rows[i - 1].works);
    const meeting = rows.find((r) => r.concept === '三会一课');
    expect(meeting.canonical_members).toEqual(['支部党员大会', '支部委员会', '党小组会', '党课']);
    const texts = [...articles.values()].map((a) => a.text).join('\n');
    for (const r of rows) for (const m of r.members ?? []) expect(texts).toContain(m);
  });

  it('counts works and mentions, and dates the first', () => {
    for (const r of jsonl('glossary')) {
      expect(r.works_list.length).toBe(r.works);
      const sum = r.works_list.reduce((n: number, w: string) => n + Number(w.split(':')[1]), 0);
      expect(sum).toBe(r.mentions);
      if (r.first_date === null) continue;
      const has = (a: any) => a?.slogans.some((s: any) => s.text === r.concept);
      const isCopy = (a: any) => ['exact', 'near'].includes(a.work.relation);
      const dates = [...articles.values()]
        .filter((a) => (has(a) || (isCopy(a) && has(articles.get(a.work.of)))) && a.meta.published)
        .map((a) => a.meta.published.slice(0, 10));
      expect(r.first_date <= dates.sort()[0]).toBe(true);
    }
  });
});

describe('cells that a spreadsheet would run', () => {
  it.each([
    ["=HYPERLINK('x')", "'=HYPERLINK('x')"],
    ['+cmd|calc', "'+cmd|calc"],
    ['-党建', "'-党建"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
  ])('%s is made text', (cell, text) => expect(safe(cell)).toBe(text));

  it.each(['-5', '+3.2%', '-1,200', '=', '>=', '<~', '三会一课', "'", ''])('%j stays as it is', (cell) =>
    expect(safe(cell)).toBe(cell),
  );

  it('are no numbers: a negative value is data', () => {
    expect(safe(-5)).toBe(-5);
    expect(safe(null)).toBe(null);
  });
});

describe('the views that SQLite alone shows', () => {
  /** Columns under the names of the views. */
  const RENAMED: Record<string, Record<string, string>> = {
    measures: { id: 'point', start: '', end: '', parent: '' },
    slogans: { text: 'slogan', expansion: 'members', start: 'slogan_start', end: 'slogan_end' },
    figures: { text: 'figure', start: 'figure_start', end: 'figure_end' },
  };
  const asJson = (value: unknown): unknown =>
    Array.isArray(value) ? JSON.stringify(value) : typeof value === 'boolean' ? Number(value) : value;

  it.each([
    ['measures', "points WHERE role IN ('practice', 'proposal', 'requirement')"],
    ['slogans', 'slogans'],
    ['figures', 'figures'],
  ])('say of %s what the table says', (name, view) => {
    const db = new DatabaseSync(path.join(folder, 'default.db'), { readOnly: true });
    const shown = db.prepare(`SELECT * FROM ${view}`).all() as Record<string, unknown>[];
    db.close();
    const rows = jsonl(name);
    const columns = Object.keys(shown[0]!)
      .map((column) => [column, RENAMED[name]![column] ?? column])
      .filter(([, inTable]) => inTable);
    expect(columns.length).toBeGreaterThan(11);
    expect(Object.keys(shown[0]!)).toEqual(expect.arrayContaining(['start', 'end', 'quote', 'rule', 'confidence']));
    const line = (row: Record<string, unknown>, at: 0 | 1): string =>
      JSON.stringify(columns.map((names) => asJson(row[names[at]!])));
    expect(shown.map((row) => line(row, 0)).sort()).toEqual(rows.map((row) => line(row, 1)).sort());
  });
});
