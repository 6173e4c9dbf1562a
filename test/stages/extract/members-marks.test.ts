/** Members that marks, a verb of the formula, or another word for its key show; each with a neighbour that is none. */
import { describe, expect, it } from 'vitest';
import { findPoints } from '../../../src/stages/extract/points/index.ts';
import { findSlogans } from '../../../src/stages/extract/slogans/index.ts';

function membersOf(text: string, formula: string): readonly string[] | null {
  const points = findPoints(text, { title: null }).map((p) => ({ ...p, confidence: 1 }));
  return findSlogans(text, points as never).find((s) => s.text === formula)?.expansion ?? null;
}

describe('where a member ends', () => {
  it.each([
    [
      '林场制定“一图两表三清单”，把路线图、值班表、巡护表和隐患清单、责任清单、销号清单逐一贴上墙。',
      '一图两表三清单',
      '路线图 值班表 巡护表 隐患清单 责任清单 销号清单',
    ],
    [
      '各站建立“五位一体”管护机制（林道、界碑、苗圃、水源、瞭望塔统管），落实护林员80名。',
      '五位一体',
      '林道 界碑 苗圃 水源 瞭望塔',
    ],
    [
      '推行“两快一慢”，接警快、出动快、撤离慢一拍（多守一刻钟），火灾起数下降。',
      '两快一慢',
      '接警快 出动快 撤离慢一拍',
    ],
    [
      '护林员要守住“三条线”：首先，守住防火红线，火种不带上山；其次，守住用水底线，泉眼谁也不堵；最后，守住采伐界线，一棵也不多砍。',
      '三条线',
      '防火红线 用水底线 采伐界线',
    ],
    ['评定结果与站长述职评议、党员评优、部门绩效“三挂钩”。', '三挂钩', '站长述职评议 党员评优 部门绩效'],
    [
      '咬住“三件大事”不松口。\n（一）把栽树这件大事办稳。十月底前完成。\n（二）把防火这件大事办成。十一月前到位。\n（三）把增收这件大事办真。年底兑现。',
      '三件大事',
      '把栽树这件大事办稳 把防火这件大事办成 把增收这件大事办真',
    ],
  ])('%s', (text, formula, wanted) => expect(membersOf(text, formula)).toEqual(wanted.split(' ')));

  it('takes what headings have in quotation marks', () => {
    const body = '林场党委在摸底时发现，多座站没有党员，于是组建联站支部。';
    const text = `谱写“三部曲”，走出新路。\n“党建+驻守”奏响“扎根曲”\n${body}\n“党建+防火”奏响“平安曲”\n${body}\n“党建+林下”奏响“致富曲”\n${body}`;
    expect(membersOf(text, '三部曲')).toEqual(['扎根曲', '平安曲', '致富曲']);
  });

  it('keeps who a quoted name is of, and what describes it', () => {
    expect(
      membersOf('站长“领学责任”、委员“督学责任”和党员“自学责任”三个“学习责任”落到人头。', '三个“学习责任”'),
    ).toEqual(['站长“领学责任”', '委员“督学责任”', '党员“自学责任”']);
  });
});

describe('what only looks like a list', () => {
  it.each([
    ['所谓“三要”，是县里提出的、镇上落实的、村里执行的一套制度。', '三要'],
    ['推进“四季不断线”，春天来了、夏天走了、秋天到了、冬天没了。', '四季不断线'],
  ])('%s', (text, formula) => expect(membersOf(text, formula)).toBeNull());

  it('is cut where 既是 and 行动 stand before it', () => {
    const both = '村里“三员一体”。老李既是老党员，又是生产队员，更是护林员。';
    expect(membersOf(both, '三员一体')).toEqual(['老党员', '生产队员', '护林员']);
    expect(membersOf('实施“百千万”行动扶持100家、培训1000人、带动10000户。', '百千万')?.[0]).toBe('扶持100家');
  });
});

describe('how a text tells members', () => {
  it.each([
    ['老场部没有围墙、没有门卫、没有路灯，是出了名的“三无”大院。', '三无', '没有围墙 没有门卫 没有路灯'],
    ['推行“三员一体”，每名驻站党员既是护林员，也是宣讲员，还是安全员。', '三员一体', '护林员 宣讲员 安全员'],
    [
      '树上有了果，林下有了药，山里有了路，账上有了钱，这是护林人对“四有林场”的理解。',
      '四有林场',
      '树上有了果 林下有了药 山里有了路 账上有了钱',
    ],
    [
      '推出“3+N”护林法。所谓“3”，是指岗位共建、瞭望共守、灭火共担；所谓“N”，是各站自己的动作。',
      '3+N',
      '岗位共建 瞭望共守 灭火共担 各站自己的动作',
    ],
  ])('%s', (text, formula, wanted) => expect(membersOf(text, formula)).toEqual(wanted.split(' ')));

  it.each([
    ['“三夏”就是一场仗，打赢了，全年主动；打输了，全盘被动。', '三夏'],
    ['带头落实“三简三不”，村干部、党员、乡贤先行，不摆排场、不比车队、不送重金。', '三简三不'],
    [
      '连续三年获评“四强”党支部。\n工作背景\n林场地处深山，人员分散，管护难度大，多年没有管用的办法。\n主要做法\n一是建站。二是护林。\n初步成效\n三年没有发生火灾，职工收入翻了一番。\n经验启示\n必须依靠职工，办法总比困难多。',
      '四强',
    ],
  ])('%s names none', (text, formula) => expect(membersOf(text, formula)).toBeNull());
});
