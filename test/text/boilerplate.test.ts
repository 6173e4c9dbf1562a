import { describe, expect, it } from 'vitest';
import { classifyLine } from '../../src/text/boilerplate.ts';
import { isName, isOrg, parseByline, parseDateline } from '../../src/text/boilerplate-bylines.ts';
import {
  farmBrand,
  findInjected,
  findPaywall,
  isFarmLead,
  isFarmTail,
  isSpam,
} from '../../src/text/boilerplate-farm.ts';
import { parseFields } from '../../src/text/boilerplate-fields.ts';
import { bareText, fold, similarity } from '../../src/text/boilerplate-fold.ts';
import {
  isHeadline,
  isLetterhead,
  isMasthead,
  isSectionName,
  isSubtitle,
  namesGenre,
} from '../../src/text/boilerplate-headlines.ts';
import { accountLine } from '../../src/text/boilerplate-loose.ts';
import { documentNumber, postedTitle } from '../../src/text/boilerplate-stamps.ts';
import { inlineTail } from '../../src/text/boilerplate-tails.ts';

describe('a row of words', () => {
  it.each(['主页 目录 图片列表 关于我', '帐号 密码 自动登录 找回密码'])('%s is no headline', (line) => {
    expect(isHeadline(line)).toBe(false);
  });

  it.each(['学党史 悟思想 办实事 开新局', '不忘初心 牢记使命 砥砺前行 奋勇争先', '敢闯敢试 改出一条新渠路'])(
    '%s is one',
    (line) => {
      expect(isHeadline(line)).toBe(true);
    },
  );
});

describe('the holder of an office, with a rare surname', () => {
  it.each([
    ['青禾司法所 茹小荷', ['茹小荷'], '青禾司法所'],
    ['县长 束大河', ['束大河'], null],
    ['□ 本报记者 乜大河 通讯员 厉小禾', ['乜大河', '厉小禾'], null],
    ['青禾网记者 苍小满', ['苍小满'], null],
  ])('%s', (line, author, org) => {
    expect(parseByline(line)).toMatchObject({ author, org, form: 'full' });
  });

  it.each([
    '县委宣传部 通知',
    '支部书记 讲党课',
    '教师 培训',
    '县水利局 培训班',
    '县教育局 公示',
    '主任 办公室',
    '学校 幼儿园',
  ])('%s names nobody', (line) => {
    expect(parseByline(line)?.author ?? []).toEqual([]);
  });
});

