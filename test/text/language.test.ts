import { describe, expect, it } from 'vitest';
import { assignedUnit, gbkBytes, isUnassignedPair, pairOf, unitOf } from '../../src/text/gbk.ts';
import { isTraditional, textCost } from '../../src/text/language.ts';
import { normaliseReading, readingOf } from '../../src/text/readings.ts';

describe('gbk', () => {
  it('knows pairs both ways, and which are assigned', () => {
    expect(pairOf('現'.charCodeAt(0))).toBe(0xac46);
    expect(String.fromCharCode(unitOf(0x8ca7))).toBe('導');
    expect(assignedUnit(0xabc9)).toBe(0);
    expect(isUnassignedPair(0xabc9)).toBe(true);
    expect(isUnassignedPair(0x8c28)).toBe(false);
    expect(gbkBytes('A。')).toEqual([0x41, 0xa1, 0xa3]);
    expect(gbkBytes('😀')).toBeNull();
  });
});

describe('language', () => {
  it('finds text likelier than what a shift makes of it, in either script', () => {
    expect(textCost('機關黨建')).toBe(textCost('机关党建'));
    expect(textCost('立项。”长沙')).toBeLessThan(textCost('立项?!遍L沙'));
    expect(textCost('日常考核')).toBeLessThan(textCost('日。考核'));
  });

  it('knows which form a character is', () => {
    expect([...'關关人'].map((c) => isTraditional(c.charCodeAt(0)))).toEqual([true, false, null]);
  });
});

describe('readings', () => {
  it('are compared whatever their spelling', () => {
    expect(readingOf('關', 'guān')).toBe('exact');
    expect(readingOf('絡', 'luò ')).toBe('exact');
    expect(readingOf('綠', 'lv')).toBe('toneless');
    expect(readingOf('調', 'tiáo')).toBe('exact');
    expect(readingOf('關', 'kāi')).toBeNull();
    expect(normaliseReading('ɡuɑn')).toBe('guan');
  });
});
