import { describe, expect, it } from 'vitest';
import { cleanWith } from '../src/pipeline/clean.ts';
import cases from './cases/harm.json' with { type: 'json' };

/** Texts that look damaged and are not: repair leaves them alone, normalise gives its documented form and no more. */
describe('texts that look damaged', () => {
  it.each(cases)('are left alone: $label', ({ before, after }) => {
    expect(cleanWith('repair', before).passes).toEqual([]);
    expect(cleanWith('normalise', before).text).toBe(after);
  });

  it.each(cases)('look the same in their normal form: $label', ({ after }) => {
    expect(cleanWith('repair', after).passes).toEqual([]);
    expect(cleanWith('normalise', after).passes).toEqual([]);
  });

  // A line that begins with anything but a Chinese character may be read together with the line before it.
  it.each(cases.filter(({ before }) => /^[一-龥]/.test(before)))(
    'stand the same inside a longer page: $label',
    ({ before, after }) => {
      const page = (text: string) => `某镇水利站每周三组织党员下河巡查。\n${text}\n查出的问题当天交办，三天之内办完。`;
      const clean = cleanWith('normalise', cleanWith('repair', page(before)).text).text;
      expect(clean).toBe(page(after));
    },
  );
});
