import { describe, expect, it } from 'vitest';
import { tidied } from '../../../src/stages/extract/slogans/members/tidy.ts';

const parts = [{ count: 3, key: '队伍' }];
const tidy = (list: string[], complete = true): string[] => tidied({ list, complete }, parts)!.list;

describe('the members of a complete list', () => {
  it('lose a quotation mark that belongs to what stands beside them', () => {
    expect(tidy(['巡河员', '护林员', '法律明白人“'])).toEqual(['巡河员', '护林员', '法律明白人']);
    expect(tidy(['”巡河员', '护林员', '宣讲员'])).toEqual(['巡河员', '护林员', '宣讲员']);
  });

  it('keep those of their own', () => {
    const list = ['“银发”宣讲队', '“巾帼”服务队', '巡查“轻骑兵”'];
    expect(tidy(list)).toEqual(list);
  });

  it('are left alone where the list is not complete', () => {
    const list = ['一支是巡河员', '一支是护林员'];
    expect(tidy(list, false)).toEqual(list);
  });
});
