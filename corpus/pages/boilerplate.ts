/** Boilerplate: NOISE 5. */
import { article, lines, type Page, page, swap } from '../lib.ts';
import { entities, every } from '../mangle.ts';
import { escapeHtml, farm, news } from '../templates.ts';

function header(): Page {
  const a = article('transport', {
    meta: { author: ['何晓舟'], origin: '市交通运输局', published: '2020-12-23T10:02:42', views: 318 },
  });
  const head = `作者：何晓舟 文章来源：市交通运输局 点击数：318 更新时间：2020-12-23 10:02:42`;
  const tail =
    '（编辑：周明远 送签：沈一鸣 签发：罗青禾）\n文章录入：admin　责任编辑：admin\n上一篇：市交通运输局召开年度总结会\n下一篇：没有了\n【发表评论】【加入收藏】【告诉好友】【打印此文】【关闭窗口】\nCopyright 2020 云岭市机关党建网 All Rights Reserved 某ICP备00000002号';
  return page(
    's41-header.txt',
    '5 a header line that is metadata; tail with editors, neighbours, copyright',
    `${a.title}\n${head}\n\n    ${a.text.replaceAll('\n', '\n\n    ')}\n\n${tail}\n`,
    [a],
  );
}

function counted(): Page {
  const a = article('contest', {
    meta: { published: '2020-05-06', origin: '市直机关工委组织科', views: 2046, editor: '罗青禾' },
  });
  const head =
    '【字体：大 中 小】\n发布日期：2020-05-06　　稿件来源：市直机关工委组织科　　阅读次数：2046次　　编辑：罗青禾';
  const tail =
    '扫一扫在手机打开当前页\n分享：\n相关阅读：\n市直机关举办党务干部培训班\n市直机关工委到青砚桥街道调研\n主办单位：云岭市直属机关工作委员会　网站维护：云岭市信息中心\n某ICP备00000004号　某公网安备00000000000001号\n您是第 1038221 位访客';
  return page(
    's73-counted.txt',
    '5 发布日期 稿件来源 阅读次数 in the header; 相关阅读, 公网安备, a visitor counter at the end',
    `${a.title}\n${head}\n${a.text}\n${tail}\n`,
    [a],
  );
}

function flag(): Page {
  const a = article('grid', { meta: { published: '2022-04-18T16:12', org: '松江口区青砚桥街道党工委' } });
  const head = `投稿邮箱：tougao@dangjian.example\n站内搜索：\n红帆网>>期刊>>《云岭党建》杂志>>2022年第4期\n\n创新案例 | ${a.title}\n\n松江口区青砚桥街道党工委\n2022年04月18日16:12\n文字缩放：\n`;
  const tail =
    '（完）\n（责任编辑：林小满、周明远）\n相关专题：2022年第4期\n版权所有，未经书面授权禁止使用\n主办：云岭市直机关工委　网站维护：云岭市党员教育中心　联系电话：0000-7654321';
  return page(
    's42-journal.txt',
    '5 breadcrumb `红帆网>>期刊>>…`, signing body, 文字缩放, `（完）（责任编辑：…）`',
    `${head}\n${a.text.replaceAll('\n', '\n\n')}\n\n${tail}\n`,
    [a],
  );
}

function dateline(): Page {
  const a = article('judicial', { title: null, meta: { author: ['何晓舟'] } });
  const tail =
    '来源：红枫时刻\n编辑：沈一鸣\n\n版权声明：本文内容由用户自发上传，不代表本站立场。如发现本站有涉嫌侵权的内容，请发送邮件至 举报，一经查实，本站将立刻删除。';
  a.meta.origin = '红枫时刻';
  a.meta.editor = '沈一鸣';
  return page(
    's43-dateline.txt',
    '5 no headline, dateline `红枫时刻新闻通讯员 何晓舟 云岭报道`, copyright notice at the end',
    `红枫时刻新闻通讯员 何晓舟 云岭报道\n${a.text}\n${tail}\n`,
    [a],
  );
}

