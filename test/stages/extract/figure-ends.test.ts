/** Where the name of what is counted ends, what was won in a row, and counts of what a body has: each with a neighbour that is none. */
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';
import { findPoints } from '../../../src/stages/extract/points/index.ts';
import type { Figure } from '../../../src/stages/extract/types.ts';

const read = (text: string, title = '林业局工作情况汇报'): Figure[] => {
  const points = findPoints(text, { title }).map((p) => ({ ...p, confidence: 1 }));
  return findFigures(text, points as never, [], { published: null, title });
};
const counted = (text: string): Record<string, string | null> =>
  Object.fromEntries(read(text).map((f) => [f.text, f.indicator]));
const roles = (text: string): Record<string, string> => Object.fromEntries(read(text).map((f) => [f.text, f.role]));

describe('the name of what is counted', () => {
  it.each([
    ['护林队连续三届获得全省林业技能大赛优胜奖。', '连续三届', '全省林业技能大赛优胜奖'],
    ['林场连续两年入选“十佳林场”。', '连续两年', '“十佳林场”'],
    ['林区满意度连续六年保持在95%以上。', '连续六年', '林区满意度'],
    ['这是一个拥有五万多名员工队伍、林业站点遍布城乡的行业。', '五万多名', '员工队伍'],
    ['会议邀请了30名党员、群众代表。', '30名', '党员、群众代表'],
    ['培训林场职工和部门负责人30名。', '30名', '林场职工和部门负责人'],
    ['护林员连续两年获感动林区人物。', '连续两年', '感动林区人物'],
    ['林场收入增长5%，造林投资快于时序进度3个百分点。', '3个百分点', '造林投资'],
    ['造林投资完成目标的61%，超时序进度2个百分点。', '2个百分点', '造林投资'],
    ['这是我们五万员工和林业事业的筋骨。', '五万', '员工'],
    ['全力保障53万群众基本生活需求。', '53万', '群众'],
    ['党员走进25万多户居民家中。', '25万多户', '居民'],
    ['每季度分析一次护林员的思想状况进行教育。', '一次', '护林员的思想状况'],
    ['责任内容除日常巡护外（权重70%），还有防火。', '70%', '责任内容'],
  ])('%s', (text, figure, wanted) => expect(counted(text)).toMatchObject({ [figure]: wanted }));

  it.each([
    ['带动2.3万户林农户均增收3200元。', '3200元', '林农户均增收'],
    ['万人评议活动开展4次。', '4次', '万人评议活动开展'],
    ['建设“红色护林站”28个。', '28个', '“红色护林站”'],
    ['每半年评比一次。', '一次', '评比'],
    ['选优配强书记39名。', '39名', '书记'],
    ['排名靠前的村各奖励5万元。', '5万元', '奖励'],
    ['标准化方面，制定23项标准。', '23项', '标准'],
    ['县级依申请事项网上可办率达98%。', '98%', '县级依申请事项网上可办率'],
    ['查处违反中央八项规定精神问题68起。', '68起', '违反中央八项规定精神问题'],
    ['亿元GDP生产安全事故死亡率不超过0.012。', '不超过0.012', '亿元GDP生产安全事故死亡率'],
    ['成立党员先锋岗23个、责任区11个。', '11个', '责任区'],
    ['收入5.6亿元，其中青石区3亿元。', '3亿元', '收入'],
  ])('begins where it does: %s', (text, figure, wanted) => expect(counted(text)).toMatchObject({ [figure]: wanted }));

  it.each([
    ['林场连续三年获得的补助用于修路。', '的补助用于修路'],
    ['林场连续两年获批项目资金。', '批项目资金'],
    ['林区连续三年获得感满意度第一。', '感满意度第一'],
  ])('is no half of a word that begins like what is won: %s', (text, half) =>
    expect(read(text).map((f) => f.indicator)).not.toContain(half),
  );

  it('takes in the size that the counted have, which is no figure of its own', () => {
    expect(counted('招引亿元以上项目3个。')).toEqual({ '3个': '亿元以上项目' });
    expect(counted('投资亿元以上。')).toHaveProperty('亿元以上');
  });

  it('keeps what tells people from a measure of theirs', () =>
    expect(counted('林区群众安全感得分98.71。')).toEqual({ '98.71': '林区群众安全感得分' }));
});

describe('the role', () => {
  it.each([
    ['局里开始对直属的91个党组织下达责任书。', '91个', 'scale'],
    ['我局有4个林场均设支部。', '4个', 'scale'],
    ['今年局里新建了4个林场。', '4个', 'result'],
    ['有的林站未按1%比例配备护林员。', '1%', 'target'],
    ['林区党建是我们五万员工的筋骨。', '五万', 'scale'],
    ['今年4月集中了6天的时间举办培训班。', '6天', 'result'],
  ])('%s', (text, figure, wanted) => expect(roles(text)).toMatchObject({ [figure]: wanted }));
});