describe('classifyLine', () => {
  it.each([
    ['当前位置:首页 > 材料 >', 'breadcrumb'],
    ['青禾网>>期刊>>《水利研究》杂志', 'breadcrumb'],
    ['首页 >> >> 水利工作', 'breadcrumb'],
    ['作者:王小满 来源:市局 点击数:12 更新时间:2016-12-23', 'header'],
    ['青禾水渠管护责任状 发布日期:2008-04-18 阅读次数:2951', 'header'],
    ['(2010年9月27日)', 'date'],
    ['禾政发〔2014〕14号', 'number'],
    ['云汀市直机关工委 王小满 李清河', 'byline'],
    ['同志们:', 'salutation'],
    ['各位领导、同志们:', 'salutation'],
    ['青禾网通讯员 王小满 云汀报道', 'dateline'],
    ['(责任编辑:李清)', 'tail'],
    ['[责编：李清]', 'tail'],
    ['(完)', 'tail'],
    ['来源:《水利研究》2021年第10期', 'tail'],
    ['禾ICP备11000000号-1', 'footer'],
    ['主办:青禾县水利局', 'owner'],
    ['联系电话:0800-1234567', 'contact'],
    ['版权声明', 'copyright'],
    ['推荐访问:水渠 水利', 'related'],
    ['上一篇:果园套袋以后', 'related'],
    ['分享到:QQ空间', 'share'],
    ['【字体:大 中 小】【打印】【关闭】', 'chrome'],
    ['文字缩放:', 'chrome'],
    ['第一章 水渠的构造......12', 'toc'],
    ['下面是青苗文档网小编给大家带来的水渠心得,希望大家喜欢。', 'farm-lead'],
    ['以上就是小编为大家整理的全部内容,希望对您有所帮助。', 'farm-tail'],
    ['云岭文档 | 首页 | 分类 | 上传', 'chrome'],
    ['下载Word文档到电脑,方便收藏和打印', 'chrome'],
    ['第04版:副刊', 'chrome'],
    ['浏览次数:318次', 'header'],
    ['2021-03-08 09:15 318人浏览', 'header'],
    ['来源 云岭日报 2021-03-23', 'header'],
    ['一审 王小满 二审 李清 三审 张河', 'tail'],
    ['(云岭县委办供稿)', 'tail'],
    ['累计访问量:1234567', 'footer'],
    ['您可能感兴趣的文章:', 'related'],
    ['前一篇:果园套袋以后', 'related'],
    ['【发布时间】2020-01-08 【出处】青禾县图书馆 【浏览】65次', 'header'],
    ['[信息来源]县水利局 [发布日期]2021-06-02', 'header'],
    ['[转载]青禾渠长工作法 (2020-10-20 21:33:18)', 'header'],
    ['水渠三字经（2019-4-1 08:05）', 'header'],
    ['公文范例/通知/水利', 'breadcrumb'],
    ['资料 / 水利 / 渠道管护', 'breadcrumb'],
    ['青禾视窗>>期刊>>《渠长》>>2021年第3期', 'breadcrumb'],
    ['青禾县水利局 > 党务', 'breadcrumb'],
    ['青禾文萃站→总结→水利总结', 'breadcrumb'],
    ['首页 - 乡镇 - 水利总结', 'breadcrumb'],
    ['站内导航:首页 > 水利 > 渠道', 'breadcrumb'],
    ['围观:318 时间:2021-03-08', 'header'],
    ['管护台账.xls', 'related'],
    ['管护任务分解表.doc(46 KB, 下载:3)', 'related'],
    ['本通知共2个附件,点击附件名称下载', 'related'],
    ['【水渠管护总结(精选3篇)】相关文章:', 'related'],
    ['看了这篇总结的人还看了:水渠管护制度 | 渠长述职报告', 'related'],
    ['编辑推荐:果园套袋要点|鱼塘增氧办法', 'related'],
    ['点击下载文档:水渠管护总结3篇.doc 文档为doc格式', 'related'],
    ['附件下载:管护台账.xlsx', 'related'],
    ['该作者还发表了其他文章', 'related'],
    ['抄送:县委办公室,县人大办公室。', 'tail'],
    ['青禾县水利局办公室 2021年3月5日印发', 'tail'],
    ['(共印60份)', 'tail'],
    ['素材来源:青禾县水利局', 'tail'],
    ['原创 王小满 青禾渠长 2021-03-08 07:30 发表于云汀', 'header'],
    ['发布者:admin 发布日期:2021-03-08 已被阅读318次', 'header'],
    ['2021-03-08', 'date'],
    ['青禾县水利站编印', 'byline'],
    ['清淤队党支部书记 钭大山', 'byline'],
    ['收录于话题 #渠长故事 12个', 'chrome'],
    ['点击上方蓝字,关注我们', 'chrome'],
    ['点个在看,让更多渠长看到', 'chrome'],
    ['留下你的看法', 'chrome'],
    ['[1][2][3]下一页', 'chrome'],
    ['共3页 当前第1页 首页 上一页 下一页 尾页', 'chrome'],
    ['开通年卡会员,海量公文免费下载', 'chrome'],
    ['━━━━━━━━━━━━━━━━━━━━━━━━', 'chrome'],
    ['首 页 | 新 闻 | 党 建', 'chrome'],
    ['水渠管护的几点思考', 'headline'],
    ['水渠修好了,群众都说好。', 'body'],
    ['', 'blank'],
    [' \u3000', 'blank'],
  ])('%s is %s', (line, kind) => {
    expect(classifyLine(line).kind).toBe(kind);
  });

  it.each([
    '一、总体要求',
    '(一)抓好巡查',
    '1、抓好巡查',
    '资金来源:一是财政拨款,二是群众自筹。',
    '会议时间:2020年5月8日上午9时',
    '编辑部设在县水利局,由专人负责。',
    '申请→受理→审批→办结',
    '县水利站→镇水利员→渠长,逐级上报。',
    '合格率 > 95%',
    '每月清淤一次。(1分)',
    '【附件】见县水利局网站。',
    '甲方:青禾县水利站',
    '乙方(承包人):王小满',
    '新发展会员12人,会费下调,活动照常开展。',
    '点击量上去了,办结率却没有跟上。',
    '抄送单位要逐一核对,不能漏,也不能错。',
    '清淤/巡查/登记三步走,步步有人管。',
    '在全县水利会议上的讲话(2010年9月27日)上作了部署。',
    '1.管护台账.xls',
    '附件:管护台账.xls',
    '登录系统,点击下载申报表。',
    '渠长围观:18名群众到场。',
  ])('%s is text', (line) => {
    expect(classifyLine(line).kind).toBe('body');
  });
});

