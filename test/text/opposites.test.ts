import { describe, expect, it } from 'vitest';
import { saysOpposite } from '../../src/text/opposites.ts';

describe('what says the opposite', () => {
  it.each([
    ['', '未', '会议', '通过'],
    ['', '未', '今年', '完成任务'],
    ['', '未', '本月', '报送材料'],
    ['没有', '', '我们', '完成'],
    ['', '不', '人员', '达标'],
    ['', '尚未', '工程', '完工'],
    ['', '非', '按', '正常程序'],
    ['先', '后', '评为', '进集体'],
    ['增长', '下降', '产值', '3%'],
    ['同意', '反对', '多数', '的意见'],
    ['允许', '禁止', '车间', '吸烟'],
    ['高', '低', '提', '于上年'],
    ['高', '低', '不得', '于上年'],
    ['有', '无', '全村', '欠账'],
  ])('%s | %s', (from, to, before, next) => {
    expect(saysOpposite(from, to, before, next)).toBe(true);
    expect(saysOpposite(to, from, before, next)).toBe(true);
  });

  it.each([
    ['', '不', '持续', '断加强'],
    ['', '非', '会议', '常重要'],
    ['', '未', '着眼', '来发展'],
    ['', '无', '党员', '论老少'],
    ['', '没', '财物', '收入库'],
    ['末', '未', '截至年', '共有'],
    ['', '未', '截至年', '共有'],
    ['先', '后', '', '来到'],
    ['高', '低', '', '山上'],
    ['示范', '先锋', '党员', '岗'],
    ['', '的', '党员', '责任'],
    ['', '未', '到此', ''],
  ])('not %s | %s', (from, to, before, next) => {
    expect(saysOpposite(from, to, before, next)).toBe(false);
  });
});
