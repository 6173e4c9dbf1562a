import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import {
  type Article,
  applyEdits,
  applyPasses,
  articleSchema,
  extract,
  type Figure,
  loadPipeline,
  PipelineError,
  type Point,
  type Progress,
  parsePipeline,
  readArticles,
  repair,
  run,
  type Slogan,
  simplify,
  stages,
} from '../src/index.ts';
import { root } from './cli/process.ts';

describe('the library', () => {
  it('exports what it promises, each by its name', () => {
    expect(Object.keys(library).sort()).toEqual(
      [
        'PipelineError',
        'applyEdits',
        'applyPasses',
        'articleSchema',
        'extract',
        'loadPipeline',
        'parsePipeline',
        'readArticles',
        'repair',
        'run',
        'simplify',
        'stages',
        'version',
      ].sort(),
    );
    const source = readFileSync(path.join(root, 'src/index.ts'), 'utf8');
    expect(source).not.toMatch(/export\s+(?:type\s+)?\*/);
  });

  it('has a name for every type that its functions speak of', () => {
    // Compiled, not run: what is not exported is an error of the type checker.
    const named: [
      library.Cleaned['passes'][number][number] extends library.Edit ? true : never,
      library.Cleaned['notes'][number] extends library.Note ? true : never,
      library.Findings['points'][number] extends library.Found<Point> ? true : never,
      library.Findings['slogans'][number] extends library.Found<Slogan> ? true : never,
      library.Findings['figures'][number] extends library.Found<Figure> ? true : never,
      NonNullable<library.RunOptions['pipeline']> extends string | library.Pipeline ? true : never,
      library.RunSummary['since'] extends library.Since | null ? true : never,
      library.RunSummary['export'] extends library.Exported ? true : never,
      library.RunSummary['quarantine'][number] extends library.Quarantined ? true : never,
      typeof stages extends ReadonlyMap<string, library.StageInfo> ? true : never,
      library.StageInfo['options'][string] extends library.OptionSpec ? true : never,
      library.Pipeline['stages'][number]['options'] extends library.OptionValues ? true : never,
    ] = [true, true, true, true, true, true, true, true, true, true, true, true];
    expect(named).not.toContain(false);
  });

  it('repairs, and gives the edits that did it', () => {
    const seen = '機關(guān)黨建工作,發(fā)展經(jīng)濟。';
    const { text, passes, notes } = repair(seen);
    expect(text).toBe('機關黨建工作,發展經濟。');
    expect(applyPasses(seen, passes)).toBe(text);
    expect(notes).toEqual([]);
  });

  it('simplifies, and twice changes nothing', () => {
    const { text, passes } = simplify('沿著正確的方向發展,成效顯著。');
    expect(text).toMatch(/^沿着正确的方向发展.成效显著。$/);
    expect(applyPasses('沿著正確的方向發展,成效顯著。', passes)).toBe(text);
    expect(simplify(text)).toMatchObject({ text, passes: [] });
  });

  it('extracts, with offsets in code points', () => {
    const text =
      '𠮷镇工作要点\n一、加强领导。落实“五定”(定目标、定措施、定时限、定责任、定奖惩)要求,全年培训干部不少于120人次。\n二、强化保障。投入资金1.2亿元。';
    const { points, slogans, figures } = extract(text, { published: '2021-03-05' });
    const chars = Array.from(text);
    const quote = (x: { start: number; end: number }): string => chars.slice(x.start, x.end).join('');
    expect(points.map((p) => p.heading)).toEqual(['加强领导', '强化保障']);
    expect(slogans).toMatchObject([
      { text: '五定', kind: 'numeral', expansion: ['定目标', '定措施', '定时限', '定责任', '定奖惩'], complete: true },
    ]);
    expect(slogans[0]!.mentions.map(quote)).toEqual(['五定']);
    expect(figures.map((f) => [quote(f), f.value, f.bound, f.unit])).toEqual([
      ['不少于120人次', 120, '>=', '人次'],
      ['1.2亿元', 120_000_000, '=', '元'],
    ]);
  });

  it('takes any text without throwing', () => {
    for (const text of ['', '\n', '\ud800', '?'.repeat(100), '一、', '“', '\u0000']) {
      expect(() => [repair(text), simplify(text), extract(text)]).not.toThrow();
    }
  });

  it('applies edits', () => {
    expect(applyEdits('云碧县县', [{ start: 3, end: 4, insert: '', rule: 'r' }])).toBe('云碧县');
  });

  it('tells what is wrong with a pipeline', () => {
    expect(() => parsePipeline('stages: [extrakt]', 'p')).toThrow(PipelineError);
    expect(() => loadPipeline('defualt')).toThrow(PipelineError);
  });

  it('reads pipelines as plain JSON, with every option', () => {
    const pipeline = loadPipeline('default');
    expect(JSON.parse(JSON.stringify(pipeline))).toEqual(pipeline);
    expect(Object.keys(pipeline).sort()).toEqual(['ingest', 'name', 'stages', 'summary']);
    const { stages: steps } = parsePipeline('stages: [repair, {dedup: {shingle: 6}}]', 'p');
    expect(steps.map((s) => s.name)).toEqual(['repair', 'dedup']);
    expect(steps[1]!.options).toEqual({ ...stages.get('dedup')!.defaults, shingle: 6 });
  });

  it('tells of the stages, and gives no more than that', () => {
    expect([...stages.keys()]).toEqual(loadPipeline('default').stages.map((s) => s.name));
    expect(JSON.parse(JSON.stringify([...stages.values()]))).toEqual([...stages.values()]);
  });

  it('names the version of the schema', () => {
    expect(articleSchema.title).toBe('wenshai article');
    expect(articleSchema.$id).toMatch(/:1$/);
    expect(articleSchema.description).toContain('version 1');
  });
});

