/**
 * What kind of line is this? Recognisers of boilerplate, shared by the stages that cut pages into articles and that cut
 * boilerplate away. A kind is what the line *looks like*; whether it may go depends on where it stands, and that is for
 * the stage to judge (联系电话: is a footer at the end of a page and a clause in the body of a notice).
 */
import { parseByline, parseDateline } from './boilerplate-bylines.ts';
import { isFarmLead, isFarmTail, isSpam } from './boilerplate-farm.ts';
import { documentNumber, type FoundMeta, journalLine, parseFields } from './boilerplate-fields.ts';
import { fold } from './boilerplate-fold.ts';
import { isHeadline, isParagraph } from './boilerplate-headlines.ts';
import { classifyTail, type TailKind } from './boilerplate-tails.ts';
import { dateLine } from './dates.ts';

export type LineKind =
  | 'blank'
  | 'breadcrumb'
  /** Labelled fields; `prefix` is what stands before them (often the headline). */
  | 'header'
  | 'date'
  | 'number'
  | 'chrome'
  | 'byline'
  /** A dateline that is a line of its own; one at the start of a paragraph is {@link parseDateline}'s. */
  | 'dateline'
  | 'salutation'
  | 'farm-lead'
  | 'farm-tail'
  | 'spam'
  /** A line of a table of contents, with dot leaders. */
  | 'toc'
  | TailKind
  | 'headline'
  | 'body';

export interface ClassifiedLine {
  kind: LineKind;
  meta: FoundMeta;
  /** Of a `header`: what stands before its first field. */
  prefix: string;
  /** Of a `byline`: `full` an organ and names, `names`, or `org` alone. */
  form: 'full' | 'names' | 'org' | null;
}

const CHROME = new Set(
  'TOP 联系客服 在线客服 微信订阅号 微信公众号 官方微信 论文部分内容阅读 APP下载 全文阅读 文档简介 资源描述 点击查看更多>> 点击查看更多 加入清单 +加入清单 ? 大 中 小 特大 超大 A A+ A- + - 】 【 [ ] | / ( ) 打印 打印本页 打印此页 打印文章 关闭 关闭窗口 关闭本页 收藏 收藏本页 加入收藏 设为首页 复制 复制链接 首页 网站首页 返回首页 返回顶部 返回 回到顶部 顶部 繁体 繁體 简体 English EN 登录 注册 退出 搜索 检索 站内搜索 全站搜索 我要纠错 纠错 微信 微博 新浪微博 腾讯微博 QQ空间 QQ 朋友圈 微信好友 百度贴吧 人人网 豆瓣 分享 转发 点赞 评论 留言 举报 手机版 电脑版 无障碍 无障碍浏览 无障碍阅读 长者模式 关怀版 适老化 字体 字号 字体大小 文字缩放 放大 缩小 默认 朗读 语音播报 播放 暂停 全文 展开 展开全文 阅读全文 收起 上一篇 下一篇 上一页 下一页 尾页 末页 更多 更多>> 目录 导航 菜单 正文 当前位置 您的位置 扫一扫 二维码 客户端 APP 回复 只看该作者 楼主 沙发 投稿 订阅 RSS 邮箱 下载 下载全文 附件下载 在线阅读'.split(
    ' ',
  ),
);
const CHROME_WORD =
  /大|中|小|打印|关闭|收藏|字体|字号|分享|返回|正文|窗口|本页|复制|链接|缩放|文字|默认|护眼|视力|保护色|繁体|简体|投稿|推荐|纠错|放大|缩小|朗读|微信|微博|空间|顶部|【|】/gu;
const WHERE =
  /^(?:您?(?:当前|现在|目前)?(?:的|所在的?|所处的?)?位置(?:是|为)?|当前(?:位置|栏目|页面)|你(?:现在)?(?:的|所在的?)位置|所在位置|导航)\s?[::]/u;
/** Not →: 申请→受理→办结 is a procedure. */
const ARROW = /\s?(?:>{1,2}|»|›|::|≫)\s?/u;
const TOC = /(?:\.{4,}|…{2,}|·{4,}|-{6,})\s?\d{1,4}$/u;
const SALUTATION =
  /^(?:(?:尊敬的|敬爱的|亲爱的)?[\p{Script=Han}、,()]{0,40}(?:同志们?|领导|代表|委员|来宾|朋友们?|同事们|各位|党员|女士们|先生们|同学们|老师们|评委|组长|书记|主任))[:!]$/u;

