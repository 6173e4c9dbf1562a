import { isTask } from './boilerplate-honest.ts';
import { isPageTalk, isWidget } from './boilerplate-page-talk.ts';

/** Lines and words with which a page is used, not read: 打印, 关闭, 上一页, 【字体:大 中 小】, menus. */
const CHROME = new Set(
  '点击右上角微信好友 请使用浏览器分享功能进行分享 开启辅助访问 切换到宽版 切换到窄版 快捷导航 一键登录 听全文 智能问答 长者助手 小字号 大字号 繁體版 发纸条 加关注 加好友 写留言 T大T小 T大 T小 大T 小T T+ T- A大 A小 TOP 联系客服 在线客服 微信订阅号 微信公众号 官方微信 论文部分内容阅读 APP下载 下载APP 听新闻 全屏 静音 倍速 高清 标清 语速 声音开关 指读 连读 阅读方式 配色 大鼠标 十字线 大字幕 重置 退出服务 辅助工具条 显示屏幕 关怀模式 长辈版 大字版 适老版 适老化版 进入关怀版 无障碍版 无障碍工具 淘帖 抢首评 列印 列印本页 友善列印 转寄 Facebook Twitter WhatsApp LINE WeChat 上一则 下一则 返回目录 返回列表 版权申诉 侵权投诉 全文阅读 文档简介 资源描述 点击查看更多>> 点击查看更多 加入清单 +加入清单 ? 大 中 小 特大 超大 A A+ A- + - 】 【 [ ] | / ( ) 打印 打印本页 打印此页 打印文章 关闭 关闭窗口 关闭本页 收藏 收藏本页 加入收藏 设为首页 复制 复制链接 首页 网站首页 返回首页 返回顶部 返回 回到顶部 顶部 繁体 繁體 简体 English EN 登录 注册 退出 搜索 检索 站内搜索 全站搜索 我要纠错 纠错 微信 微博 新浪微博 腾讯微博 QQ空间 QQ 朋友圈 微信好友 百度贴吧 人人网 豆瓣 分享 转发 点赞 评论 留言 举报 手机版 电脑版 无障碍 无障碍浏览 无障碍阅读 长者模式 关怀版 适老化 字体 字号 字体大小 文字缩放 放大 缩小 默认 朗读 语音播报 播放 暂停 全文 展开 展开全文 阅读全文 收起 上一篇 下一篇 上一版 下一版 本版导读 版面导航 标题导航 版面概览 上一条 下一条 上一页 下一页 尾页 末页 更多 更多>> 目录 导航 菜单 正文 当前位置 您的位置 扫一扫 二维码 客户端 APP 回复 只看该作者 楼主 沙发 投稿 订阅 RSS 邮箱 下载 下载全文 附件下载 在线阅读 发表评论 我要评论 写评论 查看评论 打印本文 网友评论 开通会员 手机站 旧版 繁体版 简体版'.split(
    ' ',
  ),
);
const CHROME_WORD =
  /大|中|小|打印|关闭|收藏|字体|字号|分享|返回|正文|窗口|[本此]页|[本此]文|复制|链接|缩放|文字|默认|护眼|视力|保护色|繁体|简体|投稿|推荐|纠错|放大|缩小|朗读|微信|微博|空间|顶部|社区|手机|点评|E-?mail|播报|【|】/giu;
/** Words of menus that are honest as headings: they make chrome in the company of others on one line only. */
const MENU = new Set(
  '固定 说明 正常 站点地图 使用帮助 常见问题 意见建议 投诉建议 联系方式 官方微博 站长统计 政府网站年度报表 视频 图片 图片新闻 专题 专题专栏 新闻 便民 会员 VIP 充值 热门 排行 推荐 标签 分类 上传 我的 消息 设置 帮助 广告 反馈 意见反馈 政务微博 政务微信 信息公开 支持 反对 信息公开指南 公开目录 公开指南 依申请公开 公开年报 网站地图 联系我们 关于我们 概况 动态 要闻 时政 理论 党建 人事 社会 经济 文化 教育 科技 体育 财经 健康 旅游 评论 论坛 博客 社区 访谈 直播 互动 服务 公告 通知公告 工作动态 基层动态 理论园地 党务公开 政务公开 政务动态 办事服务 互动交流 政民互动 公众参与 新闻中心 机构概况 机构设置 领导之窗 政策法规 政策文件 解读回应 数据发布 县内新闻 国内 国际 本地 总结 讲话 范文 范文大全 合同 计划 报告 心得 作文 文库 资料 问答'.split(
    ' ',
  ),
);
const MENU_END = /(?:新闻|动态|公开|之窗|园地|专栏|频道|概况|天地|服务|在线|中心|论坛|信箱|举报|网群|专区)$/u;
/** 首 页: spaced to the width of its neighbours. */
const SPACED = /(?<![^\s|·])(\p{Script=Han})[ \u3000]{1,3}(?=\p{Script=Han}(?![^\s|·]))/gu;
/** 00:00 / 03:21 beside the buttons of a player. */
const PLAYED = /\d{1,2}:\d{2} ?\/ ?\d{1,2}:\d{2}/;
const BETWEEN = /[\s|·•/>»\-–—[\]【】]+/u;

