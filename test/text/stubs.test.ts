import { describe, expect, it } from 'vitest';
import { stubOf } from '../../src/text/stubs.ts';

const why = (lines: string[], title: string | null = null) => stubOf(title, lines.join('\n'));

describe('stubs', () => {
  it.each([
    ['a few characters', null, ['甲']],
    ['an error page', '您要找的页面不存在', ['3秒后返回首页，请稍候']],
    ['an error page in English', '404 Not Found', ['nginx/1.18 welcomes you']],
    ['what was deleted', null, ['该文章已被删除', '返回上一页']],
    ['a wall', '某文库', ['请登录后查看全文', '（未完，全文共3120字，开通VIP会员即可查看）']],
    [
      'a list of headlines',
      '通知公告',
      [
        '关于做好今冬供水管道防冻工作的通知　2021-11-02',
        '关于清理河道漂浮物的公告　2021-10-15',
        '柳湾镇召开山塘管护动员会　2021-09-08',
      ],
    ],
  ])('%s', (_, title, lines) => {
    expect(why(lines, title)).not.toBeNull();
  });

  it.each([
    ['a short notice', '关于停水的通知', ['因管道检修，明天上午八点至十点停水，请各位住户提前储水。']],
    ['a notice that papers are void', null, ['经清理，《柳湾镇摊点管理办法》等3件文件已失效。', '柳湾镇人民政府']],
    ['prices for members', null, ['合作社开通会员价，农户可凭证优惠购肥。']],
    ['a library for members', null, ['镇图书室新增图书1200册，读者注册后即可阅读，成为会员每人可借10册。']],
    ['a seat for members', null, ['培训仅限会员单位参加，名额30个，3月5日前报名。']],
    ['a notice about logging in', null, ['请各单位登录后查看任务清单，并于周五前报送。']],
    [
      'an article about dead links',
      null,
      ['整治政务网站“页面不存在”的问题，全县共修复失效链接二百多个。', `${'各部门逐页排查，责任到人。'.repeat(14)}`],
    ],
    [
      'a timetable',
      null,
      [
        '山塘清淤与渠道维修阶段　2021-11-02',
        '闸门检查和机泵保养阶段　2021-11-20',
        '巡查员考核以及奖励阶段　2021-12-08',
      ],
    ],
    [
      'a chronicle',
      null,
      ['2021-11-02 柳湾镇召开山塘管护动员会', '2021-11-20 柳湾镇举办放水员培训班', '2021-12-08 柳湾镇开展年终考核'],
    ],
    ['headings with an outline', null, ['一、加强领导', '二、压实责任', '三、严格考核']],
    [
      'an article with a list below',
      null,
      [
        '全镇修好渠道三十里。',
        '关于修渠的通知　2021-11-02',
        '关于修渠的公告　2021-10-15',
        '关于修渠的通报　2021-09-08',
      ],
    ],
  ])('no stub: %s', (_, title, lines) => {
    expect(why(lines, title)).toBeNull();
  });
});
