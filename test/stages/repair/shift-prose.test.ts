import { describe, expect, it } from 'vitest';
import { repairText } from '../../../src/stages/repair/index.ts';
import { damage } from '../../bench/damage.ts';

/** Prose of quotations, titles and counted lists, damaged by the generator: places that the language tells. */
const CUTS = ['！', '；', '，', '？', '。', '、'];
const BEFORE = '机关党建工作要抓实，学习教育要经常开展。\n';
const BEHIND = '\n机关领导班子建设经验丰富，业务发展质量高。';

/** What repair makes of a damaged page, and what it should. */
function repaired(body: string): { got: string; wanted: string } {
  const { text, converted } = damage(BEFORE + body + BEHIND, { seed: 1, density: 'heavy', cutShare: 1, cuts: CUTS });
  expect(text).not.toBe(converted);
  return { got: repairText(text).text, wanted: converted };
}

describe('damaged prose', () => {
  it.each([
    ['a word that goes on into the damage', '镇里要求把工作落实到日常、抓到实处，不走过场。'],
    ['a short sentence quoted behind a colon', '他说：“马上去办。”\n她翻开本子，记下了要办的事。'],
    ['a line end before the number of a heading', '群众办完事都说：“满意。”\n（二）把制度建起来。\n全年办件三千件。'],
    ['the same before a number alone', '群众都说：“满意。”\n二、存在的问题\n全年办件三千件。'],
    [
      'a quotation behind one whose end a mark took along',
      '干部白天走村，晚上算账，“心里踏实。”\n会议开到了田头。“看得见，摸得着。”大家说。',
    ],
    ['a word of the genre', '经费专款专用，不得挪用。'],
    ['no stop behind a stop', '晚上她同乡亲们拉家常。第二天一早就下地。'],
  ])('%s', (_, body) => {
    const { got, wanted } = repaired(body);
    expect(got).toBe(wanted);
  });

  it('goes on with what the page has', () => {
    const { text, converted } = damage(
      `${BEFORE}各乡镇人民政府签订责任书，县人民政府组织考核。人民政府各执一份。${BEHIND}`,
      { seed: 1, density: 'medium', cutShare: 1, cuts: CUTS },
    );
    expect(text).toContain('?cè)');
    expect(repairText(text).text).toBe(converted);
  });

  it.each([
    [
      'a sign that vanished with two characters before it',
      '各乡镇人民政府，县直有关单位：现将通知印发给你们。',
      '人民政府縣',
    ],
    ['a digit before a measure', '老人说：“日子踏实多了。”3月14日，她又来了。', '。”\n月14日'],
    ['a rare character for two that vanished', '大家说：“一斤乾果能卖到三十元。”', '擒'],
    ['him for her', '他来了，她也来了。\n“路修好了，菜就不愁卖。”她说。\n大家都点头。', '。”他說'],
    ['two words that differ in what vanished', '会上作出说明。考核中弄虚作假的，一律不合格。', '艙'],
  ])('does not make up %s', (_, body, wrong) => {
    for (const density of ['light', 'medium', 'heavy'] as const) {
      const page = damage(BEFORE + body + BEHIND, { seed: 1, density, cutShare: 1, cuts: CUTS }).text;
      expect(repairText(page).text).not.toContain(wrong);
    }
  });
});

describe('prose that is known in part', () => {
  const inPart = (body: string): { text: string; notes: number } => {
    const page = damage(BEFORE + body + BEHIND, { seed: 1, density: 'medium', cutShare: 1, cuts: CUTS }).text;
    const { text, notes } = repairText(page);
    expect(repairText(text).passes).toEqual([]);
    return { text: text.split('\n')[1]!, notes: notes.length };
  };

  it.each([
    [
      'a character of which half is lost',
      '村里算过账。口号喊得再响，不如路修到门口。',
      '村里算過賬。口號�得再�，不如路修到門口。',
    ],
    ['a pair that vanished', '他是个跑腿的。”住建局干部何小满是第一个到的。', '他是個跑腿的。”�干部何�是第一個到的。'],
  ])('marks %s and reads the rest', (_, body, wanted) => {
    const { text, notes } = inPart(body);
    expect(text).toBe(wanted);
    expect(notes).toBeGreaterThan(0);
  });

  it('is left alone where nothing else on the page is damaged', () => {
    const page = '村里算過賬?？谔柡暗迷夙?，不如路修到門口。';
    expect(repairText(page).text).toBe(page);
  });
});
