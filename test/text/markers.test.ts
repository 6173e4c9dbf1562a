import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMarkers, hanziValue, LAST, lineMarker, type MarkerStyle, markerAt } from '../../src/text/markers.ts';

describe('hanziValue', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十六', 36],
    ['一百零五', 105],
  ])('%s is %d', (s, n) => expect(hanziValue(s)).toBe(n));

  it.each(['', '一二', '甲', '零'])('%j is none', (s) => expect(hanziValue(s)).toBeNaN());
});

describe('lineMarker', () => {
  const forms: [string, MarkerStyle, number, string, string][] = [
    ['一、加强领导', 'hanzi', 1, '一、', '加强领导'],
    ['十二、加强领导', 'hanzi', 12, '十二、', '加强领导'],
    ['一，加强领导', 'hanzi', 1, '一', '加强领导'],
    ['　　（二）加强领导', 'hanzi-paren', 2, '（二）', '加强领导'],
    ['(三)、加强领导', 'hanzi-paren', 3, '(三)、', '加强领导'],
    ['1.加强领导', 'arabic', 1, '1.', '加强领导'],
    ['10、加强领导', 'arabic', 10, '10、', '加强领导'],
    ['3 加强领导', 'arabic', 3, '3', '加强领导'],
    ['(4)加强领导', 'arabic-paren', 4, '(4)', '加强领导'],
    ['2）加强领导', 'arabic-paren', 2, '2）', '加强领导'],
    ['1.2 加强领导', 'decimal', 2, '1.2', '加强领导'],
    ['③加强领导', 'circled', 3, '③', '加强领导'],
    ['第一,加强领导', 'ordinal', 1, '第一', '加强领导'],
    ['第二是加强领导', 'ordinal', 2, '第二是', '加强领导'],
    ['其三，加强领导', 'ordinal', 3, '其三', '加强领导'],
    ['第十条 加强领导', 'article', 10, '第十条', '加强领导'],
    ['第三章 加强领导', 'chapter', 3, '第三章', '加强领导'],
    ['一是加强领导', 'shi', 1, '一是', '加强领导'],
    ['二要加强领导', 'shi', 2, '二要', '加强领导'],
    ['三靠加强领导', 'shi', 3, '三靠', '加强领导'],
    ['首先,加强领导', 'sequence', 1, '首先', '加强领导'],
    ['最后,加强领导', 'sequence', LAST, '最后', '加强领导'],
  ];
  it.each(forms)('%s', (text, style, value, number, rest) => {
    const m = lineMarker(text, 0)!;
    expect([m.style, m.value, m.number, text.slice(m.body)]).toEqual([style, value, number, rest]);
    expect(text.slice(m.start, m.end)).toBe(number);
  });

  it.each([
    '一、二类乡镇',
    '二、三产业',
    '一些干部',
    '1.5万人',
    '2012年',
    '3、5%',
    '第一书记',
    '第一责任人',
    '第一阶段为宣传',
    '一是,',
    '其他',
    '十分重要',
  ])('%s begins with none', (text) => expect(lineMarker(text, 0)).toBeNull());
});

describe('findMarkers', () => {
  const found = (text: string) => findMarkers(text).map((m) => `${m.number}${m.line ? '' : '~'}`);

  it('finds them at line starts and where a clause begins', () => {
    expect(found('一、好。二是快。\n (二)省;三要稳')).toEqual(['一、', '二是~', '(二)', '三要~']);
  });

  it('takes words after a comma, but no numbers there', () => {
    expect(found('做法:一是快,二是稳,(一)项除外,3.走')).toEqual(['一是~', '二是~']);
  });

  it('leaves what stands inside a phrase', () => {
    expect(found('全县第一,这三是不够的,选第二、第三名;党政机关首先是政治机关')).toEqual([]);
  });

  it('knows no place of its own for a marker that markerAt reads only at a line start', () => {
    expect(markerAt('1,加强', 0, false)).toBeNull();
    expect(markerAt('1,加强', 0, true)?.number).toBe('1');
  });

  it('gives disjoint markers in order inside the text, whatever the text', () => {
    const piece = fc.constantFrom(
      '一',
      '二',
      '十',
      '是',
      '要',
      '、',
      '。',
      ',',
      '(',
      ')',
      '1',
      '.',
      '第',
      '条',
      '首先',
      '\n',
      ' ',
      '好',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const m of findMarkers(text)) {
          expect(m.start).toBeGreaterThanOrEqual(at);
          expect(m.end).toBeGreaterThan(m.start);
          expect(m.body).toBeGreaterThanOrEqual(m.end);
          expect(text.slice(m.start, m.end)).toBe(m.number);
          expect(text.slice(m.start, m.body)).not.toContain('\n');
          at = m.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000, examples: [[['1', '\n', '、']]] },
    );
  });
});
