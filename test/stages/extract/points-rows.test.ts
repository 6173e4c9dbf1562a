/** Rows of headings without numbers, and numbers that run into the text: each with a neighbour that is none. */
import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/stages/extract/index.ts';
import { findPoints } from '../../../src/stages/extract/points/index.ts';

const outline = (text: string, title: string | null = null): string[] => {
  const points = findPoints(text, { title });
  const heading = new Map(points.map((p) => [p.id, p.heading]));
  return points.map((p) => `${p.number ?? ''}${p.heading}${p.parent ? ` < ${heading.get(p.parent)}` : ''}`);
};
/** Enough for the text below a heading. */
const BODY = '村里腾出旧仓库十二间，请来老木匠带徒弟四十多人，半年做成桌椅三百余套。';

describe('rows of paragraphs', () => {
  it('finds couplets of even clauses, whatever their words', () => {
    const text = ['修水渠，引来山中清泉。', '盖粮仓，守住一年口粮。', '建学堂，圆了娃娃心愿。']
      .map((s) => s + BODY)
      .join('\n');
    expect(outline(text)).toEqual(['修水渠，引来山中清泉', '盖粮仓，守住一年口粮', '建学堂，圆了娃娃心愿']);
  });

  it('leaves sentences of two clauses that are not even', () => {
    const text = ['天刚亮，老周就出了门。', '到了渠口，水已经漫上来了。', '他没有多想，跳了下去。']
      .map((s) => s + BODY)
      .join('\n');
    expect(outline(text)).toEqual([]);
  });

  it('takes two couplets right below a heading, and two phrases of four characters', () => {
    const even = `一、带好队伍\n师徒同行，传好守山手艺。${BODY}\n班组同练，攒足看林本领。${BODY}\n二、管好林场\n轮流值守。${BODY}\n入户宣讲。${BODY}`;
    expect(outline(even)).toEqual([
      '一、带好队伍',
      '师徒同行，传好守山手艺 < 带好队伍',
      '班组同练，攒足看林本领 < 带好队伍',
      '二、管好林场',
      '轮流值守 < 管好林场',
      '入户宣讲 < 管好林场',
    ]);
  });

  it('takes a section each of whose paragraphs opens with a word or two', () => {
    const text = `一、工作情况\n${BODY}\n二、下步打算\n补课。把欠下的学习在十月底前补上。\n提质。年底前再评出两个示范班组。\n树牌子。把山货做成叫得响的招牌。`;
    expect(outline(text).slice(2)).toEqual(['补课 < 下步打算', '提质 < 下步打算', '树牌子 < 下步打算']);
  });

  it('leaves a story whose paragraphs open with two words', () => {
    const tell = '他一辈子守着这片林子，每天天不亮就上山，天黑透了才回家吃饭。';
    expect(outline(`爷爷老了。${tell}\n奶奶走了。${tell}\n我们搬了。${tell}`)).toEqual([]);
  });

  it('takes paragraphs that open with sentences of one length, whatever stood before', () => {
    const lead = `山要有人守。${BODY}`;
    const row = ['进村入户送树苗。', '沿河联村清淤泥。', '守山有责防野火。'].map((s) => s + BODY).join('\n');
    expect(outline(`${lead}\n${row}`)).toEqual(['进村入户送树苗', '沿河联村清淤泥', '守山有责防野火']);
  });

  it('takes what each of several must do below a heading, and not what a story says of them', () => {
    const row = [`队长要沉得下心。${BODY}`, `木匠要把手艺传下去。${BODY}`, `林场要有说话的底气。${BODY}`].join('\n');
    expect(outline(`一、启示\n${row}`).slice(1)).toEqual([
      '队长要沉得下心 < 启示',
      '木匠要把手艺传下去 < 启示',
      '林场要有说话的底气 < 启示',
    ]);
    expect(outline(row)).toEqual([]);
  });

  it('takes paragraphs labelled with names of one kind, and neither speakers nor fields of a form', () => {
    const labelled = (...names: string[]) => names.map((n) => `${n}：山路断了。${BODY}`).join('\n');
    const below = (...names: string[]) => outline(`一、灾情\n${labelled(...names)}`).slice(1);
    expect(below('石坳村', '后岭村', '柳坪村')).toEqual(['石坳村 < 灾情', '后岭村 < 灾情', '柳坪村 < 灾情']);
    expect(below('张队长', '李老汉', '王会计')).toEqual([]);
    expect(below('负责人', '联系人', '承办人')).toEqual([]);
    expect(outline(labelled('石坳村', '后岭村', '柳坪村'))).toEqual([]);
  });

  it('takes sentences inside a paragraph that a quoted word behind a number announces', () => {
    const text = `查下来，主要是三个“缺位”。\n说到底，就是三个“缺位”。人手缺位。${BODY}器材缺位。${BODY}制度缺位。${BODY}`;
    expect(outline(text)).toEqual(['人手缺位', '器材缺位', '制度缺位']);
  });

  it('takes what a report says behind dashes of its own body', () => {
    const text = `2021年政府工作简要回顾\n——我们坚持以林养林，山上产业有了新的起色。${BODY}\n——我们坚持以水定产，田间用水实现新的平衡。${BODY}`;
    expect(outline(text)).toEqual([
      '2021年政府工作简要回顾',
      '我们坚持以林养林，山上产业有了新的起色 < 2021年政府工作简要回顾',
      '我们坚持以水定产，田间用水实现新的平衡 < 2021年政府工作简要回顾',
    ]);
  });

  it('knows the line that says what a year is for', () => {
    const text = `${BODY}\n今年重点抓好三个“到位”\n一是人员到位。${BODY}\n二是器材到位。${BODY}`;
    expect(outline(text)).toEqual([
      '今年重点抓好三个“到位”',
      '一是人员到位 < 今年重点抓好三个“到位”',
      '二是器材到位 < 今年重点抓好三个“到位”',
    ]);
  });
});

