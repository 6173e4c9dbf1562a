/** Roles that another figure or the form of an assessment gives, each with a neighbour that is none. */
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';
import { findPoints } from '../../../src/stages/extract/points/index.ts';

const roles = (text: string, title: string): string[] => {
  const points = findPoints(text, { title }).map((p) => ({ ...p, confidence: 1 }));
  return findFigures(text, points as never, [], { published: null, title }).map((f) => `${f.text} ${f.role}`);
};

describe('what decides a grade', () => {
  it.each([
    ['得分92分以上的为优等，75分至91分为中等。', '92分以上 target', '75分至91分 target'],
    ['季度积分低于55分的摘牌。', '低于55分 target'],
  ])('%s is a standard', (text, ...wanted) => expect(roles(text, '林场考核办法')).toEqual(wanted));

  it.each(['去年得分85分以上的为石桥站、柳河站。'])('leaves who got so many: %s', (text) =>
    expect(roles(text, '林站考核情况通报').join()).not.toMatch(/分以[上下] target/),
  );

  it('leaves points themselves', () => {
    expect(roles('每迟到一次扣2分，巡山日志占30分。', '林场考核办法').slice(-1)).toEqual(['30分 weight']);
    expect(roles('巡山这一项的权重由10分提高到25分以上。', '林场考核办法').at(-1)).toBe('25分以上 weight');
  });

  it('takes a mean score for a result', () =>
    expect(roles('抽了40人考试，平均81.5分。', '林场学习情况通报')).toContain('81.5分 result'));
});

describe('a part of what was counted', () => {
  it('is what the whole is', () => {
    const text = '总场现有职工410名，其中女职工96名。';
    expect(roles(text, '总场党建工作总结')).toEqual(['410名 scale', '96名 scale']);
    expect(roles('去年提拔林站干部21名，其中来自山上的15名，占71.4%。', '在林业工作会议上的讲话')).toEqual(
      ['21名', '15名', '71.4%'].map((s) => `${s} result`),
    );
  });

  it.each([
    ['总场现有林道300公里，其中要改造80公里。', '80公里 target'],
    ['林地80万亩，其中力争抚育5万亩。', '5万亩 target'],
    ['去年完成投资5亿元，其中今年力争再完成2亿元。', '2亿元 target'],
    ['水塘300口，其中每年清淤50口。', '50口 frequency'],
  ])('has a wish or a habit of its own: %s', (text, wanted) =>
    expect(roles(text, '总场林业工作情况').at(-1)).toBe(wanted),
  );

  it('is not told of what sorts', () => {
    const text = '集体收入10万元以上的村达到26个，占43%，其中30万元以上的村有9个。';
    expect(roles(text, '全镇工作总结').at(-2)).toBe('30万元以上 scale');
  });
});

describe('a case that an order provides for', () => {
  it.each(['连续两个季度排名末位的，约谈站长。', '逾期10天不整改的，予以通报。'])('%s', (text) =>
    expect(roles(text, '林场管理规定')[0]).toMatch(/target$/),
  );
  it('leaves what was so', () => expect(roles('连续三年获评先进林场。', '林场工作总结')).toEqual(['连续三年 result']));
});

it('counts the copies of a letter as a size', () =>
  expect(roles('本责任书一式三份，双方各执一份。', '护林防火责任书')[0]).toBe('三份 scale'));

describe('bare verbs of a plan', () => {
  const text = '一、加强宣传\n印发宣传单2万份，悬挂横幅300条，开展宣讲50场次，覆盖群众3万人次。';
  it('tell what is to be done', () =>
    expect(roles(text, '石桥县2024年林业工作要点').every((r) => r.endsWith('target'))).toBe(true));
});

describe('what a figure is not of', () => {
  const names = (text: string) => {
    const points = findPoints(text, { title: null }).map((p) => ({ ...p, confidence: 1 }));
    return findFigures(text, points as never, [], { published: null, title: null }).map((f) => f.indicator);
  };
  it('is no mark and no number of an article', () => {
    expect(names('人才留不住，走了12人。')).toEqual(['人才留不住']);
    expect(names('第六条 连续三年考核优秀的，予以表彰。')).toEqual([null]);
  });
});
