import { describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/pipeline/types.ts';
import { extract, extractText } from '../../../src/stages/extract/index.ts';

const TEXT = [
  '一、主要做法',
  '镇党委推行“五定”(定岗位、定职责、定目标、定时限、定奖惩)工作法,全年走访群众1200余户。',
  '二、存在问题',
  '一是个别支部活动不经常。二是党员教育形式不丰富。',
].join('\n');

describe('extractText', () => {
  const { points, slogans, figures } = extractText(TEXT, { title: '党建工作总结', published: null });

  it('reads all three kinds, each quoted exactly', () => {
    expect(points.map((p) => p.role)).toEqual(['practice', 'problem', 'problem', 'problem']);
    expect(slogans.map((s) => s.text)).toContain('五定');
    expect(figures.map((f) => f.text)).toEqual(['1200余户']);
    for (const f of figures) expect(TEXT.slice(f.start, f.end)).toBe(f.text);
  });

  it('says in which point a figure stands', () => expect(figures[0]!.point).toBe(points[0]!.id));
});

describe('the stage', () => {
  const doc = (text: string): Doc => ({
    uid: 'a#1/1',
    text,
    title: null,
    meta: {
      author: [],
      org: null,
      publisher: null,
      published: null,
      editor: null,
      views: null,
      origin: null,
      number: null,
      altTitle: null,
      dated: null,
      disclosure: null,
      attachments: [],
    },
    source: { path: 'a', record: null, url: null, sha256: '', charset: null, part: 1 },
    data: {},
  });

  it('changes nothing and hands on plain JSON', () => {
    const { passes, parts, data } = extract.apply(doc(TEXT), { loose: false });
    expect([passes, parts]).toEqual([undefined, undefined]);
    expect(JSON.parse(JSON.stringify(data))).toMatchObject(data as object);
  });

  it('reads numbers loosely when told to', () => {
    const values = (loose: boolean) =>
      (extract.apply(doc('全镇种桃三 百 八 亩。'), { loose }).data as any).figures.map((f: any) => f.value);
    expect(values(true)).toEqual([380]);
    expect(values(extract.defaults.loose)).not.toEqual([380]);
  });

  it.each(['', '\n', '“', '一是', '𠮷'])('finds nothing in %j', (text) => {
    expect(extract.apply(doc(text), { loose: false }).data).toEqual({ points: [], slogans: [], figures: [] });
  });

  it('reads nothing out of a wall before the text, and says why', () => {
    const wall = doc('请登录后查看全文\n（未完，全文共3120字，开通会员每月18元即可查看）');
    const { notes, data } = extract.apply(wall, { loose: false });
    expect(data).toEqual({ points: [], slogans: [], figures: [] });
    expect(notes).toMatchObject([{ level: 'warn', code: 'extract/stub' }]);
  });

  it('resolves times against the day that the text bears, before that of the page', () => {
    const speech = doc('一、修好渠道。4月底前，各村完成清淤。');
    speech.meta.published = '2024-06-15';
    const day = () => (extract.apply(speech, { loose: false }).data as any).points[0].measure.deadline.interval.end;
    expect(day()).toBe('2024-04-30');
    speech.meta.dated = '2023-03-16';
    expect(day()).toBe('2023-04-30');
  });
});
