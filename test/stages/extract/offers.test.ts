import { describe, expect, it } from 'vitest';
import { findPoints } from '../../../src/stages/extract/points/index.ts';
import { findSlogans } from '../../../src/stages/extract/slogans/index.ts';

/** All lists that are on offer for the members of a formula, whatever they weigh; members are parted by ` / `. */
function offered(text: string, formula: string): string[] {
  const lists: string[] = [];
  findSlogans(text, findPoints(text, { title: null }), undefined, (offer, ruled, asked) => {
    if (asked === formula) lists.push(...offer().choices.map((c) => c.list.join(' / ')));
    return ruled;
  });
  return lists;
}

describe('the lists on offer', () => {
  it.each([
    [
      'parts by turns',
      '三多三少',
      '塘湾站有“三多三少”：晴天多、雨天少，白天多、夜里少，干渠多、支渠少。',
      '晴天多 / 雨天少 / 白天多 / 夜里少 / 干渠多 / 支渠少',
    ],
    [
      'parts by turns, a pair told apart',
      '三早三少',
      '泵站推行“三早三少”。一是早查，少停机；二是早修，少误工；三是早报，少跑路。',
      '早查 / 少停机 / 早修 / 少误工 / 早报 / 少跑路',
    ],
    [
      'a pair at the head of each line',
      '两亮两比',
      '塘湾站开展“两亮两比”。\n亮刻度，比读数。水尺每旬擦一次，字迹要清。\n亮账本，比用量。每户用水贴在闸房门口。',
      '亮刻度 / 比读数 / 亮账本 / 比用量',
    ],
    [
      'each in a clause of its own',
      '三张图',
      '塘湾站画出“三张图”：河渠图画出了九条支渠；闸门图标明了朝向和宽窄；还有一张泵站图，谁管哪台一看就懂。',
      '河渠图 / 闸门图 / 泵站图',
    ],
    [
      'told apart as in a tale',
      '三本账',
      '塘湾站记着“三本账”。第一本，叫做水量账，每旬一结。第二本，叫做电费账，每月一结。第三本，是工时账，年底再结。',
      '水量账 / 电费账 / 工时账',
    ],
    [
      'behind the comma of headings',
      '三张牌',
      '塘湾镇要打好“三张牌”。\n一、看准山势，打好松木牌\n松林成片，沟沟有路。\n二、看准水势，打好鲢鱼牌\n鱼塘成片，塘塘有渠。\n三、看准客流，打好渡船牌\n渡船成排，天天有班。',
      '松木牌 / 鲢鱼牌 / 渡船牌',
    ],
    [
      'all end in 的',
      '三怕',
      '站里的年轻人有“三怕”。怕淋雨的、怕值夜的、怕两样都赶上的，去年都下了渠。',
      '怕淋雨的 / 怕值夜的 / 怕两样都赶上的',
    ],
    [
      'all begin with what joins',
      '三不收',
      '塘湾站讲“三不收”：还有一处漏水不收工，还有一台停转不收工，还有一户缺水不收工。',
      '还有一处漏水不收工 / 还有一台停转不收工 / 还有一户缺水不收工',
    ],
    ['both … and', '两台戏', '塘湾站唱好“两台戏”，既修堤坝，又备沙袋。', '修堤坝 / 备沙袋'],
  ])('%s', (_, formula, text, list) => {
    expect(offered(text, formula)).toContain(list);
  });
  it('keep to the number that is counted', () => {
    const lists = offered('塘湾站画出“三张图”：河渠图画出了九条支渠；闸门图标明了朝向和宽窄。', '三张图');
    expect(lists.every((l) => l.split(' / ').length === 3)).toBe(true);
  });
});
