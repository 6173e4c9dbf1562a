import fc from 'fast-check';
import { Locale, Trie } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { isOddToT2s, t2s, t2sInPlace } from '../../src/text/t2s.ts';
import { fromUtf16, utf16 } from '../../src/text/utf16.ts';

const [phrases, characters] = Locale.to.cn![0] as [string, string];
const trie = new Trie();
trie.loadDictGroup(Locale.to.cn![0]!);

function inPlace(text: string, from = 0, to = text.length): string {
  const units = utf16(text).slice();
  t2sInPlace(units, text, from, to);
  return fromUtf16(units);
}

function isPlain(text: string): boolean {
  return [...utf16(text)].every((unit) => !isOddToT2s(unit));
}

/** The keys of the tables, whole and cut, between other text. */
const keys = [...phrases.split('|'), ...characters.split('|')].map((entry) => entry.split(' ')[0]!).filter(isPlain);
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...keys),
      fc.constantFrom(...keys).map((key) => key.slice(0, 2)),
      fc.constantFrom('渠', '，', 'a', '1', '\n', '於', '乾'),
    ),
    { maxLength: 40 },
  )
  .map((list) => list.join(''));

describe('t2s in place', () => {
  it.each([phrases, characters])('gives what OpenCC gives for each entry', (dict) => {
    for (const entry of dict.split('|')) {
      const [from = ''] = entry.split(' ');
      if (isPlain(from)) expect(inPlace(from)).toBe(trie.convert(from));
    }
  });

  it('gives what OpenCC gives for any text without odd characters', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(inPlace(given)).toBe(trie.convert(given));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows what it does not know', () => {
    expect([...utf16('㗲⿰𠵾噁')].every(isOddToT2s)).toBe(true);
    expect([...utf16('黨一二，')].some(isOddToT2s)).toBe(false);
    expect(t2s('㗲二噁英')).toBe('𠵾二𫫇英');
  });

  it('gives what OpenCC gives for odd characters too', () => {
    const odd = fc.constantFrom(
      '㗲',
      '⿰木機',
      '⿲水㗲機',
      '⿱⿰木木機',
      '機',
      '𠌥',
      '\ud800',
      '\udc00',
      '二',
      '噁',
      '英',
      '沈',
      '乾',
      '隆',
      '，',
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 12 }), (list) => {
        expect(t2s(list.join(''))).toBe(trie.convert(list.join('')));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a row of description characters without end', () => {
    const row = '⿰'.repeat(200_000);
    expect(t2s(`${row}機`)).toBe(`${row}機`.slice(0, -1).concat('机'));
  });

  it('keeps to its range, and cuts no phrase short there', () => {
    expect(inPlace('乾隆乾隆', 2, 3)).toBe('乾隆干隆');
  });
});
