import { describe, expect, it } from 'vitest';
import { addTally, Count, noTally, tally } from '../../src/text/tally.ts';

describe('tally', () => {
  it('counts what is not white space, and Chinese characters', () => {
    expect(tally(' 水务局 A1\t\u3000\ufeff\n')).toEqual({ chars: 5, han: 3, prose: 0, paragraphs: 0 });
  });

  it('counts a character outside the basic plane once', () => {
    expect(tally('𠮷a').chars).toBe(2);
  });

  it('tells running text from headlines and menus, paragraphs from teasers', () => {
    expect(tally('全镇共疏浚沟渠三十六条，新建涵闸四座。').prose).toBe(17);
    expect(tally('关于疏浚沟渠的通知\n首页\n概况，动态').prose).toBe(0);
    expect(tally('全镇共疏浚沟渠三十六条，'.repeat(6)).paragraphs).toBe(66);
    expect(tally('全镇共疏浚沟渠三十六条，'.repeat(3)).paragraphs).toBe(0);
  });

  it('takes a line in pieces as one line, and links for no text', () => {
    const count = new Count();
    const line = '全镇共疏浚沟渠三十六条，新建涵闸四座。';
    count.add(line, 0, 5);
    count.add(line, 5, line.length);
    count.endLine();
    count.add(line, 0, line.length, true);
    count.endLine();
    expect(count.sum).toEqual({ chars: 38, han: 34, prose: 17, paragraphs: 0 });
  });

  it('is taken away as it was added', () => {
    const sum = noTally();
    addTally(sum, tally('甲乙'));
    addTally(sum, tally('乙'), -1);
    expect(sum).toEqual(tally('甲'));
  });
});
