import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  applyPasses,
  articleSchema,
  extract,
  PipelineError,
  parsePipeline,
  repair,
  simplify,
  stages,
  version,
} from '../src/index.ts';
import { root } from './cli/process.ts';

describe('the library', () => {
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

  it('tells what is wrong with a pipeline', () => {
    expect(() => parsePipeline('stages: [extrakt]', 'p')).toThrow(PipelineError);
    expect([...stages.keys()]).toContain('extract');
    expect(articleSchema.title).toBe('wenshai article');
  });

  it('can be imported by its name as it is published', () => {
    const script =
      "import * as w from 'wenshai'; console.log(w.version, w.repair('機關(guān)').text, typeof w.run, typeof w.extract);";
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
    expect(out).toBe(`${version} 機關 function function\n`);
  });
});