describe('parseFields', () => {
  it('reads all there is', () => {
    expect(parseFields('作者:王小满 文章来源:市水利局 点击数:1,024 更新时间:2016-12-23 10:02:42')?.meta).toEqual({
      author: ['王小满'],
      origin: '市水利局',
      views: 1024,
      published: '2016-12-23T10:02:42',
    });
  });

  it('tells an organ from a name in 作者', () => {
    expect(parseFields('作者:云汀市水利局 王小满')?.meta).toEqual({ org: '云汀市水利局', author: ['王小满'] });
  });

  it('takes the bracket around a label for its colon', () => {
    expect(parseFields('【发布时间】2020-01-08 【出处】青禾县图书馆 【浏览】65次')?.meta).toEqual({
      published: '2020-01-08',
      origin: '青禾县图书馆',
      views: 65,
    });
  });

  it('ends a field in a box of its own with the box', () => {
    expect(parseFields('[点击次数:645] [双击自动滚屏]')?.meta).toEqual({ views: 645 });
    expect(parseFields('点击数：12 306')?.meta).toEqual({ views: 12306 });
    expect(parseFields('点击数：12 2016-12-23')?.meta.views).toBe(12);
  });

  it('reads the headline behind the box of the last field', () => {
    const found = parseFields(
      '青禾文萃站→总结 发表日期:2018年8月15日 作者:佚名 已经有31位读者读过此文【编辑录入:qh8】县水利局清淤总结',
    );
    expect(found?.prefix).toBe('县水利局清淤总结');
    expect(found?.meta).toEqual({ published: '2018-08-15', views: 31 });
  });

  it('takes nobody for a source, an editor or an author', () => {
    expect(parseFields('来源:网络整理 编辑:zhx 作者:佚名 时间:2021-03-08')?.meta).toEqual({ published: '2021-03-08' });
    expect(parseFields('上传者:县水利局宣传科 时间:2021-03-08')?.meta).toEqual({ published: '2021-03-08' });
    expect(parseFields('编辑:县水利局宣传科 时间:2021-03-08')?.meta.editor).toBe('县水利局宣传科');
  });

  it('reads who published where an organ stands behind 发布', () => {
    expect(parseFields('发布:县水利局 时间:2021-03-08')?.meta).toEqual({ origin: '县水利局', published: '2021-03-08' });
  });

  it('gives what stands before the first label', () => {
    expect(parseFields('水渠管护责任状 发布日期:2008-04-18')?.prefix).toBe('水渠管护责任状');
  });

  it.each(['资金来源:县财政', '时间:2020年5月8日上午9时', '来源:这条渠的水来自上游。沿途有三个闸。', '单位:万元'])(
    '%s is no header',
    (line) => {
      expect(parseFields(line)).toBeNull();
    },
  );
});

describe('fields with something between or behind them', () => {
  it.each([
    ['2020-12-01 来源:县巡察办 【 大 中 小 】 浏览次数:533', { origin: '县巡察办', views: 533 }],
    ['来源:青禾乡 【 大 中 小 】 【打印】 时间:2020-12-01', { origin: '青禾乡', published: '2020-12-01' }],
    ['来源:县巡察办【字号:大 中 小】 打印 关闭', { origin: '县巡察办' }],
    ['成文日期：2023年03月15日 发布日期：2023年03月20日', { published: '2023-03-20' }],
    ['发布日期：2023年03月20日 印发日期：2023年03月15日', { published: '2023-03-20' }],
    ['成文日期：2023年03月15日 发文机关：青禾县水利局', { org: '青禾县水利局', published: '2023-03-15' }],
    ['稿件来源：《青禾晚报》2023年11月8日A04版', { origin: '《青禾晚报》', published: '2023-11-08' }],
    [
      '发布部门：党委工作部 拟稿人：王小满 发布时间：2018-05-29 已读 206 人',
      { org: '党委工作部', author: ['王小满'], views: 206 },
    ],
    ['更新:2020-08-19 编辑:清风 热度:3102℃', { published: '2020-08-19', editor: '清风' }],
    ['编印：青禾镇党建办　　2019年10月', { org: '青禾镇党建办', published: '2019-10' }],
    ['撰文：理事会秘书处 刊登日期：2019-02-18', { published: '2019-02-18' }],
  ])('%s', (line, meta) => {
    expect(parseFields(line)?.meta).toMatchObject(meta);
  });

  it('takes no string of fields for an editor', () => {
    expect(parseFields('编辑:admin 发 布于:2019-12-2 我要纠错')?.meta.editor).toBeUndefined();
  });
});

