/**
 * What a page says of itself and to its reader, told by its grammar rather than by lists of whole lines: a few verbs of
 * use (点击 下载 打印 分享 登录), a few things to use them on (本文 全文 窗口 二维码), and nothing else.
 */

import { namesGenre } from './boilerplate-headlines.ts';
import { isAccount, isOthers } from './boilerplate-honest.ts';

const USE =
  '我要打印|我要投诉|左右滑动|上下滑动|滑动|关注我们|用手机看|余下全文|顶一下|踩一下|点击|立即|马上|免费|在线|展开|收起|返回|查看|阅读|浏览|下载|上传|打印|关闭|收藏|保存|分享|转发|转载|推荐|举报|投诉|纠错|报错|反馈|评论|评价|发表|提交|登录|登陆|注册|搜索|扫码|扫一扫|扫描|长按|识别|关注|订阅|复制|播放|暂停|收听|朗读|听新闻|加入|加载中|编辑|删除|回复|回帖|发帖|跟帖|引用|点赞|打赏|喜欢|在看|说点什么|我来说两句|说两句|留言|看不清|换一张|开通|购买|升级|充值|预览|试读|取消|确定|隐藏|显示|刷新|切换|使用';
const THING =
  '本文档|该文档|此文档|本资料|本文|此文|该文|原文|全文|正文|余文|余下|剩余|文章|文档|文库|内容|页面|本页|网页|窗口|顶部|顶端|底部|首页|主页|目录|列表|栏目|上页|下页|上级|上一级|电脑|手机|微信|微博|微信群|空间|二维码|链接|地址|网址|朋友|好友|朋友圈|会员|用户|用户名|密码|验证码|客户端|公众号|合集|原图|大图|高清图|高清|长图|表情|图片|视频|音频|语音|word|pdf|doc|docx|vip|app|pc|qq|rss|ipv6|网站|本站|格式|附件|文件|版';
const FILLER =
  '的|到|至|给|后|才|可以|能|可|请|先|您|你|我|我的|我们|我要|需要|一下|更多|其他|方便|和|与|或|在|将|把|为|用|看|条|共|已有|已|全部|所有|匿名|暂无|没有|最新|支持|来|吧|此|上|下|人|次|个|页|用户|更|好|一键|继续|直接|完整|让|看到|了解|放大|加载|查找|方便|券|积分|金币|元|免登录';
const WORDS = new RegExp(
  `${[USE, THING, FILLER].join('|')}|[\\d%().,:!?·|/>»▲▼△▽↑↓←→◀▶【】\\[\\]（）"“”\\s+-]+`,
  'giu',
);
const USES = new RegExp(USE, 'iu');
/** [1][2]下一页, 本文共3页, 共1页 当前第1页: the pages of a text that is shown in pieces; nothing is left without these. */
const PAGES =
  /(?:本文|全文|文章)?共 ?\d{1,4} ?页|(?:共|总计|总共)? ?\d{1,6} ?条(?:记录|信息|数据)?|每页 ?\d{1,3} ?条|(?:当前)?第 ?\d{0,3} ?页|[上下]一?页|首页|尾页|末页|\[ ?\d{1,3} ?\]|(?<!\d)\d{1,3}(?!\d)|跳转到?|转到|前往|[|/·:.…«»<>\s]/gu;
/** 共27页 当前第1页 上一页 下一页, [1][2]下一页 */
export const isPager = (s: string): boolean => s.length >= 3 && s.includes('页') && s.replace(PAGES, '') === '';

/** Paid access offered inside a text: 加入VIP会员畅读全站…. Libraries and unions have members, too: 会员可免费下载文献 is no offer. */
const MEMBERS =
  /(?:加入|开通|成为|升级|购买|注册|办理)[^。,]{0,6}(?:(?:VIP(?:会员)?|年卡|包月)[^。]{0,8}(?:下载|畅)|(?:会员|VIP|年卡|包月)[^。]{0,8}(?:畅读|畅享|无限|海量|任意下载|解锁|全站|免费下载(?:本站|文档|范文|全文|模板)|下载(?:本站|文档|范文|全文|模板)))/iu;
