/** Members that plain words tell, a list for each part of a formula, what is said of some members only; and kinds of quotes. */
import { describe, expect, it } from 'vitest';
import { findPoints } from '../../../src/stages/extract/points/index.ts';
import { findSlogans } from '../../../src/stages/extract/slogans/index.ts';
import type { Slogan } from '../../../src/stages/extract/types.ts';

const slogansOf = (text: string): Slogan[] => findSlogans(text, findPoints(text, { title: null }));
const membersOf = (text: string, formula: string): readonly string[] | null =>
  slogansOf(text).find((s) => s.text === formula)?.expansion ?? null;
const kindsOf = (text: string): Record<string, string> =>
  Object.fromEntries(slogansOf(text).map((s) => [s.text, s.kind]));

describe('names that the text counts elsewhere', () => {
  it('are the members, though another word stands before their noun', () => {
    const text =
      '镇里升级打造柳林商贸区、青坳文旅区、河口加工区三大发展片区，路修到了门口。\n让党旗在“三大片区”、防汛一线高高飘扬。';
    expect(membersOf(text, '三大片区')).toEqual(['柳林商贸区', '青坳文旅区', '河口加工区']);
  });

  it('lose what is done with all of them', () => {
    const text = '全面推进山货集散先行区、沿河生态农业示范区、古道文化体验区建设三大工程。\n党员到“三大工程”一线去。';
    expect(membersOf(text, '三大工程')).toEqual(['山货集散先行区', '沿河生态农业示范区', '古道文化体验区']);
  });

  it('are none where they differ in what they are, or are not as many', () => {
    expect(
      membersOf('依托柳林商贸区、青坳文旅带、河口码头三大片区发展。\n党旗飘在“三大片区”。', '三大片区'),
    ).toBeNull();
    expect(membersOf('建设柳林商贸区、青坳文旅区三大片区。\n党旗飘在“三大片区”。', '三大片区')).toBeNull();
  });

  it('are none where the first of them tells what was done', () =>
    expect(
      membersOf('会上分析了虫害治理、火险治理、盗伐治理三大难题治理。要打赢“三大难题”攻坚战。', '三大难题'),
    ).toBeNull());
});

describe('members', () => {
  it('stand in a list for each part, behind what is done with them', () => {
    const text =
      '建立“一书两图三会”（管护承诺书，制定防火作战图、巡护路线图，召开季度分析会、年度述职会、群众评议会），压实责任。';
    expect(membersOf(text, '一书两图三会')).toEqual([
      '管护承诺书',
      '防火作战图',
      '巡护路线图',
      '季度分析会',
      '年度述职会',
      '群众评议会',
    ]);
  });

  it('lose where they are so, if that is said of some only', () => {
    const text =
      '管树的部门和管路的部门相脱节，在运行机制中护林工作与防火工作相脱节，在具体工作中巡山与修路相脱节。“三个脱节”由来已久。';
    expect(membersOf(text, '三个脱节')).toEqual([
      '管树的部门和管路的部门相脱节',
      '护林工作与防火工作相脱节',
      '巡山与修路相脱节',
    ]);
  });

  it('keep 把 where they say what is done', () => {
    const text =
      '突出“三个结合”：\n1．把护林工作与增收致富相结合。各站都有任务。\n2．把防火巡查与护路巡查相结合。路上有人管。\n3．把评先评优与日常考核相结合。年底兑现。';
    expect(membersOf(text, '三个结合')).toEqual([
      '把护林工作与增收致富相结合',
      '把防火巡查与护路巡查相结合',
      '把评先评优与日常考核相结合',
    ]);
  });

  it('keep the beginning that they share, and a first word that is no verb of theirs', () => {
    expect(
      membersOf(
        '实施“双培双带”工程，把技术能手培养成党员、把党员培养成技术能手，党员带头栽树、党员带领林农增收。',
        '双培双带',
      ),
    ).toEqual(['把技术能手培养成党员', '把党员培养成技术能手', '党员带头栽树', '党员带领林农增收']);
    expect(
      membersOf(
        '开展“三标三争”：组织建设标准化、党员管理标准化、阵地运行标准化，争当先锋站、争当先锋岗、争当先锋员。',
        '三标三争',
      )?.[0],
    ).toBe('组织建设标准化');
  });

  it('stand inside the words of the formula, at the head of its points', () => {
    const text =
      '林场开展“三问于林”活动。\n一是问需于林，把底数摸清。全年走访林班32个。\n二是问计于林，把办法找对。全年开会12场。\n三是问效于林，把成效亮出。年底测评一次。';
    expect(membersOf(text, '三问于林')).toEqual(['问需于林', '问计于林', '问效于林']);
  });

  it('lose whose they are, where only the first of them say it', () => {
    const text =
      '抓好“三大建设”：\n（一）加强党的思想建设，着力提高素质。各站都学。\n（二）加强党的组织建设，着力建强班子。各站都建。\n（三）加强作风建设，着力提高威信。各站都改。';
    expect(membersOf(text, '三大建设')).toEqual(['思想建设', '组织建设', '作风建设']);
  });

  it('are not things of everyday that happen to stand in another order than the field has them in', () => {
    expect(membersOf('林场服务“三农”，既要盈利，也要为农民、农业和农村经济发展出力。', '三农')).toBeNull();
  });
});

describe('the kind of a quote', () => {
  it.each([
    ['各站开展“党员十带头”活动。', '党员十带头', 'numeral'],
    ['查房前十分钟做起，开展“查房十分钟”活动。', '查房十分钟', 'name'],
    ['搭建“有呼必答、有难必帮”县、乡联动平台，山里山外一条线。', '有呼必答、有难必帮', 'name'],
    ['三是林场与村庄融合构建“共护共管共享”。', '共护共管共享', 'motto'],
    ['连续三年获得全省林业“护林杯”职工技能大赛优胜奖。', '护林杯', 'name'],
    ['每名党员每年认领1个“微心愿”。', '微心愿', 'name'],
  ])('%s', (text, slogan, kind) => expect(kindsOf(text)).toMatchObject({ [slogan]: kind }));

  it('is that of its fellows, where numbered headings built alike end in it', () => {
    const body = '各站都有专人负责，检查结果按月通报，年底一并考核。';
    const ends = ['林长是第一责任', '老林场新气象', '共护共管共享'];
    const text = ends.map((s, i) => `（${'一二三'[i]}）林场建设与${'山水村'[i]}融合实现“${s}”。${body}`).join('\n');
    expect(Object.keys(kindsOf(text))).toEqual(ends);
    const other = `（一）林场建设实现“林长是第一责任”。${body}\n（二）村庄管理要靠“老林场新气象”。${body}`;
    expect(kindsOf(other)).toEqual({});
  });
});