describe('postedTitle', () => {
  it('tells the second it was posted from the headline', () => {
    expect(postedTitle('[原创]水渠三字经 (2019-04-01 08:05:09)')).toEqual({
      title: '水渠三字经',
      published: '2019-04-01T08:05:09',
    });
  });
  it.each(['在全县水利会议上的讲话(2010年9月27日)', '渠水上山。记者到场(2019-04-01 08:05:09)', '水渠三字经(修订)'])(
    '%s was not posted',
    (line) => {
      expect(postedTitle(line)).toBeNull();
    },
  );
});

describe('accountLine', () => {
  it.each([
    [
      '原创 王小满 青禾渠长 2021-03-08 07:30 发表于云汀',
      { author: ['王小满'], publisher: '青禾渠长', published: '2021-03-08T07:30' },
    ],
    ['青禾渠长 2021-03-08 07:30 发表于云汀', { publisher: '青禾渠长', published: '2021-03-08T07:30' }],
    ['原创 李清河 云汀水利', { author: ['李清河'], publisher: '云汀水利' }],
  ])('%s', (line, meta) => {
    expect(accountLine(line)).toEqual(meta);
  });
  it.each(['原创性成果 12 项', '这篇文章发表于青禾', '原创', '王小满 云汀水利 2021-03-08'])('%s is none', (line) => {
    expect(accountLine(line)).toBeNull();
  });
});

describe('mastheads', () => {
  it.each(['青禾渠长微信公众号', '云汀县人民政府门户网站', '青禾日报数字报'])('%s', (s) =>
    expect(isMasthead(s)).toBe(true),
  );
  it.each(['办好微信公众号的几点体会', '水渠管护信息', '门户网站管理办法'])('%s is none', (s) =>
    expect(isMasthead(s)).toBe(false),
  );
  it('a letterhead is an organ with 文件', () => {
    expect(isLetterhead('云汀县人民政府办公室文件')).toBe(true);
    expect(isLetterhead('学习上级文件')).toBe(false);
    expect(isLetterhead('水渠管护通知')).toBe(false);
  });
});

describe('documentNumber', () => {
  it.each([
    ['国发〔2014〕14号', '国发〔2014〕14号'],
    ['禾府办[2020]5号', '禾府办〔2020〕5号'],
    ['(2019)第12号', '〔2019〕12号'],
  ])('%s', (line, number) => {
    expect(documentNumber(line)).toBe(number);
  });
  it('leaves a sentence that cites one', () => {
    expect(documentNumber('根据国发〔2014〕14号文件精神,制定本办法。')).toBeNull();
  });
});

describe('bylines', () => {
  it.each(['王小满', '欧阳清', '司马春秋', '买买提·艾力'])('%s is a name', (name) => expect(isName(name)).toBe(true));
  it.each(['方法', '任务', '安全', '水渠', '时间表', '高标准', '主要做法'])('%s is none', (word) =>
    expect(isName(word)).toBe(false),
  );
  it.each(['云汀市水利局', '青禾县委办公室', '云汀大学'])('%s is an organ', (org) => expect(isOrg(org)).toBe(true));
  it.each(['围绕增收抓好果园', '进一步加强机关', '服务群众的中心'])('%s is none', (s) => expect(isOrg(s)).toBe(false));

  it('joins the halves of a spaced name', () => {
    expect(parseByline('王 满 李清河')).toEqual({ author: ['王满', '李清河'], org: null, form: 'names' });
  });
  it('does not take a heading for names', () => {
    expect(parseByline('提高认识 加强领导')).toBeNull();
  });
  it.each([
    ['青禾平安网讯 近日', 7],
    ['本报讯(记者 王小满)近日', 11],
    ['青禾社云汀5月12日电(记者 王小满)近日', 19],
    ['本报云汀11月22日讯 近日', 12],
  ])('%s has a dateline of %i', (text, end) => {
    expect(parseDateline(text)?.end).toBe(end);
  });
  it.each(['互联网讯息传得快', '记者从县水利局获悉', '5月12日电力恢复', '近日,本报讯息不通'])('%s has none', (text) => {
    expect(parseDateline(text)).toBeNull();
  });
});