/** 本帖最后由 某某 于 2021-6-3 09:20 编辑 */
const EDITED =
  /^[—–-]{1,2} ?本帖被 ?.{1,20}? ?(?:执行|移动|设置|提升|推荐|加入)[^。]{0,36}$|^\[? ?(?:本帖|本主题)(?:最后)?(?:已被|由) ?.{1,20}? ?于 ?[\d\-/: ]{8,20} ?(?:编辑|修改|重新编辑) ?\]?$/u;
/** The words around an account's article: 点击上方蓝字关注我们, 点个“在看”…, 收录于合集 #某某 21个, 写下你的留言. */
const ACCOUNT =
  /^(?:[↑↓▲▼]{0,3} ?(?:请|欢迎)?(?:点击|戳|长按|轻触|识别)(?:上方|下方|上面|下面|左下角|右上角|这里|文末|文章)?[^。]{0,6}(?:蓝字|蓝色字|关注|二维码|阅读原文|名片|卡片|小程序)[^。]{0,16}|收录于(?:合集|话题|专辑)[^。]{0,40}|(?:(?:如果|要是)?(?:喜欢|觉得不错|觉得有用)[,，]?)?(?:就|请|记得|别忘了|不妨)?点个?[“"「]?(?:在看|赞|分享)[”"」]?[^。]{0,16}|(?:写下|留下|说说)[你您]的(?:留言|评论|看法|想法)|(?:赞|在看|喜欢|推荐|收藏|转发|分享|留言|评论|点赞|跟[帖贴]|参与|播放量?|弹幕)(?:数)? {0,2}\d{1,7}|(?:微信)?扫[一描][^。]{0,6}(?:码)?[^。]{0,4}关注[^。]{0,14}|阅读原文|喜欢作者|人划线|继续滑动看下一[个篇]|(?:扫码|长按|点击)?(?:返回|打开|前往|进入|下载)[^。,，]{2,10}[,，]?(?:查看|阅读|浏览)(?:更多|全文|完整|精彩)[^。]{0,10}|(?:对此)?[,，]?(?:[您你](?:怎么看|有何看法|有什么看法)|[您你]的看法(?:是什么|呢))[?？!！]?(?:欢迎|快来|请)?(?:在)?(?:评论区|文末|下方)?留言[^。]{0,10}|[▲▼△▽↑↓]? ?(?:(?:点击|轻触|长按|双击)(?:图片|上图|下图)(?:可|即可)?(?:查看|放大|保存|欣赏)?(?:大图|原图|高清大?图|长图)?|(?:左右|上下)滑动(?:可|即可)?查看(?:更多|全部|大图)?(?:图片|内容)?))[!！]?$/u;

/** Not 剩余部分需开通会员: that tells that the text is not whole. */
const PARTIAL = /剩余|其余|全文|未读|本文|试读|余下|以下|后续/u;

