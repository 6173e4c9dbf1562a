import { describe, expect, it } from 'vitest';
import { called, dayOf, isGeneric, whoseOf } from '../../src/commands/whence.ts';

describe('a title in a list', () => {
  it.each([
    ['政府工作报告', { org: '澧禾市人民政府' }, '政府工作报告 (澧禾市人民政府)'],
    ['2023年工作要点', { altTitle: '——在桐禾县农业农村局会议上' }, '2023年工作要点 (在桐禾县农业农村局会议上)'],
    [
      '全市防汛工作方案',
      { origin: '杉溪市水利局', publisher: '杉溪在线' },
      '全市防汛工作方案 (from 杉溪市水利局, on 杉溪在线)',
    ],
    ['政府工作报告', { altTitle: '工作报告', publisher: '杉溪在线' }, '政府工作报告 (on 杉溪在线)'],
    ['把水引到田头', { org: '石桥县水利站' }, '把水引到田头 (石桥县水利站)'],
  ])('%s of %j', (title, meta, shown) => expect(called({ title, meta })).toBe(shown));

  it.each([
    ['2022年澧禾市政府工作报告', { org: '澧禾市人民政府' }],
    ['桐禾县委一年来', { org: '中共桐禾县委' }],
    ['桐禾县工作总结', { publisher: '桐禾在线' }],
    ['把水引到田头', { publisher: '范文在线', altTitle: '水到田头' }],
    ['政府工作报告', {}],
  ])('%s of %j says it itself, or nothing does', (title, meta) => expect(called({ title, meta })).toBe(title));

  it('may be missing: then the text’s beginning tells', () => {
    const untitled = { title: null, meta: { org: '澧禾市人民政府' } };
    expect(called(untitled)).toBe('(no title)');
    expect(called({ ...untitled, text: '渠水到田头\n第二段' })).toBe('(no title) 渠水到田头');
    expect(called({ ...untitled, text: '水'.repeat(40) })).toBe(`(no title) ${'水'.repeat(24)}…`);
  });

  it('is anybody’s where it names no place', () => {
    expect(isGeneric('乡村振兴工作总结')).toBe(true);
    expect(isGeneric('2021年度责任状（摘要）')).toBe(true);
    expect(isGeneric('柳塘镇工作总结')).toBe(false);
    expect(isGeneric('渠水到田头')).toBe(false);
  });
});

describe('an article', () => {
  it('is of the day that its text bears, else of that of its page', () => {
    expect(dayOf({ dated: '2023-01-09', published: '2023-02-01T09:30' })).toBe('2023-01-09');
    expect(dayOf({ dated: null, published: '2023-02-01T09:30' })).toBe('2023-02-01');
    expect(dayOf({})).toBeNull();
  });

  it('is its organ’s; else it is told where it is from', () => {
    expect(whoseOf({ org: '澧禾市人民政府', publisher: '澧禾在线' })).toBe('澧禾市人民政府');
    expect(whoseOf({ origin: '县水利局' })).toBe('from 县水利局');
    expect(whoseOf({})).toBeNull();
  });
});
