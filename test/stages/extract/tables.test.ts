import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/pipeline/run.ts';
import { extractText } from '../../../src/stages/extract/index.ts';
import type { FoundFigure, FoundPoint } from '../../../src/stages/extract/types.ts';
import { expectLinear } from '../../linear.ts';

const CASES = path.join(import.meta.dirname, '../../cases/tables');

interface Wanted {
  /** `text | value | unit | role | indicator | time | actor | under`; `*` anything, `-` nothing, the last may be left out. */
  figures: string[] | '*';
  /** `number | heading | role | actor | deadline`. */
  points: string[] | '*';
  comment?: string;
}
interface Article {
  text: string;
  source: { path: string };
  figures: FoundFigure[];
  points: FoundPoint[];
}

const cellsOf = (f: FoundFigure): string[] =>
  [f.text, f.value ?? `${f.min}..${f.max}`, f.unit, f.role, f.indicator, f.time, f.actor?.text, f.under].map((v) =>
    String(v ?? '-'),
  );
const lineOf = (p: FoundPoint): string[] =>
  [p.number, p.heading, p.role, p.measure?.actor?.text, p.measure?.deadline?.text].map((v) => v ?? '-');

/** An indicator is right where one is the end of the other: annotators differ in how much of a phrase they take. */
const agrees = (got: string[], want: string[], ends: number): boolean =>
  want.every((w, i) => w === '*' || w === got[i] || (i === ends && (got[i]!.endsWith(w) || w.endsWith(got[i]!))));
const matched = (got: string[], all: readonly string[], ends: number): string =>
  all.find((line) => agrees(got, line.split(' | '), ends)) ?? got.join(' | ');

describe('pages with tables', () => {
  const out = mkdtempSync(path.join(tmpdir(), 'wenshai-tables-'));
  const articles = new Map<string, Article>();
  beforeAll(async () => {
    await run(['[a-z]*.{html,txt,md,docx}'], { cwd: CASES, out });
    for (const line of readFileSync(path.join(out, 'articles.jsonl'), 'utf8').trim().split('\n')) {
      const article = JSON.parse(line) as Article;
      articles.set(path.parse(article.source.path).name, article);
    }
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true }));

  it.each(readdirSync(CASES).filter((f) => f.endsWith('.json')))('%s', (file) => {
    const { figures, points } = JSON.parse(readFileSync(path.join(CASES, file), 'utf8')) as Wanted;
    const article = articles.get(path.parse(file).name)!;
    const chars = [...article.text];
    for (const f of article.figures) expect(chars.slice(f.start, f.end).join('')).toBe(f.text);
    for (const { actor } of article.figures)
      if (actor?.start !== undefined) expect(chars.slice(actor.start, actor.end).join('')).toBe(actor.text);
    for (const p of article.points) expect(article.text).toContain(p.heading);
    if (figures !== '*') expect(article.figures.map((f) => matched(cellsOf(f), figures, 4))).toEqual(figures);
    if (points !== '*') expect(article.points.map((p) => matched(lineOf(p), points, -1))).toEqual(points);
  });
});

describe('tables in plain text', () => {
  const read = (text: string) => extractText(text, { title: '年度目标责任书', published: null }).figures;

  it.each([
    ['tabs', (N: number) => `指标\t单位\t目标值\n${'巡查\t次\t48\n'.repeat(N / 10)}`],
    ['one row', (N: number) => `指标\t单位\t目标值\n巡查${'\t次'.repeat(N / 2)}\n检查\t次\t5\n`],
    ['deductions', (N: number) => `内容\t分值\t评分办法\n巡查\t5\t每少1次扣1分${'，扣1分'.repeat(N / 8)}\n检查\t5\t扣1分\n`],
    ['tasks', (N: number) => `序号\t工作任务\t责任单位\n${'1\t修渠\t水利局\n'.repeat(N / 10)}`],
    ['a cell a line', (N: number) => `序号\n指标\n目标值\n${Array.from({ length: N / 8 }, (_, i) => `${i + 1}\n巡查\n8次\n`).join('')}`],
    ['heads of it alone', (N: number) => '序号\n指标\n目标值\n'.repeat(N / 12)],
    ['commas', (N: number) => `指标，单位，目标值\n${'巡查，次，48\n'.repeat(N / 10)}`],
  ])('%s: linear time', async (_, make) => {
    await expectLinear((n) => read(make(n)), 120_000);
  }); // biome-ignore format: a table
});