describe('a run of the library', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'wenshai-library-'));
    mkdirSync(path.join(cwd, 'in'));
    for (const [i, place] of ['云碧县', '石渡区', '岚湖市'].entries())
      writeFileSync(path.join(cwd, `in/${i}.txt`), PAGE.replaceAll('□', place));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const PAGE =
    '□社区工作要点\n\n2023年3月5日\n\n一、加强队伍建设。□民政局要落实“五定”制度，6月底前培训社区工作者不少于120人次。\n\n二、强化经费保障。□财政局投入资金1.2亿元，同比增长5%，用于改造办公场所。\n';

  async function articles(): Promise<Article[]> {
    const all: Article[] = [];
    for await (const article of readArticles(path.join(cwd, 'out/articles.jsonl'))) all.push(article);
    return all;
  }

  it('is read as typed articles, as the schema has them', async () => {
    const summary = await run(['in'], { cwd });
    expect(summary.articles).toBe(3);
    const validate = new Ajv2020({ strictTypes: false }).compile(articleSchema);
    const all = await articles();
    for (const article of all) expect(validate(article) ? [] : validate.errors).toEqual([]);
    const [first] = all as [Article];
    const chars = [...first.text];
    const point: Point = first.points[0]!;
    const figure: Figure = first.figures[0]!;
    expect(chars.slice(point.headingStart, point.headingEnd).join('')).toBe(point.heading);
    expect(first.evidence[figure.evidence]!.exact).toContain(figure.text);
    expect(all.filter((a) => a.work?.relation === 'canonical')).toHaveLength(summary.works);
  });

  it('has no works where nothing is compared', async () => {
    await run(['in'], { cwd, pipeline: parsePipeline('stages: [repair, extract]', 'plain') });
    const validate = new Ajv2020({ strictTypes: false }).compile(articleSchema);
    for (const article of await articles()) {
      expect(article.work).toBeNull();
      expect(validate(article)).toBe(true);
    }
  });

  it('takes a pipeline as JSON, and checks it', async () => {
    const pipeline = parsePipeline('stages: [repair]', 'p');
    await expect(run(['in'], { cwd, pipeline: { ...pipeline, name: '../p' } })).rejects.toThrow(PipelineError);
    const misspelt = { ...pipeline, stages: [{ name: 'repare', options: {} }] };
    await expect(run(['in'], { cwd, pipeline: misspelt })).rejects.toThrow(/did you mean 'repair'/);
  });

  it.each([Number.NaN, 0, -1, 1.5])('refuses %d workers before it writes anything', async (workers) => {
    await expect(run(['in'], { cwd, workers })).rejects.toThrow(
      new Error(`workers is a whole number from 1 on, not ${workers}`),
    );
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });

  it('writes nothing where it was aborted before', async () => {
    await expect(run(['in'], { cwd, signal: AbortSignal.abort(new Error('no more')) })).rejects.toThrow('no more');
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });

  /** Aborts when the nth file of a phase is done. */
  function abortingAt(phase: string, n: number): { signal: AbortSignal; onProgress(p: Progress): void } {
    const controller = new AbortController();
    return {
      signal: controller.signal,
      onProgress: (p) => {
        if (p.phase === phase && p.done === n) controller.abort(new Error('enough'));
      },
    };
  }

  it.each([
    ['read', 1],
    ['to dedup', 1],
    ['articles', 1],
    ['articles', 3],
  ])('ends when aborted at %s %i, leaves the last export, and goes on the next time', async (phase, n) => {
    await run(['in'], { cwd, out: 'whole' });
    mkdirSync(path.join(cwd, 'out'));
    const file = path.join(cwd, 'out/articles.jsonl');
    writeFileSync(file, 'the last\n');
    await expect(run(['in'], { cwd, ...abortingAt(phase, n) })).rejects.toThrow('enough');
    expect(readFileSync(file, 'utf8')).toBe('the last\n');
    await run(['in'], { cwd });
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(path.join(cwd, 'whole/articles.jsonl'), 'utf8'));
  });

  it('begins no file after it was aborted', async () => {
    const seen: string[] = [];
    const controller = new AbortController();
    const onProgress = ({ phase, done }: Progress): void => {
      seen.push(`${phase} ${done}`);
      controller.abort(new Error('enough'));
    };
    await expect(run(['in'], { cwd, signal: controller.signal, onProgress })).rejects.toThrow('enough');
    // Two files are under way at once; the third is not begun.
    expect(seen).not.toContain('read 3');
  });

  it('looks at the signal within a file, which may hold any number of pages', async () => {
    const seen: string[] = [];
    let looks = 0;
    const signal = {
      throwIfAborted: () => {
        // At the start, before the file, and with its pages.
        if (++looks === 3) throw new Error('enough');
      },
    } as AbortSignal;
    const onProgress = ({ phase, done }: Progress): void => void seen.push(`${phase} ${done}`);
    await expect(run(['in/0.txt'], { cwd, signal, onProgress })).rejects.toThrow('enough');
    expect(seen).toEqual(['read 0']);
  });

  it('ends in time where worker threads do the work', async () => {
    // Too large to be done in the main thread.
    writeFileSync(path.join(cwd, 'in/many.txt'), PAGE.repeat(2500));
    const started: string[] = [];
    const controller = new AbortController();
    const running = run(['in'], {
      cwd,
      workers: 2,
      signal: controller.signal,
      onProgress: ({ phase, done }) => {
        started.push(`${phase} ${done}`);
        controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    const seen = started.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(started).toHaveLength(seen);
  });
});