const NAV =
  /政务公开|办事服务|互动交流|无障碍|新闻中心|信息公开|政务服务|公众参与|网上办事|走进|机构设置|政策法规|党建|图片新闻|通知公告|专题专栏|联系我们|关于我们/gu;

/** 【字体:大 中 小】【打印】【关闭】 and its fellows: nothing is left when the words of chrome are taken out. */
const LOADING =
  /^(?:[\p{Script=Han}]{0,8}(?:加载中|正在加载|载入中)|若长时间无响应|请稍[候后]|.{0,12}请刷新(?:本?页面|重试))[\p{Script=Han},。.…]{0,16}$/u;

function isChrome(s: string): boolean {
  if (CHROME.has(s) || (s.length <= 30 && LOADING.test(s))) return true;
  // An index number below its label: 6107280000/2024-001005
  if (/^[A-Z0-9]{4,20}[/-][A-Z0-9/-]{3,20}$/i.test(s) && /\d{4}/.test(s)) return true;
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

function isBreadcrumb(s: string): boolean {
  if (s.length > 160 || /[。;!?]/.test(s)) return false;
  if (WHERE.test(s)) return true;
  const steps = s.split(ARROW);
  if (/^(?:网站)?首页$/.test(steps[0]!.trim()) && steps.length >= 2) return true;
  return (
    steps.length >= 3 &&
    steps.every((x) => x.length <= 30) &&
    steps.slice(0, -1).every((x) => x.length > 0) &&
    !/\d\s?>/.test(s)
  );
}

/** 旗帜网>>期刊>>… : the site is the first step, when it has a name (首页 has none). */
function breadcrumbMeta(s: string): FoundMeta {
  const site = s.replace(WHERE, '').trim().split(ARROW)[0]!.trim();
  return /(?:网|报|在线|门户|平台|客户端)$/u.test(site) && site.length >= 3 ? { publisher: site } : {};
}

const NONE: FoundMeta = {};
const of = (kind: LineKind, meta: FoundMeta = NONE, more: Partial<ClassifiedLine> = {}): ClassifiedLine => ({
  kind,
  meta,
  prefix: '',
  form: null,
  ...more,
});

/** Tells what kind of boilerplate a line looks like, `headline` or `body` if none. Linear; lines over 700 characters are always `body`. */
export function classifyLine(line: string): ClassifiedLine {
  const text = line.length > 700 ? '' : fold(line).trim();
  if (!text) return of(line.length > 700 ? 'body' : 'blank');
  if (isChrome(text)) return of('chrome');
  if (isBreadcrumb(text)) return of('breadcrumb', breadcrumbMeta(text));
  if (TOC.test(text)) return of('toc');
  const date = dateLine(text);
  if (date) return of('date', { published: date });
  const journal = journalLine(text);
  if (journal) return of('header', journal);
  const number = documentNumber(text);
  if (number) return of('number', { number });
  if (SALUTATION.test(text)) return of('salutation');
  if (isFarmTail(text)) return of('farm-tail');
  if (isFarmLead(text)) return of('farm-lead');
  const tail = classifyTail(text);
  if (tail) return of(tail.kind, tail.meta);
  const fields = parseFields(text);
  if (fields) {
    const chrome = fields.fields.every((f) => f.role === 'chrome') && !fields.prefix;
    return of(chrome ? 'chrome' : 'header', fields.meta, { prefix: fields.prefix });
  }
  if (isSpam(text)) return of('spam');
  const dateline = text.length <= 60 ? parseDateline(text) : null;
  if (dateline && dateline.end >= text.length) return of('dateline', datelineMeta(dateline));
  const by = parseByline(text);
  if (by)
    return of(
      'byline',
      { ...(by.author.length ? { author: by.author } : {}), ...(by.org ? { org: by.org } : {}) },
      { form: by.form },
    );
  if (!isParagraph(text) && isHeadline(text)) return of('headline');
  return of('body');
}

/** What a dateline says of author and source: the medium that first printed it, not the site that shows it. */
export function datelineMeta(d: { publisher: string | null; author: string[] }): FoundMeta {
  return { ...(d.author.length ? { author: d.author } : {}), ...(d.publisher ? { origin: d.publisher } : {}) };
}