describe('rows inside a paragraph', () => {
  it('finds sentences of three characters with the same beginning', () => {
    const text = `要巡山。${BODY}要护水。${BODY}要防火。${BODY}`;
    expect(outline(`一、说三件事\n${text}`).slice(1)).toEqual(
      ['要巡山', '要护水', '要防火'].map((s) => `${s} < 说三件事`),
    );
  });

  it('finds as many sentences with a syllable as the heading counts', () => {
    const text = `一、做好“三到”\n书本到山寨。${BODY}电影到牧点。${BODY}医生到帐篷。${BODY}`;
    expect(outline(text).slice(1)).toEqual(['书本到山寨', '电影到牧点', '医生到帐篷'].map((s) => `${s} < 做好“三到”`));
  });

  it('finds clauses behind dashes, away from the section before', () => {
    const text = `（一）这三年，是林场翻身的三年。${BODY}\n三年下来，我们深深体会到：——必须守住青山，少砍一棵是一棵；——必须依靠职工，人心齐了树才活。`;
    expect(outline(text)).toEqual([
      '（一）这三年，是林场翻身的三年',
      '必须守住青山，少砍一棵是一棵',
      '必须依靠职工，人心齐了树才活',
    ]);
  });

  it('leaves what several people say behind dashes', () => {
    expect(outline('我问他日子过得怎么样：——好着呢，吃得饱；——就是腿脚不好；——儿子在外打工也常回来。')).toEqual([]);
    expect(
      outline(
        '一、过去一年\n我们埋头实干：——造林3万亩，成活率九成；——修路300公里，全部硬化；——投资20亿元，建成两座厂。',
      ),
    ).toEqual(['过去一年'].map((s) => `一、${s}`));
    expect(outline('——摘自《石桥林报》。后来又登：——李大山主任的讲话；——张小河书记的讲话。')).toEqual([]);
  });

  it('leaves a dash that names a source, and one alone', () => {
    expect(outline(`有句老话：——山不转水转。${BODY}`)).toEqual([]);
    expect(outline(`${BODY}读到一句好诗。——周某${BODY}又一句。——吴某。`)).toEqual([]);
  });

  it('finds three sentences of one shape, two where two are announced', () => {
    expect(outline(`${BODY}一张网，兜住了平安。${BODY}一盏灯，照亮了夜路。${BODY}一杆秤，称出了公道。${BODY}`)).toEqual(
      ['一张网，兜住了平安', '一盏灯，照亮了夜路', '一杆秤，称出了公道'],
    );
    expect(outline(`回头看，有两点体会。树要栽得下，更要管得住。${BODY}话要说得清，更要做得到。${BODY}`)).toHaveLength(
      2,
    );
    expect(outline(`${BODY}树要栽得下，更要管得住。${BODY}话要说得清，更要做得到。${BODY}`)).toEqual([]);
  });
});

