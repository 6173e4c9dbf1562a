import { describe, expect, it } from 'vitest';
import { isProblem, labelOf } from '../../../src/stages/extract/points/roles/labels.ts';
import type { Purpose } from '../../../src/stages/extract/points/roles/lexicon.ts';

/** Titles as sections of the genre have them, by what stands under them. */
const TITLES: Partial<Record<Purpose, string>> = {
  background: '活动背景 实施背景 问题的提出 基本概况 发展现状 当前面临的形势 缘起 现状分析',
  problem: '主要问题 存在问题和不足 面临的困难和挑战 薄弱环节 现实困境 问题检视 问题表现 存在的误区 几种错误倾向',
  cause: '原因分析 问题成因 产生问题的根源 症结所在 制约因素 思想根源',
  practice: '主要做法 经验做法 工作开展情况 履职情况 推进情况 前期工作 创新实践 主要措施及做法',
  result: '取得的成效 实施效果 主要成果 显著变化 成效与反响',
  plan: '对策建议 下一步打算 今后努力方向 破解之道 启示与思考 怎么办 2022年重点工作 下一步工作思路和主要措施 实现路径',
  significance: '重要意义 必要性和紧迫性 形式主义的危害',
  other: '指导思想 总体目标 基本原则 评选范围 时间地点 附则',
};

describe('titles of sections', () => {
  for (const [purpose, titles] of Object.entries(TITLES))
    it.each(titles.split(' '))(`%s names ${purpose}`, (title) => {
      expect(labelOf(title, 'report')?.purposes).toContain(purpose);
    });

  it.each(['强化责任落实', '解决突出问题', '总结推广经验', '巩固提升成果', '措施乏力'])('%s is no title', (heading) => {
    expect(labelOf(heading, 'report')).toBeNull();
  });
});

const FAULTS =
  '责任落实不力 党建意识淡薄 重业务轻党建 活动载体单一 上热下冷 后继乏人 组织覆盖有盲区 理想信念动摇 怕担责 信息化程度低 人员编制偏紧 培训针对性不强 选人渠道窄 以会议落实会议 老办法不管用 制度形同虚设 包袱重 看病贵 留不住人 各自为政 能力素质与岗位不相适应';
const NO_FAULTS =
  '破解党建难题 打通堵点 补齐短板 克服形式主义 消除“空壳村” 不忘初心铸忠诚 把难事办好 党员作用明显增强 村集体经济由弱变强 敢啃硬骨头 党员带头不怕苦 帮扶困难党员 整顿软弱涣散党组织 治庸治懒治散 查担当不够、治推诿扯皮 对推诿扯皮的,给予通报批评 人均费用更低';

describe('headings that state a fault', () => {
  it.each(FAULTS.split(' '))('%s does', (heading) => expect(isProblem(heading)).not.toBeNull());
  it.each(NO_FAULTS.split(' '))('%s does not', (heading) => expect(isProblem(heading)).toBeNull());
});
