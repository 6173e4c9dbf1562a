import { fold } from './boilerplate-fold.ts';
import { isHeadline } from './boilerplate-headlines.ts';
import { findDates } from './dates.ts';

/**
 * Pages that hold no article: a list of headlines, a wall before the text, an error page, a few characters. Nothing is to be
 * read out of them.
 */

/** Longer texts are articles, whatever they say of themselves. */
const SHORT = 160;
/** Fewer Chinese characters are no text in any genre. */
const FEW = 6;

const GONE =
  /(?:页面|网页|文章|内容|链接|地址)(?:不存在|(?:可能)?已(?:经)?(?:被)?(?:删除|移除|移动|失效|下线|撤销)|找不到|未找到|无法(?:访问|显示|找到))|(?:找不到|没有找到|未找到|无法找到)(?:您|你)?(?:要|所|想)?(?:访问|请求|查看|查找|浏览)?的?(?:页面|网页|文章|内容|信息|文件)|^404\b|\b404 (?:not found|error|错误)|\bnot found\b|(?:该|此|您访问的)(?:页面|网页|文章)(?:不存在|已删除)/iu;
const WALL =
  /请(?:您)?(?:先)?(?:登录|登陆|注册|付费|购买|充值|开通)(?:账号|会员|VIP)?(?:后|之后|再|才能|即可|以|$|[，,。！!])|(?:登录|登陆|注册|付费|购买|开通会员|开通VIP)(?:后|即)(?:可)?(?:查看|阅读|浏览|可见|下载)|(?:开通|成为|升级)(?:VIP|会员|vip)(?![价制日])|(?:仅限?|只有|限)(?:VIP|会员|注册用户|登录用户)|(?:全文|正文|本文|剩余)共?\d+字/u;
/** Sentences that say what somebody does or did: a notice of two lines about logging in is one. */
const NOTICE = /各(?:单位|部门|支部|科室|乡镇|位)|特此|通知如下|为了|经研究/u;

/** 新增电子图书12000册, 名额30个: a clause with a number tells of something. Prices and lengths of what is hidden tell nothing. */
const TOLD = /\p{Script=Han}{2}[^元字页]{0,8}\d+(?:余|多)?(?![元字页分秒%\d年月号.-])\p{Script=Han}/u;

/** A headline with the day at its end, as lists have them. */
function isEntry(line: string): boolean {
  const s = fold(line).trim();
  const date = findDates(s).at(-1);
  if (!date || date.start < 10) return false;
  const rest = s.slice(date.end).replace(/[\s)\]】]/gu, '');
  const title = s.slice(0, date.start).replace(/[\s([【|]+$/u, '');
  return rest === '' && isHeadline(title) && ITEM.test(title);
}
/** How headlines of the genre begin or end; rows of a timetable do not. */
const ITEM =
  /^(?:关于|转发|印发)|(?:通知|公告|通告|公示|通报|意见|方案|办法|总结|报告|讲话|决定|批复|要点|要闻|简报|名单|会议|活动|仪式|培训班|座谈会)$|召开|举行|举办|开展|赴|印发/u;
const ENTRIES = 3;
/** Lines of a list that are none of its entries: its name, 上一页. */
const OTHERS = 0.25;

function isList(lines: readonly string[]): boolean {
  if (lines.length < ENTRIES || lines.some((l) => /[。；;]/u.test(l))) return false;
  const entries = lines.filter(isEntry).length;
  return entries >= ENTRIES && lines.length - entries <= OTHERS * lines.length;
}

/**
 * Why a page holds no article, in words; null where it holds one.
 *
 * @param text of the article, after stripping
 */
export function stubOf(title: string | null, text: string): string | null {
  const lines = text.split('\n').map((l) => l.trim());
  const said = lines.filter(Boolean);
  const han = text.length > SHORT ? SHORT : (text.match(/\p{Script=Han}/gu) ?? []).length;
  const letters = text.length > SHORT ? SHORT : (text.match(/[A-Za-z]/gu) ?? []).length;
  if (han + letters < FEW) return said.length ? 'a few characters are no text' : null;
  if (text.length <= SHORT && !NOTICE.test(text)) {
    if (GONE.test(title ?? '') || said.some((l) => GONE.test(l) && l.length <= 40)) return 'a page that is not there';
    const clauses = said.flatMap((l) => l.split(/[，,。；;！!]/u)).filter(Boolean);
    const size = (of: readonly string[]): number => of.reduce((n, s) => n + s.length, 0);
    const walls = clauses.filter((s) => WALL.test(s));
    const rest = clauses.filter((s) => !WALL.test(s));
    if (size(walls) >= 0.5 * size(clauses) && !rest.some((s) => TOLD.test(s))) return 'a wall before the text';
  }
  return isList(said) ? 'a list of headlines' : null;
}
