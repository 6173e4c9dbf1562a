import { describe, expect, it } from 'vitest';
import { isProblem, labelOf } from '../../../src/stages/extract/points/roles/labels.ts';

describe('a heading that states something wrong', () => {
  it.each(['渠系自治问题', '山塘法治短板', '泵站巡察审查问题', '农机救治短板'])(
    '%s: 治 and 查 are no deeds there',
    (heading) => {
      expect(labelOf(heading, 'report')?.purposes).toEqual(['problem']);
    },
  );

  it.each(['水情数据壁垒尚未打通', '科室之间信息没有打通', '沟渠不畅，末梢难以疏通'])('%s', (heading) => {
    expect(isProblem(heading)).not.toBeNull();
  });

  it.each(['疏通灌渠堵点', '打通管护梗阻', '看闸门灵不灵，巡线勤不勤'])('%s states none', (heading) => {
    expect(isProblem(heading)).toBeNull();
  });
});