/**
 * 首页 | 分类 | 上传, 打印本文 发表评论 关闭窗口: a line of words none of which belongs to a sentence, half of them known.
 * Wrong case: a menu of the site's own columns (望岚风物 望岚人家 望岚党旗) alone is none.
 */
function isMenu(s: string): boolean {
  if (s.length > 160 || /[。,;!?《》“”]/.test(s) || (s.includes(':') && s.replace(PLAYED, '').includes(':')))
    return false;
  // 顶一下(12) 踩一下(3), 赞 58
  const words = s
    .replace(PLAYED, ' ')
    .replace(SPACED, '$1')
    .replace(/[(（]?\d{1,9}[)）]?|[▼▲↓↑→←↔┊︱∣]|(?<=\p{Script=Han})[+○OA](?= |$)/gu, ' ')
    .split(BETWEEN)
    .filter((w) => w && !/^\d+$/.test(w));
  if (words.length < 2 || words.some((w) => w.length > 10)) return false;
  const sure = words.filter((w) => CHROME.has(w)).length;
  if (words.length === 2) return sure === 2;
  const known = words.filter((w) => CHROME.has(w) || MENU.has(w)).length;
  const like = words.filter((w) => !MENU.has(w) && MENU_END.test(w)).length;
  // 部长信箱 | 12380举报 | 党员论坛
  if (words.length > 2 && s.split('|').length === words.length && known + like >= words.length) return true;
  return known * 2 >= words.length || (known >= 2 && (known + like) * 2 >= words.length);
}

const NAV =
  /政务公开|办事服务|互动交流|无障碍|新闻中心|信息公开|政务服务|公众参与|网上办事|走进|机构设置|政策法规|党建|图片新闻|通知公告|专题专栏|联系我们|关于我们/gu;

/** 【字体:大 中 小】【打印】【关闭】 and its fellows: nothing is left when the words of chrome are taken out. */
const LOADING =
  /^(?:您的(?:当前)?浏览器(?:版本过低|不支持)[\p{Script=Han}a-z0-9 <>/]{0,24}|[\p{Script=Han}]{0,8}(?:加载中|正在加载|载入中)|若长时间无响应|请稍[候后]|.{0,12}请刷新(?:本?页面|重试))[\p{Script=Han},。.…]{0,16}$/u;

/** 请输入您要搜索的内容 */
const SEARCH_BOX =
  /^请?(?:输入|填写)(?:您|你)?(?:想|需)?要?(?:搜索|查询|检索|查找)?的?(?:内容|关键[词字]|搜索词|标题|信息)[\p{Script=Han}]{0,6}[.…]{0,3}$/u;
/** 门户Portal 论坛BBS 群组Group: a menu in two languages. */
const BILINGUAL = /^(?:\p{Script=Han}{2,6}[A-Za-z]{2,16}(?: |$)){3,12}$/u;
/** 某某网首页, with nothing else on the line. */
const HOME = /^[\p{Script=Han}A-Za-z0-9]{2,10}(?:网|站|在线|平台|文库)首页$/u;

/** 立即开通(年卡98元)已是会员?登录 */
const OFFER =
  /^(?:立即|马上|点击)?(?:开通|购买|升级|充值|登录|注册)(?:(?:[^。,;]{0,30}(?:会员|VIP|[金积]币))[^。,;]{0,16}|[^。,;]{0,16}(?:\d ?元\/|[包年月]卡|文档|全文|本文)[^。,;]{0,16}|[^。,;]{0,12}(?:登录|注册|下载|查看)[^。,;]{0,8})$/u;

/** 发表于某地: where an account's writer was. */
const PLACE = /^(?:发表于\s?|发布于\s?:\s?)\p{Script=Han}{2,8}$/u;
/** 第04版:副刊, A3版 要闻, 2017年第6期(总第88期), 今日某某电子版 按日期检索: what papers on the web print over an article. */
const EDITION =
  /^(?:第 ?[A-Z]?\d{1,3} ?版|[A-Z]\d{1,2} ?版)(?:(?: ?: ?| )[\p{Script=Han}·]{2,8})?$|^(?:(?:19|20)\d{2} ?年 ?)?第 ?\d{1,4} ?期(?: ?[(]?总第? ?\d{1,5} ?期[)]?)?$|电子[版报].{0,4}按日期检索|^按日期检索$|^页次\s?[:：]|^共 ?\d{1,3} ?页|^\d{1,2}:\d{2} ?\/ ?\d{1,2}:\d{2}$/u;

const ONE_EDITION = /^第?[A-Z]?\d{1,3}版[:：]?[\p{Script=Han}·]{0,8}$/u;