describe('farms', () => {
  it('learns the name of the site', () => {
    expect(farmBrand('下面是青苗文档网小编给大家带来的心得')).toBe('青苗文档网');
  });
  it.each(['下面,我讲三点意见,供大家参考。', '为大家带来了实惠,希望大家满意。', '今天小编就来教大家修渠。'])(
    '%s is no lead',
    (s) => {
      expect(isFarmLead(s)).toBe(false);
    },
  );
  it('更多 in a sentence is no sign-off', () => {
    expect(isFarmTail('更多的群众参加了进来,渠修得更快了。')).toBe(false);
  });
  it.each(['严厉打击网络赌博和地下赌场', '依法取缔非法彩票平台'])('%s is no spam', (s) =>
    expect(isSpam(s)).toBe(false),
  );
  it('sees titles of hijackers', () => {
    expect(isSpam('百家乐官网_时时彩平台')).toBe(true);
  });
  it('finds what was put into a sentence', () => {
    const line = '水渠修好了[青苗范文网],群众都说好。';
    expect(findInjected(line).map((c) => line.slice(c.start, c.end))).toEqual(['[青苗范文网]']);
  });
  it.each(['登录www.example.com查询', '网址:www.example.com', '由青苗文库收录', '(见《公文写作范文》)'])(
    '%s stays',
    (s) => {
      expect(findInjected(s)).toEqual([]);
    },
  );
  it('finds a paywall', () => {
    expect(findPaywall('渠修好了(未完,全文共739字…)')).toHaveLength(1);
    expect(findPaywall('报告全文共三万字。')).toEqual([]);
  });
});

describe('headlines', () => {
  it.each(['水渠管护的几点思考', '把渠修到田头,把水送到地里', '在全县水利会议上的讲话'])('%s may be one', (s) =>
    expect(isHeadline(s)).toBe(true),
  );
  it.each(['一、总体要求', '水渠修好了。', '水渠的', '2008', '附件1', '· 水渠管护的思考'])('%s is none', (s) =>
    expect(isHeadline(s)).toBe(false),
  );
  it.each(['——记青禾县渠长王小满', '—青禾县水利局调研报告', '--在渠长会上的讲话'])('%s is a subtitle', (s) =>
    expect(isSubtitle(s)).toBe(true),
  );
  it.each(['— 12 —', '——————', '——渠修好了。', '水渠——青禾的命脉', '-3'])('%s is none', (s) =>
    expect(isSubtitle(s)).toBe(false),
  );
  it('knows the genre', () => {
    expect(namesGenre('水渠管护责任状')).toBe(true);
    expect(namesGenre('把渠修到田头')).toBe(false);
    expect(isSectionName('主要做法')).toBe(true);
    expect(isSectionName('水渠管护的主要做法')).toBe(false);
  });
});

describe('inlineTail', () => {
  it.each([
    ['群众都说好。(完)(责任编辑: 李清)', '(完)(责任编辑: 李清)'],
    ['群众都说好。【责任编辑：李清】', '【责任编辑：李清】'],
    ['群众都说好。来源:青禾报', '来源:青禾报'],
    ['群众都说好。(记者 王小满 通讯员 李清河)', '(记者 王小满 通讯员 李清河)'],
    ['群众都说好。(作者系青禾县水利局局长)', '(作者系青禾县水利局局长)'],
  ])('%s', (line, tail) => {
    const found = inlineTail(line);
    expect(line.slice(found?.start)).toBe(tail);
  });
  it.each([
    '群众都说好。(1分)',
    '三千亩农田(含果园)。',
    '分三步走(完成时限:年底前)。',
    '资金来源:财政拨款',
    '群众都说好。(略)',
  ])('%s has none', (line) => {
    expect(inlineTail(line)).toBeNull();
  });
});

describe('fold, bareText, similarity', () => {
  it('keeps every offset', () => {
    const s = '作者：王　小满（Ａ１）';
    expect(fold(s)).toBe('作者:王 小满(A1)');
    expect(fold(s)).toHaveLength(s.length);
  });
  it('compares headlines by their letters', () => {
    expect(bareText('“水渠”管护,再加强!')).toBe('水渠管护再加强');
    expect(similarity('水渠管护的思考', '水渠管护的思考')).toBe(1);
    expect(similarity('水渠管护的思考', '果园套袋以后')).toBe(0);
  });
});
