import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/text/align.ts';
import { fold, unfold } from '../../src/text/fold.ts';
import { expectLinear } from '../linear.ts';

const codesOf = (s: string): Uint16Array => Uint16Array.from({ length: s.length }, (_, i) => s.charCodeAt(i));
const hunks = (a: string, b: string): string[] =>
  align(codesOf(a), codesOf(b)).map((h) => `${a.slice(h.aStart, h.aEnd)}→${b.slice(h.bStart, h.bEnd)}`);

describe('align', () => {
  it('shows what differs', () => {
    expect(hunks('组织技术能手与青年结对', '组织技术能手与青年结对')).toEqual([]);
    expect(hunks('改造书屋26家', '改造书屋31家')).toEqual(['26→31']);
    expect(hunks('走访企业', '走访困难企业')).toEqual(['→困难']);
    expect(hunks('', '全部')).toEqual(['→全部']);
  });

  it('leaves equal text between the hunks, whatever the texts', () => {
    const text = fc.array(fc.constantFrom(...'会议精神落实到位3'), { maxLength: 80 }).map((c) => c.join(''));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const [x, y] = [codesOf(a + b + c), codesOf(b + c + a)];
        let [i, j] = [0, 0];
        for (const h of [...align(x, y), { aStart: x.length, aEnd: x.length, bStart: y.length, bEnd: y.length }]) {
          expect(h.aStart - i).toBe(h.bStart - j);
          expect(unfold(x, i, h.aStart)).toBe(unfold(y, j, h.bStart));
          [i, j] = [h.aEnd, h.bEnd];
        }
      }),
    );
  });

  it('keeps the larger part in place when paragraphs moved', () => {
    const [a, b] = [
      `${'甲'.repeat(3)}先把台账建起来再说别的事情`,
      '丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬东南西北',
    ];
    expect(hunks(a + b, b + a)).toEqual([`${a}→`, `→${a}`]);
  });

  it('is linear on texts without anchors', async () => {
    expect(align(new Uint16Array(30).fill(0x4e00), new Uint16Array(29).fill(0x4e01))).toHaveLength(1);
    await expectLinear((n) => align(new Uint16Array(n).fill(0x4e00), new Uint16Array(n - 9).fill(0x4e01)), 300_000);
    const turns = (n: number, of: number): Uint16Array => Uint16Array.from({ length: n }, (_, i) => i % of);
    await expectLinear((n) => align(turns(n, 7), turns(n - 9, 5)), 300_000);
  });
});

describe('fold', () => {
  const folded = (s: string): string => unfold(fold(s).codes);

  it.each([
    ['width, case, blanks and marks go', 'ＡＢ c,,“工 会”。\n第１章', 'abc工会第1章'],
    ['marks inside numbers stay', '1.5与1-2与2,3', '1.5与1-2与2,3'],
    ['a comma of thousands goes', '1,200元', '1200元'],
    ['figures cut by blanks are joined', '12 . 5 %', '12.5%'],
    ['a list number keeps nothing', '1.加强管理', '1加强管理'],
    ['masking signs stay', 'XX区*个××', 'xx区*个××'],
    ['every nought is one', '二○一四 二〇一四 二零一四', '二〇一四二〇一四二〇一四'],
    ['lost characters stay', '夜�职', '夜�职'],
  ])('%s', (_, text, want) => {
    expect(folded(text)).toBe(want);
  });

  it('knows where each unit came from, and folds the folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (s) => {
        const { codes, at } = fold(s);
        expect(at.every((p, i) => p < s.length && (i === 0 || p > at[i - 1]!))).toBe(true);
        expect(codes.length).toBe(at.length);
      }),
    );
  });
});