/** 版面导航 第01版:要闻 第02版:时政: the way about a paper, two editions at least and their names. */
function isEditionMenu(s: string): boolean {
  if (s.length > 200 || !s.includes('版')) return false;
  const steps = s.split(/[\s|/]+/u).filter(Boolean);
  const editions = steps.filter((w) => ONE_EDITION.test(w)).length;
  return editions > 1 && steps.every((w) => ONE_EDITION.test(w) || /^\p{Script=Han}{2,8}[:：]?$/u.test(w));
}

const isEdition = (s: string): boolean => (s.length <= 30 && EDITION.test(s)) || isEditionMenu(s);

/** =====, * * *, ————: a line drawn between two texts or two parts of one. Not ____ and ....: those are blanks of a form. */
export const isRule = (s: string): boolean =>
  s.length <= 120 &&
  /^(?:={4,}|(?:\* ?){3,}|~{4,}|#{4,}|-{5,}|[—－]{4,}|[☆★◆◇●○■□※▲△]{3,}|[\u2500-\u257f]{4,})$/u.test(s);

/** - 格式:doc, 文档页数:3, 大小:28.00 KB: what a library says of a file. */
const FILE_FACT =
  /^(?:- ?)?(?:(?:文档|文件)?(?:格式|类型) ?: ?(?:docx?|pdf|txt|pptx?|xlsx?|wps|rtf)|(?:文档|文件)?大小 ?: ?[\d.]{1,8} ?[KM]B?|(?:文档|文件)?页数 ?: ?\d{1,4} ?页?|(?:文档|文件)评分 ?: ?[★☆\d.]{1,6}.{0,12})$/iu;

/** 正文:, 全文: — the label of the field that holds the text. */
const TEXT_LABEL =
  /^[【[]?(?:正文|全文|文章内容|正文内容|文章正文)[】\]]? ?:$|^【(?:正文|全文|文章内容|正文内容|文章正文)】$/u;

/** 内部资料 注意保存: who may read a bulletin. */
const RESTRICTED =
  /^[【(]?(?:内部(?:资料|刊物|文件|参阅|交流)|仅供(?:内部)?参阅)(?:[ ,、·]{0,3}(?:注意保存|妥善保(?:存|管)|(?:不得|严禁|请勿)(?:外传|翻印|转载)|免费交流|仅供参考))?[】)]?$/u;

/** Is the line, folded and trimmed, chrome through and through? */
export function isChrome(s: string): boolean {
  if (s.length <= 24 && (TEXT_LABEL.test(s) || RESTRICTED.test(s))) return true;
  if (CHROME.has(s) || (s.length <= 30 && LOADING.test(s)) || isMenu(s) || isEdition(s) || PLACE.test(s)) return true;
  if (s.length <= 100 && (SEARCH_BOX.test(s) || BILINGUAL.test(s) || /^DOI ?[: ] ?10\.\d{4,9}\/\S{2,60}$/i.test(s)))
    return true;
  if (HOME.test(s) || (s.length <= 40 && FILE_FACT.test(s))) return true;
  if (isWidget(s) || isRule(s) || /^[\u2500-\u257f★☆■□◆◇●○◎▬]{2,120}$/u.test(s)) return true;
  if ((isPageTalk(s) && !/^分享(?:到|至)/u.test(s)) || (s.length <= 50 && OFFER.test(s) && !isTask(s))) return true;
  // What a printer driver calls a document.
  if (s.length <= 100 && /^Microsoft (?:Office )?(?:Word|PowerPoint|Excel) ?[-–—] ?\S/u.test(s)) return true;
  // An index number below its label: 6107280000/2024-001005
  if (/^(?!\d{4}[/-]\d{1,2}[/-]\d{1,2}$)[A-Z0-9]{4,20}[/-][A-Z0-9/-]{3,20}$/i.test(s) && /\d{4}/.test(s)) return true;
  if (s.length <= 3 && /^[大中小【】/]+$/.test(s)) return true;
  if (s.length <= 80 && /^(?:网站)?首页/.test(s) && (s.match(NAV)?.length ?? 0) >= 2 && !/[。,;!?:]/.test(s))
    return true;
  if (
    s.length <= 60 &&
    /^(?:使用道具|本版积分规则|返回列表|发表回复|高级模式)(?: ?(?:举报|回复|支持|反对|收藏|分享|高级模式))*$/u.test(s)
  )
    return true;
  if (s.length <= 80 && /设为首页|加入收藏/u.test(s) && !/[。,;!?:]/.test(s)) return true;
  // Keywords run together are a site's; an article's own have separators.
  if (s.length <= 60 && /^关键词 ?:[\p{Script=Han}]{1,40}$/u.test(s)) return true;
  if (/^[〔[【]?中图分类号/u.test(s) && s.length <= 120) return true;
  if (s.length > 60) return false;
  if (/^[\p{P}\p{S}\s]{1,12}$/u.test(s)) return !/[\p{Script=Han}\w*…—]/u.test(s) && !/^[-—_=*·.\s]{3,}$/.test(s);
  if (!/字体|字号|打印|关闭|收藏|分享|文字|视力|缩放|大.?中.?小/u.test(s)) return false;
  return s.replace(CHROME_WORD, '').replace(/[\p{P}\p{S}\s到至:]/gu, '') === '';
}