describe('numbers that run into the text', () => {
  it('reads 1.2022年… and 2.3月…', () => {
    const text = '一、时间安排\n1.2022年1月中旬，各林站报名。\n2.3月至4月，总场组织决赛。\n3.4月底前，公布名单。';
    expect(
      outline(text)
        .slice(1)
        .map((s) => s.slice(0, 2)),
    ).toEqual(['1.', '2.', '3.']);
  });

  it('reads 2.900分… where it goes on with 1.', () => {
    const text = '一、考核\n1.总分1000分。\n2.900分以上为优秀。\n3.优秀的发给奖牌。';
    expect(outline(text)[2]).toBe('2.900分以上为优秀 < 考核');
  });

  it('reads the amount and the day behind such a number as they are', () => {
    const text = '一、考核\n1.总分1000分。\n2.900分以上为优秀。\n3.优秀的发给奖牌。';
    expect(extractText(text, { title: null, published: null }).figures.map((f) => f.value)).toEqual([1000, 900]);
    const days = '1.2022年1月，造林3万亩。\n2.3月底前，修路5公里。';
    expect(extractText(days, { title: null, published: null }).figures.map((f) => [f.text, f.time])).toEqual([
      ['3万亩', '2022年1月'],
      ['5公里', '3月底前'],
    ]);
  });

  it.each([
    ['1.总体情况。今年种树多。\n2.1万亩林地已流转。\n2.2万亩林地待流转。', ['1万亩', '2万亩']],
    ['1.主要任务。\n2.重点工作。\n3.5万亩油茶基地建成。', ['5万亩']],
    ['1.造林面积\n2.5万亩以上。\n3.产值\n4.5亿元。', ['5万亩', '5亿元']],
    ['1.面积\n2.50亩。\n3.20亩。', ['50亩', '20亩']],
  ])('leaves decimals between numbers: %s', (text, parts) => {
    for (const part of parts) expect(outline(text).some((s) => s.includes(`.${part}`))).toBe(false);
  });

  it('leaves a decimal at the start of a line', () => {
    expect(
      outline('一、收成\n1.总产有所增加。\n3.5万亩水田全部收割。\n2.单产也有所增加。').some((s) => s.includes('5万亩')),
    ).toBe(false);
    expect(outline('2.5万人参加了植树。\n各林站都派了人。')).toEqual([]);
  });

  it('reads 一是，… with its comma, and not the saying 一是一，二是二', () => {
    expect(outline('还有差距：一是，人手留不住；二是，器材跟不上。')).toEqual(['一是人手留不住', '二是器材跟不上']);
    expect(outline('他办事一是一，二是二，从不含糊。')).toEqual([]);
  });
});

