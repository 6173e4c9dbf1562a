/** Roles that the title of the document, or a heading that asks or admits, gives; each with a neighbour that is none. */
import { describe, expect, it } from 'vitest';
import { ruledOutline } from '../../../src/stages/extract/points/index.ts';

const roles = (text: string, title: string | null): string[] => {
  const { nodes, decisions } = ruledOutline(text, { title });
  return nodes.map((n, i) => `${text.slice(n.item.headStart, n.item.headEnd)}: ${decisions[i]!.role}`);
};
const BODY = '林场把各站的账本翻了一遍，一笔一笔对清楚，当天就改。';
const sections = (...headings: string[]): string =>
  headings.map((h, i) => `${'一二三四五'[i]}、${h}\n${BODY}`).join('\n');

describe('letters of responsibility', () => {
  const goals = '一、工作目标\n1.不发生森林火灾。\n2.防火巡护率达到100%。\n';
  it('order what they set as goals', () =>
    expect(roles(`${goals}二、考核\n${BODY}`, '2023年护林防火责任书').slice(0, 3)).toEqual([
      '工作目标: requirement',
      '不发生森林火灾: requirement',
      '防火巡护率达到100%: requirement',
    ]));
  it('do not where they list the duties apart, nor where they only limit', () => {
    expect(roles(`${goals}二、甲方责任\n1.每季检查一次。\n2.及时传达文件。`, '护林防火责任书')[0]).toBe(
      '工作目标: other',
    );
    const limits = goals.replace('工作目标', '控制目标');
    expect(roles(`${limits}二、考核\n${BODY}`, '护林防火责任书')[0]).toBe('控制目标: other');
  });
  it('are known by what they say of themselves where the headline is lost', () => {
    const text = `各林站：\n现签订2023年护林防火责任书如下：\n${goals}二、考核\n${BODY}\n本责任书一式两份。`;
    expect(roles(text, null)[0]).toBe('工作目标: requirement');
    expect(roles(text.replaceAll('责任书', '协议'), null)[0]).toBe('工作目标: other');
  });
  it('are not meant by a plan with goals', () =>
    expect(roles(`${goals}二、措施\n${BODY}`, '护林防火实施方案')[0]).toBe('工作目标: other'));
});

describe('the title of the document', () => {
  it('tells that faults were dealt with', () => {
    const text = sections('关于站账不清的问题', '关于巡护不到位的问题');
    for (const title of ['关于巡察整改情况的通报', '护林站巡察整改进展情况报告'])
      expect(roles(text, title)).toEqual(['关于站账不清的问题: practice', '关于巡护不到位的问题: practice']);
    expect(roles(sections('关于站账不清的问题'), '护林站自查报告')[0]).not.toContain('practice');
    expect(roles(text, '关于督查发现问题及要求限期整改情况的通知')[0]).not.toContain('practice');
  });
  it('tells that an inspection made known what it found', () =>
    expect(roles(sections('总体情况', '主要问题', '有关要求'), '关于护林防火督查结果的通报')[0]).toBe(
      '总体情况: result',
    ));
});

describe('headings that ask or admit', () => {
  it.each([
    ['这片林子为什么要护', 'significance'],
    ['护得怎样', 'result'],
    ['护出了个啥', 'result'],
    ['见到实效，尝到甜头', 'result'],
    ['成绩要看到，但不能躺在上面', 'result'],
    ['还得往哪使劲', 'proposal'],
    ['何为“三看三护”', 'other'],
    ['问诊：病从哪里来', 'cause'],
    ['开方：怎样药到病除', 'proposal'],
  ])('%s', (heading, role) => {
    // Among sections that say nothing of themselves.
    const text = sections('把林子护起来', heading, '让林子富起来');
    const said = heading.split('：')[0]!;
    expect(roles(text, '护林小记').find((r) => r.startsWith(said))).toBe(`${said}: ${role}`);
  });
  it('leaves what only sounds so', () => {
    const [, second] = roles(sections('把林子护起来', '林子为什么总是护不好', '让林子富起来'), '护林小记');
    expect(second).toBe('林子为什么总是护不好: cause');
  });
});

it('first articles of a set of rules frame it', () => {
  const text = '第一条 为护好林子，制定本办法。\n第二条 本办法适用于各护林站。\n第三条 护林员每天巡山不少于两次。';
  expect(roles(text, '护林员管理办法').map((r) => r.split(': ')[1])).toEqual(['other', 'other', 'requirement']);
});