function agency(): Page {
  const a = article('volunteer', {
    meta: { published: '2021-11-13T08:12', origin: '松江口平安网', author: ['周明远'], views: 3506, editor: '林小满' },
  });
  const html = news({ title: a.title!, text: `松江口平安网讯（通讯员 周明远）${a.text}`, source: '松江口平安网' });
  return page('s44-agency.html', '5 dateline at the head of the first sentence', html, [a]);
}

function farmLead(): Page {
  const a = article('youth', { title: '年轻干部培养选拔调研报告', meta: { published: '2022-06-20T19:50:02' } });
  const lifted = '截至8月底，全区35岁以下科级干部139名，占科级干部总数的14.7%，';
  const lead = `${lifted}下面是好范文网小编为您推荐年轻干部培养选拔调研报告，希望大家喜欢。`;
  const html = farm({ title: a.title!, text: a.text, lead });
  return page(
    's45-farm-lead.html',
    "5 a content farm's lead glued to a sentence lifted from the body; 推荐访问, neighbours",
    html,
    [a],
  );
}

function hijacked(): Page {
  const a = article('relocation', { meta: { published: '2022-06-20T19:50:02' } });
  const brand = every(a.text, /，/g, 11, () => '【金猴娱乐】，');
  const junk = `<div style="position:absolute;left:-9999px"><a href="http://bet.example">${entities('澳门金猴娱乐城官网')}</a> <a href="http://adult.example">${entities('成人在线免费视频')}</a></div>`;
  const text = brand
    .split('\n')
    .map((p, i) => `<p>${escapeHtml(p)}${i % 2 ? '<span style="display:none">7 q# k+ T5 u2 Z. r</span>' : ''}</p>`)
    .join('\n');
  const html = farm({ title: a.title!, html: true, text, junk }).replace('<title>', `<title>${entities('金猴娱乐')}-`);
  return page(
    's46-hijacked.html',
    '5 hidden blocks (gambling and adult titles in entities), a brand name injected inside sentences, anti-copy junk',
    html,
    [a],
  );
}

function forum(): Page {
  const a = article('appeal');
  const junk = ['( L& d9 t, M( ?2 r) k', '4 x* P& v1 S! o; ~3 q9 E', '云岭社区论坛 - 发现更多精彩'];
  const text = a.text
    .split('\n')
    .map((p, i) => `${p}${junk[i % 3]}`)
    .join('\n');
  return page(
    's47-forum.txt',
    '5 forum anti-copy junk at the ends of lines',
    `${a.title}\n发表于 2021-6-3 09:14 | 只看该作者 |倒序浏览 |阅读模式\n${text}\n使用道具 举报\n回复\n本版积分规则\n`,
    [a],
  );
}

function paywall(): Page {
  const a = article('rural-speech', { variant: 'excerpt', change: lines(0, 6) });
  return page(
    's48-paywall.txt',
    '5 a stub: the text breaks off, `（未完，全文共1073字…）`',
    `${a.title}\n${a.text}\n（未完，全文共1073字，当前仅显示634字，请登录后阅读全文）\n`,
    [a],
  );
}

function anonymous(): Page {
  const a = article('report', {
    title: '20xx年政府工作报告范文',
    variant: 'template',
    meta: { published: '2022-06-20T19:50:02' },
    change: (t) =>
      swap(['清溪', 'XX'])(t)
        .replace(/\d+(\.\d+)?(?=(亿元|万吨|%))/g, (n) => (n.includes('.') ? 'x.x' : 'X'))
        .replaceAll('2021年', '20xx年')
        .replaceAll('2022年', '20xx年'),
  });
  return page(
    's49-anonymous.html',
    '8 anonymised numbers (X亿元, x.x%, 20xx年) beside real ones',
    farm({ title: a.title!, text: a.text }),
    [a],
  );
}

export const BOILERPLATE_PAGES = [
  header(),
  counted(),
  flag(),
  dateline(),
  agency(),
  farmLead(),
  hijacked(),
  forum(),
  paywall(),
  anonymous(),
];