describe('parents', () => {
  it('parts what turns to faults from the section before', () => {
    const text = `一、去年回顾\n（一）修好水渠。${BODY}\n（二）管好林子。${BODY}\n在肯定成绩的同时，也要看到，家底薄的局面没有根本扭转：一是水源不足；二是林路不通。`;
    expect(outline(text).slice(-2)).toEqual(['一是水源不足 < 去年回顾', '二是林路不通 < 去年回顾']);
  });

  it('parts what owns up to faults, or says where the year to come is to be worked on', () => {
    const text = `一、带队伍\n${BODY}\n二、管林子\n${BODY}\n当然，也有不少让人着急的地方。首先，人手不够。其次，林路不通。\n新的一年里，林场要在“补短”上下功夫：一要招人；二要修路。`;
    expect(outline(text).slice(2)).toEqual(['首先人手不够', '其次林路不通', '一要招人', '二要修路']);
  });

  it('puts bracketed numbers below a 第二 that is all of its line', () => {
    const text = `第一，总的要求。${BODY}\n第二，任务和分值\n（一）管好林子\n1．修林路。${BODY}\n（二）带好队伍\n1．招人手。${BODY}\n第三，奖罚办法。${BODY}`;
    expect(outline(text)).toEqual([
      '第一总的要求',
      '第二任务和分值',
      '（一）管好林子 < 任务和分值',
      '1．修林路 < 管好林子',
      '（二）带好队伍 < 任务和分值',
      '1．招人手 < 带好队伍',
      '第三奖罚办法',
    ]);
  });

  it.each([
    ['赵大姐', '钱大姐', '孙大姐', '过去吃水'],
    ['东林站', '西林站', '南林站', '我们站'],
    ['一等奖', '二等奖', '三等奖', '报来的短文'],
  ])('takes no speakers and no prizes for what paragraphs are about: %s', (a, b, c, said) =>
    expect(outline([a, b, c].map((who) => `${who}：${said}先说到这里，${BODY}`).join('\n'))).toEqual([]),
  );

  it('holds sections below each 第一, 第二 that have numbers of their own', () => {
    const text = `第一，建好组织\n一、建队伍\n${BODY}\n二、建阵地\n${BODY}\n第二，管好林子\n（一）修林路。${BODY}\n（二）招人手。${BODY}\n第三，奖罚办法\n${BODY}`;
    expect(outline(text)).toEqual([
      '第一建好组织',
      '一、建队伍 < 建好组织',
      '二、建阵地 < 建好组织',
      '第二管好林子',
      '（一）修林路 < 管好林子',
      '（二）招人手 < 管好林子',
      '第三奖罚办法',
    ]);
  });

  it('takes no 第一 for the one before a 第二 that has its own', () => {
    const text = `一、班次\n第一，一班长带队。他跑到了山脚下。\n（一）白班。${BODY}\n（二）夜班。${BODY}\n二、纪律\n第一，不迟到。\n第二，不早退。`;
    expect(outline(text)).not.toContain('第一一班长带队 < 班次');
  });

  it('reads the numerals of cheques as numbers of sections', () => {
    const text = `壹、先管好林子\n${BODY}\n一、修林路。${BODY}\n二、设林长。${BODY}\n贰、再带好队伍\n${BODY}\n叁拾万元已经到账，木工房也搭起来了。`;
    expect(outline(text)).toEqual([
      '壹、先管好林子',
      '一、修林路 < 先管好林子',
      '二、设林长 < 先管好林子',
      '贰、再带好队伍',
    ]);
  });

  it('parts a row of paragraphs that the line before leads away', () => {
    const text = `（一）管好班子。${BODY}\n（二）带好队伍。${BODY}\n三年的实践，使我们体会到：\n管林必须先管人。${BODY}\n种树必须先蓄水。${BODY}`;
    expect(outline(text).slice(-2)).toEqual(['管林必须先管人', '种树必须先蓄水']);
  });

  it('keeps usual titles above bracketed numbers that run on through them', () => {
    const text = `主要做法\n（一）管好班子。${BODY}\n（二）带好队伍。${BODY}\n下一步打算\n（三）多种树。${BODY}\n（四）种好树。${BODY}`;
    expect(outline(text).slice(-3)).toEqual(['下一步打算', '（三）多种树 < 下一步打算', '（四）种好树 < 下一步打算']);
  });
});
