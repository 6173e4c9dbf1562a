import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unfold } from '../../src/text/fold.ts';
import { alignMoved } from '../../src/text/moved.ts';

const codesOf = (s: string): Uint16Array => Uint16Array.from({ length: s.length }, (_, i) => s.charCodeAt(i));
const digits = (codes: Uint16Array, at: number): boolean =>
  at > 0 && at < codes.length && [codes[at - 1]!, codes[at]!].every((c) => c >= 0x30 && c <= 0x39);
const found = (a: string, b: string) => alignMoved(codesOf(a), codesOf(b), digits);
const shown = (a: string, b: string): string[] =>
  found(a, b).hunks.map((h) => `${h.moved ? 'moved ' : ''}${a.slice(h.aStart, h.aEnd)}→${b.slice(h.bStart, h.bEnd)}`);

const LIST = '窗口轮值人员每天提前半小时到岗检查叫号设备并登记';
const POND = '鱼塘承包户把增氧泵的电费账单贴在村口公示栏里三天';
const BAND = '少年鼓号队利用双休日在旧粮仓改成的排练厅练习新曲目直到傍晚才散';
/** Longer than the two above together: what stays where it is. */
const STAY = `${BAND}邮递员老胡骑坏了四辆车仍然坚持把药品捎到山那边的牧点去从来没有误过日子`;

describe('alignMoved', () => {
  it('tells apart what moved and what changed', () => {
    expect(shown(LIST + POND, LIST + POND)).toEqual([]);
    expect(shown(`${LIST}甲`, `${LIST}乙`)).toEqual(['甲→乙']);
    expect(shown(POND + BAND, BAND + POND)).toEqual([`moved ${POND}→`, `moved →${POND}`]);
  });

  it('does not hold what moved against the stranger in its old place', () => {
    const stranger = '花木公司送来的登记表上没有写明每天检查的人员名单';
    expect(shown(POND + BAND, `${stranger}${BAND}${POND}`)).toEqual([
      `moved ${POND}→`,
      `→${stranger}`,
      `moved →${POND}`,
    ]);
  });

  it('holds the two places of what moved against each other', () => {
    const { moves } = found(`${POND}共37户${LIST}${STAY}`, `${STAY}${POND}共52户${LIST}`);
    const changes = moves.flatMap((m) => m.hunks.map((h) => [h.aStart, h.bStart]));
    expect(changes).toEqual([[POND.length + 1, STAY.length + POND.length + 1]]);
  });

  it('cuts no number in two', () => {
    const { moves } = found(`53${LIST}${POND}17${STAY}`, `${STAY}83${LIST}${POND}12`);
    expect(moves).toHaveLength(1);
    const { aStart, aEnd } = moves[0]!;
    expect([aStart, aEnd]).toEqual([2, 2 + LIST.length + POND.length]);
  });

  it('leaves equal text between the hunks, and takes each moved stretch out once on either side', () => {
    const piece = fc.constantFrom(LIST, POND, BAND, '另', '12', '行风评议代表反映的问题已逐条答复', '12件');
    const text = fc.array(piece, { maxLength: 8 }).map((p) => p.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [codesOf(a), codesOf(b)];
        const { hunks, moves } = alignMoved(x, y, digits);
        let [i, j] = [0, 0];
        for (const h of [...hunks, { aStart: x.length, aEnd: x.length, bStart: y.length, bEnd: y.length }]) {
          expect(h.aStart - i).toBe(h.bStart - j);
          expect(unfold(x, i, h.aStart)).toBe(unfold(y, j, h.bStart));
          [i, j] = [h.aEnd, h.bEnd];
        }
        const sides = hunks.filter((h) => h.moved);
        const places = (from: 'aStart' | 'bStart', to: 'aEnd' | 'bEnd') => ({
          cut: sides.filter((h) => h[to] > h[from]).map((h) => `${h[from]} ${h[to]}`),
          moved: [...moves].sort((p, q) => p[from] - q[from]).map((m) => `${m[from]} ${m[to]}`),
        });
        for (const { cut, moved } of [places('aStart', 'aEnd'), places('bStart', 'bEnd')]) expect(cut).toEqual(moved);
        for (const m of moves) {
          const last = { aStart: m.aEnd, aEnd: m.aEnd, bStart: m.bEnd, bEnd: m.bEnd };
          let [p, q] = [m.aStart, m.bStart];
          for (const h of [...m.hunks, last]) {
            expect(unfold(x, p, h.aStart)).toBe(unfold(y, q, h.bStart));
            [p, q] = [h.aEnd, h.bEnd];
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
