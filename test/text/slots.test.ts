import { describe, expect, it } from 'vitest';
import { countMasks, isDeictic, isMask, isOrgan, isPlace, numeralsIn, numeralValue } from '../../src/text/slots.ts';

describe('slots', () => {
  it.each(['xx', '*', '××', '某某', 'xx区', 'xx市xx区', '*万', '20xx年', 'x.x%'])('%s masks', (s) => {
    expect(isMask(s)).toBe(true);
  });
  it.each(['', '区', '26', 'excel', '荷塘区', '2014年'])('%s masks nothing', (s) => {
    expect(isMask(s)).toBe(false);
  });

  it('counts hidden words', () => {
    expect(countMasks('xx区共有**个支部,某县某某乡')).toBe(4);
    expect(countMasks('excel表格与max值')).toBe(0);
  });

  it('reads numerals in one form', () => {
    for (const [x, y] of [
      ['三十', '30'],
      ['5万', '50000'],
      ['二〇一四', '2014'],
      ['两百', '200'],
      ['十二', '12'],
      ['3.50', '3.5'],
    ])
      expect(numeralValue(x!)).toBe(numeralValue(y!));
    expect(numeralValue('1.5')).not.toBe(numeralValue('15'));
    expect(numeralValue('30%')).not.toBe(numeralValue('30'));
    expect(numeralValue('1-2')).toBe('1-2');
  });

  it('finds the numerals of a stretch', () => {
    expect(numeralsIn('共有26家和三十二名,一致认为')).toEqual(['26', '32']);
  });

  it('tells names of places and organs by gazetteer and shape', () => {
    expect(isPlace('广东', '')).toBe(true);
    expect(isPlace('柳河', '区总工')).toBe(true);
    expect(isPlace('我区', '')).toBe(true);
    for (const s of ['农村', '社区', '发展', '领导']) expect(isPlace(s, '')).toBe(false);
    expect(isOrgan('税务', '局长')).toBe(false);
    expect(isOrgan('水利', '局召')).toBe(true);
    expect(isDeictic('本局')).toBe(true);
  });
});
