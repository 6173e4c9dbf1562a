/** Sentences that look like the form of a rule and mean something else, as a reviewer found them. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';

const rolesIn = (text: string, title: string | null = null): Record<string, string> =>
  Object.fromEntries(extract(text, { title }).figures.map((f) => [f.text, f.role]));
const slogansIn = (text: string): Record<string, readonly string[] | null> =>
  Object.fromEntries(extract(text, { title: null }).slogans.map((s) => [s.text, s.expansion]));

describe('what a body has', () => {
  it.each([
    ['我校有3名学生考上大学。', '3名', 'scale'],
    ['县委有5项工作获奖。', '5项', 'scale'],
    ['已按10%的比例配备护林员。', '10%', 'target'],
    ['去年按15%的比例提取公积金300万元。', '15%', 'target'],
  ])('is not what came of it, or is to come: %s', (text, figure, role) => expect(rolesIn(text)[figure]).not.toBe(role));
});

it('those whom somebody is charged with in a plan are a target', () => {
  const text = '一、存在问题\n护林人手不足。\n二、对策措施\n（一）抓管护。林长会成员联系2个村，每月到联系点调研1次。';
  expect(rolesIn(text, '护林工作的思考')['2个']).toBe('target');
});

it('what was won ends where it does', () => {
  const [figure] = extract('连续6年被评为先进单位的企业有12家。', { title: null }).figures;
  expect(figure!.indicator).toBe('先进单位');
});

describe('members', () => {
  it.each(['“三农”（农民、农业、农村）工作要抓紧。', '“三农”即农民、农业、农村。'])(
    'that the text names outright may stand in any order: %s',
    (text) => expect(slogansIn(text).三农).toEqual(['农民', '农业', '农村']),
  );

  it('in a list for each part have a word of it', () =>
    expect(slogansIn('推行“两书三卡”（2023年、2024年，张三、李四、王五）。').两书三卡 ?? null).toBeNull());
});

it.each(['“不学不干不管”，群众意见大。', '他“又高又瘦又黑”，走路带风。'])('blame is no watchword: %s', (text) =>
  expect(slogansIn(text)).toEqual({}),
);

describe('points', () => {
  const BODY = '林场把各站的账本翻了一遍，一笔一笔对清楚，当天就改，月底贴在墙上。';
  const headings = (text: string): string[] => extract(text, { title: null }).points.map((p) => p.heading);

  it('are no rows of what somebody asks of somebody', () =>
    expect(
      headings(`一、经过\n大家要问他为什么。${BODY}\n群众要他歇一歇。${BODY}\n妻子要他去医院。${BODY}`),
    ).not.toContain('大家要问他为什么'));

  it('are no sums in the numerals of cheques', () =>
    expect(headings(`壹 万元整由财务科收取。${BODY}\n贰 万元整由会计保管。${BODY}`).join()).not.toMatch(/^万元整/u));

  it('keep what is wrong beside what is to be done about it', () => {
    const text = `一、存在的问题及原因分析\n（一）投入不够。${BODY}\n（二）意识不强。${BODY}\n针对上述问题，提出以下对策。\n1.加大投入。${BODY}\n2.广泛宣传。${BODY}`;
    expect(extract(text, { title: null }).points.find((p) => p.heading === '意识不强')?.role).toBe('problem');
  });
});
