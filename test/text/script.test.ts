import { describe, expect, it } from 'vitest';
import { hanRank, isHan } from '../../src/text/hanzi.ts';
import {
  countKinds,
  countScripts,
  isTraditionalOnly,
  scriptKinds,
  scriptOf,
  unambiguous,
} from '../../src/text/script.ts';
import { utf16 } from '../../src/text/utf16.ts';
import { columns, halfWidth, isChinese } from '../../src/text/width.ts';

const unit = (c: string) => c.charCodeAt(0);

describe('scriptOf', () => {
  it.each([
    ['镇里组织党员巡查河道', 'hans'],
    ['鎮裡組織黨員巡查河道', 'hant'],
    ['镇里组织党员，鎮裡組織黨員', 'mixed'],
    ['三大工作 2020', 'hans'],
    ['', 'hans'],
  ])('%s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });

  it('takes a slip among many for a slip', () => {
    expect(scriptOf(`${'这里发现问题'.repeat(5)}幹部`)).toBe('hans');
  });

  it('counts no character that both scripts write', () => {
    expect(countScripts('后里干乾著徵于於准志制')).toEqual({ hans: 0, hant: 0 });
  });
});

describe('characters', () => {
  it('knows the one reading of a traditional character', () => {
    expect(String.fromCharCode(unambiguous(unit('黨')))).toBe('党');
    for (const c of '乾著徵昇党a') expect(unambiguous(unit(c))).toBe(0);
  });

  it('tells a traditional text from its rare characters', () => {
    const only = (text: string) => {
      const own = { hans: 0, hant: 0, seen: 0 };
      return isTraditionalOnly(countKinds(scriptKinds(), utf16(text), 0, text.length, own).seen);
    };
    expect(only('步步高陞')).toBe(true);
    expect(only('毕昇')).toBe(false);
  });

  it('ranks common characters', () => {
    expect(hanRank(unit('一'))).toBeLessThan(10);
    expect(hanRank(unit('鎶'))).toBe(0);
    expect([...'一〇㐀'].every((c) => isHan(unit(c)))).toBe(true);
    expect([...'a，あ'].some((c) => isHan(unit(c)))).toBe(false);
  });

  it('knows widths', () => {
    expect(columns('巡查a1，')).toBe(8);
    expect(String.fromCharCode(halfWidth(unit('Ａ')))).toBe('A');
    expect(halfWidth(unit('a'))).toBe(0);
    expect([...'党，（“…—'].every((c) => isChinese(unit(c)))).toBe(true);
    expect(isChinese(unit('·'))).toBe(false);
  });
});