/** An offer of membership, the line of an account or of a pager: nothing that a text says between two paragraphs. */
export const isIntruder = (s: string): boolean =>
  (s.length <= 44 && MEMBERS.test(s) && !PARTIAL.test(s)) ||
  (s.length <= 60 && (EDITED.test(s) || (ACCOUNT.test(s) && !/\d$/.test(s)))) ||
  (s.length <= 60 && /\[ ?\d{1,3} ?\].{0,3}\[ ?\d|[上下]一页/u.test(s) && isPager(s));

/** Chrome with figures, marks or names in it. */
export const isWidget = (s: string): boolean => s.length <= 60 && (isPager(s) || ACCOUNT.test(s) || isIntruder(s));

const READS = /阅读|浏览|点击|访问|查看|看过/u;
/** 1.登录网站, (2)注册用户: an item with its number. */
const STEP = /^(?:\d{1,2} ?[.、](?!\d)|[(][\d一二三四五六七八九十]{1,2}[)])\s?\p{Script=Han}/u;
/** Longest such line. Longer ones have a subject of their own. */
const MAX = 30;

/** 下载Word文档到电脑,方便收藏和打印; 请先登录后发表评论; 0条评论: nothing is left when the words of use are taken out. */
export function isPageTalk(s: string): boolean {
  // 浏览次数:552 says something of the page; 1.登录网站 2.上传附件 tell how to go about a thing.
  if (s.length > MAX || s.length < 2 || !USES.test(s) || STEP.test(s)) return false;
  // 查看全部30条评论 does not.
  if (/\d/.test(s) && READS.test(s) && (/:/.test(s) || !/评论|留言/u.test(s))) return false;
  return s.replace(WORDS, '') === '';
}

const WHICH =
  '相关|相似|类似|热门|热点|热评|热搜|最新|最热|精彩|精品|精选|优秀|今日|本日|昨日|本周|一周|本月|月度|本类|本栏目?|同栏目?|同类|栏目|频道|全站|网站|本站|图文|图片|视频|推荐|编辑推荐|小编(?:精心|为[您你])?(?:推荐|精选)?|为[您你](?:推荐|精选)|猜[您你]|[您你]也?可能(?:也|还)?|大家(?:还|都|正)?(?:在)?|网友(?:还|都)?|拓展|扩展|延伸|更多|其他|其它|往期|点击|阅读|浏览|访问|关联|专题|深度|独家|头条|随机|站内|本文|该文|文章|评论|标签';
const LIST =
  '阅读|文章|文档|稿件|文稿|范文|新闻|资讯|图文|图片|内容|推荐|排行榜?|排名|专题|专栏|话题|链接|信息|报道|热点|聚焦|回顾|精选|关注|资料|搜索|热词|标签|标签云|视频|课件|作品|评论|跟帖|喜欢|感兴趣(?:的)?|政策|解读|法规|文件|下载|附件|更新|发布|列表|导航|分类|本文|在看|看了?|荐读|速递|导读|回放|热图|美图|声明';
const LABEL = new RegExp(
  `^(?:(?:${WHICH}){1,3}(?:的)?(?:${LIST}){0,3}|(?:看了?|阅读|浏览)(?:过)?(?:本文|该文|该文档|此文|本篇|以上|上述|这篇).{0,10}(?:还|也).{1,6}|该文档的读者还.{1,6}|(?:该|此|本)?(?:用户|作者|文档作者|上传者|博主|楼主|TA|ta|他)(?:的|还)?(?:还)?(?:上传|发表|写|发布|分享|收藏)(?:了|过)?(?:的)?(?:这些|以下|其他|其它|更多|最新|热门)?(?:文档|文章|资料|作品|帖子|内容|博文))$`,
  'u',
);
const DECORATION = /^[\s【[(（■▼▲↓◆●▶►★☆·•>»*#=—-]+|[\s】\])）:：>»▼▲↓◆◀●★☆*#=—-]+$/gu;

/** 看了以上内容的人还看了:某某 | 某某, 编辑推荐:某某|某某: the label with the list behind it. */
export function isLabelledList(line: string): boolean {
  if (line.length > 160 || /[。;]/u.test(line)) return false;
  const m = /^(.{4,24}?) ?: ?(.{4,})$/u.exec(line);
  if (!m || !isListLabel(m[1]!)) return false;
  const items = m[2]!.split(/ ?[|｜·] ?| {2,}|》 ?《/u);
  return items.length > 1 && items.every((s) => s.trim().length >= 3);
}

/** A headline, as farms name what they show, with 相关文章: behind it. 学习以下相关文章: is a sentence. */
const isOtherPages = (line: string): boolean => {
  if (line.length > 80 || !/相关.{2,6}\s?[:：]$/u.test(line)) return false;
  const title = /^([^,。;!?]{4,60}?)(?:的)?相关(?:文章|范文|推荐|阅读){1,3}\s?[:：]$/u.exec(line)?.[1];
  return (
    title !== undefined &&
    !/以下|如下|学习|阅读|有关/u.test(title) &&
    (/(?:篇|范文|模板|大全|精选|最新)[)]?$/u.test(title) || namesGenre(title))
  );
};

/** 编辑推荐, 您可能感兴趣的文章:, 【拓展阅读】, 看了本文的人还看了: the label over a list of other pages. */
export function isListLabel(line: string): boolean {
  // 【某某总结(精选3篇)】相关文章:
  if (
    line.length <= 80 &&
    /^[【《[][^】》\]]{2,60}[】》\]](?:的)?相关(?:文章|阅读|推荐|范文|内容|资料){1,3}\s?[:：]?$/u.test(line)
  )
    return true;
  // 某某总结(精选3篇)相关文章:
  if (isOtherPages(line)) return true;
  if (line.length > 24) return false;
  const s = line.replace(DECORATION, '');
  // 某某杂志的其它文章
  if (/^[^,。;:!?]{2,14}的?(?:其[它他]|更多)(?:文章|稿件|内容|作品|报道)$/u.test(s)) return true;
  // One word alone (推荐, 评论, 标签) may be anything.
  return s.length >= 4 && LABEL.test(s);
}

/** 前一篇:某某, 下一个:没有了, 已经是最后一篇: the way to the next page. */
export const isNeighbour = (s: string): boolean =>
  s.length <= 80 &&
  /^[\s<《【[(]{0,3}(?:阅读)?(?:(?:[上下]一?(?:主题|篇|页|条|版) ?){2,4}$|[上下前后]一?(?:篇|条|页|个|则|章|节|版|文章|新闻|主题)(?:文章|新闻|信息|内容|通知)?[】\])]?\s?(?:[:：>]|$)|(?:已经?)?(?:是|到)(?:最后|第)一?(?:篇|条|页)|没有了$)/u.test(
    s,
  );

/** 累计访问量:1234567, 在线人数 12, 您是第 12 位访客: a counter of the site. */
export const isCounter = (s: string): boolean =>
  s.length <= 40 &&
  /^(?:(?:累计|今日|昨日|本月|总|当前|本站|网站|历史)+(?:访问|浏览|在线|点击|访客|流量)|在线|访客)(?:总)?(?:量|数|人数|人次|次数)?\s?[:：]?\s?\d[\d,]*\s?(?:次|人|人次)?$/u.test(
    s,
  );

const ASKS = /[您你请]|欢迎|如需|如果|若需|如有|温馨提示|友情提示|特别提示|提示[:：]/u;
const SITE_WORDS =
  /本站|本网(?!络)|本平台|文档|文库|下载|点击|登录|登陆|注册|会员|客服|网页|浏览器|链接|复制|Word|PDF|收藏|分享|打印|公众号|扫码|二维码|光临|首页|用户|客户端|APP|浏览|版权|上传|预览|积分|充值|搜索|关键词|广告/giu;

/**
 * A sentence of the page to its reader: 您好,欢迎光临某某文库,请登录或免费注册! Two words of use and an address.
 * Only for what stands above the headline: 请各单位登录市政府网站下载申报表 is text.
 */
export function isSiteSentence(s: string): boolean {
  if (s.length > 160 || !ASKS.test(s)) return false;
  return new Set([...s.matchAll(SITE_WORDS)].map((m) => m[0].toLowerCase())).size >= 2;
}

const STATES =
  /本站|本网(?!络)|本平台|本文库|自媒体|信息存储|存储服务|信息发布|阅读器|压缩包|解压|网站|版权|侵权|转载|原作者|删除|投稿|立场|观点|不代表|原创|授权|注明|出处|上传|下载|会员|客服|关注我们|扫码|免责|声明|网友|收集|整理|仅供|参考|交流|文库|文档|小编|范文|收藏|分享|更多|本文|全文|点击|喜欢|有所帮助/gu;

/** Words of {@link STATES} that a notice has as well: 组织一次交流分享,体会择优汇编,供各单位参考. */
const ANYBODYS = new Set([
  '交流',
  '分享',
  '参考',
  '收集',
  '整理',
  '观点',
  '立场',
  '上传',
  '更多',
  '喜欢',
  '注明',
  '关注我们',
]);

/** Of itself, or to its reader, a site always speaks. 转载县志内容的,应当注明出处 does neither. */
const SELF =
  /本(?!县|市|区|省|镇|乡|村|单位|部门|级|年|次|人)|[该此]文|我们|小编|[您你]|请|如有|若有|如侵|若侵|作者|网友|网络|互联网|自媒体|仅供|不代表|文库|文档|会员|客服|免责|声明|范文|转载自|原创/u;

/**
 * A sentence with which a site closes a page, whatever its words: three of those that such sentences are made of (本文,
 * 转载, 出处, 仅供, 参考 …). Only for what stands below the text.
 */
export function isSiteStatement(s: string): boolean {
  if (s.length > 220 || /同志|我县|我市|我局|我省|我们要/u.test(s) || isAccount(s) || isOthers(s)) return false;
  const words = new Set([...s.matchAll(STATES)].map((m) => m[0]));
  return words.size >= 3 && words.size * 30 >= s.length && [...words].some((w) => !ANYBODYS.has(w)) && SELF.test(s);
}
